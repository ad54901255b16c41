import SourceText
import Testing

@testable import Markdown

@Suite("Block ids")
struct BlockIDTests {
  private struct Found: Equatable, CustomStringConvertible {
    let id: String
    let kind: NodeKind
    var description: String { "\(id) of \(kind)" }
  }

  private func ids(_ document: Document) -> [Found] {
    document.blockIDs.map {
      Found(id: String(decoding: $0.id, as: UTF8.self), kind: document.nodes[$0.node].kind)
    }
  }

  @Test(
    "An id at the end of a paragraph is the paragraph's, or that of the item it begins",
    arguments: [
      (SketchCase("a ^x", "p(a)"), NodeKind.paragraph), (SketchCase("a\nb ^x", "p(a/b)"), .paragraph),
      (SketchCase("a\n^x", "p(a)"), .paragraph), (SketchCase("a ^x  ", "p(a)"), .paragraph),
      (SketchCase("a  ^x", "p(a)"), .paragraph),
      (SketchCase("- a ^x", "ul(li(p(a)))"), .item), (SketchCase("- a\n  ^x", "ul(li(p(a)))"), .item),
      (SketchCase("1. a ^x\n2. b", "ol(li(p(a))li(p(b)))"), .item),
      (SketchCase("- [ ] a ^x", "ul(todo(p(a)))"), .taskItem),
      (SketchCase("- a\n\n  b ^x", "ul(li(p(a)p(b)))"), .paragraph),
      (SketchCase("> a ^x", "quote(p(a))"), .paragraph),
      (SketchCase("> a\n> ^x", "quote(p(a))"), .paragraph),
      (SketchCase("$$\nb\n$$ ^x", "p({$$\nb\n})"), .paragraph),
      (SketchCase("$$\nb\n$$\n^x", "p({$$\nb\n})"), .paragraph),
      (SketchCase("a *b* ^x", "p(a em(b))"), .paragraph),
      (SketchCase("> [!note] t\n> a ^x", "note!(title(t)p(a))"), .paragraph),
      (SketchCase("[a]: /u ^x", "p([a]: /u)"), .paragraph),
      (SketchCase("[a]: /u ^x\n===\n\n[a]", "h1([a]: /u)p([a])"), .heading),
      (SketchCase("--- ^x", "p(---)"), .paragraph), (SketchCase("a\n=== ^x", "p(a/===)"), .paragraph),
      (SketchCase("a\n_ _ _ ^x", "p(a/_ _ _)"), .paragraph), (SketchCase("</b> ^x", "p(</b>)"), .paragraph),
      (SketchCase("> a\n> --- ^x", "quote(p(a/---))"), .paragraph),
      (SketchCase("# a # ^x", "h1(a #)"), .heading), (SketchCase("# # ^x", "h1(#)"), .heading),
      (SketchCase("熵 ^x\n\nb", "p(熵)p(b)"), .paragraph),
      (SketchCase("熵。^x", "p(熵。)"), .paragraph), (SketchCase("- “熵？”^x", "ul(li(p(“熵？”)))"), .item),
      (SketchCase("> 一。\n> 二……^x", "quote(p(一。/二……))"), .paragraph),
      (SketchCase("# 熵？^x", "h1(熵？)"), .heading), (SketchCase("「熵」^x", "p(「熵」)"), .paragraph),
    ])
  func atTheEnd(_ sketch: SketchCase, _ kind: NodeKind) {
    let document = Sketch(sketch.text).document
    #expect(Sketch(document).text == sketch.expected)
    #expect(ids(document) == [Found(id: "x", kind: kind)])
    #expect(faults(of: document) == [])
  }

  @Test(
    "An id that stands alone is that of the block before",
    arguments: [
      (SketchCase("a\n\n^x", "p(a)"), NodeKind.paragraph),
      (SketchCase("| a |\n|---|\n| b |\n\n^x", "table(th(a)tr(b))"), .table),
      (SketchCase("> a\n\n^x", "quote(p(a))"), .blockQuote),
      (SketchCase("> [!note] t\n> b\n\n^x", "note!(title(t)p(b))"), .callout),
      (SketchCase("```\na\n```\n\n^x", "code(a\n)"), .codeBlock),
      (SketchCase("```\na\n```\n^x", "code(a\n)"), .codeBlock),
      (SketchCase("# h\n\n^x", "h1(h)"), .heading), (SketchCase("# h\n^x", "h1(h)"), .heading),
      (SketchCase("- a\n- b\n\n^x", "ul(li(p(a))li(p(b)))"), .list),
      (SketchCase("1. a\n\n^x", "ol(li(p(a)))"), .list),
      (SketchCase("$$\na\n$$\n\n^x", "p({$$\na\n})"), .paragraph),
      (SketchCase("```math\na\n```\n\n^x", "{$$a}"), .math),
      (SketchCase("> > a\n>\n> ^x", "quote(quote(p(a)))"), .blockQuote),
      (SketchCase("a\n\n^x\n\nb", "p(a)p(b)"), .paragraph),
      (SketchCase("- a\n\n  - b\n\n  ^x", "ul(li(p(a)ul(li(p(b)))))"), .list),
    ])
  func alone(_ sketch: SketchCase, _ kind: NodeKind) {
    let document = Sketch(sketch.text).document
    #expect(Sketch(document).text == sketch.expected)
    #expect(ids(document) == [Found(id: "x", kind: kind)])
    #expect(document.headings.allSatisfy { $0.id.elementsEqual("h".utf8) })
    #expect(faults(of: document) == [])
  }

  @Test(
    "What stands elsewhere is text",
    arguments: [
      SketchCase("a^x", "p(a^x)"), SketchCase("a ^x b", "p(a ^x b)"), SketchCase("a ^x\nb", "p(a ^x/b)"),
      SketchCase("a ^", "p(a ^)"), SketchCase("b\n\n^a\n\u{C}\n", "p(b)p(^a)"),
      SketchCase("a ^x_y", "p(a ^x_y)"), SketchCase("a ^中文", "p(a ^中文)"), SketchCase("a \\^x", "p(a ^x)"),
      SketchCase("`a ^x`", "p(tt(a ^x))"),
      SketchCase("a $x ^y$", "p(a {$x ^y})"), SketchCase("a [b ^x](u)", "p(a link:u(b ^x))"),
      SketchCase("**a ^x**", "p(strong(a ^x))"),
      SketchCase("```\na ^x\n```", "code(a ^x\n)"), SketchCase("$$\na ^x\n$$", "p({$$\na ^x\n})"),
      SketchCase("| a ^x |\n|---|", "table(th(a ^x))"),
      SketchCase("| a |\n|---|\n^x", "table(th(a)tr(^x))"), SketchCase("    a ^x", "code(a ^x\n)"),
      SketchCase("[[a#^x]]", "p({[a#^x|a#^x]})"),
    ])
  func elsewhere(_ sketch: SketchCase) {
    let document = Sketch(sketch.text).document
    #expect(Sketch(document).text == sketch.expected)
    #expect(ids(document) == [])
  }

  @Test("The same id twice is reported at the second, and the first counts")
  func duplicates() {
    let document = Sketch("甲 ^x\n\n- 乙 ^x\n\n丙 ^X").document
    #expect(ids(document) == [Found(id: "x", kind: .paragraph), Found(id: "X", kind: .paragraph)])
    #expect(document.diagnostics.map(\.id) == [.blockIDDuplicate])
    #expect(document.diagnostics.first?.location?.position == SourcePosition(line: 3, column: 5))
  }
}
