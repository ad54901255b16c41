/// Numbers for keys, in the order of their first appearance, and how often each was added: an open-addressing table with
/// linear probing.
struct TermNumbers: Sendable {
  private(set) var keys: [UInt64] = []
  private var slots = [Slot](repeating: Slot(), count: 1 << 12)

  /// A key, its number + 1, 0 for none, and how often it was added.
  private struct Slot {
    var key: UInt64 = 0
    var number: UInt32 = 0
    var count: UInt32 = 0
  }

  /// How often each key was added, by its number. O(keys).
  var counts: [UInt32] {
    var counts = [UInt32](repeating: 0, count: keys.count)
    for slot in slots where slot.number > 0 { counts[Int(slot.number - 1)] = slot.count }
    return counts
  }

  /// Counts keys; appends their numbers. O(keys) amortised.
  mutating func add(_ added: Span<UInt64>, into numbers: inout [UInt32]) {
    while (keys.count + added.count) * 2 >= slots.count { grow() }
    let first = numbers.count
    numbers.append(contentsOf: repeatElement(0, count: added.count))
    TermNumbers.add(added, to: &slots, &keys, &numbers, from: first)
  }

  private static func add(
    _ added: Span<UInt64>, to slots: inout [Slot], _ keys: inout [UInt64], _ numbers: inout [UInt32],
    from first: Int
  ) {
    var slots = slots.mutableSpan
    var numbers = numbers.mutableSpan
    let mask = slots.count &- 1
    // All first looks before the rest, so that they do not wait for each other.
    for index in added.indices {
      let place = start(added[index], mask)
      let slot = slots[place]
      let isFound = slot.key == added[index]
      numbers[first &+ index] = isFound ? slot.number : 0
      slots[place].count = slot.count &+ (isFound ? 1 : 0)
    }
    for index in added.indices {
      if numbers[first &+ index] == 0 {
        let key = added[index]
        var place = start(key, mask)
        while slots[place].number > 0, slots[place].key != key { place = (place &+ 1) & mask }
        if slots[place].number == 0 {
          keys.append(key)
          slots[place] = Slot(key: key, number: UInt32(truncatingIfNeeded: keys.count))
        }
        slots[place].count &+= 1
        numbers[first &+ index] = slots[place].number
      }
      numbers[first &+ index] &-= 1
    }
  }

  @inline(__always)
  private static func start(_ key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: mixed(key)) & mask }

  private mutating func grow() {
    let former = slots
    let mask = former.count * 2 - 1
    slots = [Slot](repeating: Slot(), count: mask + 1)
    for slot in former where slot.number > 0 {
      var place = TermNumbers.start(slot.key, mask)
      while slots[place].number > 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
