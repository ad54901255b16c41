package import Templates

/// A question as lists show it.
package struct QuestionCard: PageModel {
  package var url: [UInt8]
  package var title: [UInt8]
  package var summary: [UInt8]
  package var date: PageDate?
  package var language: [UInt8]
  package var why: [UInt8]
  package var status: [UInt8]

  package init(
    url: [UInt8], title: [UInt8], summary: [UInt8] = [], date: PageDate? = nil, language: [UInt8] = [],
    why: [UInt8] = [], status: [UInt8] = []
  ) {
    self.url = url
    self.title = title
    self.summary = summary
    self.date = date
    self.language = language
    self.why = why
    self.status = status
  }

  package static let modelName = "QuestionCard"
  package static let fields: [FieldBinding<QuestionCard>] = [
    .url("url", "The question's page.") { $0.url },
    .html("title", "The question; may hold formulas, never links.") { $0.title },
    .text("summary", "One plain sentence of its answer; may be empty.") { $0.summary },
    .record("date", "The day of its last change, or of its first publication.") { $0.date },
    .text("card_language", "The question's language where it is not the page's, else empty.") { $0.language },
    .flag("card_rtl", "That language is written from right to left.") {
      WritingDirection.isRightToLeft($0.language)
    },
    .text("why", "Why it stands in a list of related questions; empty elsewhere.") { $0.why },
    .text("status", "“No answer yet” where that is so, else empty.") { $0.status },
  ]
}
