/// Traditional Chinese characters and the Simplified ones they are written with, character by character; and
/// compatibility ideographs and radicals and the ideographs they stand for.
///
/// Index and query fold alike. A build has the table; a reader loads it, as one file, with the first query for
/// which `mayHoldTraditional` says yes. Characters that are no key are their own answer, so a query without any
/// does not need it.
///
/// The file's content, as bits: the number of pairs in 16; then the pairs by ascending key, the first after
/// U+2E7F, and the value before it U+4E00. Each: golomb₁(key − key before − 1), then `0`
/// golomb₅(zigzag(value − value before)), or `10` golomb₇(zigzag(value − key)), or `11` and value − U+3400 in
/// 15 bits. golombₖ(v), Exponential Golomb of order k, is gamma((v >> k) + 1) and the low k bits of v.
struct TraditionalTable: Sendable {
  private static let first: UInt32 = 0x2E80
  private static let firstValue: UInt32 = 0x3400
  private static let end: UInt32 = 0xFB00

  /// The simplified form of each code point from `first` on.
  private let forms: [UInt16]

  /// The table of the generated data, for the build; a reader loads it instead.
  static let bundled = TraditionalTable(traditionalTable)

  /// Decodes a table; nil if the bytes are none. O(pairs).
  init?(_ bytes: [UInt8]) {
    guard let forms = try? TraditionalTable.decode(bytes) else { return nil }
    self.forms = forms
  }

  /// The Simplified or unified form of a code point, itself where it has no other. O(1).
  @inline(__always)
  func simplified(_ scalar: UInt32) -> UInt32 {
    let place = Int(scalar &- TraditionalTable.first)
    return place < forms.count ? UInt32(forms[place]) : scalar
  }

  private static func decode(_ bytes: [UInt8]) throws(DamagedFile) -> [UInt16] {
    var forms = (first..<end).map { UInt16(truncatingIfNeeded: $0) }
    var reader = BitReader(bytes, from: 0)
    var key = Int64(first) - 1
    var value: Int64 = 0x4E00
    for _ in 0..<reader.read(bits: 16) {
      key += golomb(1, &reader) + 1
      if reader.read(bits: 1) == 0 {
        value += zigzag(golomb(5, &reader))
      } else if reader.read(bits: 1) == 0 {
        value = key + zigzag(golomb(7, &reader))
      } else {
        value = Int64(firstValue) + Int64(reader.read(bits: 15))
      }
      guard key < Int64(end), value >= Int64(firstValue), value < 0xD800 else { throw DamagedFile() }
      forms[Int(key - Int64(first))] = UInt16(truncatingIfNeeded: value)
    }
    guard reader.nextByte == bytes.count, !reader.isDamaged else { throw DamagedFile() }
    return forms
  }

  private static func golomb(_ order: Int, _ reader: inout BitReader) -> Int64 {
    let high = Int64(reader.readGamma()) - 1
    return high << Int64(order) | Int64(reader.read(bits: order))
  }

  private static func zigzag(_ value: Int64) -> Int64 {
    value >> 1 ^ -(value & 1)
  }
}

extension TraditionalTable {
  /// Whether the table may change `text`: yes for every text it changes, and for no character of GB 2312 that
  /// it leaves; of the rarer ones for about half. O(text).
  static func mayHoldTraditional(_ text: [UInt8]) -> Bool {
    let list = TokenList(text, traditional: nil)
    for (place, token) in list.tokens.enumerated() where token.form == nil {
      for scalar in scalars(of: list.bytes(place)) where mayBeTraditional(scalar) { return true }
    }
    return false
  }

  /// Whether a code point may be a key of the table: certainly not, if the answer is no. O(1).
  static func mayBeTraditional(_ scalar: UInt32) -> Bool {
    switch FoldingTable.shared.lookUp(scalar).kind {
    case .traditional: true
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
