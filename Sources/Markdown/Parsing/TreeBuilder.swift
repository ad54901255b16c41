import SourceText

/// Builds a document's tree from libcmark's.
///
/// libcmark tells the structure; where each piece of text stands in the author's file is found by reading the lines
/// the scan found along with the tree, because libcmark's own columns are wrong behind indented continuation lines.
struct TreeBuilder {
  var document: Document
  /// The document's tables, until it is complete.
  var tables = SideTables()
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
  /// How many of them are images, whose text is no more than a description.
  var imageDepth = 0
  /// Whether the text is that of an autolink, in which a backslash is text.
  var isInAutolink = false
  /// Empty cells that may still be added to rows that are too short.
  var fillableCells = 100_000

  /// The delimiters that wait for their closing ones.
  var openDelimiters = OpenDelimiters()
  /// The link or image that was closed last.
  var lastLink: Int?
  /// How many `<a>` of raw HTML are open.
  var openAnchors = 0
  /// The heading that holds the next cell of a table.
  var nextCell: CmarkNode?
  /// The list that holds the next footnote.
  var nextFootnote: CmarkNode?
  /// Where the lines of the footnotes stand.
  var footnotePlaces = LinePlaces.extracted([])
  /// The footnotes by their labels.
  private(set) var footnoteIndices: [[UInt8]: Int] = [:]
  /// The line behind the last footnote, up to which the headings that hide it say nothing more.
  var endOfFootnote = 0
  /// Where the lines of what is being read stand in the file.
  var places: LinePlaces
  /// The nodes that are open, each with the last block in it.
  private(set) var open: [(node: Int, lastBlock: Int?)] = []
  private(set) var nextBlock = 0
  private var nextBlockID = 0
  var nextAttributes = 0
  var nextLiteral = 0
  var headingIDs = HeadingIDs()
  private var blockIDs: Set<[UInt8]> = []

  init(document: Document, scan: ScanResult, text: InputBytes, bodyStart: Int, splitsNumericCitations: Bool) {
    self.document = document
    self.scan = scan
    self.text = text
    self.splitsNumericCitations = splitsNumericCitations
    places = .file(firstLine: document.source.lineIndex(at: bodyStart), start: bodyStart)
    self.document.work = scan.work
    self.document.nodes.reserveCapacity((scan.masked.count - bodyStart) / 16)
    for (index, footnote) in scan.footnotes.enumerated() {
      let label = FootnoteLabel.fold(scan.masked[footnote.label])
      if footnoteIndices[label] == nil { footnoteIndices[label] = index }
    }
  }

  /// The document with all that was built.
  consuming func finish() -> Document {
    document.tables = tables
    return document
  }

  // MARK: Nodes

  /// Adds a node whose children follow until `close()`.
  mutating func begin(_ kind: NodeKind, _ range: Range<Int>, detail: UInt8 = 0, payload: Int = 0) {
    endText()
    append(kind, range, detail: detail, payload: payload)
    open.append((document.nodes.count - 1, nil))
  }

  /// Adds a node without children.
  mutating func append(
    _ kind: NodeKind, _ range: Range<Int>, literal: TextSlice = .empty, detail: UInt8 = 0, payload: Int = 0
  ) {
    if kind.isBlock, !open.isEmpty { open[open.count - 1].lastBlock = document.nodes.count }
    document.nodes.append(
      Node(
        kind: kind, detail: detail, subtreeEnd: UInt32(document.nodes.count + 1), range: SourceRange(range),
        literal: literal, payload: UInt32(truncatingIfNeeded: payload)))
  }

  /// Notes that the node that was just added is a block, whatever its kind.
  mutating func noteBlock() {
    if !open.isEmpty { open[open.count - 1].lastBlock = document.nodes.count - 1 }
  }

  /// Ends the innermost open node, at an offset or where its last child ends.
  mutating func close(at end: Int? = nil) {
    endText()
    guard let index = open.popLast()?.node else { return }
    document.nodes[index].subtreeEnd = UInt32(document.nodes.count)
    if let end {
      document.nodes[index].range.end = max(document.nodes[index].range.start, UInt32(end))
    }
    if let parent = open.last { widen(parent.node, to: document.nodes[index].range) }
  }

  /// Takes back the innermost open node, which holds nothing.
  mutating func withdraw() {
    endText()
    if let index = open.popLast()?.node { document.nodes.removeLast(document.nodes.count - index) }
  }

  /// Index of the innermost open node.
  var openNode: Int { open.last?.node ?? 0 }

  /// Keeps text that does not stand in the file as it is read.
  mutating func keep(_ text: some Sequence<UInt8>) -> TextSlice {
    let start = document.literals.count
    defer { document.work.read(start, to: document.literals.count) }
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

  /// Adds all blocks below a node of libcmark's.
  mutating func appendBlocks(of root: CmarkNode, cells: [[[Range<Int>]]]) {
    var node = root.firstChild
    var depth = 0
    while let current = node {
      self.document.work.visit()
      if let child = appendBlock(current, cells: cells) {
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
  private mutating func appendBlock(_ node: CmarkNode, cells: [[[Range<Int>]]]) -> CmarkNode? {
    switch node.kind {
    case .blockQuote:
      return beginContainer(.blockQuote, node)
    case .list:
      tables.lists.append(ListData(start: node.listStart, isTight: node.isTightList))
      return beginContainer(.list, node, payload: tables.lists.count - 1)
    case .item:
      return beginContainer(.item, node)
    case .paragraph:
      appendParagraph(node)
    case .heading:
      appendHeading(node, cells: cells)
    case .codeBlock:
      appendCodeBlock(node)
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
    let paragraph = openNode
    // Nothing but a comment stood there.
    if document.nodes.count == paragraph + 1 { return withdraw() }
    close()
    let isFirst = openNode == paragraph - 1 && isItem(openNode)
    takeBlockID(for: isFirst ? openNode : paragraph)
  }

  /// Gives a node the id that stands at the end of the block that was just added, if one does.
  mutating func takeBlockID(for node: Int) {
    guard nextBlockID < scan.blockIDs.count, scan.blockIDs[nextBlockID].block == nextBlock - 1 else { return }
    addBlockID(scan.blockIDs[nextBlockID].id, to: node)
    nextBlockID += 1
  }

  /// Gives the block before its id; without one it is a paragraph of text.
  mutating func appendLoneBlockID(_ id: Range<Int>) {
    if let last = open.last?.lastBlock { return addBlockID(id, to: last) }
    let text = (id.lowerBound - 1)..<id.upperBound
    begin(.paragraph, text)
    append(.text, text, literal: TextSlice(source: text))
    close()
  }

  private func isItem(_ node: Int) -> Bool {
    document.nodes[node].kind == .item || document.nodes[node].kind == .taskItem
  }

  private mutating func addBlockID(_ range: Range<Int>, to node: Int) {
    let id = Array(document.source.bytes[range])
    guard blockIDs.insert(id).inserted else {
      document.diagnostics.append(
        Diagnostic(
          .blockIDDuplicate,
          at: SourceLocation((range.lowerBound - 1)..<range.upperBound, in: document.source),
          "The block id ^\(String(decoding: id, as: UTF8.self)) stands twice on this page.",
          notes: [Note("Links reach only the first; give this block another id.")]))
      return
    }
    tables.blockIDs.append(BlockID(id: id, node: node))
  }

  // MARK: Places

  /// The block of the scan that a paragraph or heading is; all rows of a table are the same.
  mutating func takeBlock(of node: CmarkNode) -> InlineBlock? {
    let line = places.fileLine(node.start.line)
    if nextBlock > 0, case .table = scan.blocks[nextBlock - 1].kind,
      isRow(line, of: scan.blocks[nextBlock - 1])
    {
      return scan.blocks[nextBlock - 1]
    }
    while nextBlock < scan.blocks.count {
      let block = scan.blocks[nextBlock]
      document.work.visit()
      guard block.fileLine <= line else { return nil }
      nextBlock += 1
      if block.fileLine == line { return block }
    }
    return nil
  }

  private func isRow(_ line: Int, of block: InlineBlock) -> Bool {
    line - block.fileLine < block.lines.count
  }

  func range(of lines: Range<Int>) -> Range<Int> {
    scan.lines[lines.lowerBound].range.lowerBound..<scan.lines[lines.upperBound - 1].range.upperBound
  }

  func blockRange(_ node: CmarkNode) -> Range<Int> {
    let start = places.offset(line: node.start.line, column: node.start.column, in: document.source)
    let end = places.offset(line: node.end.line, column: node.end.column + 1, in: document.source)
    return start..<max(start, end)
  }

  /// Makes the innermost open node hold the node that was just added.
  mutating func widenParent() {
    guard let child = document.nodes.last?.range, let parent = open.last else { return }
    widen(parent.node, to: child)
  }

  mutating func widen(_ parent: Int, to child: SourceRange) {
    let range = document.nodes[parent].range
    document.nodes[parent].range = SourceRange(
      start: min(range.start, child.start), end: max(range.end, child.end))
  }
}
