package import KnowledgeBase
import Markdown
package import SourceText

/// An address of another site, and every place that names it.
package struct LinkedAddress: Sendable {
  package let url: WebURL
  /// In the order of the pages and of their text.
  package internal(set) var places: [SourceLocation]
}

/// The addresses of other sites that a site's pages link to, cite and show.
package struct LinkedAddresses: Sendable {
  /// Each address once, in the order of its first place.
  package private(set) var addresses: [LinkedAddress] = []
  /// Addresses that no request can be made of.
  package private(set) var unreadable = 0
  private var known: [WebURL: Int] = [:]

  /// Collects the addresses of a site whose links are resolved; redirectors count as what they lead to.
  ///
  /// - Complexity: O(nodes), and O(log lines) for each address.
  package init(_ knowledge: KnowledgeBase) {
    for (entry, links) in zip(knowledge.entries, knowledge.links) {
      let file = entry.document.source
      for value in [entry.frontMatter.url, entry.frontMatter.archived] {
        guard let value, URLPolicy.judge(Array(value.value.utf8)) == .external else { continue }
        let address = Array(value.value.utf8)
        add(Redirector.target(of: address) ?? address) { SourceLocation(value.range, in: file) }
      }
      for node in entry.document.nodes where node.kind == .link || node.kind == .image {
        guard case .address(let address) = links.links[Int(node.payload)] else { continue }
        add(address) { SourceLocation(node.range, in: file) }
      }
      for address in links.rawHTML.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        guard case .address(let target) = links.rawHTML[address] else { continue }
        add(target) { SourceLocation(path: file.path) }
      }
    }
  }

  private mutating func add(_ address: [UInt8], at place: () -> SourceLocation) {
    guard WebAddress(address) != nil || WebURL(address) != nil else { return }
    let isWithoutScheme = address.starts(with: "//".utf8)
    guard let url = WebURL(isWithoutScheme ? Array("https:".utf8) + address : address) else {
      unreadable += 1
      return
    }
    if let index = known[url] {
      addresses[index].places.append(place())
    } else {
      known[url] = addresses.count
      addresses.append(LinkedAddress(url: url, places: [place()]))
    }
  }
}
