import SourceText
import Testing

@testable import Markdown

@Suite("Callouts")
struct CalloutTests {
  @Test(
    "Every type and synonym of Obsidian means what it means there",
    arguments: [
      (Callout.Kind.note, ["note"]), (.abstract, ["abstract", "summary", "tldr"]), (.info, ["info"]),
      (.todo, ["todo"]),
      (.tip, ["tip", "hint", "important"]), (.success, ["success", "check", "done"]),
      (.question, ["question", "help", "faq"]), (.warning, ["warning", "caution", "attention"]),
      (.failure, ["failure", "fail", "missing"]), (.danger, ["danger", "error"]), (.bug, ["bug"]),
      (.example, ["example"]),
      (.quote, ["quote", "cite"]),
    ])
  func types(_ kind: Callout.Kind, _ names: [String]) {
    for name in names {
      for spelling in [name, name.uppercased(), name.prefix(1).uppercased() + name.dropFirst()] {
        let document = Sketch("> [!\(spelling)] t\n> b\n").document
        #expect(document.callouts.map(\.kind) == [kind])
        #expect(document.callouts.first?.type.elementsEqual(name.utf8) == true)
        #expect(document.diagnostics.isEmpty)
      }
    }
  }

  @Test(
    "Another type is a note, with a hint where one is near", arguments: ["foo-bar", "笔记", "my_type", "nte"])
  func unknown(_ name: String) {
    let document = Sketch("> [!\(name)] t\n").document
    #expect(document.callouts.map(\.kind) == [.note])
    #expect(document.diagnostics.map(\.id) == [.calloutUnknownType])
    #expect(document.diagnostics.first?.location?.position == SourcePosition(line: 1, column: 5))
    #expect(Sketch(document).text == "\(name)!(title(t))")
  }

  @Test(
    "Titles, folds and bodies",
    arguments: [
      SketchCase("> [!note]", "note!()"), SketchCase("> [!note]  ", "note!()"),
      SketchCase(">[!note] a", "note!(title(a))"),
      SketchCase("> [!tip]- T\n> b", "tip!-(title(T)p(b))"), SketchCase("> [!tip]+\n> b", "tip!+(p(b))"),
      SketchCase("> [!tip]-", "tip!-()"), SketchCase("   > [!note] t", "note!(title(t))"),
      SketchCase("> [!NOTE] T $x$ *e* `c` [[a|b]]", "note!(title(T {$x} em(e) tt(c) {[a|b]}))"),
      SketchCase(
        "> [!note] ~~a~~ ==b== https://a.b", "note!(title(del(a) mark(b) link:https://a.b(https://a.b)))"),
      SketchCase("> [!note] **甲。**乙", "note!(title(strong(甲。)乙))"),
      SketchCase("> [!note] # t", "note!(title(# t))"),
      SketchCase("> [!note] Learn C #", "note!(title(Learn C #))"),
      SketchCase("> [!note] t {#i}", "note!(title(t {#i}))"),
      SketchCase("> [!note] - t", "note!(title(- t))"),
      SketchCase("> [!note] %%c%%", "note!()"), SketchCase("> [!note] t %%c%%u", "note!(title(t u))"),
      SketchCase("> [!note] $a\n> b$", "note!(title($a)p(b$))"),
      SketchCase("> [!note] *a\n> b*", "note!(title(*a)p(b*))"),
      SketchCase("> [!note] T\n>\n> b\n>\n> c", "note!(title(T)p(b)p(c))"),
      SketchCase("> [!note] T\n> b\nlazy", "note!(title(T)p(b/lazy))"),
      SketchCase("> [!note] T\n\n> b", "note!(title(T))quote(p(b))"),
      SketchCase("> [!note] T\n\nb", "note!(title(T))p(b)"),
      SketchCase("> [!note]\r\n> b\r\n", "note!(p(b))"),
    ])
  func titles(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test(
    "A callout holds every block and may stand in others",
    arguments: [
      SketchCase("> [!note]\n> - a\n> - b", "note!(ul(li(p(a))li(p(b))))"),
      SketchCase("> [!note]\n> ```\n> c\n> ```", "note!(code(c\n))"),
      SketchCase("> [!note]\n>     c", "note!(code(c\n))"), SketchCase("> [!note]\n> # h", "note!(h1(h))"),
      SketchCase("> [!note]\n> | a |\n> |---|", "note!(table(th(a)))"),
      SketchCase("> [!note]\n> $$\n> x\n> $$", "note!(p({$$\nx\n}))"),
      SketchCase("> [!note]\n> ===", "note!(p(===))"), SketchCase("> [!note] t\n> ---", "note!(title(t)hr)"),
      SketchCase("> [!note]\n> <div>", "note!(html(<div>\n))"),
      SketchCase("> [!note]\n> [^1]: x", "note!(note:1(p(x)))"),
      SketchCase("> [!note] T\n> > [!tip]- U\n> > c\n> d", "note!(title(T)tip!-(title(U)p(c/d)))"),
      SketchCase("> [!note] T\n> > [!tip] U\n> > > [!bug]\n", "note!(title(T)tip!(title(U)bug!()))"),
      SketchCase("- > [!note] t\n  > b\n- c", "ul(li(note!(title(t)p(b)))li(p(c)))"),
      SketchCase("> a\n>\n> > [!note] t", "quote(p(a)note!(title(t)))"),
    ])
  func blocks(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test(
    "Only the first line of a quote makes one",
    arguments: [
      SketchCase("> a\n> [!note]", "quote(p(a/[!note]))"),
      SketchCase("> [!note] T\n> [!tip] U", "note!(title(T)p([!tip] U))"),
      SketchCase(">\n> a\n>\n> [!note]", "quote(p(a)p([!note]))"), SketchCase("[!note] a", "p([!note] a)"),
      SketchCase("> - [!note] t", "quote(ul(li(p([!note] t))))"),
      SketchCase("> [!x](u)", "quote(p(link:u(!x)))"),
      SketchCase("> [!note][r]\n\n[r]: /u", "quote(p(link:/u(!note)))"),
      SketchCase("> [!note]: /u", "quote()"),
      SketchCase("> [!note]T", "quote(p([!note]T))"), SketchCase("> [!] a", "quote(p([!] a))"),
      SketchCase("> [! note] a", "quote(p([! note] a))"), SketchCase("> [!note ] a", "quote(p([!note ] a))"),
      SketchCase("> \\[!note] a", "quote(p([!note] a))"), SketchCase("> [note] a", "quote(p([note] a))"),
      SketchCase(">     [!note]", "quote(code([!note]\n))"),
      SketchCase("    > [!note] t", "code(> [!note] t\n)"),
    ])
  func none(_ sketch: SketchCase) {
    let document = Sketch(sketch.text).document
    #expect(Sketch(document).text == sketch.expected)
    #expect(document.callouts.count == (sketch.text.contains("T\n") ? 1 : 0))
    #expect(document.diagnostics.isEmpty)
  }

  @Test("A title's and a body's bytes are the author's")
  func ranges() {
    let text = "> [!note]- 题 $x$\n> 体\n"
    let document = Sketch(text).document
    func slices(_ kind: NodeKind) -> [String] {
      document.nodes.filter { $0.kind == kind }.map {
        String(decoding: Array(text.utf8)[$0.range.bytes], as: UTF8.self)
      }
    }
    #expect(slices(.calloutTitle) == ["题 $x$"])
    #expect(slices(.math) == ["$x$"])
    #expect(slices(.text) == ["题 ", "体"])
    #expect(slices(.callout).first?.hasPrefix("> [!note]- 题") == true)
  }
}
