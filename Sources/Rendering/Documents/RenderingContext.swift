package import KnowledgeBase

/// What a document's rendering needs of the site around it.
package struct RenderingContext: Sendable {
  package var knowledge: KnowledgeBase
  package var id: EntryID
  /// From the page to the site's root: `../../`, or the absolute address in feeds.
  package var root: [UInt8]
  /// The files that are published because something links to them.
  package var assets: PublishedFiles
  /// Whether a line's end within a paragraph is a line break.
  package var breaksLines: Bool
  /// What becomes of raw HTML.
  package var rawHTML: RawHTMLPolicy
  /// Whether the text is shown on another entry's page or in a feed, where a bare fragment would miss its target.
  var standsElsewhere = false
  /// Whether the text is for readers of feeds, whose programs know neither our style sheet nor MathML: formulas are
  /// readable text, and nothing has an id or leads to one of the same text.
  package var isFeed = false

  /// Collects what rendering a page needs.
  package init(
    knowledge: KnowledgeBase, id: EntryID, root: [UInt8], assets: PublishedFiles = PublishedFiles(),
    breaksLines: Bool = false, rawHTML: RawHTMLPolicy = .safe
  ) {
    self.knowledge = knowledge
    self.id = id
    self.root = root
    self.assets = assets
    self.breaksLines = breaksLines
    self.rawHTML = rawHTML
  }

  var entry: Entry { knowledge[id] }
  var links: PageLinks { knowledge.links[id.index] }

  /// A title as HTML without links.
  func html(of title: Title) -> [UInt8] {
    guard isFeed else { return TitleRenderer.html(of: title) }
    var output: [UInt8] = []
    HTMLWriter.append(text: title.plain, to: &output)
    return output
  }

  /// The address of a page, with a place on it.
  package func url(of target: EntryID, anchor: [UInt8]? = nil) -> [UInt8] {
    let fragment = anchor.flatMap { knowledge[target].fragment(of: $0) }
    var url: [UInt8] = []
    if target != id || fragment == nil || standsElsewhere {
      url = root + knowledge[target].path.url
      if url.isEmpty { url = Array("./".utf8) }
    }
    if let fragment { url += [0x23] + PercentEncoding.encode(fragment) }
    return url
  }
}
