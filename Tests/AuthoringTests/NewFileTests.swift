import Markdown
import Rendering
import SourceText
import Testing

@testable import Authoring

@Suite struct NewFileTests {
  private func file(
    _ kind: NewFile.Kind, _ title: String, change: (inout NewFile.Facts) -> Void = { _ in }
  ) throws -> AuthoredFile {
    var facts = NewFile.Facts(title: title, today: try #require(CalendarDate("2026-11-22")))
    change(&facts)
    return NewFile(kind, facts, language: .zhHans).file
  }

  private func text(_ file: AuthoredFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

  @Test func aQuestionIsDatedAndHasAPlaceForItsAnswer() throws {
    let file = try file(.question, "什么是困惑度？") { $0.tags = ["信息论", "a, b"] }
    #expect(file.path == "questions/什么是困惑度.md")
    #expect(
      text(file) == "---\ntitle: 什么是困惑度？\ndate: 2026-11-22\ntags: [信息论, 'a, b']\n---\n\n## 答案\n\n")
  }

  @Test func aReferenceIsGivenNoDayButThatOnWhichItWasRead() throws {
    #expect(text(try file(.reference, "A Theory")) == "---\ntitle: A Theory\n---\n\n")
    let found = try file(.reference, "A Theory") {
      $0.url = "https://example.org/a"
      $0.slug = "Shannon 1948"
    }
    #expect(found.path == "references/shannon-1948.md")
    #expect(
      text(found) == "---\ntitle: A Theory\nurl: https://example.org/a\naccessed: 2026-11-22\n---\n\n")
  }

  /// Whatever the title, it comes back as it was given, and the file has a name that is published.
  @Test(
    arguments: [
      "a: b", "# no heading", "[list]", "@mention", "No", "null", "1.10", "- x", "'quoted'", "\"quoted\"",
      "a #b", "{map: 1}", "*a*", "&a", "%a", "!a", "|", ">", "什么：是", "$2^{4.7}$ 是多少？", "???", "..", ".hidden",
      "_draft", "index.md", "Ünï / ../../etc", "أهلا", "👩‍👩‍👧‍👦", String(repeating: "长", count: 300), "~", "a:",
      "`code`",
    ])
  func aTitleIsReadBackAsItIs(title: String) throws {
    let file = try file(.question, title)
    let source = SourceFile(path: file.path, bytes: file.bytes)
    let document = Document(parsing: source)
    #expect(document.diagnostics.isEmpty)
    #expect(document.frontMatter.title?.value == title)
    let name = try #require(file.path.split(separator: "/").last)
    #expect(file.path == "questions/\(name)" && name.hasSuffix(".md") && name.utf8.count <= 140)
    #expect(!name.hasPrefix(".") && !name.hasPrefix("_") && name.utf8.count > 3)
  }

  @Test func aFileWithTheSameAddressClashesWhereverItStands() throws {
    var facts = NewFile.Facts(title: "Entropy", today: try #require(CalendarDate("2026-11-22")))
    facts.tags = []
    let file = NewFile(.question, facts, language: .en)
    #expect(
      file.clashes(with: [
        "questions/entropy.md", "questions/deep/er/Entropy.md", "references/entropy.md", "entropy.md",
        "questions/entropy.png",
      ]) == ["questions/entropy.md", "questions/deep/er/Entropy.md"])
  }
}
