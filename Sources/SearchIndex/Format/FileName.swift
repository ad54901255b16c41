/// The name of a file of the index, `<kind>-<digest>.qix`: a letter and 40 bits of the content's digest in
/// hexadecimal. Equal names mean equal contents, so hosts and browsers may keep them for ever.
struct FileName: Sendable, Equatable {
  /// What a file holds. The raw value is the name's first letter and the content's second byte.
  enum Kind: UInt8, Sendable {
    /// Terms with their best postings.
    case terms = 0x74
    /// The postings that are too many for a file of terms.
    case overflow = 0x6F
    /// Words written backwards, by which a misspelt one is found, and numbers by their parts.
    case words = 0x77
    /// The least terms and the names of files of terms or words.
    case directory = 0x64
    /// The cards of the documents in one range of ids: what a result shows first.
    case documents = 0x62
    /// The summaries of the documents in 32 such ranges.
    case summaries = 0x73
    /// The names of files of documents and summaries.
    case documentDirectory = 0x65
    /// What characters become that are not built in (`CharacterTable`).
    case characters = 0x63
  }

  static let digestMask: UInt64 = 0xFF_FFFF_FFFF
  /// Bytes of a digest within a file.
  static let digestLength = 5
  private static let length = 16

  /// The kind's letter << 40 | the low 40 bits of `digest64` of the content; of these, 0 says that there is no file.
  /// Lists of names are lists of these numbers, since code for one more kind of list would make the browser's engine
  /// larger.
  let number: UInt64

  init(number: UInt64) {
    self.number = number
  }

  init(kind: Kind, digest: UInt64) {
    number = UInt64(kind.rawValue) << 40 | digest & FileName.digestMask
  }

  /// Reads a name; nil if it is not exactly of the form.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == FileName.length, let kind = Kind(rawValue: bytes[0]) else { return nil }
    var digest: UInt64 = 0
    for byte in bytes[2..<12] {
      digest = digest << 4 | UInt64(byte < 0x40 ? byte & 15 : (byte &- 0x57) & 15)
    }
    self.init(kind: kind, digest: digest)
    if bytes != self.bytes { return nil }
  }

  var digest: UInt64 { number & FileName.digestMask }

  /// The first letter.
  var letter: UInt8 { UInt8(truncatingIfNeeded: number >> 40) }

  /// The name, ASCII.
  var bytes: [UInt8] {
    var name: [UInt8] = []
    name.append(letter)
    name.append(0x2D)
    for position in 0..<10 {
      name.append(hexDigit(UInt8(truncatingIfNeeded: number >> UInt64(36 - 4 * position) & 15)))
    }
    name.append(ascii: ".qix")
    return name
  }
}

/// The first three bytes of every binary file: `Q`, the kind's letter, the version of the format.
enum FileHeader {
  static let version: UInt8 = 7
  static let length = 3

  static func bytes(_ kind: FileName.Kind) -> [UInt8] {
    [0x51, kind.rawValue, version]
  }

  static func matches(_ bytes: [UInt8], _ name: FileName) -> Bool {
    bytes.count >= length && bytes[0] == 0x51 && bytes[1] == name.letter && bytes[2] == version
  }
}

/// The numbers every reader of the format relies on.
enum IndexLimits {
  /// How many ids a space has, by its size: 2 · 2^(size / 2), 3 · 2^(size / 2) in between.
  static func idCount(_ size: Int) -> UInt32 { UInt32(truncatingIfNeeded: (2 + size % 2) << (size / 2)) }
  /// There are at least 512 ids, so that small sites do not renumber as they grow; a reader refuses an index that asks for
  /// more than 2^22: its tables grow with them.
  static let idSizes = 16...42
  /// Low bits of an id within its file of cards: 32 ids, 8 to 16 documents.
  static let blockBits = 5
  /// Low bits of the number of a file of cards within its file of summaries.
  static let summaryBits = 5
  /// Files of summaries for so many files of cards.
  static func summaryFiles(_ blocks: Int) -> Int { (blocks - 1) >> summaryBits + 1 }

  /// The low bits of an id by which its card is known in its file.
  static func placeOfCard(_ id: UInt32) -> Int { Int(id) & (1 << blockBits - 1) }

  /// The low bits of an id by which its summary is known in its file.
  static func placeOfSummary(_ id: UInt32) -> Int { Int(id) & (1 << (blockBits + summaryBits) - 1) }

  /// The root names at most so many files of a kind itself; more are named by directories.
  static let fanOut = 64

  /// Files of cards.
  static func blocks(idCount: UInt32) -> Int { Int(idCount) >> blockBits }

  /// Directories of documents for so many files of cards.
  static func directories(_ blocks: Int) -> Int { (blocks - 1) / fanOut + 1 }

  /// Overflow files of an index: as many as keep each small.
  static func overflowFiles(idCount: UInt32) -> Int {
    1 << max(0, 21 - (idCount - 1).leadingZeroBitCount)
  }

  /// The overflow file of a term.
  static func overflowFile(_ term: [UInt8], idCount: UInt32) -> Int {
    Int(truncatingIfNeeded: digest64(term) >> 32) & (overflowFiles(idCount: idCount) - 1)
  }
}
