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
