import SourceText

/// Builds a document's tree from libcmark's.
///
/// libcmark tells the structure; where each piece of text stands in the author's file is found by reading the lines
/// the scan found along with the tree, because libcmark's own columns are wrong behind indented continuation lines.
struct TreeBuilder {
  var document: Document
  let scan: ScanResult
  let text: InputBytes
  /// Whether `[1]` in text cites an item of the page's own reference list.
  let splitsNumericCitations: Bool
  /// How far the inlines of the current block are read.
  var reader = ContentReader()
  /// Index of the next span.
  var nextSpan = 0
  /// Whether the last node is text that may be made longer.
  var endsInText = false
  /// Whether the block is a cell of a table.
  var isInTable = false
  /// How many links and images are open.
  var linkDepth = 0
  /// Whether the text is that of an autolink, in which a backslash is text.
  var isInAutolink = false
  /// Empty cells that may still be added to rows that are too short.
  var fillableCells = 100_000

  private let bodyStart: Int
  /// The line of the file, from 0, that libcmark calls 1.
  private let firstLine: Int
  private var open: [Int] = []
  private var nextBlock = 0
  private var nextAttributes = 0
  private var nextLiteral = 0
  private var headingIDs = HeadingIDs()

  init(document: Document, scan: ScanResult, text: InputBytes, bodyStart: Int, splitsNumericCitations: Bool) {
    self.document = document
    self.scan = scan
    self.text = text
    self.bodyStart = bodyStart
    self.splitsNumericCitations = splitsNumericCitations
    firstLine = document.source.lineIndex(at: bodyStart)
    self.document.nodes.reserveCapacity((scan.masked.count - bodyStart) / 32)
  }

  // MARK: Nodes

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

  /// Ends the innermost open node, at an offset or where its last child ends.
  mutating func close(at end: Int? = nil) {
    endText()
    guard let index = open.popLast() else { return }
    document.nodes[index].subtreeEnd = UInt32(document.nodes.count)
    if let end {
      document.nodes[index].range.end = max(document.nodes[index].range.start, UInt32(end))
    }
    if let parent = open.last { widen(parent, to: document.nodes[index].range) }
  }

  /// Index of the innermost open node.
  var openNode: Int { open.last ?? 0 }

  /// Keeps text that does not stand in the file as it is read.
  mutating func keep(_ text: some Sequence<UInt8>) -> TextSlice {
    let start = document.literals.count
    for byte in text {
      if byte == MaskByte.replaced, self.text.hasReplacements {
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
    switch node.kind {
    case .blockQuote:
      return beginContainer(.blockQuote, node)
    case .list:
      document.lists.append(ListData(start: node.listStart, isTight: node.isTightList))
      return beginContainer(.list, node, payload: document.lists.count - 1)
    case .item:
      return beginContainer(.item, node)
    case .paragraph:
      appendParagraph(node)
    case .heading:
      appendHeading(node, cells: cells, nextCell: &nextCell)
    case .codeBlock:
      document.codeBlocks.append(CodeBlockData(info: node.info))
      appendLiteral(.codeBlock, node, payload: document.codeBlocks.count - 1)
    case .htmlBlock:
      appendLiteral(.htmlBlock, node)
    case .thematicBreak:
      append(.thematicBreak, blockRange(node))
      widenParent()
    default:
      break
    }
    return nil
  }

  private mutating func beginContainer(_ kind: NodeKind, _ node: CmarkNode, payload: Int = 0) -> CmarkNode? {
    begin(kind, blockRange(node), payload: payload)
    if let child = node.firstChild { return child }
    close()
    return nil
  }

  private mutating func appendParagraph(_ node: CmarkNode) {
    guard let block = takeBlock(of: node) else { return }
    begin(.paragraph, range(of: block.lines))
    appendInlines(of: node, lines: scan.lines[block.lines])
    close()
  }

  private mutating func appendHeading(
    _ node: CmarkNode, cells: [[[Range<Int>]]], nextCell: inout CmarkNode?
  ) {
    guard let block = takeBlock(of: node) else { return }
    if case .table(let index) = block.kind {
      if node.start.line - 1 + firstLine == block.fileLine {
        appendTable(scan.tables[index], cells[index], nextCell: &nextCell)
      }
      return
    }
    let level = node.headingLevel
    let whole = range(of: block.lines)
    let start = blockRange(node).lowerBound
    begin(
      .heading, min(start, whole.lowerBound)..<max(whole.upperBound, blockRange(node).upperBound),
      detail: UInt8(truncatingIfNeeded: level), payload: document.headings.count)
    let index = openNode
    appendInlines(of: node, lines: scan.lines[block.lines])
    close()
    var attributes = Attributes.none
    if nextAttributes < scan.headingAttributes.count,
      scan.headingAttributes[nextAttributes].block == nextBlock - 1
    {
      attributes = scan.headingAttributes[nextAttributes].attributes
      nextAttributes += 1
    }
    let text = document.plainText(of: index)
    let id = headingIDs.make(explicit: attributes.id, text: text)
    if !id.isUnique { reportDuplicate(attributes.id ?? [], heading: index) }
    document.headings.append(
      Heading(level: level, id: id.id, plainText: text, attributes: attributes, node: index))
  }

  private mutating func reportDuplicate(_ id: [UInt8], heading: Int) {
    document.diagnostics.append(
      Diagnostic(
        .headingDuplicateID, at: SourceLocation(document.nodes[heading].range, in: document.source),
        "The id \"\(String(decoding: id, as: UTF8.self))\" stands twice on this page.",
        notes: [Note("Links reach only the first; give this heading another {#id}.")]))
  }

  /// Adds a code or HTML block, as a part of the file where it stands there as it is.
  private mutating func appendLiteral(_ kind: NodeKind, _ node: CmarkNode, payload: Int = 0) {
    let start = nextLiteral < scan.literalStarts.count ? scan.literalStarts[nextLiteral] : 0
    nextLiteral += 1
    let source = scan.masked
    let hasReplacements = text.hasReplacements
    let literal = node.withLiteral { literal in
      let end = start + literal.count
      let isVerbatim = !hasReplacements && end <= source.count && source[start..<end].elementsEqual(literal)
      return isVerbatim ? TextSlice(source: start..<end) : keep(literal)
    }
    append(kind, blockRange(node), literal: literal, payload: payload)
    widenParent()
  }

  // MARK: Places

  /// The block of the scan that a paragraph or heading is; all rows of a table are the same.
  private mutating func takeBlock(of node: CmarkNode) -> InlineBlock? {
    let line = node.start.line - 1 + firstLine
    if nextBlock > 0, case .table = scan.blocks[nextBlock - 1].kind,
      isRow(line, of: scan.blocks[nextBlock - 1])
    {
      return scan.blocks[nextBlock - 1]
    }
    while nextBlock < scan.blocks.count {
      let block = scan.blocks[nextBlock]
      guard block.fileLine <= line else { return nil }
      nextBlock += 1
      if block.fileLine == line { return block }
    }
    return nil
  }

  private func isRow(_ line: Int, of block: InlineBlock) -> Bool {
    line - block.fileLine < block.lines.count
  }

  private func range(of lines: Range<Int>) -> Range<Int> {
    scan.lines[lines.lowerBound].range.lowerBound..<scan.lines[lines.upperBound - 1].range.upperBound
  }

  private func offset(line: Int, column: Int) -> Int {
    let index = line - 1 + firstLine
    guard index >= firstLine else { return bodyStart }
    guard index < document.source.lineStarts.count else { return document.source.bytes.count }
    let start = index == firstLine ? bodyStart : Int(document.source.lineStarts[index])
    return min(start + max(column - 1, 0), document.source.bytes.count)
  }

  private func blockRange(_ node: CmarkNode) -> Range<Int> {
    let start = offset(line: node.start.line, column: node.start.column)
    let end = offset(line: node.end.line, column: node.end.column + 1)
    return start..<max(start, end)
  }

  /// Makes the innermost open node hold the node that was just added.
  private mutating func widenParent() {
    guard let child = document.nodes.last?.range, let parent = open.last else { return }
    widen(parent, to: child)
  }

  private mutating func widen(_ parent: Int, to child: SourceRange) {
    let range = document.nodes[parent].range
    document.nodes[parent].range = SourceRange(
      start: min(range.start, child.start), end: max(range.end, child.end))
  }
}
