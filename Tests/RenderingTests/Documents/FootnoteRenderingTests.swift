import KnowledgeBase
import Testing

@testable import Rendering

@Suite("Footnotes")
struct FootnoteRenderingTests {
  private static func mark(_ number: Int, _ occurrence: String = "") -> String {
    "<sup class=\"footnote-ref\"><a href=\"#fn-\(number)\" id=\"fnref-\(number)\(occurrence)\""
      + " aria-label=\"Footnote \(number)\">\(number)</a></sup>"
  }

  private static func back(_ number: Int, _ occurrence: Int = 1) -> String {
    let suffix = occurrence > 1 ? "-\(occurrence)" : ""
    let text = occurrence > 1 ? "↩<sup>\(occurrence)</sup>" : "↩"
    return " <a href=\"#fnref-\(number)\(suffix)\" class=\"footnote-backref\""
      + " aria-label=\"Back to the mark of footnote \(number)\(suffix)\">\(text)</a>"
  }

  private static func section(_ items: String) -> String {
    "<section class=\"footnotes\">\n<ol aria-label=\"Footnotes\">\n\(items)</ol>\n</section>\n"
  }

  @Test("Numbers follow the first references; every reference has its link back")
  func numbers() {
    let expected =
      "<p>a\(Self.mark(1)) b\(Self.mark(2)) c\(Self.mark(1, "-2"))</p>\n"
      + Self.section(
        "<li id=\"fn-1\">\n<p>z\(Self.back(1))\(Self.back(1, 2))</p>\n</li>\n"
          + "<li id=\"fn-2\">\n<p>y\(Self.back(2))</p>\n</li>\n")
    #expect(Alone.html("a[^z] b[^y] c[^z]\n\n[^y]: y\n\n[^z]: z\n") == expected)
  }

  @Test("What nothing refers to is not published")
  func unused() {
    #expect(Alone.html("a\n\n[^1]: secret\n") == "<p>a</p>\n")
  }

  @Test("The links back stand in the last paragraph, or behind the last block")
  func places() {
    let html = Alone.html("a[^1] b[^2] c[^3]\n\n[^1]: x\n\n    - y\n\n[^2]: x\n\n    z\n\n[^3]: $$x$$\n")
    #expect(html.contains("<li>y</li>\n</ul>\n\(Self.back(1))</li>\n"))
    #expect(html.contains("<p>x</p>\n<p>z\(Self.back(2))</p>\n</li>\n"))
    #expect(html.contains("</math></div>\n\(Self.back(3))</li>\n"))
  }

  @Test("Footnotes may refer to further footnotes and to themselves")
  func nesting() {
    let html = Alone.html("a[^1]\n\n[^1]: b[^2] c[^1]\n\n[^2]: d[^1]\n")
    #expect(
      html.contains(
        "<li id=\"fn-1\">\n<p>b\(Self.mark(2)) c\(Self.mark(1, "-2"))"
          + "\(Self.back(1))\(Self.back(1, 2))\(Self.back(1, 3))</p>\n</li>\n"))
    #expect(html.contains("<li id=\"fn-2\">\n<p>d\(Self.mark(1, "-3"))\(Self.back(2))</p>\n</li>\n"))
  }

  @Test("Names are in the language of the page")
  func languages() {
    let html = Alone.html("---\nlang: zh-TW\n---\n甲[^1]\n\n[^1]: 乙\n")
    #expect(html.contains("aria-label=\"註腳 1\""))
    #expect(html.contains("aria-label=\"註腳\""))
    #expect(html.contains("aria-label=\"回到註腳 1 的標記處\""))
  }

  @Test("Each part of a page holds the footnotes it is the first to refer to, with the numbers of the page")
  func parts() throws {
    let site = SmallSite([
      "questions/q":
        "a[^x]\n\n## Answer\n\nb[^x] c[^y] d[^z]\n\n## References\n\n1. e\n\n[^x]: X\n\n[^y]: Y\n\n[^z]: Z\n"
    ])
    var renderer = try #require(site.renderer("questions/q"))
    var parts: [String] = []
    for nodes in [renderer.entry.outline.details] + renderer.entry.outline.answers.map(\.nodes) {
      var output: [UInt8] = []
      renderer.render(nodes, topLevel: 2, into: &output)
      parts.append(String(decoding: output, as: UTF8.self))
    }
    #expect(parts[0].contains("<li id=\"fn-1\">"))
    #expect(parts[1].contains("href=\"#fn-1\" id=\"fnref-1-2\""))
    #expect(!parts[1].contains("<li id=\"fn-1\""))
    #expect(parts[1].contains("<li id=\"fn-2\" value=\"2\">"))
    #expect(parts[1].contains("<li id=\"fn-3\">"))
  }

  @Test("On a page of another entry, ids bear the entry's name")
  func excerpts() throws {
    let site = SmallSite(["references/a+b c": "# T {#t}\n\nx[^1] ^p\n\n[^1]: y\n"])
    let html = try #require(site.html("references/a+b c", isExcerpt: true))
    #expect(html.contains("<a href=\"#fn-1:a+b-c\" id=\"fnref-1:a+b-c\""))
    #expect(html.contains("<li id=\"fn-1:a+b-c\">"))
    #expect(html.contains("href=\"#fnref-1:a+b-c\""))
    #expect(!html.contains("id=\"t\"") && !html.contains("id=\"^p\""))
  }

  @Test("A title that is not repeated takes no link back")
  func hiddenTitle() throws {
    let site = SmallSite(["questions/q": "# T[^1]\n\na[^1] b[^1]\n\n[^1]: y\n"])
    let html = try #require(site.html("questions/q"))
    #expect(!html.contains("#fnref-1\""))
    #expect(html.contains("#fnref-1-2\"") && html.contains("#fnref-1-3\""))
  }
}
