extension Document {
  /// The text of a node without markup: formulas as their TeX source, wiki links as what the reader sees, breaks as
  /// spaces; citations and raw HTML leave nothing.
  ///
  /// - Complexity: O(nodes and bytes below the node).
  public func plainText(of index: Int) -> [UInt8] { plainText(of: index, with: tables) }

  /// The same of a document whose tables are not complete yet.
  func plainText(of index: Int, with tables: SideTables) -> [UInt8] {
    var text: [UInt8] = []
    for node in nodes[index..<Int(nodes[index].subtreeEnd)] {
      switch node.kind {
      case .text, .code, .codeBlock: append(node.literal, to: &text)
      case .softBreak, .lineBreak: text.append(0x20)
      case .math: text.append(contentsOf: tex(of: tables.formulas[Int(node.payload)]))
      case .wikiLink: text.append(contentsOf: tables.wikiLinks[Int(node.payload)].text)
      case .calculation: text.append(contentsOf: tables.calculations[Int(node.payload)].value)
      default: break
      }
    }
    return text
  }
}
