/// Lexes INI files and their like: sections, keys, comments; a value is plain but for quotes and simple literals.
struct INILexer: HighlightLexer {
  private var isValueDue = false

  mutating func nextPiece(_ cursor: inout Cursor) -> TokenClass? {
    let byte = cursor.byte
    if byte == ASCII.newline {
      cursor.advance()
      isValueDue = false
      return nil
    }
    if ByteSet.whiteSpace.contains(byte) {
      cursor.skip(while: ByteSet(" \t\r"))
      return nil
    }
    if byte == ASCII.semicolon || byte == ASCII.numberSign, ByteSet(" \t\n\0").contains(cursor.peek(-1)) {
      cursor.skipLine()
      return .comment
    }
    return isValueDue ? valuePiece(&cursor) : keyPiece(&cursor)
  }

  private mutating func keyPiece(_ cursor: inout Cursor) -> TokenClass? {
    if cursor.byte == ASCII.leftBracket {
      cursor.skip(until: ByteSet("]\n"))
      if cursor.byte == ASCII.rightBracket { cursor.advance() }
      isValueDue = true
      return .tag
    }
    if cursor.byte == ASCII.equals || cursor.byte == ASCII.colon {
      cursor.advance()
      isValueDue = true
      return .operator
    }
    cursor.skip(until: Self.keyEnd)
    return .property
  }

  private func valuePiece(_ cursor: inout Cursor) -> TokenClass? {
    if cursor.byte == ASCII.quotationMark {
      cursor.advance()
      cursor.skip(until: ByteSet("\"\n"))
      if cursor.byte == ASCII.quotationMark { cursor.advance() }
      return .string
    }
    let start = cursor.position
    cursor.skip(until: .whiteSpace)
    let word = cursor.bytes(from: start)
    if Self.constants[word] != nil { return .constant }
    let isNumber = word.allSatisfy(Self.numberBytes.contains) && word.contains(where: ByteSet.digits.contains)
    return isNumber ? .number : nil
  }

  private static let keyEnd = ByteSet("=: \t\r\n")
  private static let numberBytes = ByteSet("0123456789.+-")
  private static let constants = WordTable([("true false yes no on off none null", true)], foldsCase: true)
}
