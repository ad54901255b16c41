/// A set of bytes: any of ASCII, and either all or none of those that make up other characters in UTF-8.
struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var holdsNonASCII: Bool

  init(_ characters: String = "", nonASCII: Bool = false) {
    holdsNonASCII = nonASCII
    for byte in characters.utf8 { insert(byte) }
  }

  init(only byte: UInt8) {
    holdsNonASCII = false
    insert(byte)
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    if byte < 0x40 { return low >> UInt64(byte) & 1 != 0 }
    if byte < 0x80 { return high >> UInt64(byte & 0x3F) & 1 != 0 }
    return holdsNonASCII
  }

  mutating func insert(_ byte: UInt8) {
    switch byte {
    case 0..<0x40: low |= 1 << UInt64(byte)
    case 0x40..<0x80: high |= 1 << UInt64(byte & 0x3F)
    default: holdsNonASCII = true
    }
  }

  func union(_ other: ByteSet) -> ByteSet {
    var result = self
    result.low |= other.low
    result.high |= other.high
    result.holdsNonASCII = holdsNonASCII || other.holdsNonASCII
    return result
  }

  func subtracting(_ other: ByteSet) -> ByteSet {
    var result = self
    result.low &= ~other.low
    result.high &= ~other.high
    result.holdsNonASCII = holdsNonASCII && !other.holdsNonASCII
    return result
  }

  var inverted: ByteSet {
    var result = self
    result.low = ~low
    result.high = ~high
    result.holdsNonASCII = !holdsNonASCII
    return result
  }

  static let digits = ByteSet("0123456789")
  static let letters = ByteSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
  static let hexadecimalDigits = ByteSet("0123456789abcdefABCDEF")
  static let blanks = ByteSet(" \t")
  static let newline = ByteSet("\n")
  static let whiteSpace = ByteSet(" \t\n\r\u{0B}\u{0C}")
  /// What a name begins with in most languages: every character beyond ASCII counts as a letter.
  static let wordStart = ByteSet("_", nonASCII: true).union(.letters)
  static let wordPart = ByteSet.wordStart.union(.digits)
}
