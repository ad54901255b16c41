import SourceText

/// A date at the end of a line: `…的平均。 2024-09-07`, `…… 发布于 2024年9月7日`, `… 3 days ago`.
struct TrailingDate {
  let reading: WrittenDate.Reading
  /// The date with its label and the signs before it.
  let range: Range<Int>
  /// The line before it; empty when the line is a date.
  let text: Range<Int>
  /// Whether a sentence ends before it, or a sign or a wide gap parts it from the text.
  let isApart: Bool

  /// In bytes: the longest date.
  private static let longest = 48

  /// Reads the end of a line.
  ///
  /// - Parameter labels: what may stand before the day.
  /// - Complexity: O(labels), and a constant number of attempts.
  init?(_ line: Range<Int>, published labels: [String], in bytes: [UInt8]) {
    var found: (start: Int, reading: WrittenDate.Reading)?
    for start in max(line.lowerBound, line.upperBound - TrailingDate.longest)..<line.upperBound {
      guard bytes[start] & 0xC0 != 0x80, !TextBytes.isBlank(bytes[start]) else { continue }
      // A date is no part of a word or a longer number.
      if start > line.lowerBound, TextBytes.isAlphanumeric(bytes[start - 1]) { continue }
      if let reading = TrailingDate.read(start..<line.upperBound, in: bytes) {
        found = (start, reading)
        break
      }
    }
    guard let found else { return nil }
    let before = TextBytes.trim(line.lowerBound..<found.start, in: bytes)
    let label = TrailingDate.label(ending: before, labels, in: bytes)
    let rest = TextBytes.trim(line.lowerBound..<(label ?? found.start), in: bytes)
    let text = TrailingDate.withoutSigns(rest, in: bytes)
    let gap = bytes[rest.upperBound..<(label ?? found.start)]
    let isInBrackets = bytes[found.start] == 0x28 || bytes[found.start] == 0xEF
    reading = found.reading
    range = text.upperBound..<line.upperBound
    self.text = text
    isApart =
      text != rest || isInBrackets || gap.count > 1 || gap.first == 0x09
      || TextBytes.endsSentence(text, in: bytes)
  }

  /// A date, or one in parentheses, where a month alone is one, too.
  private static func read(_ text: Range<Int>, in bytes: [UInt8]) -> WrittenDate.Reading? {
    for (opening, closing) in [("(", ")"), ("（", "）")]
    where bytes[text].starts(with: opening.utf8)
      && bytes[text].suffix(closing.utf8.count).elementsEqual(closing.utf8)
    {
      let inside = TextBytes.trim(
        text.lowerBound + opening.utf8.count..<text.upperBound - closing.utf8.count, in: bytes)
      if let reading = WrittenDate.read(inside, in: bytes) { return reading }
      return WrittenDate.isMonth(inside, in: bytes) ? .relative : nil
    }
    return WrittenDate.read(text, in: bytes)
  }

  /// Where the label begins with which a text ends, a colon behind it or not.
  private static func label(ending text: Range<Int>, _ labels: [String], in bytes: [UInt8]) -> Int? {
    var end = text.upperBound
    if TextBytes.scalar(before: end, from: text.lowerBound, in: bytes).map({ $0 == ":" || $0 == "：" }) == true
    {
      end -= bytes[end - 1] == 0x3A ? 1 : 3
    }
    let starts = labels.compactMap { label -> Int? in
      let word = label.utf8.map { TextBytes.lowercased($0) }
      let start = end - word.count
      guard start >= text.lowerBound, bytes[start..<end].map(TextBytes.lowercased) == word else { return nil }
      let isWord =
        word[0] >= 0x80 || start == text.lowerBound || !TextBytes.isAlphanumeric(bytes[start - 1])
      return isWord ? start : nil
    }
    return starts.min()
  }

  private static func withoutSigns(_ text: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var end = text.upperBound
    while let last = TextBytes.scalar(before: end, from: text.lowerBound, in: bytes),
      last == " " || "·•|｜—–".unicodeScalars.contains(last)
    {
      end -= UTF8.width(last)
    }
    return text.lowerBound..<end
  }
}
