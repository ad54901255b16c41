import SourceText
import Testing

@testable import Markdown

@Suite("Comments")
struct CommentTests {
  @Test(
    "A comment in a line or over several leaves nothing",
    arguments: [
      SketchCase("a %%b%% c", "p(a  c)"), SketchCase("a%%b%%c", "p(ac)"), SketchCase("中%%注%%文", "p(中文)"),
      SketchCase("a %%b\nc%% d", "p(a  d)"), SketchCase("a %%b%%%%c%% d", "p(a  d)"),
      SketchCase("(%%a%%)", "p(())"),
      SketchCase("%%a%%", ""), SketchCase("%%%%", ""), SketchCase("%%a%%\n\nb", "p(b)"),
      SketchCase("%%b%%\n# h", "h1(h)"),
      SketchCase("**a %%b%% c**", "p(strong(a  c))"), SketchCase("[a %%b%% c](u)", "p(link:u(a  c))"),
      SketchCase("~~a %%b~~%% c~~", "p(del(a  c))"),
      SketchCase("# h %%c%% i {#x}", "h1(h  i)"), SketchCase("- %%a%%\n- b", "ul(li()li(p(b)))"),
      SketchCase("> a %%b%%c", "quote(p(a c))"),
      SketchCase("| a%%b%% | %%c|d%% |\n|---|---|", "table(th(a|))"),
      SketchCase("a[^1]\n\n[^1]: b%%c%%", "p(a{^1.0})note:1(p(b))"),
      SketchCase("%%$a$ [^1] [[b]] `%% c", "p(c)"), SketchCase("%%*%%a*", "p(a*)"),
      SketchCase("![a%%b%%](u)", "p(image:u(a))"),
      SketchCase("a %%\nb\n%%\nc", "p(a /c)"), SketchCase("- a %%\n  b\n  %%", "ul(li(p(a )))"),
      SketchCase("> a %%b\n> %%c", "quote(p(a c))"),
    ])
  func inline(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test(
    "A block of comment goes over blank lines and whatever stands in it",
    arguments: [
      SketchCase("%%\na\n\nb\n%%\nc", "p(c)"), SketchCase("%%a\n\nb%%\nc", "p(c)"),
      SketchCase("x\n%%\na\n%%\ny", "p(x)p(y)"),
      SketchCase("%%\n```\na\n```\n%%\nb", "p(b)"),
      SketchCase("%%\n# h\n\n- a\n\n> b\n\n| a |\n|---|\n\n<div>\n\n$$\n%%\nc", "p(c)"),
      SketchCase("%%\n[^1]: a\n\n[r]: /u\n%%\n\n[r]", "p([r])"), SketchCase("   %%\na\n  %%\nb", "p(b)"),
      SketchCase("%%\n%%\na", "p(a)"),
      SketchCase("- a\n  %%\n  b\n\n  c\n  %%\n  d", "ul(li(p(a)p(d)))"),
      SketchCase("- %%\n  a\n  %%\n- b", "ul(li()li(p(b)))"),
      SketchCase("> %%\n> a\n>\n> b\n> %%\n> c", "quote(p(c))"),
      SketchCase("a\n\n%%\nb\n%%\n\nc", "p(a)p(c)"), SketchCase("%% a\n- b %%\nc", "p(c)"),
      SketchCase("[^1]: a\n\n    %%\n    b\n\n    c\n    %%\n    d\n\n[^1]", "note:1(p(a)p(d))p({^1.0})"),
    ])
  func blocks(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test(
    "Percent signs elsewhere are text",
    arguments: [
      SketchCase("100%%", "p(100%%)"), SketchCase("a %%b", "p(a %%b)"),
      SketchCase("a %%b\n\nc%%", "p(a %%b)p(c%%)"), SketchCase("100% or 50%", "p(100% or 50%)"),
      SketchCase("\\%%a%% b", "p(%%a%% b)"), SketchCase("%\\%a%%", "p(%%a%%)"),
      SketchCase("`%%a%%`", "p(tt(%%a%%))"),
      SketchCase("```\n%%a%%\n%%\n```", "code(%%a%%\n%%\n)"), SketchCase("    %%a%%", "code(%%a%%\n)"),
      SketchCase("<div>\n%%a%%\n</div>", "html(<div>\n%%a%%\n</div>\n)"),
      SketchCase("$a %%b%%$", "p({$a %%b%%})"), SketchCase("$$\na\n%%\nb\n$$", "p({$$\na\n%%\nb\n})"),
      SketchCase("[[a%%b%%]]", "p({[a%%b%%|a%%b%%]})"),
      SketchCase("[a](/%%b%%) <http://a/%%b%%>", "p(link:/%%b%%(a) link:http://a/%%b%%(http://a/%%b%%))"),
      SketchCase("https://a.b/%%c%%d", "p(link:https://a.b/%%c%%d(https://a.b/%%c%%d))"),
      SketchCase("<b title='%%a%%'>b</b>", "p(tag:<b title='%%a%%'>;btag:</b>;)"),
    ])
  func text(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test("One that is never closed is an error, and publishes nothing behind it")
  func unclosed() {
    let document = Sketch("a\n\n%%\nsecret\n\nsecret\n").document
    #expect(Sketch(document).text == "p(a)")
    #expect(document.diagnostics.map(\.id) == [.commentUnclosed])
    #expect(document.diagnostics.first?.location?.position == SourcePosition(line: 3, column: 1))
  }

  @Test("A comment left open in a container ends with it")
  func unclosedInContainer() {
    let document = Sketch("> %%\n> secret\n\na\n").document
    #expect(Sketch(document).text == "quote()p(a)")
    #expect(document.diagnostics.map(\.id) == [.commentUnclosed])
  }

  @Test(
    "No part of a comment reaches a literal, a heading's id or text, a cell, an attribute or a title",
    arguments: [
      "# a %%secret%% b", "a %%secret\nsecret%% b", "a %%secret%% b\n===",
      "| %%secret%% | b |\n|---|---|\n| c %%secret|secret%% | d |",
      "%%\nsecret\n\n    secret\n%%", "> [!note] a %%secret%%\n> %%\n> secret\n> %%",
      "- [ ] %%secret%%\n  %%secret%%", "a[^1]\n\n[^1]: %%secret%%\n    %%\n    secret\n    %%",
      "[a %%secret%%](u) ![a %%secret%%](v)", "**%%secret%%** ~~%%secret%%~~ ==%%secret%%==",
      "%%secret%% ^id", "x\n\n%%\n[^s]: secret\n[s]: secret\n# secret\n%%",
      "**注意：**%%secret。%%后", "1. a\n%%\nsecret\n%%\n2. b", "> a\n%%\nsecret\n%%",
    ])
  func unpublished(_ text: String) {
    let document = Sketch(text).document
    var published = document.literals
    for (index, node) in document.nodes.enumerated() {
      published += document.bytes(of: node.literal) + document.plainText(of: index)
    }
    for heading in document.headings { published += heading.id + heading.plainText }
    for link in document.links { published += link.destination + link.title }
    for footnote in document.footnotes { published += footnote.label }
    #expect(!String(decoding: published, as: UTF8.self).contains("secret"))
    #expect(document.footnotes.count <= 1)
    #expect(faults(of: document) == [])
  }
}
