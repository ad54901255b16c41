import SourceText

/// The footnotes of a file as a text of their own for libcmark: each is the only item of a list, which ends whatever
/// is left open in it, and behind all stand the file's link reference definitions.
struct FootnoteText {
  /// The text; empty without footnotes.
  private(set) var bytes: [UInt8] = []
  /// Where the lines of the text stand in the file.
  private(set) var lines: [Line] = []

  /// The lines of the file that hold link reference definitions, which count for the whole document.
  private var definitionLines: Set<Int> = []

  /// Where a line of the text stands in the file.
  struct Line {
    var fileLine: Int
    /// The offset in the file that column 1 of the line stands for; less than the line's own start where the marker of
    /// the list item stands before its text.
    var start: Int
  }

  /// Columns before the text of an item: `01. `.
  private static let indent = 4

  /// Takes the footnotes out of a text, in which each of their lines becomes an empty heading.
  ///
  /// - Complexity: O(bytes of the footnotes).
  init(
    extracting footnotes: [FootnoteSpan], from text: inout [UInt8], of file: SourceFile,
    definitions: [ContentLine]
  ) {
    guard !footnotes.isEmpty else { return }
    definitionLines = Set(definitions.map { file.lineIndex(at: $0.range.lowerBound) })
    for (number, footnote) in footnotes.enumerated() {
      // Lists whose markers differ are different lists.
      bytes.append(contentsOf: number % 2 == 0 ? [0x30, 0x31, 0x2E, 0x20] : [0x30, 0x31, 0x29, 0x20])
      for line in footnote.fileLines {
        if line == footnote.fileLines.lowerBound {
          let start = ASCII.skipBlanks(from: footnote.text, to: file.lineRange(line).upperBound, in: text)
          append(start..<file.lineRange(line).upperBound, of: text, line: line, indent: FootnoteText.indent)
          hide((footnote.label.lowerBound - 2)..<file.lineRange(line).upperBound, in: &text)
        } else {
          take(line, of: footnote, from: &text, in: file)
        }
      }
      endLine(Line(fileLine: footnote.fileLines.upperBound, start: 0))
    }
    for line in definitions {
      bytes.append(contentsOf: text[line.range])
      bytes.append(0x0A)
    }
  }

  /// Leaves a line of a link reference definition where libcmark finds it for the whole document, but without the
  /// footnote's indentation, by which it would be code.
  private func keepDefinition(_ line: Range<Int>, from place: Int, in text: inout [UInt8]) {
    let definition = Array(text[line])
    for index in place..<line.upperBound { text[index] = 0x20 }
    text.replaceSubrange(place..<(place + definition.count), with: definition)
  }

  private mutating func take(
    _ line: Int, of footnote: FootnoteSpan, from text: inout [UInt8], in file: SourceFile
  ) {
    var cursor = LineCursor(file.lineRange(line), in: text)
    let matched = cursor.advance(past: footnote.containers, in: text)
    guard !cursor.isBlank else {
      // An item may begin with one empty line only.
      if !endsInEmptyLine { endLine(Line(fileLine: line, start: cursor.end)) }
      return
    }
    let place = matched == footnote.containers.count ? cursor.offset : cursor.content
    guard matched == footnote.containers.count, cursor.indent >= FootnoteText.indent else {
      // A line that lazily goes on with a paragraph.
      append(cursor.content..<cursor.end, of: text, line: line, indent: 0)
      return hide(place..<cursor.end, in: &text)
    }
    cursor.advance(columns: FootnoteText.indent, in: text)
    bytes.append(contentsOf: repeatElement(0x20, count: FootnoteText.indent))
    var start = cursor.offset
    var indent = FootnoteText.indent
    if text[start] == 0x09 {
      let columns = 4 - cursor.column % 4
      bytes.append(contentsOf: repeatElement(0x20, count: columns))
      indent += columns
      start += 1
    }
    append(start..<cursor.end, of: text, line: line, indent: indent)
    if definitionLines.contains(line) {
      keepDefinition(cursor.content..<cursor.end, from: place, in: &text)
    } else {
      hide(place..<cursor.end, in: &text)
    }
  }

  /// Whether the line before is the marker of a footnote that begins with an empty line.
  private var endsInEmptyLine: Bool {
    bytes.count > 1 && bytes[bytes.count - 2] == 0x20 && bytes[bytes.count - 1] == 0x0A
  }

  private mutating func append(_ range: Range<Int>, of text: [UInt8], line: Int, indent: Int) {
    bytes.append(contentsOf: text[range])
    endLine(Line(fileLine: line, start: range.lowerBound - indent))
  }

  private mutating func endLine(_ line: Line) {
    bytes.append(0x0A)
    lines.append(line)
  }

  private func hide(_ range: Range<Int>, in text: inout [UInt8]) {
    for index in range { text[index] = 0x20 }
    text[range.lowerBound] = 0x23
  }
}
