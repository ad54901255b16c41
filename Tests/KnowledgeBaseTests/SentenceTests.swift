import Markdown
import SourceText
import TeXMath
import Testing

@testable import KnowledgeBase

@Suite struct SentenceTests {
  /// The sentence around the first link or citation of a text.
  private func sentence(_ text: String) throws -> String {
    let document = Document(parsing: SourceFile(path: "a.md", bytes: Array(text.utf8)))
    let formulas = document.formulas.map {
      MathConverter().convert(document.tex(of: $0), display: $0.isDisplay)
    }
    let node = try #require(document.nodes.firstIndex { [.wikiLink, .citation, .link].contains($0.kind) })
    let block = try #require(document.nodes[..<node].lastIndex { $0.kind == .paragraph })
    return SentenceReader(document: document, formulas: formulas).sentence(around: node, in: block)
      .text.text
  }

  @Test(arguments: [
    ("第一句。第二句[@a]在此。第三句。", "第二句在此。"), ("One. Two [[x|link]] here. Three.", "Two link here."),
    ("第一句。第二句。[@a]第三句。", "第二句。"), ("One. Two. [@a] Three.", "Two."),
    ("困惑度是 $2^{H}$ [@a]。", "困惑度是 2^H。"), ("Version 1.5 is out [@a]. Next.", "Version 1.5 is out."),
    ("一行\n接着[@a]一行。", "一行接着一行。"), ("What? Yes [@a]!", "Yes!"),
  ])
  func aSentenceIsCutAroundTheMark(text: String, expected: String) throws {
    #expect(try sentence(text) == expected)
  }

  @Test(arguments: [
    ("short", 10, "short"), ("one two three four", 12, "one two…"), ("稀疏性是什么意思", 5, "稀疏性是…"),
    ("a\n b   c", 10, "a b c"),
  ])
  func textIsCutForPeople(text: String, limit: Int, expected: String) {
    #expect(SentenceReader.cut(Array(text.utf8)[...], limit: limit).text == expected)
  }
}
