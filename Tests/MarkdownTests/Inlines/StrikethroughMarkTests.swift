import SourceText
import Testing

@testable import Markdown

@Suite("Strikethrough and marks")
struct StrikethroughMarkTests {
  /// Cases are written with `~~`; each holds for `==` as well.
  static let cases = [
    SketchCase("~~a~~", "p(del(a))"), SketchCase("a~~b~~c", "p(adel(b)c)"),
    SketchCase("~~a b~~ c ~~d~~", "p(del(a b) c del(d))"), SketchCase("~~a\nb~~", "p(del(a/b))"),
    SketchCase("~~a\n\nb~~", "p(~~a)p(b~~)"),
    // Only runs of exactly two are delimiters.
    SketchCase("~a~", "p(~a~)"), SketchCase("x ~~~a~~~", "p(x ~~~a~~~)"), SketchCase("~~a~", "p(~~a~)"),
    SketchCase("~~a~~~", "p(~~a~~~)"), SketchCase("~~a~~~~b~~", "p(del(a~~~~b))"),
    SketchCase("x ~~~~", "p(x ~~~~)"), SketchCase("x ~~", "p(x ~~)"), SketchCase("~~a~b~~", "p(del(a~b))"),
    // White space inside keeps a delimiter text.
    SketchCase("a ~~ b", "p(a ~~ b)"), SketchCase("~~ a ~~", "p(~~ a ~~)"),
    SketchCase("~~a ~~", "p(~~a ~~)"),
    SketchCase("~~ a~~", "p(~~ a~~)"), SketchCase("x~~y", "p(x~~y)"),
    SketchCase("~~a\u{A0}~~", "p(~~a\u{A0}~~)"),
    // The nearest open delimiter closes.
    SketchCase("~~a~~b~~", "p(del(a)b~~)"), SketchCase("~~a ~~b~~ c~~", "p(del(a del(b) c))"),
    SketchCase("~~a ~~b~~", "p(~~a del(b))"), SketchCase("~~a~~ ~~b~~", "p(del(a) del(b))"),
    SketchCase("a~~ b~~", "p(a~~ b~~)"),
    // Escapes.
    SketchCase("\\~~a~~", "p(~~a~~)"), SketchCase("~~a\\~~", "p(~~a~~)"), SketchCase("~\\~a~~", "p(~~a~~)"),
    SketchCase("\\\\~~a~~", "p(\\del(a))"), SketchCase("~~\\~~~", "p(del(~))"),
    // Other inlines inside and around.
    SketchCase("**~~a~~**", "p(strong(del(a)))"), SketchCase("~~**a**~~", "p(del(strong(a)))"),
    SketchCase("*a ~~b~~ c*", "p(em(a del(b) c))"), SketchCase("~~a *b* c~~", "p(del(a em(b) c))"),
    SketchCase("[~~a~~](u)", "p(link:u(del(a)))"), SketchCase("~~[a](u)~~", "p(del(link:u(a)))"),
    SketchCase("![~~a~~](u)", "p(image:u(del(a)))"),
    SketchCase("~~`a~~`~~", "p(del(tt(a~~)))"), SketchCase("~~$a~~$~~", "p(del({$a~~}))"),
    SketchCase("`~~a~~`", "p(tt(~~a~~))"), SketchCase("$~~a~~$", "p({$~~a~~})"),
    SketchCase("~~[[a|b]]~~", "p(del({[a|b]}))"), SketchCase("~~[@k]~~", "p(del({@k}))"),
    SketchCase("~~<b>a</b>~~", "p(del(tag:<b>;atag:</b>;))"),
    SketchCase("<b title=\"~~a~~\">c</b>", "p(tag:<b title=\"~~a~~\">;ctag:</b>;)"),
    SketchCase("~~&amp;~~", "p(del(&))"), SketchCase("~~a  \nb~~", "p(del(a//b))"),
    SketchCase("[a](/~~b~~)", "p(link:/~~b~~(a))"),
    SketchCase("<http://a/~~b~~>", "p(link:http://a/~~b~~(http://a/~~b~~))"),
    // A link's text and a delimiter outside it do not meet.
    SketchCase("~~[a~~](u)", "p(~~link:u(a~~))"), SketchCase("[~~a](u)~~", "p(link:u(~~a)~~)"),
    SketchCase("*a ~~b* c~~", "p(em(a ~~b) c~~)"),
    SketchCase("~~a [b~~ c](u) d~~", "p(del(a link:u(b~~ c) d))"),
    // Every block that holds inlines.
    SketchCase("# ~~a~~", "h1(del(a))"), SketchCase("~~a~~\n---", "h2(del(a))"),
    SketchCase("- ~~a~~", "ul(li(p(del(a))))"), SketchCase("- [x] ~~a~~", "ul(done(p(del(a))))"),
    SketchCase("> ~~a\n> b~~", "quote(p(del(a/b)))"),
    SketchCase("| ~~a~~ | ~~b |\n|---|---|\n| c~~ | d |", "table(th(del(a)|~~b)tr(c~~|d))"),
    SketchCase("x[^1]\n\n[^1]: ~~a~~", "p(x{^1.0})note:1(p(del(a)))"),
    SketchCase("```\n~~a~~\n```", "code(~~a~~\n)"), SketchCase("    ~~a~~", "code(~~a~~\n)"),
    SketchCase("<div>\n~~a~~\n</div>", "html(<div>\n~~a~~\n</div>\n)"),
  ]

  @Test("Strikethrough", arguments: cases)
  func strikethrough(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test("Marks follow the same rules", arguments: cases)
  func marks(_ sketch: SketchCase) {
    let text = sketch.text.replacing("~", with: "=")
    let expected = sketch.expected.replacing("~", with: "=").replacing("del(", with: "mark(")
    #expect(Sketch.of(text) == expected)
    #expect(faults(of: Sketch(text).document) == [])
  }

  @Test(
    "Both nest and do not close each other",
    arguments: [
      SketchCase("~~==a==~~", "p(del(mark(a)))"), SketchCase("==~~a~~==", "p(mark(del(a)))"),
      SketchCase("~~==a~~==", "p(del(==a)==)"), SketchCase("==a ~~b== c~~", "p(mark(a ~~b) c~~)"),
      SketchCase("~~a== b~~", "p(del(a== b))"),
    ])
  func both(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "A line of them alone is what CommonMark makes of it",
    arguments: [
      SketchCase("a\n==", "h1(a)"), SketchCase("==a==\n==", "h1(mark(a))"), SketchCase("====", "p(====)"),
      SketchCase("~~~~", "code()"), SketchCase("~~~a~~~\nb", "code(b\n)"),
      SketchCase("==a\n==b==", "p(==a/mark(b))"),
    ])
  func lines(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Comparisons and assignments in prose stay",
    arguments: ["a == b", "x==y", "if a==b or c == d", "a=b", "=== a ==="])
  func comparisons(_ text: String) {
    #expect(Sketch.of(text) == "p(\(text))")
  }

  @Test("Their nodes are the bytes with the delimiters")
  func ranges() {
    let text = "熵 ~~a\n> b~~ ==**c**== ~~d\n"
    let bytes = Array(text.utf8)
    let nodes = Sketch(text).document.nodes.filter { $0.kind == .strikethrough || $0.kind == .mark }
    #expect(nodes.map { String(decoding: bytes[$0.range.bytes], as: UTF8.self) } == ["==**c**=="])
    let quoted = "> 熵 ~~a\n> b~~ ==**c**== ~~d\n"
    let inQuote = Sketch(quoted).document.nodes.filter { $0.kind == .strikethrough || $0.kind == .mark }
    #expect(
      inQuote.map { String(decoding: Array(quoted.utf8)[$0.range.bytes], as: UTF8.self) } == [
        "~~a\n> b~~", "==**c**==",
      ])
  }
}
