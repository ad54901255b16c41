/// Every label the default theme shows, in one language.
///
/// A language is one value of this type, so a missing label does not compile.
package struct Strings: Sendable {
  package let language: UILanguage

  // Every page
  package let skipToContent: String
  package let siteNavigation: String
  package let breadcrumb: String
  package let home: String
  package let questions: String
  package let tags: String
  package let references: String
  package let calculator: String
  package let themeAuto: String
  package let themeLight: String
  package let themeDark: String
  package let license: String
  package let markdownView: String
  package let viewSource: String
  package let feed: String
  package let reportMistake: String
  package let generatedBy: String
  package let otherLanguages: String
  package let moved: String
  package let previewOpen: String
  package let previewClose: String
  package let copyTeX: String
  package let copied: String

  // Questions
  package let published: String
  package let updated: String
  package let by: String
  package let answer: String
  package let acceptedAnswer: String
  package let noAnswer: String
  package let noAnswerYet: String
  package let duplicateOf: String
  let notices: NoticePhrases
  let document: DocumentPhrases
  package let contents: String
  package let sameTag: String
  package let previousQuestion: String
  package let nextQuestion: String
  package let citations: String
  package let otherCitations: String
  package let citedAt: String
  package let showExcerpt: String
  package let original: String
  package let othersAreAsking: String
  package let citedBy: String
  let sharedNames: String
  let similarText: String
  let sharedSource: String

  // Sources
  package let excerpt: String
  package let accessed: String
  package let archivedCopy: String
  package let citingSentences: String
  package let notCited: String
  let citationCount: CountPhrase

  // Lists
  package let newestQuestions: String
  package let byTag: String
  package let allQuestions: String
  package let allTags: String
  let questionCount: CountPhrase
  let referenceCount: CountPhrase
  package let freePages: String
  package let emptyList: String
  package let pages: String
  package let previousPage: String
  package let nextPage: String
  package let pagePosition: String
  package let wantedPages: String
  package let wantedExplanation: String
  package let wantedBy: String
  let moreCount: CountPhrase
  package let unansweredQuestions: String

  // Search
  package let search: String
  package let searchField: String
  package let searchResults: String
  package let searchNone: String
  package let searchCount: String
  package let searchMore: String
  package let searchError: String
  package let searchWithoutScripts: String
  package let searchCorrection: String
  package let searchHelpWider: String
  package let searchHelpFormulas: String
  package let searchFilters: String
  package let searchKind: String
  package let searchQuestion: String
  package let searchReference: String
  package let searchPage: String
  package let searchHuman: String
  package let searchAI: String
  package let searchMixed: String
  package let searchDates: String

  // Page not found
  package let notFound: String
  package let notFoundExplanation: String
}

/// A label with a number in it, in the forms English needs; Chinese gives the same form twice.
struct CountPhrase: Sendable {
  let one: String
  let other: String

  init(one: String, other: String) {
    self.one = one
    self.other = other
  }

  /// A phrase of a language without plural forms.
  init(_ phrase: String) {
    self.init(one: phrase, other: phrase)
  }
}
