extension ElementaryFunctions {
  /// The natural logarithm.
  ///
  /// Method: x = 2^k m with m in [√½, √2), ln x = k ln 2 + 2 artanh((m − 1)/(m + 1)) by the Taylor series of
  /// artanh, in double-double (Abramowitz & Stegun 4.1.27; the reduction is that of fdlibm's `e_log.c`).
  public static func log(_ x: Double) -> Double {
    guard let special = logarithmOfSpecial(x) else { return extendedLogarithm(x).high }
    return special
  }

  /// The binary logarithm; exact for powers of two.
  ///
  /// log2 x = k + ln m / ln 2, with the reduction of ``log(_:)``.
  public static func log2(_ x: Double) -> Double {
    guard let special = logarithmOfSpecial(x) else {
      let (exponent, mantissa) = reduced(x)
      return (logarithmOfReduced(DoubleDouble(mantissa - 1)) / naturalLogarithmOfTwo + exponent).high
    }
    return special
  }

  /// The decimal logarithm, ln x / ln 10; exact for powers of ten that are doubles.
  public static func log10(_ x: Double) -> Double {
    guard let special = logarithmOfSpecial(x) else {
      return (extendedLogarithm(x) / naturalLogarithmOfTen).high
    }
    return special
  }

  /// The logarithm of NaN, infinities, zero and negative numbers; nil for all other numbers.
  static func logarithmOfSpecial(_ x: Double) -> Double? {
    if x == 0 { return -.infinity }
    if x > 0, x < .infinity { return nil }
    return x > 0 ? .infinity : .nan
  }

  /// ln x of a positive finite number, to about 2^-100 of itself.
  static func extendedLogarithm(_ x: Double) -> DoubleDouble {
    let (exponent, mantissa) = reduced(x)
    // The two parts never cancel: |k ln 2| ≥ 0.69 unless k = 0, and |ln m| ≤ 0.35.
    return naturalLogarithmOfTwo * exponent + logarithmOfReduced(DoubleDouble(mantissa - 1))
  }

  /// The natural logarithm of a positive finite number of 106 bits, to about 2^-100 of itself; beside 1 to 2^-53 of
  /// itself, which is all that the number holds (``log1p(_:)`` takes more).
  public static func log(_ x: DoubleDouble) -> DoubleDouble {
    let (exponent, _) = reduced(x.high)
    let difference = x.scaled(by: -Int(exponent)) + -1
    return naturalLogarithmOfTwo * exponent + logarithmOfReduced(difference)
  }

  /// ln(1 + d) for |d| ≤ 0.41, to about 2^-100 of itself.
  static func log1p(_ difference: DoubleDouble) -> DoubleDouble { logarithmOfReduced(difference) }

  /// The k and m of x = 2^k m, m in [√½, √2).
  private static func reduced(_ x: Double) -> (exponent: Double, mantissa: Double) {
    let isSubnormal = x < .leastNormalMagnitude
    let bits = (isSubnormal ? x * 0x1p54 : x).bitPattern
    var exponent = Double(Int(bits >> 52) - (isSubnormal ? 1077 : 1023))
    var mantissa = Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
    if mantissa >= 0x1.6a09_e667_f3bcdp0 {
      mantissa *= 0.5
      exponent += 1
    }
    return (exponent, mantissa)
  }

  /// ln(1 + d) for 1 + d in [√½, √2); of a double the difference from 1 is exact (Sterbenz).
  private static func logarithmOfReduced(_ difference: DoubleDouble) -> DoubleDouble {
    // s² ≤ 0.0295, so that the term behind the last is below 2^-110.
    let s = difference / (difference + 2)
    let square = s * s
    var sum = DoubleDouble(0)
    var divisor = 43.0
    while divisor > 0 {
      sum = sum * square + DoubleDouble(1) / DoubleDouble(divisor)
      divisor -= 2
    }
    return sum * s * 2
  }
}
