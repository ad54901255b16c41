/// Lexes HTML and XML; what `script` and `style` hold is plain.
struct MarkupLexer: HighlightLexer {
  private enum Mode {
    case text
    /// Inside a tag, after its name.
    case tag
    /// After the `=` of an attribute.
    case value
    /// Inside a value, up to that quote.
    case quoted(UInt8)
    /// Inside an element that holds no markup, up to the end tag of the same name.
    case raw(Range<Int>)
  }

  private var mode = Mode.text
  /// The name of the tag that is open, if its element holds no markup.
  private var rawName: Range<Int>?

  mutating func nextPiece(_ cursor: inout Cursor) -> TokenClass? {
    switch mode {
    case .text: return textPiece(&cursor)
    case .tag: return tagPiece(&cursor)
    case .value: return valuePiece(&cursor)
    case .quoted(let quote): return quotedPiece(quote, &cursor)
    case .raw(let name): return rawPiece(name, &cursor)
    }
  }

  private mutating func textPiece(_ cursor: inout Cursor) -> TokenClass? {
    switch cursor.byte {
    case ASCII.ampersand: return entityPiece(&cursor) ? .escape : nil
    case ASCII.lessThan: return lessThanPiece(&cursor)
    default:
      cursor.skip(until: ByteSet("<&"))
      return nil
    }
  }

  private mutating func lessThanPiece(_ cursor: inout Cursor) -> TokenClass? {
    if cursor.hasPrefix("<!--") {
      cursor.advance(4)
      cursor.skip(past: "-->")
      return .comment
    }
    if cursor.hasPrefix("<![CDATA") {
      cursor.skip(past: "]]>")
      return .string
    }
    if cursor.hasPrefix("<?") {
      cursor.skip(past: "?>")
      return .meta
    }
    if cursor.hasPrefix("<!") {
      cursor.skip(until: ByteSet(">"))
      cursor.advance()
      return .meta
    }
    let closes = cursor.peek(1) == ASCII.slash
    guard ByteSet.wordStart.contains(cursor.peek(closes ? 2 : 1)) else {
      cursor.advance()
      return nil
    }
    cursor.advance(closes ? 2 : 1)
    let start = cursor.position
    cursor.skip(while: Self.nameBytes)
    let name = start..<cursor.position
    rawName = !closes && Self.rawElements[cursor[name]] != nil ? name : nil
    mode = .tag
    return .tag
  }

  private mutating func tagPiece(_ cursor: inout Cursor) -> TokenClass? {
    switch cursor.byte {
    case ASCII.greaterThan:
      cursor.advance()
      mode = rawName.map { .raw($0) } ?? .text
      return .tag
    case ASCII.slash where cursor.peek(1) == ASCII.greaterThan:
      cursor.advance(2)
      mode = .text
      return .tag
    case ASCII.lessThan:
      // The tag was never closed.
      mode = .text
      return textPiece(&cursor)
    case ASCII.equals:
      cursor.advance()
      mode = .value
      return nil
    case ASCII.quotationMark, ASCII.apostrophe:
      mode = .quoted(cursor.byte)
      cursor.advance()
      return .string
    default:
      let start = cursor.position
      cursor.skip(while: .whiteSpace)
      if cursor.position > start { return nil }
      cursor.skip(until: Self.attributeEnd)
      if cursor.position == start { cursor.advance() }
      return .attribute
    }
  }

  private mutating func valuePiece(_ cursor: inout Cursor) -> TokenClass? {
    let byte = cursor.byte
    if ByteSet.whiteSpace.contains(byte) {
      cursor.skip(while: .whiteSpace)
      return nil
    }
    if byte == ASCII.quotationMark || byte == ASCII.apostrophe {
      cursor.advance()
      mode = .quoted(byte)
      return .string
    }
    mode = .tag
    if byte == ASCII.greaterThan || byte == ASCII.lessThan { return tagPiece(&cursor) }
    cursor.skip(until: Self.unquotedEnd)
    return .string
  }

  private mutating func quotedPiece(_ quote: UInt8, _ cursor: inout Cursor) -> TokenClass? {
    if cursor.byte == ASCII.ampersand { return entityPiece(&cursor) ? .escape : .string }
    cursor.skip(until: ByteSet(only: quote).union(ByteSet("&")))
    if cursor.byte == quote {
      cursor.advance()
      mode = .tag
    }
    return .string
  }

  private mutating func rawPiece(_ name: Range<Int>, _ cursor: inout Cursor) -> TokenClass? {
    if cursor.hasPrefix("</"), cursor.matches(name, at: 2) {
      mode = .text
      return textPiece(&cursor)
    }
    cursor.advance()
    cursor.skip(until: ByteSet("<"))
    return nil
  }

  /// `&amp;`, `&#10;`; tells whether it was one.
  private func entityPiece(_ cursor: inout Cursor) -> Bool {
    cursor.advance()
    let start = cursor.position
    cursor.skip(while: Self.entityBytes, limit: 32)
    guard cursor.position > start, cursor.byte == ASCII.semicolon else { return false }
    cursor.advance()
    return true
  }

  private static let nameBytes = ByteSet("-:.").union(.wordPart)
  private static let entityBytes = ByteSet("#").union(.letters).union(.digits)
  private static let attributeEnd = ByteSet("=/><\"'").union(.whiteSpace)
  private static let unquotedEnd = ByteSet(">").union(.whiteSpace)
  private static let rawElements = WordTable([("script style", true)], foldsCase: true)
}
