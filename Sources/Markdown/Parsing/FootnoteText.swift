import SourceText

/// The footnotes of a file as a text of their own for libcmark: each is the only item of a list, which ends whatever
/// is left open in it, and before all stand the file's link reference definitions.
struct FootnoteText {
  /// The text; empty without footnotes.
  private(set) var bytes: [UInt8] = []
  /// Where the lines of the text stand in the file.
  private(set) var lines: [Line] = []

  /// Whether the item that is being written holds nothing yet: it may begin with one empty line only.
  private var isEmpty = true
  /// The lines of the file that hold link reference definitions, which count for the whole document.
  private var definitionLines: [Int: Range<Int>] = [:]

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
    for line in definitions { definitionLines[file.lineIndex(at: line.range.lowerBound)] = line.range }
    for line in definitions { append(line.range, of: text, line: 0, indent: 0) }
    endLine(Line(fileLine: 0, start: 0))
    for (number, footnote) in footnotes.enumerated() {
      let first = footnote.fileLines.lowerBound
      let end = file.lineRange(first).upperBound
      let start = ASCII.skipBlanks(from: footnote.text, to: end, in: text)
      isEmpty = start == end
      // An empty item begins no list where text stands directly before it.
      if isEmpty { endLine(Line(fileLine: first, start: start)) }
      // Lists whose markers differ are different lists.
      bytes.append(contentsOf: number % 2 == 0 ? [0x30, 0x31, 0x2E, 0x20] : [0x30, 0x31, 0x29, 0x20])
      append(start..<end, of: text, line: first, indent: FootnoteText.indent)
      hide((footnote.label.lowerBound - 2)..<end, in: &text)
      for line in footnote.fileLines.dropFirst() { take(line, of: footnote, from: &text, in: file) }
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
    // The marks of containers are read in the file: inside a formula they are masked.
    var cursor = LineCursor(file.lineRange(line), in: file.bytes)
    let matched = cursor.advance(past: footnote.containers, in: file.bytes)
    let isMatched = matched == footnote.containers.count
    let place = isMatched ? cursor.offset : cursor.content
    for index in file.lineRange(line).lowerBound..<place { text[index] = file.bytes[index] }
    if cursor.isBlank, isEmpty { return }
    isEmpty = false
    guard !cursor.isBlank || cursor.indent > FootnoteText.indent else {
      return endLine(Line(fileLine: line, start: cursor.end))
    }
    guard isMatched, cursor.indent >= FootnoteText.indent else {
      // A line that lazily goes on with a paragraph.
      append(cursor.offset..<cursor.end, of: text, line: line, indent: 0)
      return hide(place..<cursor.end, in: &text)
    }
    cursor.advance(columns: FootnoteText.indent, in: file.bytes)
    bytes.append(contentsOf: repeatElement(0x20, count: FootnoteText.indent))
    var start = cursor.offset
    var indent = FootnoteText.indent
    if start < cursor.end, text[start] == 0x09 {
      let columns = 4 - cursor.column % 4
      bytes.append(contentsOf: repeatElement(0x20, count: columns))
      indent += columns
      start += 1
    }
    append(start..<cursor.end, of: text, line: line, indent: indent)
    if let definition = definitionLines[line] {
      keepDefinition(definition, from: place, in: &text)
    } else {
      hide(place..<cursor.end, in: &text)
    }
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
    guard !range.isEmpty, text[range].contains(where: { !ASCII.isBlank($0) }) else { return }
    for index in range { text[index] = 0x20 }
    text[range.lowerBound] = 0x23
  }
}
