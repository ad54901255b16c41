import Calculator
import KnowledgeBase
import Markdown

extension MirrorRenderer {
  /// Writes a block's start, or the whole block; returns the index of what comes next.
  mutating func renderBlock(_ node: Node, _ index: Int, into writer: inout MarkdownWriter) -> Int {
    switch node.kind {
    case .paragraph:
      beginBlock(.paragraph, into: &writer)
      if Int(node.subtreeEnd) == index + 2, isDisplayFormula(document.nodes[index + 1]) {
        renderDisplayFormula(document.nodes[index + 1], into: &writer)
        return Int(node.subtreeEnd)
      }
      push(node)
    case .heading:
      beginBlock(.heading, into: &writer)
      let level = min(Int(node.detail) + headingShift, 6)
      writer.append(MirrorRenderer.headingMark.prefix(level))
      writer.append(" ")
      push(node)
    case .blockQuote:
      beginBlock(.blockQuote, into: &writer)
      pushContainer(node, marker: MirrorRenderer.quoteMark, into: &writer)
    case .callout:
      renderCallout(node, index, into: &writer)
    case .calloutTitle:
      push(node)
    case .list:
      renderList(node, into: &writer)
    case .item, .taskItem:
      renderItem(node, into: &writer)
    case .table:
      beginBlock(.table, into: &writer)
      writer.joinNextBlock()
      push(node)
    case .tableRow:
      renderRow(node, index, into: &writer)
    case .tableCell:
      writer.append(" ")
      writer.isInTable = true
      push(node, mark: MirrorRenderer.cellEnd)
    case .thematicBreak:
      beginBlock(.thematicBreak, into: &writer)
      // Stars, because hyphens would make the line of a list's item a break.
      writer.append("***")
    case .codeBlock:
      renderCode(node, index, into: &writer)
    case .htmlBlock:
      renderHTMLBlock(node, into: &writer)
    case .footnoteDefinition:
      // Footnotes stand at the end.
      return Int(node.subtreeEnd)
    default:
      push(node)
    }
    return index + 1
  }

  private static let headingMark = [UInt8](repeating: 0x23, count: 6)
  private static let quoteMark: [UInt8] = [0x3E, 0x20]
  private static let bulletMark: [UInt8] = [0x2D, 0x20]
  private static let cellEnd: [UInt8] = [0x20, 0x7C]

  /// Begins a block of a kind in the innermost container.
  mutating func beginBlock(_ kind: NodeKind, into writer: inout MarkdownWriter) {
    defer { listBefore = nil }
    guard let parent = open.last, parent.isTight else { return writer.beginBlock(.blank) }
    switch kind {
    // Behind a paragraph, others would go on with it.
    case .list, .item, .taskItem, .codeBlock, .blockQuote, .callout, .heading, .thematicBreak:
      writer.beginBlock(.line)
    default:
      writer.beginBlock(parent.kind == .callout ? .line : .blank)
    }
    // Only what comes first stands directly below a callout's title.
    if parent.kind == .callout { open[open.count - 1].isTight = false }
  }

  private mutating func pushContainer(
    _ node: Node, marker: [UInt8], indent: [UInt8]? = nil, isTight: Bool = false,
    into writer: inout MarkdownWriter
  ) {
    let container = writer.enter(marker, indent: indent ?? marker)
    open.append(
      OpenNode(end: Int(node.subtreeEnd), kind: node.kind, container: container, isTight: isTight))
  }

  // MARK: Lists and callouts

  private mutating func renderList(_ node: Node, into writer: inout MarkdownWriter) {
    let list = document.lists[Int(node.payload)]
    if listBefore == (list.start != nil) {
      // A comment keeps two lists apart.
      beginBlock(.htmlBlock, into: &writer)
      writer.append("<!-- -->")
    }
    beginBlock(.list, into: &writer)
    writer.joinNextBlock()
    push(node)
    open[open.count - 1].isTight = list.isTight
    open[open.count - 1].nextNumber = list.start
  }

  private mutating func renderItem(_ node: Node, into writer: inout MarkdownWriter) {
    beginBlock(node.kind, into: &writer)
    var marker = MirrorRenderer.bulletMark
    let list = open.count - 1
    if list >= 0, let number = open[list].nextNumber {
      marker = Array("\(number). ".utf8)
      open[list].nextNumber = number + 1
    }
    let indent = [UInt8](repeating: 0x20, count: marker.count)
    if node.kind == .taskItem { marker += node.detail == 1 ? "[x] ".utf8 : "[ ] ".utf8 }
    pushContainer(node, marker: marker, indent: indent, isTight: open.last?.isTight ?? false, into: &writer)
  }

  private mutating func renderCallout(_ node: Node, _ index: Int, into writer: inout MarkdownWriter) {
    let callout = document.callouts[Int(node.payload)]
    beginBlock(.callout, into: &writer)
    pushContainer(node, marker: MirrorRenderer.quoteMark, isTight: true, into: &writer)
    writer.beginBlock()
    writer.append("[!")
    writer.append(callout.type[...])
    switch callout.fold {
    case .none: writer.append("]")
    case .open: writer.append("]+")
    case .closed: writer.append("]-")
    }
    let hasTitle = Int(node.subtreeEnd) > index + 1 && document.nodes[index + 1].kind == .calloutTitle
    if hasTitle { writer.append(" ") }
  }

  // MARK: Tables

  private mutating func renderRow(_ node: Node, _ index: Int, into writer: inout MarkdownWriter) {
    writer.beginBlock(.line)
    writer.append("|")
    push(node)
    guard node.detail == 1 else { return }
    var mark: [UInt8] = [0x7C]
    for cell in document.children(of: index) {
      mark += MirrorRenderer.delimiter(TableAlignment(rawValue: document.nodes[cell].detail) ?? .none).utf8
    }
    open[open.count - 1].mark = mark
  }

  private static func delimiter(_ alignment: TableAlignment) -> String {
    switch alignment {
    case .none: " --- |"
    case .left: " :-- |"
    case .center: " :-: |"
    case .right: " --: |"
    }
  }

  // MARK: Code and HTML

  /// Writes a code block between fences, its content byte for byte; of a calculation what it says.
  private mutating func renderCode(_ node: Node, _ index: Int, into writer: inout MarkdownWriter) {
    if let block = CalculatorBlock(index, of: entry, preset: language.ratioPreset) {
      let strings = language.calculatorStrings
      if let question = block.question {
        beginBlock(.paragraph, into: &writer)
        writer.append("**")
        writer.append(text: Array(strings.exercise.utf8)[...])
        writer.append("** ")
        writer.append(inlines: TitleMarkdown.inlines(of: question))
        beginBlock(.paragraph, into: &writer)
        writer.append("**")
        writer.append(text: Array(strings.solution.utf8)[...])
        writer.append("**")
      }
      for line in block.lines(words: strings.words) {
        beginBlock(.paragraph, into: &writer)
        writer.append(text: line[...])
      }
      return
    }
    beginBlock(.codeBlock, into: &writer)
    let info = document.codeBlocks[Int(node.payload)].info.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    var content = document.bytes(of: node.literal)
    // In the line of a fence of backticks stands no further one.
    let mark: UInt8 = info.contains(0x60) ? 0x7E : 0x60
    let length = max(3, MarkdownText.longestRun(of: mark, in: content) + 1)
    let fence = [UInt8](repeating: mark, count: length)
    writer.append(fence[...])
    writer.append(info[...])
    if !content.isEmpty {
      if content.last == 0x0A { content.removeLast() }
      writer.breakLine()
      writer.append(lines: content)
    }
    writer.breakLine()
    writer.append(fence[...])
  }

  /// Writes a block of raw HTML as far as it is allowed; what is shown as text stays a block of HTML, so that nothing
  /// in it is read as Markdown.
  private mutating func renderHTMLBlock(_ node: Node, into writer: inout MarkdownWriter) {
    var block = markup(node, at: .block(depth: open.count))
    while let last = block.last, last == 0x0A || last == 0x0D || last == 0x20 { block.removeLast() }
    guard let first = block.first(where: { $0 > 0x20 }) else { return }
    beginBlock(.htmlBlock, into: &writer)
    if context.rawHTML == .all { return writer.append(lines: block[...]) }
    // Without the comment that began the block, or with a tag shown as text, it would be a paragraph.
    let beginsWithTag = first == 0x3C && !document.beginsWithDeclaration(node)
    if !beginsWithTag { writer.append("<div>") }
    writer.append(lines: MirrorRenderer.withoutEmptyLines(block)[...])
    if !beginsWithTag { writer.append("</div>") }
  }

  /// An empty line would end a block of HTML.
  private static func withoutEmptyLines(_ html: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(html.count)
    for line in html.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    where line.contains(where: { $0 > 0x20 }) {
      if !lines.isEmpty { lines.append(0x0A) }
      lines += line
    }
    return lines
  }
}

extension Document {
  /// Whether a block of HTML begins with a comment, a declaration or the like.
  fileprivate func beginsWithDeclaration(_ block: Node) -> Bool {
    let tag = bytes(of: block.literal).drop { $0 != 0x3C }.dropFirst()
    return tag.first == 0x21 || tag.first == 0x3F
  }
}
