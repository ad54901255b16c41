/// RFC 4648's base 64 with its first alphabet, as JSON carries the root of the index.
package enum Base64 {
  private static let alphabet: StaticString =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

  /// Three bytes in four letters; `bytes` has a number of them that three divides.
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var pending: UInt32 = 0
    var count: UInt32 = 0
    alphabet.withUTF8Buffer { letters in
      for byte in bytes {
        pending = pending << 8 | UInt32(byte)
        count += 8
        while count >= 6 {
          count -= 6
          text.append(letters[Int(pending >> count & 63)])
        }
      }
    }
    return text
  }

  /// Reads letters from `start` on, to the first byte that is none.
  package static func decode(_ text: [UInt8], from start: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var pending: UInt32 = 0
    var count: UInt32 = 0
    for letter in text[start...] {
      guard let value = value(letter) else { break }
      pending = pending << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: pending >> count))
      }
    }
    return bytes
  }

  private static func value(_ letter: UInt8) -> UInt32? {
    switch letter {
    case 0x41...0x5A: UInt32(letter) - 0x41
    case 0x61...0x7A: UInt32(letter) - 0x47
    case 0x30...0x39: UInt32(letter) + 4
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}
