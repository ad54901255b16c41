import KnowledgeBase
import Markdown
import Templates

extension PageMaker {
  /// From a question's page to the root.
  static let rootOfQuestions = Array("../../".utf8)

  /// What a page shows of a source from which the root is reached so: the excerpts it cites, or all.
  private func excerpt(of source: EntryID, _ anchors: [[UInt8]], root: [UInt8]) -> [UInt8] {
    let named = anchors.compactMap { knowledge[source].nodes(at: $0) }
    // What stands in another excerpt is not shown twice.
    let parts = named.enumerated().filter { index, nodes in
      !named.enumerated().contains { other, outer in
        other != index && (outer == nodes ? other < index : outer.contains(nodes))
      }
    }.map(\.element)
    if parts.isEmpty, root == PageMaker.rootOfQuestions { return excerpts[source.index] }
    var context = context(source)
    context.root = root
    let language = language(of: knowledge[source])
    let body = PageMaker.body(of: knowledge[source])
    return PageMaker.excerpt(parts.isEmpty ? [body] : parts, context, language: language)
  }

  /// Parts of a source as pages show them that cite it.
  static func excerpt(_ parts: [Range<Int>], _ context: RenderingContext, language: UILanguage) -> [UInt8] {
    var renderer = DocumentRenderer(context, language: language, isExcerpt: true)
    var html: [UInt8] = []
    for nodes in parts { renderer.render(nodes, topLevel: 4, into: &html) }
    return html
  }

  /// The numbered sources of a page, as its author divides them.
  func referenceGroups(of id: EntryID, _ language: UILanguage, _ renderer: inout DocumentRenderer)
    -> [ReferenceGroupView]
  {
    let marks = citationCounts(of: id)
    let highest = highestGroupHeading(of: id)
    return knowledge.referenceDivisions(of: id).map { division in
      var heading: [UInt8] = []
      switch division.heading {
      case .none: break
      case .written(let nodes):
        renderer.render(nodes, topLevel: 3, highest: highest, into: &heading)
      case .others:
        HTMLWriter.append("<h3>", to: &heading)
        HTMLWriter.append(text: Array(language.strings.otherCitations.utf8), to: &heading)
        HTMLWriter.append("</h3>\n", to: &heading)
      }
      return ReferenceGroupView(
        heading: heading,
        references: division.numbers.map { number in
          referenceItem(number, of: id, marks: marks[number] ?? 0, language, &renderer)
        })
    }
  }

  /// How many marks in the text cite each source, by its number.
  private func citationCounts(of id: EntryID) -> [Int: Int] {
    var marks: [Int: Int] = [:]
    for targets in knowledge.links[id.index].citations {
      for case .reference(let number, let occurrence) in targets where occurrence > 0 {
        marks[number, default: 0] += 1
      }
    }
    return marks
  }

  /// The level of the highest heading in the page's own list of sources.
  func highestGroupHeading(of id: EntryID) -> Int? {
    let nodes = knowledge[id].document.nodes
    return knowledge[id].outline.referenceGroups.map { nodes[$0.nodes.lowerBound] }
      .filter { $0.kind == .heading }.map { Int($0.detail) }.min()
  }

  private func referenceItem(
    _ number: Int, of id: EntryID, marks: Int, _ language: UILanguage, _ renderer: inout DocumentRenderer
  ) -> ReferenceItem {
    let entry = knowledge[id]
    let root = root(of: entry.path)
    let reference = knowledge.links[id.index].references[number - 1]
    var item = ReferenceItem(number: Array(String(number).utf8), id: Array("ref-\(number)".utf8))
    if let source = reference.entry {
      describe(source, reference.excerpts, as: &item, root: root, language)
    }
    // An item that only names its source has the excerpt that it would have without the item.
    let words = reference.own.map { entry.outline.ownReferences[$0] }.filter { !$0.isBare }
    if let source = reference.entry, words.isEmpty {
      item.excerpt = excerpt(of: source, reference.excerpts, root: root)
      item.excerptLanguage = contentLanguage(of: knowledge[source], saying: item.excerpt, on: language)
    }
    if !words.isEmpty { item.excerptLanguage = contentLanguage(of: entry, on: language) }
    for own in words {
      renderer.render(own.nodes, topLevel: 4, own: own, into: &item.excerpt)
    }
    item.isLong = !item.title.isEmpty && item.excerpt.count > 900
    item.citedAt = (0..<marks).map { place in
      CitedAt(
        url: Array("#cite-\(number)-\(place + 1)".utf8),
        label: marks > 1 ? Array(String(place + 1).utf8) : [])
    }
    return item
  }

  private func describe(
    _ id: EntryID, _ excerpts: [[UInt8]], as item: inout ReferenceItem, root: [UInt8], _ language: UILanguage
  ) {
    let source = knowledge[id]
    item.title = titles[id.index]
    item.language = contentLanguage(of: source, saying: item.title, on: language)
    item.url = root + source.path.url
    if excerpts.count == 1, let fragment = source.fragment(of: excerpts[0]) {
      item.url += [0x23] + PercentEncoding.encode(fragment)
    }
    item.sourceURL = safeURL(source.frontMatter.url)
    item.author = language.authors(of: source.frontMatter)
    item.site = language.venue(of: source.frontMatter)
    item.date = date(source.frontMatter.date, language)
  }

  /// The language of a source's title or excerpt where it differs from the labels'.
  ///
  /// Sources often do not say their language. Ideographs then tell whether it may be the site's.
  private func contentLanguage(of source: Entry, saying text: [UInt8], on page: UILanguage) -> [UInt8] {
    let language = contentLanguage(of: source, on: page)
    guard source.frontMatter.lang == nil, !language.isEmpty else { return language }
    let hasIdeographs = String(decoding: text, as: UTF8.self).unicodeScalars.contains { $0.isHan }
    return language.starts(with: "zh".utf8) == hasIdeographs ? language : []
  }

  /// An address from front matter, if it may be linked to.
  func safeURL(_ url: Sourced<String>?) -> [UInt8] {
    guard let url = url.map({ Array($0.value.utf8) }), URLPolicy.judge(url) == .external else { return [] }
    return Redirector.target(of: url) ?? URLPolicy.normalized(url)
  }

  func referencePage(_ id: EntryID) -> Content {
    let entry = knowledge[id]
    let language = language(of: entry)
    let root = root(of: entry.path)
    let title = titles[id.index]
    var renderer = DocumentRenderer(context(id), language: language)
    renderer.namesSources = true
    let model = ReferencePage(
      frame: frame(
        entry.path, section: .references, language: language, title: entry.title.plain,
        description: summaries[id.index],
        breadcrumb: [
          homeCrumb(root, language),
          Breadcrumb(title: Array(language.strings.references.utf8), url: root + Array("references/".utf8)),
          Breadcrumb(title: title, language: contentLanguage(of: entry, on: language)),
        ], entry: id, isUnindexed: true),
      title: title, contentLanguage: contentLanguage(of: entry, on: language),
      authors: language.authors(of: entry.frontMatter),
      site: language.venue(of: entry.frontMatter), date: date(entry.frontMatter.date, language),
      sourceURL: safeURL(entry.frontMatter.url), archivedURL: safeURL(entry.frontMatter.archived),
      accessed: date(entry.frontMatter.accessed, language),
      excerpt: html(PageMaker.body(of: entry), 3, &renderer),
      citing: knowledge.graph.incoming(of: id).map { backlink($0, root: root, language) })
    return content(.reference, model, at: entry.path)
  }
}
