/// What is known of some words, found by their bytes: a hash table with linear probing, made once and only read.
///
/// A look-up costs one pass over the word and, nearly always, one comparison; nothing is allocated.
struct WordTable<Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    let start: Int
    let count: Int
    let value: Value
  }

  private var bytes: [UInt8] = []
  private var slots: [Slot?]
  private var longest = 0
  private let foldsCase: Bool

  /// - Parameters:
  ///   - groups: words with spaces between them, and what they all stand for; the last mention of a word wins.
  ///   - foldsCase: whether ASCII letters match in either case; the words must then be in lower case.
  init(_ groups: [(words: String, value: Value)], foldsCase: Bool = false) {
    self.foldsCase = foldsCase
    let words = groups.flatMap { group in
      group.words.utf8.split { $0 == ASCII.space || $0 == ASCII.newline }.map { ($0, group.value) }
    }
    var capacity = 16
    while capacity < 2 * words.count { capacity *= 2 }
    slots = Array(repeating: nil, count: capacity)
    for (word, value) in words {
      let index = index(of: word)
      slots[index] = Slot(start: bytes.count, count: word.count, value: value)
      bytes += word
      longest = max(longest, word.count)
    }
  }

  subscript(word: some Collection<UInt8>) -> Value? {
    guard word.count <= longest, !word.isEmpty else { return nil }
    return slots[index(of: word)]?.value
  }

  /// The slot that holds the word, or the free one where it belongs.
  private func index(of word: some Collection<UInt8>) -> Int {
    var hash = UInt32(truncatingIfNeeded: word.count)
    for byte in word { hash = (hash ^ UInt32(folded(byte))) &* 0x0100_0193 }
    let mask = slots.count - 1
    var index = Int(hash ^ hash >> 15) & mask
    while let slot = slots[index], !isEqual(slot, word) { index = (index + 1) & mask }
    return index
  }

  private func isEqual(_ slot: Slot, _ word: some Collection<UInt8>) -> Bool {
    guard slot.count == word.count else { return false }
    var index = slot.start
    for byte in word {
      if bytes[index] != folded(byte) { return false }
      index += 1
    }
    return true
  }

  @inline(__always)
  private func folded(_ byte: UInt8) -> UInt8 {
    foldsCase ? ASCII.lowercased(byte) : byte
  }
}
