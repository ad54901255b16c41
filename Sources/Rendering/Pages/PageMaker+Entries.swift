import KnowledgeBase
import Markdown
import Templates

extension PageMaker {
  // MARK: Questions

  func questionPage(_ id: EntryID) -> Page {
    let entry = knowledge[id]
    let language = language(of: entry)
    let root = root(of: entry.path)
    let title = titles[id.index]
    var renderer = DocumentRenderer(context(id), language: language)
    let model = QuestionPage(
      frame: frame(
        entry.path, section: .questions, language: language, title: entry.title.plain,
        description: summaries[id.index],
        breadcrumb: [
          homeCrumb(root, language),
          Breadcrumb(title: Array(language.strings.questions.utf8), url: root + Array("questions/".utf8)),
          Breadcrumb(title: title),
        ], entry: entry),
      title: title, contentLanguage: contentLanguage(of: entry, on: language),
      date: date(entry.frontMatter.date, language), updated: date(entry.frontMatter.updated, language),
      authors: language.list(entry.frontMatter.authors.map { Array($0.value.utf8) }),
      tags: tagLinks(entry, root: root), question: html(entry.outline.details, 2, &renderer),
      answers: answers(of: entry, language, &renderer), references: references(of: id, language, &renderer),
      related: relatedCards(id, root: root, language), backlinks: backlinks(to: id, root: root, language))
    return render(.question, model.record, at: entry.path)
  }

  private func html(_ nodes: Range<Int>, _ topLevel: Int, _ renderer: inout DocumentRenderer) -> [UInt8] {
    var html: [UInt8] = []
    renderer.render(nodes, topLevel: topLevel, into: &html)
    return html
  }

  private func answers(of entry: Entry, _ language: UILanguage, _ renderer: inout DocumentRenderer)
    -> [AnswerView]
  {
    let answers = entry.outline.shownAnswers
    return answers.enumerated().map { index, answer in
      let claim = AnswerClaim(answer.attributes, page: entry.frontMatter)
      return AnswerView(
        id: answer.headingID ?? Array("answer".utf8),
        heading: language.strings.answerHeading(index + 1, of: answers.count),
        author: claim.author, date: date(claim.date, language), isAccepted: answer.isAccepted,
        notice: ProvenanceStatement(claim.provenance, language: language).map {
          NoticeView($0, strings: language.strings)
        }, html: html(answer.nodes, 3, &renderer))
    }
  }

  private func relatedCards(_ id: EntryID, root: [UInt8], _ language: UILanguage) -> [QuestionCard] {
    guard related.indices.contains(id.index) else { return [] }
    return related[id.index].map { match in
      card(match.question, root: root, on: language, why: reason(match, language))
    }
  }

  /// What two questions share: at most three tags, words or phrases; else their sources.
  private func reason(_ match: RelatedQuestions.Match, _ language: UILanguage) -> [UInt8] {
    var names = match.sharedTags.map { Array($0.utf8) }
    for term in match.sharedTerms {
      let name = spelling(of: term, in: knowledge[match.question].title.plain)
      if !names.contains(where: { $0.lowercased().holds(term) }) { names.append(name) }
    }
    if !names.isEmpty { return language.strings.sharedNames(Array(names.prefix(3))) }
    return language.strings.sharedSources(match.sharedSources.map { knowledge[$0].title.plain })
  }

  /// A folded term as a title spells it, if it stands there.
  private func spelling(of term: [UInt8], in title: [UInt8]) -> [UInt8] {
    guard let start = title.lowercased().place(of: term) else { return term }
    return Array(title[start..<start + term.count])
  }

  // MARK: References

  /// The numbered sources of a page.
  func references(of id: EntryID, _ language: UILanguage, _ renderer: inout DocumentRenderer)
    -> [ReferenceItem]
  {
    let entry = knowledge[id]
    let links = knowledge.links[id.index]
    var marks: [Int: Int] = [:]
    for targets in links.citations {
      for case .reference(let number, let occurrence) in targets where occurrence > 0 {
        marks[number, default: 0] += 1
      }
    }
    let root = root(of: entry.path)
    return links.references.enumerated().map { index, reference in
      let number = index + 1
      var item = ReferenceItem(number: Array(String(number).utf8), id: Array("ref-\(number)".utf8))
      if let source = reference.entry { describe(source, as: &item, root: root, language) }
      if let own = reference.own {
        let own = entry.outline.ownReferences[own]
        var html: [UInt8] = []
        renderer.render(own.nodes, topLevel: 4, own: own, into: &html)
        item.excerpt = html
      } else if let source = reference.entry {
        item.excerpt = excerpt(of: source, root: root)
      }
      item.isLong = !item.title.isEmpty && item.excerpt.count > 900
      let count = marks[number] ?? 0
      item.citedAt = (0..<count).map { place in
        CitedAt(
          url: Array("#cite-\(number)-\(place + 1)".utf8),
          label: count > 1 ? Array(String(place + 1).utf8) : [])
      }
      return item
    }
  }

  private func describe(
    _ id: EntryID, as item: inout ReferenceItem, root: [UInt8], _ language: UILanguage
  ) {
    let source = knowledge[id]
    item.title = titles[id.index]
    item.url = root + source.path.url
    item.sourceURL = safeURL(source.frontMatter.url)
    item.author = language.list(source.frontMatter.authors.map { Array($0.value.utf8) })
    item.site = Array((source.frontMatter.site?.value ?? "").utf8)
    item.date = date(source.frontMatter.date, language)
  }

  /// An address from front matter, if it may be linked to.
  func safeURL(_ url: Sourced<String>?) -> [UInt8] {
    guard let url = url.map({ Array($0.value.utf8) }), URLPolicy.judge(url) == .external else { return [] }
    return URLPolicy.normalized(url)
  }

  func referencePage(_ id: EntryID) -> Page {
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
          Breadcrumb(title: title),
        ], entry: entry, isUnindexed: true),
      title: title, contentLanguage: contentLanguage(of: entry, on: language),
      authors: language.list(entry.frontMatter.authors.map { Array($0.value.utf8) }),
      site: Array((entry.frontMatter.site?.value ?? "").utf8), date: date(entry.frontMatter.date, language),
      sourceURL: safeURL(entry.frontMatter.url), archivedURL: safeURL(entry.frontMatter.archived),
      accessed: date(entry.frontMatter.accessed, language),
      excerpt: html(PageMaker.body(of: entry), 2, &renderer),
      citing: citingSentences(of: id, root: root, language))
    return render(.reference, model.record, at: entry.path)
  }

  /// Every sentence that speaks of a source, with the place it stands at.
  private func citingSentences(of id: EntryID, root: [UInt8], _ language: UILanguage) -> [Backlink] {
    knowledge.graph.incoming(of: id).map { backlink($0, root: root, language) }
  }

  /// One sentence of every page that links to a page.
  func backlinks(to id: EntryID, root: [UInt8], _ language: UILanguage) -> [Backlink] {
    var seen: Set<EntryID> = []
    return knowledge.graph.incoming(of: id).filter { seen.insert($0.from).inserted }.map {
      backlink($0, root: root, language)
    }
  }

  private func backlink(_ incoming: LinkGraph.Incoming, root: [UInt8], _ language: UILanguage) -> Backlink {
    let from = knowledge[incoming.from]
    let mention = knowledge.links[incoming.from.index].mentions[incoming.mention]
    var url = root + from.path.url
    if case .citation(let number, let occurrence) = mention.kind, from.kind.numbersCitations {
      url += Array("#cite-\(number)-\(occurrence)".utf8)
    }
    let reader = SentenceReader(knowledge, incoming.from)
    return Backlink(
      url: url, title: titles[incoming.from.index],
      sentence: reader.sentence(around: mention.node, in: mention.block),
      language: contentLanguage(of: from, on: language))
  }

  // MARK: Free pages

  func freePage(_ id: EntryID) -> Page {
    let entry = knowledge[id]
    let language = language(of: entry)
    let title = titles[id.index]
    var renderer = DocumentRenderer(context(id), language: language)
    let model = FreePage(
      frame: frame(
        entry.path, section: .elsewhere, language: language, title: entry.title.plain,
        description: summaries[id.index],
        breadcrumb: [homeCrumb(root(of: entry.path), language), Breadcrumb(title: title)], entry: entry),
      title: title, contentLanguage: contentLanguage(of: entry, on: language),
      date: date(entry.frontMatter.date, language), updated: date(entry.frontMatter.updated, language),
      body: html(entry.outline.details, 2, &renderer), references: references(of: id, language, &renderer))
    return render(.page, model.record, at: entry.path)
  }
}

extension Entry.Kind {
  /// Whether citations are numbers of a list on the page; on other pages they name their source.
  var numbersCitations: Bool {
    switch self {
    case .question, .faq, .page: true
    case .reference, .home: false
    }
  }
}

extension PageOutline {
  /// The answers that say something, accepted ones first.
  var shownAnswers: [AnswerSection] {
    let written = answers.filter { !$0.nodes.isEmpty }
    return written.filter(\.isAccepted) + written.filter { !$0.isAccepted }
  }
}

/// What is claimed of an answer: its heading's attributes override the front matter key by key.
struct AnswerClaim {
  var author: [UInt8]
  var date: CalendarDate?
  var provenance: ProvenanceClaim

  init(_ attributes: Attributes, page: FrontMatter) {
    func text(_ key: StaticString) -> String? { attributes[key].map { String(decoding: $0, as: UTF8.self) } }
    func sourced(_ key: StaticString) -> Sourced<String>? { text(key).map { Sourced($0, range: page.range) } }
    author = attributes["author"] ?? []
    date = text("date").flatMap { CalendarDate($0) }
    provenance = page.provenance
    if let kind = text("provenance").flatMap({ ProvenanceClaim.Kind(rawValue: $0) }) {
      provenance.kind = kind
    }
    if let generator = sourced("generator") { provenance.generator = generator }
    if let model = sourced("model") { provenance.model = model }
    if let reviewer = sourced("reviewer") { provenance.reviewer = reviewer }
    if let reviewed = text("reviewed").flatMap({ CalendarDate($0) }) { provenance.reviewed = reviewed }
  }
}

extension [UInt8] {
  /// With capitals of ASCII made small.
  fileprivate func lowercased() -> [UInt8] { map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }

  /// Where other bytes stand first.
  fileprivate func place(of other: [UInt8]) -> Int? {
    guard !other.isEmpty, other.count <= count else { return nil }
    return (0...count - other.count).first { self[$0..<$0 + other.count].elementsEqual(other) }
  }

  fileprivate func holds(_ other: [UInt8]) -> Bool { place(of: other) != nil }
}
