package import KnowledgeBase
import Markdown
import TeXMath

/// Writes parts of a document as HTML.
///
/// A document's nodes lie in preorder, so rendering is one pass over them with a stack of what is open.
package struct DocumentRenderer {
  let context: RenderingContext
  let entry: Entry
  let links: PageLinks
  /// Added to the level of every heading, so that they stand below the page's own.
  var headingShift = 0
  /// Whether links are written; not inside other links.
  var writesLinks = true
  var open: [OpenNode] = []
  /// Elements of raw HTML that are open, each with the number of nodes that were open before it.
  var openHTML: [(name: [UInt8], depth: Int)] = []

  /// A node whose end tag is still to be written.
  struct OpenNode {
    var end: Int
    var kind: NodeKind
    var endTag: StaticString
    /// Whether paragraphs directly below stand without tags.
    var isTight = false
    /// Whether the cells directly below head their columns.
    var isHeader = false
  }

  /// Whether the text stands on a page of another entry, where its ids would clash with that page's.
  let isExcerpt: Bool
  /// Whether citations name their source, because no numbered list stands beside them.
  package var namesSources = false

  /// Prepares to render an entry's document.
  package init(_ context: RenderingContext, isExcerpt: Bool = false) {
    self.context = context
    self.isExcerpt = isExcerpt
    self.namesSources = isExcerpt
    self.entry = context.entry
    self.links = context.links
  }

  /// Writes a run of nodes.
  ///
  /// - Parameters:
  ///   - nodes: whole subtrees, one behind the other.
  ///   - topLevel: the level the highest heading of the run gets at least.
  ///   - own: an item of the page's own list of sources, whose mark is not shown.
  /// - Complexity: O(nodes and bytes).
  package mutating func render(
    _ nodes: Range<Int>, topLevel: Int, own: OwnReference? = nil, into output: inout [UInt8]
  ) {
    let highest = entry.document.nodes[nodes].reduce(7) { $1.kind == .heading ? min($0, Int($1.detail)) : $0 }
    headingShift = highest < topLevel ? topLevel - highest : 0
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      close(upTo: index, into: &output)
      if index == entry.outline.titleNode || (own?.markNode == index && own?.hiddenBytes == 0) {
        index = Int(entry.document.nodes[index].subtreeEnd)
      } else if let own, own.markNode == index {
        let text = entry.document.bytes(of: entry.document.nodes[index].literal).dropFirst(own.hiddenBytes)
        HTMLWriter.append(text: text.drop { $0 == 0x20 }, to: &output)
        index += 1
      } else {
        index = renderNode(index, into: &output)
      }
    }
    close(upTo: nodes.upperBound, into: &output)
    closeHTML(downTo: 0, into: &output)
  }

  /// Writes the inlines below a node.
  package mutating func renderInlines(of node: Int, into output: inout [UInt8]) {
    render((node + 1)..<Int(entry.document.nodes[node].subtreeEnd), topLevel: 1, into: &output)
  }

  // MARK: Nodes

  /// Writes a node's start, or all of it; returns the index of what comes next.
  private mutating func renderNode(_ index: Int, into output: inout [UInt8]) -> Int {
    let node = entry.document.nodes[index]
    switch node.kind {
    case .document, .paragraph, .heading, .blockQuote, .list, .item, .table, .tableRow, .tableCell,
      .thematicBreak,
      .codeBlock, .htmlBlock:
      return renderBlock(node, index, into: &output)
    default:
      return renderInline(node, index, into: &output)
    }
  }

  mutating func push(_ node: Node, endTag: StaticString, isTight: Bool = false, isHeader: Bool = false) {
    open.append(
      OpenNode(
        end: Int(node.subtreeEnd), kind: node.kind, endTag: endTag, isTight: isTight, isHeader: isHeader))
  }

  private mutating func close(upTo index: Int, into output: inout [UInt8]) {
    while let last = open.last, last.end <= index {
      closeHTML(downTo: open.count, into: &output)
      HTMLWriter.append(last.endTag, to: &output)
      open.removeLast()
    }
  }

  /// Ends raw HTML elements that were begun inside what is now ending.
  mutating func closeHTML(downTo depth: Int, into output: inout [UInt8]) {
    while let last = openHTML.last, last.depth >= depth {
      output += Array("</".utf8) + last.name + [0x3E]
      openHTML.removeLast()
    }
  }
}
