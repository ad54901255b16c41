import Markdown

/// Where the places of a document lie that links can name: what a heading stands above, and which block an equation or
/// a link stands in.
struct PlaceNodes {
  /// The end of what each heading stands above, along the document's headings.
  private(set) var sectionEnds: [Int]
  /// The block of each formula, along the document's formulas: the paragraph around it, else its own node.
  private(set) var formulaBlocks: [Int]
  /// The links and images with an id of their own, in the order of the text.
  private(set) var links: [(node: Int, block: Int)] = []

  /// A block with blocks in it, and the headings in it whose sections go on, by their places in the document.
  private struct OpenBlock {
    var end: Int
    var headings: [Int] = []
  }

  /// Finds the places of a document.
  ///
  /// - Complexity: O(nodes): every node is visited once, every section begun and ended once.
  init(_ document: Document) {
    sectionEnds = Array(repeating: 0, count: document.headings.count)
    formulaBlocks = Array(repeating: 0, count: document.formulas.count)
    let hasNamedLinks = document.links.contains { $0.attributes.id != nil }
    guard !document.headings.isEmpty || !document.formulas.isEmpty || hasNamedLinks else { return }
    var open = [OpenBlock(end: document.nodes.count)]
    var paragraph = 0..<0
    for (index, node) in document.nodes.enumerated() {
      while let last = open.last, last.end <= index { close(&open) }
      let payload = Int(node.payload)
      switch node.kind {
      case .paragraph:
        paragraph = index..<Int(node.subtreeEnd)
      case .heading:
        begin(payload, in: &open, of: document)
      case .blockQuote, .list, .item, .taskItem, .callout, .footnoteDefinition:
        open.append(OpenBlock(end: Int(node.subtreeEnd)))
      case .math:
        formulaBlocks[payload] = paragraph.contains(index) ? paragraph.lowerBound : index
      case .link where document.links[payload].attributes.id != nil,
        .image where document.links[payload].attributes.id != nil:
        links.append((index, paragraph.contains(index) ? paragraph.lowerBound : index))
      default:
        break
      }
    }
    while !open.isEmpty { close(&open) }
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

  /// Ends a block, and the sections in it.
  private mutating func close(_ open: inout [OpenBlock]) {
    guard let last = open.popLast() else { return }
    for heading in last.headings { sectionEnds[heading] = last.end }
  }
}
