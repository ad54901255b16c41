package import SourceText
import Theme

/// Files of the default theme, to be put into a site's `templates/` and changed there.
package struct ThemeEjection: Sendable {
  /// By their names below `templates/`.
  package let files: [AuthoredFile]

  /// The names of all files that can be ejected: templates and assets. The compiled engines are not among them, because
  /// an old one would not read the index that a newer Quaestio writes.
  package static let names = Theme.files.map(\.name).filter { !$0.hasSuffix(".wasm") }

  /// A name that no file has.
  package struct Unknown: Error, Sendable {
    package let name: String
    /// What may have been meant, as a question.
    package let question: String?
  }

  /// All files, or only some.
  ///
  /// - Parameter only: names such as `footer.html`, `footer` or `assets/style.css`; none means all.
  package init(only: [String] = []) throws(Unknown) {
    var wanted: Set<String> = []
    for name in only {
      guard let found = [name, name + ".html", "assets/" + name].first(where: ThemeEjection.names.contains)
      else {
        let short = ThemeEjection.names.map { name in
          name.hasSuffix(".html") ? String(name.dropLast(5)) : PathName.lastComponent(name)
        }
        throw Unknown(
          name: name, question: Suggestion.question(for: name, among: short + ThemeEjection.names))
      }
      wanted.insert(found)
    }
    let chosen = only.isEmpty ? Set(ThemeEjection.names) : wanted
    files = Theme.files.filter { chosen.contains($0.name) }
      .map { AuthoredFile(path: $0.name, bytes: $0.bytes) }
  }

  /// What writing the files would change in a folder.
  package enum Plan: Sendable {
    /// These are to be written; the others are there as they are.
    case write([AuthoredFile])
    /// These are there with other contents, and nothing is to be written.
    case differ([String])
  }

  /// Compares with what a folder holds.
  package func plan(for folder: String, in files: some FileSystem) throws(FileSystemError) -> Plan {
    var missing: [AuthoredFile] = []
    var different: [String] = []
    for file in self.files {
      let path = PathName.join(folder, file.path)
      guard try files.statusIfPresent(path) != nil else {
        missing.append(file)
        continue
      }
      if try files.read(path) != file.bytes { different.append(file.path) }
    }
    return different.isEmpty ? .write(missing) : .differ(different)
  }
}
