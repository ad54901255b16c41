import SourceText
import Testing

@testable import Markdown

@Suite("Limits")
struct LimitTests {
  private func parse(_ text: String, _ change: (inout MarkupLimits) -> Void) -> Document {
    var options = ParseOptions()
    change(&options.limits)
    return Document(parsing: SourceFile(path: "q.md", bytes: Array(text.utf8)), options: options)
  }

  private func expect(
    _ document: Document, _ sketch: String, at place: SourcePosition,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(Sketch(document).text == sketch, sourceLocation: sourceLocation)
    #expect(document.diagnostics.map(\.id) == [.markupLimit], sourceLocation: sourceLocation)
    #expect(document.diagnostics.first?.location?.position == place, sourceLocation: sourceLocation)
    #expect(faults(of: document) == [], sourceLocation: sourceLocation)
  }

  @Test("Nesting: what is deeper is text, also in footnotes and callouts; what is not, is parsed")
  func depth() {
    let limit: (inout MarkupLimits) -> Void = { $0.blockDepth = 2 }
    expect(
      parse("> > > *a*\n\n*b*", limit), "quote(quote(p(> *a*)))p(em(b))",
      at: SourcePosition(line: 1, column: 5))
    expect(
      parse("- - - *a*\n- b", limit), "ul(li(ul(li(p(- *a*))))li(p(b)))",
      at: SourcePosition(line: 1, column: 5))
  }

  @Test("Depth counts lists, quotes and footnotes alike")
  func mixedDepth() {
    for (text, column) in [("- > 1. a", 5), ("> - > a", 5), ("> [^x]: > a", 9)] {
      let document = parse(text, { $0.blockDepth = 2 })
      #expect(
        document.diagnostics.first { $0.id == .markupLimit }?.location?.position
          == SourcePosition(line: 1, column: column))
      #expect(faults(of: document) == [])
    }
  }

  @Test("At the limit nothing is said", arguments: [1, 2, 5, 20])
  func atTheDepth(_ depth: Int) {
    let text = String(repeating: "> ", count: depth) + "*a*"
    let expected =
      String(repeating: "quote(", count: depth) + "p(em(a))" + String(repeating: ")", count: depth)
    let document = parse(text, { $0.blockDepth = depth })
    #expect(Sketch(document).text == expected)
    #expect(document.diagnostics.isEmpty)
  }

  @Test("A formula over the limit is text, and what stands around it is parsed")
  func formulas() {
    let limit: (inout MarkupLimits) -> Void = { $0.formulaBytes = 4 }
    expect(
      parse("*a* $x_1+y_2$ $z$ *b*", limit), "p(em(a) $x_1+y_2$ {$z} em(b))",
      at: SourcePosition(line: 1, column: 5))
    expect(
      parse("熵 \\(x_1+y_2\\) $z$", limit), "p(熵 \\(x_1+y_2\\) {$z})", at: SourcePosition(line: 1, column: 3))
    #expect(Sketch(parse("$abcd$", limit)).text == "p({$abcd})")
    #expect(parse("$abcd$", limit).diagnostics.isEmpty)
  }

  @Test("Brackets are counted in each paragraph, heading, cell and footnote")
  func brackets() {
    let limit: (inout MarkupLimits) -> Void = { $0.paragraphBrackets = 2 }
    expect(
      parse("[[[ *a*\n\n[a](u) *b*", limit), "p([[[ *a*)p(link:u(a) em(b))",
      at: SourcePosition(line: 1, column: 1))
    expect(parse("# [[[ *a*\n\n*b*", limit), "h1([[[ *a*)p(em(b))", at: SourcePosition(line: 1, column: 3))
    expect(
      parse("> x\n> [[[ $a$\n\n$b$", limit), "quote(p(x/[[[ $a$))p({$b})",
      at: SourcePosition(line: 1, column: 3))
    expect(
      parse("- x\n  [[[ *a*\n\n  *b*", limit), "ul(li(p(x/[[[ *a*)p(em(b))))",
      at: SourcePosition(line: 1, column: 3))
    expect(
      parse("[^1]: x\n    [[[ *a*\n\n[^1]", limit), "note:1(p(x/[[[ *a*))p({^1.0})",
      at: SourcePosition(line: 1, column: 7))
    expect(
      parse("- [[[ *a*\n- *b*", limit), "ul(li(p([[[ *a*))li(p(em(b))))",
      at: SourcePosition(line: 1, column: 3))
    #expect(Sketch(parse("[a] [b]\n\n[c] [d]\n\n[a]: u\n", limit)).text == "p(link:u(a) [b])p([c] [d])")
  }

  @Test("A paragraph over the limit of bytes is text line by line")
  func bytes() {
    let limit: (inout MarkupLimits) -> Void = {
      $0.paragraphBytes = 20; $0.paragraphBrackets = 5
    }
    expect(
      parse("*aaaaaaaaaa*\n**bbbbbbbbbb** \\* &amp;\n\n*c*\n", limit),
      "p(*aaaaaaaaaa*/**bbbbbbbbbb** \\* &amp;)p(em(c))", at: SourcePosition(line: 1, column: 1))
    expect(
      parse("> *aaaaaaaaaa*\n> **bbbbbbbbbb**\n\n*c*\n", limit),
      "quote(p(*aaaaaaaaaa*/**bbbbbbbbbb**))p(em(c))",
      at: SourcePosition(line: 1, column: 3))
    #expect(parse("*aaaaaaaaaaaaaaaaaa*\n", limit).diagnostics.isEmpty)
  }

  @Test("A table over the limit of columns is text; a narrower one behind it is a table")
  func columns() {
    let limit: (inout MarkupLimits) -> Void = { $0.tableColumns = 2 }
    expect(
      parse("|a|b|c|\n|-|-|-|\n|*d*|e|f|\n\n|a|b|\n|-|-|\n", limit),
      "p(|a|b|c|/|-|-|-|/|em(d)|e|f|)table(th(a|b))",
      at: SourcePosition(line: 1, column: 1))
  }

  @Test("The defaults are those of the format")
  func defaults() {
    let limits = MarkupLimits()
    #expect(limits.blockDepth == 100)
    #expect(limits.paragraphBrackets == 2_000)
    #expect(limits.paragraphBytes == 65_536)
    #expect(limits.formulaBytes == 16_384)
    #expect(limits.tableColumns == 500)
  }

  @Test("A file far over every limit still has all of its text")
  func everything() {
    let text =
      String(repeating: "> ", count: 200) + "deep\n\n" + String(repeating: "[", count: 2_500) + " wide\n\n"
      + String(repeating: "x", count: 70_000) + " long\n\n$" + String(repeating: "y", count: 17_000)
      + "$ formula\n\n*end*\n"
    let document = parse(text, { _ in })
    #expect(document.diagnostics.map(\.id) == [.markupLimit, .markupLimit, .markupLimit, .markupLimit])
    #expect(Sketch(document).text.hasSuffix("p(em(end))"))
    #expect(faults(of: document) == [])
  }
}
