import KnowledgeBase
import Markdown

/// The mirrors of pages that no file is behind: what they list, with links to the mirrors of what is listed.
extension PageMaker {
  /// The mirror of a page; empty for one that only sends readers elsewhere.
  ///
  /// - Parameter memory: bytes that are no longer needed, in whose place it may be written.
  /// - Complexity: O(what the page lists); of content, its nodes.
  func mirror(_ job: Job, in memory: inout [UInt8]) -> [UInt8] {
    switch job {
    case .entry(let id): mirror(id, in: &memory)
    case .home: knowledge.ids(of: .home).first.map { mirror($0, in: &memory) } ?? homeMirror()
    case .questions(let page): mirror(of: newest, SitePath("questions/"), page, strings.allQuestions)
    case .references(let page): mirror(of: sources, SitePath("references/"), page, strings.references)
    case .tag(let index, let page):
      mirror(of: tags.tags[index].questions, tags.tags[index].path, page, tags.tags[index].name)
    case .tagIndex: tagIndexMirror()
    case .wanted: wantedMirror()
    case .search: searchMirror()
    case .calculator: calculatorMirror()
    case .redirect, .notFound: []
    }
  }

  private var strings: Strings { settings.language.strings }

  /// One page of a list.
  private func mirror(of all: [EntryID], _ path: SitePath, _ page: Int, _ title: String) -> [UInt8] {
    let slice = slice(all, of: path, page: page, settings.language)
    var list = ListMirror(Array(title.utf8), root: root(of: slice.path))
    for id in slice.items { append(id, to: &list) }
    if let pagination = slice.pagination {
      list.append(paragraph: pagination.position)
      let ways = [(strings.previousPage, pagination.previousURL), (strings.nextPage, pagination.nextURL)]
      for (label, url) in ways where !url.isEmpty { list.append(label, mirrorIn: url) }
    }
    return list.finish()
  }

  private func homeMirror() -> [UInt8] {
    var list = ListMirror(settings.title, root: root(of: SitePath("")))
    if !settings.description.isEmpty { list.append(paragraph: settings.description) }
    appendLists(to: &list)
    if !newest.isEmpty { list.append(heading: strings.newestQuestions) }
    for id in newest.prefix(PageMaker.newestOnHome) { append(id, to: &list) }
    return list.finish()
  }

  private func searchMirror() -> [UInt8] {
    var list = ListMirror(Array(strings.search.utf8), root: root(of: SitePath("search/")))
    appendLists(to: &list)
    return list.finish()
  }

  /// The ways to all that there is.
  private func appendLists(to list: inout ListMirror) {
    list.append(strings.questions, at: SitePath("questions/"))
    if !tags.tags.isEmpty { list.append(strings.tags, at: SitePath("tags/")) }
    if !sources.isEmpty { list.append(strings.references, at: SitePath("references/")) }
  }

  private func tagIndexMirror() -> [UInt8] {
    var list = ListMirror(Array(strings.tags.utf8), root: root(of: SitePath("tags/")))
    for tag in tags.tags {
      list.append(
        MarkdownText.escaped(Array(tag.name.utf8)[...]), at: tag.path,
        facts: [settings.language.number(tag.questions.count)])
    }
    return list.finish()
  }

  private func wantedMirror() -> [UInt8] {
    var list = ListMirror(Array(strings.wantedPages.utf8), root: root(of: SitePath("wanted/")))
    list.append(paragraph: Array(strings.wantedExplanation.utf8))
    for page in wanted {
      list.append(heading: page.name)
      for (from, _) in page.mentions.prefix(PageMaker.mostBacklinks) { append(from, to: &list) }
    }
    let unanswered = newest.filter { !knowledge[$0].isAnswered }
    if !unanswered.isEmpty { list.append(heading: strings.unansweredQuestions) }
    for id in unanswered { append(id, to: &list) }
    return list.finish()
  }

  private func calculatorMirror() -> [UInt8] {
    let words = settings.language.calculatorStrings
    var list = ListMirror(Array(words.title.utf8), root: root(of: SitePath("calculator/")))
    list.append(paragraph: Array(words.introduction.utf8))
    list.append(formula: "PPL = b^H \\qquad H = \\log_b PPL")
    list.append(
      table: [words.perplexity, words.bits, words.nats, words.hartleys].map { Array($0.utf8) },
      rows: CalculatorTable.rows.map { [$0.perplexity, $0.bits, $0.nats, $0.hartleys] })
    return list.finish()
  }

  /// A page with its day, and the beginning of its text.
  private func append(_ id: EntryID, to list: inout ListMirror) {
    let entry = knowledge[id]
    var facts = [entry.orderingDate?.isoBytes ?? []]
    if entry.kind == .question, !entry.isAnswered { facts.append(Array(strings.noAnswerYet.utf8)) }
    facts.append(MarkdownText.escaped(summaries[id.index][...]))
    list.append(TitleMarkdown.linkText(of: entry.title), at: entry.path, facts: facts.filter { !$0.isEmpty })
  }
}

/// Writes a title and lists of pages.
private struct ListMirror {
  private var writer = MarkdownWriter()
  private let root: [UInt8]
  /// Whether the last block is an item, so that the next one joins its list.
  private var isInList = false

  init(_ title: [UInt8], root: [UInt8]) {
    self.root = root
    writer.beginBlock()
    writer.append("# ")
    writer.append(text: title[...])
    writer.escapeClosingMarks()
  }

  mutating func append(paragraph text: [UInt8]) {
    beginBlock()
    writer.append(text: text[...])
  }

  mutating func append(heading: String) {
    beginBlock()
    writer.append("## ")
    writer.append(text: Array(heading.utf8)[...])
    writer.escapeClosingMarks()
  }

  mutating func append(formula: StaticString) {
    beginBlock()
    writer.append("$$")
    writer.append(formula)
    writer.append("$$")
  }

  mutating func append(table head: [[UInt8]], rows: [[[UInt8]]]) {
    beginBlock()
    append(row: head)
    writer.breakLine()
    append(row: head.map { _ in Array("---:".utf8) })
    for row in rows {
      writer.breakLine()
      append(row: row)
    }
  }

  private mutating func append(row cells: [[UInt8]]) {
    writer.append("|")
    for cell in cells {
      writer.append(" ")
      writer.append(cell[...])
      writer.append(" |")
    }
  }

  /// A page by its name, which is Markdown as the facts behind it are.
  mutating func append(_ name: [UInt8], at path: SitePath, facts: [[UInt8]] = []) {
    item(name, in: root + path.url, facts: facts)
  }

  mutating func append(_ name: String, at path: SitePath) { append(Array(name.utf8), at: path) }

  /// A page by the address of its folder, relative to this one.
  mutating func append(_ name: String, mirrorIn folder: [UInt8]) { item(Array(name.utf8), in: folder) }

  private mutating func item(_ name: [UInt8], in folder: [UInt8], facts: [[UInt8]] = []) {
    writer.beginBlock(isInList ? .line : .blank)
    isInList = true
    writer.append("- [")
    writer.append(name[...])
    writer.append(MarkdownText.linkEnd(folder + Array(PageMaker.mirrorName.utf8))[...])
    for fact in facts {
      writer.append(" · ")
      writer.append(fact[...])
    }
  }

  private mutating func beginBlock() {
    isInList = false
    writer.beginBlock()
  }

  mutating func finish() -> [UInt8] { writer.finish() }
}
