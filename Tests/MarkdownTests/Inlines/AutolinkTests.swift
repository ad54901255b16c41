import SourceText
import Testing

@testable import Markdown

@Suite("Extended autolinks")
struct AutolinkTests {
  /// The sketch of a paragraph in which `‹›` stand around what must be a link to itself.
  private static func links(_ text: String, prefix: String = "") -> SketchCase {
    var plain = ""
    var sketch = ""
    for (number, part) in text.split(separator: "‹", omittingEmptySubsequences: false).enumerated() {
      guard number > 0, let end = part.firstIndex(of: "›") else {
        plain += part
        sketch += part
        continue
      }
      let address = part[..<end]
      let rest = part[part.index(after: end)...]
      plain += address + rest
      sketch += "link:\(prefix)\(address)(\(address))\(rest)"
    }
    return SketchCase(plain, "p(\(sketch))")
  }

  @Test(
    "An address ends before the punctuation of the sentence around it",
    arguments: [
      links("‹https://a.b/c›."), links("‹https://a.b/c›..."), links("‹https://a.b/c›?!"),
      links("‹https://a.b/c›, ‹https://c.d›: x"), links("‹https://a.b›."), links("‹https://a.b/c›'"),
      links("(‹https://a.b/c›)"), links("(‹https://a.b/c(d)›)"), links("‹https://a.b/c(d)e›)"),
      links("‹https://a.b/?q=(x))+y›"), links("(‹https://a.b/?q=(x)›"), links("\"‹https://a.b/c›\""),
      links("‹https://a.b/c›\" d"), links("‹https://a.b/c›<d"), links("‹https://a.b/c;›"),
      links("‹https://a.b/?q=x&y=z›"), links("‹https://a.b/?q=x&copy›"), links("‹https://a.b:80›."),
      links("‹https://a.b/c.d›."), links("[‹https://a.b›]"), links("x ‹https://a.b/c!d›!"),
      links("‹https://a.b?x=1›"), links("‹https://a.b#c›"), links("‹https://a.b/c#d_e~f›"),
      links("‹https://a.b/c›*"), links("‹https://a.b/c›~"),
    ])
  func endings(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "A character reference at its end is none of it, one inside is resolved",
    arguments: [
      SketchCase("https://a.b/?q=x&copy;", "p(link:https://a.b/?q=x(https://a.b/?q=x)©)"),
      SketchCase("https://a.b/?q=x&hl;", "p(link:https://a.b/?q=x(https://a.b/?q=x)&hl;)"),
      SketchCase("&lt;https://a.b&gt;", "p(<link:https://a.b(https://a.b)>)"),
      SketchCase("https://a.b/?q=x&amp;y", "p(link:https://a.b/?q=x&y(https://a.b/?q=x&y))"),
    ])
  func references(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Schemes and domains",
    arguments: [
      links("‹http://a.b› ‹https://a.b› ftp://a.b"), links("‹HTTP://A.B/C›"),
      links("‹http://localhost:8080/a›"),
      links("‹http://127.0.0.1:80/›"), links("‹http://u@h.c/p›"), links("‹http://u:p@h.c/p›"),
      links("‹http://a_b.c.d›"), links("‹http://a-b.c›"), links("‹https://bücher.de/é›"), links("‹http://a›"),
      links("xhttp://a.b"), links("ftps://a.b"), links("javascript://a.b"), links("https://"),
      links("https:///a"),
      links("http://."), links("http://a_b.c"), links("http://a.b_c"), links("http://[::1]/"),
      links("https:/a.b"),
      links("http//a.b"), links("a://b"),
    ])
  func domains(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Addresses that begin with www",
    arguments: [
      links("‹www.a.b›", prefix: "http://"), links("‹WWW.A.B›", prefix: "http://"),
      links("x ‹www.a.b/c?d›.", prefix: "http://"), links("(‹www.a.b›)", prefix: "http://"),
      links("见‹www.a.com›。", prefix: "http://"),
      links("（‹www.a.com›），“‹www.b.com›”", prefix: "http://"),
      links("www"), links("www."), links("www..a"), links("xwww.a.b"), links("-www.a.b"), links("a.www.b.c"),
      links("www.a_b.c"), links("www .a.b"),
    ])
  func www(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "E-mail addresses",
    arguments: [
      links("‹x@y.z›", prefix: "mailto:"), links("‹x@y.z›.", prefix: "mailto:"),
      links("‹a.b-c_d+e@f-g.h›", prefix: "mailto:"), links("(‹x@y.z›)", prefix: "mailto:"),
      links("邮箱‹x@y.cn›，谢谢", prefix: "mailto:"), links("请发到‹x@y.cn›谢谢", prefix: "mailto:"),
      links("‹x@y.z›/a", prefix: "mailto:"), links("‹mailto:x@y.z›"), links("x@y"), links("x@y.z-"),
      links("x@y.z_"),
      links("@y.z"), links("x@"), links("x@.y"), links("x@y..z"), links("x y@ z.w"),
    ])
  func email(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "They stand directly beside Chinese text and full-width punctuation",
    arguments: [
      links("参见‹https://a.b/c›，谢谢"), links("（‹https://a.b/c›）。"), links("‹https://a.b/c›)。"),
      links("请看“‹https://a.b/c›”。"), links("见‹https://a.b›这里"), links("见‹https://a.b/c›这里"),
      links("‹https://a.b/c›——d"), links("‹https://a.b/c›…"), links("‹https://a.b/c›：d"),
      links("‹https://a.b:8080›：d"),
      links("‹https://a.b/c›　d"), links("「‹https://a.b/c›」"), links("《‹https://a.b/c›》"),
      links("‹https://a.b/c›、‹https://c.d›"),
      links("‹https://a.b/c›です"), links("‹https://a.b/c›입니다"), links("‹https://a.b/c›𠀀"),
      links("见：‹https://a.b/c(d)›）"),
    ])
  func chinese(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Emphasis, marks and cells around an address",
    arguments: [
      SketchCase("*https://a.b/c*", "p(em(link:https://a.b/c(https://a.b/c)))"),
      SketchCase("**https://a.b/c_d_e**", "p(strong(link:https://a.b/c_d_e(https://a.b/c_d_e)))"),
      SketchCase("_https://a.b/c_", "p(em(link:https://a.b/c(https://a.b/c)))"),
      SketchCase("_http://a.b_", "p(em(link:http://a.b(http://a.b)))"),
      SketchCase("~~https://a.b/c~~", "p(del(link:https://a.b/c(https://a.b/c)))"),
      SketchCase("==https://a.b/c==", "p(mark(link:https://a.b/c(https://a.b/c)))"),
      SketchCase("*见https://a.b。*后", "p(em(见link:https://a.b(https://a.b)。)后)"),
      SketchCase("# 见https://a.b", "h1(见link:https://a.b(https://a.b))"),
      SketchCase("> https://a.b\n> c", "quote(p(link:https://a.b(https://a.b)/c))"),
      SketchCase("- [ ] https://a.b", "ul(todo(p(link:https://a.b(https://a.b))))"),
      SketchCase("a[^1]\n\n[^1]: https://a.b", "p(a{^1.0})note:1(p(link:https://a.b(https://a.b)))"),
      SketchCase(
        "| https://a.b | x@y.z |\n|---|---|",
        "table(th(link:https://a.b(https://a.b)|link:mailto:x@y.z(x@y.z)))"),
      SketchCase("| a |\n|---|\n| https://a.b/\\|c |", "table(th(a)tr(link:https://a.b/|c(https://a.b/|c)))"),
      SketchCase("<b>https://a.b</b>", "p(tag:<b>;link:https://a.b(https://a.b)tag:</b>;)"),
      SketchCase("https://a.b/c  \nd", "p(link:https://a.b/c(https://a.b/c)//d)"),
    ])
  func around(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Nothing in an address is markup",
    arguments: [
      links("‹https://a.b/*c*d›"), links("‹https://a.b/\\*c›"), links("‹https://a.b/$x$›"),
      links("‹https://a.b/[[c]]›"),
      links("‹https://a.b/==c==d›"), links("‹https://a.b/%%c%%›"), links("‹https://a.b/~~c~~d›"),
      links("‹https://a.b/{#x}›"),
      links("‹https://a.b/_c_d›"), links("‹https://a.b/[@k]›"), links("‹https://a.b/c^d›"),
      links("‹https://a.b/a:b@c.d›"),
    ])
  func markup(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "No address is found where it would be none, and no link stands in a link",
    arguments: [
      SketchCase("[https://a.b](u)", "p(link:u(https://a.b))"),
      SketchCase("[x www.a.b *https://a.b* y@z.w](u)", "p(link:u(x www.a.b em(https://a.b) y@z.w))"),
      SketchCase("[https://a.b][r]\n\n[r]: /u", "p(link:/u(https://a.b))"),
      SketchCase("![https://a.b](u)", "p(image:u(https://a.b))"),
      SketchCase("[a](https://a.b \"www.a.b\")", "p(link:https://a.b(a))"),
      SketchCase("[a]: https://a.b\n\n[a]", "p(link:https://a.b(a))"),
      SketchCase("<https://a.b/c，d>", "p(link:https://a.b/c，d(https://a.b/c，d))"),
      SketchCase("<x@y.z>", "p(link:mailto:x@y.z(x@y.z))"),
      SketchCase(
        "<a href=\"https://a.b\">https://a.b</a> https://c.d",
        "p(tag:<a href=\"https://a.b\">;https://a.btag:</a>; link:https://c.d(https://c.d))"),
      SketchCase("`https://a.b` `www.a.b`", "p(tt(https://a.b) tt(www.a.b))"),
      SketchCase("$https://a.b$", "p({$https://a.b})"), SketchCase("[[www.a.b]]", "p({[www.a.b|www.a.b]})"),
      SketchCase("%%https://a.b%%", ""), SketchCase("```\nhttps://a.b\n```", "code(https://a.b\n)"),
      SketchCase("    www.a.b", "code(www.a.b\n)"),
      SketchCase("<p>\nhttps://a.b\n</p>", "html(<p>\nhttps://a.b\n</p>\n)"),
      SketchCase("<!-- https://a.b --> x", "html(<!-- https://a.b --> x\n)"),
    ])
  func elsewhere(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test("A title in front matter may hold an address")
  func title() {
    let file = SourceFile(path: "q.md", bytes: Array("见https://a.b。".utf8))
    let document = Document(parsingInlinesIn: 0..<file.bytes.count, of: file)
    #expect(Sketch(document).text == "见link:https://a.b(https://a.b)。")
  }

  @Test(
    "A link's and its text's bytes are the address",
    arguments: ["> 见https://a.b_c.d.e/f_g，", "- x@y.z\n", "| www.a.b |\n|---|"])
  func ranges(_ text: String) throws {
    let document = Sketch(text).document
    let index = try #require(document.nodes.firstIndex { $0.kind == .link })
    let link = document.nodes[index]
    #expect(document.nodes[index + 1].range.bytes == link.range.bytes)
    let address = String(decoding: document.source.bytes[link.range.bytes], as: UTF8.self)
    #expect(["https://a.b_c.d.e/f_g", "x@y.z", "www.a.b"].contains(address))
    #expect(document.bytes(of: document.nodes[index + 1].literal).elementsEqual(address.utf8))
  }

  @Test("Long ones and many of them")
  func many() {
    let long = "https://a.b/" + String(repeating: "c_d*e/", count: 2_000) + "f"
    #expect(Sketch.of("见\(long)。") == "p(见link:\(long)(\(long))。)")
    let document = Sketch(String(repeating: "www.a.b x@y.z https://c.d/e\n\n", count: 1_000)).document
    #expect(document.nodes.count { $0.kind == .link } == 3_000)
    #expect(faults(of: document) == [])
  }
}
