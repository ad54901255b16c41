/// How a symbol is written in terms: a character in UTF-8, or a backslash and a name; at most 24 bytes, the first one lowest,
/// zeros behind the last one.
struct SymbolName {
  private(set) var low: UInt64 = 0
  private(set) var middle: UInt64 = 0
  private(set) var high: UInt64 = 0
  private(set) var count = 0

  /// The sign for any variable.
  static let wildcard = SymbolName(0x2A)
  /// What begins the name of a symbol that is no character.
  static let backslash = SymbolName(0x5C)
  /// Nothing.
  static let none = SymbolName()

  private init() {}

  private init(_ byte: UInt8) { append(byte) }

  /// Writes a character or a `Sign`.
  init(scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
    case SymbolLayoutTree.Sign.first...:
      self = .backslash
      append(UInt8(truncatingIfNeeded: scalar))
    default:
      let length: UInt32 = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
      append(UInt8(truncatingIfNeeded: 0xF00 >> length | scalar >> (6 * (length - 1))))
      for place in (0..<length - 1).reversed() {
        append(UInt8(truncatingIfNeeded: 0x80 | scalar >> (6 * place) & 0x3F))
      }
    }
  }

  /// Appends a byte, if there is room for it.
  mutating func append(_ byte: UInt8) {
    let bits = UInt64(byte) &<< UInt64(truncatingIfNeeded: 8 &* (count & 7))
    switch count {
    case 0..<8: low |= bits
    case 8..<16: middle |= bits
    case 16..<24: high |= bits
    default: return
    }
    count &+= 1
  }

  /// Writes all 24 bytes to memory.
  @inline(__always)
  func write(to output: inout MutableRawSpan, at place: Int) {
    output.storeBytes(of: low.littleEndian, toByteOffset: place, as: UInt64.self)
    output.storeBytes(of: middle.littleEndian, toByteOffset: place &+ 8, as: UInt64.self)
    output.storeBytes(of: high.littleEndian, toByteOffset: place &+ 16, as: UInt64.self)
  }

  /// The byte at a place below `count`.
  subscript(_ place: Int) -> UInt8 {
    let word = place < 8 ? low : place < 16 ? middle : high
    return UInt8(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: 8 &* (place & 7)))
  }

  /// The same with the name behind that of another symbol that has one.
  func joined(behind first: SymbolName) -> SymbolName {
    var result = first
    for place in 1..<count { result.append(self[place]) }
    return result
  }
}
