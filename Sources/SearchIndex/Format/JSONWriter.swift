/// Writes JSON text, byte by byte the same on every target.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// Punctuation and literals, as they are.
  mutating func raw(_ text: StaticString) {
    bytes.append(ascii: text)
  }

  /// A string: control characters, quotes and backslashes escaped. Ill-formed UTF-8 stays as it is; who decodes the
  /// text replaces it.
  mutating func string(_ text: [UInt8]) {
    bytes.append(0x22)
    for byte in text {
      if byte < 0x20 || byte == 0x7F {
        raw("\\u00")
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      } else {
        if byte == 0x22 || byte == 0x5C { bytes.append(0x5C) }
        bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  /// Text with a string in the place of each `@`.
  mutating func fill(_ template: StaticString, _ texts: [[UInt8]]) {
    var next = 0
    for place in 0..<template.utf8CodeUnitCount {
      let byte = template.utf8Start[place]
      if byte == 0x40 {
        string(texts[next])
        next += 1
      } else {
        bytes.append(byte)
      }
    }
  }

  /// A comma, unless an array begins here.
  mutating func separate() {
    if bytes.last != 0x5B { bytes.append(0x2C) }
  }

  mutating func number(_ value: UInt32) {
    if value >= 10 { number(value / 10) }
    bytes.append(hexDigit(UInt8(truncatingIfNeeded: value % 10)))
  }
}

/// The digit of a number below 16.
func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
