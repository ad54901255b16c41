/// What a question's page says it is to search engines: `structured_data:` in `quaestio.yml`.
package enum QuestionMarkup: String, Sendable, CaseIterable {
  /// A page about a question.
  case page
  /// A page on which readers can answer the question, too: search engines reserve `QAPage` for these.
  case qa

  /// How many characters of a text that also stands on the page the data repeat.
  ///
  /// Who reads the data for who answered, how and from what, needs to know which answer is meant, not to load it
  /// twice; search engines that show a `QAPage` ask for its answers whole.
  var textLimit: Int { self == .page ? 200 : .max }
}
