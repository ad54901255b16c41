/// What every code point from U+0080 is to the tokenizer, and what it becomes: compatibility forms, case and
/// diacritics folded away, katakana made hiragana. `scripts/make-search-tables` says by which rules, and writes
/// the data this decodes, a few kilobytes, once.
///
/// Katakana and hiragana are one: half-width forms, loan words and furigana then meet, and what is lost (は the
/// particle, ハ the syllable) hardly anybody searches for.
///
/// The classes: runs, each a LEB128 of code points since the run before × 6 + class. The mappings: operations,
/// each the LEB128 of code points since the end of the operation before, a byte kind × 32 + n (31: a LEB128 is
/// added), then for n + 1 code points, by kind:
///
/// - 0: one target, a LEB128, for all; 1: ascending targets from the LEB128 that follows;
/// - 2: every second code point becomes the next one (alphabets that alternate the cases);
/// - 3: a target, then for each further one the zigzag LEB128 of its distance from the target before, plus 1;
/// - 4: strings of ASCII, the last byte of each with the high bit; a space separates, `A`, `B`, `C` are μ, ω, א;
/// - 5: ascending numbers from the LEB128 that follows, each a word of its own.
struct FoldingTable: Sendable {
  /// What a code point is.
  enum Class: UInt32 {
    /// Ends words and runs: spaces, punctuation, symbols, control characters.
    case separator
    /// A letter or digit; below U+0080 an ASCII character of any kind.
    case letter
    /// A Han character, kana or hangul.
    case ideograph
    /// Vanishes without ending a word: combining marks, joiners, soft hyphens.
    case ignored
    /// An ideograph that a `TraditionalTable` may change.
    case traditional
    /// One of which `TraditionalTable.mayBeTraditional` knows.
    case uncertain
    /// Several characters of ASCII; the value is where they begin in `foldingMappings`.
    case string
    /// An enclosed number, the value.
    case number
  }

  static let shared = FoldingTable()

  private static let end: UInt32 = 0x20000

  /// Class << 24 | value for each code point below `end`.
  private let entries: [UInt32]

  private init() {
    var entries = [UInt32](repeating: 0, count: Int(FoldingTable.end))
    FoldingTable.readClasses(into: &entries)
    FoldingTable.readMappings(into: &entries)
    self.entries = entries
  }

  /// The class of `scalar`, and the code point it becomes or the value that its class gives it. O(1).
  @inline(__always)
  func lookUp(_ scalar: UInt32) -> (kind: Class, value: UInt32) {
    guard scalar < FoldingTable.end else {
      if scalar < 0x40000 { return (.ideograph, scalar) }
      return (0xE0000...0xE0FFF ~= scalar ? .ignored : .separator, scalar)
    }
    let entry = entries[Int(scalar)]
    return (Class(rawValue: entry >> 24) ?? .separator, entry & 0xFF_FFFF)
  }

  private static func readClasses(into entries: inout [UInt32]) {
    var reader = LEB128Reader(bytes: foldingClasses)
    var start = 0x80
    var kind: UInt32 = 0
    while start < entries.count {
      let step = reader.isAtEnd ? end * 6 : reader.next()
      let next = min(start + Int(step / 6), entries.count)
      for scalar in start..<next { entries[scalar] = kind << 24 | UInt32(scalar) }
      start = next
      kind = step % 6
    }
  }

  private static func readMappings(into entries: inout [UInt32]) {
    var reader = LEB128Reader(bytes: foldingMappings)
    var scalar = 0x80
    while !reader.isAtEnd {
      scalar += Int(reader.next())
      let head = reader.byte()
      let kind = head >> 5
      var count = Int(head & 31) + 1
      if count == 32 { count += Int(reader.next()) }
      var target = kind == 2 || kind == 4 ? 0 : reader.next()
      for place in 0..<count {
        switch kind {
        case 0: entries[scalar] = identity(target, in: entries)
        case 1: entries[scalar] = identity(target + UInt32(place), in: entries)
        case 2:
          entries[scalar] = identity(UInt32(scalar) + 1, in: entries)
          if place + 1 < count { scalar += 1 }
        case 3:
          if place > 0 {
            let distance = reader.next()
            target = target &+ 1 &+ (distance >> 1 ^ (0 &- (distance & 1)))
          }
          entries[scalar] = identity(target, in: entries)
        case 4:
          entries[scalar] = Class.string.rawValue << 24 | UInt32(reader.index)
          while reader.byte() < 0x80 {}
        default: entries[scalar] = Class.number.rawValue << 24 | target + UInt32(place)
        }
        scalar += 1
      }
    }
  }

  /// The entry of a code point to which others fold.
  private static func identity(_ scalar: UInt32, in entries: [UInt32]) -> UInt32 {
    if scalar < 0x80 { return Class.letter.rawValue << 24 | scalar }
    return scalar < end ? entries[Int(scalar)] : Class.ideograph.rawValue << 24 | scalar
  }
}

/// Reads the generated tables; nothing behind their end.
struct LEB128Reader {
  let bytes: [UInt8]
  private(set) var index = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index >= bytes.count }

  /// The next byte; at the end 0x80.
  mutating func byte() -> UInt8 {
    guard index < bytes.count else { return 0x80 }
    index += 1
    return bytes[index - 1]
  }

  /// The next number, least significant seven bits first.
  mutating func next() -> UInt32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while !isAtEnd, shift < 28 {
      let part = byte()
      value |= UInt32(part & 0x7F) << shift
      if part < 0x80 { break }
      shift += 7
    }
    return value
  }
}
