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

  @Test(
    "The first sentence of a page is whole, and one of a few words takes the next with it",
    arguments: [
      ("困惑度说的是模型在每一步平均犹豫于多少个等可能的词。它越低越好。", "困惑度说的是模型在每一步平均犹豫于多少个等可能的词。"),
      ("不能。两个模型的分词器不同，数的就不是同一样东西。还有别的。", "不能。两个模型的分词器不同，数的就不是同一样东西。"),
      ("See e.g. the paper of C. Shannon on it. More.", "See e.g. the paper of C. Shannon on it."),
      ("Short.", "Short."),
      ("$$H = p$$\n\n其中 $p$ 是下一个词的概率，在零与一之间。还有。", "H = p 其中 p 是下一个词的概率，在零与一之间。"),
      ("$$H = p$$\n\n- one\n", "H = p"), ("$$H = p$$\n\n%%nothing%%\n", "H = p"),
    ])
  func firstSentences(markdown: String, expected: String) throws {
    let entry = try #require(KnowledgeFixture(["pages/p": markdown]).entry("pages/p"))
    let reader = SentenceReader(document: entry.document, formulas: entry.formulas)
    #expect(reader.firstSentence(of: 1..<entry.document.nodes.count).text == expected)
  }

  @Test("A paragraph that a formula of its own goes on with is told to go on")
  func unfinished() throws {
    for (markdown, expected) in [
      ("It is\n\n$$x$$\n\nbits.", "It is…"), ("It is:\n\n$$x$$", "It is:"), ("即\n\n$$x$$", "即…"),
      ("如下：\n\n$$x$$", "如下："), ("It is", "It is"),
    ] {
      let entry = try #require(KnowledgeFixture(["pages/p": markdown]).entry("pages/p"))
      let reader = SentenceReader(document: entry.document, formulas: entry.formulas)
      #expect(reader.beginning(of: 1..<entry.document.nodes.count).text == expected)
    }
  }
}
