/// Pairs of `**` that were meant as Markdown: text of one line between them, no white space inside at its ends.
struct StrongMarks {
  private let places: Set<Int>

  /// Finds the pairs of a line outside of formulas, code and addresses.
  ///
  /// - Complexity: O(length).
  init(_ line: Range<Int>, spans: [ProtectedSpan], in bytes: [UInt8]) {
    var places: Set<Int> = []
    var open: Int?
    var next = spans[...]
    var index = line.lowerBound
    while index < line.upperBound {
      while let span = next.first, span.range.upperBound <= index { next.removeFirst() }
      if let span = next.first, span.range.contains(index) {
        index = span.range.upperBound
        continue
      }
      let run = bytes[index..<line.upperBound].prefix { $0 == 0x2A }.count
      if run == 2 {
        if let start = open, !TextBytes.isBlank(bytes[index - 1]), index > start + 2 {
          places.formUnion([start, index])
          open = nil
        } else if index + 2 < line.upperBound, !TextBytes.isBlank(bytes[index + 2]) {
          open = index
        }
      }
      index += max(1, run)
    }
    self.places = places
  }

  func contains(_ index: Int) -> Bool { places.contains(index) }
}
