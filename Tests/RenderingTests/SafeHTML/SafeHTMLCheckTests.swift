import Markdown
import SourceText
import Testing

@testable import Rendering

/// What authors are told, with the bytes it is about.
@Suite struct SafeHTMLCheckTests {
  /// Rule, the bytes meant and the message of each finding.
  private func check(_ markdown: String) -> [String] {
    let file = SourceFile(path: "content/a.md", bytes: Array(markdown.utf8))
    return SafeHTMLCheck.diagnostics(of: Document(parsing: file, options: ParseOptions())).map { diagnostic in
      let range = diagnostic.location?.range?.bytes ?? 0..<0
      let text = String(decoding: file.bytes[range], as: UTF8.self)
      return
        "\(diagnostic.id.rawValue) [\(text)] \(diagnostic.message) \(diagnostic.notes.map(\.message).joined(separator: " "))"
    }
  }

  @Test(
    arguments: [
      (
        "熵 <font color=\"red\">x",
        "html.not-allowed [<font color=\"red\">] <font> is not published; the tag is shown as text. "
          + "Say what it means instead: **strong**, *emphasis* or ==mark==."
      ),
      (
        "熵 <spam>x",
        "html.not-allowed [<spam>] <spam> is not published; the tag is shown as text. Did you mean `span`?"
      ),
      (
        "<span style=\"color:red\">x</span>",
        "html.not-allowed [style=\"color:red] <span> is published without its attribute `style`. "
          + "Looks are the theme's; say what it means, such as ==mark== or **strong**."
      ),
      (
        "<abbr label=x>KL</abbr>",
        "html.not-allowed [label=x] <abbr> is published without its attribute `label`. It may have `dir`, `lang` and `title`."
      ),
      (
        "text <a href=\"java&Tab;script:x\">y</a>",
        "link.unsafe [href=\"java&Tab;script:x] A `href` with \"javascript:\" is not published. "
          + "Allowed are http, https, mailto, tel and relative links."
      ),
      (
        "> - a\n>   <sub\n>   title=x>b</sub>",
        "html.not-allowed [title=x] <sub> is published without its attribute `title`. It may have `dir` and `lang`."
      ),
      (
        "> <details>\r\n> <summary>a</summary>\r\n> <b>c\r\n> </details>\r\n",
        "html.not-allowed [<b>] <b> is not published; the tag is shown as text. Write **text**."
      ),
      (
        "a <sub>b\n\nc",
        "html.not-allowed [<sub>] <sub> is never closed; it ends with the block it stands in. Add </sub>."
      ),
      (
        "a <div>b",
        "html.not-allowed [<div>] <div> begins a block and cannot stand within a paragraph. "
          + "Put it on a line of its own, behind a blank line."
      ),
      (
        "<img alt=x>",
        "html.not-allowed [<img alt=x>] An <img> without `src` shows nothing and is left out. "
          + "Name the file: <img src=\"file.png\" alt=\"…\">."
      ),
    ])
  func aFindingNamesItsBytes(markdown: String, expected: String) {
    #expect(check(markdown) == [expected])
  }

  @Test func eachRefusedTagIsAFinding() {
    #expect(check("<b>x</b> <i>y</i>").count == 4)
    #expect(check("<script>\nlet a = \"<b>\"\n</script>\n").count == 1)
  }

  @Test(
    arguments: [
      "a <sub>b</sub> *c <u>d</u>*", "<details><summary>a</summary>\n\n- b\n\n</details>",
      "<!-- a -->\n\nb <!-- c -->",
      "- a <div>b</div>", "| a |\n|---|\n| <div>b</div> |", "![<b>](a.png)",
      "`<b>` and $a<b$ and <https://e.org>",
      "<p align=center>\n\n![](a.png)\n\n</p>", "```html\n<b>\n```",
    ])
  func whatIsPublishedIsNoFinding(markdown: String) {
    #expect(check(markdown) == [])
  }

  @Test func whatIsOpenEndsWhereItsContainerEnds() {
    #expect(
      check("> <div>\n\n</div>") == [
        "html.not-allowed [<div>] <div> is never closed; it ends with the block it stands in. Add </div>.",
        "html.not-allowed [</div>] </div> closes nothing that is open here; it is shown as text. "
          + "Delete it, or open the element in the same block.",
      ])
  }

  @Test func manyFindingsAreSummedUp() throws {
    let file = SourceFile(path: "a.md", bytes: Array(String(repeating: "x <b>\n\n", count: 500).utf8))
    let found = SafeHTMLCheck.diagnostics(of: Document(parsing: file, options: ParseOptions()))
    #expect(found.count == 100)
    #expect(try #require(found.last).notes.last?.message == "There are 400 more such places in this file.")
  }
}
