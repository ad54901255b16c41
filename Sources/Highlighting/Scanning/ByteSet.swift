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

/// The ASCII characters that the lexers ask for by name.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
  static let exclamationMark = UInt8(ascii: "!")
  static let quotationMark = UInt8(ascii: "\"")
  static let numberSign = UInt8(ascii: "#")
  static let dollar = UInt8(ascii: "$")
  static let percent = UInt8(ascii: "%")
  static let ampersand = UInt8(ascii: "&")
  static let apostrophe = UInt8(ascii: "'")
  static let leftParenthesis = UInt8(ascii: "(")
  static let rightParenthesis = UInt8(ascii: ")")
  static let asterisk = UInt8(ascii: "*")
  static let plus = UInt8(ascii: "+")
  static let comma = UInt8(ascii: ",")
  static let hyphen = UInt8(ascii: "-")
  static let period = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let lessThan = UInt8(ascii: "<")
  static let equals = UInt8(ascii: "=")
  static let greaterThan = UInt8(ascii: ">")
  static let questionMark = UInt8(ascii: "?")
  static let at = UInt8(ascii: "@")
  static let leftBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let rightBracket = UInt8(ascii: "]")
  static let underscore = UInt8(ascii: "_")
  static let backtick = UInt8(ascii: "`")
  static let leftBrace = UInt8(ascii: "{")
  static let bar = UInt8(ascii: "|")
  static let rightBrace = UInt8(ascii: "}")
  static let tilde = UInt8(ascii: "~")

  /// The letter in lower case; other bytes as they are.
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
