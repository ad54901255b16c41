package import SourceText

/// What an import makes: files to be written below `content/`, and what a person should know about them.
package struct ImportedSite: Sendable {
  /// The files, no path twice; of a page, the page itself first.
  package var files: [ImportedFile] = []
  /// Files of an imported folder that are copied as they are; no path twice, and none of those of `files`.
  package var copies: [ImportedCopy] = []
  /// What was repaired or removed, and what looks damaged; places are those of the imported text, in its order.
  package var diagnostics: [Diagnostic] = []
}

/// A file that an import makes.
package struct ImportedFile: Sendable, Hashable {
  /// The path relative to `content/`, with `/`.
  package var path: String
  /// The whole file, well-formed UTF-8.
  package var bytes: [UInt8]
  /// The path in the imported folder of the note it was made from.
  package var origin: String?
}

/// A file that an import copies without reading it.
package struct ImportedCopy: Sendable, Hashable {
  /// The path relative to `content/`, with `/`.
  package var path: String
  /// The path in the imported folder.
  package var origin: String
}
