extension ShellLexer {
  /// `$name`, `${…}`, `$(…)`, `$((…))`, `$'…'`.
  mutating func dollarPiece(_ cursor: inout Cursor) -> TokenClass? {
    let next = cursor.peek(1)
    var isQuoted = false
    if case .quotes = frames.last?.nesting { isQuoted = true }
    if !isQuoted { takeArgument() }
    if ByteSet.wordStart.contains(next) {
      cursor.advance()
      cursor.skip(while: .wordPart)
      return .variable
    }
    switch next {
    case ASCII.leftBrace:
      cursor.skip(until: ByteSet("}\n"))
      if cursor.byte == ASCII.rightBrace { cursor.advance() }
      return .variable
    case ASCII.leftParenthesis where frames.count < Self.maximumDepth:
      let isArithmetic = cursor.peek(2) == ASCII.leftParenthesis
      cursor.advance(isArithmetic ? 3 : 2)
      enter(isArithmetic ? .arithmetic(depth: 0) : .commands(.escape))
      return .escape
    case ASCII.apostrophe where !isQuoted:
      cursor.advance(2)
      isInEscapedQuotes = true
      return .string
    default:
      if ByteSet("0123456789#?@*!$-").contains(next) {
        cursor.advance(2)
        return .variable
      }
      cursor.advance()
      return isQuoted ? .string : nil
    }
  }

  mutating func backtickPiece(_ cursor: inout Cursor) -> TokenClass? {
    cursor.advance()
    if case .backticks = frames.last?.nesting {
      leaveFrame()
    } else if frames.count < Self.maximumDepth {
      enter(.backticks)
    }
    return .escape
  }

  mutating func parenthesisPiece(_ cursor: inout Cursor) -> TokenClass? {
    let opens = cursor.byte == ASCII.leftParenthesis
    let isDouble = cursor.peek(1) == cursor.byte
    cursor.advance()
    switch frames.last?.nesting {
    case .arithmetic(let depth):
      if opens || depth > 0 {
        frames[frames.count - 1].nesting = .arithmetic(depth: depth + (opens ? 1 : -1))
        return .operator
      }
      leaveFrame()
      if isDouble { cursor.advance() }
      return .escape
    case .commands(let tokenClass) where !opens:
      leaveFrame()
      // After `( … )`, and after the parentheses of a function's name, a command may stand.
      if tokenClass == .operator { isCommandDue = true }
      return tokenClass
    case .commands, .backticks, .quotes, nil:
      if opens, frames.count < Self.maximumDepth {
        enter(isDouble ? .arithmetic(depth: 0) : .commands(.operator))
        if isDouble {
          cursor.advance()
          return .escape
        }
      }
      isCommandDue = true
      return .operator
    }
  }
}

extension ShellLexer {
  mutating func quotedPiece(_ cursor: inout Cursor) -> TokenClass? {
    let start = cursor.position
    cursor.skip(until: ByteSet("\"\\$`"))
    if cursor.position > start { return .string }
    switch cursor.byte {
    case ASCII.quotationMark:
      cursor.advance()
      leaveFrame()
      return .string
    case ASCII.dollar: return dollarPiece(&cursor)
    case ASCII.backtick: return backtickPiece(&cursor)
    default:
      let isEscape = ByteSet("\"\\$`\n").contains(cursor.peek(1))
      cursor.advance(isEscape ? 2 : 1)
      return isEscape ? .escape : .string
    }
  }

  mutating func escapedQuotesPiece(_ cursor: inout Cursor) -> TokenClass? {
    let start = cursor.position
    cursor.skip(until: ByteSet("'\\"))
    if cursor.position > start { return .string }
    if cursor.byte == ASCII.apostrophe {
      cursor.advance()
      isInEscapedQuotes = false
      return .string
    }
    cursor.advance()
    cursor.skipEscapedCharacter()
    return .escape
  }
}
