import SearchIndex

/// Memory for the neighbours of one question after the other; each thread needs its own.
package struct RelatedScratch {
  var nearest = NearestScratch()
  /// The score of every entry; 0 for those that have none.
  private var scores: [UInt32] = []
  private var touched: [EntryID] = []

  /// Grows with the number of entries.
  package init() {}

  mutating func prepare(_ count: Int) {
    for id in touched { scores[id.index] = 0 }
    touched.removeAll(keepingCapacity: true)
    if scores.count < count { scores = [UInt32](repeating: 0, count: count) }
  }

  mutating func add(_ score: Int, to id: EntryID) {
    if scores[id.index] == 0 { touched.append(id) }
    scores[id.index] &+= UInt32(truncatingIfNeeded: score)
  }

  func isTouched(_ id: EntryID) -> Bool { scores[id.index] > 0 }

  /// The entries with the greatest scores that may be taken, of equals the first; each of which may be asked about.
  ///
  /// - Complexity: O(scored entries · count).
  func best(_ count: Int, where mayTake: (EntryID) -> Bool) -> [EntryID] {
    var best: [EntryID] = []
    guard count > 0 else { return best }
    for id in touched {
      if best.count == count, !precedes(id, best[count - 1]) { continue }
      guard mayTake(id) else { continue }
      if best.count == count { best.removeLast() }
      best.insert(id, at: best.firstIndex { precedes(id, $0) } ?? best.count)
    }
    return best
  }

  private func precedes(_ id: EntryID, _ other: EntryID) -> Bool {
    let (score, otherScore) = (scores[id.index], scores[other.index])
    return score != otherScore ? score > otherScore : id < other
  }
}
