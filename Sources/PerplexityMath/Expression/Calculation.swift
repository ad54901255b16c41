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
  private let result: PrintedResult

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
    guard let result = PrintedResult(Array(bytes[right])) else {
      throw ExpressionError(.malformedResult, at: right)
    }
    expressionRange = left
    resultRange = right
    self.result = result
  }

  /// Tells whether the printed result is right to the digits shown.
  ///
  /// See ``PrintedResult/correction(for:)``.
  ///
  /// - Complexity: O(length) beyond a bounded cost.
  public func check() throws(ExpressionError) -> Outcome {
    result.correction(for: try expression.value()).map { .incorrect(expected: $0) } ?? .correct
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
}
