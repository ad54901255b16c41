import KnowledgeBase
import Markdown
import SourceText

/// Finds blocks in the lines of a part of a page, and repairs what is certain on the way.
///
/// Scraped text has a paragraph a line, and sometimes hard line ends within one: a line that ends no sentence goes on
/// in the next.
struct BlockReader {
  private let bytes: [UInt8]
  private var blocks: [TextBlock] = []
  /// Whether the next line of text may belong to the last paragraph.
  private var isOpen = false
  /// Columns at which the items of the current list begin, outermost first.
  private var columns: [Int] = []
  private var closing = ClosingLines()
  /// Where rows end that were found to be no table.
  private var refusedRows: [PlainTable.Sign: Int] = [:]

  /// Reads lines; blank ones are empty.
  ///
  /// - Complexity: O(bytes).
  static func blocks(
    in lines: [Range<Int>], of bytes: [UInt8], report: inout ImportReport
  ) -> [TextBlock] {
    var reader = BlockReader(bytes: bytes)
    reader.read(lines, &report)
    return DoubledParagraphs.removed(from: reader.blocks, in: bytes, report: &report)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func read(_ lines: [Range<Int>], _ report: inout ImportReport) {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isEmpty {
        isOpen = false
        index += 1
      } else if let end = closing.end(ofBlockAt: index, in: lines, of: bytes, report: &report) {
        add(.verbatim, Array(lines[index...end]))
        index = end + 1
      } else if let end = TableRows.end(at: index, in: lines, of: bytes) {
        add(.table, Array(lines[index...end]))
        index = end + 1
      } else if let table = PlainTable.find(at: index, in: lines, of: bytes, refused: &refusedRows) {
        report.add(
          .importRepaired, line,
          "the \(table.end - index + 1) lines from here on were rows of a table; they are one again")
        add(.cells(table.sign, columns: table.columns), Array(lines[index...table.end]))
        index = table.end + 1
      } else if columns.isEmpty, let end = IndentedCode.end(at: index, in: lines, of: bytes) {
        report.add(
          .importRepaired, line, "the \(end - index + 1) lines from here on are code; they have a fence again"
        )
        add(.code, Array(lines[index...end]))
        index = end + 1
      } else if isQuotation(at: index, in: lines) {
        readQuotation(line)
        index += 1
      } else {
        readText(line, &report)
        index += 1
      }
    }
  }

  private mutating func add(_ kind: TextBlock.Kind, _ lines: [Range<Int>]) {
    blocks.append(TextBlock(kind: kind, lines: lines))
    isOpen = false
    switch kind {
    case .item, .itemText: return
    default: columns = []
    }
  }

  /// A heading within a part of the page: never one that would begin a part.
  private mutating func addHeading(level: Int, _ text: Range<Int>) {
    let isPart = SectionNames().kind(of: bytes[text]) != nil
    add(.heading(level: min(6, max(isPart ? 4 : 3, level))), [text])
  }

  // MARK: Lines

  /// Cuts a line at its markers and reads the pieces.
  private mutating func readText(_ line: Range<Int>, _ report: inout ImportReport) {
    var start = line.lowerBound
    var level: Int?
    for marker in markers(in: line) {
      readPiece(start..<marker.range.lowerBound, of: line, headingLevel: level, isMarked: true, &report)
      let end = marker.range.upperBound
      report.addRemoval(marker.range, "a scraper's marker")
      if marker.range.lowerBound == line.lowerBound {
        reportCutAddress(before: marker.range, of: line, &report)
      }
      start = end
      level = marker.headingLevel
      isOpen = false
    }
    readPiece(
      start..<line.upperBound, of: line, headingLevel: level, isMarked: start > line.lowerBound, &report)
  }

  /// A marker before a line that goes on like the address that ends the line above.
  private func reportCutAddress(before marker: Range<Int>, of line: Range<Int>, _ report: inout ImportReport)
  {
    guard isOpen, marker.upperBound < line.upperBound, TextBytes.isAlphanumeric(bytes[marker.upperBound]),
      let above = blocks.last?.lines.last,
      let span = ProtectedSpan.find(in: above, of: bytes).last, span.isAddress,
      span.range.upperBound == above.upperBound
    else { return }
    report.add(
      .importDamaged, span.range,
      "this address may go on in the next line, where a scraper's marker cut it in two; join the parts")
  }

  private func markers(in line: Range<Int>) -> [ScraperMarker] {
    guard bytes[line].contains(0x5B) else { return [] }
    let spans = ProtectedSpan.find(in: line, of: bytes)
    var next = spans[...]
    var markers: [ScraperMarker] = []
    var index = line.lowerBound
    while index < line.upperBound {
      while let span = next.first, span.range.upperBound <= index { next.removeFirst() }
      if let span = next.first, span.range.contains(index) {
        index = span.range.upperBound
      } else if let marker = ScraperMarker(at: index, end: line.upperBound, in: bytes) {
        markers.append(marker)
        index = marker.range.upperBound
      } else {
        index += 1
      }
    }
    return markers
  }

  private mutating func readPiece(
    _ piece: Range<Int>, of line: Range<Int>, headingLevel: Int?, isMarked: Bool, _ report: inout ImportReport
  ) {
    let text = TextBytes.trim(piece, in: bytes)
    guard !text.isEmpty else { return }
    if let headingLevel {
      if text.count <= BlockReader.longestHeading, !TextBytes.holdsSentenceEnd(text, in: bytes) {
        return addHeading(level: headingLevel + 1, text)
      }
      report.add(
        .importDamaged, text,
        "a heading is glued to its text here, and nothing says where it ends; put it on a line of its own")
    }
    if let heading = markdownHeading(text) { return addHeading(level: heading.level, heading.text) }
    if let (lead, items) = FlattenedList.split(text, in: bytes) {
      report.add(
        .importRepaired, text,
        "a list of \(items.count) items was flattened into one line; it has lines again")
      if !lead.isEmpty { readLine(lead) }
      for item in items { add(.item(depth: 0, number: item.number), [item.text]) }
      columns = [0]
      return
    }
    if let mark = ListMark(at: text, in: bytes) {
      if mark.isFullWidth {
        report.add(
          .importRepaired, text.lowerBound..<mark.text.lowerBound,
          "the number of a list item had full-width characters")
      }
      add(.item(depth: depth(of: text, in: line), number: mark.number), [mark.text])
      isOpen = !TextBytes.endsSentence(text, in: bytes)
      return
    }
    if text.lowerBound == line.lowerBound, readItemText(text) { return }
    readLine(text)
  }

  /// `> ` and text in quotation marks, or in two lines and more: a single sign may be one of comparison.
  private func isQuotation(at index: Int, in lines: [Range<Int>]) -> Bool {
    func isMarked(_ index: Int) -> Bool {
      lines.indices.contains(index) && lines[index].count > 2
        && bytes[lines[index]].starts(with: [0x3E, 0x20])
    }
    guard isMarked(index) else { return false }
    let text = TextBytes.trim(lines[index].lowerBound + 1..<lines[index].upperBound, in: bytes)
    guard !text.isEmpty else { return false }
    let first = TextBytes.scalar(at: text.lowerBound, in: bytes)
    return "\"“「『‘".unicodeScalars.contains(first) || isMarked(index + 1) || isMarked(index - 1)
  }

  /// A quotation goes on while its lines do.
  private mutating func readQuotation(_ line: Range<Int>) {
    let content = TextBytes.trim(line.lowerBound + 1..<line.upperBound, in: bytes)
    if isOpen, let last = blocks.last, last.kind == .quotation {
      blocks[blocks.count - 1].lines.append(content)
    } else {
      add(.quotation, [content])
    }
    isOpen = true
  }

  private mutating func readLine(_ text: Range<Int>) {
    if isOpen, let last = blocks.last, last.kind == .paragraph, goesOn(last.lines.last, in: text) {
      blocks[blocks.count - 1].lines.append(text)
    } else {
      add(.paragraph, [text])
    }
    isOpen = !TextBytes.endsSentence(text, in: bytes) && !beginsNumbered(text)
  }

  /// Reads a line that is indented below an item: it goes on with the item, or is a further paragraph of it.
  private mutating func readItemText(_ text: Range<Int>) -> Bool {
    let column = IndentedCode.column(of: text, in: bytes)
    guard let last = columns.last, column > last, let above = blocks.last else { return false }
    switch above.kind {
    case .item(let depth, _), .itemText(let depth):
      if isOpen, goesOn(above.lines.last, in: text) {
        blocks[blocks.count - 1].lines.append(text)
      } else {
        add(.itemText(depth: depth), [text])
      }
      isOpen = !TextBytes.endsSentence(text, in: bytes)
      return true
    default: return false
    }
  }

  /// Whether a line may be one that was cut at the width of a page: a short line before Chinese text is none, and stands
  /// alone, since Markdown sets Chinese text of two lines without a gap between.
  private func goesOn(_ above: Range<Int>?, in text: Range<Int>) -> Bool {
    guard let above, let last = TextBytes.scalar(before: above.upperBound, from: above.lowerBound, in: bytes)
    else { return false }
    let first = TextBytes.scalar(at: text.lowerBound, in: bytes)
    let areHan = [last, first].allSatisfy { "\u{2E80}"..."\u{9FFF}" ~= $0 || "\u{FF01}"..."\u{FF5E}" ~= $0 }
    return !areHan || above.count >= BlockReader.shortestWrapped
  }

  /// Bytes of the shortest line of Chinese text that may have been cut at the width of a page: 20 characters.
  private static let shortestWrapped = 60

  /// Bytes of the longest heading that a marker may begin.
  private static let longestHeading = 120

  /// `## ` and more; a single `#` is more often a comment or a tag.
  private func markdownHeading(_ text: Range<Int>) -> (level: Int, text: Range<Int>)? {
    let level = bytes[text].prefix { $0 == 0x23 }.count
    guard 2...6 ~= level, text.count > level, bytes[text.lowerBound + level] == 0x20 else { return nil }
    var rest = TextBytes.trim((text.lowerBound + level)..<text.upperBound, in: bytes)
    while !rest.isEmpty, bytes[rest.upperBound - 1] == 0x23 { rest = rest.lowerBound..<rest.upperBound - 1 }
    rest = TextBytes.trim(rest, in: bytes)
    return rest.isEmpty ? nil : (level, rest)
  }

  /// `①` or `（1）`: text with a number of its own, which never goes on in the next line.
  private func beginsNumbered(_ text: Range<Int>) -> Bool {
    let first = TextBytes.scalar(at: text.lowerBound, in: bytes)
    return "\u{2460}"..."\u{2473}" ~= first
  }

  // MARK: Depth of lists

  /// How deep an item lies: deeper than the item above when its line begins further right.
  private mutating func depth(of text: Range<Int>, in line: Range<Int>) -> Int {
    let column = text.lowerBound == line.lowerBound ? IndentedCode.column(of: line, in: bytes) : 0
    while let last = columns.last, last > column { columns.removeLast() }
    if let last = columns.last, column < last + 2 { return columns.count - 1 }
    if columns.count < BlockReader.deepest { columns.append(column) }
    return columns.count - 1
  }

  /// Levels of lists that are kept apart.
  private static let deepest = 4
}
