/// Finds the name that was probably meant, by edit distance.
struct Suggestion {
  private let target: [UInt8]
  /// A distance at or above this one is too far to be a slip of the finger.
  private var bound: Int
  private let isShort: Bool
  private(set) var best: [UInt8]?

  init(for target: ArraySlice<UInt8>) {
    self.target = Array(target.prefix(32))
    // A third of the letters may be wrong. In a name of two or three letters any slip makes another name, so there
    // only the case may be wrong.
    bound = target.count > 32 || target.count < 2 ? 0 : target.count / 3 + 1
    isShort = target.count < 4
  }

  /// Takes a name if it is nearer than all before it.
  ///
  /// - Complexity: O(product of the lengths), less where the lengths differ much.
  mutating func consider(_ name: ArraySlice<UInt8>) {
    guard abs(name.count - target.count) < bound, name.count > 1 else { return }
    let name = Array(name)
    if isShort {
      let isBetter = best == nil || (best?.first != target.first && name.first == target.first)
      if isBetter, name.elementsEqual(target, by: { $0 | 0x20 == $1 | 0x20 }) { best = name }
      return
    }
    let distance = distance(to: name)
    if distance < bound {
      bound = distance
      best = name
    }
  }

  /// Optimal string alignment distance: insertions, deletions, replacements, swaps of neighbours.
  private func distance(to name: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...name.count)
    for row in 1...target.count {
      var current = [row]
      current.reserveCapacity(name.count + 1)
      for column in 1...name.count {
        let isSame = target[row - 1] == name[column - 1]
        var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, target[row - 1] == name[column - 2], target[row - 2] == name[column - 1] {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[name.count]
  }
}
