import KnowledgeBase
import Markdown
import SourceText

extension MirrorRenderer {
  /// Writes a link's start, or all of it; returns the index of what comes next.
  mutating func renderLink(_ node: Node, _ index: Int, into writer: inout MarkdownWriter) -> Int {
    let link = document.links[Int(node.payload)]
    guard !isInLink, let url = context.mirrorURL(of: links.links[Int(node.payload)]) else {
      push(node)
      return index + 1
    }
    let end = MarkdownText.linkEnd(url, title: link.title)
    if document.source.bytes[Int(node.range.start)] != 0x5B {
      renderAddress(document.plainText(of: index), url: url, end: end, into: &writer)
      return Int(node.subtreeEnd)
    }
    writer.append("[")
    push(node, mark: end)
    open[open.count - 1].isLink = true
    openLinks += 1
    return index + 1
  }

  /// Writes a link whose text is its address.
  private func renderAddress(_ text: [UInt8], url: [UInt8], end: [UInt8], into writer: inout MarkdownWriter) {
    let isItself = text == url || Array("mailto:".utf8) + text == url
    if isItself, HTMLWriter.percentEncoded(text) == text {
      writer.append("<")
      writer.append(text[...])
      writer.append(">")
    } else if text.contains(where: { $0 != 0x5F && MarkdownText.mayBeMarkup($0) }) {
      // Some dialects would find the address in the link's text again, and know no escapes in it.
      writer.append(MarkdownText.address(url)[...])
    } else {
      writer.append("[")
      writer.append(inlines: text)
      writer.append(end[...])
    }
  }

  /// Writes an image of this site; another becomes a link, as on the page, which makes no requests to other hosts.
  func renderImage(_ node: Node, _ index: Int, into writer: inout MarkdownWriter) {
    let link = document.links[Int(node.payload)]
    let target = links.links[Int(node.payload)]
    let (alternative, _) = RequestedSize.split(document.plainText(of: index))
    renderImage(target, alternative: alternative, title: link.title, into: &writer)
  }

  private func renderImage(
    _ target: LinkTarget, alternative: [UInt8], title: [UInt8] = [], into writer: inout MarkdownWriter
  ) {
    guard let url = context.mirrorURL(of: target), target.isOfSite || !isInLink else {
      return writer.append(text: alternative[...])
    }
    writer.append(target.isOfSite ? "![" : "[")
    writer.append(text: alternative[...])
    writer.append(MarkdownText.linkEnd(url, title: title)[...])
  }

  /// Writes a wiki link as an ordinary one.
  func renderWikiLink(_ node: Node, into writer: inout MarkdownWriter) {
    let index = Int(node.payload)
    let link = document.wikiLinks[index]
    let target = links.wikiLinks[index]
    if link.isEmbed, case .asset = target {
      return renderImage(target, alternative: link.hasOwnWords ? link.text : link.target, into: &writer)
    }
    let text =
      context.knowledge[context.id].labels[index].map(TitleMarkdown.linkText) ?? text(of: link, target)
    guard !isInLink, let url = context.mirrorURL(of: target) else { return writer.append(inlines: text) }
    writer.append("[")
    writer.append(inlines: text)
    writer.append(MarkdownText.linkEnd(url)[...])
  }

  /// What the reader sees of a wiki link: the author's words, else the page's title with the heading or number.
  private func text(of link: WikiLink, _ target: LinkTarget) -> [UInt8] {
    guard !link.hasOwnWords, case .entry(let id, let anchor) = target else {
      return MarkdownText.escaped(link.words[...])
    }
    let entry = context.knowledge[id]
    let isElsewhere = id != context.id
    let place = anchor.flatMap { entry.anchors[$0] }
    if place == nil, link.target.isEmpty { return MarkdownText.escaped(link.text[...]) }
    var text = isElsewhere || place == nil ? TitleMarkdown.linkText(of: entry.title) : []
    switch place {
    case .equation(let index):
      if isElsewhere { text += Title.separator(after: entry.title.plain) }
      text += MarkdownText.escaped(entry.equations[index].shownNumber[...])
    case .heading(let index):
      if isElsewhere { text += " › ".utf8 }
      text += TitleMarkdown.linkText(of: Title(ofHeading: index, of: entry))
    case .block where !isElsewhere, .link where !isElsewhere:
      text += MarkdownText.escaped(link.text[...])
    case .block, .link, nil:
      break
    }
    return text
  }
}

extension LinkTarget {
  /// Whether it is a file of this site, which pages may show in place.
  var isOfSite: Bool {
    switch self {
    case .asset, .builtIn: true
    case .entry, .wanted, .address, .broken: false
    }
  }
}

extension RenderingContext {
  /// Where a link of a mirror leads: from page to page it stays among mirrors; to a place on a page it leads to the
  /// page itself, because only there places have names. `nil` where there is nowhere to go.
  func mirrorURL(of target: LinkTarget) -> [UInt8]? {
    switch target {
    case .entry(let id, let anchor):
      anchor.flatMap { knowledge[id].fragment(of: $0) }
        .map { root + knowledge[id].path.url + [0x23] + PercentEncoding.encode($0) } ?? mirrorURL(of: id)
    case .builtIn(let address):
      root + address
    case .address(let address):
      address
    case .asset(let path, let fragment):
      assets[path].map { root + $0 + (fragment.map { [0x23] + PercentEncoding.encode($0) } ?? []) }
    case .wanted, .broken:
      nil
    }
  }

  /// The address of a page's mirror.
  func mirrorURL(of id: EntryID) -> [UInt8] {
    root + knowledge[id].path.url + Array(PageMaker.mirrorName.utf8)
  }
}
