import SourceText
import Templates
import Testing

@testable import Rendering

/// The templates of the repository, compiled as a build compiles them.
private struct DefaultTheme {
  let templates: TemplateSet
  let diagnostics: [Diagnostic]

  init(testFile: String = #filePath) throws {
    let folder = testFile.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/templates"
    let disk = DiskFileSystem()
    let sources = try disk.list(folder).filter { $0.name.hasSuffix(".html") }.map { entry in
      let bytes = try disk.read("\(folder)/\(entry.name)", limit: 1 << 20)
      return TemplateSource(
        name: entry.name, file: SourceFile(path: "templates/\(entry.name)", bytes: bytes))
    }
    (templates, diagnostics) = TemplateSet.compile(sources, entries: PageTemplate.entries)
  }

  func render(_ template: PageTemplate, _ page: some PageModel) throws -> String {
    var output: [UInt8] = []
    try #require(templates.template(template.rawValue)).render(page.record, into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

/// A site with nothing optional, and one page's frame in it.
private func frame(
  _ language: UILanguage = .en, section: SiteSection = .questions, title: String = "T",
  breadcrumb: [Breadcrumb] = []
) -> PageFrame {
  let asset = bytes("assets/x")
  let site = SiteInfo(
    title: bytes("<Site> & \"co\""), hasTags: false, hasReferences: false, stylesheetURL: asset,
    formulaStylesheetURL: bytes("assets/math.css"), formulaFontURL: bytes("assets/math.woff2"),
    themeScriptURL: asset, siteScriptURL: asset, searchScriptURL: asset, passagesScriptURL: asset,
    filtersScriptURL: asset,
    previewScriptURL: bytes("assets/preview.js"), formulaCopyScriptURL: bytes("assets/formula-copy.js"),
    redirectScriptURL: asset, calculatorStylesheetURL: asset, calculatorScriptURL: asset,
    calculatorEngineURL: asset)
  return PageFrame(
    site: site.record, labels: language.strings.record, language: language.tag, root: bytes("../"),
    section: section, title: bytes(title), breadcrumb: breadcrumb)
}

/// One page of every template, as empty as the models allow.
private func emptyPage(_ template: PageTemplate) -> ModelRecord {
  let count = bytes("0")
  return switch template {
  case .home:
    HomePage(frame: frame(section: .home), questionCount: count, referenceCount: [], newest: [], groups: [])
      .record
  case .question: QuestionPage(frame: frame(), title: bytes("Q")).record
  case .questions, .tag:
    QuestionListPage(frame: frame(), heading: bytes("L"), count: count, questions: []).record
  case .tags: TagIndexPage(frame: frame(section: .tags), tags: []).record
  case .reference: ReferencePage(frame: frame(section: .references), title: bytes("R")).record
  case .references:
    ReferenceIndexPage(frame: frame(section: .references), count: count, references: []).record
  case .wanted: WantedPage(frame: frame(section: .elsewhere), wanted: []).record
  case .search: SearchPage(frame: frame(section: .search), tags: []).record
  case .calculator:
    CalculatorPage(
      frame: frame(section: .calculator), words: UILanguage.en.calculatorStrings,
      example: CalculatorExample(.en),
      rows: [], exercises: []
    ).record
  case .page: FreePage(frame: frame(section: .elsewhere), title: bytes("P"), body: []).record
  case .redirect:
    RedirectPage(frame: frame(section: .elsewhere), title: bytes("P"), url: bytes("../p/")).record
  case .notFound: NotFoundPage(frame: frame(section: .elsewhere)).record
  }
}

@Suite("The default theme")
struct DefaultThemeTests {
  @Test("Every template compiles against its model without a diagnostic")
  func compiles() throws {
    #expect(try DefaultTheme().diagnostics.isEmpty)
  }

  @Test(
    "An empty page has one heading, one main landmark, and nothing inline",
    arguments: PageTemplate.allCases.filter { $0 != .redirect })
  func emptyPages(template: PageTemplate) throws {
    var output: [UInt8] = []
    let compiled = try #require(try DefaultTheme().templates.template(template.rawValue))
    compiled.render(emptyPage(template), into: &output)
    let html = String(decoding: output, as: UTF8.self)
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(count("<h1", in: html) == 1)
    #expect(count("<main ", in: html) == 1)
    #expect(count("role=\"search\"", in: html) == 1)
    #expect(count("<script>", in: html) == 0)
    #expect(count("<style", in: html) == 0)
    #expect(count(" style=", in: html) == 0)
    #expect(count("href=\"\"", in: html) == 0)
    #expect(!html.contains("https:"))
    #expect(html.contains("&lt;Site&gt; &amp; &quot;co&quot;</title>"))
  }

  @Test("A question page has its parts in the order readers need them")
  func orderOfParts() throws {
    let day = PageDate(year: 2024, month: 9, day: 7, language: .en)
    let crumbs = [Breadcrumb(title: bytes("Home"), url: bytes("../../")), Breadcrumb(title: bytes("QT"))]
    let card = QuestionCard(url: bytes("../r/"), title: bytes("RELATED"), why: bytes("WHY"))
    let notice = NoticeView(ProvenanceStatement(kind: .ai), language: .en)
    let page = QuestionPage(
      frame: frame(breadcrumb: crumbs), title: bytes("QT"), date: day,
      tags: [TagLink(name: bytes("TAG"), url: bytes("../../tags/t/"))], question: bytes("<p>DETAILS"),
      answers: [AnswerView(id: bytes("a1"), heading: bytes("AHEAD"), notice: notice, html: bytes("<p>TEXT"))],
      referenceGroups: [
        ReferenceGroupView(references: [
          ReferenceItem(
            number: bytes("1"), id: bytes("ref-1"), title: bytes("SOURCE"), url: bytes("../../references/s/"),
            excerpt: bytes("<p>EXCERPT"), citedAt: [CitedAt(url: bytes("#cite-1-1"), label: bytes("1"))])
        ])
      ],
      related: [card],
      backlinks: [Backlink(url: bytes("../b/"), title: bytes("BACK"), sentence: bytes("S&lt;"))]
    )
    let html = try DefaultTheme().render(.question, page)
    let parts = [
      "class=\"skip-link\"", "role=\"search\"", "<li><span aria-current=\"page\">QT</span></li>",
      "<h1>QT</h1>",
      "<time datetime=\"2024-09-07\">7 September 2024</time>", ">TAG</a>", "<p>DETAILS", "id=\"a1\"", "AHEAD",
      "class=\"notice notice-ai\"", "<p>TEXT", "<li id=\"ref-1\" value=\"1\">",
      "<a href=\"../../references/s/\">SOURCE</a>", "<p>EXCERPT", "<a href=\"#cite-1-1\">", "RELATED", "WHY",
      "BACK", "S&lt;", "<footer",
    ]
    var rest = html[...]
    for part in parts {
      let place = try #require(rest.firstRange(of: part), "\(part) is missing or out of order")
      rest = rest[place.upperBound...]
    }
  }

  @Test("A long excerpt is folded, a short one is not")
  func longExcerpts() throws {
    for isLong in [true, false] {
      let item = ReferenceItem(
        number: bytes("1"), id: bytes("ref-1"), title: bytes("S"), excerpt: bytes("<p>E"), isLong: isLong)
      let page = QuestionPage(
        frame: frame(), title: bytes("Q"), referenceGroups: [ReferenceGroupView(references: [item])])
      let html = try DefaultTheme().render(.question, page)
      #expect(count("<details>", in: html) == (isLong ? 1 : 0))
      #expect(count("<p>E", in: html) == 1)
    }
  }

  @Test("An answer of unknown origin makes no claim")
  func noNotice() throws {
    let answer = AnswerView(id: bytes("a"), heading: bytes("A"), html: bytes("<p>x"))
    let html = try DefaultTheme().render(
      .question, QuestionPage(frame: frame(), title: bytes("Q"), answers: [answer]))
    #expect(!html.contains("notice"))
  }

  @Test("Exactly the section a page belongs to is marked in the navigation")
  func currentSection() throws {
    let theme = try DefaultTheme()
    let question = try theme.render(.question, QuestionPage(frame: frame(), title: bytes("Q")))
    #expect(count("aria-current", in: question) == 1)
    #expect(question.contains("<a href=\"../questions/\" aria-current=\"true\">"))
    let missing = try theme.render(.notFound, NotFoundPage(frame: frame(section: .elsewhere)))
    #expect(count("aria-current", in: missing) == 0)
  }

  private func count(_ needle: String, in text: String) -> Int { text.ranges(of: needle).count }
}
