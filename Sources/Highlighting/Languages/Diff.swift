/// Lexes patches: unified diffs and what git writes around them, a line at a time.
struct DiffLexer: HighlightLexer {
  /// Whether a `+++` line is due, after a `---` line.
  private var isHeaderDue = false

  mutating func nextPiece(_ cursor: inout Cursor) -> TokenClass? {
    if cursor.byte == ASCII.newline {
      cursor.advance()
      return nil
    }
    let tokenClass = classOfLine(&cursor)
    cursor.skipLine()
    return tokenClass
  }

  private mutating func classOfLine(_ cursor: inout Cursor) -> TokenClass? {
    if isHeaderDue {
      isHeaderDue = false
      return .meta
    }
    switch cursor.byte {
    case ASCII.plus, ASCII.greaterThan: return .inserted
    case ASCII.lessThan: return .deleted
    case ASCII.hyphen:
      isHeaderDue = isFileHeader(&cursor)
      return isHeaderDue ? .meta : .deleted
    case ASCII.at where cursor.peek(1) == ASCII.at: return .meta
    default: return Self.headers.contains { cursor.hasPrefix($0) } ? .meta : nil
    }
  }

  /// Whether a `+++` line follows: a deleted line may begin with `--` too.
  private func isFileHeader(_ cursor: inout Cursor) -> Bool {
    guard cursor.hasPrefix("--- ") else { return false }
    let end = cursor.offset(skipping: ByteSet.newline.inverted)
    return cursor.hasPrefix("\n+++ ", at: end)
  }

  private static let headers: [Delimiter] = [
    "diff ", "index ", "new file", "deleted ", "old mode", "new mode", "similari", "rename ", "copy ",
    "Binary ",
    "\\ No new",
  ]
}
