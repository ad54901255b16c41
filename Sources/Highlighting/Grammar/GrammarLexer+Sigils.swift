extension GrammarLexer {
  /// Consumes what the sigil begins; `nil`, and nothing consumed, if its rule does not apply here.
  mutating func sigilPiece(_ rule: Sigil.Rule, _ cursor: inout Cursor) -> TokenClass? {
    switch rule {
    case .annotation: return annotationPiece(&cursor)
    case .decorator: return context.isLineStart ? annotationPiece(&cursor) : nil
    case .directive: return ByteSet.wordStart.contains(cursor.peek(1)) ? namePiece(.meta, &cursor) : nil
    case .lineDirective: return lineDirectivePiece(&cursor)
    case .bracketedAttribute: return attributePiece(&cursor)
    case .section: return sectionPiece(&cursor)
    case .lifetime: return lifetimePiece(&cursor)
    case .variable:
      let isColon = cursor.byte == ASCII.colon
      guard grammar.wordPart.contains(cursor.peek(1)), !isColon || cursor.peek(-1) != ASCII.colon else {
        return nil
      }
      return namePiece(.variable, &cursor)
    }
  }

  /// The sigil and the name after it.
  private mutating func namePiece(_ tokenClass: TokenClass, _ cursor: inout Cursor) -> TokenClass? {
    cursor.advance()
    cursor.skip(while: grammar.wordPart)
    context = .operatorSign
    return tokenClass
  }

  private mutating func annotationPiece(_ cursor: inout Cursor) -> TokenClass? {
    guard ByteSet.wordStart.contains(cursor.peek(1)) else { return nil }
    cursor.advance()
    cursor.skip(while: grammar.wordPart)
    while cursor.byte == ASCII.period, ByteSet.wordStart.contains(cursor.peek(1)) {
      cursor.advance()
      cursor.skip(while: grammar.wordPart)
    }
    context = .operand
    return .meta
  }

  private mutating func lineDirectivePiece(_ cursor: inout Cursor) -> TokenClass? {
    guard context.isLineStart else { return nil }
    cursor.advance()
    cursor.skip(while: .blanks)
    let start = cursor.position
    cursor.skip(while: .wordPart)
    let includes = Self.includingDirectives[cursor.bytes(from: start)] ?? false
    context = Context(expectsHeader: includes)
    return .meta
  }

  private static let includingDirectives = WordTable([("include include_next import", true)])

  private mutating func attributePiece(_ cursor: inout Cursor) -> TokenClass? {
    let offset = cursor.peek(1) == ASCII.exclamationMark ? 2 : 1
    guard cursor.peek(offset) == ASCII.leftBracket else { return nil }
    cursor.advance(offset + 1)
    var depth = 1
    let stops = ByteSet("[]")
    while depth > 0, !cursor.isAtEnd {
      cursor.skip(until: stops)
      depth += cursor.byte == ASCII.leftBracket ? 1 : -1
      cursor.advance()
    }
    context = .operand
    return .meta
  }

  private mutating func sectionPiece(_ cursor: inout Cursor) -> TokenClass? {
    guard context.isLineStart, bracketDepth == 0 else { return nil }
    cursor.skip(until: ByteSet("]\n#"))
    cursor.skip(while: ByteSet("]"))
    context = .operatorSign
    return .tag
  }

  private mutating func lifetimePiece(_ cursor: inout Cursor) -> TokenClass? {
    let first = cursor.peek(1)
    guard ByteSet.wordStart.contains(first) else { return nil }
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if cursor.peek(1 + length) == ASCII.apostrophe { return nil }
    return namePiece(.meta, &cursor)
  }
}
