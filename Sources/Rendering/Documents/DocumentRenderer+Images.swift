import KnowledgeBase
import Markdown

extension DocumentRenderer {
  /// Writes an image that may be shown in place; another becomes a link.
  func renderImage(_ node: Node, _ index: Int, into output: inout [UInt8]) {
    let link = document.links[Int(node.payload)]
    let destination = surroundings.destination(ofImage: Int(node.payload), in: document)
    let id = entry.id(ofLink: Int(node.payload))
    let (alternative, written) = RequestedSize.split(document.plainText(of: index))
    if case .image(let url, let natural) = destination {
      let size = RequestedSize(link.attributes) ?? written
      return renderImage(url, natural, alternative: alternative, link, id: id, size: size, into: &output)
    }
    guard !isInLink else {
      if !id.isEmpty { appendAnchor(id, to: &output) }
      return HTMLWriter.append(text: alternative, to: &output)
    }
    let isAnchor = renderLinkStart(destination, link, id: id, node: index, into: &output)
    HTMLWriter.append(text: alternative, to: &output)
    HTMLWriter.append(isAnchor ? "</a>" : "</span>", to: &output)
  }

  /// Writes an image.
  func renderImage(
    _ url: [UInt8], _ natural: ImageSize?, alternative: [UInt8], _ link: LinkData? = nil,
    id: [UInt8] = [], size: RequestedSize?, into output: inout [UInt8]
  ) {
    HTMLWriter.append("<img", to: &output)
    if !id.isEmpty { appendID(id, to: &output) }
    let shown = DisplayedSize.displayed(
      natural: natural, requestedWidth: size?.width, requestedHeight: size?.height)
    ImageTag(url: url, alternative: alternative, title: link?.title ?? [], size: shown)
      .appendAttributes(to: &output)
    HTMLWriter.append(">", to: &output)
  }
}

/// The size an author wants an image to have, in CSS pixels.
struct RequestedSize: Equatable {
  var width: Int?
  var height: Int?

  /// Reads `300` or `300x200`, as Obsidian writes sizes behind a bar.
  init?(_ text: some Collection<UInt8>) {
    let parts = text.split(separator: 0x78, maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let width = RequestedSize.pixels(first) else { return nil }
    self.width = width
    guard parts.count == 2 else { return }
    guard let height = RequestedSize.pixels(parts[1]) else { return nil }
    self.height = height
  }

  /// Reads `{width=300 height=200px}`; `nil` when neither is given in pixels.
  init?(_ attributes: Attributes) {
    width = attributes["width"].flatMap { RequestedSize.pixels($0[...]) }
    height = attributes["height"].flatMap { RequestedSize.pixels($0[...]) }
    guard width != nil || height != nil else { return nil }
  }

  /// Divides `alt|300` into the alternative text and the size.
  static func split(_ text: [UInt8]) -> (text: [UInt8], size: RequestedSize?) {
    guard let bar = text.lastIndex(of: 0x7C), let size = RequestedSize(text[(bar + 1)...]) else {
      return (text, nil)
    }
    return (Array(text[..<bar]), size)
  }

  private static func pixels(_ text: some Collection<UInt8>) -> Int? {
    var digits = Array(text)
    if digits.count > 2, digits.suffix(2).elementsEqual("px".utf8) { digits.removeLast(2) }
    guard (1...5).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
