import SourceText
import Testing

@testable import Markdown

@Suite("Task lists")
struct TaskListTests {
  @Test(
    "An item whose paragraph begins with a box is a task",
    arguments: [
      SketchCase("- [ ] a\n- [x] b\n- [X] c", "ul(todo(p(a))done(p(b))done(p(c)))"),
      SketchCase("* [ ] a\n+ [x] b", "ul(todo(p(a)))ul(done(p(b)))"),
      SketchCase("1. [ ] a\n2) [x] b", "ol(todo(p(a)))ol(done(p(b)))"),
      SketchCase("- [ ]  a", "ul(todo(p(a)))"), SketchCase("- [ ]\ta", "ul(todo(p(a)))"),
      SketchCase("-   [ ] a", "ul(todo(p(a)))"),
      SketchCase("-\n  [ ] a", "ul(todo(p(a)))"), SketchCase("- [ ] a\n- b", "ul(todo(p(a))li(p(b)))"),
      SketchCase("- [ ] a\n  b\n\n  c", "ul(todo(p(a/b)p(c)))"),
      SketchCase("- [x] [x] a", "ul(done(p([x] a)))"),
      SketchCase(
        "- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim",
        "ul(done(p(foo)ul(todo(p(bar))done(p(baz))))todo(p(bim)))"),
      SketchCase("> - [ ] a", "quote(ul(todo(p(a))))"),
      SketchCase("> [!todo]\n> - [x] a", "todo!(ul(done(p(a))))"),
      SketchCase("- - [ ] a", "ul(li(ul(todo(p(a)))))"), SketchCase("a\n- [ ] b", "p(a)ul(todo(p(b)))"),
    ])
  func tasks(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test(
    "What follows the box is a paragraph's inlines",
    arguments: [
      SketchCase("- [x] [a](u) $x$ [[b]]", "ul(done(p(link:u(a) {$x} {[b|b]})))"),
      SketchCase("- [ ] **a** *b*", "ul(todo(p(strong(a) em(b))))"),
      SketchCase("- [ ] - a", "ul(todo(p(- a)))"), SketchCase("- [ ] # a", "ul(todo(p(# a)))"),
      SketchCase("- [ ] > a", "ul(todo(p(> a)))"),
      SketchCase("- [x] ***", "ul(done(p(***)))"),
      SketchCase("- [ ] $$\n  x\n  $$", "ul(todo(p({$$\n  x\n  })))"),
      SketchCase("- [ ] %%c%%a", "ul(todo(p(a)))"),
      SketchCase("- [ ] www.a.b", "ul(todo(p(link:http://www.a.b(www.a.b))))"),
      SketchCase("- [ ] `[x]`", "ul(todo(p(tt([x]))))"),
      SketchCase("- [ ] a[^1]\n\n[^1]: b", "ul(todo(p(a{^1.0})))note:1(p(b))"),
      SketchCase("- [ ] a *b\n  c*", "ul(todo(p(a em(b/c))))"),
    ])
  func inlines(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test(
    "No box stands elsewhere",
    arguments: [
      SketchCase("- [ ]", "ul(li(p([ ])))"), SketchCase("- [ ] \n", "ul(li(p([ ])))"),
      SketchCase("- [x]a", "ul(li(p([x]a)))"),
      SketchCase("- [y] a", "ul(li(p([y] a)))"), SketchCase("- [] a", "ul(li(p([] a)))"),
      SketchCase("- [  ] a", "ul(li(p([  ] a)))"),
      SketchCase("- [xx] a", "ul(li(p([xx] a)))"), SketchCase("- a [x] b", "ul(li(p(a [x] b)))"),
      SketchCase("[x] a", "p([x] a)"),
      SketchCase("> [x] a", "quote(p([x] a))"), SketchCase("- a\n\n  [ ] b", "ul(li(p(a)p([ ] b)))"),
      SketchCase("- a\n  [ ] b", "ul(li(p(a/[ ] b)))"), SketchCase("- \\[ ] a", "ul(li(p([ ] a)))"),
      SketchCase("- **[x]** a", "ul(li(p(strong([x]) a)))"),
      SketchCase("- # [x] a", "ul(li(h1([x] a)))"), SketchCase("- [x](u) a", "ul(li(p(link:u(x) a)))"),
      SketchCase("- [x][r]\n\n[r]: /u", "ul(li(p(link:/u(x))))"), SketchCase("- [x]: /u", "ul(li())"),
      SketchCase("[^1]: [x] a\n\n[^1]", "note:1(p([x] a))p({^1.0})"),
      SketchCase("```\n- [x] a\n```", "code(- [x] a\n)"), SketchCase("$$\n- [x] a\n$$", "p({$$\n- [x] a\n})"),
    ])
  func elsewhere(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test("A link reference of the same label is not asked for")
  func references() {
    #expect(Sketch.of("- [x] a\n- b [x]\n\n[x]: /u") == "ul(done(p(a))li(p(b link:/u(x))))")
  }

  @Test("The box is none of the text's bytes")
  func ranges() {
    let text = "> - [x]  熵 *a*\n>   b\n"
    let document = Sketch(text).document
    let texts = document.nodes.filter { $0.kind == .text }.map {
      String(decoding: Array(text.utf8)[$0.range.bytes], as: UTF8.self)
    }
    #expect(texts == ["熵 ", "a", "b"])
  }
}
