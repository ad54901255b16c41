/// What belongs to the page around a text: `查看更多`, `Show more`, the links and the copyright at a page's foot.
enum PageFurniture {
  /// Whether a line is nothing else.
  ///
  /// - Complexity: O(words × length of the line), and nothing for lines of more than 240 bytes.
  static func isFurniture(_ line: Range<Int>, vocabulary: Vocabulary, in bytes: [UInt8]) -> Bool {
    guard !line.isEmpty, line.count <= 240 else { return false }
    if isWhole(line, vocabulary.more, in: bytes) { return true }
    let text = String(decoding: bytes[line], as: UTF8.self)
    let folded = text.lowercased()
    if let last = text.last, last == "?" || last == "？" { return false }
    if text.contains("©") || vocabulary.copyright.contains(where: { folded.hasPrefix($0.lowercased()) }) {
      return true
    }
    if text.contains("ICP备") || text.contains("公网安备") { return true }
    let parts = text.split { "|｜·•/\t".contains($0) }.flatMap { part in
      part.split(separator: "  ").map { Label.bare(String($0)) }
    }.filter { !$0.isEmpty }
    return !parts.isEmpty
      && parts.allSatisfy { part in
        vocabulary.footer.contains { $0.lowercased() == part.lowercased() }
      }
  }

  /// Whether a line is one of the words, arrows and dots around it left out.
  private static func isWhole(_ line: Range<Int>, _ words: [String], in bytes: [UInt8]) -> Bool {
    var start = line.lowerBound
    var end = line.upperBound
    func isSign(_ scalar: Unicode.Scalar) -> Bool {
      !scalar.properties.isAlphabetic && !scalar.properties.isIdeographic
    }
    while start < end, case let scalar = TextBytes.scalar(at: start, in: bytes), isSign(scalar) {
      start += UTF8.width(scalar)
    }
    while let scalar = TextBytes.scalar(before: end, from: start, in: bytes), isSign(scalar) {
      end -= UTF8.width(scalar)
    }
    return start < end && Label.isWhole(start..<end, words, in: bytes)
  }
}
