extension GrammarLexer {
  mutating func wordPiece(_ cursor: inout Cursor) -> TokenClass? {
    let start = cursor.position
    cursor.skip(while: grammar.wordPart)
    let next = cursor.byte
    if next == ASCII.quotationMark || next == ASCII.apostrophe || next == ASCII.numberSign {
      if beginString(&cursor, prefix: start..<cursor.position) { return openString?.tokenClass }
    }
    let before = context
    context = .operatorSign
    let tokenClass = classOfWord(from: start, after: before, &cursor)
    if grammar.hasMacros, next == ASCII.exclamationMark, cursor.peek(1) != ASCII.equals {
      cursor.advance()
      return .function
    }
    return tokenClass
  }

  private mutating func classOfWord(
    from start: Int, after before: Context, _ cursor: inout Cursor
  ) -> TokenClass? {
    let word = cursor.bytes(from: start)
    if let separator = grammar.keySeparator,
      cursor.peek(cursor.offset(skipping: .blanks)) == separator
    {
      return .property
    }
    if !before.isMember, let known = grammar.words[word], !known.isContextual || isOperandNext(&cursor) {
      context.expectsOperand = known.tokenClass == .keyword
      context.introduced = known.introduces
      return known.tokenClass
    }
    if let introduced = before.introduced { return introduced }
    let isCalled = grammar.marksCalls && cursor.byte == ASCII.leftParenthesis
    switch grammar.capitalizedNames {
    case .types where Self.isCapitalized(word): return .type
    case .typesUnlessCalled where !isCalled && Self.isCapitalized(word): return .type
    case .plain, .types, .typesUnlessCalled: return isCalled ? .function : nil
    }
  }

  /// Whether the name begins with a capital letter and is not all capitals, as constants are.
  private static func isCapitalized(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, first >= 0x41, first <= 0x5A else { return false }
    return word.contains { $0 >= 0x61 && $0 <= 0x7A }
  }

  /// Whether what follows on the line can begin a value or a name.
  private func isOperandNext(_ cursor: inout Cursor) -> Bool {
    let offset = cursor.offset(skipping: .blanks)
    let next = cursor.peek(offset)
    return grammar.wordPart.contains(next)
      || offset > 0 && ByteSet("([{\"'`*-").contains(next)
      || offset == 0 && ByteSet("{[").contains(next)
  }
}
