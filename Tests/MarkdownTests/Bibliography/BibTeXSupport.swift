import SourceText

@testable import Markdown

/// A BibTeX file in a string.
struct BibTeX {
  let file: SourceFile
  let reader: BibTeXReader

  init(_ text: String) {
    file = SourceFile(path: "content/references/a.bib", bytes: Array(text.utf8))
    reader = BibTeXReader(file)
  }

  /// The entries in one line: `article key(name=value;…)`.
  var outline: String {
    reader.entries.map { entry in
      let fields = entry.fields.map { "\($0.name)=\(value($0))" }.joined(separator: ";")
      return "\(entry.type) \(entry.key.value)(\(fields))"
    }.joined(separator: " ")
  }

  func value(_ field: BibTeXField) -> String {
    String(decoding: BibTeXText(field, in: file).bytes, as: UTF8.self)
  }

  /// The reader's faults as `id@text`, with the bytes they point at.
  var faults: [String] { BibTeX.told(reader.faults.diagnostics, in: file) }

  static func told(_ diagnostics: [Diagnostic], in file: SourceFile) -> [String] {
    diagnostics.map { diagnostic in
      let bytes = diagnostic.location?.range.map { file.bytes[$0.bytes] } ?? []
      return "\(diagnostic.id.rawValue)@\(String(decoding: bytes, as: UTF8.self))"
    }
  }

  /// The first source of a file.
  static func source(_ text: String) -> BibliographicSource? {
    Bibliography(parsing: BibTeX(text).file).sources.first
  }

  /// What is wrong in a file, all stages.
  static func diagnostics(_ text: String) -> [String] {
    let file = BibTeX(text).file
    return told(Bibliography(parsing: file).diagnostics, in: file)
  }

  /// The runs of a field's text: words as they are, formulas as `{$x}`, `em(…)`, `strong(…)`, `/` a paragraph.
  static func runs(_ text: String, showsAddresses: Bool = false) -> String {
    let bibtex = BibTeX("@misc{k, f = {\(text)}}")
    guard let field = bibtex.reader.entries.first?["f"] else { return "nothing was read" }
    let source = BibTeXText(field, in: bibtex.file)
    let runs = TeXTextReader.read(0..<source.bytes.count, of: source, showsAddresses: showsAddresses).runs
    return runs.map { run in
      switch run.kind {
      case .text: String(decoding: run.text, as: UTF8.self)
      case .formula(let content): "{$\(String(decoding: bibtex.file.bytes[content.bytes], as: UTF8.self))}"
      case .emphasis: "em("
      case .strong: "strong("
      case .end: ")"
      case .paragraph: "/"
      }
    }.joined()
  }

  /// The names of a list of authors, ` …` behind them when there are others.
  static func names(_ text: String) -> String {
    let bibtex = BibTeX("@misc{k, f = {\(text)}}")
    guard let field = bibtex.reader.entries.first?["f"] else { return "nothing was read" }
    let names = BibTeXNames(BibTeXText(field, in: bibtex.file))
    return names.names.map(\.value).joined(separator: " | ") + (names.hasOthers ? " …" : "")
  }
}
