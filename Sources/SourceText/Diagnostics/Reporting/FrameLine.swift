/// A source line and the carets under its marked part, in columns of a terminal.
struct FrameLine {
  /// The line as `DisplayText` shows it, tabs as spaces.
  private(set) var text = ""
  /// Columns before the first caret.
  private(set) var markStart = 0
  /// Number of carets, at least one.
  private(set) var markWidth = 1

  /// A tab goes on to the next multiple of this.
  private static let tabStop = 4

  init(_ excerpt: Excerpt) {
    var printed = String.UnicodeScalarView()
    var column = 0
    var offset = 0
    var markEnd = 0
    let pieces = DisplayText.pieces(of: excerpt.text)
    let marksInvisible = FrameLine.marksInvisible(pieces, excerpt)
    for piece in pieces {
      // A mark that begins or ends within a piece takes it whole.
      if offset <= excerpt.markStart { markStart = column }
      let isMarked = offset >= excerpt.markStart && offset < excerpt.markEnd
      let shown =
        isMarked && marksInvisible
        ? FrameLine.escaped(piece.scalar)
        : FrameLine.shown(piece.scalar, column: column, isFirst: offset == 0)
      printed.append(contentsOf: shown.text.unicodeScalars)
      column += shown.columns
      if offset < excerpt.markEnd { markEnd = column }
      offset += piece.byteCount
    }
    if offset <= excerpt.markStart { markStart = column }
    text = String(printed)
    markWidth = max(1, markEnd - markStart)
  }

  /// Whether all that is marked is invisible.
  private static func marksInvisible(_ pieces: [DisplayText.Piece], _ excerpt: Excerpt) -> Bool {
    guard excerpt.markStart < excerpt.markEnd else { return false }
    var offset = 0
    for piece in pieces where offset < excerpt.markEnd {
      if offset >= excerpt.markStart, !DisplayText.isInvisible(piece.scalar) { return false }
      offset += piece.byteCount
    }
    return true
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> (text: String, columns: Int) {
    let escape = DisplayText.escape(scalar)
    return (escape, escape.utf8.count)
  }

  private static func shown(
    _ scalar: Unicode.Scalar, column: Int, isFirst: Bool
  ) -> (text: String, columns: Int) {
    if scalar == "\t" {
      let width = tabStop - column % tabStop
      return (String(repeating: " ", count: width), width)
    }
    // A byte order mark says nothing about the line.
    if isFirst, scalar.value == 0xFEFF { return ("", 0) }
    if DisplayText.isUnsafe(scalar) { return escaped(scalar) }
    return (String(scalar), TerminalWidth.columns(of: scalar))
  }
}
