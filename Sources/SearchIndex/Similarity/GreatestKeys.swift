/// The greatest of distinct keys.
struct GreatestKeys {
  /// Greatest first; behind `count` of them there is only room.
  private var sorted: [UInt64]
  private(set) var count = 0
  private let limit: Int
  /// What is not greater than this is none of them.
  private(set) var least: UInt64 = 0
  /// Whether there are as many as there may be.
  private(set) var isFull: Bool

  init(_ limit: Int) {
    self.limit = limit
    isFull = limit == 0
    least = limit == 0 ? .max : 0
    sorted = [UInt64](repeating: 0, count: limit)
  }

  /// The keys, greatest first.
  var keys: ArraySlice<UInt64> { sorted[..<count] }

  /// Whether a key is one of the greatest so far.
  @inline(__always)
  func mayTake(_ key: UInt64) -> Bool { !isFull || key > least }

  /// O(limit).
  mutating func add(_ key: UInt64) {
    guard mayTake(key) else { return }
    if isFull { count -= 1 }
    GreatestKeys.insert(key, into: &sorted, count)
    count += 1
    isFull = count == limit
    least = sorted[count - 1]
  }

  private static func insert(_ key: UInt64, into sorted: inout [UInt64], _ count: Int) {
    var sorted = sorted.mutableSpan
    var place = count
    while place > 0, sorted[place &- 1] < key {
      sorted[place] = sorted[place &- 1]
      place &-= 1
    }
    sorted[place] = key
  }

  mutating func removeAll() {
    count = 0
    isFull = limit == 0
    least = isFull ? .max : 0
  }
}
