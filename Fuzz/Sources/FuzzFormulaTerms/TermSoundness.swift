import FormulaTerms
import Fuzzing

/// What holds of the terms of anything.
enum TermSoundness {
  /// Ends the process when something does not hold, so that the fuzzer keeps the input.
  ///
  /// Checked are: the formulas of a query lie in it, one behind the other; terms are of the form that `FormulaTerm`
  /// describes, all different, and not too many; a second look gives the same.
  static func check(_ bytes: [UInt8]) {
    var end = 0
    for range in formulaRanges(query: bytes) {
      require(range.lowerBound >= end && !range.isEmpty, "a formula out of order")
      end = range.upperBound
    }
    require(end <= bytes.count, "a formula behind the end")
    check(formulaTerms(query: bytes), limit: 48)
    check(formulaTerms(tex: bytes), limit: 200)
    require(formulaTerms(query: bytes) == formulaTerms(query: bytes), "not the same twice")
  }

  private static func check(_ terms: [FormulaTerm], limit: Int) {
    require(terms.count <= limit, "too many terms")
    require(Set(terms.map(\.bytes)).count == terms.count, "a term comes twice")
    for term in terms {
      require(term.bytes.first == FormulaTerm.mark && (2...41).contains(term.bytes.count), "no term")
      require(term.bytes.dropFirst().allSatisfy { $0 >= 0x21 && $0 != 0x7F }, "a control character")
      require(String(validating: term.bytes, as: UTF8.self) != nil, "a term is not UTF-8")
      require(term.weight > 0, "a term without weight")
    }
  }
}
