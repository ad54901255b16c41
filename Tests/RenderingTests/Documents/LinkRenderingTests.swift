import Markdown
import SourceText
import Testing

@testable import Rendering

@Suite("Links, images and citations of a document alone")
struct LinkRenderingTests {
  @Test(
    "Names of pages are not looked for",
    arguments: [
      ("[[熵]]", "<a class=\"wikilink\" data-target=\"熵\">熵</a>"),
      ("[[熵#定义|这里]]", "<a class=\"wikilink\" data-target=\"熵#定义\">这里</a>"),
      ("[[#定义]]", "<a class=\"wikilink\" data-target=\"#定义\">#定义</a>"),
      ("![[图.png|300]]", "<a class=\"wikilink embed\" data-target=\"图.png\">图.png</a>"),
      ("![[a#b|c]]", "<a class=\"wikilink embed\" data-target=\"a#b\">c</a>"),
      ("[[a\"b]]", "<a class=\"wikilink\" data-target=\"a&quot;b\">a&quot;b</a>"),
    ])
  func wikiLinks(text: String, expected: String) {
    #expect(Alone.html(text) == "<p>\(expected)</p>\n")
    #expect(Alone(text).document.diagnostics.isEmpty)
  }

  @Test(
    "Citations show their keys",
    arguments: [
      ("[@shannon48]", "<sup class=\"cite\">[<a data-key=\"shannon48\">shannon48</a>]</sup>"),
      (
        "[see @a, p. 3; @b]",
        "<sup class=\"cite\">[see <a data-key=\"a\">a</a>, p. 3, <a data-key=\"b\">b</a>]</sup>"
      ),
    ])
  func citations(text: String, expected: String) {
    #expect(Alone.html(text) == "<p>\(expected)</p>\n")
    #expect(Alone(text).document.diagnostics.isEmpty)
  }

  @Test("An equation of the document itself is cited by its number")
  func equations() {
    let html = Alone.html("$$x$$ {#eq:x}\n\n见 [@eq:x]。\n")
    #expect(html.contains("<mtr id=\"eq:x\"><mtd><mi>x</mi></mtd><mtd class=\"tml-tag\"><mtext>(1)</mtext>"))
    #expect(html.contains("<p>见 <a href=\"#eq:x\">(1)</a>。</p>"))
  }

  @Test(
    "Links and images keep the address the author wrote",
    arguments: [
      ("[a](../b.md#c \"T\")", "<a href=\"../b.md#c\" title=\"T\">a</a>"),
      ("[a](x){#here}", "<a href=\"x\" id=\"here\">a</a>"),
      ("https://e.org/", "<a href=\"https://e.org/\">https://e.org/</a>"),
      (
        "![图](a.png \"T\"){#fig:x width=300 height=20px}",
        "<img id=\"fig:x\" src=\"a.png\" alt=\"图\" title=\"T\" width=\"300\" height=\"20\""
          + " loading=\"lazy\" decoding=\"async\">"
      ),
      (
        "![图|300x200](a.png)",
        "<img src=\"a.png\" alt=\"图\" width=\"300\" height=\"200\""
          + " loading=\"lazy\" decoding=\"async\">"
      ),
      ("![a|b](a.png)", "<img src=\"a.png\" alt=\"a|b\" loading=\"lazy\" decoding=\"async\">"),
    ])
  func addresses(text: String, expected: String) {
    #expect(Alone.html(text) == "<p>\(expected)</p>\n")
  }

  @Test(
    "An address that may not be linked to is told and not published",
    arguments: ["[a](javascript:alert%281%29)", "![a](JAVA&#x73;cript:b)", "<vbscript:x>"])
  func unsafeAddresses(text: String) {
    let alone = Alone("熵 " + text)
    #expect(alone.html.contains("<span class=\"broken\">"))
    #expect(!alone.html.contains("href") && !alone.html.contains("src"))
    #expect(alone.document.diagnostics.map(\.id) == [.linkUnsafe])
    #expect(alone.document.diagnostics.first?.location?.position?.column == 3)
  }

  @Test("On a page of another entry, a link to a place of the own page names the page")
  func excerpts() throws {
    let site = SmallSite(["references/a": "# T\n\n## H\n\n[x](#h)\n"])
    #expect(try #require(site.html("references/a")).contains("<a href=\"#h\">x</a>"))
    let excerpt = try #require(site.html("references/a", isExcerpt: true))
    #expect(excerpt.contains("<a href=\"../../references/a/#h\">x</a>"))
  }

  @Test("Links never stand in links")
  func nesting() {
    let html = Alone.html("[a **b [[x]]** [@k] c[^1]](u) [[y]]\n\n[^1]: n\n")
    #expect(
      html.hasPrefix(
        "<p><a href=\"u\">a <strong>b x</strong><sup class=\"cite\">[<span data-key=\"k\">k</span>]</sup> c"
          + "<sup class=\"footnote-ref\" id=\"fnref-1\" aria-label=\"Footnote 1\">1</sup></a> "
          + "<a class=\"wikilink\" data-target=\"y\">y</a></p>"))
  }

  @Test("Links never stand in links of raw HTML either")
  func nestingInRawHTML() {
    let html = Alone.html("<a href=\"u\">[a](b) [[c]] [@d]</a> [e](f)\n")
    #expect(
      html
        == "<p><a href=\"u\">a c<sup class=\"cite\">[<span data-key=\"d\">d</span>]</sup></a> "
        + "<a href=\"f\">e</a></p>\n")
  }

  @Test(
    "A size is a number of pixels, or two with an x between",
    arguments: [
      ("300", 300, nil), ("300x200", 300, 200), ("99999", 99999, nil),
    ] as [(String, Int?, Int?)])
  func sizes(text: String, width: Int?, height: Int?) {
    let size = RequestedSize(Array(text.utf8))
    #expect(size?.width == width)
    #expect(size?.height == height)
  }

  @Test(
    "What is no size is text",
    arguments: ["", "x", "300x", "x20", "50%", "3.5", "-1", "100000", "a300", "1px"])
  func noSizes(text: String) {
    #expect(RequestedSize(Array(text.utf8)) == nil)
  }
}
