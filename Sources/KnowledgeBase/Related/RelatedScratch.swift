import SearchIndex

/// Memory for the neighbours of one question after the other; each thread needs its own.
package struct RelatedScratch {
  var nearest = NearestScratch()
  var features = SharedFeatureScratch()
  /// The score of every entry; 0 for those that have none.
  private var scores: [UInt32] = []
  private var touched: [EntryID] = []
  /// The greatest scores of these, above the complement of the entry's place; greatest first.
  private var best: [UInt64] = []

  /// Grows with the number of entries.
  package init() {}

  mutating func prepare(_ count: Int) {
    if scores.count < count { scores = [UInt32](repeating: 0, count: count) }
  }

  mutating func add(_ score: Int, to id: EntryID) {
    if scores[id.index] == 0 { touched.append(id) }
    scores[id.index] &+= UInt32(truncatingIfNeeded: score)
  }

  mutating func add(_ score: Int, to ids: Span<EntryID>) {
    RelatedScratch.add(UInt32(truncatingIfNeeded: score), to: ids, in: &scores, &touched)
  }

  private static func add(
    _ score: UInt32, to ids: Span<EntryID>, in scores: inout [UInt32], _ touched: inout [EntryID]
  ) {
    var scores = scores.mutableSpan
    for place in ids.indices {
      let index = ids[place].index
      if scores[index] == 0 { touched.append(ids[place]) }
      scores[index] &+= score
    }
  }

  func isTouched(_ id: EntryID) -> Bool { scores[id.index] > 0 }

  /// Takes away the score of an entry.
  mutating func remove(_ id: EntryID) { scores[id.index] = 0 }

  /// The entries with the greatest scores that may be taken, of equals the first; each of which may be asked about.
  /// Forgets all scores.
  ///
  /// - Complexity: O(scored entries · count).
  mutating func removeBest(_ count: Int, where mayTake: (EntryID) -> Bool) -> [EntryID] {
    defer { touched.removeAll(keepingCapacity: true) }
    best.removeAll(keepingCapacity: true)
    var least: UInt64 = count > 0 ? 0 : .max
    for id in touched {
      let score = UInt64(scores[id.index])
      scores[id.index] = 0
      let key = score << 32 | UInt64(UInt32.max - UInt32(truncatingIfNeeded: id.index))
      guard score > 0, key > least, mayTake(id) else { continue }
      if best.count == count { best.removeLast() }
      best.insert(key, at: best.firstIndex { key > $0 } ?? best.count)
      if best.count == count { least = best[count - 1] }
    }
    return best.map { EntryID(Int(UInt32.max - UInt32(truncatingIfNeeded: $0))) }
  }
}
