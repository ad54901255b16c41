/// Weighted frequencies of byte strings of 1...255 bytes, numbered in the order of their first appearance.
struct WordTable {
  /// The words: a length byte each, then the bytes.
  private(set) var bytes: [UInt8] = []
  /// The frequency of each, by number.
  private(set) var weights: [UInt8] = []
  /// Where each begins in `bytes` (at its length byte), by number.
  private var starts: [UInt32] = []
  /// Open addressing with linear probing: the hash << 32 and the word's number + 1, or 0.
  private var slots = [UInt64](repeating: 0, count: leastSlots)

  private static let leastSlots = 512
  /// A table of a document with more words than usual is given back.
  private static let mostSlotsKept = 1 << 15

  /// Adds `weight` to the frequency of `word`, which ends at 255, and gives the word's number.
  /// O(length) amortised.
  @discardableResult
  mutating func add(_ word: Span<UInt8>, weight: UInt8) -> Int {
    let hash = wordHash(word)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == UInt64(hash), matches(word, number) {
        weights[number] = saturatingSum(weights[number], weight)
        return number
      }
      slot = (slot + 1) & mask
    }
    let number = weights.count
    slots[slot] = UInt64(hash) << 32 | UInt64(number + 1)
    starts.append(UInt32(bytes.count))
    bytes.append(UInt8(truncatingIfNeeded: word.count))
    for index in word.indices { bytes.append(word[index]) }
    weights.append(weight)
    if weights.count * 2 > slots.count { grow() }
    return number
  }

  /// The bytes of the word with this number.
  func word(_ number: Int) -> ArraySlice<UInt8> {
    let start = Int(starts[number])
    return bytes[start + 1..<start + 1 + Int(bytes[start])]
  }

  /// The words, a length byte each and the bytes, and their frequencies; empties the table and keeps its
  /// memory.
  mutating func removeAll() -> (words: [UInt8], weights: [UInt8]) {
    let contents = (Array(bytes[...]), Array(weights[...]))
    if slots.count > WordTable.mostSlotsKept {
      self = WordTable()
    } else {
      bytes.removeAll(keepingCapacity: true)
      weights.removeAll(keepingCapacity: true)
      starts.removeAll(keepingCapacity: true)
      for slot in slots.indices { slots[slot] = 0 }
    }
    return contents
  }

  @inline(__always)
  private func matches(_ word: Span<UInt8>, _ number: Int) -> Bool {
    let start = Int(starts[number])
    if Int(bytes[start]) != word.count { return false }
    for index in word.indices where bytes[start + 1 + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for entry in slots where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }
}

@inline(__always)
func saturatingSum(_ first: UInt8, _ second: UInt8) -> UInt8 {
  let (sum, overflow) = first.addingReportingOverflow(second)
  return overflow ? 255 : sum
}

/// Eight bytes at a time, multiplied by 2⁶⁴ / φ, the high half folded in.
@inline(__always)
func wordHash(_ bytes: Span<UInt8>) -> UInt32 {
  var hash: UInt32 = 0x811C_9DC5
  for index in bytes.indices { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
  return hash ^ hash >> 15
}
