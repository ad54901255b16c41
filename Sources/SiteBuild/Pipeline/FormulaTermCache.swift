import FormulaTerms
import TeXMath

/// The terms of the formulas that pages hold, made once for each distinct formula: most of those of a page, such as single
/// letters, stand on others too. Each thread has its own.
struct FormulaTermCache {
  /// A term as search documents have it.
  typealias Term = (bytes: [UInt8], weight: UInt8)

  /// About so many bytes of formulas and terms are kept, of the first formulas, among which the frequent ones are.
  private static let capacity = 8 << 20
  /// What a term takes besides its bytes.
  private static let overhead = 48

  private let macros: MacroTable
  private var terms: [[UInt8]: [Term]] = [:]
  private var size = 0

  /// - Parameter macros: those by which all formulas are read.
  init(macros: MacroTable) { self.macros = macros }

  /// The terms of a formula. O(length) where it is known.
  mutating func terms(of tex: [UInt8]) -> [Term] {
    if let known = terms[tex] { return known }
    let made = formulaTerms(tex: tex, macros: macros).map { Term($0.bytes, $0.weight) }
    size += made.reduce(tex.count) { $0 + $1.bytes.count + FormulaTermCache.overhead }
    if size <= FormulaTermCache.capacity { terms[tex] = made }
    return made
  }
}
