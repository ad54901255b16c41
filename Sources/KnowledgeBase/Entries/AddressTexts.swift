import Markdown

extension Document {
  /// Where the text of a link is a redirector's address, lets it show the address that this leads to.
  ///
  /// - Complexity: O(nodes + bytes of addresses that are texts).
  mutating func showTargetsOfRedirectors() {
    if links.isEmpty { return }
    for index in nodes.indices where nodes[index].kind == .link {
      let children = index + 1..<Int(nodes[index].subtreeEnd)
      guard let first = children.first, nodes[children].allSatisfy({ $0.kind == .text }),
        bytes(of: nodes[first].literal).starts(with: "http".utf8),
        let target = Redirector.target(of: nodes[children].flatMap { bytes(of: $0.literal) })
      else { continue }
      for child in children { replaceText(ofNode: child, by: child == first ? target : []) }
    }
  }
}
