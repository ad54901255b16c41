/// The code point at `index`, and its length in bytes; nil where the bytes are not well-formed UTF-8
/// (overlong forms, surrogates, values above U+10FFFF, truncation).
@inline(__always)
func decodeScalar(_ text: Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int)? {
  let lead = text[index]
  if lead < 0x80 { return (UInt32(lead), 1) }
  if lead < 0xC2 || lead > 0xF4 { return nil }
  guard index + 1 < text.count else { return nil }
  let second = UInt32(text[index + 1])
  guard second & 0xC0 == 0x80 else { return nil }
  if lead < 0xE0 { return ((UInt32(lead) & 0x1F) << 6 | second & 0x3F, 2) }
  guard index + 2 < text.count else { return nil }
  let third = UInt32(text[index + 2])
  guard third & 0xC0 == 0x80 else { return nil }
  if lead < 0xF0 {
    let scalar = (UInt32(lead) & 0xF) << 12 | (second & 0x3F) << 6 | third & 0x3F
    return scalar < 0x800 || (0xD800...0xDFFF).contains(scalar) ? nil : (scalar, 3)
  }
  guard index + 3 < text.count else { return nil }
  let fourth = UInt32(text[index + 3])
  guard fourth & 0xC0 == 0x80 else { return nil }
  let scalar = (UInt32(lead) & 7) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F
  return scalar < 0x10000 || scalar > 0x10FFFF ? nil : (scalar, 4)
}

/// Appends `scalar`, a code point but no surrogate, as UTF-8.
func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  var units = packedUTF8(scalar)
  repeat {
    bytes.append(UInt8(truncatingIfNeeded: units))
    units >>= 8
  } while units != 0
}

/// The UTF-8 of a code point that is no surrogate, its first byte lowest.
func packedUTF8(_ scalar: UInt32) -> UInt32 {
  if scalar < 0x80 { return scalar }
  if scalar < 0x800 { return 0x80C0 | scalar >> 6 | (scalar & 0x3F) << 8 }
  let end = (scalar & 0x3F) << 8 | scalar >> 6 & 0x3F
  if scalar < 0x10000 { return 0x8080E0 | scalar >> 12 | end << 8 }
  return 0x808080F0 | scalar >> 18 | (scalar >> 12 & 0x3F) << 8 | end << 16
}

// One element after the other: what the library has for it is much code, once for each kind of sequence.
extension [UInt8] {
  /// Appends text of the source.
  @inline(never)
  mutating func append(ascii text: StaticString) {
    for place in 0..<text.utf8CodeUnitCount { append(text.utf8Start[place]) }
  }
}

extension Array where Element: FixedWidthInteger {
  /// A copy of a part.
  @inline(never)
  func part(_ range: Range<Int>) -> [Element] {
    var part: [Element] = []
    part.append(part: range, of: self)
    return part
  }

  /// Appends a part of another array.
  @inline(never)
  mutating func append(part range: Range<Int>, of other: [Element]) {
    var place = range.lowerBound
    while place < range.upperBound {
      append(other[place])
      place += 1
    }
  }

  /// Appends another array.
  mutating func append(all other: [Element]) {
    append(part: SearchIndex.range(0, other.count), of: other)
  }
}
