extension GrammarLexer {
  /// Consumes the opening of a string if one begins here, after the word in front of it.
  mutating func beginString(_ cursor: inout Cursor, prefix: Range<Int>? = nil) -> Bool {
    var numberSigns = 0
    if grammar.takesNumberSigns, cursor.byte == ASCII.numberSign {
      numberSigns = cursor.count(of: ASCII.numberSign)
    }
    for rule in grammar.strings where cursor.hasPrefix(rule.open, at: numberSigns) {
      if numberSigns > 0, !rule.takesNumberSigns { continue }
      switch (prefix, rule.prefixes) {
      case (nil, nil): break
      case (let prefix?, let prefixes?): if prefixes[cursor[prefix]] == nil { continue }
      case (nil, _?), (_?, nil): continue
      }
      cursor.advance(numberSigns + rule.open.count)
      var delimiter: Range<Int>?
      if rule.takesDelimiter {
        let start = cursor.position
        cursor.skip(while: Self.delimiterBytes, limit: 16)
        delimiter = start..<cursor.position
      }
      openString = OpenString(
        rule: rule, tokenClass: isKey(rule, &cursor) ? rule.keyClass : rule.tokenClass,
        numberSigns: numberSigns, delimiter: delimiter)
      context = .operatorSign
      return true
    }
    return false
  }

  private static let delimiterBytes = ByteSet("()\\\" \t\n\r").inverted

  /// Whether the sign of a key follows the string that was just opened; looks no further than its end.
  private func isKey(_ rule: StringRule, _ cursor: inout Cursor) -> Bool {
    guard rule.keyClass != nil, let separator = grammar.keySeparator else { return false }
    var offset = 0
    while true {
      offset = cursor.offset(skipping: rule.plain, from: offset)
      guard cursor.peek(offset) == ASCII.backslash else { break }
      offset += 2
    }
    guard cursor.hasPrefix(rule.close, at: offset) else { return false }
    offset = cursor.offset(skipping: .whiteSpace, from: offset + rule.close.count)
    return cursor.peek(offset) == separator
  }

  mutating func stringPiece(_ string: OpenString, _ cursor: inout Cursor) -> TokenClass? {
    let rule = string.rule
    let start = cursor.position
    cursor.skip(until: rule.stops)
    if cursor.position > start { return string.tokenClass }
    if let closing = closingCount(string, &cursor) {
      cursor.advance(closing)
      if rule.escapes == .doubledDelimiter, cursor.hasPrefix(rule.close) {
        cursor.advance(rule.close.count)
        return .escape
      }
      openString = nil
      context = .operatorSign
      return string.tokenClass
    }
    switch cursor.byte {
    case ASCII.newline where !rule.isMultiline:
      openString = nil
      return codePiece(&cursor)
    case ASCII.backslash: return backslashPiece(string, &cursor)
    case ASCII.dollar: return dollarPiece(string, &cursor)
    case ASCII.leftBrace, ASCII.rightBrace: return bracePiece(string, &cursor)
    default:
      cursor.advance()
      return string.tokenClass
    }
  }

  /// The length of the closing delimiter if it stands here.
  private func closingCount(_ string: OpenString, _ cursor: inout Cursor) -> Int? {
    let close = string.rule.close
    guard cursor.hasPrefix(close) else { return nil }
    if let delimiter = string.delimiter {
      let isWhole =
        cursor.matches(delimiter, at: 1) && cursor.peek(1 + delimiter.count) == ASCII.quotationMark
      return isWhole ? delimiter.count + 2 : nil
    }
    if string.numberSigns > 0 {
      guard cursor.count(of: ASCII.numberSign, at: close.count) >= string.numberSigns else { return nil }
    }
    return close.count + string.numberSigns
  }

  private mutating func backslashPiece(_ string: OpenString, _ cursor: inout Cursor) -> TokenClass? {
    let rule = string.rule
    let signs =
      string.numberSigns == 0 ? 0 : min(string.numberSigns, cursor.count(of: ASCII.numberSign, at: 1))
    cursor.advance(1 + signs)
    switch rule.escapes {
    case .none, .doubledDelimiter: return string.tokenClass
    case .rawBackslash:
      if rule.isMultiline || cursor.byte != ASCII.newline { cursor.advance() }
      return string.tokenClass
    case .backslash: break
    }
    guard signs == string.numberSigns else { return string.tokenClass }
    if cursor.byte == ASCII.leftParenthesis, rule.interpolation == .backslashParenthesis {
      return beginInterpolation(string, until: ASCII.rightParenthesis, &cursor)
    }
    cursor.skipEscapedCharacter()
    return .escape
  }

  private mutating func dollarPiece(_ string: OpenString, _ cursor: inout Cursor) -> TokenClass? {
    cursor.advance()
    if cursor.byte == ASCII.leftBrace {
      return beginInterpolation(string, until: ASCII.rightBrace, &cursor)
    }
    if string.rule.interpolation == .dollarBraceOrName, ByteSet.wordStart.contains(cursor.byte) {
      cursor.skip(while: .wordPart)
      return .variable
    }
    return string.tokenClass
  }

  private mutating func bracePiece(_ string: OpenString, _ cursor: inout Cursor) -> TokenClass? {
    if cursor.peek(1) == cursor.byte {
      cursor.advance(2)
      return .escape
    }
    guard cursor.byte == ASCII.leftBrace else {
      cursor.advance()
      return string.tokenClass
    }
    return beginInterpolation(string, until: ASCII.rightBrace, &cursor)
  }

  private mutating func beginInterpolation(
    _ string: OpenString, until close: UInt8, _ cursor: inout Cursor
  ) -> TokenClass? {
    let open = cursor.byte
    cursor.advance()
    guard interpolations.count < Self.maximumDepth else { return string.tokenClass }
    interpolations.append(OpenInterpolation(string: string, open: open, close: close))
    openString = nil
    context = .operand
    return .escape
  }
}

extension Cursor {
  /// What follows a backslash: one character, or the digits of a code.
  mutating func skipEscapedCharacter() {
    let selector = byte
    advance()
    switch selector {
    case UInt8(ascii: "x"): skip(while: .hexadecimalDigits, limit: 2)
    case UInt8(ascii: "U"): skip(while: .hexadecimalDigits, limit: 8)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): skip(while: .digits, limit: 2)
    case UInt8(ascii: "u") where byte != ASCII.leftBrace: skip(while: .hexadecimalDigits, limit: 4)
    case UInt8(ascii: "u"), UInt8(ascii: "N"):
      guard byte == ASCII.leftBrace else { return }
      advance()
      skip(while: ByteSet("}\"'`\n").inverted, limit: 80)
      if byte == ASCII.rightBrace { advance() }
    default: break
    }
  }
}
