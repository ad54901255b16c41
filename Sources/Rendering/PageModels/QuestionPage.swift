package import KnowledgeBase
package import Templates

/// A question with its answers, references and neighbours (`question.html`).
package struct QuestionPage: FramedPage {
  package var frame: PageFrame
  package var title: [UInt8]
  package var contentLanguage: [UInt8]
  package var date: PageDate?
  package var updated: PageDate?
  package var authors: [UInt8]
  package var tags: [TagLink]
  package var original: QuestionCard?
  package var status: QuestionStatus
  package var question: [UInt8]
  package var contents: [ContentsEntry]
  package var answers: [AnswerView]
  package var referenceGroups: [ReferenceGroupView]
  package var related: [QuestionCard]
  package var neighbours: TagNeighbours?
  package var backlinks: [Backlink]

  package init(
    frame: PageFrame, title: [UInt8], contentLanguage: [UInt8] = [],
    date: PageDate? = nil,
    updated: PageDate? = nil, authors: [UInt8] = [], tags: [TagLink] = [], original: QuestionCard? = nil,
    status: QuestionStatus = .answered, question: [UInt8] = [], contents: [ContentsEntry] = [],
    answers: [AnswerView] = [], referenceGroups: [ReferenceGroupView] = [], related: [QuestionCard] = [],
    neighbours: TagNeighbours? = nil, backlinks: [Backlink] = []
  ) {
    self.frame = frame
    self.title = title
    self.contentLanguage = contentLanguage
    self.date = date
    self.updated = updated
    self.authors = authors
    self.tags = tags
    self.original = original
    self.status = status
    self.question = question
    self.contents = contents
    self.answers = answers
    self.referenceGroups = referenceGroups
    self.related = related
    self.neighbours = neighbours
    self.backlinks = backlinks
  }

  package static let modelName = "QuestionPage"
  package static let fields: [FieldBinding<QuestionPage>] =
    framed([
      .html("title", "The question; may hold formulas, never links.") { $0.title },
      .text("content_language", "The content's language where the labels speak another, else empty.") {
        $0.contentLanguage
      },
      .flag("content_rtl", "That language is written from right to left.") {
        WritingDirection.isRightToLeft($0.contentLanguage)
      },
      .record("published", "When the question was first published.") { $0.date },
      .record("updated", "When it last changed, where its author says so.") { $0.updated },
      .text("authors", "Who wrote it, as one phrase; may be empty.") { $0.authors },
      .flag("has_facts", "A date or an author is known.") {
        $0.date != nil || $0.updated != nil || !$0.authors.isEmpty
      },
      .flag("has_tags", "The question has a tag.") { !$0.tags.isEmpty },
      .list("tags", "The question's tags.") { $0.tags },
      .record("duplicate_of", "The question this one repeats; nothing for most.") { $0.original },
      .text("status", "How far it has come: `answered`, `needs-review`, `unanswered` or `duplicate`.") {
        Array($0.status.rawValue.utf8)
      },
      .html("question", "Details of the question; may be empty.") { $0.question },
      .flag("has_contents", "The answers are long enough for a list of contents.") { !$0.contents.isEmpty },
      .list("contents", "The headings of the answers, two levels at most; empty for short answers.") {
        $0.contents
      },
      .list("answers", "The answers in order.") { $0.answers },
      .flag("has_references", "The list of references is not empty.") { !$0.referenceGroups.isEmpty },
      .list("reference_groups", "The sources this page cites or lists, as its author divides them.") {
        $0.referenceGroups
      },
      .flag("has_related", "There are related questions.") { !$0.related.isEmpty },
      .list("related", "At most six questions near this one, each once.") { $0.related },
      .record("neighbours", "The questions before and after it in its first tag; nothing without one.") {
        $0.neighbours
      },
      .flag("has_backlinks", "Other pages link here.") { !$0.backlinks.isEmpty },
      .list("backlinks", "The pages that link here.") { $0.backlinks },
    ])
}
