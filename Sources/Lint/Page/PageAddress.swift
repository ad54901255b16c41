import KnowledgeBase
import Markdown
import SourceText

/// An address that stands on a page.
struct PageAddress {
  /// What it serves.
  enum Role {
    case link, image, frontMatter
  }

  var role: Role
  /// The address, character references and escapes resolved.
  var bytes: [UInt8]
  /// The whole link or image.
  var element: Range<Int>
  /// Where the address stands unchanged; `nil` when it is written elsewhere (a reference definition) or otherwise
  /// (with escapes).
  var place: Range<Int>?
  /// The node; `nil` in front matter and raw HTML.
  var node: Int?
  /// Where the reference definition writes the address that gives it to the link.
  var definition: Range<Int>?

  /// What a diagnostic marks.
  var range: Range<Int> { place ?? element }
}

extension PageAddress {
  /// The addresses of a page: in its front matter, then those of its links and images, in Markdown and in HTML.
  ///
  /// - Complexity: O(nodes + bytes of links).
  static func addresses(of entry: Entry) -> [PageAddress] {
    let document = entry.document
    var found: [PageAddress] = []
    for value in [entry.frontMatter.url, entry.frontMatter.archived] {
      guard let value, let place = value.verbatimRange(in: document.source)?.bytes else { continue }
      found.append(
        PageAddress(
          role: .frontMatter, bytes: Array(value.value.utf8), element: place, place: place, node: nil))
    }
    var definitions: LinkDefinitions?
    for (index, node) in document.nodes.enumerated() {
      if node.kind == .htmlInline || node.kind == .htmlBlock {
        found += RawHTMLAddresses.addresses(in: node.range.bytes, of: document.source.bytes)
      }
      guard node.kind == .link || node.kind == .image else { continue }
      let link = document.links[Int(node.payload)]
      let element = node.range.bytes
      let labelEnd = document.children(of: index).reduce(element.lowerBound) {
        max($0, Int(document.nodes[$1].range.end))
      }
      var address = PageAddress(
        role: node.kind == .link ? .link : .image, bytes: link.destination, element: element,
        place: place(of: link.destination, in: element, behind: labelEnd, of: document.source.bytes),
        node: index)
      if address.place == nil {
        let known = definitions ?? LinkDefinitions(of: document)
        definitions = known
        address.definition = known.place(of: link.destination)
      }
      found.append(address)
    }
    return found
  }

  /// Where a link writes its address: behind `](`, or, when it is nothing but its address, all over.
  ///
  /// - Complexity: O(length of the address).
  private static func place(
    of address: [UInt8], in element: Range<Int>, behind labelEnd: Int, of bytes: [UInt8]
  ) -> Range<Int>? {
    guard !address.isEmpty, !element.isEmpty else { return nil }
    var start = element.lowerBound
    if bytes[start] == 0x5B || bytes[start] == 0x21 {
      let label = labelEnd..<min(labelEnd + longestLabelEnd, element.upperBound)
      guard let bracket = ByteSearch.first([0x5D, 0x28], in: bytes, label) else { return nil }
      start = bracket + 2
      while start < element.upperBound, bytes[start] <= 0x20 { start += 1 }
    }
    if start < element.upperBound, bytes[start] == 0x3C { start += 1 }
    guard ByteSearch.matches(address, at: start, in: bytes, to: element.upperBound) else { return nil }
    return start..<(start + address.count)
  }

  /// In bytes: the marks and spaces between a label's last node and `](`.
  private static let longestLabelEnd = 32
}
