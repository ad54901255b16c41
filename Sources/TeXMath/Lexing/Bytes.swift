extension UInt8 {
  package var isDigit: Bool { self &- 0x30 < 10 }
  package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  package var isWhiteSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

/// Strict UTF-8 (RFC 3629) without the standard library's tables.
enum UTF8Decoder {
  static let replacement: UInt32 = 0xFFFD

  /// The scalar that starts at an index, and its length in bytes; a byte that starts none is U+FFFD.
  static func scalar(in bytes: [UInt8], at index: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC2..<0xE0:
      guard let second = continuation(in: bytes, at: index + 1) else { break }
      return ((first & 0x1F) << 6 | second, 2)
    case 0xE0..<0xF0:
      guard let second = continuation(in: bytes, at: index + 1),
        let third = continuation(in: bytes, at: index + 2)
      else { break }
      let scalar = (first & 0x0F) << 12 | second << 6 | third
      guard scalar >= 0x800, !(0xD800..<0xE000).contains(scalar) else { break }
      return (scalar, 3)
    case 0xF0..<0xF5:
      guard let second = continuation(in: bytes, at: index + 1),
        let third = continuation(in: bytes, at: index + 2),
        let fourth = continuation(in: bytes, at: index + 3)
      else { break }
      let scalar = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
      guard (0x10000..<0x110000).contains(scalar) else { break }
      return (scalar, 4)
    default: break
    }
    return (replacement, 1)
  }

  /// Whether XML 1.0 allows the character (production 2, `Char`).
  static func isAllowedInXML(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x9, 0xA, 0xD, 0x20..<0x7F, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func continuation(in bytes: [UInt8], at index: Int) -> UInt32? {
    guard index < bytes.count, bytes[index] & 0xC0 == 0x80 else { return nil }
    return UInt32(bytes[index] & 0x3F)
  }
}

extension Array where Element == UInt8 {
  /// Appends a scalar as UTF-8.
  package mutating func append(scalar: UInt32) {
    switch scalar {
    case 0..<0x80: append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }

  /// Appends a literal.
  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }
}
