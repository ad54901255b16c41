package import SourceText

/// What an import makes: files to be written below `content/`, and what a person should know about them.
package struct ImportedSite: Sendable {
  /// The files, no path twice; the imported page first.
  package var files: [ImportedFile] = []
  /// What was repaired or removed, and what looks damaged; places are those of the imported text, in its order.
  package var diagnostics: [Diagnostic] = []
}

/// A file that an import makes.
package struct ImportedFile: Sendable, Hashable {
  /// The path relative to `content/`, with `/`.
  package var path: String
  /// The whole file, well-formed UTF-8.
  package var bytes: [UInt8]
}
