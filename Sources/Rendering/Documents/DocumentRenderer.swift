package import KnowledgeBase
import Markdown
import TeXMath

/// Writes parts of a document as HTML.
///
/// A document's nodes lie in preorder, so rendering is one pass over them with a stack of what is open.
package struct DocumentRenderer {
  let entry: Entry
  var document: Document { entry.document }
  let surroundings: Surroundings
  let breaksLines: Bool
  /// The words that are not the author's.
  let phrases: DocumentPhrases
  let language: UILanguage
  /// Whether the text stands on a page of another entry, where its ids would clash with that page's.
  let isExcerpt: Bool
  /// Whether citations name their source, because no numbered list stands beside them.
  package var namesSources = false

  /// The passages that are being shown within one another.
  var embedding = Embedding()
  /// Added to the level of every heading, so that they stand below the page's own.
  var headingShift = 0
  /// The level of the highest heading of the run that is written.
  var topLevel = 2
  var open: [OpenNode] = []
  /// How many of the open nodes are links.
  var openLinks = 0
  /// Writes raw HTML, and knows which of its elements are open.
  var html: SafeHTMLWriter
  /// The checkbox that belongs into the paragraph that comes next.
  var pendingCheckbox: Node?
  var notes = FootnoteList()
  /// How many bytes of the text that comes next are written already, with the formula before it.
  var writtenBytes = 0
  let blockIDs: [Int: [UInt8]]
  /// The heading that is the page's title and not repeated; -1 for none.
  let hiddenNode: Int

  /// A node whose end tag is still to be written.
  struct OpenNode {
    var end: Int
    var kind: NodeKind
    var endTag: StaticString
    var traits: Traits
  }

  /// What an open node means for what stands directly below it.
  struct Traits: OptionSet {
    let rawValue: UInt8

    /// Paragraphs stand without tags.
    static let tight = Traits(rawValue: 1)
    /// Cells head their columns.
    static let header = Traits(rawValue: 2)
    /// The title is what folds a callout.
    static let folds = Traits(rawValue: 4)
    /// No link may stand in it, because it is one.
    static let anchor = Traits(rawValue: 8)
    /// Blocks of raw HTML may stand in it, although it holds text.
    static let flow = Traits(rawValue: 16)
  }

  /// Prepares to render an entry's document on a page of its site.
  ///
  /// - Parameters:
  ///   - language: the language of the words that are not the author's.
  ///   - isExcerpt: whether the text stands on a page of another entry, where its ids would clash with that page's.
  package init(_ context: RenderingContext, language: UILanguage, isExcerpt: Bool = false) {
    var context = context
    context.standsElsewhere = isExcerpt
    self.init(
      context.entry, in: .site(SitePage(context)), breaksLines: context.breaksLines,
      rawHTML: context.rawHTML, language: language, isExcerpt: isExcerpt,
      hiddenNode: context.entry.outline.titleNode)
    namesSources = isExcerpt
    if isExcerpt { embedding = Embedding(source: Slug.make(context.entry.slug)) }
  }

  /// Prepares to render a document in other surroundings.
  init(
    _ entry: Entry, in surroundings: Surroundings, breaksLines: Bool, rawHTML: RawHTMLPolicy,
    language: UILanguage, isExcerpt: Bool, hiddenNode: Int?
  ) {
    self.entry = entry
    self.surroundings = surroundings
    self.breaksLines = breaksLines
    phrases = language.documentPhrases
    self.language = language
    html = SafeHTMLWriter(rawHTML)
    self.isExcerpt = isExcerpt
    self.hiddenNode = hiddenNode ?? -1
    blockIDs =
      isExcerpt || entry.document.blockIDs.isEmpty
      ? [:]
      : Dictionary(entry.document.blockIDs.map { ($0.node, $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// Writes a run of nodes, and behind them the footnotes they are the first to refer to.
  ///
  /// - Parameters:
  ///   - nodes: whole subtrees, one behind the other; inlines are written as a paragraph.
  ///   - topLevel: the level the highest heading of the run gets at least.
  ///   - level: the level of the highest heading of all runs that stand at `topLevel`; found in this one if absent.
  ///   - own: an item of the page's own list of sources, whose mark is not shown.
  /// - Complexity: O(nodes and bytes).
  package mutating func render(
    _ nodes: Range<Int>, topLevel: Int, highest level: Int? = nil, own: OwnReference? = nil,
    into output: inout [UInt8]
  ) {
    let highest =
      level ?? document.nodes[nodes].reduce(7) { $1.kind == .heading ? min($0, Int($1.detail)) : $0 }
    headingShift = highest < topLevel ? topLevel - highest : 0
    self.topLevel = topLevel
    let isInline = nodes.first.map { document.nodes[$0].kind.isOnlyInline } ?? false
    if isInline { HTMLWriter.append("<p>", to: &output) }
    renderNodes(nodes, own: own, into: &output)
    if isInline { HTMLWriter.append("</p>\n", to: &output) }
    renderFootnotes(into: &output)
  }

  // MARK: Nodes

  /// Writes a run of nodes with nothing behind them.
  mutating func renderNodes(_ nodes: Range<Int>, own: OwnReference? = nil, into output: inout [UInt8]) {
    let mark = own?.markNode ?? -1
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      close(upTo: index, into: &output)
      if index == hiddenNode {
        index = Int(document.nodes[index].subtreeEnd)
      } else if index == mark, let own {
        index = renderMark(of: own, at: index, into: &output)
      } else {
        index = renderNode(index, into: &output)
      }
    }
    close(upTo: nodes.upperBound, into: &output)
    html.close(downTo: 0, into: &output)
  }

  /// Writes what is shown of the first text of an item of the page's own list of sources.
  private func renderMark(of own: OwnReference, at index: Int, into output: inout [UInt8]) -> Int {
    let node = document.nodes[index]
    guard own.hiddenBytes > 0 else { return Int(node.subtreeEnd) }
    let text = document.bytes(of: node.literal).dropFirst(own.hiddenBytes)
    HTMLWriter.append(text: text.drop { $0 == 0x20 }, to: &output)
    return index + 1
  }

  /// Writes a node's start, or all of it; returns the index of what comes next.
  private mutating func renderNode(_ index: Int, into output: inout [UInt8]) -> Int {
    let node = document.nodes[index]
    return node.kind.isBlock
      ? renderBlock(node, index, into: &output) : renderInline(node, index, into: &output)
  }

  mutating func push(_ node: Node, endTag: StaticString, _ traits: Traits = []) {
    open.append(OpenNode(end: Int(node.subtreeEnd), kind: node.kind, endTag: endTag, traits: traits))
  }

  private mutating func close(upTo index: Int, into output: inout [UInt8]) {
    while let last = open.last, last.end <= index {
      if !html.isBalanced { html.close(downTo: open.count, into: &output) }
      open.removeLast()
      switch last.kind {
      case .paragraph where open.isEmpty: renderBackLinks(endingAt: last.end, into: &output)
      case .link where last.traits.contains(.anchor), .heading where last.traits.contains(.anchor):
        openLinks -= 1
      default: break
      }
      HTMLWriter.append(last.endTag, to: &output)
    }
  }

  // MARK: Ids

  /// Writes the id attribute of a block that has a name of its own.
  func appendBlockID(of index: Int, to output: inout [UInt8]) {
    guard !blockIDs.isEmpty, let id = blockIDs[index] else { return }
    appendID([0x5E] + id, to: &output)
  }

  /// Writes an element that does nothing but hold the id of a block that cannot hold it itself.
  func appendBlockAnchor(of index: Int, to output: inout [UInt8]) {
    guard !blockIDs.isEmpty, let id = blockIDs[index] else { return }
    appendAnchor([0x5E] + id, to: &output)
  }

  /// Writes an element that does nothing but hold an id, but not in excerpts.
  func appendAnchor(_ id: [UInt8], to output: inout [UInt8]) {
    guard !isExcerpt else { return }
    HTMLWriter.append("<span", to: &output)
    HTMLWriter.append("id", id, to: &output)
    HTMLWriter.append("></span>", to: &output)
  }

  /// Writes an id attribute, but not in excerpts.
  func appendID(_ id: [UInt8], to output: inout [UInt8]) {
    guard !isExcerpt else { return }
    HTMLWriter.append("id", id, to: &output)
  }

  /// The id of what stands under a number, such as `fn-1`; on a page of another entry the entry's slug keeps it apart,
  /// behind a colon, which no slug holds.
  func numberedID(_ number: String) -> [UInt8] {
    Array(number.utf8) + (isExcerpt ? [0x3A] + Slug.make(entry.slug) + embedding.suffix : [])
  }

  /// Whether no further link may begin here, because one is open: links do not nest.
  var isInLink: Bool { openLinks > 0 || html.isInLink }
}

extension NodeKind {
  /// Whether nodes of this kind stand within paragraphs only; formulas are blocks, too.
  var isOnlyInline: Bool { !isBlock && self != .math }
}
