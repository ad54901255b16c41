import FormulaTerms
import SearchIndex
import TeXMath

/// The terms of the formulas that pages hold, made once for each distinct formula: most of those of a page, such as single
/// letters, stand on others too. Each thread has its own.
struct FormulaTermCache {
  private var reader: FormulaTermReader
  /// About so many bytes of formulas and terms are kept, of the first formulas, among which the frequent ones are.
  private let capacity: Int
  /// The formulas that are kept, and their terms, each one behind the other.
  private var formulas: [UInt8] = []
  private var terms = FormulaTermList()
  /// Open addressing with linear probing, at most half full.
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var count = 0

  /// Where a formula and its terms are; the hash is not 0.
  private struct Slot {
    var hash: UInt64 = 0
    var formula: UInt32 = 0
    var terms: UInt32 = 0
    var formulaCount: UInt32 = 0
    var termsCount: UInt32 = 0
  }

  /// - Parameter macros: those by which all formulas are read.
  init(macros: MacroTable, capacity: Int = 4 << 20) {
    reader = FormulaTermReader(macros: macros)
    self.capacity = capacity
  }

  /// Adds the terms of a formula to a list. O(length) where it is known.
  mutating func appendTerms(of tex: [UInt8], to list: inout FormulaTermList) {
    let hash = FormulaTermCache.hash(tex)
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[place].hash != 0 {
      let slot = slots[place]
      if slot.hash == hash, isFormula(slot, tex) {
        list.append(Int(slot.terms)..<Int(slot.terms + slot.termsCount), of: terms)
        return
      }
      place = (place + 1) & (slots.count - 1)
    }
    guard formulas.count + terms.bytes.count < capacity else {
      reader.withTerms(of: tex) { list.append(list: $0) }
      return
    }
    let start = terms.bytes.count
    reader.withTerms(of: tex) { terms.append(list: $0) }
    slots[place] = Slot(
      hash: hash, formula: UInt32(formulas.count), terms: UInt32(start), formulaCount: UInt32(tex.count),
      termsCount: UInt32(terms.bytes.count - start))
    formulas += tex
    count += 1
    if count * 2 > slots.count { grow() }
    list.append(start..<terms.bytes.count, of: terms)
  }

  private func isFormula(_ slot: Slot, _ tex: [UInt8]) -> Bool {
    guard Int(slot.formulaCount) == tex.count else { return false }
    let start = Int(slot.formula)
    for index in tex.indices where formulas[start + index] != tex[index] { return false }
    return true
  }

  private mutating func grow() {
    let former = slots
    slots = [Slot](repeating: Slot(), count: former.count * 2)
    for slot in former where slot.hash != 0 {
      var place = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
      while slots[place].hash != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }

  /// FNV-1a, its high half folded in.
  private static func hash(_ tex: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in tex { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return max(1, hash ^ hash >> 32)
  }
}
