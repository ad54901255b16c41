import KnowledgeBase
import Markdown

extension DocumentRenderer {
  mutating func renderLink(_ node: Node, _ index: Int, into output: inout [UInt8]) {
    let link = document.links[Int(node.payload)]
    let id = entry.id(ofLink: Int(node.payload))
    guard !isInLink else {
      appendMentionAnchors(of: index, to: &output)
      if !id.isEmpty { appendAnchor(id, to: &output) }
      return push(node, endTag: "")
    }
    let destination = surroundings.destination(ofLink: Int(node.payload), in: document)
    let isAnchor = renderLinkStart(destination, link, id: id, node: index, into: &output)
    push(node, endTag: isAnchor ? "</a>" : "</span>", isAnchor ? .anchor : [])
    if isAnchor { openLinks += 1 }
  }

  /// Writes the start tag of a link; `false` when it is a `span`, because there is nowhere to go.
  func renderLinkStart(
    _ destination: Destination, _ link: LinkData? = nil, id ownID: [UInt8] = [], node: Int,
    into output: inout [UInt8]
  ) -> Bool {
    var id = mentionIDs(of: node).first ?? []
    if !ownID.isEmpty {
      appendMentionAnchors(of: node, to: &output)
      id = ownID
    }
    switch destination {
    case .url(let url), .image(let url, _):
      HTMLWriter.append("<a", to: &output)
      HTMLWriter.append("href", url: url, to: &output)
    case .unresolved(let name):
      HTMLWriter.append("<a class=\"wikilink\"", to: &output)
      HTMLWriter.append("data-target", name, to: &output)
    case .wanted(let url):
      HTMLWriter.append("<a class=\"wanted\"", to: &output)
      HTMLWriter.append("href", url: url, to: &output)
    case .broken:
      HTMLWriter.append("<span class=\"broken\"", to: &output)
      if !id.isEmpty { appendID(id, to: &output) }
      HTMLWriter.append(">", to: &output)
      return false
    }
    if !id.isEmpty { appendID(id, to: &output) }
    if let link {
      if !link.title.isEmpty { HTMLWriter.append("title", link.title, to: &output) }
    }
    HTMLWriter.append(">", to: &output)
    return true
  }

  func renderWikiLink(_ node: Node, at place: Int, into output: inout [UInt8]) {
    let index = Int(node.payload)
    let link = document.wikiLinks[index]
    let destination = surroundings.destination(ofWikiLink: index, in: document)
    if case .image(let url, let natural) = destination {
      let size = link.hasOwnText ? RequestedSize(link.text) : nil
      let alternative = link.hasOwnWords ? link.text : link.target
      return renderImage(url, natural, alternative: alternative, size: size, into: &output)
    }
    guard !isInLink else {
      appendMentionAnchors(of: place, to: &output)
      return surroundings.appendText(ofWikiLink: index, in: document, to: &output)
    }
    if link.isEmbed, case .unresolved(let name) = destination {
      return renderUnresolvedEmbed(of: link, name: name, into: &output)
    }
    let isAnchor = renderLinkStart(destination, node: place, into: &output)
    if isAnchor { appendLanguage(ofWikiLink: index, to: &output) }
    surroundings.appendText(ofWikiLink: index, in: document, to: &output)
    HTMLWriter.append(isAnchor ? "</a>" : "</span>", to: &output)
  }

  /// Adds to the tag that was just written which language a link's text is in, where that is a title of a page.
  private func appendLanguage(ofWikiLink index: Int, to output: inout [UInt8]) {
    guard case .site(let page) = surroundings, !document.wikiLinks[index].hasOwnWords,
      case .entry(let target, _) = page.links.wikiLinks[index]
    else { return }
    output.removeLast()
    appendLanguage(of: target, to: &output)
    HTMLWriter.append(">", to: &output)
  }

  /// Writes which language the title of another page is in, and which way it runs, where it differs from this page.
  func appendLanguage(of target: EntryID, to output: inout [UInt8]) {
    guard case .site(let page) = surroundings,
      let language = page.context.knowledge.language(of: target, unlike: page.context.id)
    else { return }
    HTMLWriter.append("lang", language, to: &output)
    let own = page.context.knowledge.language(of: page.context.id, unlike: target) ?? []
    let isRightToLeft = WritingDirection.isRightToLeft(language)
    if isRightToLeft != WritingDirection.isRightToLeft(own) {
      HTMLWriter.append(isRightToLeft ? " dir=\"rtl\"" : " dir=\"ltr\"", to: &output)
    }
  }

  private func renderUnresolvedEmbed(of link: WikiLink, name: [UInt8], into output: inout [UInt8]) {
    HTMLWriter.append("<a class=\"wikilink embed\"", to: &output)
    HTMLWriter.append("data-target", name, to: &output)
    HTMLWriter.append(">", to: &output)
    HTMLWriter.append(text: link.hasOwnWords ? link.text : name, to: &output)
    HTMLWriter.append("</a>", to: &output)
  }

  /// The ids of a node that speaks of other pages or of equations, to which their backlinks lead.
  private func mentionIDs(of node: Int) -> [[UInt8]] {
    guard !isExcerpt, case .site(let page) = surroundings else { return [] }
    return page.links.firstMentions(at: node).map { page.context.knowledge.anchor(of: $0) }
  }

  /// Writes the ids of a node that cannot hold them itself.
  func appendMentionAnchors(of node: Int, to output: inout [UInt8]) {
    for id in mentionIDs(of: node) { appendAnchor(id, to: &output) }
  }
}
