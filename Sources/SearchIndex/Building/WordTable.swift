/// Distinct byte strings of 1...255 bytes and their weighted frequencies, numbered in the order of their first
/// appearance.
///
/// An open-addressing table with linear probing. A slot holds all of a word of up to seven bytes, and such a word is
/// added without a branch that depends on whether it is new, which nothing predicts. Analysis and inversion spend much
/// of their time here, so the memory is the table's own and nothing checks the bounds: a slot is masked to the table's
/// size, a word's number is at most its limit, and there is room for one more word behind the others.
final class WordTable {
  private static let leastSlots = 1 << 9
  /// A table of a document with more words than usual is given back.
  private static let mostSlotsKept = 1 << 14
  /// What a word needs at most, with its length and what is written behind a short one.
  private static let room = 264

  /// The words' number.
  private(set) var count = 0
  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var shift: UInt64
  /// With so many words it grows: half of a small table's slots, three quarters of a large one's, which has no room in the
  /// processor's cache.
  private var limit: Int
  /// The frequency of each word, 0 behind the last one.
  private var weights: UnsafeMutablePointer<UInt8>
  /// The length of each word.
  private var lengths: UnsafeMutablePointer<UInt8>
  /// The words, a length byte each, then the bytes.
  private var text: UnsafeMutablePointer<UInt8>
  private var textCount = 0
  /// How many bytes the words are, with their lengths.
  var byteCount: Int { textCount }
  private var textCapacity: Int

  /// A word's key, 0 for none; where it begins in `text`, at its length byte; its number.
  private struct Slot {
    var key: UInt64 = 0
    var start: UInt32 = 0
    var number: UInt32 = 0
  }

  init() {
    let size = WordTable.leastSlots
    limit = WordTable.limit(size)
    (slots, weights, lengths) = WordTable.memory(size)
    mask = size - 1
    shift = UInt64(64 - size.trailingZeroBitCount)
    textCapacity = 16 * size
    text = .allocate(capacity: textCapacity)
  }

  deinit {
    deallocateTable()
    text.deallocate()
  }

  /// Adds `weight` to the frequency of a word, which ends at 255; gives its number. O(length) amortised.
  @inline(__always) @discardableResult
  func add(_ word: Span<UInt8>, weight: UInt8) -> Int {
    word.count < 8 ? add(short: wordKey(word), weight: weight) : add(long: word, wordKey(word), weight)
  }

  /// The same for a word in a larger text, given its key.
  @inline(__always) @discardableResult
  func add(_ place: Range<Int>, of text: Span<UInt8>, _ key: UInt64, weight: UInt8) -> Int {
    place.count < 8 ? add(short: key, weight: weight) : add(long: text.extracting(place), key, weight)
  }

  /// What the first look for a key finds: a number, and the key whose it is. Without a branch, so that the looks for many
  /// words into a large table do not wait for each other. O(1).
  @inline(__always)
  func firstLook(_ key: UInt64) -> (key: UInt64, number: UInt32) {
    let slot = slots[Int(truncatingIfNeeded: mixed(key) &>> shift)]
    return (slot.key, slot.number)
  }

  /// The same for a word of up to seven bytes, given its key.
  @inline(__always) @discardableResult
  func add(short key: UInt64, weight: UInt8) -> Int {
    var place = Int(truncatingIfNeeded: mixed(key) &>> shift)
    while min(slots[place].key ^ key, slots[place].key) != 0 { place = (place &+ 1) & mask }
    let isNew = slots[place].key == 0
    let number = isNew ? count : Int(truncatingIfNeeded: slots[place].number)
    slots[place].key = key
    slots[place].number = UInt32(truncatingIfNeeded: number)
    weights[number] = saturatingSum(weights[number], weight)
    // The length is the highest byte, which makes it the last one of what is written.
    let length = Int(truncatingIfNeeded: key &>> 56)
    lengths[number] = UInt8(truncatingIfNeeded: length)
    let bytes = UnsafeMutableRawPointer(text + textCount)
    bytes.storeBytes(of: (key &<< 8 | key &>> 56).littleEndian, as: UInt64.self)
    textCount &+= isNew ? length &+ 1 : 0
    count &+= isNew ? 1 : 0
    if count >= limit || textCount &+ WordTable.room > textCapacity { grow() }
    return number
  }

  @inline(never)
  private func add(long word: Span<UInt8>, _ key: UInt64, _ weight: UInt8) -> Int {
    var place = Int(truncatingIfNeeded: mixed(key) &>> shift)
    while slots[place].key != 0 {
      if slots[place].key == key, matches(word, Int(slots[place].start)) {
        let number = Int(truncatingIfNeeded: slots[place].number)
        weights[number] = saturatingSum(weights[number], weight)
        return number
      }
      place = (place &+ 1) & mask
    }
    let number = count
    slots[place] = Slot(
      key: key, start: UInt32(truncatingIfNeeded: textCount), number: UInt32(truncatingIfNeeded: number))
    weights[number] = weight
    lengths[number] = UInt8(truncatingIfNeeded: word.count)
    text[textCount] = UInt8(truncatingIfNeeded: word.count)
    word.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      (text + textCount + 1).update(from: start, count: bytes.count)
    }
    textCount += word.count + 1
    count += 1
    if count >= limit || textCount + WordTable.room > textCapacity { grow() }
    return number
  }

  /// Moves the words' frequencies, then their lengths, then the words, a length byte each and the bytes, to `output`, where
  /// there is room for them; empties the table and keeps its memory.
  func move(to output: UnsafeMutablePointer<UInt8>) {
    output.initialize(from: weights, count: count)
    (output + count).initialize(from: lengths, count: count)
    (output + 2 * count).initialize(from: text, count: textCount)
    if mask < WordTable.mostSlotsKept {
      slots.update(repeating: Slot(), count: mask + 1)
      weights.update(repeating: 0, count: count)
    } else {
      deallocateTable()
      use(WordTable.leastSlots)
    }
    textCount = 0
    count = 0
  }

  /// The words, a length byte each and the bytes; the table gives its memory back.
  func takeWords() -> [UInt8] {
    deallocateTable()
    use(WordTable.leastSlots)
    let words = Array(UnsafeBufferPointer(start: text, count: textCount))
    text.deallocate()
    textCapacity = 16 * WordTable.leastSlots
    text = .allocate(capacity: textCapacity)
    textCount = 0
    count = 0
    return words
  }

  /// Whether a word of at least eight bytes stands in the table's text.
  @inline(__always)
  private func matches(_ word: Span<UInt8>, _ start: Int) -> Bool {
    Int(text[start]) == word.count
      && areEqual(word, UnsafeBufferPointer(start: text + start + 1, count: word.count).span)
  }

  /// Makes room for another word.
  @inline(never)
  private func grow() {
    if textCount + WordTable.room > textCapacity {
      let former = text
      textCapacity *= 2
      text = .allocate(capacity: textCapacity)
      text.update(from: former, count: textCount)
      former.deallocate()
    }
    guard count >= limit else { return }
    let (former, formerSize, formerWeights, formerLengths) = (slots, mask + 1, weights, lengths)
    use(formerSize * 2)
    weights.update(from: formerWeights, count: count)
    lengths.update(from: formerLengths, count: count)
    for index in 0..<formerSize where former[index].key != 0 {
      var place = Int(truncatingIfNeeded: mixed(former[index].key) &>> shift)
      while slots[place].key != 0 { place = (place + 1) & mask }
      slots[place] = former[index]
    }
    former.deallocate()
    formerWeights.deallocate()
    formerLengths.deallocate()
  }

  private func deallocateTable() {
    slots.deallocate()
    weights.deallocate()
    lengths.deallocate()
  }

  /// Takes other memory; that in use before is the caller's.
  private func use(_ size: Int) {
    (slots, weights, lengths) = WordTable.memory(size)
    limit = WordTable.limit(size)
    mask = size - 1
    shift = UInt64(64 - size.trailingZeroBitCount)
  }

  private static func limit(_ size: Int) -> Int { size > mostSlotsKept ? size / 4 * 3 : size / 2 }

  /// An empty table of so many slots, its weights and its lengths.
  private static func memory(
    _ size: Int
  ) -> (UnsafeMutablePointer<Slot>, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt8>) {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    slots.initialize(repeating: Slot(), count: size)
    return (slots, zeros(limit(size) + 1), zeros(limit(size) + 1))
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
    bytes.initialize(repeating: 0, count: count)
    return bytes
  }
}

@inline(__always)
func saturatingSum(_ first: UInt8, _ second: UInt8) -> UInt8 {
  let (sum, overflow) = first.addingReportingOverflow(second)
  return overflow ? 255 : sum
}
