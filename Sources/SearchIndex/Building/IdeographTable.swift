/// Weighted frequencies of the ideographs and bigrams of one document after the other.
///
/// Characters have a counter each; bigrams an open-addressing table with linear probing, of which each document
/// uses as much as it needs. Both are emptied by what was put in. The innermost loop of indexing needs no check of
/// bounds: a character has 16 bits, a hash is shifted and a slot masked to the table's size, and what is present
/// is never more than there is room for.
final class IdeographTable {
  private static let characterCount = 1 << 16
  private static let leastSlots = 1 << 10

  private let characters: UnsafeMutablePointer<UInt8>
  private let presentCharacters: UnsafeMutablePointer<UInt16>
  private var characterTotal = 0
  /// Key << 32 | weight, 0 where there is none.
  private var slots: UnsafeMutablePointer<UInt64>
  private var presentSlots: UnsafeMutablePointer<UInt32>
  private var bigramTotal = 0
  private var slotCount: Int
  /// The size of the part in use, less 1; a hash of 32 bits is cut to it by `shift`.
  private var mask: Int
  private var shift: UInt32

  init() {
    let size = IdeographTable.leastSlots
    characters = IdeographTable.zeros(IdeographTable.characterCount)
    presentCharacters = IdeographTable.zeros(IdeographTable.characterCount + 1)
    slots = IdeographTable.zeros(size)
    presentSlots = IdeographTable.zeros(size)
    slotCount = size
    mask = size - 1
    shift = 32 - UInt32(size.trailingZeroBitCount)
  }

  deinit {
    characters.deallocate()
    presentCharacters.deallocate()
    slots.deallocate()
    presentSlots.deallocate()
  }

  /// Makes the table, which is empty, fit a text of so many bytes.
  func prepare(for textSize: Int) {
    var size = IdeographTable.leastSlots
    while size < textSize / 2, size < 1 << 28 { size *= 2 }
    if size > slotCount || slotCount > size * 64 { reallocate(size) }
    use(size)
  }

  /// Adds to the frequency of a character; `weight` is not 0. O(1).
  @inline(__always)
  func add(character: UInt16, weight: UInt8) {
    let place = Int(character)
    let former = characters[place]
    // Behind the last one there is room for one more; whether it stays there, nothing predicts.
    presentCharacters[characterTotal] = character
    characterTotal &+= former == 0 ? 1 : 0
    characters[place] = saturatingSum(former, weight)
  }

  /// Adds to the frequency of a pair of characters, a key that is not 0. O(1) amortised.
  @inline(__always)
  func add(bigram key: UInt32, weight: UInt8) {
    var slot = place(of: key)
    var entry = slots[slot]
    // One branch: nothing predicts which of the two it is that ends the search.
    while min(entry &>> 32 ^ UInt64(key), entry) != 0 {
      slot = (slot &+ 1) & mask
      entry = slots[slot]
    }
    slots[slot] = (entry == 0 ? UInt64(key) &<< 32 : entry) &+ UInt64(weight)
    presentSlots[bigramTotal] = UInt32(truncatingIfNeeded: slot)
    bigramTotal &+= entry == 0 ? 1 : 0
    if bigramTotal &* 4 > mask &* 3 { grow() }
  }

  /// Adds the unified ideographs from `start` of `text` on, and the pairs they make, the first with `previous`, if that is
  /// not 0; gives where they end, at least four bytes before the text's end, and the last one. O(characters) amortised.
  func add(
    _ text: Span<UInt8>, from start: Int, after previous: UInt32, _ characters: CharacterTable, weight: UInt8
  ) -> (end: Int, last: UInt32) {
    var index = start
    var previous = previous
    while index &+ 4 <= text.count {
      let bytes = fourBytes(text, index)
      let code = (bytes & 0xF) &<< 12 | (bytes &>> 2) & 0xFC0 | (bytes &>> 16) & 0x3F
      guard bytes & 0xC0_C0F0 == 0x80_80E0, code &- 0x4E00 < 0x5200 else { break }
      let scalar = characters.folded(ideograph: code)
      guard scalar <= 0xFFFF else { break }
      add(character: UInt16(truncatingIfNeeded: scalar), weight: weight)
      if previous != 0 { add(bigram: previous &<< 16 | scalar, weight: weight) }
      previous = scalar
      index &+= 3
    }
    return (index, previous)
  }

  /// How many characters and bigrams there are.
  var count: Int { characterTotal + bigramTotal }

  /// The keys, characters `c << 16` before bigrams `c << 16 | d`, in the order of their first appearance.
  var keys: [UInt32] {
    [UInt32](unsafeUninitializedCapacity: count) { keys, count in
      for place in 0..<characterTotal {
        keys.initializeElement(at: place, to: UInt32(presentCharacters[place]) << 16)
      }
      for place in 0..<bigramTotal {
        let key = UInt32(truncatingIfNeeded: slots[Int(presentSlots[place])] >> 32)
        keys.initializeElement(at: characterTotal + place, to: key)
      }
      count = characterTotal + bigramTotal
    }
  }

  /// Moves the frequencies, at most 255, in the order of the keys to `output`, where there is room for them; empties the
  /// table.
  func moveWeights(to output: UnsafeMutablePointer<UInt8>) {
    for place in 0..<characterTotal {
      let character = Int(presentCharacters[place])
      output[place] = characters[character]
      characters[character] = 0
    }
    for place in 0..<bigramTotal {
      let slot = Int(presentSlots[place])
      output[characterTotal + place] = UInt8(clamping: slots[slot] & 0xFFFF_FFFF)
      slots[slot] = 0
    }
    characterTotal = 0
    bigramTotal = 0
  }

  /// Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  @inline(__always)
  private func place(of key: UInt32) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B1) &>> shift)
  }

  /// Puts the bigrams into a table of twice the size.
  @inline(never)
  private func grow() {
    let entries = (0..<bigramTotal).map { slots[Int(presentSlots[$0])] }
    for place in 0..<bigramTotal { slots[Int(presentSlots[place])] = 0 }
    let size = (mask + 1) * 2
    if size > slotCount { reallocate(size) }
    use(size)
    for (number, entry) in entries.enumerated() {
      var slot = place(of: UInt32(truncatingIfNeeded: entry >> 32))
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
      presentSlots[number] = UInt32(truncatingIfNeeded: slot)
    }
  }

  private func use(_ size: Int) {
    mask = size - 1
    shift = 32 - UInt32(size.trailingZeroBitCount)
  }

  /// Takes other memory; what is in the table is lost.
  private func reallocate(_ size: Int) {
    slots.deallocate()
    presentSlots.deallocate()
    slots = IdeographTable.zeros(size)
    presentSlots = IdeographTable.zeros(size)
    slotCount = size
  }

  private static func zeros<Number: FixedWidthInteger>(_ count: Int) -> UnsafeMutablePointer<Number> {
    let memory = UnsafeMutablePointer<Number>.allocate(capacity: count)
    memory.initialize(repeating: 0, count: count)
    return memory
  }
}
