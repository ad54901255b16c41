import KnowledgeBase
import Markdown
import SourceText

@testable import Lint

/// One page and what the rules say of it.
struct LintFixture {
  let text: String
  let diagnostics: [Diagnostic]

  /// Reads a text as a page; a question with a claim of its provenance unless another place is named.
  init(_ body: String, place: String = "questions/a", claimsProvenance: Bool = true) {
    text = claimsProvenance ? "---\ntitle: 页\nprovenance: human\n---\n" + body : body
    diagnostics = LintFixture.diagnostics(of: Array(text.utf8), place: place)
  }

  static func diagnostics(of bytes: [UInt8], place: String) -> [Diagnostic] {
    let file = SourceFile(path: "content/\(place).md", bytes: bytes)
    let read = EntryReader(options: ParseOptions()).read(file, place: place)
    return read.entry.map { LintPass.diagnostics(of: $0) } ?? []
  }

  /// `rule <marked bytes>` for each finding.
  var found: [String] {
    diagnostics.map { diagnostic in
      let range = diagnostic.location?.range?.bytes ?? 0..<0
      return
        "\(diagnostic.id.rawValue.dropFirst(5)) <\(String(decoding: Array(text.utf8)[range], as: UTF8.self))>"
    }
  }

  /// The body after all safe fixes.
  var fixed: String {
    let application = FixApplication.fixing(Array(text.utf8)) {
      Self.diagnostics(of: $0, place: "questions/a")
    }
    let whole = String(decoding: application.text, as: UTF8.self)
    return String(whole.drop { $0 != "\n" }.dropFirst("\ntitle: 页\nprovenance: human\n---\n".count))
  }
}
