import KnowledgeBase
import Markdown
import Templates

extension PageMaker {
  /// One page of a list: what of the whole it shows, and the way to its neighbours.
  struct Slice {
    var path: SitePath
    var items: ArraySlice<EntryID>
    var pagination: Pagination?
  }

  /// Where a page of a list stands; pages count from 1.
  static func path(of list: SitePath, page: Int) -> SitePath {
    page == 1 ? list : SitePath("\(list.text)page/\(page)/")
  }

  func slice(_ all: [EntryID], of list: SitePath, page: Int, _ language: UILanguage) -> Slice {
    let last = PageMaker.pages(of: all.count).upperBound
    func path(_ page: Int) -> SitePath { PageMaker.path(of: list, page: page) }
    let here = path(page)
    let start = (page - 1) * PageMaker.pageSize
    let items = all[start..<min(start + PageMaker.pageSize, all.count)]
    guard last > 1 else { return Slice(path: here, items: items) }
    let root = root(of: here)
    return Slice(
      path: here, items: items,
      pagination: Pagination(
        position: language.pagePosition(page, of: last),
        previousURL: page > 1 ? root + path(page - 1).url : [],
        nextURL: page < last ? root + path(page + 1).url : []))
  }

  func questionList(_ page: Int) -> Content {
    let language = settings.language
    let heading = Array(language.strings.allQuestions.utf8)
    let slice = slice(newest, of: SitePath("questions/"), page: page, language)
    let root = root(of: slice.path)
    let model = QuestionListPage(
      frame: frame(
        slice.path, section: .questions, language: language, title: heading,
        breadcrumb: [homeCrumb(root, language), Breadcrumb(title: Array(language.strings.questions.utf8))]),
      heading: heading, count: language.questionCount(newest.count),
      questions: slice.items.map { card($0, root: root, on: language) }, pagination: slice.pagination)
    return content(.questions, model, at: slice.path)
  }

  func tagPage(_ tag: TagIndex.Tag, _ page: Int) -> Content {
    let language = settings.language
    let name = Array(tag.name.utf8)
    let slice = slice(tag.questions, of: tag.path, page: page, language)
    let root = root(of: slice.path)
    var title: [UInt8] = []
    HTMLWriter.append(text: name, to: &title)
    let model = QuestionListPage(
      frame: frame(
        slice.path, section: .tags, language: language, title: name,
        breadcrumb: [
          homeCrumb(root, language),
          Breadcrumb(title: Array(language.strings.tags.utf8), url: root + Array("tags/".utf8)),
          Breadcrumb(title: title),
        ]),
      heading: name, count: language.questionCount(tag.questions.count),
      questions: slice.items.map { card($0, root: root, on: language) }, pagination: slice.pagination)
    return content(.tag, model, at: slice.path)
  }

  func tagIndexPage() -> Content {
    let language = settings.language
    let path = SitePath("tags/")
    let root = root(of: path)
    let title = Array(language.strings.tags.utf8)
    let model = TagIndexPage(
      frame: frame(
        path, section: .tags, language: language, title: title,
        breadcrumb: [homeCrumb(root, language), Breadcrumb(title: title)]),
      tags: tags.tags.map { link($0, root: root, language) })
    return content(.tags, model, at: path)
  }

  /// The questions beside a question in its first tag; nothing where there are none.
  func neighbours(of id: EntryID, root: [UInt8], on page: UILanguage) -> TagNeighbours? {
    guard let place = tags.place(of: id) else { return nil }
    let questions = place.tag.questions
    guard questions.count > 1 else { return nil }
    func link(_ index: Int) -> TitledLink? {
      guard questions.indices.contains(index) else { return nil }
      let entry = knowledge[questions[index]]
      return TitledLink(
        url: root + entry.path.url, title: titles[questions[index].index],
        language: contentLanguage(of: entry, on: page))
    }
    return TagNeighbours(
      tag: tagLink(place.tag, root: root, on: page),
      previous: link(place.index - 1), next: link(place.index + 1))
  }

  private func link(_ tag: TagIndex.Tag, root: [UInt8], _ language: UILanguage) -> TagLink {
    TagLink(name: Array(tag.name.utf8), url: root + tag.path.url, count: language.number(tag.questions.count))
  }

  func referenceList(_ page: Int) -> Content {
    let language = settings.language
    let all = sources
    let slice = slice(all, of: SitePath("references/"), page: page, language)
    let root = root(of: slice.path)
    let title = Array(language.strings.references.utf8)
    let cards = slice.items.map { id in
      let entry = knowledge[id]
      let citing = knowledge.graph.incoming(of: id).count
      return ReferenceCard(
        url: root + entry.path.url, title: titles[id.index],
        language: contentLanguage(of: entry, on: language),
        authors: language.authors(of: entry.frontMatter),
        site: language.venue(of: entry.frontMatter), date: date(entry.frontMatter.date, language),
        citations: citing > 0 ? language.citationCount(citing) : [])
    }
    let model = ReferenceIndexPage(
      frame: frame(
        slice.path, section: .references, language: language, title: title,
        breadcrumb: [homeCrumb(root, language), Breadcrumb(title: title)]),
      count: language.referenceCount(all.count), references: cards, pagination: slice.pagination)
    return content(.references, model, at: slice.path)
  }

  // MARK: Single pages

  func home() -> Content {
    let path = SitePath("")
    let root = root(of: path)
    let entry = knowledge.ids(of: .home).first
    let language = entry.map { self.language(of: knowledge[$0]) } ?? settings.language
    var introduction: [UInt8] = []
    var referenceGroups: [ReferenceGroupView] = []
    if let entry {
      var renderer = DocumentRenderer(context(entry), language: language)
      renderer.render(knowledge[entry].outline.details, topLevel: 2, into: &introduction)
      referenceGroups = self.referenceGroups(of: entry, language, &renderer)
    }
    let references = knowledge.ids(of: .reference).count
    let model = HomePage(
      frame: frame(
        path, section: .home, language: language, title: [],
        description: settings.description.isEmpty
          ? entry.map { summaries[$0.index] } ?? [] : settings.description,
        entry: entry),
      introduction: introduction, referenceGroups: referenceGroups,
      questionCount: language.questionCount(newest.count),
      referenceCount: references > 0 ? language.referenceCount(references) : [],
      newest: newest.prefix(PageMaker.newestOnHome).map { card($0, root: root, on: language) },
      groups: tags.mostUsed(6).map { tag in
        TagGroup(
          tag: link(tag, root: root, language),
          questions: tag.questions.prefix(4).map { card($0, root: root, on: language) })
      }, hasWanted: !wanted.isEmpty || newest.contains { !knowledge[$0].isAnswered })
    return content(.home, model, at: path)
  }

  func searchPage() -> Content {
    let language = settings.language
    let path = SitePath("search/")
    let root = root(of: path)
    let title = Array(language.strings.search.utf8)
    let model = SearchPage(
      frame: frame(
        path, section: .search, language: language, title: title,
        breadcrumb: [homeCrumb(root, language), Breadcrumb(title: title)]),
      tags: tags.mostUsed(30).map { link($0, root: root, language) })
    return content(.search, model, at: path)
  }

  func calculatorPage() -> Content {
    let language = settings.language
    let path = SitePath("calculator/")
    let root = root(of: path)
    let words = language.calculatorStrings
    let title = Array(words.title.utf8)
    let model = CalculatorPage(
      frame: frame(
        path, section: .calculator, language: language, title: title,
        breadcrumb: [
          homeCrumb(root, language), Breadcrumb(title: Array(language.strings.calculator.utf8)),
        ]),
      words: words, example: CalculatorExample(language), rows: CalculatorTable.rows,
      exercises: words.exercises(language, link: root + Array("calculator/".utf8)))
    return content(.calculator, model, at: path)
  }

  func notFoundPage() -> Content {
    let language = settings.language
    var frame = frame(
      SitePath("404.html"), section: .elsewhere, language: language,
      title: Array(language.strings.notFound.utf8),
      isUnindexed: true)
    // A host shows this page at any depth, so its links begin at the root of the host.
    frame.root = HTMLWriter.percentEncoded(Array(settings.basePath.utf8))
    frame.canonicalURL = []
    frame.markdownURL = []
    var page = content(.notFound, NotFoundPage(frame: frame), at: SitePath(""))
    page.path = "404.html"
    return page
  }
}
