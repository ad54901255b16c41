import SourceText

/// Finds where blocks end whose every byte counts: fenced code and display formulas.
struct ClosingLines {
  /// Openings of which none is closed in the rest of the lines.
  private var missing: Set<[UInt8]> = []

  /// The last line of the code or formula that a line opens, or `nil`.
  ///
  /// - Complexity: O(bytes of the block); an opening that is not closed is looked for once.
  mutating func end(
    ofBlockAt index: Int, in lines: [Range<Int>], of bytes: [UInt8], report: inout ImportReport
  ) -> Int? {
    let line = lines[index]
    if let fence = fence(line, in: bytes) {
      return closing(fence, from: index, in: lines, &report) { line in
        bytes[line].count >= fence.count && bytes[line].allSatisfy { $0 == fence[0] }
      }
    }
    guard line.count >= 2 else { return nil }
    switch (bytes[line.lowerBound], bytes[line.lowerBound + 1]) {
    case (0x24, 0x24):
      let content = line.lowerBound + 2..<line.upperBound
      if let close = TextBytes.find([0x24, 0x24], in: content, of: bytes) {
        return close.upperBound == line.upperBound && close.lowerBound > content.lowerBound ? index : nil
      }
      return formulaEnd([0x24, 0x24], from: index, in: lines, of: bytes, &report)
    case (0x5C, 0x5B):
      if line.count > 4, bytes[line].suffix(2).elementsEqual([0x5C, 0x5D]) { return index }
      return formulaEnd([0x5C, 0x5D], from: index, in: lines, of: bytes, &report)
    default: return nil
    }
  }

  /// Three backquotes or tildes and more, with at most the name of a language behind.
  private func fence(_ line: Range<Int>, in bytes: [UInt8]) -> [UInt8]? {
    guard let first = bytes[line].first, first == 0x60 || first == 0x7E else { return nil }
    let mark = bytes[line].prefix { $0 == first }
    let isFence = mark.count >= 3 && !bytes[line].dropFirst(mark.count).contains(first)
    return isFence ? Array(mark) : nil
  }

  private mutating func formulaEnd(
    _ mark: [UInt8], from index: Int, in lines: [Range<Int>], of bytes: [UInt8], _ report: inout ImportReport
  ) -> Int? {
    let end = closing(mark, from: index, in: lines, &report) { line in
      line.isEmpty || TextBytes.find(mark, in: line, of: bytes) != nil
    }
    guard let end else { return nil }
    guard !lines[end].isEmpty, bytes[lines[end]].suffix(2).elementsEqual(mark) else {
      report.add(
        .importDamaged, lines[index], "a formula begins here and does not end before the next blank line")
      return nil
    }
    return end
  }

  private mutating func closing(
    _ mark: [UInt8], from index: Int, in lines: [Range<Int>], _ report: inout ImportReport,
    where isEnd: (Range<Int>) -> Bool
  ) -> Int? {
    guard !missing.contains(where: { mark.starts(with: $0) }) else { return nil }
    if let end = lines[(index + 1)...].firstIndex(where: isEnd) { return end }
    missing.insert(mark)
    report.add(.importDamaged, lines[index], "what begins here is never closed, so it was taken for text")
    return nil
  }
}
