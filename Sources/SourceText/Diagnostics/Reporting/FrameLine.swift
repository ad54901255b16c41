/// A source line and the carets under its marked part, in columns of a terminal.
struct FrameLine {
  /// The line as it is printed: tabs as spaces, what is not safe to print as escapes.
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
    for scalar in excerpt.text.unicodeScalars {
      if offset == excerpt.markStart { markStart = column }
      if offset == excerpt.markEnd { markEnd = column }
      let isByteOrderMark = offset == 0 && scalar.value == 0xFEFF
      offset += UTF8.width(scalar)
      if scalar == "\t" {
        let width = FrameLine.tabStop - column % FrameLine.tabStop
        printed.append(contentsOf: repeatElement(" ", count: width))
        column += width
      } else if isByteOrderMark {
        continue
      } else if DisplayText.isUnsafe(scalar) {
        let escape = DisplayText.escape(scalar)
        printed.append(contentsOf: escape.unicodeScalars)
        column += escape.unicodeScalars.count
      } else {
        printed.append(scalar)
        column += TerminalWidth.columns(of: scalar)
      }
    }
    if offset <= excerpt.markStart { markStart = column }
    if offset <= excerpt.markEnd { markEnd = column }
    text = String(printed)
    markWidth = max(1, markEnd - markStart)
  }
}
