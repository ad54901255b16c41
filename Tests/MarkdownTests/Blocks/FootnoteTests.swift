import SourceText
import Testing

@testable import Markdown

@Suite("Footnotes")
struct FootnoteTests {
  @Test(
    "They are numbered in the order of their first references",
    arguments: [
      SketchCase(
        "a[^x] b[^y] c[^x]\n\n[^y]: 2\n[^x]: 1", "p(a{^1.0} b{^2.0} c{^1.1})note:y(p(2))note:x(p(1))"),
      SketchCase("[^x]: 1\n\n[^x]", "note:x(p(1))p({^1.0})"),
      SketchCase("[^A] [^a]\n\n[^a]: x", "p({^1.0} {^1.1})note:a(p(x))"),
      SketchCase("[^中文]，后\n\n[^中文]: 注", "p({^1.0}，后)note:中文(p(注))"),
      SketchCase("[^É] [^é]\n\n[^é]: x", "p({^1.0} {^1.1})note:é(p(x))"),
      SketchCase(
        "[^a^b] [^a*b*] [^1.2]\n\n[^a^b]: x\n[^a*b*]: y\n[^1.2]: z",
        "p({^1.0} {^2.0} {^3.0})note:a^b(p(x))note:a*b*(p(y))note:1.2(p(z))"),
      // First those of the page, then those inside footnotes.
      SketchCase(
        "[^a] [^c]\n\n[^a]: [^b]\n\n[^b]: x\n\n[^c]: [^a]",
        "p({^1.0} {^2.0})note:a(p({^3.0}))note:b(p(x))note:c(p({^1.1}))"),
      SketchCase(
        "[^a]\n\n[^a]: see [^b]\n\n[^b]: see [^a]", "p({^1.0})note:a(p(see {^2.0}))note:b(p(see {^1.1}))"),
      SketchCase("[^a]\n\n[^a]: see [^a]", "p({^1.0})note:a(p(see {^1.1}))"),
    ])
  func numbers(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "They may be referred to wherever inlines stand",
    arguments: [
      SketchCase("# h[^1]\n\n[^1]: x", "h1(h{^1.0})note:1(p(x))"),
      SketchCase("h[^1]\n---\n\n[^1]: x", "h2(h{^1.0})note:1(p(x))"),
      SketchCase("| a[^1] |\n|---|\n| b[^1] |\n\n[^1]: x", "table(th(a{^1.0})tr(b{^1.1}))note:1(p(x))"),
      SketchCase("> a[^1]\n\n- b[^1]\n\n[^1]: x", "quote(p(a{^1.0}))ul(li(p(b{^1.1})))note:1(p(x))"),
      SketchCase("> [!note] t[^1]\n\n[^1]: x", "note!(title(t{^1.0}))note:1(p(x))"),
      SketchCase(
        "**[^1]** ~~[^1]~~ [b [^1]](u)\n\n[^1]: x",
        "p(strong({^1.0}) del({^1.1}) link:u(b {^1.2}))note:1(p(x))"),
      SketchCase("中文[^1]。中\n\n[^1]: x", "p(中文{^1.0}。中)note:1(p(x))"),
      SketchCase("[^1][^2]\n\n[^1]: x\n[^2]: y", "p({^1.0}{^2.0})note:1(p(x))note:2(p(y))"),
      SketchCase("a\n[^1]\n\n[^1]: x", "p(a/{^1.0})note:1(p(x))"),
    ])
  func references(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "What only looks like a reference is text",
    arguments: [
      SketchCase("\\[^1]\n\n[^1]: x", "p([^1])note:1(p(x))"),
      SketchCase("`[^1]`\n\n[^1]: x", "p(tt([^1]))note:1(p(x))"),
      SketchCase("$[^1]$\n\n[^1]: x", "p({$[^1]})note:1(p(x))"),
      SketchCase("```\n[^1]\n```\n\n[^1]: x", "code([^1]\n)note:1(p(x))"),
      SketchCase("<b title='[^1]'>\n\n[^1]: x", "html(<b title='[^1]'>\n)note:1(p(x))"),
      SketchCase("[^no]", "p([^no])"), SketchCase("[^no] *a*", "p([^no] em(a))"), SketchCase("[^]", "p([^])"),
      SketchCase("[^a b]\n\n[^a b]: x", "p([^a b])p([^a b]: x)"),
      SketchCase("[^]\n\n[^]: x", "p([^])p([^]: x)"),
      SketchCase("[^1] : x\n\n[^1]", "p([^1] : x)p([^1])"), SketchCase("x [^1]: y", "p(x [^1]: y)"),
      SketchCase("[^1](u)\n\n[^1]: x", "p(link:u(^1))note:1(p(x))"),
      SketchCase("[^a[^b]]\n\n[^b]: x", "p([^a{^1.0}])note:b(p(x))"),
      SketchCase("    [^1]: x\n\n[^1]", "code([^1]: x\n)p([^1])"),
    ])
  func noReferences(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "A definition is never a link reference definition",
    arguments: [
      SketchCase("[^1]\n\n[^1]: /u", "p({^1.0})note:1(p(/u))"),
      SketchCase("[a][^1]\n\n[^1]: /u", "p([a]{^1.0})note:1(p(/u))"),
      SketchCase("[^1]: /u 'title'\n\n[^1][]", "note:1(p(/u 'title'))p({^1.0}[])"),
      SketchCase("[^1]: <u>\n\n![^1]", "note:1(html(<u>\n))p(!{^1.0})"),
      SketchCase("[^1]: x\n[r]: /u\n\n[^1] [r]", "note:1(p(x/[r]: /u))p({^1.0} [r])"),
      SketchCase("[r]: /u\n[^1]: x\n\n[^1] [r]", "note:1(p(x))p({^1.0} link:/u(r))"),
      SketchCase("[^1][r]\n\n[^1]: x\n\n[r]: /u", "p({^1.0}link:/u(r))note:1(p(x))"),
    ])
  func linkReferences(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Link references go into footnotes and out of them",
    arguments: [
      SketchCase("a[^1]\n\n[^1]: see [r]\n\n[r]: /u", "p(a{^1.0})note:1(p(see link:/u(r)))"),
      SketchCase("[r]: /u\n\na[^1]\n\n[^1]: see [t][r]", "p(a{^1.0})note:1(p(see link:/u(t)))"),
      SketchCase("a[^1]\n\n[^1]: [r]\n\n    [r]: /u", "p(a{^1.0})note:1(p(link:/u(r)))"),
      SketchCase("a[^1] [r]\n\n[^1]: x\n\n    [r]: /u", "p(a{^1.0} link:/u(r))note:1(p(x))"),
      SketchCase("a[^1]\n\n> [r]: /u\n\n[^1]: [r]", "p(a{^1.0})quote()note:1(p(link:/u(r)))"),
    ])
  func sharedReferences(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "What is wrong is reported where it stands",
    arguments: [
      ("a[^x]", [DiagnosticID.footnoteUndefined], SourcePosition(line: 1, column: 2)),
      ("熵\t[^x] b", [.footnoteUndefined], SourcePosition(line: 1, column: 3)),
      ("[^x]\n\n[^x]: a\n\n> [^X]: b", [.footnoteDuplicate], SourcePosition(line: 5, column: 5)),
      ("a\n\n[^x]: b", [.footnoteUnused], SourcePosition(line: 3, column: 1)),
      ("[^x]: a [^y]\n\n[^y]: b\n\n[^y]", [.footnoteUnused], SourcePosition(line: 1, column: 1)),
    ])
  func diagnostics(_ text: String, _ ids: [DiagnosticID], _ place: SourcePosition) {
    let document = Sketch(text).document
    #expect(document.diagnostics.map(\.id) == ids)
    #expect(document.diagnostics.first?.location?.position == place)
  }

  @Test("The first of two definitions counts")
  func duplicates() {
    let document = Sketch("[^x]\n\n[^x]: a\n\n[^x]: b").document
    #expect(document.footnotes.map(\.number) == [1, nil])
    #expect(document.footnotes.map(\.referenceCount) == [1, 0])
  }

  @Test("Hundreds of them, whatever their order")
  func many() {
    let count = 600
    let references = (0..<count).map { "a[^n\($0)]" }.joined(separator: " ")
    let definitions = (0..<count).reversed().map { "[^n\($0)]: text *\($0)*" }.joined(separator: "\n\n")
    let document = Sketch(references + "\n\n" + definitions).document
    #expect(document.footnotes.map(\.number) == (1...count).reversed().map(Optional.some))
    #expect(document.footnoteReferences.map(\.footnote) == Array((0..<count).reversed()))
    #expect(document.diagnostics.isEmpty)
    #expect(faults(of: document) == [])
  }
}
