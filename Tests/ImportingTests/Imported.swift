import Markdown
import SourceText

@testable import Importing

/// A text and what its import made, with questions tests ask.
struct Imported {
  let source: SourceFile
  let site: ImportedSite

  init(_ bytes: [UInt8], occupied: Set<String> = [], site existing: [String: String] = [:]) {
    source = SourceFile(path: "page.txt", bytes: bytes)
    let importer = PageImporter(occupied: occupied.union(existing.keys)) {
      var known = KnownQuestions()
      for (path, text) in existing.sorted(by: { $0.key < $1.key }) { known.add(path: path, Array(text.utf8)) }
      return known
    }
    site = importer.importPage(source)
  }

  init(_ text: String, occupied: Set<String> = [], site: [String: String] = [:]) {
    self.init(Array(text.utf8), occupied: occupied, site: site)
  }

  /// A page with a title, an answer and a list of sources in three lines or none.
  init(answer: String, sources: Int = 0) {
    let list = (0..<sources).map { "\($0 + 1). Source \($0 + 1)\nhttps://example.org/\($0 + 1)\nText.\n" }
    self.init(
      "Title\nAnswer\n\(answer)\n" + (sources > 0 ? "References\n\(list.joined(separator: "\n"))" : ""))
  }

  var paths: [String] { site.files.map(\.path) }

  func text(_ path: String) -> String? {
    site.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// What stands below the heading of the answer of the imported page.
  var answer: String {
    let text = site.files.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    return text.firstRange(of: "\n## Answer\n\n").map { String(text[$0.upperBound...]) } ?? ""
  }

  var documents: [Document] {
    site.files.map { Document(parsing: SourceFile(path: "content/\($0.path)", bytes: $0.bytes)) }
  }

  func frontMatter(_ path: String) -> FrontMatter? {
    site.files.first { $0.path == path }.map {
      FrontMatter.parse(SourceFile(path: $0.path, bytes: $0.bytes)).frontMatter
    }
  }

  func messages(_ id: DiagnosticID) -> [String] {
    site.diagnostics.filter { $0.id == id }.map(\.message)
  }

  /// Words of the text that are neither in a file nor named in a diagnostic.
  var lostWords: Set<String> {
    var kept: Set<String> = []
    for file in site.files { kept.formUnion(Words.of(file.bytes)) }
    for diagnostic in site.diagnostics {
      kept.formUnion(Words.of(diagnostic.message.utf8))
      for note in diagnostic.notes { kept.formUnion(Words.of(note.message.utf8)) }
    }
    return Words.of(source.bytes).subtracting(kept)
  }
}

/// Runs of letters and digits, of ASCII or beyond it; full-width digits are digits, raised ones are none, and control
/// characters are nothing.
enum Words {
  static func of(_ bytes: some Collection<UInt8>) -> Set<String> {
    var words: Set<String> = []
    var word = ""
    var wasASCII = true
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80, TextBytes.isControl(UInt8(scalar.value)) { continue }
      if let character = folded(scalar) {
        if !word.isEmpty, wasASCII != scalar.isASCII {
          words.insert(word)
          word = ""
        }
        wasASCII = scalar.isASCII
        word.unicodeScalars.append(character)
      } else if !word.isEmpty {
        words.insert(word)
        word = ""
      }
    }
    if !word.isEmpty { words.insert(word) }
    return words
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if 0xFF10...0xFF19 ~= scalar.value { return Unicode.Scalar(scalar.value - 0xFF10 + 0x30) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark:
      return scalar
    default: return nil
    }
  }
}
