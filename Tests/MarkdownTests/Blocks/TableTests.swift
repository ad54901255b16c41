import SourceText
import Testing

@testable import Markdown

@Suite("Tables")
struct TableTests {
  @Test(
    "Tables",
    arguments: [
      SketchCase("| a | b |\n| --- | --- |\n| c | d |", "table(th(a|b)tr(c|d))"),
      SketchCase("a | b\n-|-\nc | d\n", "table(th(a|b)tr(c|d))"),
      SketchCase("a | b\n- | -\n", "p(a | b)ul(li(p(| -)))"),
      SketchCase("| a | b |\n:-: | ---:\nc | d\n", "table(th(a|b)tr(c|d))"),
      SketchCase("| a |\n|---|\n| b | c |\n|\n", "table(th(a)tr(b)tr())"),
      SketchCase("| a | b |\n|---|---|\n| c |\n", "table(th(a|b)tr(c|))"),
      SketchCase("| a | b |\n|---|\n| c |\n", "p(| a | b |/|---|/| c |)"),
      SketchCase("x\n| a |\n|---|\n| b |\ny\n\nz", "p(x)table(th(a)tr(b)tr(y))p(z)"),
      SketchCase("| a |\n|---|\n| b |\n> c", "table(th(a)tr(b))quote(p(c))"),
      SketchCase("| a |\n|---|\n| b |\n# c", "table(th(a)tr(b))h1(c)"),
      SketchCase("| a |\n|---|\n| b |\n===", "table(th(a)tr(b))p(===)"),
      SketchCase("| a |\n|---|\n    b\n", "table(th(a))code(b\n)"),
      SketchCase("> | a |\n> |---|\n> | b |\nc", "quote(table(th(a)tr(b)))p(c)"),
      SketchCase("- | a |\n  |---|\n  | *b* |\n- c", "ul(li(table(th(a)tr(em(b))))li(p(c)))"),
      SketchCase("1. x\n\n   | a |\n   |---|\n   | b |\n\n   y", "ol(li(p(x)table(th(a)tr(b))p(y)))"),
      SketchCase("| `a\\|b` | c\\|d |\n|---|---|", "table(th(tt(a|b)|c|d))"),
      SketchCase("| [x][r] | [@k] |\n|---|---|\n\n[r]: /u", "table(th(link:/u(x)|{@k}))"),
      SketchCase("| `a | b` |\n|---|---|", "table(th(`a|b`))"),
      SketchCase("```\n| a |\n|---|\n```", "code(| a |\n|---|\n)"),
      SketchCase("| 熵 $H$ |\r\n|---|\r\n| &amp; \\* |\r\n", "table(th(熵 {$H})tr(& *))"),
      SketchCase("$$\n| a |\n|---|\n$$\n| b |\n|---|", "p({$$\n| a |\n|---|\n})table(th(b))"),
    ])
  func tables(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test("Columns are aligned, and every row has a cell for each")
  func alignment() {
    let document = Sketch("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 |\n").document
    let cells = document.nodes.filter { $0.kind == .tableCell }
    #expect(cells.map(\.detail) == [0, 1, 2, 3, 0, 1, 2, 3])
    #expect(faults(of: document) == [])
  }

  @Test("Cells and rows are the bytes of the file")
  func ranges() {
    let text = "> x\n> | a | $b|c$ |\n> |---|---|\n> | d | e\\|f |\n"
    let document = Sketch(text).document
    let bytes = Array(text.utf8)
    let cells = document.nodes.filter { $0.kind == .tableCell }
    #expect(
      cells.map { String(decoding: bytes[$0.range.bytes], as: UTF8.self) } == ["a", "$b|c$", "d", "e\\|f"])
    #expect(faults(of: document) == [])
  }
}
