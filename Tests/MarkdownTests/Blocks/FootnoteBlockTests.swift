import SourceText
import Testing

@testable import Markdown

@Suite("The blocks of footnotes")
struct FootnoteBlockTests {
  @Test(
    "Indented lines belong to the footnote, with every kind of block",
    arguments: [
      SketchCase("[^x]: a\n\n    b\n\n\n    c\n\nd [^x]", "note:x(p(a)p(b)p(c))p(d {^1.0})"),
      SketchCase(
        "[^x]: - i\n    - j\n\n    ```\n    code\n    ```\n\n[^x]",
        "note:x(ul(li(p(i))li(p(j)))code(code\n))p({^1.0})"),
      SketchCase(
        "[^x]:\n    > q\n\n        code\n\n    p\n\n[^x]", "note:x(quote(p(q))code(code\n)p(p))p({^1.0})"),
      SketchCase("[^x]: | t |\n    |---|\n    | $u$ |\n\n[^x]", "note:x(table(th(t)tr({$u})))p({^1.0})"),
      SketchCase(
        "[^x]: p\n\n    | a |\n    |---|\n    | b |\n\n[^x]", "note:x(p(p)table(th(a)tr(b)))p({^1.0})"),
      SketchCase("[^x]\n\n[^x]: p\n\n    a|b\n    -|-\n    c\n", "p({^1.0})note:x(p(p)table(th(a|b)tr(c|)))"),
      SketchCase("[^x]: t\n    $$\n    y\n    $$\n\n[^x]", "note:x(p(t/{$$\n    y\n    }))p({^1.0})"),
      SketchCase("[^x]: # h\n\n[^x]", "note:x(h1(h))p({^1.0})"),
      SketchCase("[^x]: > [!note] t\n    > b\n\n[^x]", "note:x(note!(title(t)p(b)))p({^1.0})"),
      SketchCase("[^x]: - [ ] t\n\n[^x]", "note:x(ul(todo(p(t))))p({^1.0})"),
      SketchCase("[^x]: <div>\n    b\n    </div>\n\n[^x]", "note:x(html(<div>\nb\n</div>\n))p({^1.0})"),
      SketchCase("[^x]:\n\n    a\n\n[^x]", "note:x(p(a))p({^1.0})"),
      SketchCase("[^x]:\n\n[^x]", "note:x()p({^1.0})"),
      SketchCase("[^x]:a\n\n[^x]", "note:x(p(a))p({^1.0})"),
      SketchCase("   [^x]: a\n\n[^x]", "note:x(p(a))p({^1.0})"),
      SketchCase("[^x]:\ta\n\n\tb\n\n\t\tc\n\n[^x]", "note:x(p(a)p(b)code(c\n))p({^1.0})"),
      SketchCase("[^x]: a\n\n   b\n\n[^x]", "note:x(p(a))p(b)p({^1.0})"),
      SketchCase("[^x]: a *b\n    c* **d。**e\n\n[^x]", "note:x(p(a em(b/c) strong(d。)e))p({^1.0})"),
    ])
  func blocks(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test(
    "A lazy line goes on with its paragraph; another block ends the footnote",
    arguments: [
      SketchCase("[^x]: a\nlazy\n\nb [^x]", "note:x(p(a/lazy))p(b {^1.0})"),
      SketchCase("[^x]: a\n  lazy\n\n[^x]", "note:x(p(a/lazy))p({^1.0})"),
      SketchCase("[^x]: a\\\n b $c$ *d*\n\n[^x]", "note:x(p(a// b {$c} em(d)))p({^1.0})"),
      SketchCase("[^x]: a \n\n    b\n\n[^x]", "note:x(p(a)p(b))p({^1.0})"),
      SketchCase("[^x]: - \ta\n\n[^x]", "note:x(ul(li(p(a))))p({^1.0})"),
      SketchCase("[^x]: ```\n    a\n      \n    b", "note:x(code(a\n  \nb\n))"),
      SketchCase("[^x]: <!--\n\n[^x]", "note:x(html(<!--\n\n))p({^1.0})"),
      SketchCase("[^x]: a\n===\n\n[^x]", "note:x(p(a/===))p({^1.0})"),
      SketchCase("[^x]: a\n---\n\n[^x]", "note:x(p(a))hrp({^1.0})"),
      SketchCase("[^x]: a\n# [^x]", "note:x(p(a))h1({^1.0})"),
      SketchCase("[^x]: a\n- [^x]", "note:x(p(a))ul(li(p({^1.0})))"),
      SketchCase("[^x]: a\n> [^x]", "note:x(p(a))quote(p({^1.0}))"),
      SketchCase("[^x]: a\n```\nb\n```\n[^x]", "note:x(p(a))code(b\n)p({^1.0})"),
      SketchCase("[^x]: a\n[^y]: b\n\n[^x][^y]", "note:x(p(a))note:y(p(b))p({^1.0}{^2.0})"),
    ])
  func lazyLines(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test(
    "Definitions stand behind paragraphs, in quotes and in lists",
    arguments: [
      SketchCase("a[^x]\n[^x]: b", "p(a{^1.0})note:x(p(b))"),
      SketchCase("a[^x]\n\n> [^x]: b\n> c\n\nd", "p(a{^1.0})quote(note:x(p(b/c)))p(d)"),
      SketchCase(
        "> a[^x]\n>\n> [^x]: b\n>     c\n>\n>     d\n> e\n", "quote(p(a{^1.0})note:x(p(b/c)p(d/e)))"),
      SketchCase("> [^x]: b\n>\n>     - c\n>       d\n\n[^x]", "quote(note:x(p(b)ul(li(p(c/d)))))p({^1.0})"),
      SketchCase("- [^x]: b\n  c\n- d[^x]", "ul(li(note:x(p(b/c)))li(p(d{^1.0})))"),
      SketchCase("- a[^x]\n\n  [^x]: b\n\n      c\n- d", "ul(li(p(a{^1.0})note:x(p(b)p(c)))li(p(d)))"),
      SketchCase(
        "> - [^x]: b\n>       c\n>\n>       d\n\n[^x]", "quote(ul(li(note:x(p(b/c)p(d)))))p({^1.0})"),
    ])
  func containers(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test("A footnote is no container of footnotes")
  func nested() {
    #expect(Sketch.of("a[^1]\n\n[^1]: [^2]: y") == "p(a{^1.0})note:1(p([^2]: y))")
  }

  @Test("Line endings do not matter", arguments: ["\r\n", "\r"])
  func lineEndings(_ ending: String) {
    let text = "a[^x]\n\n[^x]: b\n    c\n\n    - d\n\n      e\n\n> [^y]: f\n>\n>     g [^x]\n\n[^y]\n"
    let sketch = Sketch(text.replacing("\n", with: ending))
    #expect(sketch.text == Sketch.of(text))
    #expect(faults(of: sketch.document) == [])
  }

  @Test("Every text, code and formula stands where it says it does")
  func ranges() throws {
    let text = """
      甲[^x] 乙

      > [^x]: 注 *重* `c` $x^2$ [l](u)
      >     **次**
      >
      >     - 项 [^y]
      >
      >           code
      >     | 表 |
      >     |---|
      >     | $a|b$ |

      [^y]:	制表 ~~x~~
      惰 &amp;

      """
    let document = Sketch(text).document
    let bytes = document.source.bytes
    #expect(faults(of: document) == [])
    let texts = document.nodes.filter { $0.kind == .text && $0.literal.isVerbatim }
    let words = texts.map { String(decoding: bytes[$0.range.bytes], as: UTF8.self) }
    #expect(words == texts.map { String(decoding: document.bytes(of: $0.literal), as: UTF8.self) })
    for word in ["甲", " 乙", "注 ", "重", "次", "项 ", "表", "制表 ", "x", "惰 "] { #expect(words.contains(word)) }
    func slices(_ kind: NodeKind) -> [String] {
      document.nodes.filter { $0.kind == kind }.map { String(decoding: bytes[$0.range.bytes], as: UTF8.self) }
    }
    #expect(slices(.footnoteReference) == ["[^x]", "[^y]"])
    #expect(slices(.math) == ["$x^2$", "$a|b$"])
    #expect(slices(.code) == ["`c`"])
    #expect(slices(.emphasis) == ["*重*"])
    #expect(slices(.strong) == ["**次**"])
    #expect(slices(.link) == ["[l](u)"])
    #expect(slices(.strikethrough) == ["~~x~~"])
    #expect(slices(.footnoteDefinition).allSatisfy { $0.hasPrefix("[^") })
    #expect(slices(.footnoteDefinition).last?.hasSuffix("惰 &amp;") == true)
  }
}
