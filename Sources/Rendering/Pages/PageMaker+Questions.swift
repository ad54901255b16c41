import KnowledgeBase
import Markdown
import SourceText
import Templates

extension PageMaker {
  func questionPage(_ id: EntryID) -> Content {
    let entry = knowledge[id]
    let language = language(of: entry)
    let root = root(of: entry.path)
    let title = titles[id.index]
    var renderer = DocumentRenderer(context(id), language: language)
    let original = knowledge.original(of: id)
    let answers = entry.outline.shownAnswers
    // In the order of the page, which is that of its footnotes' numbers.
    let details = html(entry.outline.details, 2, &renderer)
    let views = self.answers(answers, of: entry, language, &renderer)
    let model = QuestionPage(
      frame: frame(
        entry.path, section: .questions, language: language, title: entry.title.plain,
        description: summaries[id.index],
        breadcrumb: [
          homeCrumb(root, language),
          Breadcrumb(title: Array(language.strings.questions.utf8), url: root + Array("questions/".utf8)),
          Breadcrumb(title: title, language: contentLanguage(of: entry, on: language)),
        ], entry: id, isUnindexed: original != id),
      title: title, contentLanguage: contentLanguage(of: entry, on: language),
      date: date(entry.frontMatter.date, language), updated: date(entry.frontMatter.updated, language),
      authors: language.authors(of: entry.frontMatter),
      tags: tagLinks(entry, root: root, on: language),
      original: original == id ? nil : card(original, root: root, on: language),
      status: knowledge.status(of: id),
      question: details, contents: contents(of: entry, answers: answers, views: views), answers: views,
      referenceGroups: referenceGroups(of: id, language, &renderer),
      related: relatedCards(id, root: root, language),
      neighbours: neighbours(of: id, root: root, on: language),
      backlinks: backlinks(to: id, root: root, language))
    return content(.question, model, at: entry.path)
  }

  func html(_ nodes: Range<Int>, _ topLevel: Int, _ renderer: inout DocumentRenderer) -> [UInt8] {
    guard let first = nodes.first else { return [] }
    var html: [UInt8] = []
    let (start, end) = (
      renderer.document.nodes[first].range.start, renderer.document.nodes[nodes.upperBound - 1].range.end
    )
    // Tags are about a third of what is written.
    html.reserveCapacity(max(0, Int(end) - Int(start)) * 3 / 2)
    renderer.render(nodes, topLevel: topLevel, into: &html)
    return html
  }

  private func answers(
    _ answers: [AnswerSection], of entry: Entry, _ language: UILanguage, _ renderer: inout DocumentRenderer
  ) -> [AnswerView] {
    answers.enumerated().map { index, answer in
      let claim = AnswerClaim(answer.attributes, page: entry.frontMatter)
      return AnswerView(
        id: answer.id,
        heading: language.answerHeading(index + 1, of: answers.count),
        author: claim.author, date: date(claim.date, language), isAccepted: answer.isAccepted,
        notice: ProvenanceStatement(claim.provenance, language: language).map {
          NoticeView($0, language: language)
        }, html: html(answer.nodes, 3, &renderer))
    }
  }
}
