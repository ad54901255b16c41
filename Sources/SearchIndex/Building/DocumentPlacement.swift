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
    let digests = documents.map { digest64(Array($0.card.path)) }
    let dates = documents.map { $0.card.date }
    let priority = documents.indices.sorted { first, second in
      if dates[first] != dates[second] {
        if dates[first].isEmpty || dates[second].isEmpty { return dates[second].isEmpty }
        return dates[first].lexicographicallyPrecedes(dates[second])
      }
      if digests[first] != digests[second] { return digests[first] < digests[second] }
      return documents[first].card.path.lexicographicallyPrecedes(documents[second].card.path)
    }
    var occupants = [Int](repeating: -1, count: Int(count))
    for document in priority {
      var probe = digests[document]
      var id: Int
      repeat {
        // The next number of a linear congruential generator (Knuth's MMIX), its high bits.
        probe = probe &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        id = Int(truncatingIfNeeded: (probe >> 32 &* UInt64(count)) >> 32)
      } while occupants[id] >= 0
      occupants[id] = document
    }
    let used = occupants.indices.filter { occupants[$0] >= 0 }
    order = used.map { occupants[$0] }
    ids = used.map { UInt32(truncatingIfNeeded: $0) }
  }
}
