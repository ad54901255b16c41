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
    let defaults = Set(files.keys)
    if fileSystem.exists(PathName.join(site, "templates")) {
      ThemeFiles.read(site, fileSystem, into: &files, &faults)
    }
    for (name, bytes) in files.sorted(by: { PathName.precedes($0.key, $1.key) }) {
      if name.hasPrefix("assets/") {
        assets.append(Asset(name: String(name.dropFirst("assets/".count)), bytes: bytes))
      } else if name.hasSuffix(".html") {
        templates.append(
          TemplateSource(
            name: name, file: SourceFile(path: "templates/" + name, bytes: bytes),
            isAdditional: !defaults.contains(name)))
      }
    }
  }

  /// Reads the site's own files; one that cannot be read leaves the default one in its place.
  private static func read(
    _ site: String, _ fileSystem: any FileSystem, into files: inout [String: [UInt8]],
    _ faults: inout [Diagnostic]
  ) {
    let folder = PathName.join(site, "templates")
    let walk: FileWalk
    do {
      walk = try fileSystem.walk(folder, boundary: site) { path, _ in
        !PathName.lastComponent(path).hasPrefix(".")
      }
    } catch {
      faults.append(
        Diagnostic(
          .fileUnreadable, at: SourceLocation(path: "templates"),
          "The templates cannot be read: \(error.reason)."))
      return
    }
    faults += walk.skipped.map { Diagnostic($0, in: "templates") }
    for path in walk.files {
      do {
        let bytes = try fileSystem.read(PathName.join(folder, path))
        if path.hasSuffix(".html"), let fault = Diagnostic(illFormed: bytes, at: "templates/" + path) {
          faults.append(fault)
        } else {
          files[path] = bytes
        }
      } catch {
        faults.append(Diagnostic(error, at: "templates/" + path))
      }
    }
  }
}
