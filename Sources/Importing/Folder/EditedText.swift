import SourceText

/// A text made from another, which knows where its parts stood.
struct EditedText {
  private(set) var bytes: [UInt8] = []
  /// Where stretches begin here and in the original, in order.
  private var stretches: [(here: Int, there: Int)] = []

  /// Takes over a stretch of the original as it is.
  mutating func keep(_ range: Range<Int>, of original: [UInt8]) {
    guard !range.isEmpty else { return }
    stretches.append((bytes.count, range.lowerBound))
    bytes += original[range]
  }

  /// Writes what stands in place of something at an offset of the original.
  mutating func insert(_ text: some Collection<UInt8>, at offset: Int) {
    guard !text.isEmpty else { return }
    stretches.append((bytes.count, offset))
    bytes.append(contentsOf: text)
  }

  /// Where a byte of this text, or what it stands for, begins in the original.
  ///
  /// - Complexity: O(log stretches).
  func original(_ offset: Int) -> Int {
    let next = stretches.partitioningIndex { $0.here > offset }
    guard next > 0 else { return offset }
    let stretch = stretches[next - 1]
    return stretch.there + offset - stretch.here
  }
}

/// A replacement of bytes.
struct TextEdit {
  var range: Range<Int>
  var replacement: [UInt8]

  /// Makes replacements; of two that overlap the first stands.
  ///
  /// - Complexity: O(bytes + n log n) for n edits.
  static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var done = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= done {
      output += bytes[done..<edit.range.lowerBound]
      output += edit.replacement
      done = edit.range.upperBound
    }
    return output + bytes[done...]
  }
}
