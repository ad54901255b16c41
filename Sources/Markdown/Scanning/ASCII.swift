/// The classes of ASCII bytes CommonMark's rules speak of.
enum ASCII {
  /// A space or a tab.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// A space, a tab, a line ending, a vertical tab or a form feed.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// A line feed or a carriage return.
  @inline(__always)
  static func isLineEnding(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// What a backslash may escape.
  @inline(__always)
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// The offset behind a run of one byte.
  static func endOfRun(of byte: UInt8, from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    var index = start
    while index < end, bytes[index] == byte { index += 1 }
    return index
  }

  /// The offset of the first byte that is no space or tab.
  static func skipBlanks(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    var index = start
    while index < end, isBlank(bytes[index]) { index += 1 }
    return index
  }

  /// The offset of the first byte that is no white space, line endings included.
  static func skipSpaces(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    var index = start
    while index < end, isSpace(bytes[index]) { index += 1 }
    return index
  }

  /// A range without the spaces and tabs at its ends.
  static func trim(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let start = skipBlanks(from: range.lowerBound, to: range.upperBound, in: bytes)
    var end = range.upperBound
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Whether a lower-case text stands at an offset, compared without case.
  static func hasPrefix(_ text: StaticString, at start: Int, to end: Int, in bytes: [UInt8]) -> Bool {
    guard start + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { expected in
      expected.indices.allSatisfy { offset in
        let byte = bytes[start + offset]
        return byte == expected[offset] || (isLetter(byte) && byte | 0x20 == expected[offset])
      }
    }
  }

  /// Whether a tag has the name a lower-case text such as `<a` gives, compared without case.
  static func isTag(_ name: StaticString, _ tag: ArraySlice<UInt8>) -> Bool {
    let length = name.utf8CodeUnitCount
    guard tag.count > length, isSpace(tag[tag.startIndex + length]) || tag[tag.startIndex + length] == 0x3E
    else {
      return false
    }
    return name.withUTF8Buffer { expected in
      zip(tag, expected).allSatisfy { $0 == $1 || (isLetter($0) && $0 | 0x20 == $1) }
    }
  }
}

extension StaticString {
  /// Whether the literal's UTF-8 text equals these bytes.
  func matches(_ bytes: some Collection<UInt8>) -> Bool {
    withUTF8Buffer { $0.elementsEqual(bytes) }
  }
}
