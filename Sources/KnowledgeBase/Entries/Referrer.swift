import Markdown
import SourceText
import TeXMath

/// A node that may speak of another page: a link, an image, a citation, raw HTML, a formula that refers to equations.
///
/// What most links name is found from their referrers alone, without a look at the document.
struct Referrer: Sendable {
  /// What a node names.
  enum Form: Sendable {
    /// A page as a whole, in a wiki link.
    case page(NameDigest)
    /// A source as a whole, by a key alone.
    case source(NameDigest)
    /// Anything else.
    case other
  }

  let node: UInt32
  /// The paragraph, heading, cell or title of a callout that holds it: the last that began before it.
  let block: UInt32
  /// Index into the side table of the node's kind.
  let payload: UInt32
  let form: Form

  /// Whether nodes of a kind may be referrers.
  @inline(__always)
  static func isKind(_ kind: NodeKind) -> Bool {
    switch kind {
    case .wikiLink, .citation, .link, .image, .htmlBlock, .htmlInline, .math: true
    default: false
    }
  }

  /// The referrer that a node is, if it is one. O(length of its name).
  init?(_ index: Int, block: Int, of document: Document, _ formulas: [MathConversion]) {
    let node = document.nodes[index]
    let payload = Int(node.payload)
    switch node.kind {
    case .wikiLink: form = Referrer.form(of: document.wikiLinks[payload])
    case .citation: form = Referrer.form(ofCitation: payload, node, document)
    case .link, .image, .htmlBlock, .htmlInline: form = .other
    case .math where !formulas[payload].references.isEmpty: form = .other
    default: return nil
    }
    self.node = UInt32(truncatingIfNeeded: index)
    self.block = UInt32(truncatingIfNeeded: block)
    self.payload = node.payload
  }

  private static func form(of link: WikiLink) -> Form {
    link.target.isEmpty || link.fragment != nil ? .other : .page(LinkIndex.digest(ofTarget: link.target))
  }

  /// Labels of equations are written with a colon, or as commands of LaTeX.
  private static func form(ofCitation payload: Int, _ node: Node, _ document: Document) -> Form {
    guard document.citations[payload].items.count == 1, let item = document.citations[payload].items.first,
      case .key(let key) = item.target, item.anchor == nil, !key.contains(0x3A),
      !node.range.isEmpty, document.source.bytes[Int(node.range.start)] != 0x5C
    else { return .other }
    return .source(NameDigest(key.span))
  }
}
