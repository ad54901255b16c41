import Markdown
import Testing

@testable import KnowledgeBase

@Suite struct EntryTests {
  @Test(arguments: [
    ("---\ntitle: 稀疏性\n---\n# Another\n", "稀疏性"), ("Text.\n\n# From the heading\n", "From the heading"),
    ("Text only.\n", "file-name"), ("---\ntitle: 比特数 $2^{4.7}$\n---\n", "比特数 2^(4.7)"),
    ("# *Bold* `code` and [link](x.md)\n", "Bold code and link"),
    ("---\ntitle: \"A \\\"quoted\\\" $x$\"\n---\n", "A \"quoted\" x"),
  ])
  func aTitleIsFoundAndHasAPlainForm(text: String, title: String) throws {
    let entry = try #require(KnowledgeFixture(["questions/file-name": text]).entry("questions/file-name"))
    #expect(entry.title.plain.text == title)
  }

  @Test func aTitleFromTheBodyIsNotPartOfIt() throws {
    let entry = try #require(
      KnowledgeFixture(["questions/a": "# Title\n\nDetails.\n\n## Answer\n\nYes.\n"]).entry("questions/a"))
    let text = LinearText(document: entry.document, formulas: entry.formulas)
    var details: [UInt8] = []
    text.append(entry.outline.details, to: &details)
    #expect(details.text == "Details.")
  }

  @Test(arguments: [
    ("questions/deep/er/Sparse Vector", "questions/sparse-vector/"), ("questions/稀疏 向量？", "questions/稀疏-向量/"),
    ("references/Shannon-1948", "references/shannon-1948/"), ("pages/help/index", "help/index/"),
    ("pages/index", ""),
    ("faq/common", "faq/common/"),
  ])
  func aPathFollowsFromTheFile(place: String, path: String) throws {
    let entry = try #require(KnowledgeFixture([place: "Text.\n"]).entry(place))
    #expect(entry.path.text == path)
  }

  @Test func pathsAreEncodedForLinks() {
    #expect(SitePath("questions/熵/").url.text == "questions/%E7%86%B5/")
    #expect(PercentEncoding.decode(Array("a%E7%86%B5%zz".utf8)).text == "a熵%zz")
  }

  @Test func aReferenceKeyKeepsItsCase() throws {
    let entry = try #require(
      KnowledgeFixture(["references/x": "---\nid: Shannon48\n---\n"]).entry("references/x"))
    #expect(entry.slug.text == "Shannon48")
  }

  @Test func severalAnswersKeepTheirAttributes() throws {
    let text = """
      Details.

      ## Answer {author="Ada" accepted}

      First.

      ### Inside

      ## 回答：

      Second.
      """
    let entry = try #require(KnowledgeFixture(["questions/a": text]).entry("questions/a"))
    #expect(entry.outline.answers.count == 2)
    #expect(entry.outline.answers[0].isAccepted)
    #expect(entry.outline.answers[0].attributes["author"]?.text == "Ada")
    #expect(!entry.outline.answers[1].isAccepted)
  }

  @Test func withoutAHeadingTheBodyIsTheAnswer() throws {
    let entry = try #require(KnowledgeFixture(["questions/a": "All of it.\n"]).entry("questions/a"))
    #expect(entry.outline.answers.count == 1)
    #expect(entry.outline.details.isEmpty)
  }

  @Test func numberedFormulasAreCountedInOrder() throws {
    let text = "$$a \\label{eq:a}$$\n\n$$b$$\n\n$$c$$ {#eq:c}\n\n$$d \\tag{*}$$\n"
    let entry = try #require(KnowledgeFixture(["questions/a": text]).entry("questions/a"))
    #expect(entry.equations.map(\.label.text) == ["eq:a", "eq:c", ""])
    #expect(entry.equations.map(\.number.text) == ["1", "2", "*"])
  }
}
