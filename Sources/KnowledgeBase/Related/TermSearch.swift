/// Looks for folded terms in texts.
package enum TermSearch {
  /// Where a term stands first from an offset on; letters of ASCII also as capitals.
  ///
  /// - Complexity: O(distance), eight bytes at once.
  package static func place(of term: [UInt8], in text: [UInt8], from start: Int = 0) -> Int? {
    guard let last = term.last, start + term.count <= text.count else { return nil }
    let text = text.span
    let term = term.span
    // The last byte of a Chinese character differs more than its first.
    var end = start + term.count - 1
    let isLetter = last &- 0x61 < 26
    let pattern = Pattern(last)
    // Both last bytes seldom stand together by chance.
    let distance = min(1, term.count - 1)
    let patternBefore = Pattern(term[term.count - 1 - distance])
    var looked = end
    while end < text.count {
      if end >= looked, end + 8 <= text.count {
        looked = end + 8
        if !hasZero(pattern.differing(text, end) | patternBefore.differing(text, end - distance)) {
          end = looked
          continue
        }
      }
      let byte = text[end]
      if byte == last || isLetter && byte == last & 0xDF {
        let place = end - term.count + 1
        if matches(text, at: place, term) { return place }
      }
      end += 1
    }
    return nil
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// A byte eight times; of a letter, both of whose cases differ in one bit, that bit is set before it is compared.
  private struct Pattern {
    let bytes: UInt64
    let bit: UInt64

    init(_ byte: UInt8) {
      bytes = TermSearch.ones &* UInt64(byte)
      bit = byte &- 0x61 < 26 ? TermSearch.ones &* 0x20 : 0
    }

    /// Eight bytes of a text, of which those are 0 that are the pattern's.
    @inline(__always)
    func differing(_ text: Span<UInt8>, _ start: Int) -> UInt64 {
      (text.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self) | bit) ^ bytes
    }
  }

  /// Whether one of eight bytes is 0 (Anderson, "Bit Twiddling Hacks").
  @inline(__always)
  private static func hasZero(_ word: UInt64) -> Bool {
    (word &- ones) & ~word & (ones &* 0x80) != 0
  }

  private static func matches(_ text: Span<UInt8>, at place: Int, _ term: Span<UInt8>) -> Bool {
    for index in term.indices {
      let byte = text[place + index]
      guard byte == term[index] || (byte &- 0x41 < 26 && byte | 0x20 == term[index]) else { return false }
    }
    return true
  }

  /// Whether a word stands in a text outside of addresses, or not at all in these letters.
  static func isWord(_ word: [UInt8], of text: [UInt8]) -> Bool {
    var start = 0
    var isInAddress = false
    while let place = place(of: word, in: text, from: start) {
      start = place + word.count
      guard place == 0 || !isLetter(text[place - 1]), start == text.count || !isLetter(text[start]) else {
        continue
      }
      guard let address = address(around: place, in: text) else { return true }
      isInAddress = true
      start = max(start, address.upperBound)
    }
    return !isInAddress
  }

  /// What stands around an offset without a blank, if it is an address.
  private static func address(around place: Int, in text: [UInt8]) -> Range<Int>? {
    var start = place
    while start > 0, isOfAddress(text[start - 1]) { start -= 1 }
    var end = place
    while end < text.count, isOfAddress(text[end]) { end += 1 }
    let run = text[start..<end]
    let hasScheme = run.indices.contains { run[$0] == 0x3A && run[$0...].prefix(3).elementsEqual("://".utf8) }
    return hasScheme || run.starts(with: "www.".utf8) ? start..<end : nil
  }

  private static func isOfAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x22, 0x27, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x60, 0x7B...0xFF: false
    default: true
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte | 0x20 &- 0x61 < 26
  }
}
