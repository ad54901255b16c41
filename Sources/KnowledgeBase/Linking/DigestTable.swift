/// Numbers by digests: an open-addressing table with linear probing (Knuth, The Art of Computer Programming 3, 6.4).
struct DigestTable: Sendable {
  /// A digest and a number + 1, 0 for none.
  private struct Slot: Sendable {
    var digest: UInt64 = 0
    var number: Int32 = 0
  }

  private var slots: [Slot]
  private var count = 0

  /// Makes room for so many digests.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  /// The number of a digest. O(1).
  func find(_ digest: UInt64) -> Int32? {
    let slot = slots[place(of: digest)]
    return slot.number > 0 ? slot.number - 1 : nil
  }

  /// Gives a digest a number, and tells the one it had. O(1) amortised.
  mutating func update(_ number: Int32, for digest: UInt64) -> Int32? {
    let place = place(of: digest)
    let former = slots[place].number
    slots[place] = Slot(digest: digest, number: number + 1)
    if former > 0 { return former - 1 }
    count += 1
    if count * 2 > slots.count { grow() }
    return nil
  }

  /// Gives a digest a number if it has none, and tells the one it had. O(1) amortised.
  @discardableResult
  mutating func insert(_ number: Int32, for digest: UInt64) -> Int32? {
    if let known = find(digest) { return known }
    return update(number, for: digest)
  }

  private func place(of digest: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: digest) & mask
    while slots[place].number > 0, slots[place].digest != digest { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let former = slots
    slots = Array(repeating: Slot(), count: former.count * 2)
    for slot in former where slot.number > 0 { slots[place(of: slot.digest)] = slot }
  }
}
