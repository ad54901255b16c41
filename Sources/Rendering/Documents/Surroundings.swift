import KnowledgeBase
import Markdown

/// What surrounds a document while it is rendered: it answers where links lead and what citations stand for.
///
/// This is all in which a page of a site differs from a document alone.
enum Surroundings: Sendable {
  /// A page of a site, whose links the knowledge base has resolved.
  case site(SitePage)
  /// Nothing: links are judged by their address, and nobody has looked for names. `allowed` runs along the
  /// document's links.
  case nothing(allowed: [Bool])
}

/// A page of a site and where its links lead; shared, because every link and citation asks it.
final class SitePage: Sendable {
  let context: RenderingContext
  let links: PageLinks

  init(_ context: RenderingContext) {
    self.context = context
    links = context.links
  }
}

/// Where a link leads.
enum Destination {
  /// An address.
  case url([UInt8])
  /// An image that may be shown in place, by its address, and its size where it is known.
  case image([UInt8], ImageSize?)
  /// A name that nobody has looked for.
  case unresolved([UInt8])
  /// A page nobody has written yet, by its place among the wanted pages.
  case wanted([UInt8])
  /// Nowhere: it does not exist, or must not be linked to.
  case broken
}

extension Surroundings {
  /// Whether the text is for readers of feeds.
  var isFeed: Bool { if case .site(let page) = self { page.context.isFeed } else { false } }

  /// A title as HTML without links.
  func html(of title: Title) -> [UInt8] {
    if case .site(let page) = self { page.context.html(of: title) } else { TitleRenderer.html(of: title) }
  }

  /// Where a link leads.
  func destination(ofLink index: Int, in document: Document) -> Destination {
    switch self {
    case .site(let page): page.context.destination(of: page.links.links[index])
    case .nothing(let allowed): allowed[index] ? .url(document.links[index].destination) : .broken
    }
  }

  /// Where an image is; one from elsewhere is an address only, because pages make no requests to other hosts.
  func destination(ofImage index: Int, in document: Document) -> Destination {
    switch self {
    case .site(let page): page.context.destination(ofImage: page.links.links[index])
    case .nothing(let allowed): allowed[index] ? .image(document.links[index].destination, nil) : .broken
    }
  }

  /// Where an address of raw HTML leads.
  func destination(ofRawHTML address: [UInt8], isImage: Bool) -> Destination {
    switch self {
    case .site(let page):
      let target = page.links.rawHTML[address] ?? .broken
      return isImage ? page.context.destination(ofImage: target) : page.context.destination(of: target)
    case .nothing:
      return isImage ? .image(address, nil) : .url(address)
    }
  }

  /// Where a wiki link leads.
  func destination(ofWikiLink index: Int, in document: Document) -> Destination {
    let link = document.wikiLinks[index]
    switch self {
    case .site(let page):
      guard link.isEmbed, case .asset = page.links.wikiLinks[index] else {
        return page.context.destination(of: page.links.wikiLinks[index])
      }
      return page.context.destination(ofImage: page.links.wikiLinks[index])
    case .nothing:
      return .unresolved(link.target + (link.fragment.map { [0x23] + $0 } ?? []))
    }
  }

  /// Writes what the reader sees of a wiki link: the author's words, else the page's title with the heading or number.
  func appendText(ofWikiLink index: Int, in document: Document, to output: inout [UInt8]) {
    let link = document.wikiLinks[index]
    if case .site(let page) = self, let label = page.context.knowledge[page.context.id].labels[index] {
      output += page.context.html(of: label)
      return
    }
    guard !link.hasOwnWords, case .site(let page) = self,
      case .entry(let id, let anchor) = page.links.wikiLinks[index]
    else { return HTMLWriter.append(text: link.words, to: &output) }
    let entry = page.context.knowledge[id]
    let isElsewhere = id != page.context.id
    let place = anchor.flatMap { entry.anchors[$0] }
    if place == nil, link.target.isEmpty { return HTMLWriter.append(text: link.text, to: &output) }
    if isElsewhere || place == nil { output += page.context.html(of: entry.title) }
    guard let place else { return }
    switch place {
    case .equation(let index):
      if isElsewhere { output += Title.separator(after: entry.title.plain) }
      HTMLWriter.append(text: entry.equations[index].shownNumber, to: &output)
    case .heading(let index):
      if isElsewhere { HTMLWriter.append(" › ", to: &output) }
      output += page.context.html(of: Title(ofHeading: index, of: entry))
    case .block, .link:
      if !isElsewhere { HTMLWriter.append(text: link.text, to: &output) }
    }
  }
}

extension RenderingContext {
  /// Where an image is; only one of this site is shown in place.
  fileprivate func destination(ofImage target: LinkTarget) -> Destination {
    let destination = destination(of: target)
    guard case .url(let url) = destination else { return destination }
    switch target {
    case .asset(let path, _): return .image(url, assets[path].flatMap { assets.imageSize(at: $0) })
    case .builtIn(let address): return .image(url, assets.imageSize(at: address))
    case .entry, .address, .wanted, .broken: return .url(url)
    }
  }

  fileprivate func destination(of target: LinkTarget) -> Destination {
    switch target {
    case .entry(let id, let anchor):
      return .url(url(of: id, anchor: anchor))
    case .builtIn(let address):
      return .url(root + address)
    case .address(let address):
      return .url(address)
    case .asset(let path, let fragment):
      guard let asset = assets[path] else { return .broken }
      return .url(root + asset + (fragment.map { [0x23] + PercentEncoding.encode($0) } ?? []))
    case .wanted(let slug):
      return .wanted(root + WantedItem.address(of: slug))
    case .broken:
      return .broken
    }
  }
}
