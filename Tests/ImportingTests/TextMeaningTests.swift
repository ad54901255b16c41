import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("Text keeps its meaning as Markdown")
struct TextMeaningTests {
  /// Lines that Markdown or our dialect would take for more than text.
  static let hostile = [
    "# is no heading", "#tag at the start", "> is no quote", "| is no table |", "- - -", "---", "===", "***",
    "___",
    "+ 1 is not a list?", "2024. was the year of", "*not emphasis*", "_not emphasis_", "a*b*c and a_b_c",
    "snake_case and __init__", "~~not struck~~ and ~~~ code", "==not marked==", "a == b and a==b",
    "%%not a comment%% here", "100% of 50%%", "`not code", "``` not a fence ```` here", "[x] done", "[x](y)",
    "[[no link]]", "![no image](a.png)", "![[no embed]]", "[@nobody]", "[^1] no footnote",
    "[^1]: no footnote",
    "[1]: not a definition", "<b>not bold</b>", "<!-- not a comment -->", "&amp; and &#65; and &c",
    "it costs $5 and $6", "a $ sign", "$x and y", "a \\ backslash", "\\alpha outside", "\\(x without end",
    "\\[x",
    "trailing backslash \\", "{calc: 1 + 1 = 2}", "{#id}", "text {.class}", "text ^block-id", "^block-id",
    "a^2 + b^2",
    "$$", "$$x", "http:/no address", "mail me at a@b", "「引号」**", "* * *", "1) one", "1.5 is a number",
    ":::note", "    ", "\\\\", "**", "****", "** a **", "<", "a < b", "!", "[", "]", "[]", "[](", "`", "\\`",
    "~", "~~",
    "Line\u{2028}separator", "｜全角｜", "\u{FEFF}mark", "``", "`a``", "text\\",
  ]

  @Test("A hostile line reads back as it was written", arguments: hostile)
  func line(_ line: String) {
    // A letter before and behind would change what begins a line; the text stands between two others instead.
    let page = Imported("Title\nAnswer\n\nFirst.\n\n\(line)\n\nLast.\n")
    let document = page.documents[0]
    let blocks = document.children(of: 0).filter {
      document.nodes[$0].kind == .paragraph || document.nodes[$0].kind == .list
    }
    let text = blocks.map { String(decoding: document.plainText(of: $0), as: UTF8.self) }
    let written = line.drop { " \u{FEFF}".contains($0) }
    #expect(text.filter { $0 != "First." && $0 != "Last." }.joined() == Self.shown(written), "\(page.answer)")
    #expect(document.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    #expect(document.headings.count == 1 && document.citations.isEmpty && document.links.isEmpty)
  }

  /// What is a list in the text stays one, and its mark is no text.
  private static func shown(_ line: Substring) -> String {
    for mark in ["- ", "+ ", "* ", "1) "] where line.hasPrefix(mark) {
      return String(line.dropFirst(mark.count))
    }
    return line == "    " ? "" : String(line)
  }

  @Test(
    "A hostile title reads back as it was written",
    arguments: hostile.filter { !$0.hasPrefix("#") && !$0.hasPrefix("    ") })
  func title(_ line: String) {
    let page = Imported("\(line)\nAnswer\nText.\n")
    guard let value = page.documents.first?.frontMatter.title?.value else {
      Issue.record("no title")
      return
    }
    let bytes = Array(value.utf8)
    let file = SourceFile(path: "", bytes: bytes)
    let document = Document(parsingInlinesIn: 0..<bytes.count, of: file)
    let expected = line.drop { $0 == "\u{FEFF}" }.replacing("\u{2028}", with: " ")
    #expect(String(decoding: document.plainText(of: 0), as: UTF8.self) == expected, "\(value)")
  }

  @Test(
    "Formulas and code stay byte by byte",
    arguments: [
      "$x_1 * y_2$", "$\\{a\\}$", "`a * b`", "``a ` b``", "\\(x_1\\)", "$$x$$ 后文", "熵$H$值", "$a$、$b$",
      "`[1]`", "$[1]$",
    ])
  func kept(_ text: String) {
    #expect(Imported(answer: text, sources: 1).answer == text + "\n")
  }

  @Test func displayFormulasAndCodeStayWhole() {
    for block in ["$$\na\n= b\n$$", "\\[\nx\n\\]", "```swift\n  let a = [1]\n\n# b\n```", "~~~\n* a\n~~~"] {
      #expect(
        Imported(answer: "Before.\n\(block)\nBehind.", sources: 1).answer
          == "Before.\n\n\(block)\n\nBehind.\n")
    }
  }

  @Test func tablesStayTables() {
    let table = "| a | b |\n|---|---|\n| 1 | 2_ |"
    let document = Imported(answer: table).documents[0]
    #expect(document.nodes.count { $0.kind == .table } == 1)
  }

  @Test func pairsOfStarsWereMeant() {
    #expect(Imported(answer: "**困惑度**是指标").answer == "**困惑度**是指标\n")
    #expect(Imported(answer: "2 ** 3 ** 4").answer == "2 \\*\\* 3 \\*\\* 4\n")
  }
}
