import SourceText
import Testing

@testable import Markdown

@Suite("Front matter: what looks like it and is none")
struct MisplacedFrontMatterTests {
  @Test(
    "Each way to miss the first line of three hyphens is named, at the line to change",
    arguments: [
      ("\n---\ntitle: 熵\n---\n正文", "2:1", "first line"),
      (" \n\t\r\n---\ntags: a\n---\n", "3:1", "first line"),
      ("\u{FEFF}\n---\ntitle: 熵\n---\n", "2:1", "first line"),
      ("———\ntitle: 熵\n———\n正文", "1:1", "other dashes"),
      ("—-\ndate: 2024-09-07\n---\n", "1:1", "other dashes"),
      ("–––\r\ntitle: 熵\r\n–––\r\n", "1:1", "other dashes"), ("—\ntitle: A\n—\n", "1:1", "other dashes"),
      ("+++\ntitle = \"熵\"\n+++\n", "1:1", "TOML"),
    ])
  func misplaced(text: String, place: String, says: String) throws {
    let (matter, body, diagnostics) = parsed(text)
    #expect(diagnostics.map(summary) == ["\(place) front-matter.misplaced"])
    #expect(diagnostics.first?.message.contains(says) == true)
    #expect(matter == FrontMatter())
    #expect(body == text.replacing("\u{FEFF}", with: ""), "it is read as text")
  }

  @Test("A code block around it is only a warning: a text about front matter may begin so")
  func codeBlocks() {
    for text in [
      "```markdown\n---\ntitle: 熵\n---\n正文\n```\n", "```yaml\ntitle: 熵\n```\n",
      "```\n---\ntitle: A\n---\n```\n",
    ] {
      #expect(parsed(text).diagnostics.map(summary) == ["1:1 front-matter.misplaced (warning)"])
    }
  }

  @Test(
    "What is no front matter is left alone",
    arguments: [
      "", "\n", "---", "\n---\n", "\n---\n正文\n", "\n---\nNote: this is text.\n---\n", "———\n正文\n",
      "----\ntitle: A\n",
      "———————\ntitle: A\n", "+++\n正文\n", "+++\na = b\n", "```python\ntitle: A\n```\n",
      "```\ntitle: A\n```\n",
      "# 熵\n\n---\ntitle: A\n---\n", "正文\n———\ntitle: A\n",
    ])
  func others(text: String) {
    #expect(parsed(text).diagnostics.isEmpty)
  }

  @Test("A fix, applied, makes front matter of it")
  func fixes() throws {
    for text in ["\n \n---\ntitle: 熵\n---\n正文", "———\ntitle: 熵\n—--\n正文", "—-\ntitle: 熵\n---\n正文"] {
      let fix = try #require(parsed(text).diagnostics.first?.fix)
      var bytes = Array(text.utf8)
      for range in ([fix.range] + fix.furtherRanges).reversed() {
        bytes.replaceSubrange(range.bytes, with: fix.replacement.utf8)
      }
      let (matter, body, diagnostics) = parsed(String(decoding: bytes, as: UTF8.self))
      #expect(matter.title?.value == "熵")
      #expect(body == "正文")
      #expect(diagnostics.isEmpty)
    }
  }

  @Test("YAML's own end of a document closes front matter too")
  func documentEnd() {
    let (matter, body, diagnostics) = parsed("---\ntitle: 熵\n...\n正文\n---\n")
    #expect(matter.title?.value == "熵")
    #expect(body == "正文\n---\n")
    #expect(diagnostics.isEmpty)
    #expect(parsed("...\ntitle: 熵\n...\n").frontMatter == FrontMatter())
  }
}
