import SourceText
import Testing

@testable import Rendering

@Suite("Any document")
struct RandomDocumentTests {
  private static let pieces = [
    "熵", "a", " ", "\n", "\n\n", "> ", "- ", "- [ ] ", "1. ", "# ", "|", "\n|-|-|\n", "`", "```\n", "$x$",
    "$$x$$",
    "*", "**", "~~", "==", "[^1]", "[^1]: ", "[^2]", "\n\n[^2]: ", "[[x]]", "![[x|3]]", "[@k]", "[", "](u)",
    "![",
    "{#i}", " ^b", "> [!note]\n> ", "> [!tip]- ", "%%", "https://e.org/", "    ", "\\", "{calc: 1 = 1}",
    "\\(y\\)",
    "```math\nz\n```\n", "\u{3000}", "<sub>", "</sub>", "<a href=x>", "</a>", "<details>\n\n", "</details>",
    "<div>", "<p>", "<img src=x>", "&amp;", "&#1;", "\u{1}",
  ]

  @Test("The HTML is well-formed and says each id once", arguments: 0..<400)
  func form(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let text = (0..<40).map { _ in Self.pieces[random.next(below: Self.pieces.count)] }.joined()
    let html = MarkupText(Alone.html(text))
    #expect(html.fault == nil, "\(text.debugDescription)")
    #expect(Set(html.ids).count == html.ids.count, "\(text.debugDescription)")
    #expect(!html.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
  }

  @Test("The HTML is always UTF-8", arguments: 0..<400)
  func encoding(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let openers = [
      "[[", "|", "#", "]]", "[@", "]", "$", "{calc: 1 = ", "}", "`", "[^", "](", ")", "> [!", "```",
    ]
    let bytes = (0..<60).flatMap { _ -> [UInt8] in
      // Between them letters, and bytes that are no UTF-8 where they stand.
      random.next(below: 2) == 0
        ? Array(openers[random.next(below: openers.count)].utf8)
        : [[0x61, 0x20, 0x80, 0xC3, 0xE7, 0xFF][random.next(below: 6)]]
    }
    let html = LoneDocument(parsing: SourceFile(path: "q.md", bytes: bytes)).html()
    #expect(String(validating: html, as: UTF8.self) != nil, "\(bytes)")
  }
}
