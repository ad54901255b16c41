import SourceText
import Templates
import Theme

/// The theme of a site: the default one, with the files of the site's `templates` folder in place of those of the
/// same name.
struct ThemeFiles {
  /// A file that is published as it is.
  struct Asset {
    /// Name below `assets/`.
    var name: String
    var bytes: [UInt8]
  }

  private(set) var templates: [TemplateSource] = []
  private(set) var assets: [Asset] = []

  init(site: String, fileSystem: any FileSystem, faults: inout [Diagnostic]) {
    var files: [String: [UInt8]] = [:]
    for file in Theme.files { files[file.name] = file.bytes }
    let folder = PathName.join(site, "templates")
    if fileSystem.exists(folder) {
      do {
        for path in try fileSystem.walk(folder, boundary: site).files
        where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
          files[path] = try fileSystem.read(PathName.join(folder, path))
        }
      } catch {
        faults.append(
          Diagnostic(
            .fileUnreadable, at: SourceLocation(path: "templates"), "The templates cannot be read: \(error).")
        )
      }
    }
    for (name, bytes) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      if name.hasPrefix("assets/") {
        assets.append(Asset(name: String(name.dropFirst("assets/".count)), bytes: bytes))
      } else if name.hasSuffix(".html") {
        templates.append(
          TemplateSource(name: name, file: SourceFile(path: "templates/" + name, bytes: bytes)))
      }
    }
  }
}
