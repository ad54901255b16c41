import KnowledgeBase
import Markdown
import Rendering

/// A question as readers of feeds get it, whole: with its answers, what is said of how they came to be, and absolute
/// addresses.
struct FeedItem {
  /// The page's address, which never changes with its text.
  var url: [UInt8]
  var title: [UInt8]
  /// The language it is written in, a BCP 47 tag.
  var language: String
  var summary: [UInt8]
  var html: [UInt8]
  /// The day it was first published, where a whole day is known.
  var published: CalendarDate?
  /// The day of its last change.
  var updated: CalendarDate
  var authors: [String]
  var tags: [String]
  /// How each answer came to be, as far as its author says.
  var claims: [ProvenanceClaim]
}

/// The newest questions for feeds.
struct FeedItems {
  let knowledge: KnowledgeBase
  let settings: SiteSettings
  let baseURL: String
  let summaries: [[UInt8]]
  let assets: PublishedFiles

  /// The newest questions, at most `count`. One without a whole day is not among them, because feeds demand a time and
  /// none is made up.
  ///
  /// - Complexity: O(questions) and the bytes of those given.
  func newest(_ count: Int) -> [FeedItem] {
    var items: [FeedItem] = []
    for id in knowledge.newestQuestions {
      guard items.count < count else { break }
      if let day = knowledge[id].orderingDate, day.isDay { items.append(item(id, updated: day)) }
    }
    return items
  }

  private func item(_ id: EntryID, updated: CalendarDate) -> FeedItem {
    let entry = knowledge[id]
    let frontMatter = entry.frontMatter
    let date = frontMatter.date.flatMap { $0.isDay ? $0 : nil }
    return FeedItem(
      url: Array(baseURL.utf8) + entry.path.url, title: entry.title.plain,
      language: frontMatter.lang?.value ?? settings.language.rawValue, summary: summaries[id.index],
      html: html(of: id), published: date, updated: updated, authors: frontMatter.authors.map(\.value),
      tags: frontMatter.tags.map(\.value),
      claims: entry.outline.shownAnswers.map { AnswerClaim($0.attributes, page: frontMatter).provenance })
  }

  /// The details, each answer below what is said of how it came to be, and the sources that are only listed here.
  private func html(of id: EntryID) -> [UInt8] {
    let entry = knowledge[id]
    var context = RenderingContext(
      knowledge: knowledge, id: id, root: Array(baseURL.utf8), assets: assets,
      breaksLines: settings.breaksLines, rawHTML: settings.rawHTML)
    context.isFeed = true
    let language = settings.language(of: entry)
    var renderer = DocumentRenderer(context, language: language, isExcerpt: true)
    var html: [UInt8] = []
    renderer.render(entry.outline.details, topLevel: 2, into: &html)
    let answers = entry.outline.shownAnswers
    for (index, answer) in answers.enumerated() {
      if answers.count > 1 || !html.isEmpty {
        append("h2", language.answerHeading(index + 1, of: answers.count), to: &html)
      }
      let claim = AnswerClaim(answer.attributes, page: entry.frontMatter)
      if let statement = ProvenanceStatement(claim.provenance, language: language) {
        append("p", language.notice(statement), to: &html)
      }
      renderer.render(answer.nodes, topLevel: 3, into: &html)
    }
    appendOwnReferences(of: id, language, with: &renderer, to: &html)
    return html
  }

  /// Writes the sources that have no page, by the numbers the text cites them by; the others are named in the text.
  private func appendOwnReferences(
    of id: EntryID, _ language: UILanguage, with renderer: inout DocumentRenderer, to html: inout [UInt8]
  ) {
    var isFirst = true
    for (index, reference) in knowledge.links[id.index].references.enumerated() {
      guard reference.entry == nil, !reference.own.isEmpty else { continue }
      if isFirst {
        append("h2", Array(language.strings.citations.utf8), to: &html)
        HTMLWriter.append("<ol>\n", to: &html)
        isFirst = false
      }
      HTMLWriter.append("<li", to: &html)
      HTMLWriter.append("value", Array(String(index + 1).utf8), to: &html)
      HTMLWriter.append(">", to: &html)
      for own in reference.own {
        let source = knowledge[id].outline.ownReferences[own]
        renderer.render(source.nodes, topLevel: 4, own: source, into: &html)
      }
      HTMLWriter.append("</li>\n", to: &html)
    }
    if !isFirst { HTMLWriter.append("</ol>\n", to: &html) }
  }

  private func append(_ element: String, _ text: [UInt8], to html: inout [UInt8]) {
    html += "<\(element)>".utf8
    HTMLWriter.append(text: text, to: &html)
    html += "</\(element)>\n".utf8
  }
}

extension CalendarDate {
  /// The day's midnight in Coordinated Universal Time (RFC 3339), for a whole day.
  var midnight: [UInt8] { isoBytes + Array("T00:00:00Z".utf8) }
}
