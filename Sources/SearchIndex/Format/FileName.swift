/// The name of a file of the index, `<kind>-<digest>.qix`: a letter and 48 bits of the content's digest in
/// hexadecimal. Equal names mean equal contents, so hosts and browsers may keep them for ever.
struct FileName: Sendable, Equatable {
  /// What a file holds. The raw value is the name's first letter and the content's second byte.
  enum Kind: UInt8, Sendable {
    /// Terms with their postings.
    case terms = 0x74
    /// The first terms and names of `terms` files.
    case termDirectory = 0x64
    /// The cards of the documents in one range of ids: what a result shows first.
    case documents = 0x62
    /// The summaries of the same documents.
    case summaries = 0x73
    /// The names of `documents` files.
    case documentDirectory = 0x65
    /// Traditional characters with their Simplified ones (`TraditionalTable`).
    case characters = 0x63
  }

  static let digestMask: UInt64 = 0xFFFF_FFFF_FFFF
  static let length = 18
  /// Bytes of a digest within a file.
  static let digestLength = 6

  var kind: Kind
  /// The low 48 bits of `digest64` of the content.
  var digest: UInt64

  init(kind: Kind, digest: UInt64) {
    self.kind = kind
    self.digest = digest & FileName.digestMask
  }

  /// Reads a name; nil if it is not exactly of the form.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == FileName.length, let kind = Kind(rawValue: bytes[0]), bytes[1] == 0x2D else {
      return nil
    }
    var digest: UInt64 = 0
    for byte in bytes[2..<14] {
      switch byte {
      case 0x30...0x39: digest = digest << 4 | UInt64(byte - 0x30)
      case 0x61...0x66: digest = digest << 4 | UInt64(byte - 0x57)
      default: return nil
      }
    }
    self.init(kind: kind, digest: digest)
    if bytes != self.bytes { return nil }
  }

  /// The name, ASCII.
  var bytes: [UInt8] {
    var name: [UInt8] = [kind.rawValue, 0x2D]
    for position in 0..<12 {
      let digit = UInt8(truncatingIfNeeded: digest >> UInt64(44 - 4 * position) & 0xF)
      name.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
    name.append(contentsOf: [0x2E, 0x71, 0x69, 0x78])
    return name
  }
}

/// The first three bytes of every binary file: `Q`, the kind's letter, the version of the format.
enum FileHeader {
  static let version: UInt8 = 2
  static let length = 3

  static func bytes(_ kind: FileName.Kind) -> [UInt8] {
    [0x51, kind.rawValue, version]
  }

  static func matches(_ bytes: [UInt8], _ kind: FileName.Kind) -> Bool {
    bytes.count >= length && bytes[0] == 0x51 && bytes[1] == kind.rawValue && bytes[2] == version
  }
}
