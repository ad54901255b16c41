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
  private mutating func takeArgument() {
    if !isAssigned { isCommandDue = false }
  }

  private mutating func enter(_ nesting: Nesting) {
    frames.append(Frame(nesting: nesting, isAssigned: isAssigned))
    isAssigned = false
    isCommandDue = true
  }

  /// What was assigned may be followed by a command; anything else was an argument or a command itself.
  private mutating func leaveFrame() {
    isAssigned = frames.removeLast().isAssigned
    isCommandDue = isAssigned
  }

  private mutating func operatorPiece(_ cursor: inout Cursor) -> TokenClass? {
    let isRedirection = ByteSet("<>").contains(cursor.byte)
    cursor.skip(while: ByteSet("|&;<>"), limit: 3)
    isCommandDue = !isRedirection
    isAssigned = false
    return .operator
  }

  /// Bytes that end a word; a `#` after one begins a comment.
  static let wordEnd = ByteSet(" \t\n;|&()<>")
}

// MARK: - Words

extension ShellLexer {
  private mutating func wordPiece(_ cursor: inout Cursor) -> TokenClass? {
    let start = cursor.position
    let startsWord = Self.wordEnd.contains(cursor.peek(-1)) || ByteSet("`\0").contains(cursor.peek(-1))
    cursor.skip(until: Self.wordBreak)
    if cursor.byte == ASCII.equals || cursor.byte == ASCII.plus && cursor.peek(1) == ASCII.equals {
      return assignmentPiece(from: start, startsWord, &cursor)
    }
    if cursor.position == start {
      cursor.advance()
      return nil
    }
    let word = cursor.bytes(from: start)
    let isWhole =
      startsWord && (Self.wordEnd.contains(cursor.byte) || cursor.isAtEnd || cursor.byte == ASCII.backtick)
    if case .arithmetic = frames.last?.nesting {
      return word.allSatisfy(ByteSet.digits.contains) ? .number : nil
    }
    if isAssigned { return nil }
    if isCommandDue, startsWord { return isWhole ? commandName(word) : .function }
    if isWhole, isInDue, word.elementsEqual("in".utf8) {
      isInDue = false
      return .keyword
    }
    isCommandDue = false
    if startsWord, word.first == ASCII.hyphen, word.count > 1 { return .attribute }
    return isWhole && word.allSatisfy(ByteSet.digits.contains) ? .number : nil
  }

  /// `NAME=`, `--option=`; the value is lexed as a word of its own.
  private mutating func assignmentPiece(
    from start: Int, _ startsWord: Bool, _ cursor: inout Cursor
  ) -> TokenClass? {
    let word = cursor.bytes(from: start)
    if word.isEmpty {
      cursor.advance()
      return nil
    }
    guard startsWord else { return nil }
    if word.first == ASCII.hyphen { return .attribute }
    guard isCommandDue, ByteSet.wordStart.contains(word[start]) else { return nil }
    isAssigned = true
    return .variable
  }

  private mutating func commandName(_ word: ArraySlice<UInt8>) -> TokenClass? {
    if Self.keywords[word] != nil {
      isInDue =
        word.elementsEqual("for".utf8) || word.elementsEqual("case".utf8) || word.elementsEqual("select".utf8)
      isCommandDue = !isInDue && !word.elementsEqual("function".utf8) && !word.elementsEqual("[[".utf8)
      return .keyword
    }
    isCommandDue = false
    return .function
  }

  private static let keywords = WordTable([
    ("! [[ { } case coproc do done elif else esac fi for function if select then time until while ]]", true)
  ])

  private static let wordBreak = ByteSet(" \t\n;|&()<>'\"`$\\=+")
}

// MARK: - Expansions

extension ShellLexer {
  /// `$name`, `${…}`, `$(…)`, `$((…))`, `$'…'`.
  private mutating func dollarPiece(_ cursor: inout Cursor) -> TokenClass? {
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

  private mutating func backtickPiece(_ cursor: inout Cursor) -> TokenClass? {
    cursor.advance()
    if case .backticks = frames.last?.nesting {
      leaveFrame()
    } else if frames.count < Self.maximumDepth {
      enter(.backticks)
    }
    return .escape
  }

  private mutating func parenthesisPiece(_ cursor: inout Cursor) -> TokenClass? {
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

// MARK: - Quoted text

extension ShellLexer {
  private mutating func quotedPiece(_ cursor: inout Cursor) -> TokenClass? {
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

  private mutating func escapedQuotesPiece(_ cursor: inout Cursor) -> TokenClass? {
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
