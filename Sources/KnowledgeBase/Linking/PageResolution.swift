import Markdown
import SourceText

/// The resolution of one page's links, in the order of its text.
struct PageResolution {
  let resolver: LinkResolver
  let id: EntryID
  let entry: Entry
  var links = PageLinks()
  var diagnostics: [Diagnostic] = []
  /// Names nobody has, for "did you mean".
  var unknownNames: [UnknownName] = []
  var numbers = ReferenceNumbers()
  /// How many marks each source has, by its number.
  var occurrences: [Int] = []
  var block = 0
  /// Items of the page's own list by the node that marks them, and by their names.
  let itemMarks: Set<Int>
  var itemIDs: [[UInt8]: Int] = [:]

  var document: Document { entry.document }
  var knowledge: KnowledgeBase { resolver.knowledge }

  init(resolver: LinkResolver, id: EntryID) {
    self.resolver = resolver
    self.id = id
    let entry = resolver.knowledge[id]
    self.entry = entry
    var itemMarks: Set<Int> = []
    for (index, own) in entry.outline.ownReferences.enumerated() {
      if let node = own.markNode { itemMarks.insert(node) }
      if let id = own.id, itemIDs[id] == nil { itemIDs[id] = index }
    }
    self.itemMarks = itemMarks
  }

  mutating func run() {
    // Of the document only what is needed is taken: a copy of it would count the references to all its tables.
    let entry = entry
    links.wikiLinks = Array(repeating: .broken, count: entry.document.wikiLinks.count)
    links.links = Array(repeating: .broken, count: entry.document.links.count)
    links.citations = Array(repeating: [], count: entry.document.citations.count)
    numberListedReferences()
    judgeFrontMatter()
    for referrer in entry.referrers {
      block = Int(referrer.block)
      if !resolveAlone(referrer) { resolve(Int(referrer.node), of: entry) }
    }
    links.references = numbers.finished()
    markFirstMentions()
  }

  /// Resolves a node that names a page or a source as a whole, if it names one.
  private mutating func resolveAlone(_ referrer: Referrer) -> Bool {
    let (node, payload) = (Int(referrer.node), Int(referrer.payload))
    switch referrer.form {
    case .page(let name):
      guard case .found(let page) = find(name) else { return false }
      let target = page == id ? id : knowledge.original(of: page)
      links.wikiLinks[payload] = .entry(target, anchor: nil)
      links.mentions.append(Mention(target: target, kind: .link, node: node, block: block))
      return true
    case .source(let key):
      guard entry.equations.isEmpty, itemIDs.isEmpty, let source = knowledge.names.find(reference: key) else {
        return false
      }
      links.citations[payload] = [cited(numbers.add(entry: source, own: nil), excerpt: nil, node: node)]
      return true
    case .other:
      return false
    }
  }

  /// The page with a name: of a question and its duplicates one is meant.
  private func find(_ name: NameDigest) -> LinkIndex.Result {
    resolver.knowledge.names.find(name) { [resolver] in !resolver.knowledge.isDuplicate($0) }
  }

  private mutating func resolve(_ index: Int, of entry: Entry) {
    let node = entry.document.nodes[index]
    let payload = Int(node.payload)
    switch node.kind {
    case .wikiLink:
      // Of the link only what is needed is taken: a copy of it would count the references to all its texts.
      let name = entry.document.wikiLinks[payload].target
      let target = wikiLink(name, entry.document.wikiLinks[payload].fragment, payload, node)
      if case .wanted(let slug) = target {
        links.wanted.append(WantedMention(name: name, slug: slug, node: index, block: block))
      }
      mention(target, node: index)
      links.wikiLinks[payload] = target
    case .link, .image:
      let target = destination(entry.document.links[payload].destination, node.range)
      mention(target, node: index)
      links.links[payload] = target
    case .htmlBlock, .htmlInline:
      resolveRawHTML(node, index)
    case .math:
      resolveReferences(inFormula: payload, node: index)
    case .citation:
      links.citations[payload] = citation(entry.document.citations[payload], node: index)
    default:
      break
    }
  }

  /// Finds the first link to every page and the first reference to every equation, to which backlinks lead.
  private mutating func markFirstMentions() {
    /// What is spoken of: a page, or an equation of it.
    struct Subject: Hashable {
      var page: EntryID
      var equation: Int?
    }
    var seen: Set<Subject> = []
    for index in links.mentions.indices {
      let mention = links.mentions[index]
      func note(_ subject: Subject) {
        if subject.page != id, seen.insert(subject).inserted { links.mentions[index].isFirst = true }
      }
      if isHidden(mention.node) { links.mentions[index].kind = .unmarked }
      switch links.mentions[index].kind {
      case .link:
        note(Subject(page: mention.target))
      case .equation(let equation):
        note(Subject(page: mention.target, equation: equation))
      case .citation, .unmarked:
        break
      }
    }
  }

  /// Whether a node stands in the title or in the heading of a section that the page has in its own words.
  func isHidden(_ node: Int) -> Bool { entry.hiddenNodes.contains { $0.contains(node) } }

  func report(_ id: DiagnosticID, _ range: SourceRange, _ message: String, _ notes: [Note] = []) -> Diagnostic
  {
    Diagnostic(id, at: SourceLocation(range, in: document.source), message, notes: notes)
  }

  mutating func mention(_ target: LinkTarget, node: Int, kind: Mention.Kind = .link) {
    guard case .entry(let other, let anchor) = target else { return }
    var kind = kind
    if kind == .link, let anchor, case .equation(let index)? = knowledge[other].anchors[anchor] {
      kind = .equation(index)
    }
    links.mentions.append(Mention(target: other, kind: kind, node: node, block: block))
  }

  // MARK: Links

  private mutating func wikiLink(
    _ name: [UInt8], _ fragment: [UInt8]?, _ payload: Int, _ node: Node
  ) -> LinkTarget {
    guard !name.isEmpty else {
      return place(fragment, on: id, node.range)
    }
    switch find(LinkIndex.digest(ofTarget: name)) {
    case .found(let target):
      return place(fragment, on: target, node.range)
    case .section(let target, let heading):
      return place(fragment ?? heading, on: target, node.range)
    case .ambiguous(let candidates):
      let name = String(decoding: name, as: UTF8.self)
      reportAmbiguous(name, candidates, node.range, example: "[[\(knowledge[candidates[0]].name)]]")
      return .broken
    case .nothing:
      let name = String(decoding: name, as: UTF8.self)
      if let target = page(atRelativePath: name) { return place(fragment, on: target, node.range) }
      if let asset = asset(named: name, payload, node.range) { return asset }
      if isDraft(name) { return draft(name, node.range) }
      if AssetNames.isAsset(name) {
        reportUnknown(name, among: .assets, .assetMissing, node.range, "There is no file \"\(name)\".")
        return .broken
      }
      reportUnknown(name, among: .names, .linkWanted, node.range, "No page is called \"\(name)\" yet.")
      return .wanted(Slug.make(entry.document.wikiLinks[payload].target))
    }
  }

  func isDraft(_ name: String) -> Bool {
    if case .nothing = resolver.drafts.find(name) { false } else { true }
  }

  mutating func draft(_ name: String, _ range: SourceRange) -> LinkTarget {
    diagnostics.append(
      report(
        .linkDraft, range, "\"\(name)\" is a draft, which is not published.",
        [Note("Remove `draft: true` from it, or build with --drafts.")]))
    return .broken
  }

  /// The file that is no page with a name; `nil` where there is none.
  private mutating func asset(named name: String, _ payload: Int, _ range: SourceRange) -> LinkTarget? {
    let link = entry.document.wikiLinks[payload]
    switch resolver.assets.find(name, from: folder) {
    case .found(let path):
      let publishedAsIs = resolver.contentFolder + "static/"
      guard path.hasPrefix(publishedAsIs) else { return .asset(path, fragment: link.fragment) }
      return .builtIn(PercentEncoding.encode(path.dropFirst(publishedAsIs.count).utf8))
    case .ambiguous(let paths):
      let shown = paths.prefix(5).map { path in
        path.hasPrefix(resolver.contentFolder) ? String(path.dropFirst(resolver.contentFolder.count)) : path
      }
      diagnostics.append(
        report(
          .linkAmbiguous, range, "\"\(name)\" can be \(paths.count) files.",
          paths.prefix(5).map { Note("\($0)") } + [
            Note("Write the path, such as \(link.isEmbed ? "!" : "")[[\(shown[0])]].")
          ]))
      return .broken
    case .nothing:
      return nil
    }
  }

  /// The folder of the page's file, relative to the site, with `/` at its end.
  var folder: String {
    let path = document.source.path
    return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// A place on a page. Links to a duplicate move on to its original, but for those to a place only the duplicate has.
  mutating func place(_ fragment: [UInt8]?, on target: EntryID, _ range: SourceRange) -> LinkTarget {
    let original = target == id ? id : knowledge.original(of: target)
    guard let fragment, !fragment.isEmpty else { return .entry(original, anchor: nil) }
    let last = fragment.lastIndex(of: 0x23).map { Array(fragment[($0 + 1)...]) } ?? fragment
    for page in original == target ? [target] : [original, target] {
      if let anchor = knowledge[page].anchor(named: last) { return .entry(page, anchor: anchor) }
    }
    let wanted = String(decoding: last, as: UTF8.self)
    reportUnknown(
      wanted, among: .places(target), .linkFragment, range,
      "\"\(wanted)\" is no heading or label of \(owner(target)).")
    return .entry(target, anchor: nil)
  }

  /// Where a page is written; of a BibTeX file, which holds many sources, the source's title.
  func owner(_ id: EntryID) -> String {
    let entry = knowledge[id]
    return entry.isFromBibliography
      ? "\"\(String(decoding: entry.title.plain, as: UTF8.self))\"" : entry.document.source.path
  }

  mutating func reportUnknown(
    _ name: String, among candidates: UnknownName.Candidates, _ id: DiagnosticID, _ range: SourceRange,
    _ message: String, writtenFrom folder: String? = nil
  ) {
    unknownNames.append(
      UnknownName(diagnostic: diagnostics.count, name: name, candidates: candidates, folder: folder))
    diagnostics.append(report(id, range, message))
  }

  mutating func reportAmbiguous(
    _ name: String, _ candidates: [EntryID], _ range: SourceRange, example: String
  ) {
    let paths = candidates.prefix(5).map { knowledge[$0].document.source.path }
    diagnostics.append(
      report(
        .linkAmbiguous, range, "\"\(name)\" can be \(candidates.count) pages.",
        paths.map { Note("\($0)") } + [Note("Write the path, such as \(example).")]))
  }

  private mutating func resolveRawHTML(_ node: Node, _ index: Int) {
    for (address, tag) in resolver.rawAddresses(entry.document.bytes(of: node.literal)) {
      // Of text that does not stand in the file as it was read, the block is known.
      let range = node.literal.isVerbatim ? SourceRange(tag) : node.range
      let target = links.rawHTML[address] ?? destination(address, range)
      links.rawHTML[address] = target
      // A block of HTML has no sentence that speaks of the page.
      if node.kind == .htmlInline { mention(target, node: index, kind: .unmarked) }
    }
  }
}
