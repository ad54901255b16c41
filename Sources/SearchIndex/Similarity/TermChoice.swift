/// Chooses the occurrences of one document after the other that weigh most.
struct TermChoice {
  /// An occurrence and its weight.
  struct Chosen {
    var occurrence: Int
    var weight: UInt32
  }

  /// The heaviest first.
  private(set) var chosen: [Chosen] = []
  /// The least weight of which some are chosen.
  private(set) var least = 0
  private let limit: Int
  /// How many occurrences have each weight, and the greatest of the weights.
  private var counts = [UInt32](repeating: 0, count: 1 << Int(NearestDocuments.weightBits))
  private var greatest = 0
  /// How many of the least weight are chosen, and all that have it: what decides, then the occurrence.
  private var left = 0
  private var equals: [(tie: UInt64, occurrence: Int)] = []

  init(_ limit: Int) {
    self.limit = limit
  }

  mutating func begin() {
    chosen.removeAll(keepingCapacity: true)
    equals.removeAll(keepingCapacity: true)
    greatest = 0
  }

  @inline(__always)
  mutating func count(_ weight: Int) {
    counts[weight] &+= 1
    greatest = max(greatest, weight)
  }

  /// Finds the least weight once all are counted. O(weights).
  mutating func cut() {
    left = limit
    least = greatest
    while least > 0, counts[least] < left {
      left -= Int(counts[least])
      counts[least] = 0
      least -= 1
    }
    for weight in 0...least { counts[weight] = 0 }
  }

  @inline(__always)
  mutating func add(_ occurrence: Int, _ weight: Int, tie: @autoclosure () -> UInt64) {
    if weight > least {
      chosen.append(Chosen(occurrence: occurrence, weight: UInt32(truncatingIfNeeded: weight)))
    } else if weight == least {
      equals.append((tie(), occurrence))
    }
  }

  /// Chooses among those of the least weight, and orders what is chosen.
  mutating func end() {
    if equals.count > left {
      equals.sort { $0.tie != $1.tie ? $0.tie > $1.tie : $0.occurrence > $1.occurrence }
    }
    chosen.sort { $0.weight > $1.weight }
    for equal in equals.prefix(left) {
      chosen.append(Chosen(occurrence: equal.occurrence, weight: UInt32(truncatingIfNeeded: least)))
    }
  }
}
