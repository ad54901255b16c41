import KnowledgeBase
import Markdown
import SourceText

extension PageMaker {
  /// A page of short questions, each with its one answer.
  func frequentQuestionData(_ id: EntryID) -> [UInt8] {
    let questions = knowledge[id].frequentQuestions
    return StructuredData.document(questions.isEmpty ? "WebPage" : "FAQPage") { json in
      appendPage(id, to: &json)
      json.digitalSource(knowledge[id].frontMatter.provenance.kind)
      let text = LinearText(knowledge, id)
      json.things("mainEntity", questions) { json, question in
        json.thing("Question") { json in
          json.text("name", text.text(of: question.heading.node))
          let page = address(of: knowledge[id].path)
          if !page.isEmpty { json.text("url", page + [0x23] + PercentEncoding.encode(question.heading.id)) }
          json.thing("acceptedAnswer", "Answer") { $0.text("text", beginning(of: question.answer, of: id)) }
        }
      }
    }
  }
}
