import Markdown
import TeXMath

/// Where the places of a document lie that links can name: what a heading stands above, and which block an equation or
/// a link stands in; and the nodes that link.
struct PlaceNodes {
  /// The end of what each heading stands above, along the document's headings.
  private(set) var sectionEnds: [Int]
  /// The block of each formula, along the document's formulas: the paragraph around it, else its own node.
  private(set) var formulaBlocks: [Int]
  /// The links and images with an id of their own, in the order of the text.
  private(set) var links: [(node: Int, block: Int)] = []
  /// The nodes that may speak of other pages, in the order of the text; not those of footnotes that nobody refers to,
  /// which are not shown.
  private(set) var referrers: [Referrer] = []

  /// A block with blocks in it, and the headings in it whose sections go on, by their places in the document.
  private struct OpenBlock {
    var end: Int
    var headings: [Int] = []
  }

  /// Finds the places of a document.
  ///
  /// - Complexity: O(nodes): every node is visited once, every section begun and ended once.
  ///
  /// - Parameter formulas: those of the document.
  init(_ document: Document, _ formulas: [MathConversion]) {
    sectionEnds = Array(repeating: 0, count: document.headings.count)
    formulaBlocks = Array(repeating: 0, count: document.formulas.count)
    var open = [OpenBlock(end: document.nodes.count)]
    // The end of the innermost one.
    var end = document.nodes.count
    var paragraph = 0..<0
    var block = 0
    var shownFrom = 0
    for (index, node) in document.nodes.enumerated() {
      while end <= index { end = close(&open) }
      let payload = Int(node.payload)
      switch node.kind {
      case .paragraph:
        paragraph = index..<Int(node.subtreeEnd)
        block = index
      case .heading:
        begin(payload, in: &open, of: document)
        block = index
      case .tableCell, .calloutTitle:
        block = index
      case .footnoteDefinition where document.footnotes[payload].number == nil:
        shownFrom = max(shownFrom, Int(node.subtreeEnd))
        end = Int(node.subtreeEnd)
        open.append(OpenBlock(end: end))
      case .blockQuote, .list, .item, .taskItem, .callout, .footnoteDefinition:
        end = Int(node.subtreeEnd)
        open.append(OpenBlock(end: end))
      case .math:
        formulaBlocks[payload] = paragraph.contains(index) ? paragraph.lowerBound : index
      case .link where document.links[payload].attributes.id != nil,
        .image where document.links[payload].attributes.id != nil:
        links.append((index, paragraph.contains(index) ? paragraph.lowerBound : index))
      default:
        break
      }
      if Referrer.isKind(node.kind), index >= shownFrom,
        let referrer = Referrer(index, block: block, of: document, formulas)
      {
        referrers.append(referrer)
      }
    }
    while !open.isEmpty { _ = close(&open) }
  }

  /// Begins a section, which ends those of its level and below.
  private mutating func begin(_ heading: Int, in open: inout [OpenBlock], of document: Document) {
    let last = open.count - 1
    while let before = open[last].headings.last,
      document.headings[before].level >= document.headings[heading].level
    {
      sectionEnds[before] = document.headings[heading].node
      open[last].headings.removeLast()
    }
    open[last].headings.append(heading)
  }

  /// Ends the innermost block, and the sections in it; tells where the one around it ends.
  private mutating func close(_ open: inout [OpenBlock]) -> Int {
    if let last = open.popLast() {
      for heading in last.headings { sectionEnds[heading] = last.end }
    }
    return open.last?.end ?? .max
  }
}
