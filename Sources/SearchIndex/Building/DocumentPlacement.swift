/// Which id each document has. Ids are functions of the paths: the digest of the path, scaled to a space of 4 to
/// 8 ids a document, so that a new document seldom moves another and changes only the files of its own terms.
struct DocumentPlacement {
  /// Ids are below 2^idBits.
  let idBits: Int
  /// The documents' indices, by ascending id.
  let order: [Int]
  /// The ids, ascending, parallel to `order`.
  let ids: [UInt32]

  init(_ documents: [AnalyzedDocument]) {
    var bits = IndexLimits.leastIDBits
    while documents.count * 4 > 1 << bits { bits += 1 }
    idBits = bits
    let digests = documents.map { digest64($0.card.path) }
    order = documents.indices.sorted { first, second in
      if digests[first] != digests[second] { return digests[first] < digests[second] }
      return documents[first].card.path.lexicographicallyPrecedes(documents[second].card.path)
    }
    var placed: [UInt32] = []
    placed.reserveCapacity(order.count)
    var next: UInt32 = 0
    for index in order {
      next = max(next, UInt32(truncatingIfNeeded: digests[index] >> UInt64(64 - bits)))
      placed.append(next)
      next += 1
    }
    // A crowd at the upper end moves down instead; there is room below.
    var limit = UInt32(1) << UInt32(bits)
    for position in placed.indices.reversed() {
      if placed[position] < limit { break }
      limit -= 1
      placed[position] = limit
    }
    ids = placed
  }
}

/// The numbers every reader of the format relies on.
enum IndexLimits {
  /// Ids have at least so many bits, so that small sites do not renumber as they grow.
  static let leastIDBits = 9
  /// A reader refuses a manifest that asks for more: its tables grow with 2^bits.
  static let mostIDBits = 22
  /// Low bits of an id within its block of documents: 128 ids, 16 to 32 documents.
  static let blockBits = 7
  /// A manifest names at most so many files of a kind itself; more are named by directories of so many.
  static let fanOut = 64
}
