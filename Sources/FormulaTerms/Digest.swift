/// A digest of numbers, written in letters.
///
/// FNV-1a of 64 bits, a number at a time, and MurmurHash3's finalizer.
struct Digest {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a number.
  mutating func add(_ number: UInt32) {
    state = (state ^ UInt64(number)) &* 0x100_0000_01B3
  }

  /// The digest of what was added so far.
  var value: UInt64 {
    var value = state
    value ^= value >> 33
    value = value &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    value = value &* 0xC4CE_B9FE_1A85_EC53
    value ^= value >> 33
    return value
  }

  /// Appends the digest in letters, digits, `-` and `.`: six bits in each.
  func append(letters count: Int, to output: inout SymbolName) {
    var value = value
    for _ in 0..<count {
      output.append(Self.letter(UInt8(value >> 58)))
      value <<= 6
    }
  }

  private static func letter(_ value: UInt8) -> UInt8 {
    switch value {
    case 0..<26: 0x41 + value
    case 26..<52: 0x61 + value - 26
    case 52..<62: 0x30 + value - 52
    case 62: 0x2D
    default: 0x2E
    }
  }
}
