/// Writes the name of a symbol; of one that is too long, a digest.
struct NameWriter {
  /// The longest name that is written out in terms.
  static let longest = 18

  /// How many bytes the name has.
  private(set) var length = 0
  /// The last of them.
  private(set) var last: UInt8 = 0
  private var written = SymbolName.backslash
  private var digest = Digest()

  /// Adds a byte.
  mutating func append(_ byte: UInt8) {
    if length < NameWriter.longest { written.append(byte) }
    digest.add(UInt32(byte))
    last = byte
    length += 1
  }

  /// Adds a letter or digit, a capital made small; nothing else.
  mutating func add(_ byte: UInt8) {
    switch byte {
    case 0x41...0x5A: append(byte | 0x20)
    case 0x30...0x39, 0x61...0x7A, 0x80...: append(byte)
    default: break
    }
  }

  /// The name behind a backslash.
  var name: SymbolName {
    if length <= NameWriter.longest { return written }
    var name = SymbolName.backslash
    digest.append(letters: 8, to: &name)
    return name
  }

  /// Whether a name is argmax or argmin.
  static func isArgumentOfExtremum(_ name: SymbolName) -> Bool {
    // `\\argmax` and `\\argmin`, the first byte lowest.
    name.low == 0x78_616D_6772_615C || name.low == 0x6E_696D_6772_615C
  }
}
