extension ShellLexer {
  mutating func wordPiece(_ cursor: inout Cursor) -> TokenClass? {
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
    if isCommandDue, startsWord, word.first != ASCII.hyphen { return isWhole ? commandName(word) : .function }
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
      isCommandDue = !isInDue && !word.elementsEqual("[[".utf8)
      return .keyword
    }
    isCommandDue = false
    return word.first.map(Self.commandStart.contains) == true ? .function : nil
  }

  /// What the name of a command may begin with, unlike patterns and options.
  private static let commandStart = ByteSet("./~[:").union(.wordPart)

  private static let keywords = WordTable([
    ("! [[ { } case coproc do done elif else esac fi for function if select then time until while ]]", true)
  ])

  private static let wordBreak = ByteSet(" \t\n;|&()<>'\"`$\\=+")
}
