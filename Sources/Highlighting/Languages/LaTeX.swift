/// Lexes TeX and LaTeX; formulas are text of their own colour with the commands in it.
struct LaTeXLexer: HighlightLexer {
  /// What the content is.
  private enum Mode {
    case text
    /// Between `$` or `$$` (that many), ended by an empty line at the latest.
    case dollars(Int)
    /// Between `\(` and `\)` or `\[` and `\]`.
    case brackets(closing: UInt8)
    /// Inside `verbatim` and its like, up to the `\end` of the same name.
    case verbatim(Range<Int>)
  }

  private var mode = Mode.text
  /// Whether the name of an environment is due, after `\begin` (`true`) or `\end`.
  private var environmentDue: Bool?

  mutating func nextPiece(_ cursor: inout Cursor) -> TokenClass? {
    if case .verbatim(let name) = mode { return verbatimPiece(name, &cursor) }
    switch cursor.byte {
    case ASCII.percent:
      cursor.skipLine()
      return .comment
    case ASCII.backslash: return commandPiece(&cursor)
    case ASCII.dollar: return dollarPiece(&cursor)
    case ASCII.newline:
      cursor.advance()
      cursor.skip(while: .blanks)
      if case .dollars = mode, cursor.byte == ASCII.newline { mode = .text }
      return nil
    case ASCII.leftBrace where environmentDue != nil: return environmentPiece(&cursor)
    case ASCII.ampersand, ASCII.tilde:
      cursor.advance()
      return .operator
    case UInt8(ascii: "^"), ASCII.underscore:
      cursor.advance()
      return isFormula ? .operator : nil
    case ASCII.numberSign:
      cursor.advance()
      cursor.skip(while: .digits, limit: 1)
      return .variable
    default:
      let start = cursor.position
      cursor.skip(until: Self.stops)
      if cursor.position == start { cursor.advance() }
      return isFormula ? .string : nil
    }
  }

  private static let stops = ByteSet("%\\$\n{&~^_#")

  private var isFormula: Bool {
    switch mode {
    case .dollars, .brackets: true
    case .text, .verbatim: false
    }
  }

  private mutating func dollarPiece(_ cursor: inout Cursor) -> TokenClass? {
    let isDouble = cursor.peek(1) == ASCII.dollar
    switch mode {
    case .dollars(let count):
      cursor.advance(min(count, isDouble ? 2 : 1))
      mode = .text
    case .text, .brackets, .verbatim:
      cursor.advance(isDouble ? 2 : 1)
      mode = .dollars(isDouble ? 2 : 1)
    }
    return .string
  }

  private mutating func commandPiece(_ cursor: inout Cursor) -> TokenClass? {
    cursor.advance()
    let start = cursor.position
    cursor.skip(while: Self.commandLetters)
    if cursor.position == start { return controlSymbol(&cursor) }
    let name = cursor.bytes(from: start)
    environmentDue = Self.environmentCommands[name]
    if name.elementsEqual("verb".utf8), !ByteSet(" \n\0").contains(cursor.byte) {
      let delimiter = cursor.byte
      cursor.advance()
      cursor.skip(until: ByteSet(only: delimiter).union(.newline))
      if cursor.byte == delimiter { cursor.advance() }
      return .string
    }
    cursor.skip(while: ByteSet("*"), limit: 1)
    return .keyword
  }

  /// A backslash and one character that is no letter: a delimiter of formulas, or an escape.
  private mutating func controlSymbol(_ cursor: inout Cursor) -> TokenClass? {
    let symbol = cursor.byte
    cursor.advance()
    switch (symbol, mode) {
    case (ASCII.leftParenthesis, .text):
      mode = .brackets(closing: ASCII.rightParenthesis)
      return .string
    case (ASCII.leftBracket, .text):
      mode = .brackets(closing: ASCII.rightBracket)
      return .string
    case (_, .brackets(let closing)) where closing == symbol:
      mode = .text
      return .string
    default: return .escape
    }
  }

  private mutating func environmentPiece(_ cursor: inout Cursor) -> TokenClass? {
    let begins = environmentDue == true
    environmentDue = nil
    cursor.advance()
    let start = cursor.position
    cursor.skip(until: ByteSet("}\\%$\n"))
    let name = start..<cursor.position
    if cursor.byte == ASCII.rightBrace { cursor.advance() }
    if begins, Self.verbatimEnvironments[cursor[name]] != nil { mode = .verbatim(name) }
    return .tag
  }

  private mutating func verbatimPiece(_ name: Range<Int>, _ cursor: inout Cursor) -> TokenClass? {
    if cursor.hasPrefix("\\end{"), cursor.matches(name, at: 5),
      cursor.peek(5 + name.count) == ASCII.rightBrace
    {
      mode = .text
      return commandPiece(&cursor)
    }
    cursor.advance()
    cursor.skip(until: ByteSet("\\"))
    return .string
  }

  private static let commandLetters = ByteSet("@").union(.letters)
  private static let environmentCommands = WordTable([("begin", true), ("end", false)])
  private static let verbatimEnvironments = WordTable([
    ("verbatim verbatim* Verbatim lstlisting minted comment alltt", true)
  ])
}
