extension ElementaryFunctions {
  /// x to the power y, with the special cases of C99 (F.9.4.4): any number to the power 0 and 1 to any power
  /// are 1; a negative x has a power only for integers y.
  ///
  /// Method: e^{y ln x} with ln x and the product in double-double.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    guard x == x, y == y else { return .nan }
    let magnitude = x.magnitude
    if y.magnitude == .infinity {
      if magnitude == 1 { return 1 }
      return (magnitude > 1) == (y > 0) ? .infinity : 0
    }
    let parity = Parity(y)
    let isNegative = x.sign == .minus && parity == .odd
    if magnitude == 0 || magnitude == .infinity {
      let result: Double = (magnitude == 0) == (y > 0) ? 0 : .infinity
      return isNegative ? -result : result
    }
    if x < 0, parity == .fraction { return .nan }
    let result = power(ofPositive: magnitude, y)
    return isNegative ? -result : result
  }

  private static func power(ofPositive x: Double, _ y: Double) -> Double {
    let logarithm = extendedLogarithm(x)
    // Decided in plain doubles first, so that the exact product below neither overflows nor underflows.
    let estimate = logarithm.high * y
    if estimate > 710 { return .infinity }
    if estimate < -746 { return 0 }
    if estimate.magnitude < 0x1p-60 { return 1 }
    return exponential(of: logarithm * y)
  }

  private enum Parity {
    case even, odd, fraction

    /// Which integer a finite number is, if one.
    init(_ value: Double) {
      let magnitude = value.magnitude
      if magnitude >= 0x1p53 {
        self = .even
      } else {
        let integer = UInt64(magnitude)
        self = Double(integer) != magnitude ? .fraction : integer % 2 == 0 ? .even : .odd
      }
    }
  }
}
