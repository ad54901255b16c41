import SourceText

/// The files of a site, found but not yet read.
struct SourceInventory {
  /// Markdown files that become pages, relative to the site.
  var documents: [String] = []
  /// Files copied to the root as they are, relative to the site.
  var staticFiles: [String] = []
  /// All other files of the content folder, published when something links to them; relative to the site.
  var assets: [String] = []
  var diagnostics: [Diagnostic] = []

  /// Walks the content folder.
  ///
  /// - Throws: `.configuration` when there is no content folder.
  init(
    site: String, configuration: SiteConfiguration, fileSystem: any FileSystem
  ) throws(BuildFailure) {
    let folder = PathName.join(site, configuration.content)
    guard (try? fileSystem.status(folder))?.kind == .directory else {
      throw .configuration(
        "there is no folder \(configuration.content) in \(site); put questions into "
          + "\(configuration.content)/questions, or name the folder with `content:` in quaestio.yml")
    }
    let walk: FileWalk
    do {
      walk = try fileSystem.walk(folder, boundary: site) { path, _ in
        !SourceInventory.isHidden(path, below: "")
          && !configuration.ignores(configuration.content + "/" + path)
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
      }
    }
    diagnostics = walk.skipped.map { SourceInventory.diagnostic($0, content: configuration.content) }
  }

  /// Whether the last name of a path says that a file is not for publishing. Below `static/`, names such as
  /// `.well-known` are.
  private static func isHidden(_ path: String, below: String) -> Bool {
    guard let name = path.split(separator: "/").last else { return false }
    if path.hasPrefix("static/") { return name == ".DS_Store" || name.hasSuffix("~") }
    return name.hasPrefix(".") || name.hasPrefix("_") || name.hasSuffix("~") || name.hasSuffix(".bak")
      || name.hasPrefix("#")
  }

  private static func isEditorFile(_ path: String) -> Bool {
    path.hasSuffix(".canvas") || path.hasSuffix(".base")
  }

  private static func diagnostic(_ skipped: FileWalk.Skipped, content: String) -> Diagnostic {
    let location = SourceLocation(path: content + "/" + skipped.path)
    switch skipped.reason {
    case .linkOutside(let target):
      return Diagnostic(
        .fileOutsideSite, at: location, "This link leads out of the site, to \(target), and is not followed.",
        notes: [Note("Copy the file into the site.")])
    case .brokenLink:
      return Diagnostic(
        .fileUnreadable, at: location, "This link leads nowhere.", notes: [Note("Remove it.")])
    case .linkToDirectory:
      return Diagnostic(
        .fileOutsideSite, at: location, "This link leads to a folder and is not followed.",
        notes: [Note("Move the folder here.")])
    case .special:
      return Diagnostic(
        .fileNotRegular, at: location, "This is no file but a pipe, socket or device; it is left out.")
    case .nameNotUTF8:
      return Diagnostic(
        .fileUnreadable, at: location, "This file's name is not UTF-8.", notes: [Note("Rename the file.")])
    case .unreadable(let error):
      return Diagnostic(.fileUnreadable, at: location, "This folder cannot be read: \(error.reason).")
    }
  }
}
