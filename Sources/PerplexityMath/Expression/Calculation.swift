/// An expression with the result an author printed beside it, as in `2^4.7 = 25.99`.
public struct Calculation: Hashable, Sendable {
  /// What a check says of the printed result.
  public enum Outcome: Hashable, Sendable {
    /// The result is the expression's value, rounded to the digits shown.
    case correct
    /// It is not; this is, at as many decimal places.
    case incorrect(expected: [UInt8])
  }

  /// The left side.
  public let expression: Expression
  /// Where the left side stands, without white space around it.
  public let expressionRange: Range<Int>
  /// Where the printed result stands, without white space around it.
  public let resultRange: Range<Int>
  private let printed: DecimalNumber
  private let decimalPlaces: Int
  private let significantDigits: Int

  private struct Result {
    var literal: DecimalNumber.Literal
    var isNegative: Bool
  }

  /// Parses `expression = number`, or `≈` in place of `=`; byte offsets in errors count in the whole text.
  ///
  /// - Complexity: O(length).
  public init(parsing bytes: [UInt8]) throws(ExpressionError) {
    guard let sign = Calculation.equalsSign(in: bytes) else {
      throw ExpressionError(.missingResult, at: bytes.count..<bytes.count)
    }
    let left = Calculation.trimmed(0..<sign.lowerBound, in: bytes)
    let right = Calculation.trimmed(sign.upperBound..<bytes.count, in: bytes)
    // The parser sees the text from its start on, so its offsets need no correction.
    expression = try Expression(parsing: Array(bytes[..<left.upperBound]))
    guard !right.isEmpty else { throw ExpressionError(.missingResult, at: sign) }
    guard let result = Calculation.result(in: bytes, at: right) else {
      throw ExpressionError(.malformedResult, at: right)
    }
    expressionRange = left
    resultRange = right
    var number = result.literal.number
    number.isNegative = result.isNegative && !number.isZero
    printed = number
    decimalPlaces = result.literal.decimalPlaces
    significantDigits = result.literal.significantDigits
  }

  /// Tells whether the printed result is right to the digits shown.
  ///
  /// The value is first rounded to 15 significant digits, so that the binary noise of the arithmetic is not held
  /// against the author (`0.1 + 0.2 = 0.300` is right); a result that shows more
  /// digits is compared with the exact double. Of a value half-way between two results both are right; the one
  /// expected is the one farther from zero.
  ///
  /// - Complexity: O(length) beyond a bounded cost.
  public func check() throws(ExpressionError) -> Outcome {
    let exact = DecimalNumber(exactly: try expression.value())
    let value = significantDigits > 15 ? exact : exact.rounded(toSignificantDigits: 15)
    let farther = value.rounded(toDecimalPlaces: decimalPlaces, ties: .awayFromZero)
    let nearer = value.rounded(toDecimalPlaces: decimalPlaces, ties: .towardZero)
    if printed.equals(farther) || printed.equals(nearer) { return .correct }
    // A value that vanishes at the places shown would expect "0.00"; three digits of it help more. Beyond 15 digits
    // the arithmetic cannot vouch for any.
    if farther.isZero, !value.isZero {
      return .incorrect(expected: value.rounded(toSignificantDigits: 3).text())
    }
    if significantDigits > 15 {
      return .incorrect(expected: value.rounded(toSignificantDigits: 15).text())
    }
    let isPlain = decimalPlaces >= 0 && decimalPlaces <= 30 && farther.exponent <= 20
    return .incorrect(expected: isPlain ? farther.text(decimalPlaces: decimalPlaces) : farther.text())
  }

  private static func equalsSign(in bytes: [UInt8]) -> Range<Int>? {
    for index in bytes.indices.reversed() {
      if bytes[index] == UInt8(ascii: "=") { return index..<index + 1 }
      if bytes[index...].prefix(3).elementsEqual([0xE2, 0x89, 0x88]) { return index..<index + 3 }
    }
    return nil
  }

  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var range = range
    while let first = bytes[range].first, ExpressionToken.isWhiteSpace(first) {
      range = range.lowerBound + 1..<range.upperBound
    }
    while let last = bytes[range].last, ExpressionToken.isWhiteSpace(last) {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range
  }

  private static func result(in bytes: [UInt8], at range: Range<Int>) -> Result? {
    let minus = NumberFormat.minusLength(in: bytes, at: range.lowerBound)
    guard let literal = DecimalNumber.literal(in: bytes, at: range.lowerBound + (minus ?? 0)),
      literal.end == range.upperBound
    else { return nil }
    return Result(literal: literal, isNegative: minus != nil)
  }
}

extension DecimalNumber {
  /// Whether two numbers are the same value; zero has no sign.
  func equals(_ other: DecimalNumber) -> Bool {
    self == other || (isZero && other.isZero)
  }
}
