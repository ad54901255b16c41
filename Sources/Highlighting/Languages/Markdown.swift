/// Lexes Markdown: blocks by the start of their lines, inlines within a line.
struct MarkdownLexer: HighlightLexer {
  /// The byte and length of the fence that is open.
  private var fence: (byte: UInt8, count: Int)?
  /// The closing delimiter of the inline that is open, whose end is known to be on the line.
  private var open: (delimiter: Delimiter, tokenClass: TokenClass)?
  /// Delimiters that do not occur again before the line ends, so that none is looked for twice.
  private var missing: UInt8 = 0
  private var isContentDue = true

  mutating func nextPiece(_ cursor: inout Cursor) -> TokenClass? {
    if cursor.isAtLineStart {
      isContentDue = true
      missing = 0
      open = nil
    }
    if cursor.byte == ASCII.newline {
      cursor.advance()
      return nil
    }
    if isContentDue { return blockPiece(&cursor) }
    return inlinePiece(&cursor)
  }

  // MARK: - Blocks

  private mutating func blockPiece(_ cursor: inout Cursor) -> TokenClass? {
    let byte = cursor.byte
    if ByteSet.blanks.contains(byte) {
      cursor.skip(while: .blanks)
      return nil
    }
    if byte == ASCII.backtick || byte == ASCII.tilde {
      let count = cursor.count(of: byte)
      if count >= 3, fence == nil || fence?.byte == byte && count >= fence?.count ?? 0 {
        fence = fence == nil ? (byte, count) : nil
        cursor.skipLine()
        return .meta
      }
    }
    if fence != nil {
      cursor.skipLine()
      return .string
    }
    switch byte {
    case ASCII.numberSign:
      let count = cursor.count(of: byte)
      if count <= 6, ByteSet(" \t\n\r\0").contains(cursor.peek(count)) {
        cursor.skipLine()
        return .heading
      }
    case ASCII.greaterThan:
      cursor.advance()
      return .operator
    case ASCII.hyphen, ASCII.plus, ASCII.asterisk:
      if ByteSet(" \t").contains(cursor.peek(1)) {
        cursor.advance()
        return .operator
      }
      if isRule(byte, &cursor) {
        cursor.skipLine()
        return .meta
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let count = cursor.offset(skipping: .digits)
      if ByteSet(".)").contains(cursor.peek(count)), ByteSet.blanks.contains(cursor.peek(count + 1)) {
        cursor.advance(count + 1)
        return .operator
      }
    default: break
    }
    isContentDue = false
    return inlinePiece(&cursor)
  }

  /// Whether the line is three or more of that byte.
  private func isRule(_ byte: UInt8, _ cursor: inout Cursor) -> Bool {
    let count = cursor.count(of: byte)
    return count >= 3 && ByteSet("\n\r\0").contains(cursor.peek(count))
  }

  // MARK: - Inlines

  private mutating func inlinePiece(_ cursor: inout Cursor) -> TokenClass? {
    if let open {
      cursor.skip(past: open.delimiter)
      self.open = nil
      return open.tokenClass
    }
    let start = cursor.position
    cursor.skip(until: Self.stops)
    if cursor.position > start { return nil }
    switch cursor.byte {
    case ASCII.backslash:
      let isEscape = Self.punctuation.contains(cursor.peek(1))
      cursor.advance(isEscape ? 2 : 1)
      return isEscape ? .escape : nil
    case ASCII.ampersand: return entityPiece(&cursor)
    case ASCII.rightBracket where cursor.peek(1) == ASCII.leftParenthesis:
      cursor.advance(1)
      open = nil
      isLinkDue = true
      return nil
    case ASCII.leftParenthesis where isLinkDue:
      isLinkDue = false
      cursor.skip(until: ByteSet(")\n"))
      if cursor.byte == ASCII.rightParenthesis { cursor.advance() }
      return .string
    default: return spanPiece(&cursor)
    }
  }

  /// Whether the parenthesis here holds a link's destination.
  private var isLinkDue = false

  /// An opening delimiter whose closing one stands on the same line.
  private mutating func spanPiece(_ cursor: inout Cursor) -> TokenClass? {
    for (index, span) in Self.spans.enumerated() where cursor.hasPrefix(span.delimiter) {
      let mark = UInt8(1) << UInt8(index)
      if missing & mark != 0 { break }
      let length = span.delimiter.count
      if ByteSet.whiteSpace.contains(cursor.peek(length)) { break }
      if !cursor.occursOnLine(span.close, from: length + 1) {
        missing |= mark
        break
      }
      cursor.advance(length)
      open = (span.close, span.tokenClass)
      return span.tokenClass
    }
    let byte = cursor.byte
    cursor.advance(max(1, cursor.count(of: byte)))
    return nil
  }

  private func entityPiece(_ cursor: inout Cursor) -> TokenClass? {
    cursor.advance()
    cursor.skip(while: ByteSet("#").union(.letters).union(.digits), limit: 32)
    guard cursor.byte == ASCII.semicolon else { return nil }
    cursor.advance()
    return .escape
  }

  private static let spans: [(delimiter: Delimiter, close: Delimiter, tokenClass: TokenClass)] = [
    ("``", "``", .string), ("`", "`", .string), ("**", "**", .strong), ("__", "__", .strong),
    ("*", "*", .emphasis),
    ("$$", "$$", .string), ("$", "$", .string), ("<", ">", .tag),
  ]
  private static let stops = ByteSet("\\`*_$<&[]()\n")
  private static let punctuation = ByteSet("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
}

extension Cursor {
  /// Whether the delimiter occurs before the line ends, from `offset` on.
  fileprivate mutating func occursOnLine(_ delimiter: Delimiter, from offset: Int) -> Bool {
    let others = ByteSet(only: delimiter[0]).union(.newline).inverted
    var offset = offset
    while true {
      offset = self.offset(skipping: others, from: offset)
      if peek(offset) != delimiter[0] { return false }
      if hasPrefix(delimiter, at: offset) { return true }
      offset += 1
    }
  }
}
