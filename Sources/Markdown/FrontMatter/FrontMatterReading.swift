public import SourceText

extension FrontMatter {
  /// Reads the front matter of a document.
  ///
  /// Nothing in front matter stops the document: what can be read is kept, the rest is reported.
  ///
  /// - Returns: The front matter; the offset at which the document's text begins, behind a byte order mark and the
  ///   front matter; what is wrong, in the order of the file.
  /// - Complexity: O(bytes of the block); O(1) for a file without front matter.
  public static func parse(
    _ file: SourceFile
  ) -> (frontMatter: FrontMatter, bodyStart: Int, diagnostics: [Diagnostic]) {
    let block = FrontMatterBlock.locate(in: file)
    guard !block.range.isEmpty else {
      let misplaced = MisplacedFrontMatter.diagnostics(in: file, from: block.bodyStart)
      return (FrontMatter(), block.bodyStart, misplaced)
    }
    let (entries, faults) = MetadataReader.entries(
      in: block.content, of: file, syntax: .frontMatterInvalid, limit: .frontMatterLimit)
    var decoder = MetadataDecoder(
      file: file, invalid: .frontMatterValue, unknownKey: .frontMatterUnknownKey)
    var frontMatter = FrontMatter(entries, decoder: &decoder)
    frontMatter.range = SourceRange(block.range)
    var diagnostics = faults + decoder.diagnostics
    if let fence = block.unclosed {
      let message = "front matter begins here and is never closed; put a line `---` behind its last key"
      diagnostics.append(Diagnostic(.frontMatterUnclosed, at: SourceLocation(fence, in: file), message))
    }
    if diagnostics.count > 1 {
      diagnostics.sort { ($0.location?.range?.start ?? 0) < ($1.location?.range?.start ?? 0) }
    }
    return (frontMatter, block.bodyStart, diagnostics)
  }

  /// Reads entries by the types of their keys; faults are left with the decoder.
  package init(_ entries: [MetadataEntry], decoder: inout MetadataDecoder) {
    self.entries = entries
    var synonyms: [(FrontMatterKey, MetadataEntry)] = []
    var topLevel = ProvenanceClaim()
    for entry in entries {
      switch FrontMatterKey.meaning(of: entry.key) {
      case .key(let key) where key.rawValue == entry.key: read(key, entry, &topLevel, &decoder)
      case .key(let key): synonyms.append((key, entry))
      case .publish:
        if let published = decoder.flag(entry) { draft = draft ?? !published }
      case .foreign: break
      case nil:
        decoder.reportUnknown(
          entry, among: FrontMatterKey.allCases.lazy.map(\.rawValue),
          advice: "keys of your own belong under `extra:`")
      }
    }
    for (key, entry) in synonyms { readSynonym(key, entry, &topLevel, &decoder) }
    provenance = provenance.completed(from: topLevel)
  }

  /// A synonym adds to lists and stands in for what its key itself does not say.
  private mutating func readSynonym(
    _ key: FrontMatterKey, _ entry: MetadataEntry, _ claim: inout ProvenanceClaim,
    _ decoder: inout MetadataDecoder
  ) {
    var other = FrontMatter()
    other.read(key, entry, &claim, &decoder)
    switch key {
    case .tags: tags += other.tags.filter { tag in !tags.contains { $0.value == tag.value } }
    case .aliases: aliases += other.aliases
    case .authors: if authors.isEmpty { authors = other.authors }
    default: complete(from: other)
    }
  }

  private mutating func read(
    _ key: FrontMatterKey, _ entry: MetadataEntry, _ claim: inout ProvenanceClaim,
    _ decoder: inout MetadataDecoder
  ) {
    switch key {
    case .title: title = decoder.text(entry)
    case .shortTitle: shortTitle = decoder.text(entry)
    case .slug: slug = decoder.text(entry)
    case .id: id = decoder.text(entry)
    case .kind: kind = decoder.choice(entry, of: Kind.self)
    case .date: date = decoder.date(entry, mayBePartial: true)
    case .updated: updated = decoder.date(entry)
    case .tags: tags = decoder.words(entry).map { $0.dropping(prefix: "#") }
    case .aliases: aliases = decoder.texts(entry)
    case .draft: draft = decoder.flag(entry)
    case .lang: lang = decoder.text(entry)
    case .description: description = decoder.block(entry)
    case .authors: authors = decoder.texts(entry)
    case .provenance: provenance = ProvenanceClaim(entry, decoder: &decoder)
    case .generator: claim.generator = decoder.text(entry)
    case .model: claim.model = decoder.text(entry)
    case .reviewed: claim.reviewed = decoder.date(entry)
    case .reviewer: claim.reviewer = decoder.text(entry)
    case .references: references = decoder.texts(entry).map { $0.dropping(prefix: "@") }
    case .duplicateOf: duplicateOf = decoder.texts(entry).first
    case .translationOf: translationOf = decoder.texts(entry).first
    case .related: related = decoder.texts(entry)
    case .weight: weight = decoder.integer(entry)
    case .search: search = decoder.flag(entry)
    case .template: template = decoder.text(entry)
    case .macros: macros = decoder.macros(entry)
    case .extra: extra = decoder.map(entry)
    case .url: url = decoder.text(entry)
    case .site: site = decoder.text(entry)
    case .accessed: accessed = decoder.date(entry, mayBePartial: true)
    case .archived: archived = decoder.text(entry)
    }
  }

  /// Takes from other front matter what this one does not say, key by key; a list is taken whole or not at all.
  package mutating func complete(from other: FrontMatter) {
    title = title ?? other.title
    shortTitle = shortTitle ?? other.shortTitle
    slug = slug ?? other.slug
    id = id ?? other.id
    kind = kind ?? other.kind
    date = date ?? other.date
    updated = updated ?? other.updated
    if tags.isEmpty { tags = other.tags }
    if aliases.isEmpty { aliases = other.aliases }
    draft = draft ?? other.draft
    lang = lang ?? other.lang
    description = description ?? other.description
    if authors.isEmpty {
      authors = other.authors
      hasMoreAuthors = other.hasMoreAuthors
      organizations = other.organizations
    }
    provenance = provenance.completed(from: other.provenance)
    if references.isEmpty { references = other.references }
    duplicateOf = duplicateOf ?? other.duplicateOf
    translationOf = translationOf ?? other.translationOf
    if related.isEmpty { related = other.related }
    weight = weight ?? other.weight
    search = search ?? other.search
    template = template ?? other.template
    macros += other.macros.filter { macro in !macros.contains { $0.name.value == macro.name.value } }
    extra += other.extra.filter { entry in !extra.contains { $0.key == entry.key } }
    url = url ?? other.url
    site = site ?? other.site
    accessed = accessed ?? other.accessed
    archived = archived ?? other.archived
  }
}

extension FrontMatter {
  /// Drops dates of which no day is known. Only sources may have them: feeds and lists of pages want days.
  ///
  /// - Returns: What is wrong with each.
  package mutating func requireDays(in file: SourceFile) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let dates: [(FrontMatterKey, WritableKeyPath<FrontMatter, CalendarDate?>)] = [
      (.date, \.date), (.accessed, \.accessed),
    ]
    for (key, path) in dates {
      guard let date = self[keyPath: path], !date.isDay else { continue }
      self[keyPath: path] = nil
      let location =
        valueRange(of: key).map { SourceLocation($0, in: file) } ?? SourceLocation(path: file.path)
      let written = valueRange(of: key).map { file.bytes[$0.bytes] } ?? date.isoBytes[...]
      diagnostics.append(
        Diagnostic(
          .frontMatterValue, at: location, MetadataDecoder.noDate(String(decoding: written, as: UTF8.self)),
          notes: [Note("Only a source may be dated by a month or a year alone.")]))
    }
    return diagnostics
  }
}

extension ProvenanceClaim {
  private static let keys = ["kind", "generator", "model", "date", "reviewer", "reviewed"]

  /// Reads `provenance:`, one word or a map.
  init(_ entry: MetadataEntry, decoder: inout MetadataDecoder) {
    guard case .map(let entries) = entry.value.content else {
      kind = decoder.choice(entry, of: Kind.self)
      return
    }
    for part in entries {
      switch part.key {
      case "kind": kind = decoder.choice(part, of: Kind.self)
      case "generator": generator = decoder.text(part)
      case "model": model = decoder.text(part)
      case "date": date = decoder.date(part)
      case "reviewer": reviewer = decoder.text(part)
      case "reviewed": reviewed = decoder.date(part)
      default: decoder.reportUnknown(part, among: ProvenanceClaim.keys)
      }
    }
  }
}

extension Sourced where Value == String {
  /// The text without one leading character that some authors write and others do not.
  fileprivate func dropping(prefix: String) -> Sourced {
    guard value.hasPrefix(prefix), value != prefix else { return self }
    return Sourced(String(value.dropFirst(prefix.count)), range: range)
  }
}

extension FrontMatter {
  /// The same values without places, for documents in other files that take them over.
  package func detached() -> FrontMatter {
    var copy = self
    let texts: [WritableKeyPath<FrontMatter, Sourced<String>?>] = [
      \.title, \.shortTitle, \.slug, \.id, \.lang, \.description, \.provenance.generator, \.provenance.model,
      \.provenance.reviewer, \.duplicateOf, \.translationOf, \.template, \.url, \.site, \.archived,
    ]
    for path in texts { copy[keyPath: path]?.range = SourceRange(start: 0, end: 0) }
    let lists: [WritableKeyPath<FrontMatter, [Sourced<String>]>] = [
      \.tags, \.aliases, \.authors, \.references, \.related,
    ]
    for path in lists {
      copy[keyPath: path] = copy[keyPath: path].map { Sourced($0.value, range: .init(start: 0, end: 0)) }
    }
    copy.macros = macros.map { macro in
      let nowhere = SourceRange(start: 0, end: 0)
      return MacroDefinition(
        name: Sourced(macro.name.value, range: nowhere), body: Sourced(macro.body.value, range: nowhere))
    }
    copy.entries = []
    return copy
  }
}
