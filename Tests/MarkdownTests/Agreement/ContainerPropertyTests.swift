import SourceText
import Testing

@testable import Markdown

/// The basic cases of CommonMark's containers (0.30, 5.1 and 5.2): lines with a container's marks before them are the
/// same blocks inside it. All of the dialect has to keep that.
@Suite("What stands in a container is what it is outside")
struct ContainerPropertyTests {
  /// Pieces whose meaning does not hang on columns or on being the first of a quote; a lone backslash would make a
  /// formula of a bracket.
  static let pieces =
    (AgreementTests.pieces + AgreementTests.dialect + CJKPieces.all).filter {
      !$0.utf8.contains(0x09) && !$0.utf8.contains(0x0D) && !$0.hasPrefix("[!") && $0 != "\\"
    }

  private static func texts(_ seed: Int, without excluded: [String] = []) -> [String] {
    var random = SeededGenerator(seed: UInt64(seed) &+ 9_000)
    let pieces = pieces.filter { piece in !excluded.contains { piece.contains($0) } }
    return (0..<1_000).map { _ in "p\n\n" + AgreementTests.text(pieces, &random) + "\n" }
  }

  /// A text with something before its first line, something before each other, and nothing before blank lines.
  private static func indent(_ text: String, first: String, rest: String, blank: String = "") -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return lines.enumerated().map { number, line in
      (number == 0 ? first : line.isEmpty ? blank : rest) + line + "\n"
    }.joined()
  }

  private func compare(_ text: String, _ inner: String, _ expected: (String) -> String) {
    let document = Sketch(inner)
    let sketch = expected(Sketch.of(text))
    if document.text != sketch {
      Issue.record("\(text.debugDescription)\n\(document.text.debugDescription)\n\(sketch.debugDescription)")
    }
    for fault in faults(of: document.document) { Issue.record("\(inner.debugDescription): \(fault)") }
  }

  @Test("In a quote", arguments: 0..<6)
  func quote(seed: Int) {
    for text in Self.texts(seed, without: ["$", "\\["]) {
      compare(text, Self.indent(text, first: "> ", rest: "> ", blank: ">")) { "quote(\($0))" }
    }
  }

  /// Without quotes in the quote: how far a formula goes that begins on a lazy line is the outermost quote's affair.
  @Test("Formulas in a quote", arguments: 0..<6)
  func formulas(seed: Int) {
    for text in Self.texts(seed + 50, without: [">", "\\\n"]) {
      compare(text, Self.indent(text, first: "> ", rest: "> ", blank: ">")) { "quote(\($0))" }
    }
  }

  /// Formulas over several lines keep the white space before their lines, which means nothing to TeX.
  @Test("In a list item", arguments: 0..<6)
  func item(seed: Int) {
    for text in Self.texts(seed, without: ["$", "\\[", "\\(", "math"]) {
      compare(text, Self.indent(text, first: "- ", rest: "  ")) { "ul(li(\($0)))" }
    }
  }

  @Test("In a footnote, which holds no other", arguments: 0..<6)
  func footnote(seed: Int) {
    for text in Self.texts(seed, without: ["$", "\\[", "\\(", "math", "[^", "^id"]) {
      compare(text, Self.indent(text, first: "[^z]: ", rest: "    ")) { "note:z(\($0))" }
    }
  }
}

/// Pieces of Chinese text that make emphasis hard.
enum CJKPieces {
  static let all = [
    "**注意：**", "**「重要」**", "*（甲）*", "***“引”***", "~~删。~~", "==标，==", "。", "，", "「", "」", "“", "”", "：", "中",
    "文", "……", "《书》",
    "**", "*", "a", "한", "か", "𠀀", "\u{3000}", "葛\u{E0100}", "é", "😀",
  ]
}
