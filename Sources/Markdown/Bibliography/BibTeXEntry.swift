package import SourceText

/// One entry of a BibTeX file: `@article{key, title = {…}}`.
package struct BibTeXEntry: Sendable {
  /// The type in lower case: `article`.
  package var type: String
  /// The name by which the entry is cited.
  package var key: Sourced<String>
  /// The fields in the order written, no name twice.
  package var fields: [BibTeXField]
  /// From `@` to behind the closing brace.
  package var range: SourceRange

  /// The field with a name in lower case.
  ///
  /// - Complexity: O(fields).
  package subscript(name: String) -> BibTeXField? { fields.first { $0.name == name } }
}

/// `name = {value}` within an entry.
package struct BibTeXField: Sendable {
  /// The name in lower case.
  package var name: String
  /// The bytes that write the name.
  package var nameRange: SourceRange
  /// What the field says: stretches of the file that are to be read one behind the other. A piece that is the name
  /// of an `@string` is replaced by that string's own stretches; the name of a month stays as it is.
  package var pieces: [SourceRange]
  /// The bytes that write the value, braces or quotes included.
  package var range: SourceRange
}

/// What a BibTeX file may not exceed.
package enum BibTeXLimits {
  /// Bytes of what is written once and read in many entries: an `@string`, a field that entries inherit.
  package static let sharedBytes = 1_000
  /// Stretches of the file that an `@string` may be put together from.
  package static let sharedPieces = 64
  /// Bytes of a value that is put together from `@string`s.
  package static let composedBytes = 65_536
  /// Faults that are told of one file.
  package static let faults = 100
  /// Styles within one another that are shown.
  package static let styleDepth = 16
}
