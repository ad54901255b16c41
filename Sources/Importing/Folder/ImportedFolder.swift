import SourceText

/// What the import of a folder makes.
package struct ImportedFolder: Sendable {
  /// The program the folder was made for.
  package var kind: FolderKind
  /// The files and what a person should know about them.
  package var site: ImportedSite

  /// Whether nothing in the folder can be imported.
  package var isEmpty: Bool { site.files.isEmpty && site.copies.isEmpty && !hasExisting }

  /// Whether something was left out because the site has it already.
  private var hasExisting: Bool { site.diagnostics.contains { $0.id == .importExists } }

  /// What was found and what goes where, for people, in whole lines.
  ///
  /// - Parameters:
  ///   - folder: the path that stands before those of the new files, such as `content/`.
  ///   - listsFiles: whether every file is named with the path it came from.
  /// - Complexity: O(length of all paths).
  package func summary(in folder: String, listsFiles: Bool = true) -> String {
    let counts = ["questions", "pages", "references"].map { name in
      (name, site.files.count { $0.path.hasPrefix(name + "/") })
    }
    let parts = counts.map { name, count in ImportedFolder.counted(count, String(name.dropLast())) }
    var text = "This is \(kind.name): \(parts.joined(separator: ", ")), "
    text += ImportedFolder.counted(site.copies.count, "other file") + ".\n"
    guard listsFiles else { return text }
    for file in site.files { text += "\(file.origin ?? "") -> \(folder)\(file.path)\n" }
    for copy in site.copies { text += "\(copy.origin) -> \(folder)\(copy.path)\n" }
    return text
  }

  private static func counted(_ count: Int, _ name: String) -> String {
    "\(count) \(name)\(count == 1 ? "" : "s")"
  }
}
