/// What every code point from U+0080 is to the tokenizer, and what it becomes: compatibility forms, case and
/// diacritics folded away, katakana made hiragana, Traditional characters Simplified ones.
/// `scripts/make-search-tables` says by which rules, and writes the data.
///
/// Index and query fold alike. A build has the whole table. A reader's engine knows the classes of common characters,
/// and of what is mapped full-width letters and digits, katakana and the typeset apostrophe; it loads the whole, one
/// file, with the first query for which `mayChange` says that it matters.
///
/// Katakana and hiragana are one: half-width forms, loan words and furigana then meet, and what is lost (は the
/// particle, ハ the syllable) hardly anybody searches for.
struct CharacterTable: Sendable {
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
    /// An ideograph that the file changes.
    case traditional
    /// One of which `ribbonAnswer` knows.
    case uncertain
    /// A letter until the file says what it is.
    case mapped
    /// Several characters of ASCII; the value is where they stand in `strings`.
    case string
    /// An enclosed number, the value.
    case number
  }

  static let end = 0x20000

  /// The table without the file.
  static let builtIn = CharacterTable()
  /// The whole table, for the build; a reader loads it instead.
  static let bundled = CharacterTable(file, from: 0) ?? builtIn
  /// The content of the file.
  static let file = wholeCharacterClasses + ideographMappings + characterOperations

  /// Class << 24 | value for each code point below `end`.
  var entries: [UInt32]
  /// The bytes of the file, where its strings stand, each behind its length.
  private(set) var strings: [UInt8] = []

  private init() {
    entries = [UInt32](repeating: 0, count: CharacterTable.end)
    var reader = TextReader(characterClasses, at: 0)
    readClasses(&reader)
    for sign in UInt32(0x30)...0x7A where isLetterOrDigit(UInt8(truncatingIfNeeded: sign)) {
      entries[Int(0xFEE0 + sign)] = CharacterTable.entry(.letter, sign | 0x20)
    }
    for kana in UInt32(0x30A1)...0x30F6 { entries[Int(kana)] = CharacterTable.entry(.ideograph, kana - 0x60) }
    entries[0x2019] = CharacterTable.entry(.letter, 0x27)
  }

  /// The table that a file says, whose content begins at `start`; nil if that is none. O(length).
  init?(_ file: [UInt8], from start: Int) {
    entries = [UInt32](repeating: 0, count: CharacterTable.end)
    strings = file
    if !read(from: start) { return nil }
  }

  static func entry(_ kind: Class, _ value: UInt32) -> UInt32 { kind.rawValue << 24 | value }

  /// The class of `scalar`, and the code point it becomes or the value that its class gives it. O(1).
  @inline(__always)
  func lookUp(_ scalar: UInt32) -> (kind: Class, value: UInt32) {
    guard scalar < CharacterTable.end else {
      if scalar < 0x40000 { return (.ideograph, scalar) }
      return (0xE0000...0xE0FFF ~= scalar ? .ignored : .separator, scalar)
    }
    let entry = entries[Int(scalar)]
    return (Class(rawValue: entry >> 24) ?? .separator, entry & 0xFF_FFFF)
  }

  /// The ideograph that one below `end` becomes. O(1).
  @inline(__always)
  func folded(ideograph: UInt32) -> UInt32 { entries[Int(ideograph)] & 0xFF_FFFF }
}

extension CharacterTable {
  /// Whether the file may change how `text` is read: yes for every text it changes, and for no character of
  /// GB 2312 that it leaves; of the rarer ones for about half. O(text).
  static func mayChange(_ text: [UInt8]) -> Bool {
    for scalar in scalars(of: text) where mayChange(scalar) { return true }
    return false
  }

  @inline(never)
  static func mayChange(_ scalar: UInt32) -> Bool {
    switch builtIn.lookUp(scalar).kind {
    case .traditional, .mapped: true
    case .uncertain: ribbonAnswer(scalar)
    default: false
    }
  }

  /// Ribbon retrieval (Dillinger and Walzer 2021): the parity of those of 64 neighbouring bits that the
  /// character's coefficients choose. Right for the characters from which it was made, random for others.
  private static func ribbonAnswer(_ scalar: UInt32) -> Bool {
    var mixed = UInt64(scalar) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
    let start = Int(truncatingIfNeeded: ((mixed >> 32) &* UInt64(traditionalRibbon.count - 7)) >> 32)
    var bits: UInt64 = 0
    for place in 0..<8 { bits = bits >> 8 | UInt64(traditionalRibbon[start + place]) << 56 }
    return (bits & (mixed ^ mixed >> 31 | 1)).nonzeroBitCount & 1 == 1
  }
}
