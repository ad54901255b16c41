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

  /// Collects the names.
  ///
  /// - Complexity: O(length of all names).
  init(_ notes: [FolderNote]) {
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

  /// The one page that a wiki link names; `nil` when there is none or more than one.
  func find(_ target: String) -> Int? {
    var name = target
    if name.hasSuffix(".md") { name.removeLast(3) }
    while name.hasPrefix("/") { name.removeFirst() }
    for tier in tiers {
      let found = tier.find(name)
      if !found.isEmpty { return found.count == 1 ? found[0] : nil }
    }
    return nil
  }
}
