import SourceText
import Testing

@testable import Markdown

/// Words among pieces that can neither hide nor drop them: no comment, definition of a link, raw HTML or destination,
/// and no row with more cells than its table has columns.
@Suite("Every word an author writes is in the tree")
struct NothingLostTests {
  private static let pieces = [
    " ", "\n", "\n", "\n\n", "- ", "1. ", "> ", "# ", "*", "**", "_", "==", "`", "$", "$$", "$$\n", "\n$$\n",
    "\\(", "\\)",
    "\\[\n", "\n\\]\n", "[^n]", "\n[^n]: ", "\n[^m]: ", "> [!note] ", "> [!tip]-\n", "- [ ] ", "[x] ",
    "===\n", "---\n", "```\n", "~~~\n",
    "    ", "  ", "\t", "  \n", "\\\n", "{#i}", " ^id\n", "\n^id\n", "| a | b |\n", "|---|---|\n", "|---|\n",
    "[[", "]]", "[", "]", "{",
    "}", "[@k]", "{calc: 1 = 1}", "**注意：**", "「", "」", "。", "é", "&amp;", "\\*", "\r\n",
  ]

  private static func text(_ random: inout SeededGenerator) -> (text: String, words: [String]) {
    // Dashes on the first line would begin front matter.
    var text = "p\n\n"
    var words: [String] = []
    for number in 0..<Int.random(in: 1...30, using: &random) {
      if Bool.random(using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      } else {
        words.append("w\(number)w")
        text += "w\(number)w"
      }
    }
    return (text, words)
  }

  private func expectAll(_ seed: Int, _ options: ParseOptions) {
    var random = SeededGenerator(seed: UInt64(seed) &+ 40_000)
    for _ in 0..<1_500 {
      let (text, words) = Self.text(&random)
      let document = Document(
        parsing: SourceFile(path: "q.md", bytes: Array(text.utf8)), options: options)
      let shown = String(decoding: document.plainText(of: 0), as: UTF8.self)
      let calculated = document.calculations.map { String(decoding: $0.expression, as: UTF8.self) }.joined()
      let lost = words.filter { !shown.contains($0) && !calculated.contains($0) }
      if !lost.isEmpty {
        Issue.record("\(lost) of \(text.debugDescription)\n\(Sketch(document).text.debugDescription)")
      }
      for fault in faults(of: document) { Issue.record("\(text.debugDescription): \(fault)") }
    }
  }

  @Test("With the defaults", arguments: 0..<6)
  func defaults(seed: Int) {
    expectAll(seed, ParseOptions())
  }

  @Test("With limits so low that nearly every text is over one", arguments: 0..<6)
  func lowLimits(seed: Int) {
    var options = ParseOptions()
    options.limits = MarkupLimits(
      blockDepth: 1, paragraphBytes: 24, paragraphBrackets: 1, formulaBytes: 8, tableColumns: 1)
    expectAll(seed + 50, options)
  }

  @Test("With formulas in the line and CommonMark's own emphasis", arguments: 0..<3)
  func otherOptions(seed: Int) {
    var options = ParseOptions()
    options.setsDoubleDollarsInline = true
    options.emphasisBesideCJK = false
    expectAll(seed + 100, options)
  }
}
