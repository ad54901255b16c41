import SourceText
import Testing

@testable import KnowledgeBase

@Suite("Sources that a sentence needs by name")
struct CitationWordsTests {
  /// The text of a page's answer, whose sources are called Alpha, Beta and 论文.
  private func text(_ markdown: String) throws -> String {
    let fixture = KnowledgeFixture([
      "questions/q": "# Q\n\n## Answer\n\n\(markdown)\n\n## References\n\n1. Own words.\n",
      "references/a": "# Alpha?\n", "references/b": "# Beta\n", "references/c": "# 论文\n",
    ])
    let id = try #require(fixture.id("questions/q"))
    let answer = try #require(fixture.knowledge[id].outline.answers.first)
    var text: [UInt8] = []
    LinearText(fixture.knowledge, id, namesSources: true).append(answer.nodes, to: &text)
    return text.text
  }

  @Test(
    "What points to a source or has it as its object names it",
    arguments: [
      ("见 [@a]。", "见 Alpha。"), ("见[@a]。", "见 Alpha。"), ("详见[@c]第三章。", "详见论文第三章。"),
      ("根据 [@a, p. 3]，熵更大。", "根据 Alpha, p. 3，熵更大。"), ("（參見[@a]）", "（參見 Alpha）"),
      ("参见 [@a]、[@b] 和 [@c]。", "参见 Alpha、Beta 和 论文。"), ("**另见** [@a; @b]。", "另见 Alpha; Beta。"),
      ("一。[@c]指出，二。", "一。论文指出，二。"), ("如[@c]所示，一。", "如论文所示，一。"), ("见 [1]。", "见 [1]。"),
      ("See [@a].", "See Alpha."),
      ("As shown in [@a] and [@b], it is.", "As shown in Alpha and Beta, it is."),
      ("It is (cf. [@a]; see e.g., [@b]).", "It is (cf. Alpha; see e.g., Beta)."),
      ("[@b] shows it.", "Beta shows it."), ("One. [@b] shows it.", "One. Beta shows it."), ("[@b]", "Beta"),
      ("- [@b]\n- [@c]。", "Beta\n论文。"), ("One.\nSee\n[@b].", "One. See Beta."),
    ])
  func named(markdown: String, expected: String) throws {
    #expect(try text(markdown) == expected)
  }

  @Test(
    "A sentence that is whole without the mark stays as it is",
    arguments: [
      ("熵更大 [@a]。", "熵更大。"), ("这很常见[@a]。", "这很常见。"), ("有很多理由[@a]。", "有很多理由。"),
      ("一。[@a]二。", "一。二。"), ("“一……”[@a]。", "“一……”。"), ("It holds [@a].", "It holds."),
      ("It holds. [@a] Next is two.", "It holds. Next is two."), ("Yes [@a], [@b] and no.", "Yes, and no."),
      ("$x$ [@a].", "x."), ("`see` [@a].", "see."), ("这是 $x$[@c]。", "这是 x。"),
      ("It holds [see @a].", "It holds."), ("Foresee [@a].", "Foresee."),
    ])
  func unnamed(markdown: String, expected: String) throws {
    #expect(try text(markdown) == expected)
  }

  @Test("The sentence of a backlink names the source it points to, as one sentence")
  func sentence() throws {
    let fixture = KnowledgeFixture([
      "questions/q": "# Q\n\nOne. See [@a] for more. Two.\n", "references/a": "# First. Second! Third\n",
    ])
    let (id, source) = (try #require(fixture.id("questions/q")), try #require(fixture.id("references/a")))
    let incoming = try #require(fixture.knowledge.graph.incoming(of: source).first)
    let mention = fixture.knowledge.mention(incoming)
    let sentence = SentenceReader(fixture.knowledge, id).sentence(around: mention.node, in: mention.block)
    #expect(sentence.text.text == "See First. Second! Third for more.")
  }
}
