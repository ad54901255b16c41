package import Markdown
package import TeXMath

/// Reads a document as plain text: formulas as readable text, wiki links as what the reader sees, breaks as spaces;
/// citations and raw HTML leave nothing.
package struct LinearText: Sendable {
  private let document: Document
  private let formulas: [MathConversion]

  /// Prepares to read a document whose formulas have been converted.
  package init(document: Document, formulas: [MathConversion]) {
    self.document = document
    self.formulas = formulas
  }

  /// The text of everything below a node.
  ///
  /// - Complexity: O(nodes and bytes below the node).
  package func text(of node: Int) -> [UInt8] {
    var text: [UInt8] = []
    append(node..<Int(document.nodes[node].subtreeEnd), to: &text)
    return text
  }

  /// Appends the text of a run of nodes; blocks are separated by line ends.
  package func append(_ nodes: Range<Int>, to text: inout [UInt8]) {
    for index in nodes { appendNode(index, to: &text) }
  }

  /// Appends the text of one node without its children.
  package func appendNode(_ index: Int, to text: inout [UInt8]) {
    let node = document.nodes[index]
    switch node.kind {
    case .text, .code, .codeBlock:
      document.append(node.literal, to: &text)
    case .softBreak, .lineBreak:
      if !LinearText.joinsWithoutSpace(text, document, behind: index) { text.append(0x20) }
    case .math:
      text.append(contentsOf: formulas[Int(node.payload)].text)
    case .wikiLink:
      text.append(contentsOf: document.wikiLinks[Int(node.payload)].text)
    case .calculation:
      text.append(contentsOf: document.calculations[Int(node.payload)].value)
    case .citation:
      // The mark vanishes, and so does the space before it: what follows is often a full stop.
      while text.last == 0x20 { text.removeLast() }
    case .paragraph, .heading, .tableRow, .item:
      if let last = text.last, last != 0x0A { text.append(0x0A) }
    case .tableCell:
      if let last = text.last, last != 0x0A { text.append(0x20) }
    default:
      break
    }
  }

  /// Whether a line break stands between two Han characters and so is no space.
  package static func joinsWithoutSpace(
    _ before: some BidirectionalCollection<UInt8>, _ document: Document, behind index: Int
  ) -> Bool {
    guard let last = before.last, last >= 0x80, index + 1 < document.nodes.count else { return false }
    let next = document.nodes[index + 1]
    guard next.kind == .text, let first = document.bytes(of: next.literal).first, first >= 0xE2 else {
      return false
    }
    var lead = before.endIndex
    repeat { before.formIndex(before: &lead) } while lead != before.startIndex && before[lead] & 0xC0 == 0x80
    return isWide(before[lead]) && isWide(first)
  }

  /// Whether a lead byte begins a character of the CJK blocks (U+2E80…U+9FFF, U+F900…U+FFEF, supplementary).
  private static func isWide(_ lead: UInt8) -> Bool {
    lead >= 0xE3 && lead != 0xEA && lead != 0xEB && lead != 0xEC
  }
}
