/// Finds the name that was probably meant, by edit distance.
struct Suggestion {
  private let target: [UInt8]
  /// A cost above this one is too much for a slip of the finger.
  private var bound: Int
  private(set) var best: [UInt8]?
  /// What it cost to come from the best name to the one that was written.
  private(set) var cost = Int.max

  /// What slips cost. A letter left out, two letters in the wrong order and a letter typed twice are the likeliest.
  private enum Cost {
    static let omission = 4
    static let swap = 4
    static let doubling = 4
    static let insertion = 5
    static let replacement = 5
    static let capitalization = 2
    /// On top of the others if not even the first letter is right.
    static let otherStart = 1
  }

  /// Whether nothing else is likelier than the best name: one letter is missing, doubled or in its neighbour's place, or
  /// only capitals are wrong.
  var isSure: Bool { cost <= Cost.omission }

  init(for target: ArraySlice<UInt8>) {
    self.target = Array(target.prefix(32))
    // A third of the letters may be wrong, but not more than three. In a name of three letters a replaced one makes
    // another name, and in one of two letters any slip does.
    switch target.count {
    case 2: bound = 3
    case 3: bound = Cost.omission
    case 4...32: bound = Cost.insertion * min(target.count / 3, 3)
    default: bound = -1
    }
  }

  /// The most that one slip costs.
  static let costOfOneSlip = Cost.insertion + Cost.otherStart

  /// Takes a name if it is nearer than all before it.
  ///
  /// - Parameter meant: What is suggested for it; the name itself unless given.
  /// - Complexity: O(product of the lengths), less where the lengths differ much.
  mutating func consider(_ name: ArraySlice<UInt8>, standingFor meant: [UInt8]? = nil) {
    guard name.count > 1, abs(name.count - target.count) * Cost.omission <= bound else { return }
    let name = Array(name)
    var cost = name.first == target.first ? 0 : Cost.otherStart
    if name.elementsEqual(target, by: { $0 | 0x20 == $1 | 0x20 }) {
      cost += Cost.capitalization
    } else {
      if target.count < 3 { return }
      cost += distance(to: name)
    }
    if cost <= bound, cost < self.cost {
      best = meant ?? name
      self.cost = cost
      bound = cost - 1
    }
  }

  /// Optimal string alignment distance, weighted by how likely each slip is.
  private func distance(to name: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = (0...name.count).map { $0 * Cost.omission }
    for row in 1...target.count {
      let letter = target[row - 1]
      let isDouble = row > 1 && letter == target[row - 2]
      let extra = isDouble ? Cost.doubling : Cost.insertion
      var current = [last[0] + extra]
      current.reserveCapacity(name.count + 1)
      for column in 1...name.count {
        let other = name[column - 1]
        let change =
          letter == other ? 0 : letter ^ other == 0x20 ? Cost.capitalization : Cost.replacement
        var cost = min(
          last[column] + extra, current[column - 1] + Cost.omission, last[column - 1] + change)
        if row > 1, column > 1, letter == name[column - 2], target[row - 2] == other {
          cost = min(cost, beforeLast[column - 2] + Cost.swap)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[name.count]
  }
}
