import KnowledgeBase
import Markdown
import SourceText

/// Finds notes and files by the names that links in the folder use.
struct FolderIndex {
  /// What a link leads to.
  enum Target: Equatable {
    case note(Int)
    case asset(Int)
  }

  private var notePaths: [String: Int] = [:]
  private var stems: [String: [Int]] = [:]
  private var names: [String: Int] = [:]
  private var addresses: [String: Int] = [:]
  private var assetPaths: [String: Int] = [:]
  private var assetNames: [String: [Int]] = [:]
  /// Of files by where the published site shows them: Hugo's `static/` and the files beside its pages.
  private var assetAddresses: [String: Int] = [:]
  private let folders: [String]
  private let kind: FolderKind

  /// Collects the names.
  ///
  /// - Complexity: O(length of all paths).
  init(_ notes: [FolderNote], assets: [FolderInventory.Asset], kind: FolderKind) {
    self.kind = kind
    folders = notes.map(\.originFolder)
    for (index, note) in notes.enumerated() {
      let path = note.place.origin.lowercased()
      let bare = FolderIndex.withoutEnding(path)
      for name in [path, bare] where notePaths[name] == nil { notePaths[name] = index }
      stems[PathName.lastComponent(bare), default: []].append(index)
      if note.stem.lowercased() != PathName.lastComponent(bare) {
        stems[note.stem.lowercased(), default: []].append(index)
      }
      for alias in note.metadata.texts("aliases") where names[alias.lowercased()] == nil {
        names[alias.lowercased()] = index
      }
      for address in FolderIndex.addresses(of: note, kind: kind) where addresses[address] == nil {
        addresses[address] = index
      }
    }
    for (index, note) in notes.enumerated() where names[note.title.lowercased()] == nil {
      names[note.title.lowercased()] = index
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

  /// The addresses at which a site of the kind shows a note, in lower case and without slashes at their ends.
  private static func addresses(of note: FolderNote, kind: FolderKind) -> [String] {
    guard kind == .hugo || kind == .jekyll else { return [] }
    var parts = note.place.place
    if note.isIndex { parts.removeLast() }
    let path = parts.joined(separator: "/")
    var addresses = [path, path.replacing(" ", with: "-")]
    if let slug = note.metadata.text("slug") {
      addresses.append((parts.dropLast() + [slug]).joined(separator: "/"))
    }
    if kind == .jekyll, let date = note.place.date, let name = parts.last {
      let day = String(decoding: date.isoBytes, as: UTF8.self).replacing("-", with: "/")
      let categories = note.metadata.texts("categories").joined(separator: "/")
      for address in ["\(day)/\(name)", "\(categories)/\(day)/\(name)", "blog/\(day)/\(name)"] {
        addresses.append(address)
      }
    }
    let written = [note.metadata.text("permalink"), note.metadata.text("url")].compactMap { $0 }
    let old = note.metadata.texts("aliases") + note.metadata.texts("redirect_from")
    return (written + addresses + old).map(normalized)
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

  private static func normalized(_ address: String) -> String {
    var text = address.lowercased().split(separator: "/").joined(separator: "/")
    for ending in [".html", ".htm"] where text.hasSuffix(ending) { text.removeLast(ending.count) }
    if text == "index" { text = "" }
    if text.hasSuffix("/index") { text.removeLast("/index".count) }
    return text
  }

  static func withoutEnding(_ path: String) -> String {
    for ending in [".md", ".markdown"] where path.lowercased().hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }

  // MARK: Looking up

  /// What `[[name]]` on a note leads to: a path, the name of a file, an alias or a title.
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
    return names[bare].map { .note($0) }
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
      if let target = file(inside) ?? file("content/" + inside) { return target }
      return address(inside)
    }
    if let resolved = RelativePath.resolve(path, against: note.originFolder.lowercased()) {
      if let target = file(resolved) { return target }
    }
    switch kind {
    case .obsidian, .markdown:
      // Obsidian looks for what it does not find at its path by its name.
      return kind == .obsidian ? find(name: path, from: note) : nil
    case .hugo, .jekyll:
      // The pages stand in folders of their own.
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
    for path in ["content/\(name)", "_posts/\(name)", name] {
      if let index = notePaths[path] { return .note(index) }
    }
    let last = PathName.lastComponent(name)
    return nearest(stems[last] ?? [], to: note).map { .note($0) }
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
    return addresses[FolderIndex.normalized(path)].map { .note($0) }
  }
}
