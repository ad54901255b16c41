/// The lines of a text, each with the `\n` that ends it.
package struct LineTable: Sendable {
  /// Where each line stands.
  package let ranges: [Range<Int>]

  /// - Complexity: O(bytes).
  package init(_ text: [UInt8]) {
    var ranges: [Range<Int>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0A {
      ranges.append(start..<(index + 1))
      start = index + 1
    }
    if start < text.count { ranges.append(start..<text.count) }
    self.ranges = ranges
  }

  /// The number of lines.
  package var count: Int { ranges.count }

  /// The line with exactly these bytes.
  ///
  /// - Complexity: O(log lines).
  package func index(ofLine range: Range<Int>) -> Int? {
    let place = ranges.partitioningIndex { $0.lowerBound >= range.lowerBound }
    return place < ranges.count && ranges[place] == range ? place : nil
  }
}
