import SourceText

/// Paragraphs that a scraper took twice.
enum DoubledParagraphs {
  /// Bytes from which the repetition of a paragraph is no chance: right behind its twin, and anywhere.
  private static let shortest = (adjacent: 24, anywhere: 90)

  /// The blocks without those that repeat an earlier one byte by byte.
  ///
  /// - Complexity: O(bytes).
  static func removed(
    from blocks: [TextBlock], in bytes: [UInt8], report: inout ImportReport
  ) -> [TextBlock] {
    var seen: Set<ArraySlice<UInt8>> = []
    var kept: [TextBlock] = []
    for block in blocks {
      let text = bytes[block.range]
      let isText = block.kind == .paragraph && block.lines.count == 1
      let isAdjacent = kept.last.map { $0.kind == block.kind && bytes[$0.range] == text } ?? false
      if isText,
        (isAdjacent && text.count >= shortest.adjacent)
          || (text.count >= shortest.anywhere && seen.contains(text))
      {
        report.addRemoval(block.range, "this paragraph stands in the text already")
        continue
      }
      if isText { seen.insert(text) }
      kept.append(block)
    }
    return kept
  }
}
