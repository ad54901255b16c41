/// A page, or a place on one, as search sees it: what a result shows, and the texts it is found by. All text is UTF-8.
public struct SearchDocument: Sendable {
  /// The URL relative to the root of the site, such as `questions/sparsity/` or `faq/search/#quotes`; unique in an
  /// index. The document's id is a function of it.
  public var path: [UInt8]
  /// The title as plain text.
  public var title: [UInt8]
  /// One or two sentences, plain text, at most 120 characters by convention.
  public var summary: [UInt8]
  /// The date, ISO 8601, or empty.
  public var date: [UInt8]
  /// What the page is: `question`, `reference`, `page`.
  public var kind: [UInt8]
  /// The language tag of the page, such as `zh-Hans`.
  public var language: [UInt8]
  /// The tags a result shows and a filter selects by; to be found by them, they must also be a field.
  public var tags: [[UInt8]]
  /// Who wrote the answer: `human`, `ai`, `mixed`; empty where there is none.
  public var provenance: [UInt8]
  /// The texts by which the page is found.
  public var fields: [SearchField]
  /// Terms that stand for formulas, each with the weight of an occurrence, in halves of a word in an answer; as the
  /// query's formulas are turned into terms. The first byte of each is 2.
  public var formulaTerms = FormulaTermList()

  /// A document from its parts.
  public init(
    path: [UInt8], title: [UInt8], summary: [UInt8], date: [UInt8], kind: [UInt8], language: [UInt8],
    provenance: [UInt8] = [], tags: [[UInt8]], fields: [SearchField]
  ) {
    self.path = path
    self.title = title
    self.summary = summary
    self.date = date
    self.kind = kind
    self.language = language
    self.provenance = provenance
    self.tags = tags
    self.fields = fields
  }
}

/// One text of a page and what part of the page it is.
public struct SearchField: Sendable {
  /// The part of a page a text belongs to; decides how much a word in it counts.
  public enum Kind: Sendable, CaseIterable {
    case title, question, answer, tags, headings, references, formulas

    /// The weight of one occurrence, in halves of an occurrence in an answer.
    var weight: UInt8 {
      switch self {
      case .title: 10
      case .question, .tags: 6
      case .headings: 4
      case .answer, .formulas: 2
      case .references: 1
      }
    }
  }

  /// The part of the page.
  public var kind: Kind
  /// Plain text, UTF-8.
  public var text: [UInt8]

  /// A field from its parts. A page may have several fields of one kind.
  public init(kind: Kind, text: [UInt8]) {
    self.kind = kind
    self.text = text
  }
}
