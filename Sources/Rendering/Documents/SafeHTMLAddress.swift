import Markdown

/// An address in raw HTML that leads somewhere, for the stage that finds out where.
package struct SafeHTMLAddress: Equatable, Sendable {
  /// As the writer will ask for it: character references resolved, without what browsers skip.
  package var address: [UInt8]
  /// Whether it is that of an image.
  package var isImage: Bool
  /// The tag's bytes as offsets of the slice that was read.
  package var range: Range<Int>

  /// The addresses of the tags that ``SafeHTMLWriter`` may publish, in order.
  ///
  /// - Complexity: O(bytes).
  package static func all(in html: ArraySlice<UInt8>) -> [SafeHTMLAddress] {
    var addresses: [SafeHTMLAddress] = []
    var tokenizer = SafeHTMLTokenizer(html)
    while let token = tokenizer.next() {
      guard case .start(let name, let range) = token, let element = SafeHTMLElement(html[name]),
        element == .a || element == .img
      else { continue }
      var tag = SafeHTMLTag(element)
      _ = tag.set(tokenizer.attributes, in: html)
      guard case .given(let address) = tag.address else { continue }
      addresses.append(SafeHTMLAddress(address: address, isImage: element == .img, range: range))
    }
    return addresses
  }
}
