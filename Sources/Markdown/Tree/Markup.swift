public import SourceText

/// A node together with the document it belongs to: what a program reads that walks a tree.
///
/// A `Markup` is a view of two words; it copies nothing of the document.
public struct Markup: Sendable {
  /// The document the node belongs to.
  public let document: Document
  /// The node's place in `Document.nodes`.
  public let index: Int

  /// The node at an index of a document's nodes.
  public init(document: Document, index: Int) {
    self.document = document
    self.index = index
  }

  /// The node itself.
  public var node: Node { document.nodes[index] }
  /// What the node is.
  public var kind: NodeKind { node.kind }
  /// The node's bytes in the author's file.
  public var range: SourceRange { node.range }
  /// The literal of a text, code or HTML node; empty for the others.
  public var literal: ArraySlice<UInt8> { document.bytes(of: node.literal) }

  /// The nodes directly below, in order.
  ///
  /// - Complexity: O(1) for each child.
  public var children: some Sequence<Markup> {
    document.children(of: index).lazy.map { Markup(document: document, index: $0) }
  }

  /// What the node's kind alone has.
  public var content: MarkupContent {
    let payload = Int(node.payload)
    return switch kind {
    case .heading: .heading(document.headings[payload])
    case .list: .list(document.lists[payload])
    case .taskItem: .taskItem(isChecked: node.detail == 1)
    case .codeBlock: .codeBlock(document.codeBlocks[payload])
    case .tableRow: .tableRow(isHeader: node.detail == 1)
    case .tableCell: .tableCell(TableAlignment(rawValue: node.detail) ?? .none)
    case .callout: .callout(document.callouts[payload])
    case .footnoteDefinition: .footnoteDefinition(document.footnotes[payload])
    case .footnoteReference: .footnoteReference(document.footnoteReferences[payload])
    case .link, .image: .link(document.links[payload])
    case .math: .math(document.formulas[payload])
    case .wikiLink: .wikiLink(document.wikiLinks[payload])
    case .citation: .citation(document.citations[payload])
    case .calculation: .calculation(document.calculations[payload])
    case .document, .blockQuote, .item, .htmlBlock, .paragraph, .thematicBreak, .table, .calloutTitle, .text,
      .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .mark:
      .none
    }
  }
}

/// What only nodes of some kinds have, beside their range, literal and children.
public enum MarkupContent: Sendable {
  /// Nothing more.
  case none
  /// Of a `.heading`.
  case heading(Heading)
  /// Of a `.list`.
  case list(ListData)
  /// Of a `.taskItem`.
  case taskItem(isChecked: Bool)
  /// Of a `.codeBlock`.
  case codeBlock(CodeBlockData)
  /// Of a `.tableRow`.
  case tableRow(isHeader: Bool)
  /// Of a `.tableCell`.
  case tableCell(TableAlignment)
  /// Of a `.callout`.
  case callout(Callout)
  /// Of a `.footnoteDefinition`.
  case footnoteDefinition(Footnote)
  /// Of a `.footnoteReference`.
  case footnoteReference(FootnoteReference)
  /// Of a `.link` or `.image`.
  case link(LinkData)
  /// Of a `.math`.
  case math(MathSpan)
  /// Of a `.wikiLink`.
  case wikiLink(WikiLink)
  /// Of a `.citation`.
  case citation(Citation)
  /// Of a `.calculation`.
  case calculation(Calculation)
}
