import Markdown
import SourceText
import Testing

@testable import KnowledgeBase

@Suite("Texts of wiki links with formulas and emphasis")
struct LinkLabelTests {
  private func read(_ markdown: String) throws -> (text: String, marked: Int, faults: [String]) {
    let fixture = KnowledgeFixture(["questions/q": "# Q\n\n\(markdown)\n", "questions/b": "# B\n"])
    let id = try #require(fixture.id("questions/q"))
    let entry = fixture.knowledge[id]
    var text: [UInt8] = []
    LinearText(fixture.knowledge, id).append(entry.outline.answers[0].nodes, to: &text)
    return (text.text, entry.labels.count, fixture.faults)
  }

  @Test(
    "They are read as a title is",
    arguments: [
      ("[[b|$H(P,Q)$ 的*定义*]]", "H(P, Q) 的定义"), ("[[b|the **bold** `a_b`]]", "the bold a_b"),
      ("| a |\n|---|\n| [[b\\|$P(A\\|B)$]] |", "a\nP(A|B)"),
    ])
  func markup(markdown: String, expected: String) throws {
    let label = try read(markdown)
    #expect(label.text == expected)
    #expect(label.marked == 1)
    #expect(label.faults == [])
  }

  @Test(
    "What only looks like markup is text",
    arguments: [
      ("[[b|C* and a_b_c]]", "C* and a_b_c"), ("[[b|$5 to $6]]", "$5 to $6"),
      ("[[b|<b>x</b> *y*]]", "<b>x</b> *y*"),
      ("[[b]]", "B"), ("| a |\n|---|\n| [[b\\|x \\| y]] |", "a\nx | y"),
    ])
  func text(markdown: String, expected: String) throws {
    let label = try read(markdown)
    #expect(label.text == expected)
    #expect(label.marked == 0)
  }

  @Test("A link to a heading is called by what readers see of the heading")
  func headings() throws {
    let files = [
      "questions/q": "[[b#x]] and [[#own]]\n\n## Own $y^2$ {#own}\n",
      "questions/b": "# B\n\n## *What* is $2^{H}$? {#x}\n",
    ]
    let fixture = KnowledgeFixture(files)
    let id = try #require(fixture.id("questions/q"))
    var text: [UInt8] = []
    LinearText(fixture.knowledge, id).append(fixture.knowledge[id].outline.answers[0].nodes, to: &text)
    #expect(text.text == "B › What is 2^H and Own y^2\nOwn y^2")
  }

  @Test("A fault in a formula is told at the link")
  func faults() throws {
    #expect(try read("[[b|$\\unknowncommand$]]").faults == ["tex.unknown-command"])
  }
}
