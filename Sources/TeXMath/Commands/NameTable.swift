/// Values by name: an open-addressing hash table over bytes.
struct NameTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var start: UInt32
    var end: UInt32
    var value: Value
  }

  private var entries: [Entry] = []
  private var names: [UInt8] = []
  /// Index of an entry plus 1; 0 is free. The count is a power of two, at least twice that of the entries;
  /// none for an empty table, which costs nothing.
  private var slots: [UInt32] = []

  /// How many names there are.
  var count: Int { entries.count }

  subscript(index: Int) -> Value {
    get { entries[index].value }
    set { entries[index].value = newValue }
  }

  /// The name of an entry.
  func name(of index: Int) -> ArraySlice<UInt8> {
    names[Int(entries[index].start)..<Int(entries[index].end)]
  }

  /// The index of a name.
  ///
  /// - Complexity: O(length of the name).
  func index(of bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard !slots.isEmpty else { return nil }
    var hash: UInt32 = 0x811C_9DC5
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if isName(of: entries[index], equalTo: bytes, range) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The value of a name.
  func value(of bytes: [UInt8]) -> Value? {
    guard let index = index(of: bytes, 0..<bytes.count) else { return nil }
    return self[index]
  }

  /// Adds a name; a name that is there already gets the new value.
  mutating func insert(_ name: [UInt8], _ value: Value) {
    if let known = index(of: name, 0..<name.count) {
      entries[known].value = value
      return
    }
    let start = UInt32(truncatingIfNeeded: names.count)
    names.append(contentsOf: name)
    entries.append(Entry(start: start, end: UInt32(truncatingIfNeeded: names.count), value: value))
    if entries.count * 2 > slots.count {
      slots = Array(repeating: 0, count: max(slots.count * 2, 64))
      for index in 0..<entries.count { occupySlot(for: index) }
    } else {
      occupySlot(for: entries.count - 1)
    }
  }

  /// Adds a name.
  mutating func insert(_ name: StaticString, _ value: Value) {
    insert(name.withUTF8Buffer { Array($0) }, value)
  }

  private mutating func occupySlot(for index: Int) {
    var hash: UInt32 = 0x811C_9DC5
    for byte in name(of: index) { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(truncatingIfNeeded: index + 1)
  }

  private func isName(of entry: Entry, equalTo bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = Int(entry.start)
    guard Int(entry.end) - start == range.count else { return false }
    for offset in 0..<range.count where names[start + offset] != bytes[range.lowerBound + offset] {
      return false
    }
    return true
  }
}

/// The words of a table written as text, divided at white space.
func forEachWord(of text: StaticString, _ body: ([UInt8]) -> Void) {
  text.withUTF8Buffer { bytes in
    var word: [UInt8] = []
    for byte in bytes {
      if byte.isWhiteSpace {
        if !word.isEmpty { body(word) }
        word.removeAll(keepingCapacity: true)
      } else {
        word.append(byte)
      }
    }
    if !word.isEmpty { body(word) }
  }
}
