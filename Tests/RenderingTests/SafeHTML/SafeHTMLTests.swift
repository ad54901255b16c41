import Markdown
import Testing

@testable import Rendering

@Suite struct SafeHTMLTests {
  @Test(
    arguments: [
      // Allowed elements, in any case.
      ("H<sub>2</sub>O", "H<sub>2</sub>O"), ("<SUP>2</Sup>", "<sup>2</sup>"),
      ("a<br>b<br/>c<BR />", "a<br>b<br>c<br>"),
      ("<kbd>Ctrl</kbd>+<kbd>C</kbd>", "<kbd>Ctrl</kbd>+<kbd>C</kbd>"),
      ("<abbr title='Kullback–Leibler'>KL</abbr>", "<abbr title=\"Kullback–Leibler\">KL</abbr>"),
      (
        "<details open><summary>证明</summary>略</details>",
        "<details open><summary>证明</summary>略</details>"
      ),
      (
        "<ruby>熵<rp>(</rp><rt>shāng</rt><rp>)</rp></ruby>", "<ruby>熵<rp>(</rp><rt>shāng</rt><rp>)</rp></ruby>"
      ),
      ("<div align=center>x</div>", "<div class=\"align-center\">x</div>"),
      ("<p align=\"RIGHT\">x</p>", "<p class=\"align-right\">x</p>"),
      ("<span lang=zh-Hans dir=LTR>熵</span>", "<span lang=\"zh-Hans\" dir=\"ltr\">熵</span>"),
      // Comments vanish.
      ("a<!-- b -->c", "ac"), ("a<!-->b", "ab"), ("a<!--->b", "ab"), ("a<!-- b --!>c", "ac"),
      ("a<!-- <b> -- > -->c", "ac"), ("a<!-- b", "a"),
      // Text keeps its references.
      ("a &amp; b &lt;i&gt; &hellip; &#8230; &#x2026", "a &amp; b &lt;i&gt; &hellip; … …"),
      ("R&D, a&b;c &; &#; &#x; &1;", "R&amp;D, a&b;c &amp;; &amp;#; &amp;#x; &amp;1;"),
      ("&#0;&#xD800;&#x110000;&#65534;&#7;&#128;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}€"),
      // Plain signs.
      ("1 < 2 > 1 <3 </> < b>", "1 &lt; 2 &gt; 1 &lt;3 &lt;/&gt; &lt; b&gt;"), ("", ""), ("<", "&lt;"),
    ])
  func whatIsAllowedIsPublished(html: String, expected: String) {
    let result = SafeHTMLHarness(html)
    #expect(result.html == expected)
    #expect(result.findings == [])
    #expect(SternHTMLReader(result.html).faults == [])
  }

  @Test(
    arguments: [
      ("<a href=other.md>x</a>", "<a href=\"../other/\">x</a>"),
      (
        "<a href='other.md' title=\"a &quot;b&quot;\">x</a>",
        "<a href=\"../other/\" title=\"a &quot;b&quot;\">x</a>"
      ),
      ("<a href=https://e.org/?a=1&amp;b=2>x</a>", "<a href=\"https://e.org/?a=1&amp;b=2\">x</a>"),
      ("<a href=https://e.org/?a=1&copy=2>x</a>", "<a href=\"https://e.org/?a=1&amp;copy=2\">x</a>"),
      ("<a href=missing.md>x</a>", "<span class=\"broken\">x</span>"),
      ("<a>x</a>", "<a>x</a>"),
      (
        "<img src=a.png alt=曲线>",
        "<img src=\"../assets/a.1f.png\" alt=\"曲线\" width=\"800\" height=\"600\" loading=\"lazy\" decoding=\"async\">"
      ),
      (
        "<img src='a.png' width=400px title='t'/>",
        "<img src=\"../assets/a.1f.png\" alt=\"\" width=\"400\" height=\"300\" loading=\"lazy\" decoding=\"async\" title=\"t\">"
      ),
      (
        "<img src=https://e.org/b.png alt=b>", "<a href=\"https://e.org/b.png\">b</a>"
      ),
      ("<img src=//e.org/b.png>", "<a href=\"//e.org/b.png\">//e.org/b.png</a>"),
      ("<img src=missing.png alt='b'>", "<span class=\"broken\">b</span>"),
    ])
  func addressesGoThroughTheResolver(html: String, expected: String) {
    let result = SafeHTMLHarness(html)
    #expect(result.html == expected)
    #expect(result.findings == [])
  }

  @Test(
    arguments: [
      ("<font color=red>x</font>", "&lt;font color=red&gt;x&lt;/font&gt;", 2),
      (
        "<script>if (a<b) f(\"<u>\")</script><u>y</u>",
        "&lt;script&gt;if (a&lt;b) f(&quot;&lt;u&gt;&quot;)&lt;/script&gt;<u>y</u>", 1
      ),
      ("<style>b > i {}</STYLE >x", "&lt;style&gt;b &gt; i {}&lt;/STYLE &gt;x", 1),
      (
        "<!DOCTYPE html><?php x ?><![CDATA[y]]>", "&lt;!DOCTYPE html&gt;&lt;?php x ?&gt;&lt;![CDATA[y]]&gt;",
        3
      ),
      ("<span style='x' class=y id=z onclick=f()>a</span>", "<span>a</span>", 4),
      ("<div align=justify>a</div>", "<div>a</div>", 1),
      (
        "<img src=a.png width=50% height=0 alt=''>",
        "<img src=\"../assets/a.1f.png\" alt=\"\" width=\"800\" height=\"600\" loading=\"lazy\" decoding=\"async\">",
        2
      ),
      ("<img alt=x>", "", 1), ("<a href=x href=y>z</a>", "<a href=\"x\">z</a>", 1),
      ("<sub", "&lt;sub", 1), ("<sub <u>x</u>", "&lt;sub <u>x</u>", 1),
      ("<a title=\"x>y</a>", "&lt;a title=&quot;x&gt;y&lt;/a&gt;", 1),
      ("</sub>", "&lt;/sub&gt;", 1), ("</br>", "&lt;/br&gt;", 1), ("<rt>x</rt>", "&lt;rt&gt;x&lt;/rt&gt;", 2),
      ("<ruby><u><rt>x</u></ruby>", "<ruby><u>&lt;rt&gt;x</u></ruby>", 1),
      ("<details><div><summary></div></details>", "<details><div>&lt;summary&gt;</div></details>", 1),
      ("<summary>x</summary>", "&lt;summary&gt;x&lt;/summary&gt;", 2),
      ("<a href=x>b<a href=y>c</a>d</a>", "<a href=\"x\">bcd</a>", 1),
      ("<sub>a<sup>b</sub>c", "<sub>a<sup>b</sup></sub>c", 1), ("<sub>a", "<sub>a</sub>", 1),
      ("<sub>a</sup>", "<sub>a&lt;/sup&gt;</sub>", 2), ("<lang:sub>", "&lt;lang:sub&gt;", 1),
    ])
  func theRestIsTextAndReported(html: String, expected: String, findings: Int) {
    let result = SafeHTMLHarness(html)
    #expect(result.html == expected)
    #expect(result.findings.count == findings)
    #expect(SternHTMLReader(result.html).faults == [])
  }

  // MARK: Where pieces end

  @Test func detailsHoldMarkdownBlocksAndTextElementsDoNot() {
    var writer = SafeHTMLWriter()
    var output: [UInt8] = []
    func write(_ html: String) {
      writer.write(Array(html.utf8)[...], at: .block(depth: 0), into: &output) { _, _ in .broken }
    }
    write("<details><summary>A <sub>x\n")
    output += Array("<p>Markdown</p>\n".utf8)
    write("</details>\n")
    #expect(
      String(decoding: output, as: UTF8.self)
        == "<details><summary>A <sub>x\n</sub></summary><p>Markdown</p>\n</details>\n")
    #expect(writer.isBalanced)
    #expect(writer.findings.map(\.problem) == [.unclosed(.sub), .unclosed(.summary)])
    #expect(writer.findings.map(\.piece) == [0, 0])
  }

  @Test func aParagraphAroundMarkdownBlocksBecomesADivision() {
    let result = SafeHTMLHarness(
      ["<p align=\"center\">\n", "<sub>x</sub>\n", "</p>\n"].map { Array($0.utf8) })
    #expect(result.html == "<div class=\"align-center\">\n<sub>x</sub>\n</div>\n")
    #expect(result.findings == [])
    let withText = SafeHTMLHarness(["<p>One\n", "<p>Two</p>\n"].map { Array($0.utf8) })
    #expect(withText.html == "<p>One\n</p><p>Two</p>\n")
    #expect(withText.findings == [])
  }

  @Test func paragraphsAndAnnotationsEndThemselves() {
    let paragraphs = SafeHTMLHarness("<div><p>a<p>b<div>c</div></div>")
    #expect(paragraphs.html == "<div><p>a</p><p>b</p><div>c</div></div>")
    let ruby = SafeHTMLHarness("<ruby>汉<rp>(<rt>hàn<rp>)<rt>x</ruby>")
    #expect(ruby.html == "<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp><rt>x</rt></ruby>")
    #expect((paragraphs.findings + ruby.findings) == [])
  }

  @Test func elementsEndWithTheNodeTheyWereBegunIn() {
    var writer = SafeHTMLWriter()
    var output: [UInt8] = []
    func write(_ html: String, depth: Int) {
      writer.write(Array(html.utf8)[...], at: .inline(depth: depth), into: &output) { _, _ in .broken }
    }
    write("<sub>", depth: 1)
    output += Array("<em>".utf8)
    write("<u>", depth: 2)
    write("</sub>", depth: 2)
    writer.close(downTo: 2, into: &output)
    output += Array("</em>".utf8)
    write("</u>", depth: 1)
    write("</sub>", depth: 1)
    writer.close(downTo: 0, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "<sub><em><u>&lt;/sub&gt;</u></em>&lt;/u&gt;</sub>")
    #expect(writer.isBalanced)
  }

  @Test func aParagraphHoldsNoBlocksButACellDoes() {
    #expect(
      SafeHTMLHarness.inline("<div>|<sub>|</sub>|</div>").html == "&lt;div&gt;<sub></sub>&lt;/div&gt;")
    let cell = SafeHTMLHarness(
      ["<div>", "</div>"].map { Array($0.utf8) }, place: .inline(depth: 1, allowsBlocks: true))
    #expect(cell.html == "<div></div>")
  }

  @Test func linksDoNotNest() {
    let result = SafeHTMLHarness.inline("<a href=x>|<img src=https://e.org/ alt=y>|</a>", isInLink: true)
    #expect(result.html == "y")
    #expect(result.findings.map(\.problem) == [.linkInLink])
    var writer = SafeHTMLWriter()
    var output: [UInt8] = []
    writer.write(Array("<a href=x>".utf8)[...], at: .inline(depth: 1), into: &output) {
      .link($0 + ($1 ? [] : []))
    }
    #expect(writer.isInLink)
    writer.close(downTo: 1, into: &output)
    #expect(!writer.isInLink)
  }

  @Test func nestingHasALimit() {
    let result = SafeHTMLHarness(String(repeating: "<div>", count: 150))
    #expect(result.html.split(separator: "<div>", omittingEmptySubsequences: false).count == 101)
    #expect(result.html.hasSuffix(String(repeating: "</div>", count: 100)))
    #expect(result.findings.contains { $0.problem == .tooDeep(limit: 100) })
  }

  // MARK: The other policies

  @Test func escapedAllIsText() {
    #expect(
      SafeHTMLHarness("<sub>&amp;</sub>\n", policy: .escape).html
        == "<p>&lt;sub&gt;&amp;amp;&lt;/sub&gt;\n</p>\n")
    let inline = SafeHTMLHarness(
      [Array("<sub>".utf8)], policy: .escape, place: .inline(depth: 1))
    #expect(inline.html == "&lt;sub&gt;")
    #expect(inline.findings == [])
  }

  @Test func trustedAllPassesAsItIs() {
    let html = "<script>a</script><b onclick=x>&<!-- c -->"
    #expect(SafeHTMLHarness(html, policy: .all).html == html)
  }
}
