/// Writes JSON text, byte by byte the same on every target.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// Punctuation and literals, as they are.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// A string: control characters, quotes and backslashes escaped, ill-formed UTF-8 replaced by U+FFFD.
  mutating func string(_ text: [UInt8]) {
    bytes.append(0x22)
    let span = text.span
    var index = 0
    while index < span.count {
      guard let (scalar, length) = decodeScalar(span, at: index) else {
        appendUTF8(0xFFFD, to: &bytes)
        index += 1
        continue
      }
      switch scalar {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(UInt8(truncatingIfNeeded: scalar))
      case 0..<0x20, 0x7F:
        raw("\\u00")
        bytes.append(scalar < 0x10 ? 0x30 : scalar < 0x20 ? 0x31 : 0x37)
        let low = UInt8(truncatingIfNeeded: scalar & 15)
        bytes.append(low < 10 ? 0x30 + low : 0x57 + low)
      default: appendUTF8(scalar, to: &bytes)
      }
      index += length
    }
    bytes.append(0x22)
  }

  /// What comes before a string, and the string.
  @inline(never)
  mutating func member(_ name: StaticString, _ text: [UInt8]) {
    raw(name)
    string(text)
  }

  mutating func number(_ value: UInt32) {
    var digits: [UInt8] = []
    var rest = value
    repeat {
      digits.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes.append(contentsOf: digits.reversed())
  }
}
