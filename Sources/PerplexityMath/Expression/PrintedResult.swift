/// A number an author printed beside what it is the value of.
public struct PrintedResult: Hashable, Sendable {
  private let printed: DecimalNumber
  private let decimalPlaces: Int
  private let significantDigits: Int

  /// Reads a number that fills the whole text, perhaps with a minus sign; `nil` for anything else.
  ///
  /// - Complexity: O(length).
  public init?(_ text: [UInt8]) {
    let minus = NumberFormat.minusLength(in: text, at: 0)
    guard let literal = DecimalNumber.literal(in: text, at: minus ?? 0), literal.end == text.count else {
      return nil
    }
    var number = literal.number
    number.isNegative = minus != nil && !number.isZero
    printed = number
    decimalPlaces = literal.decimalPlaces
    significantDigits = literal.significantDigits
  }

  /// What should stand there instead; `nil` where the printed number is the value, rounded to the digits shown.
  ///
  /// The value is first rounded to 15 significant digits, so that the binary noise of the arithmetic is not held
  /// against the author (`0.1 + 0.2 = 0.300` is right); a result that shows more
  /// digits is compared with the exact double. Of a value half-way between two results both are right; the one
  /// expected is the one farther from zero.
  ///
  /// - Complexity: O(length) beyond a bounded cost.
  public func correction(for value: Double) -> [UInt8]? {
    let exact = DecimalNumber(exactly: value)
    let value = significantDigits > 15 ? exact : exact.rounded(toSignificantDigits: 15)
    let farther = value.rounded(toDecimalPlaces: decimalPlaces, ties: .awayFromZero)
    let nearer = value.rounded(toDecimalPlaces: decimalPlaces, ties: .towardZero)
    if printed.equals(farther) || printed.equals(nearer) { return nil }
    // A value that vanishes at the places shown would expect "0.00"; three digits of it help more. Beyond 15 digits
    // the arithmetic cannot vouch for any.
    if farther.isZero, !value.isZero { return value.rounded(toSignificantDigits: 3).text() }
    if significantDigits > 15 { return value.rounded(toSignificantDigits: 15).text() }
    let isPlain = decimalPlaces >= 0 && decimalPlaces <= 30 && farther.exponent <= 20
    return isPlain ? farther.text(decimalPlaces: decimalPlaces) : farther.text()
  }
}

extension DecimalNumber {
  /// Whether two numbers are the same value; zero has no sign.
  func equals(_ other: DecimalNumber) -> Bool {
    self == other || (isZero && other.isZero)
  }
}
