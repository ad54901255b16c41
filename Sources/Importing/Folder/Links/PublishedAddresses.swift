import KnowledgeBase
import Markdown

/// Where a published site shows the notes of a folder, as its program works it out from front matter, settings and
/// paths.
struct PublishedAddresses {
  private let kind: FolderKind
  private let settings: FolderSettings
  /// Where notes are, where they were, and where their paths alone would put them.
  private var notes = NameTiers(count: 3)

  /// Collects the addresses.
  ///
  /// - Complexity: O(length of all paths and addresses).
  init(_ notes: [FolderNote], kind: FolderKind, settings: FolderSettings) {
    self.kind = kind
    self.settings = settings
    for (index, note) in notes.enumerated() { add(note, index) }
  }

  /// The notes at a path below the site's root.
  func find(_ path: String) -> [Int] {
    let found = notes.find(PublishedAddresses.normalized(path))
    guard found.isEmpty, let inside = settings.withoutBase(path.lowercased().trimmingSlashes) else {
      return found
    }
    return notes.find(PublishedAddresses.normalized(inside))
  }

  private mutating func add(_ note: FolderNote, _ index: Int) {
    var parts = note.place.place
    // A collection of Jekyll's is a folder with an underscore.
    if kind == .jekyll, parts.count > 1, parts[0].hasPrefix("_") { parts[0].removeFirst() }
    if note.isIndex { parts.removeLast() }
    // Pages in another than the main language stand below its code.
    if kind == .hugo, let last = parts.last, let dot = last.lastIndex(of: "."),
      case let language = last[dot...].dropFirst().lowercased(), settings.languages.contains(language)
    {
      let path = parts.dropLast() + [String(last[..<dot])]
      add(([language] + path).joined(separator: "/"), index, tier: 0)
    }
    let path = parts.joined(separator: "/")
    let declared = declared(of: note, parts)
    for address in declared { add(address, index, tier: 0) }
    for address in [path, path.replacing(" ", with: "-")] {
      add(address, index, tier: declared.isEmpty ? 0 : 2)
    }
    if kind == .jekyll, let date = note.place.date, let name = parts.last {
      // What the site would have by its program's own pattern.
      let day = String(decoding: date.isoBytes, as: UTF8.self).replacing("-", with: "/")
      let categories = PermalinkPattern.categories(of: note, kind)
      add("\(day)/\(name)", index, tier: 2)
      add((categories + [day, name]).joined(separator: "/"), index, tier: 2)
    }
    let folder = parts.dropLast().joined(separator: "/")
    for old in note.metadata.texts("aliases") + note.metadata.texts("redirect_from") {
      // Hugo reads an old address without a slash as one beside the page.
      let isBeside = kind == .hugo && !old.hasPrefix("/")
      if let address = isBeside ? RelativePath.resolve(old, against: folder) : old {
        add(address, index, tier: 1)
      }
    }
  }

  /// The addresses that front matter or a pattern gives a note.
  private func declared(of note: FolderNote, _ parts: [String]) -> [String] {
    for key in ["url", "permalink"] {
      guard let written = note.metadata.text(key), !written.contains("://") else { continue }
      let address = PermalinkPattern(style: written).address(of: note, kind: kind)
      if let address { return [address] }
    }
    let folder = note.place.place.count > 1 ? note.place.place[0].lowercased() : ""
    if let address = settings.pattern(of: folder)?.address(of: note, kind: kind) { return [address] }
    guard let slug = note.metadata.text("slug"), !slug.isEmpty else { return [] }
    return slug.hasPrefix("/") ? [slug] : [(parts.dropLast() + [slug]).joined(separator: "/")]
  }

  private mutating func add(_ address: String, _ index: Int, tier: Int) {
    notes.add(PublishedAddresses.normalized(address), index, tier: tier)
  }

  /// An address as it is compared: decoded, in lower case, without slashes at its ends and what names its file.
  private static func normalized(_ address: String) -> String {
    var text = String(decoding: PercentEncoding.decode(Array(address.utf8)), as: UTF8.self)
    text = text.lowercased().trimmingSlashes
    for ending in [".html", ".htm"] where text.hasSuffix(ending) { text.removeLast(ending.count) }
    if text == "index" { text = "" }
    if text.hasSuffix("/index") { text.removeLast("/index".count) }
    return text
  }
}
