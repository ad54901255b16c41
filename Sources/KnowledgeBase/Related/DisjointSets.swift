/// Numbers below a bound, divided into sets that can be joined (Galler and Fischer, CACM 7, 1964), with halved paths.
/// The least member of a set is its root.
struct DisjointSets {
  private var parents: [Int]

  /// Every number is a set of its own.
  init(_ count: Int) {
    parents = Array(0..<count)
  }

  /// O(log n) amortised.
  mutating func root(of number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  /// O(log n) amortised.
  mutating func join(_ first: Int, _ second: Int) {
    let (one, other) = (root(of: first), root(of: second))
    parents[max(one, other)] = min(one, other)
  }

  /// The sets of more than one number, each ascending, in the order of their least. O(n log n).
  var groups: [[Int]] {
    var sets = self
    var places: [Int: Int] = [:]
    var groups: [[Int]] = []
    for number in parents.indices {
      let root = sets.root(of: number)
      if root == number { continue }
      if let place = places[root] {
        groups[place].append(number)
      } else {
        places[root] = groups.count
        groups.append([root, number])
      }
    }
    return groups.sorted { $0[0] < $1[0] }
  }
}
