extension ElementaryFunctions {
  /// e to the power x.
  ///
  /// Method: x = k ln 2 + r with |r| ≤ ½ ln 2, e^x = 2^k e^r by the Taylor series of e^r, in double-double
  /// (Abramowitz & Stegun 4.2.1; the reduction is that of fdlibm's `e_exp.c`).
  public static func exp(_ x: Double) -> Double { exponential(of: DoubleDouble(x)) }

  /// Two to the power x; exact for integers.
  ///
  /// 2^x = 2^k e^{(x − k) ln 2} with k the integer nearest to x.
  public static func exp2(_ x: Double) -> Double {
    if x >= 1024 { return .infinity }
    if x < -1075 { return 0 }
    guard x == x else { return .nan }
    let exponent = nearestInteger(x)
    return scaled(exponentialOfReduced(naturalLogarithmOfTwo * (x - exponent)), by: Int(exponent))
  }

  /// e to the power of a number of 106 bits.
  static func exponential(of x: DoubleDouble) -> Double {
    if x.high > 709.79 { return .infinity }
    if x.high < -745.14 { return 0 }
    guard x.high == x.high else { return .nan }
    let (exponent, rest) = reduced(exponentOf: x)
    return scaled(exponentialOfReduced(rest), by: Int(exponent))
  }

  /// e to the power of a number of 106 bits, to about 2^-94 of itself; infinite beyond the largest double, and with fewer
  /// digits below 10^-290.
  public static func exp(_ x: DoubleDouble) -> DoubleDouble {
    if x.high > 709.79 { return DoubleDouble(.infinity) }
    if x.high < -745.14 { return DoubleDouble(0) }
    guard x.high == x.high else { return DoubleDouble(.nan) }
    let (exponent, rest) = reduced(exponentOf: x)
    let result = exponentialOfReduced(rest).scaled(by: Int(exponent))
    return result.high < .infinity ? result : DoubleDouble(.infinity)
  }

  /// The k and r of x = k ln 2 + r, |r| ≤ ½ ln 2.
  private static func reduced(exponentOf x: DoubleDouble) -> (exponent: Double, rest: DoubleDouble) {
    let exponent = nearestInteger(x.high / naturalLogarithmOfTwo.high)
    return (exponent, x + -(naturalLogarithmOfTwo * exponent))
  }

  /// e^r for |r| ≤ 0.35: 1 + r/1 (1 + r/2 (1 + r/3 (…))).
  private static func exponentialOfReduced(_ r: DoubleDouble) -> DoubleDouble {
    // 0.35^24 / 24! is below 2^-114.
    var sum = DoubleDouble(1)
    var divisor = 24.0
    while divisor > 0 {
      sum = r * sum / DoubleDouble(divisor) + 1
      divisor -= 1
    }
    return sum
  }

  /// 2^k times a number in (½, 2), rounded once to a double.
  private static func scaled(_ number: DoubleDouble, by exponent: Int) -> Double {
    if exponent > 1023 { return number.high * 0x1p1023 * powerOfTwo(exponent - 1023) }
    if exponent > -1022 || (exponent == -1022 && number.high >= 1) {
      return number.high * powerOfTwo(exponent)
    }
    // A subnormal result has a fixed spacing of 2^-1074. Adding 2^52 such spacings, seen from before the scaling,
    // rounds both parts together to that grid; all that follows is exact.
    let spacing = powerOfTwo(-1074 - exponent)
    let grid = number + 0x1p52 * spacing
    return (grid.high - 0x1p52 * spacing) * powerOfTwo(exponent + 60) * 0x1p-60
  }
}
