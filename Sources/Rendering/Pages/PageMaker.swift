package import KnowledgeBase
package import Templates
import Markdown

/// Makes the pages of a site: fills page models from the knowledge base and renders them by the templates.
///
/// A page is a pure function of what this holds, so pages are made in any order and at once.
package struct PageMaker: Sendable {
  let knowledge: KnowledgeBase
  let tags: TagIndex
  /// The questions near each entry.
  package var related: [[RelatedQuestions.Match]] = []
  let settings: SiteSettings
  /// The templates with what the site says on every page, by the language of the labels.
  let templates: [[UInt8]: TemplateSet]
  let site: ModelRecord
  let labels: [UILanguage: ModelRecord]
  /// Addresses below the root of files that are published because something links to them.
  let assets: PublishedFiles
  let newest: [EntryID]
  /// The pages that are linked to but not written, most wanted first.
  let wanted: [PageDemand]
  /// The title of every page as HTML without links, by entry.
  let titles: [[UInt8]]
  /// The sources by their titles, as readers look for them.
  let sources: [EntryID]
  /// What every page begins with as plain text, by entry.
  package let summaries: [[UInt8]]
  /// The first sentence of every question, by entry.
  private let sentences: [[UInt8]]
  /// The excerpts of all sources as questions' pages show them, by entry; empty for other entries.
  let excerpts: [[UInt8]]

  /// Questions on one page of a list.
  static let pageSize = 50
  /// Questions on the home page.
  static let newestOnHome = 8

  /// Prepares to make the pages of a site.
  ///
  /// - Parameter parallel: calls its second argument for every number below the first, in any order, and gives the
  ///   results by number.
  package init(
    knowledge: KnowledgeBase, settings: SiteSettings, templates: TemplateSet,
    siteInfo: (TagIndex) -> SiteInfo,
    assets: PublishedFiles, parallel: (Int, @Sendable (Int) -> [UInt8]) -> [[UInt8]]
  ) {
    self.knowledge = knowledge
    self.settings = settings
    self.assets = assets
    tags = TagIndex(knowledge)
    newest = knowledge.newestQuestions
    sources = PageMaker.byTitle(knowledge.ids(of: .reference), in: knowledge)
    wanted = knowledge.wantedPages()
    let (site, labels) = (
      siteInfo(tags).record,
      Dictionary(uniqueKeysWithValues: UILanguage.allCases.map { ($0, $0.strings.record) })
    )
    self.site = site
    self.labels = labels
    let spoken = Set(knowledge.entries.map { settings.language(of: $0) } + [settings.language])
    self.templates = Dictionary(
      uniqueKeysWithValues: spoken.map { language in
        (language.tag, templates.knowing(["site": site, "labels": labels[language] ?? site]))
      })
    titles = parallel(knowledge.entries.count) { TitleRenderer.html(of: knowledge.entries[$0].title) }
    summaries = parallel(knowledge.entries.count) { index in
      PageMaker.summary(of: EntryID(index), in: knowledge)
    }
    sentences = parallel(knowledge.entries.count) { index in
      PageMaker.sentence(of: EntryID(index), in: knowledge)
    }
    excerpts = parallel(knowledge.entries.count) { index in
      guard knowledge.entries[index].kind == .reference else { return [] }
      return PageMaker.excerpt(
        [PageMaker.body(of: knowledge.entries[index])],
        RenderingContext(
          knowledge: knowledge, id: EntryID(index), root: PageMaker.rootOfQuestions, assets: assets,
          breaksLines: settings.breaksLines, rawHTML: settings.rawHTML),
        language: settings.language(of: knowledge.entries[index]))
    }
  }

  /// One page and where it stands.
  package struct Page: Sendable {
    /// Path below the output folder.
    package var path = ""
    package var html: [UInt8] = []
    /// The page as Markdown, which stands beside it; empty where there is none, as of a page that only sends on.
    package var mirror: [UInt8] = []

    /// An empty one, in whose place others can be made.
    package init() {}

    /// Path of the mirror below the output folder.
    package var mirrorPath: String { path.dropLast("index.html".count) + PageMaker.mirrorName }
  }

  /// A page to be made.
  package enum Job: Sendable, Hashable {
    case home, tagIndex, search, calculator, wanted, notFound
    case entry(EntryID)
    case redirect(Int)
    case questions(page: Int)
    case references(page: Int)
    case tag(Int, page: Int)
  }

  /// All pages of the site.
  package var jobs: [Job] {
    var jobs: [Job] = [.home, .search, .calculator, .wanted, .notFound]
    jobs += knowledge.entries.indices.filter { knowledge.entries[$0].kind != .home }.map {
      .entry(EntryID($0))
    }
    jobs += PageMaker.pages(of: newest.count).map { .questions(page: $0) }
    jobs += knowledge.redirects.indices.map { .redirect($0) }
    let references = knowledge.ids(of: .reference)
    if !references.isEmpty { jobs += PageMaker.pages(of: references.count).map { .references(page: $0) } }
    if !tags.tags.isEmpty { jobs.append(.tagIndex) }
    for (index, tag) in tags.tags.enumerated() {
      jobs += PageMaker.pages(of: tag.questions.count).map { .tag(index, page: $0) }
    }
    return jobs
  }

  package var questionCount: Int { newest.count }

  /// Makes a page and its mirror in place of another one, in whose memory the page is written.
  package func make(_ job: Job, into page: inout Page) {
    let content = content(of: job)
    page.path = content.path
    page.html.removeAll(keepingCapacity: true)
    page.html.reserveCapacity(16 << 10)
    templates[content.language]?.template(content.template.rawValue)?
      .render(content.record, into: &page.html)
    var memory: [UInt8] = []
    swap(&memory, &page.mirror)
    page.mirror = mirror(job, in: &memory)
  }

  /// What a page holds, and where it will stand.
  struct Content {
    /// Path below the output folder.
    var path: String
    /// The language of its labels.
    var language: [UInt8]
    var template: PageTemplate
    var record: ModelRecord
  }

  private func content(of job: Job) -> Content {
    switch job {
    case .home: home()
    case .search: searchPage()
    case .calculator: calculatorPage()
    case .wanted: wantedPage()
    case .notFound: notFoundPage()
    case .tagIndex: tagIndexPage()
    case .questions(let page): questionList(page)
    case .references(let page): referenceList(page)
    case .tag(let index, let page): tagPage(tags.tags[index], page)
    case .redirect(let index): redirectPage(knowledge.redirects[index])
    case .entry(let id):
      switch knowledge[id].kind {
      case .question: questionPage(id)
      case .reference: referencePage(id)
      case .page, .faq, .home: freePage(id)
      }
    }
  }

  // MARK: What pages share

  /// Numbers of a list's pages, from 1.
  static func pages(of count: Int) -> ClosedRange<Int> { 1...max(1, (count + pageSize - 1) / pageSize) }

  func content(_ template: PageTemplate, _ model: some FramedPage, at path: SitePath) -> Content {
    Content(
      path: path.text + "index.html", language: model.frame.language, template: template,
      record: model.record)
  }

  /// The way from a page to the root.
  func root(of path: SitePath) -> [UInt8] {
    path.depth == 0 ? Array("./".utf8) : Array(String(repeating: "../", count: path.depth).utf8)
  }

  func frame(
    _ path: SitePath, section: SiteSection, language: UILanguage, title: [UInt8], description: [UInt8] = [],
    breadcrumb: [Breadcrumb] = [], entry id: EntryID? = nil, isUnindexed: Bool = false
  ) -> PageFrame {
    let entry = id.map { knowledge[$0] }
    let canonical = id.map { knowledge[knowledge.original(of: $0)].path } ?? path
    let root = root(of: path)
    return PageFrame(
      site: site, labels: labels[language] ?? site, language: language.tag,
      siteLanguage: language == settings.language ? [] : settings.language.tag, root: root,
      section: section,
      title: title, description: description, breadcrumb: breadcrumb,
      canonicalURL: settings.baseURL.map { Array($0.utf8) + canonical.url } ?? [],
      markdownURL: Array(PageMaker.mirrorName.utf8),
      sourceURL: entry.map(settings.sourceURL) ?? [], reportURL: entry.map(settings.reportURL) ?? [],
      alternates: id.map { alternates(of: $0) } ?? [],
      translations: id.map { translations(of: $0, root: root) } ?? [],
      isUnindexed: isUnindexed, jsonLD: structuredData(of: id, section: section))
  }

  /// The language of a page's labels: its own where the theme speaks it, else the site's.
  func language(of entry: Entry) -> UILanguage {
    settings.language(of: entry)
  }

  /// The content's language where it differs from the labels'.
  func contentLanguage(of entry: Entry, on page: UILanguage) -> [UInt8] {
    let written = entry.frontMatter.lang?.value ?? settings.language.rawValue
    return UILanguage(closestTo: written) == page ? [] : Array(written.utf8)
  }

  func context(_ id: EntryID) -> RenderingContext {
    RenderingContext(
      knowledge: knowledge, id: id, root: root(of: knowledge[id].path), assets: assets,
      breaksLines: settings.breaksLines, rawHTML: settings.rawHTML)
  }

  func date(_ date: CalendarDate?, _ language: UILanguage) -> PageDate? {
    date.map { PageDate($0, language: language) }
  }

  /// A question in a list.
  ///
  /// - Parameter why: why it stands among those near another question, where a sentence of it says enough.
  func card(_ id: EntryID, root: [UInt8], on page: UILanguage, why: [UInt8]? = nil) -> QuestionCard {
    let entry = knowledge[id]
    return QuestionCard(
      url: root + entry.path.url, title: titles[id.index],
      summary: why == nil ? summaries[id.index] : sentences[id.index],
      date: date(entry.orderingDate, page), language: contentLanguage(of: entry, on: page), why: why ?? [],
      status: entry.isAnswered ? [] : Array(page.strings.noAnswerYet.utf8))
  }

  func homeCrumb(_ root: [UInt8], _ language: UILanguage) -> Breadcrumb {
    Breadcrumb(title: Array(language.strings.home.utf8), url: root)
  }

  /// All nodes of a body.
  static func body(of entry: Entry) -> Range<Int> { 1..<entry.document.nodes.count }

  /// `description:`, else the beginning of the first answer that is shown, else of the body.
  private static func summary(of id: EntryID, in knowledge: KnowledgeBase) -> [UInt8] {
    let entry = knowledge[id]
    if let description = entry.frontMatter.description {
      return SentenceReader.cut(Array(description.value.utf8)[...], limit: 120)
    }
    return SentenceReader(knowledge, id).beginning(of: mainNodes(of: entry))
  }

  /// The first sentence of what ``summary(of:in:)`` is the beginning of; `description:` as a whole.
  private static func sentence(of id: EntryID, in knowledge: KnowledgeBase) -> [UInt8] {
    let entry = knowledge[id]
    guard entry.kind == .question, entry.frontMatter.description == nil else {
      return summary(of: id, in: knowledge)
    }
    return SentenceReader(knowledge, id).firstSentence(of: mainNodes(of: entry))
  }

  /// Entries in the order of their titles, whatever the case of ASCII letters; of equal ones as they are.
  private static func byTitle(_ ids: [EntryID], in knowledge: KnowledgeBase) -> [EntryID] {
    let keys = ids.map { id in knowledge[id].title.plain.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
    return ids.indices.sorted { left, right in
      keys[left] == keys[right] ? left < right : keys[left].lexicographicallyPrecedes(keys[right])
    }.map { ids[$0] }
  }

  private static func mainNodes(of entry: Entry) -> Range<Int> {
    (entry.outline.shownAnswers.first ?? entry.outline.answers.first)?.nodes ?? body(of: entry)
  }
}
