import KnowledgeBase
import Markdown
import SourceText

/// The pages of content as Markdown: what an author wrote, with all resolved that only the site knows.
///
/// A mirror depends on its own entry, on the sources it cites and on the titles and numbers of what it names, so that
/// an edit changes few of them.
extension PageMaker {
  /// What the mirror of a page is called, beside its `index.html`.
  package static let mirrorName = "index.md"

  /// The mirror of a page.
  ///
  /// - Parameter memory: bytes that are no longer needed, in whose place it is written.
  /// - Complexity: O(nodes and bytes of the entry and of the sources it cites).
  func mirror(_ id: EntryID, in memory: inout [UInt8]) -> [UInt8] {
    var mirror = mirrorWithoutMacros(id, in: &memory)
    MirrorMacros(site: settings.macros, page: knowledge[id].frontMatter.macros).define(in: &mirror)
    return mirror
  }

  private func mirrorWithoutMacros(_ id: EntryID, in memory: inout [UInt8]) -> [UInt8] {
    let entry = knowledge[id]
    let language = language(of: entry)
    var writer = MarkdownWriter(in: &memory, capacity: entry.document.nodes[0].range.count + 4096)
    writer.beginBlock()
    writer.append("# ")
    if entry.kind == .home {
      writer.append(text: settings.title[...])
    } else {
      writer.append(TitleMarkdown.inlines(of: entry.title)[...])
    }
    writer.escapeClosingMarks()
    var renderer = MirrorRenderer(context(id))
    renderer.language = language
    switch entry.kind {
    case .question:
      if knowledge.isDuplicate(id) {
        writer.beginBlock()
        writer.append("> ")
        writer.append(text: Array(language.strings.duplicateOf.utf8)[...])
        appendLink(to: knowledge.original(of: id), of: renderer.context, language, to: &writer)
      }
      let hasFacts = appendFacts(of: entry, language, to: &writer)
      renderer.render(entry.outline.details, topLevel: 2, followsList: hasFacts, into: &writer)
      appendAnswers(of: entry, language, &renderer, to: &writer)
    case .reference:
      let hasFacts = appendSourceFacts(of: entry, language, to: &writer)
      renderer.namesSources = true
      renderer.render(PageMaker.body(of: entry), topLevel: 2, followsList: hasFacts, into: &writer)
      return writer.finish()
    case .home:
      renderer.render(entry.outline.details, topLevel: 2, into: &writer)
    case .faq, .page:
      let hasFacts = appendFacts(of: entry, language, to: &writer)
      renderer.render(entry.outline.details, topLevel: 2, followsList: hasFacts, into: &writer)
    }
    appendReferences(of: id, language, &renderer, to: &writer)
    return writer.finish()
  }

  // MARK: Facts

  /// Writes what is known of a page; whether there was anything.
  private func appendFacts(of entry: Entry, _ language: UILanguage, to writer: inout MarkdownWriter) -> Bool {
    var facts = FactList(language)
    facts.add(language.strings.published, entry.frontMatter.date)
    facts.add(language.strings.updated, entry.frontMatter.updated)
    facts.add(authors: language.authors(of: entry.frontMatter))
    let tags = tagLinks(entry, root: root(of: entry.path)).map { tag in
      [0x5B] + MarkdownText.escaped(tag.name[...])
        + MarkdownText.linkEnd(tag.url + Array(PageMaker.mirrorName.utf8))
    }
    if !tags.isEmpty { facts.add(language.strings.tags, markdown: language.list(tags)) }
    return facts.append(to: &writer)
  }

  private func appendSourceFacts(
    of entry: Entry, _ language: UILanguage, to writer: inout MarkdownWriter
  ) -> Bool {
    var facts = FactList(language)
    facts.add(authors: language.authors(of: entry.frontMatter))
    let venue = language.venue(of: entry.frontMatter)
    if !venue.isEmpty { facts.add(text: venue) }
    facts.add(language.strings.published, entry.frontMatter.date)
    facts.add(language.strings.original, address: safeURL(entry.frontMatter.url))
    facts.add(language.strings.archivedCopy, address: safeURL(entry.frontMatter.archived))
    facts.add(language.strings.accessed, entry.frontMatter.accessed)
    return facts.append(to: &writer)
  }

  // MARK: Answers

  private func appendAnswers(
    of entry: Entry, _ language: UILanguage, _ renderer: inout MirrorRenderer, to writer: inout MarkdownWriter
  ) {
    let answers = entry.outline.shownAnswers
    for (index, answer) in answers.enumerated() {
      let claim = AnswerClaim(answer.attributes, page: entry.frontMatter)
      writer.beginBlock()
      writer.append("## ")
      writer.append(text: language.answerHeading(index + 1, of: answers.count)[...])
      var facts = FactList(language)
      if answer.isAccepted { facts.add(text: Array(language.strings.acceptedAnswer.utf8)) }
      facts.add(authors: claim.author)
      facts.add(language.strings.published, claim.date)
      let hasFacts = facts.append(to: &writer)
      let statement = ProvenanceStatement(claim.provenance, language: language)
      if let statement {
        writer.beginBlock()
        writer.append("> ")
        writer.append(text: language.notice(statement)[...])
      }
      renderer.render(
        answer.nodes, topLevel: 3, followsList: hasFacts && statement == nil, into: &writer)
    }
  }

  // MARK: References

  /// The numbered sources of a page; each has a name that the marks in the text lead to.
  private func appendReferences(
    of id: EntryID, _ language: UILanguage, _ renderer: inout MirrorRenderer, to writer: inout MarkdownWriter
  ) {
    let divisions = knowledge.referenceDivisions(of: id)
    guard !divisions.isEmpty else { return }
    let highest = highestGroupHeading(of: id)
    writer.beginBlock()
    writer.append("## ")
    writer.append(text: Array(language.strings.citations.utf8)[...])
    for division in divisions {
      switch division.heading {
      case .none: break
      case .written(let nodes):
        renderer.render(nodes, topLevel: 3, highest: highest, into: &writer)
      case .others:
        writer.beginBlock()
        writer.append("### ")
        writer.append(text: Array(language.strings.otherCitations.utf8)[...])
      }
      for number in division.numbers { appendReference(number, of: id, language, &renderer, to: &writer) }
    }
  }

  private func appendReference(
    _ number: Int, of id: EntryID, _ language: UILanguage, _ renderer: inout MirrorRenderer,
    to writer: inout MarkdownWriter
  ) {
    let reference = knowledge.links[id.index].references[number - 1]
    writer.beginBlock()
    let marker = Array("\(number). ".utf8)
    let item = writer.enter(marker, indent: [UInt8](repeating: 0x20, count: marker.count))
    writer.beginBlock()
    writer.append("<a id=\"ref-")
    writer.append(number)
    writer.append("\"></a>")
    if let source = reference.entry { appendLink(to: source, of: renderer.context, language, to: &writer) }
    let words = reference.own.map { knowledge[id].outline.ownReferences[$0] }.filter { !$0.isBare }
    if let source = reference.entry, words.isEmpty { appendExcerpt(of: source, on: id, to: &writer) }
    for own in words {
      let beginsWithText = knowledge[id].document.nodes[own.nodes].first?.kind == .paragraph
      if reference.entry == nil, beginsWithText { writer.joinNextBlock() }
      renderer.render(own.nodes, topLevel: 4, own: own, into: &writer)
    }
    writer.leave(to: item)
  }

  /// Writes a source in one line: its title, which leads to its mirror, authors, site, day and address.
  private func appendLink(
    to id: EntryID, of context: RenderingContext, _ language: UILanguage, to writer: inout MarkdownWriter
  ) {
    let source = knowledge[id]
    writer.append("[")
    writer.append(TitleMarkdown.linkText(of: source.title)[...])
    writer.append(MarkdownText.linkEnd(context.mirrorURL(of: id))[...])
    let authors = language.authors(of: source.frontMatter)
    let facts = [authors, language.venue(of: source.frontMatter)]
      .filter { !$0.isEmpty }.map { MarkdownText.escaped($0[...]) }
    for fact in facts + [source.frontMatter.date?.isoBytes ?? []] where !fact.isEmpty {
      writer.append(" · ")
      writer.append(fact[...])
    }
    let url = safeURL(source.frontMatter.url)
    guard !url.isEmpty else { return }
    writer.append(" · ")
    writer.append(MarkdownText.address(url)[...])
  }

  /// A source's excerpt as a quotation.
  private func appendExcerpt(of source: EntryID, on page: EntryID, to writer: inout MarkdownWriter) {
    let entry = knowledge[source]
    guard entry.document.children(of: 0).contains(where: { $0 != entry.outline.titleNode }) else { return }
    var context = context(source)
    context.root = root(of: knowledge[page].path)
    var renderer = MirrorRenderer(context, isExcerpt: true)
    renderer.language = language(of: entry)
    writer.beginBlock()
    let quote = writer.enter([0x3E, 0x20], indent: [0x3E, 0x20])
    renderer.render(PageMaker.body(of: entry), topLevel: 4, into: &writer)
    writer.leave(to: quote)
  }
}

/// A short list of what is known of a page.
private struct FactList {
  private let language: UILanguage
  private var facts: [[UInt8]] = []

  init(_ language: UILanguage) {
    self.language = language
  }

  mutating func add(text: [UInt8]) {
    if !text.isEmpty { facts.append(MarkdownText.escaped(text[...])) }
  }

  mutating func add(_ label: String, _ date: CalendarDate?) {
    if let date { add(label, markdown: date.isoBytes) }
  }

  mutating func add(_ label: String, address: [UInt8]) {
    if !address.isEmpty { add(label, markdown: MarkdownText.address(address)) }
  }

  mutating func add(_ label: String, markdown: [UInt8]) {
    facts.append(Array(label.utf8) + language.colon + markdown)
  }

  mutating func add(authors: [UInt8]) {
    guard !authors.isEmpty else { return }
    facts.append(Array(language.strings.by.utf8) + MarkdownText.escaped(authors[...]))
  }

  /// Writes the list; whether there was anything.
  func append(to writer: inout MarkdownWriter) -> Bool {
    for (index, fact) in facts.enumerated() {
      writer.beginBlock(index == 0 ? .blank : .line)
      writer.append("- ")
      writer.append(fact[...])
    }
    return !facts.isEmpty
  }
}
