import SourceText

/// Footnotes: `[^label]` and, as a container of blocks, `[^label]: …` with further lines indented by four columns.
extension DialectScanner {
  private static let longestLabel = 256

  /// The offset of the `]` behind a label: anything but white space and brackets.
  mutating func endOfFootnoteLabel(from start: Int, to end: Int) -> Int? {
    var index = start
    defer { work.read(start, to: index) }
    let limit = min(end, start + DialectScanner.longestLabel)
    while index < limit, bytes[index] > 0x20, bytes[index] != 0x5B, bytes[index] != 0x5D { index += 1 }
    return index > start && index < limit && bytes[index] == 0x5D ? index : nil
  }

  /// The label of the definition that begins at an offset, on a line that goes on with so many of the open
  /// containers; a footnote holds no other.
  mutating func footnoteLabel(at start: Int, end: Int, inContainers matched: Int) -> Range<Int>? {
    guard start + 4 < end, bytes[start + 1] == 0x5E,
      let close = endOfFootnoteLabel(from: start + 2, to: end), close + 1 < end, bytes[close + 1] == 0x3A,
      !containers.prefix(matched).contains(where: { $0.kind == .footnote })
    else { return nil }
    return (start + 2)..<close
  }

  /// Opens a footnote; goes behind its colon.
  mutating func openFootnote(_ label: Range<Int>, _ line: inout LineCursor) {
    let text = label.upperBound + 2
    result.blocks.append(
      InlineBlock(kind: .footnote(result.footnotes.count), lines: 0..<0, fileLine: nextLine))
    result.footnotes.append(
      FootnoteSpan(label: label, text: text, fileLines: nextLine..<nextLine, containers: containers))
    // What stands behind the colon begins at column 4 of the footnote's text.
    line.advancePastContent(bytes: text - line.content, in: bytes)
    line.advanceToContent()
    line.count(column: LineCursor.codeIndent, in: bytes)
    push(Container(kind: .footnote, indent: LineCursor.codeIndent))
  }

  /// Notes the last line of the footnote that is open.
  mutating func closeFootnote() {
    let last = result.footnotes.count - 1
    let first = result.footnotes[last].fileLines.lowerBound
    result.footnotes[last].fileLines = first..<max(nextLine, first + 1)
  }
}
