import SourceText

/// Builds a document's tree from libcmark's.
///
/// libcmark tells the structure; where each piece of text stands in the author's file is found again by reading the
/// masked text along with the tree, because libcmark's own columns are wrong behind indented continuation lines.
struct TreeBuilder {
  var document: Document
  let scan: ScanResult
  /// The text libcmark read: the masked text with the tables hidden.
  let parsed: [UInt8]
  /// The line of the file, from 0, that libcmark calls 1.
  let firstLine: Int
  /// Whether `[1]` in text cites an item of the page's own reference list.
  let splitsNumericCitations: Bool

  /// Offset of the next byte of the current block that has not been read.
  var cursor = 0
  /// End of the current block.
  var limit = 0
  /// Line endings inside the last span that libcmark has not yet reported.
  var pendingLineEndings = 0
  /// Index of the next span.
  var nextSpan = 0
  /// Whether the last node is text that may be made longer.
  var endsInText = false
  /// Whether the block is a cell of a table.
  private(set) var isInTable = false
  /// How many links are open.
  var linkDepth = 0

  private var open: [Int] = []
  private var nextTable = 0
  private var nextAttributes = 0
  private var headingIDs = HeadingIDs()

  init(document: Document, scan: ScanResult, parsed: [UInt8], firstLine: Int, splitsNumericCitations: Bool) {
    self.document = document
    self.scan = scan
    self.parsed = parsed
    self.firstLine = firstLine
    self.splitsNumericCitations = splitsNumericCitations
    self.document.nodes.reserveCapacity((scan.masked.count - cursor) / 24)
  }

  // MARK: Nodes

  /// Begins the document node.
  mutating func appendRoot(_ range: Range<Int>) {
    begin(.document, range)
  }

  /// Adds a node whose children follow until `close()`.
  mutating func begin(_ kind: NodeKind, _ range: Range<Int>, detail: UInt8 = 0, payload: Int = 0) {
    endText()
    open.append(document.nodes.count)
    append(kind, range, detail: detail, payload: payload)
  }

  /// Adds a node without children.
  mutating func append(
    _ kind: NodeKind, _ range: Range<Int>, literal: TextSlice = .empty, detail: UInt8 = 0, payload: Int = 0
  ) {
    document.nodes.append(
      Node(
        kind: kind, detail: detail, subtreeEnd: UInt32(document.nodes.count + 1), range: SourceRange(range),
        literal: literal, payload: UInt32(truncatingIfNeeded: payload)))
  }

  /// Ends the innermost open node.
  mutating func close(at end: Int? = nil) {
    endText()
    guard let index = open.popLast() else { return }
    document.nodes[index].subtreeEnd = UInt32(document.nodes.count)
    if let end { document.nodes[index].range.end = max(document.nodes[index].range.start, UInt32(end)) }
  }

  /// Index of the innermost open node.
  var openNode: Int { open.last ?? 0 }

  /// Keeps text that does not stand in the file as it is read.
  mutating func keep(_ text: some Sequence<UInt8>) -> TextSlice {
    let start = document.literals.count
    for byte in text {
      if byte == MaskByte.replaced {
        document.literals.append(contentsOf: [0xEF, 0xBF, 0xBD])
      } else if byte != MaskByte.filler && byte != MaskByte.first {
        document.literals.append(byte)
      }
    }
    return TextSlice(literals: start..<document.literals.count)
  }

  // MARK: Blocks

  /// Adds all blocks of a tree; the tables' cells are the siblings of `firstCell`, in order.
  mutating func appendBlocks(of root: CmarkNode, cells: [[[Range<Int>]]], firstCell: CmarkNode?) {
    var nextCell = firstCell
    var node = root.firstChild
    var depth = 0
    while let current = node {
      if let child = appendBlock(current, cells: cells, nextCell: &nextCell) {
        depth += 1
        node = child
        continue
      }
      var last = current
      while last.next == nil, depth > 0, let parent = last.parent {
        close()
        depth -= 1
        last = parent
      }
      node = last.next
    }
  }

  /// Adds one block; returns its first child when it holds blocks.
  private mutating func appendBlock(
    _ node: CmarkNode, cells: [[[Range<Int>]]], nextCell: inout CmarkNode?
  ) -> CmarkNode? {
    let range = blockRange(node)
    switch node.kind {
    case .blockQuote:
      return beginContainer(.blockQuote, range, node)
    case .list:
      document.lists.append(ListData(start: node.listStart, isTight: node.isTightList))
      return beginContainer(.list, range, node, payload: document.lists.count - 1)
    case .item:
      return beginContainer(.item, range, node)
    case .paragraph:
      appendParagraph(node, range)
    case .heading:
      appendHeading(node, range, cells: cells, nextCell: &nextCell)
    case .codeBlock:
      document.codeBlocks.append(CodeBlockData(info: node.info))
      let literal = restored(node.literal, node: node, skipsFence: isFence(at: range.lowerBound))
      append(.codeBlock, range, literal: literal, payload: document.codeBlocks.count - 1)
    case .htmlBlock:
      append(.htmlBlock, range, literal: restored(node.literal, node: node, skipsFence: false))
    case .thematicBreak:
      append(.thematicBreak, range)
    default:
      break
    }
    return nil
  }

  private mutating func beginContainer(
    _ kind: NodeKind, _ range: Range<Int>, _ node: CmarkNode, payload: Int = 0
  ) -> CmarkNode? {
    begin(kind, range, payload: payload)
    guard let child = node.firstChild else {
      close()
      return nil
    }
    return child
  }

  private mutating func appendParagraph(_ node: CmarkNode, _ range: Range<Int>) {
    begin(.paragraph, range)
    appendInlines(of: node, in: range)
    close()
  }

  private mutating func appendHeading(
    _ node: CmarkNode, _ range: Range<Int>, cells: [[[Range<Int>]]], nextCell: inout CmarkNode?
  ) {
    let line = node.start.line - 1 + firstLine
    while nextTable < scan.tables.count, scan.tables[nextTable].lines.upperBound < line { nextTable += 1 }
    if nextTable < scan.tables.count, scan.tables[nextTable].lines.contains(line) {
      if scan.tables[nextTable].lines.lowerBound == line {
        appendTable(scan.tables[nextTable], cells[nextTable], nextCell: &nextCell)
      }
      return
    }
    let level = node.headingLevel
    begin(.heading, range, detail: UInt8(truncatingIfNeeded: level), payload: document.headings.count)
    let index = openNode
    appendInlines(of: node, in: range)
    close()
    while nextAttributes < scan.headingAttributes.count, scan.headingAttributes[nextAttributes].line < line {
      nextAttributes += 1
    }
    var attributes = Attributes.none
    if nextAttributes < scan.headingAttributes.count, scan.headingAttributes[nextAttributes].line == line {
      attributes = scan.headingAttributes[nextAttributes].attributes
    }
    let text = document.plainText(of: index)
    let id = headingIDs.make(explicit: attributes.id, text: text)
    if !id.isUnique {
      document.diagnostics.append(
        Diagnostic(
          .headingDuplicateID, at: SourceLocation(range, in: document.source),
          "The id \"\(String(decoding: attributes.id ?? [], as: UTF8.self))\" stands twice on this page.",
          notes: [Note("Links reach only the first; give this heading another {#id}.")]))
    }
    document.headings.append(
      Heading(level: level, id: id.id, plainText: text, attributes: attributes, node: index))
  }

  private mutating func appendTable(_ table: TableSpan, _ rows: [[Range<Int>]], nextCell: inout CmarkNode?) {
    guard let first = table.rows.first, let last = table.rows.last else { return }
    isInTable = true
    defer { isInTable = false }
    begin(.table, first.lowerBound..<last.upperBound)
    for (number, cells) in rows.enumerated() {
      begin(.tableRow, table.rows[number], detail: number == 0 ? 1 : 0)
      for (column, alignment) in table.alignments.enumerated() {
        let end = table.rows[number].upperBound
        let range = column < cells.count ? cells[column] : end..<end
        begin(.tableCell, range, detail: alignment.rawValue)
        if column < cells.count, let cell = nextCell {
          appendInlines(of: cell, in: range)
          nextCell = cell.next
        }
        close()
      }
      close()
    }
    close()
  }

  // MARK: Places

  private func offset(line: Int, column: Int) -> Int {
    let index = line - 1 + firstLine
    guard index >= 0 else { return 0 }
    guard index < document.source.lineStarts.count else { return document.source.bytes.count }
    return min(Int(document.source.lineStarts[index]) + max(column - 1, 0), document.source.bytes.count)
  }

  private func blockRange(_ node: CmarkNode) -> Range<Int> {
    let start = offset(line: node.start.line, column: node.start.column)
    let end = offset(line: node.end.line, column: node.end.column + 1)
    return start..<max(start, end)
  }

  private func isFence(at start: Int) -> Bool {
    var index = start
    while index < scan.masked.count, scan.masked[index] == 0x20 { index += 1 }
    return index + 2 < scan.masked.count && (scan.masked[index] == 0x60 || scan.masked[index] == 0x7E)
      && scan.masked[index + 1] == scan.masked[index] && scan.masked[index + 2] == scan.masked[index]
  }

  /// The literal of a code or HTML block with what was masked in it by mistake put back, line by line.
  private mutating func restored(_ literal: [UInt8], node: CmarkNode, skipsFence: Bool) -> TextSlice {
    var line = node.start.line - 1 + firstLine + (skipsFence ? 1 : 0)
    let start = document.literals.count
    var index = 0
    while index < literal.count {
      let end = literal[index...].firstIndex(of: 0x0A) ?? literal.count
      let text = literal[index..<end]
      let source = line < document.source.lineStarts.count ? document.source.lineRange(line) : 0..<0
      if source.count >= text.count, parsed[source.suffix(text.count)] == text {
        document.literals.append(contentsOf: document.source.bytes[source.suffix(text.count)])
      } else {
        _ = keep(text)
      }
      if end < literal.count { document.literals.append(0x0A) }
      index = end + 1
      line += 1
    }
    return TextSlice(literals: start..<document.literals.count)
  }
}

/// Gives every heading of a page an id of its own.
struct HeadingIDs {
  private var used: Set<[UInt8]> = []
  private var nextSuffix: [[UInt8]: Int] = [:]

  /// An id from `{#id}` or from the text, with `-1`, `-2`, … when it stands already.
  mutating func make(explicit: [UInt8]?, text: [UInt8]) -> (id: [UInt8], isUnique: Bool) {
    let base = explicit ?? Slug.make(text)
    if used.insert(base).inserted { return (base, true) }
    var suffix = nextSuffix[base] ?? 1
    var id = base + Array("-\(suffix)".utf8)
    while !used.insert(id).inserted {
      suffix += 1
      id = base + Array("-\(suffix)".utf8)
    }
    nextSuffix[base] = suffix + 1
    return (id, explicit == nil)
  }
}
