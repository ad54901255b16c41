import SourceText
import Testing

@testable import Lint

@Suite("Addresses an editor would mend")
struct AddressTests {
  @Test(
    "A link is mended once: out of the redirector, without its parameters",
    arguments: [
      (
        "[论文](https://link.zhihu.com/?target=https%3A//a.org/p%3Futm_source%3Dx%26id%3D1)",
        "[论文](https://a.org/p?id=1)", "redirector-link"
      ),
      (
        "[a](https://www.google.com/url?q=https://a.org/p&sa=U \"t\")", "[a](https://a.org/p \"t\")",
        "redirector-link"
      ),
      ("<https://link.juejin.cn/?target=https%3A%2F%2Fa.org>", "<https://a.org>", "redirector-link"),
      (
        "[a](https://link.csdn.net/?target=https%3A%2F%2Fa.org%2Fw_(x))", "[a](https://a.org/w_%28x%29)",
        "redirector-link"
      ),
      (
        "[a](https://a.org/g?utm_source=weibo&id=3#top)", "[a](https://a.org/g?id=3#top)",
        "tracking-parameter"
      ),
      ("[a](https://a.org/g?fbclid=1)", "[a](https://a.org/g)", "tracking-parameter"),
      ("[a](https://a.org/g?utm_source=chatgpt.com)", "[a](https://a.org/g)", "model-link"),
      ("[a](https://a.org/g?x=1&utm_source=perplexity)", "[a](https://a.org/g?x=1)", "model-link"),
    ])
  func mended(text: String, fixed: String, rule: String) {
    let page = LintFixture(text)
    #expect(page.found.map { String($0.prefix { $0 != " " }) } == [rule])
    #expect(page.fixed == fixed)
    #expect(LintFixture(page.fixed).found.isEmpty)
  }

  @Test(
    "Addresses that are as they should be stay",
    arguments: [
      "[a](https://a.org/g?id=3&lang=zh)", "[a](https://www.zhihu.com/question/1?target=https%3A//b.org)",
      "`https://a.org/?utm_source=chatgpt.com`", "```\nhttps://link.zhihu.com/?target=https%3A//a.org\n```",
      "[a](https://a.org/utm_source=1)", "[a](https://a.org/?from=0&spmx=1)", "[a](b.md?utm_source=x)",
      "[a](https://link.zhihu.com/?target=javascript%3Aalert(1))", "[a](http://localhost:8000/)",
      "[a](http://www.w3.org/1998/Math/MathML)", "[a](mailto:a@b.org)",
      "[a](https://www.google.com/search?q=x)",
    ])
  func untouched(text: String) {
    #expect(LintFixture(text).found.isEmpty)
  }

  @Test("http and files of a chat are reported without a fix")
  func reported() {
    let page = LintFixture("[a](http://a.org/p) [数据](sandbox:/mnt/data/a.csv)")
    #expect(page.found == ["insecure-link <http://a.org/p>", "model-link <sandbox:/mnt/data/a.csv>"])
    #expect(page.diagnostics.allSatisfy { $0.fix == nil })
  }

  @Test("The address of a source in front matter is mended; what its body quotes is not")
  func references() {
    let text = """
      ---
      title: 论文
      url: https://link.zhihu.com/?target=https%3A//a.org/p
      ---
      摘录,见 [此处](https://a.org/q?utm_source=x)。
      """
    let found = LintFixture.diagnostics(of: Array(text.utf8), place: "references/p")
    #expect(found.map(\.id) == [.lintRedirectorLink, .lintASCIIPunctuation, .lintTrackingParameter])
    #expect(found.map { $0.fix?.applicability } == [.safe, .proposed, .proposed])
  }

  @Test("A link whose address is written elsewhere is reported as a whole")
  func definitions() {
    let page = LintFixture("[论文][p]\n\n[p]: https://a.org/?utm_source=x")
    #expect(page.found == ["tracking-parameter <[论文][p]>"])
    #expect(page.fixed == "[论文][p]\n\n[p]: https://a.org/")
    let redirected = LintFixture(
      "[甲][r]与[乙][r]\n\n```\n[r]: https://link.zhihu.com/?target=https%3A//a.org\n```\n\n[r]: <https://link.zhihu.com/?target=https%3A//a.org> \"名\""
    )
    #expect(redirected.found.count == 2)
    #expect(
      redirected.fixed.hasSuffix("[r]: <https://a.org> \"名\"")
        && redirected.fixed.contains("```\n[r]: https://link"))
    #expect(LintFixture("[甲][r]\n\n[r]: http://a.org/p").found == ["insecure-link <[甲][r]>"])
  }

  @Test(
    "Addresses in HTML are mended like others",
    arguments: [
      ("<img src=\"http://img.cn/x.png\" alt=\"图\">", ["remote-image <http://img.cn/x.png>"], nil),
      ("<a href='http://foo.cn/d'>链</a>", ["insecure-link <http://foo.cn/d>"], nil),
      (
        "见 <a title=\"b\" HREF=\"https://link.zhihu.com/?target=https%3A//a.org/p\">文</a>",
        ["redirector-link <https://link.zhihu.com/?target=https%3A//a.org/p>"],
        "见 <a title=\"b\" HREF=\"https://a.org/p\">文</a>"
      ),
      (
        "<div>\n<a href=https://a.org/?utm_source=x>文</a>\n</div>",
        ["tracking-parameter <https://a.org/?utm_source=x>"], "<div>\n<a href=https://a.org/>文</a>\n</div>"
      ),
      ("<a href=\"https://a.org/?utm_source=x&amp;a=1\">文</a>", ["tracking-parameter"], nil),
    ] as [(String, [String], String?)])
  func rawHTML(text: String, found: [String], fixed: String?) {
    let page = LintFixture(text)
    #expect(page.found.count == found.count && zip(page.found, found).allSatisfy { $0.hasPrefix($1) })
    #expect(page.fixed == fixed ?? text)
  }

  @Test(
    "What is no address of HTML is left alone",
    arguments: [
      "<!-- <a href=\"http://foo.cn\"> -->", "`<a href=\"http://foo.cn\">`",
      "<span title=\"http://foo.cn\">文</span>",
      "<a data-href=\"http://foo.cn\" href=\"b.md\">文</a>", "```html\n<img src=\"http://foo.cn/x.png\">\n```",
      "<img src=\"a.png\" alt=\"http://foo.cn\">", "<a>文</a> <a href>文</a>", "<a href=\"https://foo.cn/>",
    ])
  func noRawHTML(text: String) {
    #expect(LintFixture(text).found.isEmpty)
  }

  @Test("Images on other hosts and images without a text are found")
  func images() {
    #expect(LintFixture("![](a.png)").found == ["missing-alt <![](a.png)>"])
    #expect(LintFixture("![图](https://a.org/a.png)").found == ["remote-image <https://a.org/a.png>"])
    #expect(LintFixture("![损失**曲线**](a.png) ![$x$](b.png)").found.isEmpty)
    #expect(LintFixture("`![](https://a.org/a.png)`").found.isEmpty)
  }

  @Test("Answers without a word of who wrote them are found")
  func provenance() {
    let text = "---\ntitle: 页\n---\n## Answer\n\n文"
    #expect(LintFixture(text, claimsProvenance: false).found == ["missing-provenance <>"])
    #expect(LintFixture("文", place: "pages/a", claimsProvenance: false).found.isEmpty)
    let answered = "## Answer {provenance=ai}\n\n文"
    #expect(LintFixture(answered, claimsProvenance: false).found.isEmpty)
    #expect(
      LintFixture("---\ntitle: 页\n---\n", claimsProvenance: false).found.isEmpty, "nothing is answered yet")
  }
}
