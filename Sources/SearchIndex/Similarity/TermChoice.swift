/// Chooses the occurrences of one document after the other that weigh most.
struct TermChoice {
  /// An occurrence and its weight.
  struct Chosen {
    var occurrence: Int
    var weight: UInt32
  }

  /// The heaviest first.
  private(set) var chosen: [Chosen] = []
  private let limit: Int
  /// The weights of a document's occurrences.
  private var weights: [UInt16] = []
  /// How many of every fourth occurrence have each weight: many have the same, and counting one would wait for the one
  /// before.
  private var counts = [UInt32](repeating: 0, count: 4 << Int(DocumentVectors.weightBits))
  /// The occurrences of the least weight of which some are chosen: what decides, then the occurrence.
  private var equals: [(tie: UInt64, occurrence: Int)] = []

  init(_ limit: Int) {
    self.limit = limit
  }

  /// Chooses among so many occurrences, of those with equal weights the ones with the greatest ties, then the last ones.
  /// O(count + greatest weight).
  @inline(__always)
  mutating func choose(_ count: Int, weight: (Int) -> Int, tie: (Int) -> UInt64) {
    chosen.removeAll(keepingCapacity: true)
    equals.removeAll(keepingCapacity: true)
    if weights.count < count { weights = [UInt16](repeating: 0, count: count * 2) }
    let greatest = TermChoice.read(count, weight, into: &weights, &counts)
    var left = limit
    var least = greatest
    while least > 0 {
      let own = counts[4 * least] + counts[4 * least + 1] + counts[4 * least + 2] + counts[4 * least + 3]
      if own >= left { break }
      left -= Int(own)
      least -= 1
    }
    for place in range(0, 4 * (greatest + 1)) { counts[place] = 0 }
    let read = weights
    for occurrence in range(0, count) where read[occurrence] >= least {
      let weight = UInt32(read[occurrence])
      if weight > least {
        chosen.append(Chosen(occurrence: occurrence, weight: weight))
      } else {
        equals.append((tie(occurrence), occurrence))
      }
    }
    if equals.count > left {
      equals.sort { $0.tie != $1.tie ? $0.tie > $1.tie : $0.occurrence > $1.occurrence }
    }
    chosen.sort { $0.weight > $1.weight }
    for equal in equals.prefix(left) {
      chosen.append(Chosen(occurrence: equal.occurrence, weight: UInt32(least)))
    }
  }

  /// Reads and counts the weights, and tells the greatest.
  @inline(__always)
  private static func read(
    _ count: Int, _ weight: (Int) -> Int, into weights: inout [UInt16], _ counts: inout [UInt32]
  ) -> Int {
    var weights = weights.mutableSpan
    var counts = counts.mutableSpan
    var greatest = 0
    for occurrence in range(0, count) {
      let weight = weight(occurrence)
      weights[occurrence] = UInt16(truncatingIfNeeded: weight)
      counts[weight &<< 2 | occurrence & 3] &+= 1
      greatest = max(greatest, weight)
    }
    return greatest
  }
}
