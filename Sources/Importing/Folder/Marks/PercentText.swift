/// Addresses of files as links write them.
enum PercentText {
  /// Encodes what would end an address or begin something else in it; letters of every script stay readable.
  ///
  /// - Complexity: O(length).
  static func encode(_ text: some Sequence<UInt8>) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return text.reduce(into: []) { result, byte in
      switch byte {
      case 0...0x20, 0x22, 0x23, 0x25, 0x28, 0x29, 0x2A, 0x3C, 0x3E, 0x3F, 0x5B, 0x5C, 0x5D, 0x5E, 0x60,
        0x7B...0x7F:
        result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: result.append(byte)
      }
    }
  }
}
