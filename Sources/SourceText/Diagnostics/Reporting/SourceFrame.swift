/// The lines that show a place in a file: its name, the source line, and carets under what is meant. Where that goes
/// on below the line, the last line's number follows.
///
///      --> content/questions/entropy.md:7:9
///       |
///     7 | 熵是[困惑度](perplexity.md)的对数。
///       |     ^^^^^^^^
struct SourceFrame {
  let style: TextStyle
  /// Columns for line numbers.
  let gutter: Int

  /// A place as editors and terminals understand it: `path:line:column`.
  static func name(_ location: SourceLocation) -> String {
    let path = DisplayText.printable(location.path)
    guard let position = location.position else { return path }
    return "\(path):\(position.line):\(position.column)"
  }

  /// The lines for a place; only its name when there is no source line to show.
  func lines(of location: SourceLocation, mark: TextStyle.Part) -> [String] {
    let arrow = style.apply(.gutter, to: spaces(gutter) + "-->")
    var lines = ["\(arrow) \(SourceFrame.name(location))"]
    guard let excerpt = location.excerpt, let position = location.position else { return lines }
    let line = FrameLine(excerpt)
    let number = String(position.line)
    let bar = style.apply(.gutter, to: spaces(gutter) + " |")
    let numberedBar = style.apply(.gutter, to: spaces(gutter - number.count) + number + " |")
    lines.append(bar)
    lines.append(line.text.isEmpty ? numberedBar : "\(numberedBar) \(line.text)")
    let carets = style.apply(mark, to: String(repeating: "^", count: line.markWidth))
    lines.append("\(bar) \(spaces(line.markStart))\(carets)\(continuation(of: location))")
    return lines
  }

  /// What stands behind the carets of a place that goes on below its first line.
  private func continuation(of location: SourceLocation) -> String {
    guard let start = location.position, let end = location.endPosition else { return "" }
    let last = end.column == 1 ? end.line - 1 : end.line
    return last > start.line ? " to line \(last)" : ""
  }

  /// A sentence below a frame.
  func aside(_ text: String) -> String {
    style.apply(.gutter, to: spaces(gutter) + " =") + " " + text
  }

  /// Text below that of an aside, further in.
  func continuation(_ indent: Int, _ text: String) -> String {
    spaces(gutter + 3 + indent) + text
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
