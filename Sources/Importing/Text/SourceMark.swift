/// A mark in the text that names sources by their numbers: `[1]`, `[1, 3]`, `[2-4]`, `【1】`, `¹`, `【1†source】`.
struct SourceMark {
  let range: Range<Int>
  let numbers: [Int]
  /// Whether the mark holds text besides numbers, which a citation does not keep.
  let dropsText: Bool

  /// Longest mark in bytes.
  private static let limit = 48
  /// Most sources a range such as `[1-9]` names.
  private static let widest = 32

  /// Reads the mark at an offset.
  ///
  /// - Parameter isBehindMark: whether another mark ends there.
  /// - Complexity: O(1).
  init?(at start: Int, of line: Range<Int>, in bytes: [UInt8], isBehindMark: Bool = false) {
    guard start < line.upperBound else { return nil }
    switch bytes[start] {
    case 0x5B:
      guard isBehindMark || !SourceMark.isIndex(start, of: line, in: bytes),
        let end = bytes[start..<min(line.upperBound, start + SourceMark.limit)].firstIndex(of: 0x5D)
      else { return nil }
      var content = start + 1..<end
      if bytes[content].first == 0x5E { content = content.lowerBound + 1..<end }
      if bytes[content].last == 0x5E { content = content.lowerBound..<content.upperBound - 1 }
      guard let numbers = SourceMark.numbers(String(decoding: bytes[content], as: UTF8.self)) else {
        return nil
      }
      self.init(range: start..<end + 1, numbers: numbers, dropsText: false)
    case 0xE3:
      let window = start..<min(line.upperBound, start + SourceMark.limit)
      guard bytes[window].starts(with: "【".utf8),
        let close = TextBytes.find(Array("】".utf8), in: window, of: bytes)
      else { return nil }
      let content = String(decoding: bytes[start + 3..<close.lowerBound], as: UTF8.self)
      let parts = content.split(separator: "†", maxSplits: 1)
      guard let first = parts.first, let numbers = SourceMark.numbers(String(first)) else { return nil }
      self.init(range: start..<close.upperBound, numbers: numbers, dropsText: parts.count > 1)
    case 0xC2, 0xE2:
      guard let (number, end) = SourceMark.superscript(at: start, of: line, in: bytes),
        isBehindMark || SourceMark.mayBearMark(before: start, of: line, in: bytes)
      else { return nil }
      self.init(range: start..<end, numbers: [number], dropsText: false)
    default: return nil
    }
  }

  private init(range: Range<Int>, numbers: [Int], dropsText: Bool) {
    self.range = range
    self.numbers = numbers
    self.dropsText = dropsText
  }

  /// Where the marks begin that end a line: of `text.[1][2]` behind the full stop.
  ///
  /// - Complexity: O(length of the marks).
  static func start(ofMarksEnding line: Range<Int>, in bytes: [UInt8]) -> Int {
    var end = line.upperBound
    while let last = TextBytes.scalar(before: end, from: line.lowerBound, in: bytes) {
      if digits.contains(last) {
        end -= UTF8.width(last)
        continue
      }
      guard last == "]" || last == "】" else { break }
      let opening = last == "]" ? Array("[".utf8) : Array("【".utf8)
      let window = max(line.lowerBound, end - limit)..<end
      guard let open = window.last(where: { bytes[$0...].starts(with: opening) }),
        let mark = SourceMark(at: open, of: line.lowerBound..<end, in: bytes, isBehindMark: true),
        mark.range.upperBound == end
      else { break }
      end = open
    }
    return end
  }

  /// Whether a bracket belongs to a variable of one letter, or is the value of one: `x[1]`, `x = [1, 2]`.
  private static func isIndex(_ start: Int, of line: Range<Int>, in bytes: [UInt8]) -> Bool {
    var before = start
    while before > line.lowerBound, TextBytes.isBlank(bytes[before - 1]) { before -= 1 }
    if before > line.lowerBound, bytes[before - 1] == 0x3D { return true }
    guard start > line.lowerBound, TextBytes.isLetter(bytes[start - 1]) else { return false }
    return start - 1 == line.lowerBound || !TextBytes.isAlphanumeric(bytes[start - 2])
  }

  /// The numbers of `1`, `1, 3`, `2-4`.
  private static func numbers(_ text: String) -> [Int]? {
    var numbers: [Int] = []
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: { ",，、;；".contains($0) }) {
      let ends = part.split(whereSeparator: { "-–—~～".contains($0) }).map { end in
        Int(end.filter { $0 != " " })
      }
      guard let first = ends.first, let start = first, let last = ends.last, let end = last, ends.count <= 2,
        start > 0, end >= start, end - start < widest
      else { return nil }
      numbers += start...end
    }
    return numbers
  }

  private static let digits: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  private static func superscript(
    at start: Int, of line: Range<Int>, in bytes: [UInt8]
  ) -> (number: Int, end: Int)? {
    var index = start
    var number = 0
    while index < line.upperBound, index < start + 9 {
      let scalar = TextBytes.scalar(at: index, in: bytes)
      guard let digit = digits.firstIndex(of: scalar) else { break }
      number = number * 10 + digit
      index += UTF8.width(scalar)
    }
    return number > 0 ? (number, index) : nil
  }

  /// Whether a raised number there is a mark rather than a power: behind punctuation, a Chinese character or a word of
  /// three letters.
  private static func mayBearMark(before index: Int, of line: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard let before = TextBytes.scalar(before: index, from: line.lowerBound, in: bytes) else { return false }
    if before.value < 0x80 {
      if TextBytes.isLetter(UInt8(truncatingIfNeeded: before.value)) {
        let word = bytes[line.lowerBound..<index].suffix(3)
        return word.count == 3 && word.allSatisfy(TextBytes.isLetter)
      }
      return ".,;:!?\"'".unicodeScalars.contains(before)
    }
    return before.properties.isIdeographic || "。，；：！？”』」、".unicodeScalars.contains(before)
  }
}
