import SourceText

/// The files of a site, found but not yet read.
struct SourceInventory {
  /// Markdown files that become pages, relative to the site.
  var documents: [String] = []
  /// BibTeX files, each entry of which becomes a page, relative to the site. They are among the assets too.
  var bibliographies: [String] = []
  /// Files copied to the root as they are, relative to the site.
  var staticFiles: [String] = []
  /// All other files of the content folder, published when something links to them; relative to the site.
  var assets: [String] = []
  var diagnostics: [Diagnostic] = []

  /// Walks the content folder.
  init(
    site: String, configuration: SiteConfiguration, fileSystem: any FileSystem
  ) throws(BuildFailure) {
    let walk: FileWalk
    do {
      walk = try fileSystem.walk(PathName.join(site, configuration.content), boundary: site) { path, _ in
        !SourceInventory.isHidden(path) && !configuration.ignores(configuration.content + "/" + path)
      }
    } catch {
      throw .machine(error.description)
    }
    for file in walk.files {
      let path = configuration.content + "/" + file
      if file.hasPrefix("static/") {
        staticFiles.append(path)
      } else if file.hasSuffix(".md") {
        documents.append(path)
      } else if !SourceInventory.isEditorFile(file) {
        assets.append(path)
        if file.hasPrefix("references/"), file.hasSuffix(".bib") { bibliographies.append(path) }
      }
    }
    diagnostics = walk.skipped.map { Diagnostic($0, in: configuration.content) }
  }

  /// The sources of the static files, by their path below the output folder.
  func staticOutputs(of configuration: SiteConfiguration) -> [String: String] {
    let folder = configuration.content + "/static/"
    return Dictionary(uniqueKeysWithValues: staticFiles.map { (String($0.dropFirst(folder.count)), $0) })
  }

  /// Whether the last name of a path says that a file is not for publishing. Below `static/`, names such as
  /// `.well-known` are.
  private static func isHidden(_ path: String) -> Bool {
    guard let name = path.split(separator: "/").last else { return false }
    if path.hasPrefix("static/") { return name == ".DS_Store" || name.hasSuffix("~") }
    return name.hasPrefix(".") || name.hasPrefix("_") || name.hasSuffix("~") || name.hasSuffix(".bak")
      || name.hasPrefix("#")
  }

  private static func isEditorFile(_ path: String) -> Bool {
    path.hasSuffix(".canvas") || path.hasSuffix(".base")
  }
}
