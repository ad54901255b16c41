import KnowledgeBase
import Markdown
import Rendering

/// `feed.xml` (Atom, RFC 4287): the newest questions with their answers.
struct AtomFeed {
  /// How many questions the feed holds.
  private static let length = 20

  let knowledge: KnowledgeBase
  let settings: SiteSettings
  let baseURL: String
  let summaries: [[UInt8]]
  let assets: PublishedFiles

  /// The feed; only questions with a date are in it, because Atom demands one.
  func file() -> OutputFile {
    let entries = knowledge.newestQuestions.lazy.filter { knowledge[$0].orderingDate != nil }.prefix(
      AtomFeed.length)
    var text = XMLText()
    text.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
    text.append("title", text: settings.title)
    if !settings.description.isEmpty { text.append("subtitle", text: settings.description) }
    text.append("id", text: Array(baseURL.utf8))
    text.append("link", [("rel", Array("self".utf8)), ("href", Array("\(baseURL)feed.xml".utf8))])
    text.append("link", [("rel", Array("alternate".utf8)), ("href", Array(baseURL.utf8))])
    text.append("author", nested: ("name", settings.title))
    let updated = entries.first.flatMap { knowledge[$0].orderingDate }
    text.append("updated", text: AtomFeed.time(updated))
    for id in entries { append(id, to: &text) }
    text.append("</feed>\n")
    return OutputFile(path: "feed.xml", bytes: text.bytes)
  }

  private func append(_ id: EntryID, to text: inout XMLText) {
    let entry = knowledge[id]
    let url = Array(baseURL.utf8) + entry.path.url
    text.append("<entry>\n")
    text.append("title", text: entry.title.plain)
    text.append("id", text: url)
    text.append("link", [("rel", Array("alternate".utf8)), ("href", url)])
    if let date = entry.frontMatter.date { text.append("published", text: AtomFeed.time(date)) }
    text.append("updated", text: AtomFeed.time(entry.orderingDate))
    for author in entry.frontMatter.authors {
      text.append("author", nested: ("name", Array(author.value.utf8)))
    }
    for tag in entry.frontMatter.tags { text.append("category", [("term", Array(tag.value.utf8))]) }
    text.append("summary", text: summaries[id.index])
    text.append("content", attributes: " type=\"html\"", text: content(of: id))
    text.append("</entry>\n")
  }

  /// The notice of provenance, the details and the answers, with absolute addresses.
  private func content(of id: EntryID) -> [UInt8] {
    let entry = knowledge[id]
    let context = RenderingContext(
      knowledge: knowledge, id: id, root: Array(baseURL.utf8), assets: assets,
      breaksLines: settings.breaksLines, rawHTML: settings.rawHTML)
    let language = settings.language(of: entry)
    var renderer = DocumentRenderer(context, language: language, isExcerpt: true)
    var html: [UInt8] = []
    if let notice = ProvenanceStatement(entry.frontMatter.provenance, language: language) {
      html += Array("<p>".utf8)
      HTMLWriter.append(text: language.strings.notice(notice), to: &html)
      html += Array("</p>\n".utf8)
    }
    renderer.render(entry.outline.details, topLevel: 2, into: &html)
    for answer in entry.outline.answers { renderer.render(answer.nodes, topLevel: 2, into: &html) }
    return html
  }

  /// Midnight of a day in Coordinated Universal Time (RFC 3339).
  private static func time(_ date: CalendarDate?) -> [UInt8] {
    (date?.isoBytes ?? Array("1970-01-01".utf8)) + Array("T00:00:00Z".utf8)
  }
}
