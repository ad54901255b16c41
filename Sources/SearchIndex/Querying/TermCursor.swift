/// Reads the terms of a file one after another.
struct TermCursor: ~Copyable {
  private var bits: BitReader
  private var coding = TermCoding()
  private var left: UInt32
  private let kind: FileName.Kind
  private let idCount: UInt32
  /// The postings of the current term; a file of words has none.
  private(set) var postings = TermPostings()

  init(_ bytes: [UInt8], _ kind: FileName.Kind, idCount: UInt32) {
    bits = BitReader(bytes, from: FileHeader.length)
    left = bits.read(bits: 16)
    self.kind = kind
    self.idCount = idCount
  }

  /// The term at which the cursor stands, as code points.
  var term: [UInt32] { coding.term }

  /// Goes on to the next term that is `wanted` or comes behind it; false if there is none, or the file is damaged.
  @inline(never)
  mutating func next(from wanted: [UInt32]) -> Bool {
    while left > 0 {
      left -= 1
      coding.read(&bits)
      let isWanted = !term.lexicographicallyPrecedes(wanted)
      if kind != .words {
        let cap = kind == .overflow ? Int.max : PostingList.cap(of: term)
        postings = PostingList.read(&bits, cap: cap, idCount: idCount, keepsPostings: isWanted)
      }
      if bits.isDamaged { return false }
      if isWanted { return true }
    }
    return false
  }
}
