extension ShellLexer {
  private static let maximumAnnounced = 16

  /// `<<WORD`, `<<-WORD`, `<<'WORD'`.
  mutating func heredocAnnouncement(_ cursor: inout Cursor) -> TokenClass? {
    cursor.advance(2)
    let isIndented = cursor.byte == ASCII.hyphen
    if isIndented { cursor.advance() }
    cursor.skip(while: .blanks)
    let quote = cursor.byte
    let isQuoted = quote == ASCII.apostrophe || quote == ASCII.quotationMark
    if isQuoted || quote == ASCII.backslash { cursor.advance() }
    let start = cursor.position
    cursor.skip(while: .wordPart)
    let delimiter = start..<cursor.position
    if isQuoted, cursor.byte == quote { cursor.advance() }
    guard !delimiter.isEmpty, announced.count < Self.maximumAnnounced else { return .operator }
    announced.append(
      Heredoc(delimiter: delimiter, isIndented: isIndented, expands: !isQuoted && quote != ASCII.backslash))
    return .operator
  }

  mutating func heredocPiece(_ heredoc: Heredoc, _ cursor: inout Cursor) -> TokenClass? {
    if cursor.isAtLineStart {
      let indent = heredoc.isIndented ? cursor.count(of: ASCII.tab) : 0
      let length = indent + heredoc.delimiter.count
      if cursor.matches(heredoc.delimiter, at: indent), ByteSet("\n\r\0").contains(cursor.peek(length)) {
        cursor.advance(length)
        self.heredoc = nil
        // The next document announced on the same line begins after this line's end.
        return .operator
      }
      if cursor.byte == ASCII.newline {
        cursor.advance()
        return nil
      }
    }
    let start = cursor.position
    cursor.skip(until: heredoc.expands ? Self.expandingStops : .newline)
    if cursor.position > start { return .string }
    switch cursor.byte {
    case ASCII.dollar where ByteSet.wordStart.contains(cursor.peek(1)):
      cursor.advance()
      cursor.skip(while: .wordPart)
      return .variable
    case ASCII.dollar where cursor.peek(1) == ASCII.leftBrace:
      cursor.skip(until: ByteSet("}\n"))
      if cursor.byte == ASCII.rightBrace { cursor.advance() }
      return .variable
    case ASCII.backslash where ByteSet("\\$`").contains(cursor.peek(1)):
      cursor.advance(2)
      return .escape
    default:
      cursor.advance()
      return .string
    }
  }

  private static let expandingStops = ByteSet("\n$\\")
}
