import Markdown
import SourceText

/// Writes a placed note as a file of ours.
struct NoteWriter {
  let kind: FolderKind
  let notes: [FolderNote]
  let assets: [FolderInventory.Asset]
  let index: FolderIndex
  let names: PlacedNames

  /// Writes a note.
  ///
  /// - Complexity: O(bytes).
  func write(_ note: FolderNote) -> (file: ImportedFile, diagnostics: [Diagnostic]) {
    var links = NoteLinks(note, notes: notes, assets: assets, index: index, names: names)
    links.run()
    var report = links.report
    let tags = kind == .obsidian ? InlineTags(note.document) : nil
    var body = TextEdit.apply(links.edits + (tags?.edits ?? []), to: note.document.source.bytes)
    // The line feed that kept the text from being read as front matter.
    body.removeFirst()
    let related = RelatedNotes(note: note, notes: notes, index: index, names: names)
    var mapping = MetadataMapping(
      note.metadata, kind: kind, isReference: note.role == .reference, related: related, &report)
    completeIdentity(of: note, in: &mapping)
    if let tags {
      mapping.add(tags: tags.tags)
      reportFields(tags.fields, in: note, &report)
    }
    let frontMatter = mapping.write(&report)
    body = WellFormed.text(body)
    if frontMatter.isEmpty, NoteWriter.beginsAsFrontMatter(body) { body.insert(0x0A, at: 0) }
    reportDefinitionLists(in: note, &report)
    reportForeignMarks(in: note, &report)
    let file = ImportedFile(
      path: note.target, bytes: WellFormed.text(frontMatter) + body, origin: note.place.origin)
    return (file, report.sorted)
  }

  /// Says what the name and the place of the file said and no longer say.
  private func completeIdentity(of note: FolderNote, in mapping: inout MetadataMapping) {
    let name = PathName.lastComponent(String(note.target.dropLast(3)))
    let hasHeading = note.document.headings.contains { $0.level == 1 }
    if note.metadata.text("title") == nil, !hasHeading, name != note.stem, !note.isIndex {
      mapping.complete("title", note.stem)
    }
    if note.metadata.text("title") == nil, !hasHeading, kind == .jekyll || kind == .hugo, name == note.stem,
      name.contains("-")
    {
      mapping.complete("title", NoteWriter.title(from: name))
    }
    if let date = note.place.date {
      mapping.complete(
        "date", String(decoding: date.isoBytes, as: UTF8.self),
        unless: ["created", "publishDate", "publishdate"])
    }
    if note.place.isDraft { mapping.set("draft", .scalar("true", .plain)) }
    if let slug = note.slug { mapping.set(note.role == .reference ? "id" : "slug", .scalar(slug, .plain)) }
  }

  /// `entropy-and-codes` as words, as the programs themselves show such a name.
  private static func title(from name: String) -> String {
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func beginsAsFrontMatter(_ body: [UInt8]) -> Bool {
    body.starts(with: "---".utf8) || body.starts(with: [0xEF, 0xBB, 0xBF])
  }

  /// Code that a plugin of Obsidian runs, footnotes in the line, and abbreviations of kramdown and Goldmark stay text.
  private func reportForeignMarks(in note: FolderNote, _ report: inout ImportReport) {
    let document = note.document
    let bytes = document.source.bytes
    func tell(_ range: Range<Int>, _ what: String) {
      report.add(.importUnsupported, note.original(range), what)
    }
    for node in document.nodes {
      let range = node.range.bytes
      switch (node.kind, kind) {
      case (.codeBlock, .obsidian):
        let line = bytes[range].prefix { $0 != 0x0A && $0 != 0x0D }
        let language = document.codeBlocks[Int(node.payload)].language
        guard NoteWriter.plugins.contains(String(decoding: language, as: UTF8.self)) else { continue }
        tell(
          line.startIndex..<line.endIndex,
          "a plugin makes a list or a table of this, which was kept as code; write what it shows")
      case (.paragraph, .obsidian):
        guard !bytes[range].contains(0x60), let mark = TextBytes.find([0x5E, 0x5B], in: range, of: bytes),
          let close = bytes[mark.upperBound..<range.upperBound].firstIndex(of: 0x5D)
        else { continue }
        tell(
          mark.lowerBound..<close + 1,
          "a footnote within the line was kept as text; write `[^1]` and `[^1]: …` below")
      case (.paragraph, .jekyll), (.paragraph, .hugo):
        guard bytes[range].starts(with: [0x2A, 0x5B]),
          let mark = TextBytes.find([0x5D, 0x3A], in: range, of: bytes)
        else { continue }
        tell(
          range.lowerBound..<mark.upperBound,
          "abbreviations have no counterpart here; the line was kept as text")
      default: continue
      }
    }
  }

  /// Languages of code that plugins of Obsidian run.
  private static let plugins: Set<String> = [
    "dataview", "dataviewjs", "tasks", "query", "base", "kanban", "excalidraw", "button", "tracker", "chart",
  ]

  /// Fields of Dataview stay text: told of at the first, the others in notes.
  private func reportFields(_ fields: [Range<Int>], in note: FolderNote, _ report: inout ImportReport) {
    guard let first = fields.first else { return }
    let places = fields.map(note.original)
    let names = places.dropFirst().prefix(10).map { place in
      Note(
        "`\(String(decoding: note.file.bytes[place], as: UTF8.self))` in line \(note.file.lineIndex(at: place.lowerBound) + 1)"
      )
    }
    report.add(
      .importUnsupported, note.original(first),
      "fields such as `key:: value` have no counterpart here; they were kept as text",
      notes: names + (fields.count > 11 ? [Note("and \(fields.count - 11) more")] : []))
  }

  /// Definition lists of kramdown and Goldmark stay text.
  private func reportDefinitionLists(in note: FolderNote, _ report: inout ImportReport) {
    guard kind == .hugo || kind == .jekyll else { return }
    let bytes = note.document.source.bytes
    for node in note.document.nodes where node.kind == .paragraph {
      guard let line = bytes[node.range.bytes].firstRange(of: [0x0A, 0x3A, 0x20]) else { continue }
      report.add(
        .importUnsupported, note.original(line.lowerBound + 1..<line.upperBound),
        "definition lists have no counterpart here; the text was kept as it is")
      return
    }
  }
}
