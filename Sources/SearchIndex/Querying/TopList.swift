/// The first few of many things in the order of a rank, lower ones first, equals in the order of their numbers. One kind
/// of list for whatever is ranked: code for each would make the browser's engine larger.
struct TopList {
  private let limit: Int
  /// Rank << 32 | number, ascending.
  private var keys: [UInt64] = []

  init(_ limit: Int) {
    self.limit = limit
  }

  var count: Int { keys.count }

  func rank(_ place: Int) -> UInt32 { UInt32(truncatingIfNeeded: keys[place] >> 32) }

  func number(_ place: Int) -> Int { Int(keys[place] & 0xFFFF_FFFF) }

  @inline(never)
  mutating func insert(_ number: Int, rank: UInt32) {
    let key = UInt64(rank) << 32 | UInt64(number)
    keys.append(key)
    var place = keys.count - 1
    while place > 0, keys[place - 1] > key {
      keys[place] = keys[place - 1]
      place -= 1
    }
    keys[place] = key
    if keys.count > limit { keys.removeLast() }
  }

  /// The things in this list, by their numbers.
  @inline(never)
  func choose(from all: [FoundTerm]) -> [FoundTerm] {
    var chosen: [FoundTerm] = []
    for place in 0..<count { chosen.append(all[number(place)]) }
    return chosen
  }
}
