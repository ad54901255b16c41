/// Weighted frequencies by 32-bit key, in an open-addressing table with linear probing. Key 0 is never used.
struct IdeographTable {
  private var keys: [UInt32]
  private var weights: [UInt8]
  private var shift: UInt32
  private var used = 0

  init(expected: Int) {
    var bits: UInt32 = 6
    while 1 << bits < expected, bits < 28 { bits += 1 }
    keys = [UInt32](repeating: 0, count: 1 << bits)
    weights = [UInt8](repeating: 0, count: 1 << bits)
    shift = 32 - bits
  }

  /// Adds `weight` to the frequency of `key`; frequencies end at 255. O(1) amortised.
  @inline(__always)
  mutating func add(_ key: UInt32, weight: UInt8) {
    let mask = keys.count - 1
    // Fibonacci hashing (Knuth, TAOCP 3, 6.4).
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> shift)
    while true {
      let found = keys[slot]
      if found == key {
        weights[slot] = saturatingSum(weights[slot], weight)
        return
      }
      if found == 0 { break }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    weights[slot] = weight
    used += 1
    if used * 4 > keys.count * 3 { grow() }
  }

  /// The keys and their frequencies, in table order.
  func contents() -> (keys: [UInt32], weights: [UInt8]) {
    var presentKeys: [UInt32] = []
    var presentWeights: [UInt8] = []
    presentKeys.reserveCapacity(used)
    presentWeights.reserveCapacity(used)
    for slot in keys.indices where keys[slot] != 0 {
      presentKeys.append(keys[slot])
      presentWeights.append(weights[slot])
    }
    return (presentKeys, presentWeights)
  }

  private mutating func grow() {
    var larger = IdeographTable(expected: keys.count * 2)
    for slot in keys.indices where keys[slot] != 0 {
      larger.add(keys[slot], weight: weights[slot])
    }
    self = larger
  }
}

/// Weighted frequencies of byte strings of 1...255 bytes, numbered in the order of their first appearance.
struct WordTable {
  /// The words: a length byte each, then the bytes.
  private(set) var bytes: [UInt8] = []
  /// The frequency of each, by number.
  private(set) var weights: [UInt8] = []
  /// Where each begins in `bytes` (at its length byte), by number.
  private(set) var starts: [UInt32] = []
  /// Word number + 1, or 0, by hash.
  private var slots = [UInt32](repeating: 0, count: 64)

  /// Adds `weight` to the frequency of `word`, which ends at 255, and gives the word's number.
  /// O(length) amortised.
  @discardableResult
  mutating func add(_ word: ArraySlice<UInt8>, weight: UInt8) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: shortHash(word)) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if matches(word, number) {
        weights[number] = saturatingSum(weights[number], weight)
        return number
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(weights.count + 1)
    starts.append(UInt32(bytes.count))
    bytes.append(UInt8(truncatingIfNeeded: word.count))
    bytes.append(contentsOf: word)
    weights.append(weight)
    if weights.count * 4 > slots.count * 3 { grow() }
    return weights.count - 1
  }

  /// The bytes of the word with this number.
  func word(_ number: Int) -> ArraySlice<UInt8> {
    let start = Int(starts[number])
    return bytes[start + 1..<start + 1 + Int(bytes[start])]
  }

  @inline(__always)
  private func matches(_ word: ArraySlice<UInt8>, _ number: Int) -> Bool {
    var index = Int(starts[number])
    if Int(bytes[index]) != word.count { return false }
    for byte in word {
      index += 1
      if bytes[index] != byte { return false }
    }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for number in weights.indices {
      var slot = Int(truncatingIfNeeded: shortHash(word(number))) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }
}

@inline(__always)
private func saturatingSum(_ first: UInt8, _ second: UInt8) -> UInt8 {
  let (sum, overflow) = first.addingReportingOverflow(second)
  return overflow ? 255 : sum
}

/// FNV-1a of 32 bits, its high half folded in: the tables mask the low bits.
@inline(__always)
private func shortHash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
  var hash: UInt32 = 0x811C_9DC5
  for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
  return hash ^ hash >> 15
}
