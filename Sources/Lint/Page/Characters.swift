/// The classes of characters that the rules speak of, read from UTF-8 in place.
enum Characters {
  /// The character that begins at an offset, with its length; `nil` at the end and for ill-formed bytes.
  static func character(at offset: Int, in bytes: [UInt8], to end: Int) -> (value: UInt32, length: Int)? {
    guard offset < end else { return nil }
    let lead = bytes[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, offset + length <= end else { return nil }
    var value = UInt32(lead & (0x7F >> UInt8(length)))
    for index in (offset + 1)..<(offset + length) {
      let byte = bytes[index]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }

  /// The character that ends before an offset.
  static func character(before offset: Int, in bytes: [UInt8], from start: Int) -> (
    value: UInt32, length: Int
  )? {
    var index = offset - 1
    while index > start, offset - index < 4, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    guard index >= start, let found = character(at: index, in: bytes, to: offset),
      index + found.length == offset
    else { return nil }
    return found
  }

  /// A Chinese character: the ideographs and their extensions, and 〇.
  static func isHan(_ value: UInt32) -> Bool {
    switch value {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// A mark that closes a part of a Chinese sentence and takes no space before it. Curly quotes are not among them:
  /// English uses the same characters.
  static func isClosingMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0xFF01, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B,
      0xFF1F:
      true
    default: false
    }
  }

  /// Whether such a mark ends before an offset.
  static func endsClause(at offset: Int, in bytes: [UInt8], from start: Int) -> Bool {
    character(before: offset, in: bytes, from: start).map { isClosingMark($0.value) } ?? false
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  static func isUpperCase(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// The offset of the first byte that is no space or tab.
  static func skipBlanks(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    var index = start
    while index < end, isBlank(bytes[index]) { index += 1 }
    return index
  }

  /// The offset behind the last byte before an offset that is no space or tab.
  static func skipBlanks(backFrom end: Int, to start: Int, in bytes: [UInt8]) -> Int {
    var index = end
    while index > start, isBlank(bytes[index - 1]) { index -= 1 }
    return index
  }
}

/// Finding short texts in bytes.
enum ByteSearch {
  /// Whether a text stands at an offset.
  static func matches(
    _ text: [UInt8], at offset: Int, in bytes: [UInt8], to end: Int, ignoringCase: Bool = false
  ) -> Bool {
    guard offset + text.count <= end else { return false }
    for index in text.indices {
      let byte = bytes[offset + index]
      let isSame =
        byte == text[index] || (ignoringCase && Characters.isUpperCase(byte) && byte | 0x20 == text[index])
      if !isSame { return false }
    }
    return true
  }

  /// The first place of a text at or behind an offset.
  ///
  /// - Complexity: O(bytes × length of the text), in practice O(bytes).
  static func first(
    _ text: [UInt8], in bytes: [UInt8], _ range: Range<Int>, ignoringCase: Bool = false
  ) -> Int? {
    guard !text.isEmpty, range.count >= text.count else { return nil }
    for offset in range.lowerBound...(range.upperBound - text.count)
    where matches(text, at: offset, in: bytes, to: range.upperBound, ignoringCase: ignoringCase) {
      return offset
    }
    return nil
  }
}
