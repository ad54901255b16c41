/// Questions about bytes of UTF-8 text.
enum TextBytes {
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The small letter of an ASCII capital, any other byte as it is.
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  /// ASCII characters that a backslash can escape (CommonMark 0.30, section 2.4).
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Control characters but for white space.
  static func isControl(_ byte: UInt8) -> Bool {
    byte == 0x7F || (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D)
  }

  /// A range without white space at its ends; the ideographic and the no-break space count.
  ///
  /// - Complexity: O(white space).
  static func trim(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      if isBlank(bytes[start]) {
        start += 1
      } else if let length = wideSpace(at: start, end: end, in: bytes) {
        start += length
      } else {
        break
      }
    }
    while end > start {
      if isBlank(bytes[end - 1]) {
        end -= 1
      } else if end - 3 >= start, wideSpace(at: end - 3, end: end, in: bytes) == 3 {
        end -= 3
      } else if end - 2 >= start, wideSpace(at: end - 2, end: end, in: bytes) == 2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// The length of U+3000, U+FEFF or U+00A0 at an offset.
  private static func wideSpace(at index: Int, end: Int, in bytes: [UInt8]) -> Int? {
    if index + 2 <= end, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 { return 2 }
    guard index + 3 <= end else { return nil }
    let isIdeographic = bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
    let isMark = bytes[index] == 0xEF && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF
    return isIdeographic || isMark ? 3 : nil
  }

  /// The scalar that begins at an offset; U+FFFD for ill-formed bytes.
  static func scalar(at index: Int, in bytes: [UInt8]) -> Unicode.Scalar {
    let lead = bytes[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let text = String(decoding: bytes[index..<min(index + length, bytes.count)], as: UTF8.self)
    return text.unicodeScalars.first ?? "\u{FFFD}"
  }

  /// The scalar that ends before an offset, if it lies behind `start`.
  static func scalar(before index: Int, from start: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    guard index > start else { return nil }
    var first = index - 1
    while first > start, bytes[first] & 0xC0 == 0x80, index - first < 4 { first -= 1 }
    return scalar(at: first, in: bytes)
  }

  /// Where a word stands in a range, from the front.
  ///
  /// - Complexity: O(range × word).
  static func find(_ word: [UInt8], in range: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    guard let first = word.first, range.count >= word.count else { return nil }
    var index = range.lowerBound
    while index + word.count <= range.upperBound {
      if bytes[index] == first, bytes[index..<index + word.count].elementsEqual(word) {
        return index..<index + word.count
      }
      index += 1
    }
    return nil
  }

  /// Whether a text ends as sentences do, before the marks of sources behind it.
  static func endsSentence(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let end = SourceMark.start(ofMarksEnding: range, in: bytes)
    guard let last = scalar(before: end, from: range.lowerBound, in: bytes) else { return false }
    return sentenceEnds.contains(last) || last == ":" || last == "：" || last == ";" || last == "；"
  }

  /// Whether a full stop, question or exclamation mark stands within a text, before its last character.
  static func holdsSentenceEnd(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes[range], as: UTF8.self).unicodeScalars.dropLast()
    return text.contains { $0 == "。" || $0 == "！" || $0 == "？" || $0 == "；" }
  }

  /// Whether anything but a question ends within a text.
  static func holdsStatement(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    String(decoding: bytes[range], as: UTF8.self).unicodeScalars.contains {
      $0 == "。" || $0 == "！" || $0 == "；"
    }
  }

  /// Characters that end sentences.
  static let sentenceEnds: Set<Unicode.Scalar> = [
    "。", "！", "？", "…", ".", "!", "?", "”", "」", "』", "）", ")", "\"",
  ]
}
