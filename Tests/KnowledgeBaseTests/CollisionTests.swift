import Markdown
import SourceText
import Testing

@testable import KnowledgeBase

@Suite("Pages at one address")
struct CollisionTests {
  private func notes(_ paths: [String]) -> [String] {
    let reader = EntryReader(options: ParseOptions())
    var diagnostics: [Diagnostic] = []
    let entries = paths.compactMap { path in
      reader.read(
        SourceFile(path: "content/\(path).md", bytes: Array("Text.\n".utf8)), place: path
      ).entry
    }
    _ = KnowledgeBase(entries, reserved: [], diagnostics: &diagnostics)
    return diagnostics.filter { $0.id == .slugDuplicate }.flatMap { $0.notes.map(\.message) }
  }

  @Test("Where two paths print alike, a note says in what they differ")
  func encodings() {
    let alike = notes(["questions/caf\u{E9}", "questions/cafe\u{301}"])
    #expect(alike.contains { $0.contains("NFC and NFD") })
    let different = notes(["questions/x/b", "questions/y/b"])
    #expect(!different.isEmpty && !different.contains { $0.contains("NFC") })
  }
}
