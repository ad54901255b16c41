import Markdown
import SourceText

/// What the files of a folder are, by their paths alone.
struct FolderInventory {
  /// A file that becomes a page.
  struct Note {
    /// The path in the folder.
    var origin: String
    /// The folders and the name, without ending, that tell where the page belongs.
    var place: [String]
    /// The day in the name of the file.
    var date: CalendarDate?
    /// The language, of a page in any but the main one of a site in several.
    var language: String?
    /// Whether the file stands in a folder of drafts.
    var isDraft = false
  }

  /// A file that is copied as it is.
  struct Asset {
    var origin: String
    /// The path relative to `content/`.
    var target: String
  }

  var notes: [Note] = []
  var assets: [Asset] = []
  /// Files that are not imported, by the reason, a clause.
  var skipped: [(reason: String, files: [String])] = []

  /// Sorts the files.
  ///
  /// - Complexity: O(length of all paths).
  init(_ files: [String], kind: FolderKind, templates: String?, settings: FolderSettings = FolderSettings()) {
    var reasons: [String: Int] = [:]
    for file in files {
      let parts = file.split(separator: "/").map(String.init)
      let reason: String? =
        switch kind {
        case .obsidian, .markdown: addVaultFile(file, parts, templates: templates)
        case .hugo: addHugoFile(file, parts, settings)
        case .jekyll: addJekyllFile(file, parts)
        }
      guard let reason else { continue }
      if let index = reasons[reason] {
        skipped[index].files.append(file)
      } else {
        reasons[reason] = skipped.count
        skipped.append((reason, [file]))
      }
    }
  }

  // MARK: Obsidian

  private mutating func addVaultFile(_ file: String, _ parts: [String], templates: String?) -> String? {
    let folders = parts.dropLast().map { $0.lowercased() }
    if let templates, PathName.contains(templates, file) { return "templates have no counterpart" }
    if folders.contains(where: FolderInventory.templateFolders.contains) {
      return "templates have no counterpart"
    }
    if file.hasSuffix(".canvas") || file.hasSuffix(".base") || file.hasSuffix(".excalidraw.md") {
      return "canvases, bases and drawings have no counterpart"
    }
    if FolderInventory.isNote(file) {
      addNote(file, parts)
    } else {
      assets.append(Asset(origin: file, target: FolderInventory.path(["pages"] + parts)))
    }
    return nil
  }

  private static let templateFolders: Set<String> = [
    "templates", "template", "_templates", "模板", "范本", "範本",
  ]

  // MARK: Hugo

  private mutating func addHugoFile(
    _ file: String, _ parts: [String], _ settings: FolderSettings
  ) -> String? {
    guard let root = parts.first, parts.count > 1 else { return "settings and scripts are written anew" }
    if let folder = settings.contentFolder(of: parts) {
      let inside = Array(parts.dropFirst(folder.path.count))
      if FolderInventory.isNote(file) {
        let (place, language) = FolderInventory.translated(inside, language: folder.language, settings)
        addNote(file, place)
        notes[notes.count - 1].language = language
      } else if file.hasSuffix(".html") || file.hasSuffix(".mdx") {
        return "pages in HTML are not read"
      } else {
        assets.append(Asset(origin: file, target: FolderInventory.path(["pages"] + inside)))
      }
      return nil
    }
    guard root == "static" else { return "`\(root)/` belongs to Hugo's own building" }
    assets.append(Asset(origin: file, target: FolderInventory.path(["static"] + parts.dropFirst())))
    return nil
  }

  /// The place of a page of a site in several languages: the code of any but the main one stands at the end of its name,
  /// of a page for a folder at the end of the folder's; and that code.
  private static func translated(
    _ parts: [String], language: String?, _ settings: FolderSettings
  ) -> (place: [String], language: String?) {
    guard !settings.languages.isEmpty, let name = parts.last, let dot = name.lastIndex(of: ".") else {
      return (parts, nil)
    }
    var stem = String(name[..<dot])
    var language = language
    if let code = stem.lastIndex(of: "."), settings.languages.contains(stem[code...].dropFirst().lowercased())
    {
      language = stem[code...].dropFirst().lowercased()
      stem = String(stem[..<code])
    }
    let ending = name[dot...]
    guard let language, language != settings.mainLanguage else {
      return (parts.dropLast() + [stem + ending], nil)
    }
    guard FolderNote.isIndex(stem), parts.count > 1 else {
      return (parts.dropLast() + ["\(stem).\(language)\(ending)"], language)
    }
    return (parts.dropLast(2) + ["\(parts[parts.count - 2]).\(language)\(ending)"], language)
  }

  // MARK: Jekyll

  private mutating func addJekyllFile(_ file: String, _ parts: [String]) -> String? {
    var folders = Array(parts.dropLast())
    if let folder = folders.first(where: FolderInventory.jekyllFolders.contains) {
      return "`\(folder)/` belongs to Jekyll's own building"
    }
    if FolderInventory.isNote(file) {
      if folders.isEmpty, FolderInventory.projectFiles.contains(parts[0].lowercased()) {
        return "settings and scripts are written anew"
      }
      let isPost = folders.contains("_posts")
      let isDraft = folders.contains("_drafts")
      folders.removeAll { $0 == "_posts" || $0 == "_drafts" }
      var name = parts[parts.count - 1]
      var date: CalendarDate?
      if isPost || isDraft {
        folders.insert("posts", at: 0)
        if let cut = FolderInventory.endOfDate(in: name) {
          date = CalendarDate(String(name.utf8.prefix(10)) ?? "")
          name = String(name.utf8.dropFirst(cut)) ?? name
        }
      }
      addNote(file, folders + [name], date: date, isDraft: isDraft)
      return nil
    }
    if folders.contains(where: { $0.hasPrefix("_") }) { return "collections hold more than pages" }
    let ending = PathName.lastComponent(file).split(separator: ".").dropFirst().last.map { $0.lowercased() }
    if parts == ["CNAME"] || ending.map({ !FolderInventory.programEndings.contains($0) }) == true {
      assets.append(Asset(origin: file, target: FolderInventory.path(["static"] + parts)))
      return nil
    }
    return "settings and scripts are written anew"
  }

  private static let jekyllFolders: Set<String> = [
    "_site", "_layouts", "_includes", "_sass", "_data", "_plugins", "vendor", "node_modules",
  ]
  private static let projectFiles: Set<String> = [
    "readme.md", "license.md", "contributing.md", "changelog.md", "code_of_conduct.md",
  ]
  private static let programEndings: Set<String> = [
    "html", "htm", "css", "scss", "sass", "js", "ts", "xml", "rb", "gemspec", "lock", "yml", "yaml", "toml",
    "sh",
    "json", "webmanifest", "py", "mk",
  ]

  /// The offset behind `2024-09-07-` at the beginning of a name.
  private static func endOfDate(in name: String) -> Int? {
    let bytes = Array(name.utf8)
    guard bytes.count > 14, bytes[10] == 0x2D, bytes[4] == 0x2D, bytes[7] == 0x2D,
      CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)) != nil
    else { return nil }
    return 11
  }

  // MARK: Names

  private mutating func addNote(
    _ file: String, _ parts: [String], date: CalendarDate? = nil, isDraft: Bool = false
  ) {
    var place = parts
    if var name = place.popLast() {
      for ending in FolderInventory.noteEndings where name.lowercased().hasSuffix(ending) {
        name = String(name.dropLast(ending.count))
        break
      }
      place.append(name)
    }
    notes.append(
      Note(origin: file, place: place, date: date ?? CalendarDate(place.last ?? ""), isDraft: isDraft))
  }

  private static let noteEndings = [".md", ".markdown"]

  private static func isNote(_ file: String) -> Bool {
    let lower = file.lowercased()
    return noteEndings.contains { lower.hasSuffix($0) }
  }

  /// A path of names that are published: none begins with a full stop, an underscore or `#`, or ends as backups do.
  static func path(_ parts: some Sequence<String>) -> String {
    parts.map(published).joined(separator: "/")
  }

  /// A name without what would keep it from being published.
  static func published(_ name: String) -> String {
    var kept = name.unicodeScalars[...]
    while let first = kept.first, "._#~ ".unicodeScalars.contains(first) { kept.removeFirst() }
    while let last = kept.last, "~ ".unicodeScalars.contains(last) { kept.removeLast() }
    let text = String(kept).replacing("\\", with: "-").replacing("\u{0}", with: "")
    return text.isEmpty ? "note" : text.hasSuffix(".bak") ? text + "-file" : text
  }
}
