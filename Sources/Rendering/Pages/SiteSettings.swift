package import KnowledgeBase
package import Markdown

/// What pages say of the site as a whole.
package struct SiteSettings: Sendable {
  package var title: [UInt8]
  package var description: [UInt8]
  package var license: [UInt8]
  package var language: UILanguage
  /// The absolute address of the site's root, with `/` at its end; `nil` when it is not known.
  package var baseURL: String?
  /// The path of the site's root on its host, with `/` at both ends.
  package var basePath: String
  /// Whether a line's end within a paragraph is a line break.
  package var breaksLines: Bool
  /// What becomes of raw HTML.
  package var rawHTML: RawHTMLPolicy
  /// What questions' pages say they are to search engines.
  package var questionMarkup: QuestionMarkup
  /// Macros that the formulas of all pages know.
  package var macros: [MacroDefinition]
  /// Where readers report a mistake on a page, and where its source can be read; empty for nowhere.
  package var reportURL: @Sendable (Entry) -> [UInt8]
  package var sourceURL: @Sendable (Entry) -> [UInt8]

  package init(
    title: [UInt8], description: [UInt8] = [], license: [UInt8] = [], language: UILanguage,
    baseURL: String? = nil,
    basePath: String = "/", breaksLines: Bool = false, rawHTML: RawHTMLPolicy = .safe,
    questionMarkup: QuestionMarkup = .page, macros: [MacroDefinition] = [],
    reportURL: @escaping @Sendable (Entry) -> [UInt8] = { _ in [] },
    sourceURL: @escaping @Sendable (Entry) -> [UInt8] = { _ in [] }
  ) {
    self.title = title
    self.description = description
    self.license = license
    self.language = language
    self.baseURL = baseURL
    self.basePath = basePath
    self.breaksLines = breaksLines
    self.rawHTML = rawHTML
    self.questionMarkup = questionMarkup
    self.macros = macros
    self.reportURL = reportURL
    self.sourceURL = sourceURL
  }

  /// The language of the labels on a page: its own where the theme speaks it, else the site's.
  package func language(of entry: Entry) -> UILanguage {
    entry.frontMatter.lang.flatMap { UILanguage(closestTo: $0.value) } ?? language
  }
}
