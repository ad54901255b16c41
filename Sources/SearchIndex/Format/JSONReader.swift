/// Reads the JSON of a manifest, forwards, without building a tree. Strings must be of the forms `JSONWriter`
/// writes; anything else throws.
struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Skips white space; true, and past it, if `byte` comes next.
  mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(DamagedFile) {
    guard skip(byte) else { throw DamagedFile() }
  }

  /// True if nothing but white space is left.
  mutating func isAtEnd() -> Bool {
    skipSpace()
    return index == bytes.count
  }

  /// True if a string comes next.
  mutating func isAtString() -> Bool {
    skipSpace()
    return index < bytes.count && bytes[index] == 0x22
  }

  /// A whole number of at most nine digits.
  mutating func number() throws(DamagedFile) -> Int {
    skipSpace()
    var value = 0
    let start = index
    while index < bytes.count, bytes[index] &- 0x30 < 10 {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
      guard index - start <= 9 else { throw DamagedFile() }
    }
    guard index > start else { throw DamagedFile() }
    return value
  }

  mutating func null() throws(DamagedFile) {
    skipSpace()
    for byte in [UInt8(0x6E), 0x75, 0x6C, 0x6C] {
      guard index < bytes.count, bytes[index] == byte else { throw DamagedFile() }
      index += 1
    }
  }

  mutating func string() throws(DamagedFile) -> [UInt8] {
    try expect(0x22)
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x22 { return text }
      text.append(byte == 0x5C ? try escape() : byte)
    }
    throw DamagedFile()
  }

  private mutating func escape() throws(DamagedFile) -> UInt8 {
    guard index < bytes.count else { throw DamagedFile() }
    let byte = bytes[index]
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: return byte
    case 0x75:
      guard index + 4 <= bytes.count else { throw DamagedFile() }
      var value: UInt32 = 0
      for digit in bytes[index..<index + 4] {
        switch digit {
        case 0x30...0x39: value = value << 4 | UInt32(digit - 0x30)
        case 0x61...0x66: value = value << 4 | UInt32(digit - 0x57)
        default: throw DamagedFile()
        }
      }
      guard value < 0x80 else { throw DamagedFile() }
      index += 4
      return UInt8(truncatingIfNeeded: value)
    default: throw DamagedFile()
    }
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }
}
