/// Numbers for keys, in the order of their first appearance, and how often each was added: an open-addressing table with
/// linear probing.
struct TermNumbers: Sendable {
  private(set) var keys: [UInt64] = []
  private(set) var counts: [UInt32] = []
  private var slots = [Slot](repeating: Slot(), count: 1 << 12)

  /// A key, and its number + 1; 0 for none.
  private struct Slot {
    var key: UInt64 = 0
    var number: UInt32 = 0
  }

  /// Counts keys; appends their numbers. O(keys) amortised.
  mutating func add(_ added: Span<UInt64>, into numbers: inout [UInt32]) {
    while (keys.count + added.count) * 2 >= slots.count { grow() }
    // All first looks before the rest, so that they do not wait for each other.
    let first = numbers.count
    for index in added.indices {
      let slot = slots[start(added[index])]
      numbers.append(slot.key == added[index] ? slot.number : 0)
    }
    for index in added.indices {
      var number = numbers[first + index]
      if number == 0 { number = self.number(of: added[index]) }
      numbers[first + index] = number - 1
      counts[Int(number - 1)] &+= 1
    }
  }

  /// The number of a key, + 1, which is a new one if it has none.
  private mutating func number(of key: UInt64) -> UInt32 {
    let place = place(of: key)
    if slots[place].number == 0 {
      keys.append(key)
      counts.append(0)
      slots[place] = Slot(key: key, number: UInt32(truncatingIfNeeded: keys.count))
    }
    return slots[place].number
  }

  @inline(__always)
  private func start(_ key: UInt64) -> Int { Int(truncatingIfNeeded: mixed(key)) & (slots.count - 1) }

  /// The slot with a key, or that where it would be.
  private func place(of key: UInt64) -> Int {
    var place = start(key)
    while slots[place].number > 0, slots[place].key != key { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for number in keys.indices {
      slots[place(of: keys[number])] = Slot(key: keys[number], number: UInt32(truncatingIfNeeded: number + 1))
    }
  }
}
