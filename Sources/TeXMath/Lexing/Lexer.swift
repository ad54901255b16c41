/// Divides TeX into tokens; total: every byte string has tokens.
///
/// Bytes that are no UTF-8 and characters that XML forbids become U+FFFD.
struct Lexer {
  let bytes: [UInt8]
  private(set) var position = 0
  private let commands: CommandTable

  init(_ bytes: [UInt8], commands: CommandTable) {
    self.bytes = bytes
    self.commands = commands
  }

  /// The byte behind the last token; 0 at the end.
  var upcomingByte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// The next token; `.end` for ever behind the last one.
  mutating func next() -> Token {
    skipComments()
    let start = position
    guard start < bytes.count else { return token(.end, from: start) }
    let byte = bytes[start]
    position += 1
    switch byte {
    case UInt8(ascii: "\\"): return controlSequence(from: start)
    case UInt8(ascii: "{"): return token(.beginGroup, from: start)
    case UInt8(ascii: "}"): return token(.endGroup, from: start)
    case UInt8(ascii: "^"): return token(.superscript, from: start)
    case UInt8(ascii: "_"): return token(.subscript, from: start)
    case UInt8(ascii: "&"): return token(.alignment, from: start)
    case UInt8(ascii: "#"):
      guard upcomingByte.isDigit, upcomingByte != UInt8(ascii: "0") else { break }
      position += 1
      return token(.parameter, from: start, scalar: UInt32(bytes[position - 1] - UInt8(ascii: "0")))
    case 0x09, 0x0A, 0x0D, 0x20:
      skipWhiteSpace()
      return token(.space, from: start)
    default: break
    }
    position = start
    let scalar = decodeScalar()
    return token(.character, from: start, scalar: scalar)
  }

  private func token(_ kind: Token.Kind, from start: Int, scalar: UInt32 = 0) -> Token {
    let start = UInt32(truncatingIfNeeded: start)
    let end = UInt32(truncatingIfNeeded: position)
    return Token(
      kind: kind, scalar: scalar, text: TextSpan(start: start, end: end),
      source: SourceSpan(start: start, end: end))
  }

  private mutating func controlSequence(from start: Int) -> Token {
    while position < bytes.count, bytes[position].isLetter { position += 1 }
    let isWord = position > start + 1
    if !isWord, position < bytes.count {
      if bytes[position] < 0x80 { position += 1 } else { _ = decodeScalar() }
    }
    var result = token(.command, from: start)
    result.command = commands.identifier(of: bytes, start + 1..<position)
    if isWord { skipWhiteSpace() }
    return result
  }

  private mutating func skipWhiteSpace() {
    while position < bytes.count, bytes[position].isWhiteSpace { position += 1 }
  }

  private mutating func skipComments() {
    while position < bytes.count, bytes[position] == UInt8(ascii: "%") {
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      skipWhiteSpace()
    }
  }

  private mutating func decodeScalar() -> UInt32 {
    let (scalar, length) = UTF8Decoder.scalar(in: bytes, at: position)
    position += length
    return UTF8Decoder.isAllowedInXML(scalar) ? scalar : UTF8Decoder.replacement
  }
}
