import KnowledgeBase
import Markdown

/// Writes parts of a document as CommonMark that stands by itself: links lead on, citations have their numbers,
/// numbers are calculated, and nothing is left that is not published.
///
/// Only what the tree holds is written: comments, front matter and definitions, which lie between the nodes in the
/// author's file, never come out. Text that stands in the file as it is read is copied, so it needs no escapes but
/// those its author wrote.
struct MirrorRenderer {
  let entry: Entry
  let document: Document
  private let page: SitePage
  var context: RenderingContext { page.context }
  /// Where the document's links and citations lead.
  var links: PageLinks { page.links }
  var surroundings: Surroundings { .site(page) }
  /// Whether the text stands on the page of another entry.
  let isExcerpt: Bool
  /// Whether citations name their source, because no numbered list stands beside them.
  var namesSources: Bool
  /// The language of the words that are not the author's.
  var language = UILanguage.en

  /// Added to the level of every heading, so that they stand below the page's own.
  var headingShift = 0
  var open: [OpenNode] = []
  /// How many of the open nodes are links.
  var openLinks = 0
  /// Writes raw HTML, and knows which of its elements are open.
  var html: SafeHTMLWriter
  var notes = FootnoteList()
  /// Whether the block before was a list, and whether it was numbered: another of its kind would go on with it.
  var listBefore: Bool?
  /// The heading that is the page's title and not repeated; -1 for none.
  private let hiddenNode: Int

  /// A node whose end is still to be written.
  struct OpenNode {
    var end: Int
    var kind: NodeKind
    /// What ends it.
    var mark: [UInt8] = []
    /// What closes it, if it is a container.
    var container: Int?
    /// Whether its blocks, or those of its items, stand without empty lines between them.
    var isTight = false
    /// The number of the next item, of a numbered list.
    var nextNumber: Int?
    /// Whether it is a link.
    var isLink = false
  }

  /// Prepares to write an entry's document.
  ///
  /// - Parameter isExcerpt: whether the text stands on the page of another entry.
  init(_ context: RenderingContext, isExcerpt: Bool = false) {
    var context = context
    context.standsElsewhere = isExcerpt
    page = SitePage(context)
    entry = context.entry
    document = entry.document
    self.isExcerpt = isExcerpt
    namesSources = isExcerpt
    html = SafeHTMLWriter(context.rawHTML)
    hiddenNode = entry.outline.titleNode ?? -1
  }

  /// Writes a run of nodes, and behind them the footnotes they are the first to refer to.
  ///
  /// - Parameters:
  ///   - nodes: whole subtrees, one behind the other; inlines are a paragraph, of an item they go on with its line.
  ///   - topLevel: the level the highest heading of the run gets at least.
  ///   - own: an item of the page's own list of sources, whose mark is not shown.
  ///   - followsList: whether a list without numbers stands directly before.
  /// - Complexity: O(nodes and bytes).
  mutating func render(
    _ nodes: Range<Int>, topLevel: Int, highest level: Int? = nil, own: OwnReference? = nil,
    followsList: Bool = false, into writer: inout MarkdownWriter
  ) {
    listBefore = followsList ? false : nil
    let highest =
      level
      ?? document.nodes[nodes].reduce(7) { $1.kind == .heading ? min($0, Int($1.detail)) : $0 }
    headingShift = highest < topLevel ? topLevel - highest : 0
    if own == nil, let first = nodes.first, document.nodes[first].kind.isOnlyInline { writer.beginBlock() }
    renderNodes(nodes, own: own, into: &writer)
    renderFootnotes(into: &writer)
  }

  /// Writes a run of nodes with nothing behind them.
  mutating func renderNodes(_ nodes: Range<Int>, own: OwnReference? = nil, into writer: inout MarkdownWriter)
  {
    let mark = own?.markNode ?? -1
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      close(upTo: index, into: &writer)
      let node = document.nodes[index]
      if index == hiddenNode {
        index = Int(node.subtreeEnd)
      } else if index == mark, let own {
        index = renderMark(of: own, node, index, into: &writer)
      } else {
        index =
          node.kind.isBlock
          ? renderBlock(node, index, into: &writer) : renderInline(node, index, into: &writer)
      }
    }
    close(upTo: nodes.upperBound, into: &writer)
    closeHTML(downTo: 0, into: &writer)
  }

  /// Writes what is shown of the first text of an item of the page's own list of sources.
  private func renderMark(
    of own: OwnReference, _ node: Node, _ index: Int, into writer: inout MarkdownWriter
  ) -> Int {
    guard own.hiddenBytes > 0 else { return Int(node.subtreeEnd) }
    writer.append(written: document.bytes(of: node.literal).dropFirst(own.hiddenBytes).drop { $0 == 0x20 })
    return index + 1
  }

  // MARK: Open nodes

  mutating func push(_ node: Node, mark: [UInt8] = []) {
    open.append(OpenNode(end: Int(node.subtreeEnd), kind: node.kind, mark: mark))
  }

  private mutating func close(upTo index: Int, into writer: inout MarkdownWriter) {
    while let end = open.last?.end, end <= index {
      if !html.isBalanced { closeHTML(downTo: open.count, into: &writer) }
      self.end(open.removeLast(), into: &writer)
    }
  }

  private mutating func end(_ node: OpenNode, into writer: inout MarkdownWriter) {
    if node.isLink { openLinks -= 1 }
    if node.kind == .tableRow, !node.mark.isEmpty { writer.breakLine() }
    if !node.mark.isEmpty { writer.append(node.mark[...]) }
    if let container = node.container { writer.leave(to: container) }
    switch node.kind {
    case .list: listBefore = node.nextNumber != nil
    case .blockQuote, .callout, .item, .taskItem: listBefore = nil
    case .heading: writer.escapeClosingMarks()
    case .tableCell: writer.isInTable = false
    default: break
    }
  }

  /// Ends the raw HTML that was begun where at least so many nodes were open.
  private mutating func closeHTML(downTo depth: Int, into writer: inout MarkdownWriter) {
    guard !html.isBalanced else { return }
    var tags: [UInt8] = []
    html.close(downTo: depth, into: &tags)
    guard !tags.isEmpty else { return }
    let endsContainer = open.last?.kind.isContainer ?? true
    if endsContainer { beginBlock(.htmlBlock, into: &writer) } else { writer.escapeLastBackslash() }
    writer.append(inlines: tags)
  }

  /// Whether no further link may begin here, because one is open: links do not nest.
  var isInLink: Bool { openLinks > 0 || html.isInLink }
}

extension NodeKind {
  /// Whether nodes of this kind hold blocks.
  fileprivate var isContainer: Bool {
    switch self {
    case .document, .blockQuote, .list, .item, .taskItem, .callout, .footnoteDefinition: true
    default: false
    }
  }
}
