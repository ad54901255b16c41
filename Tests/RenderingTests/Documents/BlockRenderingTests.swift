import SourceText
import Testing

@testable import Rendering

@Suite("Blocks")
struct BlockRenderingTests {
  @Test("Tasks have a checkbox with a name, in the paragraph where there is one")
  func tasks() {
    let box = "<input type=\"checkbox\" disabled=\"\""
    #expect(
      Alone.html("- [ ] a\n- [x] b\n- c\n")
        == "<ul>\n<li class=\"task-item\">\(box) aria-label=\"Task\"> a</li>\n"
        + "<li class=\"task-item\">\(box) checked=\"\" aria-label=\"Task\"> b</li>\n<li>c</li>\n</ul>\n")
    #expect(
      Alone.html("---\nlang: zh\n---\n1. [x] 甲\n\n   乙\n")
        == "<ol>\n<li class=\"task-item\"><p>\(box) checked=\"\" aria-label=\"任务\"> 甲</p>\n<p>乙</p>\n</li>\n</ol>\n"
    )
  }

  @Test("Columns are aligned by classes; a table without rows has no body; an empty cell heads nothing")
  func tables() {
    #expect(
      Alone.html("| a | b |\n|:-|-:|\n| 1 | 2 |\n")
        == "<div class=\"table\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\" class=\"align-left\">a</th>"
        + "<th scope=\"col\" class=\"align-right\">b</th></tr></thead>\n<tbody>\n<tr><td class=\"align-left\">1</td>"
        + "<td class=\"align-right\">2</td></tr>\n</tbody></table></div>\n")
    #expect(
      Alone.html("| a | |\n|-|-|\n")
        == "<div class=\"table\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">a</th><td></td></tr></thead>\n"
        + "</table></div>\n")
  }

  @Test("Callouts are asides, or details where they fold")
  func callouts() {
    #expect(
      Alone.html("> [!tip] 标题 **x**\n> a\n")
        == "<aside class=\"callout callout-tip\" role=\"note\">\n<p class=\"callout-title\">标题 <strong>x</strong></p>\n"
        + "<p>a</p>\n</aside>\n")
    #expect(
      Alone.html("> [!FAQ]-\n> a\n>\n> > [!bug]+ b\n")
        == "<details class=\"callout callout-question\">\n<summary class=\"callout-title\">FAQ</summary>\n<p>a</p>\n"
        + "<details class=\"callout callout-bug\" open=\"\">\n<summary class=\"callout-title\">b</summary>\n</details>\n"
        + "</details>\n")
  }

  @Test("Every type of callout has a title in every language", arguments: UILanguage.allCases)
  func calloutTitles(language: UILanguage) {
    let types =
      "note abstract summary tldr info todo tip hint important success check done question help faq warning "
      + "caution attention failure fail missing danger error bug example quote cite"
    for type in types.split(separator: " ") {
      let title = Self.title(of: type, in: language)
      #expect(!title.isEmpty)
      #expect(language == .en || title.utf8.allSatisfy { $0 >= 0x80 }, "\(title)")
    }
    #expect(Self.title(of: "gossip", in: language) == Self.title(of: "note", in: language))
  }

  private static func title(of type: Substring, in language: UILanguage) -> String {
    let html = Alone("> [!\(type)]\n> a\n") { $0.language = language }.html
    guard let start = html.firstRange(of: "callout-title\">") else { return "" }
    return String(html[start.upperBound...].prefix { $0 != "<" })
  }

  @Test(
    "A block's name is the id of its element",
    arguments: [
      ("a ^x", "<p id=\"^x\">a</p>\n"),
      ("- a ^x\n- b", "<ul>\n<li id=\"^x\">a</li>\n<li>b</li>\n</ul>\n"),
      ("> a\n\n^x", "<blockquote id=\"^x\">\n<p>a</p>\n</blockquote>\n"),
      ("```\na\n```\n\n^x", "<pre tabindex=\"0\" id=\"^x\"><code>a\n</code></pre>\n"),
      (
        "$$x$$\n\n^x",
        "<div class=\"equation\" id=\"^x\" tabindex=\"0\"><math data-tex=\"x\" display=\"block\"><mi>x</mi></math></div>\n"
      ),
    ])
  func blockIDs(text: String, expected: String) {
    #expect(Alone.html(text) == expected)
  }

  @Test("Headings have their ids and the classes they were given")
  func headings() {
    #expect(
      Alone.html("# 熵 的\n\n## a {#b .c .d}\n")
        == "<h1 id=\"熵-的\">熵 的</h1>\n<h2 id=\"b\" class=\"c d\">a</h2>\n")
  }

  @Test("A fenced formula stands between blocks as a formula does")
  func fencedFormulas() {
    let html = Alone.html("a\n\n```math\nx\n```\n\n- ```math\n  y\n  ```\n")
    #expect(
      html.contains(
        "<p>a</p>\n<div class=\"equation\" tabindex=\"0\"><math data-tex=\"x\" display=\"block\"><mi>x</mi></math></div>\n"
      ))
    #expect(html.contains("<li><div class=\"equation\""))
  }

  @Test("A formula with a fault is told where it stands, and shown as its source")
  func formulaFaults() {
    let alone = Alone("甲乙 $a + \\nonsense$ 丙\n\n> $$\n> \\frac{1}{2\n> $$\n")
    #expect(alone.html.contains("<code class=\"formula-error\">a + \\nonsense</code>"))
    let places = alone.document.diagnostics.map { "\($0.id.rawValue) \($0.location?.position?.line ?? 0)" }
    #expect(places.first == "tex.unknown-command 1")
    #expect(places.contains("tex.syntax 4"))
    #expect(alone.document.diagnostics.first?.location?.position?.column == 9)
  }

  @Test("A number that is not the value of its expression is told")
  func calculations() {
    let alone = Alone("{calc: 2^4.7 = 25.99} {calc: 1 + 1 = 3}")
    #expect(alone.html == "<p>25.99 3</p>\n")
    #expect(alone.document.diagnostics.map(\.id) == [.calcMismatch])
  }

  @Test(
    "A line's end between characters that are written without spaces is none",
    arguments: [
      ("熵\n是", "熵是"), ("熵，\n是", "熵，是"), ("**熵**\n是", "<strong>熵</strong>是"),
      ("熵\n*是*", "熵<em>是</em>"), ("a\n是", "a\n是"), ("熵\na", "熵\na"), ("한국어\n글자", "한국어\n글자"),
      ("𠀀\n𠀁", "𠀀𠀁"), ("😀\n是", "😀\n是"), ("カ\nナ", "カナ"), ("熵 `x`\n是", "熵 <code>x</code>\n是"),
    ])
  func softBreaks(text: String, expected: String) {
    #expect(Alone.html(text) == "<p>\(expected)</p>\n")
  }

  @Test("Line breaks may be hard")
  func hardBreaks() {
    #expect(Alone("熵\n是") { $0.breaksLines = true }.html == "<p>熵<br>\n是</p>\n")
  }
}
