package import Templates

/// A page of the list of all questions (`questions.html`), or of one tag's (`tag.html`).
package struct QuestionListPage: FramedPage {
  package var frame: PageFrame
  package var heading: [UInt8]
  package var count: [UInt8]
  package var questions: [QuestionCard]
  package var pagination: Pagination?

  package init(
    frame: PageFrame, heading: [UInt8], count: [UInt8], questions: [QuestionCard],
    pagination: Pagination? = nil
  ) {
    self.frame = frame
    self.heading = heading
    self.count = count
    self.questions = questions
    self.pagination = pagination
  }

  package static let modelName = "QuestionListPage"
  package static let fields: [FieldBinding<QuestionListPage>] =
    framed([
      .text("heading", "What is listed: “All questions”, or the tag.") { $0.heading },
      .text("count", "How many questions there are in all: “21 questions”.") { $0.count },
      .list("questions", "The questions of this page of the list.") { $0.questions },
      .record("pagination", "The way to the list's other pages, where there are any.") { $0.pagination },
    ])
}
