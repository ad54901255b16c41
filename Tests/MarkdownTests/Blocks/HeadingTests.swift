import SourceText
import Testing

@testable import Markdown

@Suite("Headings")
struct HeadingTests {
  private func headings(_ text: String) -> [Heading] { Sketch(text).document.headings }
  private func ids(_ text: String) -> [String] {
    headings(text).map { String(decoding: $0.id, as: UTF8.self) }
  }

  @Test("An id is the text's slug, numbered on repetition, or written")
  func identity() {
    #expect(ids("# A b\n## A b\n### A b\n") == ["a-b", "a-b-1", "a-b-2"])
    #expect(ids("# a-1\n# a\n# a\n") == ["a-1", "a", "a-2"])
    #expect(ids("# 什么是熵？\n\nx *y* `z`\n---\n") == ["什么是熵", "x-y-z"])
    #expect(ids("# A {#own}\n## B {#o.n:2 .c}\n") == ["own", "o.n:2"])
    #expect(ids("# The $H_1$ of [[a|b]]\n") == ["the-h_1-of-b"])
  }

  @Test("The same written id twice is an error at the second heading")
  func duplicates() throws {
    let text = "# A {#x}\n\n# B {#x}\n"
    let document = Sketch(text).document
    #expect(document.diagnostics.map(\.id) == [.headingDuplicateID])
    #expect(document.diagnostics.first?.location?.position == SourcePosition(line: 3, column: 5))
    #expect(Sketch.diagnostics("# A {#x}\n\n# A\n\n# A\n").isEmpty)
  }

  @Test(
    "Attributes stand at the end",
    arguments: [
      SketchCase("## A {#i}", "h2(A)"), SketchCase("## A {#i} ##", "h2(A)"),
      SketchCase("## A ## {#i}", "h2(A)"),
      SketchCase("## {#i}", "h2()"), SketchCase("A {.c}\n---", "h2(A)"), SketchCase("## A {b", "h2(A {b)"),
      SketchCase("## A {}", "h2(A {})"), SketchCase("## A {#i} b", "h2(A {#i} b)"),
      SketchCase("## f{x}", "h2(f{x})"),
      SketchCase("## 熵{#e}", "h2(熵)"), SketchCase("> ## A {k=v}", "quote(h2(A))"),
      SketchCase("a\n{#i}\n---", "h2(a/{#i})"), SketchCase("a {#i}", "p(a {#i})"),
    ])
  func attributesAtTheEnd(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test("Attributes hold an id, classes, keys with values and flags")
  func attributes() throws {
    let attributes = try #require(
      headings("## Answer {#a .x .y author=\"A {B} C\" accepted provenance=ai}").first?.attributes)
    #expect(attributes.id == Array("a".utf8))
    #expect(attributes.classes == [Array("x".utf8), Array("y".utf8)])
    #expect(attributes["author"] == Array("A {B} C".utf8))
    #expect(attributes["accepted"] == [])
    #expect(attributes["provenance"] == Array("ai".utf8))
    #expect(attributes["model"] == nil)
  }

  @Test("The plain text has no markup")
  func plainText() {
    let texts = headings("# *a* `b` $c$ [d](u) <b>e</b> &amp; \\* [[f|g]] [@h]").map {
      String(decoding: $0.plainText, as: UTF8.self)
    }
    #expect(texts == ["a b c d e & * g "])
  }

  @Test("Nodes and headings point at each other")
  func payloads() {
    let document = Sketch("# a\n\n> ## b\n\n- c\n  ---\n").document
    #expect(document.headings.map(\.level) == [1, 2, 2])
    for (index, heading) in document.headings.enumerated() {
      #expect(document.nodes[heading.node].kind == .heading)
      #expect(Int(document.nodes[heading.node].payload) == index)
    }
  }
}
