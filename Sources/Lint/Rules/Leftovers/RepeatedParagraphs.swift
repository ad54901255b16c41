import Markdown
import SourceText

/// Paragraphs that stand twice on a page.
enum RepeatedParagraphs: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    var first: [Key: Int] = [:]
    let document = page.document
    for (index, node) in document.nodes.enumerated() where node.kind == .paragraph {
      let range = node.range.bytes
      let text = collapsed(page.bytes[range])
      guard text.count >= shortest else { continue }
      let key = Key(text: text, isQuoted: page.quotations.overlap(range))
      guard let other = first[key] else {
        first[key] = index
        continue
      }
      let line = document.source.lineIndex(at: Int(document.nodes[other].range.start)) + 1
      let finding = Finding(
        .lintRepeatedParagraph, range, "This paragraph stands on the page already, in line \(line).",
        advice: "Delete one of the two.")
      let isNext = Int(document.nodes[other].subtreeEnd) == index
      if isNext, page.isTopLevelParagraph(index), page.isTopLevelParagraph(other) {
        findings.append(finding.replacing(Int(document.nodes[other].range.end)..<range.upperBound, by: ""))
        first[key] = index
      } else {
        findings.append(finding)
      }
    }
  }

  private struct Key: Hashable {
    var text: [UInt8]
    var isQuoted: Bool

    /// All bytes at once: the array's own would take them one by one.
    func hash(into hasher: inout Hasher) {
      text.withUnsafeBytes { hasher.combine(bytes: $0) }
      hasher.combine(isQuoted)
    }
  }

  /// In bytes: sixteen Chinese characters, or half a line of English. Shorter paragraphs repeat for good reasons.
  private static let shortest = 48

  private static func collapsed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var last: UInt8 = 0x20
    for byte in text where byte > 0x20 || last != 0x20 {
      last = max(byte, 0x20)
      result.append(last)
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }
}
