/// What of a name people do not mix up: letters and digits, without case, width, spaces and punctuation.
enum NameKey {
  /// The key of a name; empty for a name of punctuation alone.
  ///
  /// - Complexity: O(length).
  static func make(_ name: String) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      // Full-width forms of ASCII.
      let value = 0xFF01...0xFF5E ~= scalar.value ? scalar.value - 0xFEE0 : scalar.value
      switch value {
      case 0x61...0x7A, 0x30...0x39: key.append(UInt8(truncatingIfNeeded: value))
      case 0x41...0x5A: key.append(UInt8(truncatingIfNeeded: value) | 0x20)
      case 0..<0x80: continue
      // Most ideographs.
      case 0x4E00...0x9FFF: key += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      default:
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else { continue }
        key += properties.lowercaseMapping.utf8
      }
    }
    return key
  }
}
