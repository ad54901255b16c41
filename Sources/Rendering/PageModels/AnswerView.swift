package import Templates

/// The notice of how an answer came to be.
package struct NoticeView: PageModel {
  package var kind: [UInt8]
  package var text: [UInt8]

  /// The notice for what an author declared, in a language.
  package init(_ statement: ProvenanceStatement, language: UILanguage) {
    kind = Array(statement.kind.rawValue.utf8)
    text = language.notice(statement)
  }

  package static let modelName = "NoticeView"
  package static let fields: [FieldBinding<NoticeView>] = [
    .text("kind", "`human`, `ai` or `mixed`.") { $0.kind },
    .text("text", "The notice in the page's language.") { $0.text },
  ]
}

/// One answer on a question's page.
package struct AnswerView: PageModel {
  package var id: [UInt8]
  package var heading: [UInt8]
  package var author: [UInt8]
  package var date: PageDate?
  package var isAccepted: Bool
  package var notice: NoticeView?
  package var html: [UInt8]

  package init(
    id: [UInt8], heading: [UInt8], author: [UInt8] = [], date: PageDate? = nil, isAccepted: Bool = false,
    notice: NoticeView? = nil, html: [UInt8]
  ) {
    self.id = id
    self.heading = heading
    self.author = author
    self.date = date
    self.isAccepted = isAccepted
    self.notice = notice
    self.html = html
  }

  package static let modelName = "AnswerView"
  package static let fields: [FieldBinding<AnswerView>] = [
    .text("id", "The answer's anchor, unique on the page.") { $0.id },
    .text("heading", "“Answer”, numbered when there are several.") { $0.heading },
    .flag("has_byline", "Its author or date is known.") { !$0.author.isEmpty || $0.date != nil },
    .text("author", "Who wrote it; may be empty.") { $0.author },
    .record("answer_date", "When it was written, where that differs from the question.") { $0.date },
    .flag("accepted", "The answer is marked as the accepted one.") { $0.isAccepted },
    .record("notice", "How the answer came to be; nothing when its author does not say.") { $0.notice },
    .html("html", "The answer; its headings begin at level 3.") { $0.html },
  ]
}
