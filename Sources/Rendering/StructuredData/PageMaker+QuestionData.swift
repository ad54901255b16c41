import KnowledgeBase
import Markdown
import SourceText

extension PageMaker {
  /// A question with its answers.
  func questionData(_ id: EntryID) -> [UInt8] {
    let entry = knowledge[id]
    let answers = entry.outline.shownAnswers
    return StructuredData.document(settings.questionMarkup == .qa ? "QAPage" : "WebPage") { json in
      appendPage(id, to: &json)
      json.thing("mainEntity", "Question") { json in
        json.text("name", entry.title.plain)
        json.text("text", beginning(of: entry.outline.details, of: id))
        json.day("dateCreated", entry.frontMatter.date)
        json.member("answerCount", answers.count)
        json.things("acceptedAnswer", answers.filter(\.isAccepted)) { append($1, of: id, to: &$0) }
        json.things("suggestedAnswer", answers.filter { !$0.isAccepted }) { append($1, of: id, to: &$0) }
      }
    }
  }

  private func append(_ answer: AnswerSection, of id: EntryID, to json: inout JSONWriter) {
    let entry = knowledge[id]
    let claim = AnswerClaim(answer.attributes, page: entry.frontMatter)
    json.thing("Answer") { json in
      json.text("text", beginning(of: answer.nodes, of: id))
      let page = address(of: entry.path)
      if !page.isEmpty {
        json.text("url", page + [0x23] + PercentEncoding.encode(answer.id))
      }
      json.day("dateCreated", claim.date ?? claim.provenance.date)
      appendAuthors(claim, page: entry.frontMatter, to: &json)
      json.digitalSource(claim.provenance.kind)
    }
  }

  /// Writes who wrote an answer: the person its heading names, else those of the page unless a program wrote it, and
  /// the program that had a part in it.
  private func appendAuthors(_ claim: AnswerClaim, page: FrontMatter, to json: inout JSONWriter) {
    var people = [claim.author].filter { !$0.isEmpty }
    if people.isEmpty, claim.provenance.kind != .ai { people = page.authors.map { Array($0.value.utf8) } }
    let isGenerated = claim.provenance.kind == .ai || claim.provenance.kind == .mixed
    let program = isGenerated ? Generator(claim.provenance) : nil
    guard !people.isEmpty || program != nil else { return }
    json.array("author") { json in
      for person in people { json.thing("Person") { $0.text("name", person) } }
      guard let program else { return }
      json.thing("SoftwareApplication") { json in
        json.member("name", program.name)
        if let version = program.version { json.member("softwareVersion", version) }
      }
    }
  }
}

/// The program that generated a text: the product with its model, or the model where only it is named.
private struct Generator {
  let name: String
  let version: String?

  init?(_ claim: ProvenanceClaim) {
    guard let name = claim.generator?.value ?? claim.model?.value else { return nil }
    self.name = name
    version = claim.generator == nil ? nil : claim.model?.value
  }
}
