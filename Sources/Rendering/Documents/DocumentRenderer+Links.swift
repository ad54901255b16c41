import Markdown

extension DocumentRenderer {
  mutating func renderLink(_ node: Node, into output: inout [UInt8]) {
    let link = document.links[Int(node.payload)]
    guard !isInLink else { return push(node, endTag: "") }
    let destination = surroundings.destination(ofLink: Int(node.payload), in: document)
    let isAnchor = renderLinkStart(destination, link, into: &output)
    push(node, endTag: isAnchor ? "</a>" : "</span>", isAnchor ? .anchor : [])
    if isAnchor { openLinks += 1 }
  }

  /// Writes the start tag of a link; `false` when it is a `span`, because there is nowhere to go.
  func renderLinkStart(
    _ destination: Destination, _ link: LinkData? = nil, into output: inout [UInt8]
  ) -> Bool {
    switch destination {
    case .url(let url), .image(let url, _):
      HTMLWriter.append("<a", to: &output)
      HTMLWriter.append("href", url: url, to: &output)
    case .unresolved(let name):
      HTMLWriter.append("<a class=\"wikilink\"", to: &output)
      HTMLWriter.append("data-target", name, to: &output)
    case .wanted:
      HTMLWriter.append("<span class=\"wanted\">", to: &output)
      return false
    case .broken:
      HTMLWriter.append("<span class=\"broken\">", to: &output)
      return false
    }
    if let link {
      if let id = link.attributes.id { appendID(id, to: &output) }
      if !link.title.isEmpty { HTMLWriter.append("title", link.title, to: &output) }
    }
    HTMLWriter.append(">", to: &output)
    return true
  }

  func renderWikiLink(_ node: Node, into output: inout [UInt8]) {
    let index = Int(node.payload)
    let link = document.wikiLinks[index]
    let destination = surroundings.destination(ofWikiLink: index, in: document)
    if case .image(let url, let natural) = destination {
      let size = link.hasOwnText ? RequestedSize(link.text) : nil
      let alternative = size == nil && link.hasOwnText ? link.text : link.target
      return renderImage(url, natural, alternative: alternative, size: size, into: &output)
    }
    guard !isInLink else { return surroundings.appendText(ofWikiLink: index, in: document, to: &output) }
    if link.isEmbed, case .unresolved(let name) = destination {
      return renderUnresolvedEmbed(of: link, name: name, into: &output)
    }
    let isAnchor = renderLinkStart(destination, into: &output)
    surroundings.appendText(ofWikiLink: index, in: document, to: &output)
    HTMLWriter.append(isAnchor ? "</a>" : "</span>", to: &output)
  }

  private func renderUnresolvedEmbed(of link: WikiLink, name: [UInt8], into output: inout [UInt8]) {
    HTMLWriter.append("<a class=\"wikilink embed\"", to: &output)
    HTMLWriter.append("data-target", name, to: &output)
    HTMLWriter.append(">", to: &output)
    // Behind the bar may stand a size instead of a text.
    let isSize = link.hasOwnText && RequestedSize(link.text) != nil
    HTMLWriter.append(text: isSize ? name : link.text, to: &output)
    HTMLWriter.append("</a>", to: &output)
  }
}
