import Markdown
import Testing

@testable import KnowledgeBase

@Suite("Documents as plain text")
struct LinearTextTests {
  private static func text(of markdown: String) throws -> String {
    let entry = try #require(KnowledgeFixture(["pages/p": markdown]).entry("pages/p"))
    var text: [UInt8] = []
    LinearText(document: entry.document, formulas: entry.formulas)
      .append(1..<entry.document.nodes.count, to: &text)
    return text.text
  }

  @Test(
    "Every block begins a line; what is not shown is not there",
    arguments: [
      ("- [ ] a\n- [x] b", "a\nb"),
      ("> [!note] T\n> a", "T\na"),
      ("a\n\n```math\nx^2\n```\n\nb", "a\nx^2\nb"),
      ("a\n\n```\nb\n```\n\nc", "a\nb\nc"),
      ("~~a~~ ==b== %%c%%", "a b "),
      ("a[^1].\n\n[^1]: note\n\n[^2]: secret", "a.\nnote"),
      ("熵\n是 **好**\n的\na\nb", "熵是 好的 a b"),
    ])
  func blocks(markdown: String, expected: String) throws {
    #expect(try Self.text(of: markdown) == expected)
  }

  @Test("The beginning of a page is its first paragraph, not a callout or a footnote")
  func beginnings() throws {
    let entry = try #require(
      KnowledgeFixture(["pages/p": "> [!note]\n> a\n\n[^1]: b\n\nc[^1]"]).entry("pages/p"))
    let reader = SentenceReader(document: entry.document, formulas: entry.formulas)
    #expect(reader.beginning(of: 1..<entry.document.nodes.count).text == "c")
  }
}
