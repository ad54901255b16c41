import KnowledgeBase
import Markdown
import Rendering

/// `llms.txt` (llmstxt.org): what this site is and where its pages are as Markdown, for language models.
///
/// A site of any size gets a file a model can read at once: the pages and FAQs, the questions that most others link
/// to, and, as what can be left out, the sources most cited and the ways to everything else.
struct LanguageModelText {
  /// The most questions that are named; about 40 kB.
  private static let questions = 200
  /// The most free pages and FAQs, and the most sources.
  private static let others = 50

  let knowledge: KnowledgeBase
  let settings: SiteSettings
  let summaries: [[UInt8]]

  /// The file; its links are absolute where the site's address is known, else relative to it.
  func file() -> OutputFile {
    let strings = settings.language.strings
    var writer = Writer()
    writer.line("# ", settings.title)
    let home = knowledge.ids(of: .home).first
    let about = settings.description.isEmpty ? home.map { summaries[$0.index] } ?? [] : settings.description
    if !about.isEmpty {
      writer.gap()
      writer.line("> ", about)
    }
    section(strings.freePages, knowledge.ids(of: .page) + knowledge.ids(of: .faq), Self.others, &writer)
    section(strings.questions, knowledge.ids(of: .question), Self.questions, &writer)
    writer.gap()
    writer.line("## ", Array("Optional".utf8))
    writer.gap()
    let sources = ranked(knowledge.ids(of: .reference).filter { !knowledge.graph.incoming(of: $0).isEmpty })
    for id in sources.prefix(Self.others) { item(id, &writer) }
    item(strings.allQuestions, "questions/" + PageMaker.mirrorName, &writer)
    if settings.baseURL != nil {
      item("Sitemap", "sitemap.xml", &writer)
      item(strings.feed, "feed.json", &writer)
    }
    return OutputFile(path: "llms.txt", bytes: writer.bytes)
  }

  private func section(_ heading: String, _ ids: [EntryID], _ limit: Int, _ writer: inout Writer) {
    let shown = ranked(ids).prefix(limit)
    guard !shown.isEmpty else { return }
    writer.gap()
    writer.line("## ", Array(heading.utf8))
    writer.gap()
    for id in shown { item(id, &writer) }
  }

  /// Pages by how many places link to them, then newest first, then by their slugs. A page that only points to
  /// another is left out, and of translations all but one.
  private func ranked(_ ids: [EntryID]) -> [EntryID] {
    let listed = ids.filter { knowledge.isListed($0) }
    let keys = listed.map { id in
      (links: knowledge.graph.incoming(of: id).count, day: knowledge[id].orderingDate?.isoBytes ?? [], id: id)
    }
    return keys.sorted { left, right in
      if left.links != right.links { return left.links > right.links }
      if left.day != right.day { return right.day.lexicographicallyPrecedes(left.day) }
      return left.id < right.id
    }.map(\.id)
  }

  private func item(_ id: EntryID, _ writer: inout Writer) {
    let mirror = knowledge[id].path.url + Array(PageMaker.mirrorName.utf8)
    writer.item(knowledge[id].title.plain, root + mirror, summaries[id.index])
  }

  private func item(_ name: String, _ address: String, _ writer: inout Writer) {
    writer.item(Array(name.utf8), root + Array(address.utf8), [])
  }

  private var root: [UInt8] { Array((settings.baseURL ?? "").utf8) }
}

extension LanguageModelText {
  /// Writes lines of Markdown; texts stay on their line and cannot become anything else.
  private struct Writer {
    private(set) var bytes: [UInt8] = []

    mutating func line(_ mark: String, _ text: [UInt8]) {
      bytes += mark.utf8
      append(text)
      bytes.append(0x0A)
    }

    mutating func gap() { bytes.append(0x0A) }

    mutating func item(_ name: [UInt8], _ url: [UInt8], _ summary: [UInt8]) {
      bytes += "- [".utf8
      append(name)
      bytes += "](".utf8
      bytes += url
      bytes.append(0x29)
      if !summary.isEmpty {
        bytes += ": ".utf8
        append(summary)
      }
      bytes.append(0x0A)
    }

    private mutating func append(_ text: [UInt8]) {
      for byte in text {
        switch byte {
        case 0..<0x20, 0x7F: bytes.append(0x20)
        case 0x5B, 0x5D, 0x5C, 0x3C: bytes += [0x5C, byte]
        default: bytes.append(byte)
        }
      }
    }
  }
}
