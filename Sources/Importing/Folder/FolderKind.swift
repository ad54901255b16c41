/// The program a folder of notes was made for.
package enum FolderKind: String, Sendable, CaseIterable {
  case obsidian, hugo, jekyll, markdown

  /// The kind for people, with its article.
  package var name: String {
    switch self {
    case .obsidian: "an Obsidian vault"
    case .hugo: "a Hugo site"
    case .jekyll: "a Jekyll site"
    case .markdown: "a folder of Markdown files"
    }
  }

  /// Tells the kind by the files that only one program has.
  ///
  /// - Parameters:
  ///   - files: paths relative to the folder.
  ///   - hasVaultSettings: whether there is a folder `.obsidian`.
  ///   - opening: the first bytes of a file, asked of the files below `content/` until one is read.
  init(files: [String], hasVaultSettings: Bool, opening: (String) -> [UInt8]?) {
    let names = Set(files)
    let folders = Set(files.compactMap { file in file.firstIndex(of: "/").map { String(file[..<$0]) } })
    let endings = ["toml", "yaml", "yml", "json"]
    if hasVaultSettings {
      self = .obsidian
    } else if endings.contains(where: { names.contains("hugo.\($0)") }) {
      self = .hugo
    } else if names.contains("_config.yml") || names.contains("_config.yaml") || folders.contains("_posts") {
      self = .jekyll
    } else if folders.contains("content"),
      folders.contains("archetypes") || endings.contains(where: { names.contains("config.\($0)") })
    {
      self = .hugo
    } else if let first = files.first(where: { $0.hasPrefix("content/") && $0.hasSuffix(".md") }),
      opening(first)?.starts(with: "+++".utf8) == true
    {
      self = .hugo
    } else {
      self = .markdown
    }
  }
}
