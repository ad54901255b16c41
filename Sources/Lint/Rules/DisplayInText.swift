import Markdown
import SourceText

/// `$$…$$` with more of the sentence behind it: many mean `$…$`, and get a formula on a line of its own.
enum DisplayInText: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    var block: Int?
    for (index, node) in page.document.nodes.enumerated() {
      if node.kind.isBlock { block = node.kind == .paragraph ? index : nil }
      guard node.kind == .math, let block else { continue }
      let formula = page.document.formulas[Int(node.payload)]
      guard formula.isDisplay, formula.label == nil else { continue }
      let range = node.range.bytes
      let content = trimmed(formula.contentRange.bytes, page.bytes)
      guard !content.isEmpty, page.bytes[range].starts(with: [0x24, 0x24]),
        !page.bytes[range].contains(where: { $0 == 0x0A || $0 == 0x0D }),
        !isNumberedOrAligned(content, page.bytes),
        isFollowedByText(range.upperBound, to: Int(page.document.nodes[block].range.end), page.bytes)
      else { continue }
      findings.append(
        Finding(
          .lintDisplayInText, range, "This formula stands on a line of its own, in the middle of a sentence.",
          advice: "Write $…$ to set it in the line, or end the line behind it."
        ).replacing(range, by: "$\(page.text(content))$", .proposed))
    }
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    let start = Characters.skipBlanks(from: range.lowerBound, to: range.upperBound, in: bytes)
    return start..<max(start, Characters.skipBlanks(backFrom: range.upperBound, to: start, in: bytes))
  }

  /// Whether a formula has a number or rows, which it has only on lines of its own.
  private static func isNumberedOrAligned(_ content: Range<Int>, _ bytes: [UInt8]) -> Bool {
    [#"\label"#, #"\tag"#, #"\begin"#].contains {
      ByteSearch.first(Array($0.utf8), in: bytes, content) != nil
    }
  }

  /// Whether a letter, digit or character of any script stands on the rest of the line; punctuation may end a display.
  private static func isFollowedByText(_ start: Int, to end: Int, _ bytes: [UInt8]) -> Bool {
    var offset = start
    while let (value, length) = Characters.character(at: offset, in: bytes, to: end) {
      if value == 0x0A || value == 0x0D || value == 0x7B { return false }
      let isASCIIWord =
        value < 0x80 && (Characters.isLetter(UInt8(value)) || Characters.isDigit(UInt8(value)))
      if isASCIIWord || Characters.isHan(value) { return true }
      offset += length
    }
    return false
  }
}
