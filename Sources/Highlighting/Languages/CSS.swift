/// Lexes CSS and, near enough, SCSS and Less.
struct CSSLexer: HighlightLexer {
  /// What a statement is, as far as it is read.
  private enum Part {
    case selector
    /// The name of a declaration, before its colon.
    case property
    case value
    /// After an at-rule's name.
    case prelude
  }

  private var part = Part.selector
  private var isStatementDue = true
  /// The quote of a string that is still open.
  private var quote: UInt8?
  private var isInAttribute = false

  mutating func nextPiece(_ cursor: inout Cursor) -> TokenClass? {
    if let quote { return quotedPiece(quote, &cursor) }
    let byte = cursor.byte
    if ByteSet.whiteSpace.contains(byte) {
      cursor.skip(while: .whiteSpace)
      return nil
    }
    if byte == ASCII.slash, cursor.peek(1) == ASCII.asterisk {
      cursor.skipBlockComment(.c)
      return .comment
    }
    if byte == ASCII.slash, cursor.peek(1) == byte,
      isStatementDue || ByteSet.whiteSpace.contains(cursor.peek(-1))
    {
      cursor.skipLine()
      return .comment
    }
    if Self.statementEnd.contains(byte) {
      cursor.advance()
      isStatementDue = true
      isInAttribute = false
      return nil
    }
    if byte == ASCII.quotationMark || byte == ASCII.apostrophe {
      cursor.advance()
      quote = byte
      return .string
    }
    if isStatementDue { beginStatement(&cursor) }
    switch part {
    case .selector: return selectorPiece(&cursor)
    case .property: return propertyPiece(&cursor)
    case .value, .prelude: return valuePiece(&cursor)
    }
  }

  /// Tells a rule from a declaration by what ends it; looks no further than that.
  private mutating func beginStatement(_ cursor: inout Cursor) {
    isStatementDue = false
    if cursor.byte == ASCII.at {
      part = .prelude
      return
    }
    let end = cursor.offset(skipping: Self.statementBytes)
    // `#{` interpolates in SCSS.
    let opensBlock = cursor.peek(end) == ASCII.leftBrace && cursor.peek(end - 1) != ASCII.numberSign
    let colon = cursor.offset(skipping: Self.declaredBytes)
    let namesProperty = cursor.peek(cursor.offset(skipping: .blanks, from: colon)) == ASCII.colon
    part = !opensBlock && namesProperty ? .property : .selector
  }

  private mutating func selectorPiece(_ cursor: inout Cursor) -> TokenClass? {
    let byte = cursor.byte
    switch byte {
    case ASCII.period, ASCII.numberSign:
      cursor.advance()
      cursor.skip(while: Self.nameBytes)
      return .type
    case ASCII.colon:
      cursor.skip(while: ByteSet(":"), limit: 2)
      cursor.skip(while: Self.nameBytes)
      return .keyword
    case ASCII.leftBracket, ASCII.rightBracket:
      isInAttribute = byte == ASCII.leftBracket
      cursor.advance()
      return nil
    default: break
    }
    if Self.nameBytes.contains(byte) {
      cursor.skip(while: Self.nameBytes)
      return isInAttribute ? .attribute : .tag
    }
    cursor.advance()
    return Self.combinators.contains(byte) ? .operator : nil
  }

  private mutating func propertyPiece(_ cursor: inout Cursor) -> TokenClass? {
    if cursor.byte == ASCII.colon {
      cursor.advance()
      part = .value
      return nil
    }
    if cursor.byte == ASCII.dollar || cursor.byte == ASCII.hyphen && cursor.peek(1) == ASCII.hyphen {
      cursor.advance()
      cursor.skip(while: Self.nameBytes)
      return .variable
    }
    cursor.skip(while: Self.nameBytes)
    return .property
  }

  private mutating func valuePiece(_ cursor: inout Cursor) -> TokenClass? {
    let byte = cursor.byte
    switch byte {
    case ASCII.at:
      cursor.advance()
      cursor.skip(while: Self.nameBytes)
      return part == .prelude ? .keyword : .variable
    case ASCII.dollar:
      cursor.advance()
      cursor.skip(while: Self.nameBytes)
      return .variable
    case ASCII.numberSign:
      cursor.advance()
      cursor.skip(while: Self.nameBytes)
      return .constant
    case ASCII.exclamationMark:
      cursor.advance()
      cursor.skip(while: .letters)
      return .keyword
    default: break
    }
    let isSigned = Self.signs.contains(byte) && Self.numberStart.contains(cursor.peek(1))
    if isSigned || ByteSet.digits.contains(byte) {
      cursor.advance()
      cursor.skip(while: Self.numberBytes)
      return .number
    }
    if Self.nameBytes.contains(byte) { return namePiece(&cursor) }
    cursor.advance()
    return Self.combinators.contains(byte) ? .operator : nil
  }

  private func namePiece(_ cursor: inout Cursor) -> TokenClass? {
    let isVariable = cursor.byte == ASCII.hyphen && cursor.peek(1) == ASCII.hyphen
    cursor.skip(while: Self.nameBytes)
    if isVariable { return .variable }
    if cursor.byte == ASCII.leftParenthesis { return .function }
    return part == .prelude && cursor.byte == ASCII.colon ? .property : nil
  }

  private mutating func quotedPiece(_ quote: UInt8, _ cursor: inout Cursor) -> TokenClass? {
    let start = cursor.position
    cursor.skip(until: Self.stringStops)
    if cursor.position > start { return .string }
    if cursor.byte == ASCII.backslash {
      cursor.advance()
      cursor.skip(while: .hexadecimalDigits, limit: 6)
      if ByteSet.hexadecimalDigits.contains(cursor.peek(-1)) { return .escape }
      cursor.advance()
      return .escape
    }
    if cursor.byte == quote || cursor.byte == ASCII.newline { self.quote = nil }
    cursor.advance()
    return .string
  }

  private static let statementEnd = ByteSet("{};")
  private static let statementBytes = statementEnd.inverted
  private static let stringStops = ByteSet("\\\n\"'")
  private static let signs = ByteSet("+-.")
  private static let numberStart = ByteSet(".").union(.digits)
  private static let numberBytes = ByteSet(".%").union(.letters).union(.digits)
  private static let nameBytes = ByteSet("-").union(.wordPart)
  private static let declaredBytes = ByteSet("$").union(nameBytes)
  private static let combinators = ByteSet("*+>~=|^/&")
}
