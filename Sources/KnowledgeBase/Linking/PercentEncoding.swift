/// Percent-encoding of UTF-8 paths (RFC 3986, section 2.1).
package enum PercentEncoding {
  /// Encodes everything but the unreserved characters, `/`, `+` and `:`.
  ///
  /// - Complexity: O(length).
  package static func encode(_ text: some Collection<UInt8>) -> [UInt8] {
    encode(text) { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F, 0x2B, 0x3A: true
      default: false
      }
    }
  }

  /// Encodes what would end an address in Markdown or begin something else in it; letters of every script stay
  /// readable.
  ///
  /// - Complexity: O(length).
  package static func encodeReadably(_ text: some Collection<UInt8>) -> [UInt8] {
    encode(text) { byte in
      switch byte {
      case 0...0x20, 0x22, 0x23, 0x25, 0x28, 0x29, 0x2A, 0x3C, 0x3E, 0x3F, 0x5B, 0x5C, 0x5D, 0x5E, 0x60,
        0x7B...0x7F:
        false
      default: true
      }
    }
  }

  /// Encodes what RFC 3986 lets no address hold: controls, spaces, `"<>\^{|}`, backticks, bytes that are not ASCII.
  ///
  /// - Complexity: O(length).
  package static func encodeIllegalBytes(of address: [UInt8]) -> [UInt8] {
    encode(address) { byte in
      switch byte {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F...0xFF: false
      default: true
      }
    }
  }

  private static func encode(_ text: some Collection<UInt8>, keeping isKept: (UInt8) -> Bool) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text {
      if isKept(byte) {
        result.append(byte)
      } else {
        result.append(0x25)
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
      }
    }
    return result
  }

  /// Decodes `%XX`; anything that is no such triple stays.
  package static func decode(_ text: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    guard bytes.contains(0x25) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
