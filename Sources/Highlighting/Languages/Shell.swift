/// Lexes the command language of POSIX shells, bash and zsh, and records of sessions with them.
struct ShellLexer: HighlightLexer {
  static let maximumDepth = 64

  /// What surrounds the place.
  enum Nesting {
    /// `( … )` or `$( … )`, whose delimiters have that class.
    case commands(TokenClass)
    /// `` ` … ` ``.
    case backticks
    /// `(( … ))`, with the parentheses open inside.
    case arithmetic(depth: Int)
    /// `" … "`.
    case quotes
  }

  struct Frame {
    var nesting: Nesting
    /// Whether all of it belongs to the value of an assignment.
    let isAssigned: Bool
  }

  /// Text that begins on a line after the one that announces it.
  struct Heredoc {
    let delimiter: Range<Int>
    let isIndented: Bool
    let expands: Bool
  }

  /// Whether only lines that begin with a prompt are commands.
  let isSession: Bool
  var frames: [Frame] = []
  /// Announced and not yet begun, first come first.
  var announced: [Heredoc] = []
  var heredoc: Heredoc?
  /// Whether the next word names a command.
  var isCommandDue = true
  /// Whether the word is the value of an assignment, after which a command may still follow.
  var isAssigned = false
  /// Whether `in` is a keyword: after `for` and `case`.
  var isInDue = false
  /// Whether a quoted string runs on with escapes: `$'…'`.
  var isInEscapedQuotes = false

  init(isSession: Bool) {
    self.isSession = isSession
  }

  mutating func nextPiece(_ cursor: inout Cursor) -> TokenClass? {
    if let heredoc { return heredocPiece(heredoc, &cursor) }
    if isInEscapedQuotes { return escapedQuotesPiece(&cursor) }
    if case .quotes = frames.last?.nesting { return quotedPiece(&cursor) }
    if isSession, frames.isEmpty, cursor.isAtLineStart { return promptPiece(&cursor) }
    return commandPiece(&cursor)
  }

  /// A prompt, or a whole line that the machine wrote.
  private mutating func promptPiece(_ cursor: inout Cursor) -> TokenClass? {
    isCommandDue = true
    if ByteSet("$#>%").contains(cursor.byte), cursor.peek(1) == ASCII.space {
      cursor.advance(2)
      return .meta
    }
    cursor.skipLine()
    cursor.advance()
    return nil
  }

  private mutating func commandPiece(_ cursor: inout Cursor) -> TokenClass? {
    switch cursor.byte {
    case ASCII.space, ASCII.tab:
      cursor.skip(while: .blanks)
      isAssigned = false
      return nil
    case ASCII.newline:
      cursor.advance()
      isCommandDue = true
      isAssigned = false
      if !announced.isEmpty { heredoc = announced.removeFirst() }
      return nil
    case ASCII.numberSign where Self.wordEnd.contains(cursor.peek(-1)) || cursor.peek(-1) == 0:
      cursor.skipLine()
      return .comment
    case ASCII.apostrophe:
      cursor.advance()
      cursor.skip(past: "'")
      takeArgument()
      return .string
    case ASCII.quotationMark:
      cursor.advance()
      takeArgument()
      if frames.count < Self.maximumDepth { enter(.quotes) }
      return .string
    case ASCII.dollar: return dollarPiece(&cursor)
    case ASCII.backtick: return backtickPiece(&cursor)
    case ASCII.backslash:
      let isContinuation = cursor.peek(1) == ASCII.newline
      cursor.advance(2)
      return isContinuation ? nil : .escape
    case ASCII.leftParenthesis, ASCII.rightParenthesis: return parenthesisPiece(&cursor)
    case ASCII.lessThan where cursor.peek(1) == ASCII.lessThan && cursor.peek(2) != ASCII.lessThan:
      if case .arithmetic = frames.last?.nesting { return operatorPiece(&cursor) }
      return heredocAnnouncement(&cursor)
    case ASCII.bar, ASCII.ampersand, ASCII.semicolon, ASCII.lessThan, ASCII.greaterThan:
      return operatorPiece(&cursor)
    default: return wordPiece(&cursor)
    }
  }

  /// What stands here is no command's name, so neither is the next word, unless it was assigned to a variable.
  mutating func takeArgument() {
    if !isAssigned { isCommandDue = false }
  }

  mutating func enter(_ nesting: Nesting) {
    frames.append(Frame(nesting: nesting, isAssigned: isAssigned))
    isAssigned = false
    isCommandDue = true
  }

  /// What was assigned may be followed by a command; anything else was an argument or a command itself.
  mutating func leaveFrame() {
    isAssigned = frames.removeLast().isAssigned
    isCommandDue = isAssigned
  }

  mutating func operatorPiece(_ cursor: inout Cursor) -> TokenClass? {
    let isRedirection = ByteSet("<>").contains(cursor.byte)
    cursor.skip(while: ByteSet("|&;<>"), limit: 3)
    isCommandDue = !isRedirection
    isAssigned = false
    return .operator
  }

  /// Bytes that end a word; a `#` after one begins a comment.
  static let wordEnd = ByteSet(" \t\n;|&()<>")
}
