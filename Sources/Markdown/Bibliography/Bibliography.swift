package import SourceText

/// A BibTeX file as sources of a site.
///
/// It belongs to this target because an entry becomes what a Markdown file becomes: front matter and a document, whose
/// nodes stand at their bytes in the author's file. No Markdown is written on the way, so that none can come about by
/// accident.
package struct Bibliography: Sendable {
  /// The sources in the order of the file.
  package private(set) var sources: [BibliographicSource] = []
  /// What is wrong in the file.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Reads a file. Reading is total: what can be read is kept, the rest is reported.
  ///
  /// - Complexity: O(bytes).
  package init(parsing file: SourceFile) {
    let reader = BibTeXReader(file)
    var faults = reader.faults
    let inheritance = BibTeXInheritance(reader.entries)
    for entry in reader.entries where !BibTeXInheritance.isContainer(entry) {
      let fields = inheritance.fields(of: entry, faults: &faults)
      sources.append(BibliographicSource(entry, fields: fields, in: file, faults: &faults))
    }
    diagnostics = TextHygiene.diagnostics(of: file) + faults.diagnostics
  }
}

/// One entry of a BibTeX file as a source.
package struct BibliographicSource: Sendable {
  /// What is known of the source, with the excerpt as body.
  package let document: Document
  /// The title: a document of inlines.
  package let title: Document

  init(_ entry: BibTeXEntry, fields: BibTeXFields, in file: SourceFile, faults: inout BibTeXFaults) {
    var record = BibTeXRecord(fields, of: entry, in: file)
    let titleRuns = record.title()
    let frontMatter = record.frontMatter(title: titleRuns)
    let body = record.excerpt()
    faults.report(unknownCommands: record.unknownCommands)
    for (range, message) in record.faults { faults.report(.bibtexValue, range.bytes, message) }
    title = Document(inlines: titleRuns, of: file, range: entry.range)
    document = Document(paragraphs: body, of: file, range: entry.range, frontMatter: frontMatter)
  }
}

extension BibTeXFaults {
  fileprivate mutating func report(unknownCommands: [(name: String, range: SourceRange)]) {
    for (name, range) in unknownCommands {
      report(
        .bibtexUnknownCommand, range.bytes,
        "The command `\\\(name)` is not known and is left out; what stands in braces behind it is shown.",
        advice: "Write the character itself, or put a formula between dollars.")
    }
  }
}
