/// A token of an expression with its place in bytes.
struct ExpressionToken {
  enum Kind {
    case number(Double)
    case function(Expression.Function)
    case infix(Expression.Infix)
    case leftParenthesis, rightParenthesis
    case end
  }

  var kind: Kind
  var range: Range<Int>
}

extension ExpressionToken {
  /// Reads the token at or behind an offset; white space before it is skipped.
  static func next(in bytes: [UInt8], from offset: Int) throws(ExpressionError) -> ExpressionToken {
    var start = offset
    while start < bytes.count, isWhiteSpace(bytes[start]) { start += 1 }
    guard start < bytes.count else { return ExpressionToken(kind: .end, range: bytes.count..<bytes.count) }
    if let literal = DecimalNumber.literal(in: bytes, at: start) {
      let value = literal.number.double
      guard value < .infinity else { throw ExpressionError(.outOfRange, at: start..<literal.end) }
      return ExpressionToken(kind: .number(value), range: start..<literal.end)
    }
    if isLetter(bytes[start]) { return try word(in: bytes, at: start) }
    guard let (kind, length) = symbol(in: bytes, at: start) else {
      throw ExpressionError(.unexpectedCharacter, at: start..<scalarEnd(in: bytes, at: start))
    }
    return ExpressionToken(kind: kind, range: start..<start + length)
  }

  static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  private static func word(
    in bytes: [UInt8], at start: Int
  ) throws(ExpressionError) -> ExpressionToken {
    var end = start
    while end < bytes.count, isLetter(bytes[end]) || (bytes[end] >= 0x30 && bytes[end] <= 0x39) { end += 1 }
    guard let function = Expression.Function(name: bytes[start..<end]) else {
      throw ExpressionError(.unknownFunction, at: start..<end)
    }
    return ExpressionToken(kind: .function(function), range: start..<end)
  }

  private static func symbol(in bytes: [UInt8], at start: Int) -> (kind: Kind, length: Int)? {
    switch bytes[start] {
    case UInt8(ascii: "+"): return (.infix(.plus), 1)
    case UInt8(ascii: "*"): return (.infix(.times), 1)
    case UInt8(ascii: "/"): return (.infix(.divide), 1)
    case UInt8(ascii: "^"): return (.infix(.power), 1)
    case UInt8(ascii: "("): return (.leftParenthesis, 1)
    case UInt8(ascii: ")"): return (.rightParenthesis, 1)
    default: break
    }
    if let length = NumberFormat.minusLength(in: bytes, at: start) { return (.infix(.minus), length) }
    let pair = bytes[start...].prefix(2)
    let isMultiplicationSign = pair.elementsEqual([0xC3, 0x97])
    let isMiddleDot = pair.elementsEqual([0xC2, 0xB7])
    if isMultiplicationSign || isMiddleDot { return (.infix(.times), 2) }
    let isDivisionSign = pair.elementsEqual([0xC3, 0xB7])
    if isDivisionSign { return (.infix(.divide), 2) }
    return nil
  }

  /// The end of the UTF-8 scalar at an offset, so that a message marks a whole character.
  private static func scalarEnd(in bytes: [UInt8], at start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
