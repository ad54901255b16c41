import Markdown
import SourceText

/// What the settings of Hugo or Jekyll say of the addresses of their pages.
struct FolderSettings {
  /// Scheme and host of the published site in lower case, without a slash at the end; empty when none is named.
  private(set) var host = ""
  /// The path below which the site is published, without slashes at its ends.
  private(set) var base = ""
  /// Where the pages stand, each with the language of its folder, if it has one of its own; the longest path first.
  private(set) var contentFolders: [(path: [String], language: String?)] = [(["content"], nil)]
  /// The codes of the languages of a site that has several, in lower case.
  private(set) var languages: Set<String> = []
  /// The language whose pages have no code in their names.
  private(set) var mainLanguage: String?
  /// The patterns of addresses by the folder of their pages.
  private var patterns: [String: PermalinkPattern] = [:]

  init() {}

  /// Reads the settings of a site.
  ///
  /// - Parameter read: the bytes of a file of the folder, if there is such a file.
  /// - Complexity: O(bytes of the settings).
  init(of kind: FolderKind, read: (String) -> [UInt8]?) {
    switch kind {
    case .hugo: readHugo(read)
    case .jekyll: readJekyll(read)
    case .obsidian, .markdown: break
    }
  }

  /// The pattern of the addresses in a folder at the root of the content.
  func pattern(of folder: String) -> PermalinkPattern? { patterns[folder] }

  /// The path below the site's root of an address that names the site's own host; `nil` for all others.
  func path(ofAddress address: String) -> String? {
    guard !host.isEmpty, address.lowercased().hasPrefix(host) else { return nil }
    let rest = address.dropFirst(host.count)
    return rest.isEmpty ? "/" : rest.hasPrefix("/") ? String(rest) : nil
  }

  /// A path below the root of the host as one below the site's root; `nil` where it leads elsewhere.
  func withoutBase(_ path: String) -> String? {
    guard !base.isEmpty else { return nil }
    if path == base { return "" }
    return path.hasPrefix(base + "/") ? String(path.dropFirst(base.count + 1)) : nil
  }

  private mutating func setBase(_ address: String) {
    let parts = address.lowercased().split(separator: "/").map(String.init)
    guard parts.count > 1, parts[0].hasSuffix(":") else {
      base = parts.joined(separator: "/")
      return
    }
    host = "\(parts[0])//\(parts[1])"
    base = parts.dropFirst(2).joined(separator: "/")
  }

  // MARK: Hugo

  private mutating func readHugo(_ read: (String) -> [UInt8]?) {
    for name in ["hugo", "config", "config/_default/hugo", "config/_default/config"] {
      for (ending, fence) in [("toml", "+++\n"), ("yaml", "---\n"), ("yml", "---\n"), ("json", "")] {
        guard let bytes = read("\(name).\(ending)") else { continue }
        let settings = FolderSettings.metadata(bytes, between: fence)
        for item in settings.items {
          switch item.key.lowercased() {
          case "baseurl": if case .scalar(let text, _) = item.value { setBase(text) }
          case "permalinks": addPatterns(item.value)
          case "contentdir":
            if case .scalar(let text, _) = item.value { contentFolders[0].path = FolderSettings.parts(text) }
          case "defaultcontentlanguage":
            if case .scalar(let text, _) = item.value { mainLanguage = text.lowercased() }
          case "languages": addLanguages(item.value)
          default: break
          }
        }
        orderLanguages()
        return
      }
    }
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init).filter { $0 != "." }
  }

  /// Languages, each perhaps with a folder of its own.
  private mutating func addLanguages(_ value: MetadataValue.Content) {
    guard case .map(let entries) = value else { return }
    for entry in entries {
      let language = entry.key.lowercased()
      languages.insert(language)
      guard case .map(let keys) = entry.value.content,
        let folder = keys.first(where: { $0.key.lowercased() == "contentdir" })?.value.text
      else { continue }
      contentFolders.append((FolderSettings.parts(folder), language))
    }
  }

  private mutating func orderLanguages() {
    if mainLanguage == nil, !languages.isEmpty {
      mainLanguage = languages.contains("en") ? "en" : languages.min()
    }
    contentFolders = contentFolders.filter { !$0.path.isEmpty }.sorted { $0.path.count > $1.path.count }
  }

  /// The folder of pages in which a file stands: its path, and the language of its pages where that is not the main one.
  func contentFolder(of parts: [String]) -> (path: [String], language: String?)? {
    contentFolders.first { $0.path.count < parts.count && parts.starts(with: $0.path) }.map { folder in
      (folder.path, folder.language == mainLanguage ? nil : folder.language)
    }
  }

  /// Patterns by folder, or by the kind of the page and its folder.
  private mutating func addPatterns(_ value: MetadataValue.Content) {
    guard case .map(let entries) = value else { return }
    for entry in entries {
      if let text = entry.value.text {
        patterns[entry.key.lowercased()] = PermalinkPattern(text)
      } else if entry.key == "page", case .map(let pages) = entry.value.content {
        for page in pages {
          patterns[page.key.lowercased()] = page.value.text.map { PermalinkPattern($0) }
        }
      }
    }
  }

  // MARK: Jekyll

  private mutating func readJekyll(_ read: (String) -> [UInt8]?) {
    patterns["posts"] = PermalinkPattern(style: "date")
    guard let bytes = read("_config.yml") ?? read("_config.yaml") else { return }
    let settings = FolderSettings.metadata(bytes, between: "---\n")
    if let address = settings.text("url") { setBase(address) }
    if let path = settings.text("baseurl") { base = path.lowercased().trimmingSlashes }
    if let pattern = settings.text("permalink") { patterns["posts"] = PermalinkPattern(style: pattern) }
    guard case .map(let collections) = settings["collections"] else { return }
    for collection in collections {
      guard case .map(let entries) = collection.value.content,
        let pattern = entries.first(where: { $0.key == "permalink" })?.value.text
      else { continue }
      patterns[(collection.key == "posts" ? "" : "_") + collection.key.lowercased()] =
        PermalinkPattern(style: pattern)
    }
  }

  /// The keys of settings, which are read as front matter is; its faults are none of the import.
  private static func metadata(_ bytes: [UInt8], between fence: String) -> NoteMetadata {
    let mark = Array(fence.utf8)
    let head = bytes.starts(with: mark) ? [] : mark
    let file = SourceFile(path: "", bytes: head + bytes + [0x0A] + mark)
    var report = ImportReport(file)
    return NoteMetadata.read(file, &report).metadata
  }
}

extension StringProtocol {
  /// The path without slashes at its ends, and without empty names in it.
  var trimmingSlashes: String { split(separator: "/").joined(separator: "/") }
}
