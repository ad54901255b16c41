/// Doubles as decimal text and back, exactly rounded and the same on every machine.
///
/// Plain from 10^-6 to below 10^21 and otherwise with an exponent (`1e+21`), as ECMA-262 `Number::toString` has it;
/// every text is also a JSON number and reads back by ``number(from:)``. NaN and infinities have no decimal text:
/// they give nil.
public enum NumberFormat {
  /// The largest number of digits ever needed: the exact expansion of a double has no more.
  public static var maximumSignificantDigits: Int { 767 }

  /// The fewest digits that read back as the same double; `0.1`, `31.1`, `1e+300`.
  ///
  /// - Complexity: O(k²) in the binary exponent's magnitude, at most 1,100.
  /// - Source: Burger and Dybvig (1996), with exact integers.
  public static func shortest(_ value: Double) -> [UInt8]? {
    guard value.magnitude < .infinity else { return nil }
    return DecimalNumber(shortest: value).text()
  }

  /// The number correctly rounded (ties to even) to so many significant digits, from 1 to 767.
  ///
  /// Zeros at the end are dropped unless asked for: `4.7` to 4 digits is `4.7` or `4.700`.
  ///
  /// - Complexity: O(k²) in the binary exponent's magnitude, at most 1,100.
  public static func significant(
    _ value: Double, digits: Int, keepingTrailingZeros: Bool = false
  ) -> [UInt8]? {
    guard value.magnitude < .infinity else { return nil }
    let digits = min(max(digits, 1), maximumSignificantDigits)
    return DecimalNumber(exactly: value).rounded(toSignificantDigits: digits)
      .text(minimumDigits: keepingTrailingZeros ? digits : 1)
  }

  /// The double nearest to a decimal number (ties to even) that fills the whole text; nil for anything else.
  ///
  /// Takes an optional sign (`+`, `-`, `−`), digits with at most one point between or before them, and an optional
  /// exponent; no white space, no `inf`, no `nan`. Numbers too large for a double give infinity.
  ///
  /// - Complexity: O(length) beyond a bounded cost.
  public static func number(from text: [UInt8]) -> Double? {
    var start = 0
    var isNegative = false
    if text.first == UInt8(ascii: "+") {
      start = 1
    } else if let length = minusLength(in: text, at: 0) {
      start = length
      isNegative = true
    }
    guard let literal = DecimalNumber.literal(in: text, at: start), literal.end == text.count else {
      return nil
    }
    return isNegative ? -literal.number.double : literal.number.double
  }

  /// The length of the minus sign at an offset: `-` or `−` (U+2212).
  static func minusLength(in bytes: [UInt8], at offset: Int) -> Int? {
    guard offset < bytes.count else { return nil }
    if bytes[offset] == UInt8(ascii: "-") { return 1 }
    let isMinusSign = bytes[offset...].prefix(3).elementsEqual([0xE2, 0x88, 0x92])
    return isMinusSign ? 3 : nil
  }
}
