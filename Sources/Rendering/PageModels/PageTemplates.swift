package import Templates

/// The templates that make pages, each with the model it is compiled against.
///
/// All other files of a theme are parents and partials of these.
package enum PageTemplate: String, CaseIterable, Sendable {
  case home = "home.html"
  case question = "question.html"
  case questions = "questions.html"
  case tag = "tag.html"
  case tags = "tags.html"
  case reference = "reference.html"
  case references = "references.html"
  case wanted = "wanted.html"
  case search = "search.html"
  case calculator = "calculator.html"
  case page = "page.html"
  case redirect = "redirect.html"
  case notFound = "404.html"

  /// The model whose fields the template may name.
  package var schema: ModelSchema {
    switch self {
    case .home: HomePage.schema
    case .question: QuestionPage.schema
    case .questions, .tag: QuestionListPage.schema
    case .tags: TagIndexPage.schema
    case .reference: ReferencePage.schema
    case .references: ReferenceIndexPage.schema
    case .wanted: WantedPage.schema
    case .search: SearchPage.schema
    case .calculator: CalculatorPage.schema
    case .page: FreePage.schema
    case .redirect: RedirectPage.schema
    case .notFound: NotFoundPage.schema
    }
  }

  /// What the template compiler takes: every template by name with its schema.
  package static var entries: [(name: String, schema: ModelSchema)] {
    allCases.map { ($0.rawValue, $0.schema) }
  }
}
