import FormulaTerms
import SearchIndex
import TeXMath

/// The terms of the formulas that pages hold, made once for each distinct formula: most of those of a page, such as single
/// letters, stand on others too. Each thread has its own.
///
/// What is kept does not fit the processor's caches, so the formulas of a page are collected first, and then looked for side by
/// side.
struct FormulaTermCache {
  /// About so many bytes of formulas and terms are kept, of the first formulas, among which the frequent ones are.
  private let capacity: Int
  private var reader: FormulaTermReader
  /// The formulas that are kept, each with its terms behind it; at the end eight bytes that are none.
  private var records = [UInt8](repeating: 0, count: slack)
  /// Open addressing with linear probing, at most half full.
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var count = 0
  /// The collected formulas, one behind the other, and where they are.
  private var collected: [UInt8] = []
  private var looks: [Look] = []

  /// So many bytes may be read behind those that are asked for.
  private static let slack = 8

  /// Where a formula and its terms are; the hash is not 0.
  private struct Slot {
    var hash: UInt32 = 0
    var start: UInt32 = 0
    var formulaCount: UInt32 = 0
    var termsCount: UInt32 = 0
  }

  /// A formula that is looked for.
  private struct Look {
    var range: Range<Int>
    var hash: UInt32 = 0
    /// What may be its record: where it begins, and its first byte. Both are read for all formulas before they are needed, so
    /// that memory is asked for them side by side.
    var start: UInt32 = 0
    var first: UInt8 = 0
  }

  /// - Parameter macros: those by which all formulas are read.
  init(macros: MacroTable, capacity: Int = 4 << 20) {
    reader = FormulaTermReader(macros: macros)
    self.capacity = capacity
  }

  /// Collects a formula.
  mutating func collect(_ tex: [UInt8]) {
    looks.append(Look(range: collected.count..<collected.count + tex.count))
    collected += tex
  }

  /// Adds the terms of the collected formulas to a list, and forgets these. O(length) where they are known.
  mutating func appendTerms(to list: inout FormulaTermList) {
    guard !looks.isEmpty else { return }
    for _ in 0..<FormulaTermCache.slack { collected.append(0) }
    for number in looks.indices {
      let hash = FormulaTermCache.hash(collected.span.bytes, looks[number].range)
      looks[number].hash = hash
      looks[number].start = slots[Int(hash) & (slots.count - 1)].start
    }
    for number in looks.indices { looks[number].first = records[Int(looks[number].start)] }
    for look in looks { appendTerms(of: look, to: &list) }
    looks.removeAll(keepingCapacity: true)
    collected.removeAll(keepingCapacity: true)
  }

  private mutating func appendTerms(of look: Look, to list: inout FormulaTermList) {
    var place = Int(look.hash) & (slots.count - 1)
    while slots[place].hash != 0 {
      let slot = slots[place]
      if slot.hash == look.hash, isFormula(slot, look.range) {
        let start = Int(slot.start + slot.formulaCount)
        list.append(list: records.span.extracting(start..<start + Int(slot.termsCount)))
        return
      }
      place = (place + 1) & (slots.count - 1)
    }
    let tex = Array(collected[look.range])
    guard records.count < capacity else {
      reader.withTerms(of: tex) { list.append(list: $0) }
      return
    }
    records.removeLast(FormulaTermCache.slack)
    let start = records.count
    records += tex
    reader.withTerms(of: tex) { terms in
      list.append(list: terms)
      terms.withUnsafeBufferPointer { records.append(contentsOf: $0) }
    }
    slots[place] = Slot(
      hash: look.hash, start: UInt32(start), formulaCount: UInt32(tex.count),
      termsCount: UInt32(records.count - start - tex.count))
    for _ in 0..<FormulaTermCache.slack { records.append(0) }
    count += 1
    if count * 2 > slots.count { grow() }
  }

  private func isFormula(_ slot: Slot, _ range: Range<Int>) -> Bool {
    guard Int(slot.formulaCount) == range.count else { return false }
    let (known, wanted) = (records.span.bytes, collected.span.bytes)
    let start = Int(slot.start)
    var offset = 0
    while offset < range.count {
      let difference = eightBytes(known, start + offset) ^ eightBytes(wanted, range.lowerBound + offset)
      if difference.littleEndian << unused(range.count - offset) != 0 { return false }
      offset += 8
    }
    return true
  }

  private mutating func grow() {
    let former = slots
    slots = [Slot](repeating: Slot(), count: former.count * 2)
    for slot in former where slot.hash != 0 {
      var place = Int(slot.hash) & (slots.count - 1)
      while slots[place].hash != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }

  /// Multiplied by 2⁶⁴ / φ, eight bytes at a time, the high half folded in.
  private static func hash(_ bytes: RawSpan, _ range: Range<Int>) -> UInt32 {
    var hash = UInt64(range.count)
    var offset = 0
    while offset < range.count {
      let eight = eightBytes(bytes, range.lowerBound + offset).littleEndian << unused(range.count - offset)
      hash = (hash ^ eight) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      offset += 8
    }
    return max(1, UInt32(truncatingIfNeeded: hash))
  }
}

/// Eight bytes, which the callers have compared with the end.
@inline(__always)
private func eightBytes(_ bytes: RawSpan, _ index: Int) -> UInt64 {
  bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
}

/// How many high bits of eight bytes are beyond the last of so many.
@inline(__always)
private func unused(_ count: Int) -> UInt64 { count < 8 ? UInt64(64 - 8 * count) : 0 }
