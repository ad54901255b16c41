import Markdown
import SourceText

/// The names by which links find pages once they are placed: path, file name, alias, then title, as `LinkIndex` does.
struct PlacedNames {
  private struct Tier {
    var exact: [String: [Int]] = [:]
    var folded: [String: [Int]] = [:]

    mutating func add(_ name: String, _ index: Int) {
      guard !name.isEmpty else { return }
      if exact[name]?.last != index { exact[name, default: []].append(index) }
      let lower = name.lowercased()
      if folded[lower]?.last != index { folded[lower, default: []].append(index) }
    }

    func find(_ name: String) -> [Int] { exact[name] ?? folded[name.lowercased()] ?? [] }
  }

  private var tiers = [Tier(), Tier(), Tier(), Tier()]
  /// The slugs of the site's own files: such a page may have the title that makes its slug.
  private var occupiedSlugs: Set<[UInt8]> = []

  /// Collects the names.
  ///
  /// - Parameter occupied: paths relative to `content/` of the site's own files, whose names are names, too.
  /// - Complexity: O(length of all names).
  init(_ notes: [FolderNote], occupied: Set<String>) {
    addFiles(occupied, besides: Set(notes.map { $0.target.lowercased() }), count: notes.count)
    for (index, note) in notes.enumerated() {
      let name = String(note.target.dropLast(3))
      let stem = PathName.lastComponent(name)
      tiers[0].add(name, index)
      tiers[1].add(stem, index)
      let slug = note.slug ?? note.metadata.text("slug") ?? stem
      tiers[1].add(String(decoding: Slug.make(Array(slug.utf8)), as: UTF8.self), index)
      for alias in note.metadata.texts("aliases") + note.metadata.texts("alias") {
        tiers[2].add(alias, index)
      }
      tiers[3].add(note.title, index)
    }
  }

  /// Adds the site's own pages, with numbers behind those of the notes.
  private mutating func addFiles(_ paths: Set<String>, besides targets: Set<String>, count: Int) {
    for (index, path) in paths.enumerated()
    where path.hasSuffix(".md") && !targets.contains(path.lowercased()) {
      let name = String(path.dropLast(".md".count))
      let stem = PathName.lastComponent(name)
      tiers[0].add(name, count + index)
      tiers[1].add(stem, count + index)
      let slug = Slug.make(Array(stem.utf8))
      tiers[1].add(String(decoding: slug, as: UTF8.self), count + index)
      occupiedSlugs.insert(slug)
    }
  }

  /// The one page that a wiki link names: a note, or a number behind theirs for a page of the site; `nil` when there
  /// is none or more than one.
  func find(_ target: String) -> Int? {
    var name = target
    if name.hasSuffix(".md") { name.removeLast(3) }
    while name.hasPrefix("/") { name.removeFirst() }
    for (place, tier) in tiers.enumerated() {
      let found = tier.find(name)
      if place == 3, !found.isEmpty, occupiedSlugs.contains(Slug.make(Array(name.utf8))) { return nil }
      if !found.isEmpty { return found.count == 1 ? found[0] : nil }
    }
    return nil
  }
}
