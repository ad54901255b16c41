import Markdown
import SourceText

/// `oai_citation:0‡site`, with which a chat program names the source a link leads to.
struct OpenAICitation {
  /// The mark without the site's name.
  private let mark: Range<Int>
  /// Mark and name.
  let range: Range<Int>
  /// Whether it is certain where the name ends: it is of ASCII letters and signs.
  private let isNameCertain: Bool

  /// Reads the mark at an offset, and the name behind it.
  ///
  /// - Complexity: O(length of the name).
  init?(at rest: Range<Int>, in bytes: [UInt8]) {
    let end = rest.upperBound
    guard bytes[rest.lowerBound] == 0x6F else { return nil }
    guard
      let head = OpenAICitation.heads.first(where: {
        ByteSearch.matches($0, at: rest.lowerBound, in: bytes, to: end)
      })
    else { return nil }
    var index = rest.lowerBound + head.count
    let digits = index
    while index < end, Characters.isDigit(bytes[index]) { index += 1 }
    guard index > digits else { return nil }
    for dagger in ["†", "‡"] where ByteSearch.matches(Array(dagger.utf8), at: index, in: bytes, to: end) {
      index += dagger.utf8.count
      break
    }
    mark = rest.lowerBound..<index
    while index < end, bytes[index] > 0x20, bytes[index] < 0x7F, !"()[]<>".utf8.contains(bytes[index]) {
      index += 1
    }
    while index > mark.upperBound, ".,;:!?".utf8.contains(bytes[index - 1]) { index -= 1 }
    range = rest.lowerBound..<index
    isNameCertain = index == end || bytes[index] < 0x80 || index > mark.upperBound
  }

  private static let heads = ["oai_citation:", "oai_citation_attribution:"].map { Array($0.utf8) }

  /// In the text of a link the mark goes and the name stays, elsewhere both go.
  func finding(in run: ProseRun, of page: LintedPage) -> Finding {
    if let label = label(around: page) {
      let finding = Finding(
        .lintModelCitation, mark, "The text of this link begins with a chat program's own mark.",
        advice: "Say where the link leads, or cite the source itself, `[@key]`.")
      let rest = page.bytes[mark.upperBound..<max(label, mark.upperBound)]
      return rest.contains { $0 > 0x20 } ? finding.replacing(mark, by: "") : finding
    }
    let finding = ModelCitations.finding(range)
    let start = Characters.skipBlanks(backFrom: range.lowerBound, to: run.range.lowerBound, in: page.bytes)
    return finding.replacing(start..<range.upperBound, by: "", isNameCertain ? .safe : .proposed)
  }

  /// Where the text of the link ends in which the mark stands.
  private func label(around page: LintedPage) -> Int? {
    let node = page.addresses.first { address in
      address.role == .link && address.node != nil && address.element.contains(mark.lowerBound)
    }?.node
    guard let node else { return nil }
    return page.document.children(of: node).map { Int(page.document.nodes[$0].range.end) }.max()
  }
}
