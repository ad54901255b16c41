import KnowledgeBase
import Markdown
import SourceText

/// Turns what a note says above its text into front matter of ours.
struct MetadataMapping {
  private(set) var kept: [NoteMetadata.Item] = []
  private var foreign: [NoteMetadata.Item] = []
  private var comments: [[UInt8]]
  private let source: [[UInt8]]
  private var aliases: [String] = []
  private let kind: FolderKind
  private let isReference: Bool
  private let related: RelatedNotes
  /// What named the pages that `related:` names now.
  private var resolved: Set<ArraySlice<UInt8>> = []

  /// Sorts the keys into those that mean the same here and those that are kept under `extra:`.
  ///
  /// - Complexity: O(length).
  init(
    _ metadata: NoteMetadata, kind: FolderKind, isReference: Bool, related: RelatedNotes,
    _ report: inout ImportReport
  ) {
    self.kind = kind
    self.isReference = isReference
    self.related = related
    comments = metadata.comments
    source = metadata.source
    for item in metadata.items { sort(item, in: metadata, &report) }
    guard !aliases.isEmpty else { return }
    set("aliases", .list(aliases.map(MetadataMapping.text)))
  }

  private mutating func sort(
    _ item: NoteMetadata.Item, in metadata: NoteMetadata, _ report: inout ImportReport
  ) {
    switch item.key {
    case "aliases", "alias", "redirect_from":
      let texts = metadata.texts(item.key)
      if item.key == "aliases", item.lines != nil, metadata["redirect_from"] == nil, metadata["alias"] == nil,
        MetadataMapping.address(of: metadata) == nil
      {
        kept.append(item)
      } else {
        if item.key != "aliases" { MetadataMapping.tell(item, "aliases", &report) }
        add(aliases: texts)
      }
    case "permalink":
      kept.append(item)
      if let address = MetadataMapping.address(of: metadata) { add(aliases: [address]) }
    case "url":
      if let text = metadata.text("url"), text.hasPrefix("/"), !isReference {
        add(aliases: [text])
        MetadataMapping.tell(item, "aliases", &report)
      } else {
        isReference || MetadataMapping.isExternal(metadata.text("url") ?? "")
          ? kept.append(item) : foreign.append(item)
      }
    case "published":
      kept.append(NoteMetadata.Item(key: "publish", value: item.value, keyRange: item.keyRange))
      MetadataMapping.tell(item, "publish", &report)
    case "publishDate", "publishdate", "pubDate":
      guard metadata["date"] == nil else { return foreign.append(item) }
      kept.append(NoteMetadata.Item(key: "date", value: item.value, keyRange: item.keyRange))
      MetadataMapping.tell(item, "date", &report)
    case "taxonomies":
      if case .map(let entries) = item.value {
        for entry in entries where ["tags", "categories"].contains(entry.key) && metadata[entry.key] == nil {
          kept.append(NoteMetadata.Item(entry))
        }
        let others = entries.filter { !["tags", "categories"].contains($0.key) || metadata[$0.key] != nil }
        MetadataMapping.tell(item, "tags", &report)
        if others.isEmpty { return }
        foreign.append(NoteMetadata.Item(key: item.key, value: .map(others)))
      } else {
        foreign.append(item)
      }
    case "kind":
      let isOurs = FrontMatter.Kind(rawValue: metadata.text("kind") ?? "") != nil
      isOurs ? kept.append(item) : foreign.append(item)
    case "id": isReference ? kept.append(item) : foreign.append(item)
    case "extra": foreign.append(item)
    // One subject, whatever blanks it holds.
    case "category" where metadata["categories"] == nil:
      kept.append(NoteMetadata.Item(key: "categories", value: item.value, keyRange: item.keyRange))
      MetadataMapping.tell(item, "categories", &report)
    case "tags", "tag", "categories": kept.append(dividedAtBlanks(item))
    case "author", "authors", "reviewer": kept.append(PersonNames.withoutLinks(item))
    case "last_modified_at",
      "last_modified" where metadata["updated"] == nil && metadata["lastmod"] == nil:
      kept.append(NoteMetadata.Item(key: "updated", value: item.value, keyRange: item.keyRange))
      MetadataMapping.tell(item, "updated", &report)
    case _ where RelatedNotes.isKey(item.key): addRelated(item, &report)
    default:
      MetadataMapping.shared.contains(item.key) ? kept.append(item) : foreign.append(item)
    }
  }

  /// Lists of questions become one list; what else they hold is kept as it is.
  private mutating func addRelated(_ item: NoteMetadata.Item, _ report: inout ImportReport) {
    guard let reading = related.read(item, &report) else { return foreign.append(item) }
    if item.key != "related", !reading.names.isEmpty { MetadataMapping.tell(item, "related", &report) }
    resolved.formUnion(MetadataMapping.words(Array("\(item.key) \(reading.words)".utf8)))
    if !reading.others.isEmpty {
      report.add(
        .importRepaired, item.keyRange,
        "`related:` names questions only; what is none was kept under `extra:`",
        notes: [Note(reading.others.joined(separator: ", "))])
      guard !reading.names.isEmpty else { return foreign.append(item) }
      let others = MetadataValue.Content.list(reading.others.map(MetadataMapping.text))
      foreign.append(NoteMetadata.Item(key: item.key, value: others, keyRange: item.keyRange))
    }
    let known = NoteMetadata(items: kept).texts("related")
    let new = reading.names.filter { !known.contains($0) }
    set("related", .list((known + new).map(MetadataMapping.text)))
  }

  /// Obsidian and Jekyll divide words in one text at blanks, too.
  private func dividedAtBlanks(_ item: NoteMetadata.Item) -> NoteMetadata.Item {
    guard kind == .obsidian || kind == .jekyll, case .scalar(let text, let style) = item.value,
      style != .unread,
      text.contains(" "), !text.contains(where: { ",，、".contains($0) })
    else { return item }
    let words = text.split(separator: " ").map { MetadataMapping.text(String($0)) }
    return NoteMetadata.Item(key: item.key, value: .list(words), keyRange: item.keyRange)
  }

  /// Keys that mean here what they mean elsewhere. Those that name other pages, sources or templates do not.
  private static let shared: Set<String> = [
    "title", "short_title", "slug", "date", "created", "updated", "modified", "lastmod", "lastUpdated",
    "keywords",
    "draft", "publish", "lang", "description", "summary", "authors", "author", "provenance",
    "generator", "model", "reviewed", "reviewer", "weight", "cssclasses", "site", "accessed", "archived",
    "macros",
  ]

  private static func tell(_ item: NoteMetadata.Item, _ ours: String, _ report: inout ImportReport) {
    report.add(
      .importRepaired, item.keyRange, "the key `\(item.key)` of the front matter became `\(ours)`")
  }

  private static func isExternal(_ text: String) -> Bool { URLPolicy.judge(Array(text.utf8)) == .external }

  /// The address a note names as its own, below the root; `nil` for patterns.
  static func address(of metadata: NoteMetadata) -> String? {
    guard let text = metadata.text("permalink") ?? metadata.text("url"), text.hasPrefix("/"),
      text.utf8.count > 1,
      !text.contains(":")
    else { return nil }
    return text
  }

  private static func text(_ text: String) -> MetadataValue {
    MetadataValue(.scalar(text, .plain), range: TOMLTable.nowhere)
  }

  private mutating func add(aliases texts: [String]) {
    for text in texts where !aliases.contains(text) { aliases.append(text) }
  }

  // MARK: Changing

  /// Sets a key of ours, in place of what it said.
  mutating func set(_ key: String, _ value: MetadataValue.Content) {
    if let index = kept.firstIndex(where: { $0.key == key }) {
      kept[index] = NoteMetadata.Item(key: key, value: value, keyRange: kept[index].keyRange)
    } else {
      kept.append(NoteMetadata.Item(key: key, value: value))
    }
  }

  /// Sets a key of ours unless it, or a synonym, says something.
  mutating func complete(_ key: String, _ value: String, unless synonyms: Set<String> = []) {
    guard !kept.contains(where: { $0.key == key || synonyms.contains($0.key) }) else { return }
    set(key, .scalar(value, .plain))
  }

  /// Adds tags to those that are there.
  mutating func add(tags: [String]) {
    var known = NoteMetadata(items: kept).texts("tags")
    let folded = Set(
      ["tags", "tag", "categories", "keywords"].flatMap { NoteMetadata(items: kept).texts($0) }.map {
        ($0.hasPrefix("#") ? String($0.dropFirst()) : $0).lowercased()
      })
    let new = tags.filter { !folded.contains($0.lowercased()) }
    guard !new.isEmpty else { return }
    known += new
    set("tags", .list(known.map(MetadataMapping.text)))
  }

  // MARK: Writing

  /// The block as it is written, read back by our own reader: a value it does not take is kept under `extra:`.
  ///
  /// - Complexity: O(bytes · values that are not taken).
  mutating func write(_ report: inout ImportReport) -> [UInt8] {
    let text = checked(&report)
    let known = MetadataMapping.words(text).union(MetadataMapping.renamed).union(resolved)
    let lost = source.filter { !MetadataMapping.words($0).isSubset(of: known) && !comments.contains($0) }
    guard !lost.isEmpty else { return text }
    comments += lost
    return checked(&report)
  }

  /// The words of a text.
  private static func words(_ text: [UInt8]) -> Set<ArraySlice<UInt8>> {
    Set(text.split { $0 < 0x80 && !TextBytes.isAlphanumeric($0) })
  }

  /// Words of keys that have another name here.
  private static let renamed = words(
    Array(
      "published publishDate publishdate pubDate redirect_from alias url taxonomies category last_modified_at last_modified"
        .utf8))

  private mutating func checked(_ report: inout ImportReport) -> [UInt8] {
    while true {
      let text = block
      guard !text.isEmpty else { return [] }
      let faults = faultyKeys(in: text)
      guard let fault = faults.first(where: { key in kept.contains { $0.key == key } }) else {
        guard !faults.isEmpty, !foreign.isEmpty || !kept.isEmpty else { return text }
        return rescue(&report)
      }
      if let index = kept.firstIndex(where: { $0.key == fault && $0.lines != nil }) {
        // The author's own lines may be at fault, and not the value.
        kept[index].lines = nil
        continue
      }
      for index in kept.indices.reversed() where kept[index].key == fault {
        let item = kept.remove(at: index)
        report.add(
          .importDamaged, item.keyRange,
          "the value of `\(item.key)` is none that the key takes here; it was kept under `extra:`")
        foreign.append(
          NoteMetadata.Item(key: item.key, value: .scalar(MetadataText.words(item.value), .block)))
      }
    }
  }

  private var block: [UInt8] {
    guard !kept.isEmpty || !foreign.isEmpty || !comments.isEmpty else { return [] }
    var output = Array("---\n".utf8)
    for item in kept { output += item.lines ?? MetadataText.lines(item.key, item.value) }
    if !foreign.isEmpty {
      output += Array("extra:\n".utf8)
      for item in foreign {
        guard item.key != "extra" else {
          output += extraLines(item)
          continue
        }
        guard let lines = item.lines else {
          output += MetadataText.lines(item.key, item.value, indent: 2)
          continue
        }
        for line in lines.split(separator: 0x0A) { output += [0x20, 0x20] + line + [0x0A] }
      }
    }
    for comment in comments.map(YAMLText.oneLine) {
      output += (comment.first == 0x23 ? [] as [UInt8] : [0x23, 0x20]) + comment + [0x0A]
    }
    return output + Array("---\n".utf8)
  }

  /// The keys of a map `extra:` beside the others; anything else under its own name.
  private func extraLines(_ item: NoteMetadata.Item) -> [UInt8] {
    let others = Set(foreign.map(\.key))
    guard case .map(let entries) = item.value, entries.allSatisfy({ !others.contains($0.key) }) else {
      return MetadataText.lines("extra", item.value, indent: 2)
    }
    return entries.flatMap { MetadataText.lines($0.key, $0.value.content, indent: 2) }
  }

  /// The keys of a block that our reader objects to; an empty one where it objects to the block.
  private func faultyKeys(in text: [UInt8]) -> [String] {
    let file = SourceFile(path: "", bytes: text)
    let (frontMatter, _, diagnostics) = FrontMatter.parse(file)
    return diagnostics.filter { $0.severity > .info }.map { diagnostic in
      let start = diagnostic.location?.range?.start ?? 0
      return frontMatter.entries.last { $0.keyRange.start <= start }?.key ?? ""
    }
  }

  /// Everything anew, without the author's own lines.
  private mutating func rescue(_ report: inout ImportReport) -> [UInt8] {
    guard (kept + foreign).contains(where: { $0.lines != nil }) else {
      report.add(.importDamaged, 0..<0, "the front matter is none that is read here; look at it in the file")
      return block
    }
    for index in kept.indices { kept[index].lines = nil }
    for index in foreign.indices { foreign[index].lines = nil }
    return checked(&report)
  }
}
