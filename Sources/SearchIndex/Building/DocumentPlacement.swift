/// Which id each document has: the first free one of a sequence that its path decides, in a space of two to three ids a
/// document. The older comes first, so a new document of a newer date moves no other, and changes only the files of its
/// own terms; between documents of one date, or without any, which come last, the paths decide, and a new one moves
/// another in one case of four.
struct DocumentPlacement {
  /// Ids are below this, which `IndexLimits.idCount` gives for `idSize`.
  let idCount: UInt32
  let idSize: Int
  /// The documents' indices, by ascending id.
  let order: [Int]
  /// The ids, ascending, parallel to `order`.
  let ids: [UInt32]

  init(_ documents: [AnalyzedDocument]) {
    var size = IndexLimits.idSizes.lowerBound
    while Int(IndexLimits.idCount(size)) < 2 * documents.count { size += 1 }
    idSize = size
    let count = IndexLimits.idCount(size)
    idCount = count
    let keys = documents.indices.map { PlacementKey(documents[$0].card, $0) }
    let priority = keys.sorted { first, second in
      first.precedes(second)
        ?? documents[first.document].card.precedes(documents[second.document].card, first, second)
    }
    var occupants = [Int](repeating: -1, count: Int(count))
    for key in priority {
      var probe = key.digest
      var id: Int
      repeat {
        // The next number of a linear congruential generator (Knuth's MMIX), its high bits.
        probe = probe &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        id = Int(truncatingIfNeeded: (probe >> 32 &* UInt64(count)) >> 32)
      } while occupants[id] >= 0
      occupants[id] = key.document
    }
    let used = occupants.indices.filter { occupants[$0] >= 0 }
    order = used.map { occupants[$0] }
    ids = used.map { UInt32(truncatingIfNeeded: $0) }
  }
}

/// What mostly decides which of two documents comes first.
private struct PlacementKey {
  let document: Int
  let digest: UInt64
  /// The date, its first sixteen bytes; whether that is all of it and says how long it is.
  private let date: (UInt64, UInt64)
  private let isWhole: Bool
  private let isUndated: Bool

  init(_ card: DocumentCard, _ document: Int) {
    self.document = document
    let path = card.path
    digest = digest64(Array(path))
    let bytes = Array(card.date)
    date = (
      sortingPrefix(bytes.span), sortingPrefix(bytes.span.extracting(min(8, bytes.count)..<bytes.count))
    )
    isWhole = bytes.count <= 16 && !bytes.contains(0)
    isUndated = bytes.isEmpty
  }

  /// Whether this document comes before another one; nil where it takes more to tell.
  func precedes(_ other: PlacementKey) -> Bool? {
    if isUndated != other.isUndated { return other.isUndated }
    if date != other.date { return date < other.date }
    return isWhole && other.isWhole && digest != other.digest ? digest < other.digest : nil
  }
}

extension DocumentCard {
  /// Whether the card's document comes before another one, both dated or both not.
  fileprivate func precedes(_ other: DocumentCard, _ key: PlacementKey, _ otherKey: PlacementKey) -> Bool {
    if date != other.date { return date.lexicographicallyPrecedes(other.date) }
    if key.digest != otherKey.digest { return key.digest < otherKey.digest }
    return path.lexicographicallyPrecedes(other.path)
  }
}
