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

extension Entry {
  /// The level-2 headings, each with the nodes up to the next one; those without an answer are left out.
  ///
  /// - Complexity: O(nodes at the top level).
  fileprivate var frequentQuestions: [(heading: Heading, answer: Range<Int>)] {
    var headings: [Heading] = []
    var index = outline.details.lowerBound
    while index < outline.details.upperBound {
      let node = document.nodes[index]
      if node.kind == .heading, document.headings[Int(node.payload)].level <= 2 {
        headings.append(document.headings[Int(node.payload)])
      }
      index = Int(node.subtreeEnd)
    }
    let ends = headings.dropFirst().map(\.node) + [outline.details.upperBound]
    return zip(headings, ends).compactMap { heading, end in
      let start = Int(document.nodes[heading.node].subtreeEnd)
      return heading.level == 2 && start < end ? (heading, start..<end) : nil
    }
  }
}
