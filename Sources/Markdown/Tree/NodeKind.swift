/// What a node of the tree is, in CommonMark's own words plus the constructs of Quaestio's dialect.
public enum NodeKind: UInt8, Sendable, CaseIterable {
  // Blocks
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
  case table, tableRow, tableCell, taskItem, footnoteDefinition, callout, calloutTitle
  // Inlines
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
  case math, wikiLink, citation, calculation, strikethrough, mark, footnoteReference

  /// The name in the JSON tree: libcmark's type string, or the dialect's name for what libcmark does not know.
  public var name: String {
    switch self {
    case .document: "document"
    case .blockQuote: "block_quote"
    case .list: "list"
    case .item: "item"
    case .codeBlock: "code_block"
    case .htmlBlock: "html_block"
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .thematicBreak: "thematic_break"
    case .table: "table"
    case .tableRow: "table_row"
    case .tableCell: "table_cell"
    case .taskItem: "task_item"
    case .footnoteDefinition: "footnote_definition"
    case .callout: "callout"
    case .calloutTitle: "callout_title"
    case .text: "text"
    case .softBreak: "softbreak"
    case .lineBreak: "linebreak"
    case .code: "code"
    case .htmlInline: "html_inline"
    case .emphasis: "emph"
    case .strong: "strong"
    case .link: "link"
    case .image: "image"
    case .math: "math"
    case .wikiLink: "wiki_link"
    case .citation: "citation"
    case .calculation: "calc"
    case .strikethrough: "strikethrough"
    case .mark: "mark"
    case .footnoteReference: "footnote_reference"
    }
  }

  /// Whether nodes of this kind are blocks; the others are inlines.
  public var isBlock: Bool { rawValue <= NodeKind.calloutTitle.rawValue }
}
