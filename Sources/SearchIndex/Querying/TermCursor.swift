/// Reads the terms of a file one after another.
struct TermCursor {
  private var bits: BitReader
  private var coding = TermCoding()
  private var left: UInt32
  private let kind: FileName.Kind
  private let idBits: Int
  /// Whether the postings of the current term are still to be read.
  private var isBeforePostings = false

  init(_ bytes: [UInt8], _ kind: FileName.Kind, idBits: Int) throws(DamagedFile) {
    bits = BitReader(bytes, from: FileHeader.length)
    left = try bits.read(bits: 16)
    self.kind = kind
    self.idBits = idBits
  }

  /// The term at which the cursor stands, as code points.
  var term: [UInt32] { coding.term }

  /// Goes on to the next term; false at the end.
  mutating func next() throws(DamagedFile) -> Bool {
    if isBeforePostings { _ = try readPostings(keepsPostings: false) }
    if left == 0 { return false }
    left -= 1
    try coding.read(&bits)
    isBeforePostings = kind != .words
    return true
  }

  /// The postings of the term, once.
  mutating func postings() throws(DamagedFile) -> TermPostings { try readPostings(keepsPostings: true) }

  /// Goes on to `wanted`, or to the first term behind it; false if there is neither.
  mutating func seek(_ wanted: [UInt32]) throws(DamagedFile) -> Bool {
    repeat {
      guard try next() else { return false }
    } while term.lexicographicallyPrecedes(wanted)
    return true
  }

  private mutating func readPostings(keepsPostings: Bool) throws(DamagedFile) -> TermPostings {
    isBeforePostings = false
    let cap = kind == .overflow ? Int.max : PostingList.cap(of: term)
    return try PostingList.read(&bits, cap: cap, idBits: idBits, keepsPostings: keepsPostings)
  }
}
