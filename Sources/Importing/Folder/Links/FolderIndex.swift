import KnowledgeBase
import Markdown
import SourceText

/// Finds notes and files by the names that links in the folder use.
struct FolderIndex {
  /// What a link leads to.
  enum Target: Equatable {
    case note(Int)
    case asset(Int)
    /// Several notes that the name fits equally, in the order of the folder.
    case ambiguous([Int])
  }

  private var notePaths: [String: Int] = [:]
  private var stems: [String: [Int]] = [:]
  /// What notes say of themselves: slugs, other names, then titles.
  private var names = NameTiers(count: 3)
  private let addresses: PublishedAddresses
  private var assetPaths: [String: Int] = [:]
  private var assetNames: [String: [Int]] = [:]
  /// Of files by where the published site shows them: Hugo's `static/` and the files beside its pages.
  private var assetAddresses: [String: Int] = [:]
  private let folders: [String]
  private let kind: FolderKind
  private let settings: FolderSettings

  /// Collects the names.
  ///
  /// - Complexity: O(length of all paths).
  init(
    _ notes: [FolderNote], assets: [FolderInventory.Asset], kind: FolderKind, settings: FolderSettings
  ) {
    self.kind = kind
    self.settings = settings
    addresses = PublishedAddresses(notes, kind: kind, settings: settings)
    folders = notes.map(\.originFolder)
    for (index, note) in notes.enumerated() {
      let path = note.place.origin.lowercased()
      let bare = FolderIndex.withoutEnding(path)
      for name in [path, bare] where notePaths[name] == nil { notePaths[name] = index }
      stems[PathName.lastComponent(bare), default: []].append(index)
      if note.stem.lowercased() != PathName.lastComponent(bare) {
        stems[note.stem.lowercased(), default: []].append(index)
      }
      addNames(of: note, index)
    }
    for (index, asset) in assets.enumerated() {
      let path = asset.origin.lowercased()
      if assetPaths[path] == nil { assetPaths[path] = index }
      assetNames[PathName.lastComponent(path), default: []].append(index)
      if let address = FolderIndex.address(of: asset, kind: kind), assetAddresses[address] == nil {
        assetAddresses[address] = index
      }
    }
  }

  private mutating func addNames(of note: FolderNote, _ index: Int) {
    let aliases = note.metadata.texts("aliases") + note.metadata.texts("alias")
    // A note that stands for its folder is called as the folder is.
    let folder = note.isIndex ? note.pathName : nil
    let slugs = [note.metadata.text("slug"), note.metadata.text("id"), folder].compactMap { $0 }
    for (tier, texts) in [slugs, aliases, [note.title]].enumerated() {
      for text in texts where !text.isEmpty { names.add(text.lowercased(), index, tier: tier) }
    }
  }

  /// The address at which a site of the kind shows a file, in lower case.
  private static func address(of asset: FolderInventory.Asset, kind: FolderKind) -> String? {
    let path = asset.origin.lowercased()
    switch kind {
    case .hugo: return path.firstIndex(of: "/").map { String(path[path.index(after: $0)...]) }
    case .jekyll: return path
    case .obsidian, .markdown: return nil
    }
  }

  static func withoutEnding(_ path: String) -> String {
    for ending in [".md", ".markdown"] where path.lowercased().hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }

  // MARK: Looking up

  /// What `[[name]]` on a note leads to: a path, the name of a file, a slug, an alias, a title or an address.
  func find(name: String, from note: FolderNote) -> Target? {
    var name = name.lowercased()
    while name.hasPrefix("/") { name.removeFirst() }
    let besideNote = RelativePath.resolve(name, against: note.originFolder.lowercased())
    for path in [name, besideNote].compactMap({ $0 }) {
      if let index = notePaths[path] { return .note(index) }
      if let index = assetPaths[path] { return .asset(index) }
    }
    let bare = FolderIndex.withoutEnding(name)
    let last = PathName.lastComponent(bare)
    let candidates = (stems[last] ?? []).filter { last == bare || matches($0, path: bare) }
    if let index = nearest(candidates, to: note) { return .note(index) }
    if let index = assetNames[PathName.lastComponent(name)]?.first { return .asset(index) }
    return FolderIndex.target(names.find(name)) ?? FolderIndex.target(names.find(bare)) ?? address(bare)
  }

  /// The one note of several, if there is no other.
  private static func target(_ notes: [Int]) -> Target? {
    notes.isEmpty ? nil : notes.count == 1 ? .note(notes[0]) : .ambiguous(notes)
  }

  /// Whether the path of a note ends in a path of more than one name.
  private func matches(_ index: Int, path: String) -> Bool {
    let folder = PathName.parent(path)
    let own = folders[index].lowercased()
    return own == folder || own.hasSuffix("/" + folder)
  }

  /// Of several notes the one in the same folder, else the one with the shortest path to it.
  private func nearest(_ candidates: [Int], to note: FolderNote) -> Int? {
    candidates.first { folders[$0] == note.originFolder }
      ?? candidates.min { (folders[$0].utf8.count, $0) < (folders[$1].utf8.count, $1) }
  }

  /// What the path of a Markdown link on a note leads to.
  func find(path: String, from note: FolderNote) -> Target? {
    let path = path.prefix { $0 != "?" }.lowercased()
    if path.hasPrefix("/") {
      let inside = String(path.dropFirst())
      let found =
        file(inside) ?? contentPaths(inside, from: note).lazy.compactMap(file).first ?? address(inside)
      return found ?? (kind == .obsidian ? find(name: path, from: note) : nil)
    }
    if let resolved = RelativePath.resolve(path, against: note.originFolder.lowercased()) {
      if let target = file(resolved) { return target }
    }
    switch kind {
    case .obsidian:
      // Obsidian looks for what it does not find at its path by its name.
      return find(name: path, from: note)
    case .hugo, .jekyll, .markdown:
      // The published pages stand in folders of their own.
      let parts = note.place.place.map { $0.lowercased() }
      for base in [parts, parts.dropLast()] {
        if let resolved = RelativePath.resolve(path, against: base.joined(separator: "/")),
          let target = address(resolved)
        {
          return target
        }
      }
      return nil
    }
  }

  /// What a program's own reference to a note names: a path, perhaps without folder, ending or day.
  func find(reference: String, from note: FolderNote) -> Target? {
    if let target = find(path: reference, from: note) { return target }
    let name = FolderIndex.withoutEnding(reference.lowercased())
    for path in contentPaths(name, from: note) {
      if let target = file(path) { return target }
    }
    for path in ["_posts/\(name)", name] {
      if let index = notePaths[path] { return .note(index) }
    }
    let last = PathName.lastComponent(name)
    if let index = nearest(stems[last] ?? [], to: note) { return .note(index) }
    return FolderIndex.target(names.find(name))
  }

  /// Where a path below the folder of pages may stand: in the note's own folder of pages first.
  private func contentPaths(_ path: String, from note: FolderNote) -> [String] {
    let folders = settings.contentFolders.map { $0.path.joined(separator: "/").lowercased() }
    let own = folders.first { note.place.origin.lowercased().hasPrefix($0 + "/") }
    return ([own].compactMap { $0 } + folders).map { "\($0)/\(path.trimmingSlashes)" }
  }

  /// What an address of the site's own leads to; `nil` for addresses of other sites.
  func find(address: String) -> Target? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    return settings.path(ofAddress: String(path)).flatMap { self.address(String($0.dropFirst())) }
  }

  private func file(_ path: String) -> Target? {
    if let index = assetPaths[path] { return .asset(index) }
    for name in [path, path + "/index", path + "/_index"] {
      if let index = notePaths[name] { return .note(index) }
    }
    return nil
  }

  private func address(_ path: String) -> Target? {
    if let index = assetAddresses[path] { return .asset(index) }
    return FolderIndex.target(addresses.find(path))
  }
}
