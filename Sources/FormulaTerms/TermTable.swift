import TeXMath

/// Distinct terms in the order of their first occurrence, with the sums of their weights.
struct TermTable {
  private struct Entry {
    var end: Int
    var weight: UInt8
  }

  /// How many terms there may be; further ones are dropped.
  let limit: Int
  private var entries: [Entry] = []
  /// The terms, one behind the other, each with its mark; at the end that of the one that is being written.
  private var bytes: [UInt8] = [FormulaTerm.mark]
  /// Index of an entry plus 1; 0 is free.
  private var slots: [UInt8]

  /// Makes a table.
  ///
  /// - Parameter limit: At most 255.
  init(limit: Int) {
    self.limit = min(limit, 255)
    slots = Array(repeating: 0, count: 512)
  }

  // MARK: Writing a term

  /// Appends a byte to the term that is being written.
  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  /// Appends a symbol to the term that is being written.
  @inline(never)
  mutating func write(_ node: SymbolLayoutTree.Node, of tree: SymbolLayoutTree) {
    if !node.name.isEmpty {
      bytes.append(0x5C)
      bytes.append(contentsOf: tree.names[node.name])
    } else if node.scalar < SymbolLayoutTree.Sign.first {
      bytes.append(scalar: node.scalar)
    } else {
      bytes.append(0x5C)
      bytes.append(UInt8(truncatingIfNeeded: node.scalar))
    }
  }

  /// Appends a digest to the term that is being written.
  mutating func write(_ digest: Digest) { digest.append(letters: 5, to: &bytes) }

  /// Ends the term that is being written and counts it.
  @inline(never)
  mutating func add(_ weight: UInt8) {
    let start = entries.last?.end ?? 0
    var digest = Digest()
    for index in start..<bytes.count { digest.add(UInt32(bytes[index])) }
    var slot = Int(truncatingIfNeeded: digest.value) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if isTerm(index, equalTo: start) {
        let (sum, overflows) = entries[index].weight.addingReportingOverflow(weight)
        entries[index].weight = overflows ? .max : sum
        bytes.removeLast(bytes.count - start - 1)
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard entries.count < limit else {
      bytes.removeLast(bytes.count - start - 1)
      return
    }
    entries.append(Entry(end: bytes.count, weight: weight))
    slots[slot] = UInt8(truncatingIfNeeded: entries.count)
    bytes.append(FormulaTerm.mark)
  }

  /// Calls `body` with each term, with its mark, and its weight.
  func forEachTerm(_ body: (_ term: Span<UInt8>, _ weight: UInt8) -> Void) {
    var start = 0
    for entry in entries {
      body(bytes.span.extracting(start..<entry.end), entry.weight)
      start = entry.end
    }
  }

  /// The terms, with their mark.
  var terms: [FormulaTerm] {
    var result: [FormulaTerm] = []
    result.reserveCapacity(entries.count)
    var start = 0
    for entry in entries {
      result.append(FormulaTerm(bytes: Array(bytes[start..<entry.end]), weight: entry.weight))
      start = entry.end
    }
    return result
  }

  private func isTerm(_ index: Int, equalTo start: Int) -> Bool {
    let known = index == 0 ? 0 : entries[index - 1].end
    guard entries[index].end - known == bytes.count - start else { return false }
    for offset in 0..<(bytes.count - start) where bytes[known + offset] != bytes[start + offset] {
      return false
    }
    return true
  }
}
