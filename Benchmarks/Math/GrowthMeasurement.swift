#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import BenchmarkSupport
import TeXMath

/// How the time for one family grows while its formula is doubled, with the limits raised.
struct GrowthMeasurement {
  let name: String
  /// Bytes of the formulas.
  let sizes: [Int]
  /// CPU seconds of each, the best of some runs.
  let seconds: [Double]
  /// Whether a limit ended the conversion of the largest: it then is short, and its growth says nothing.
  let isOverLimit: Bool

  /// How many times as long a formula of twice the size takes, on average over the doublings; linear is 2.
  var growth: Double {
    guard let first = seconds.first, let last = seconds.last, let small = sizes.first, let large = sizes.last
    else { return 0 }
    return exp2(log2(last / first) / log2(Double(large) / Double(small)))
  }

  var line: String {
    let times = seconds.map { Report.padded("\(Report.fixed($0 * 1e3)) ms", 12) }.joined()
    let price = (seconds.last ?? 0) * 1e9 / Double(sizes.last ?? 1)
    let note = isOverLimit ? "  (stopped by a limit)" : ""
    return "\(Report.padded(name, 48))\(times)\(Report.padded("\(Report.fixed(price)) ns/B", 14))"
      + Report.fixed(growth) + note
  }

  init(of family: FormulaFamily, sizes: [Int]) {
    let converter = MathConverter(
      macros: family.macros, limits: MathLimits(formulaBytes: 1 << 24, depth: 200, macroExpansions: 1 << 24))
    let formulas = sizes.map { family.formula(size: $0) }
    name = family.name
    self.sizes = formulas.map(\.count)
    seconds = formulas.map { formula in
      (0..<5).map { _ in CPUClock.measure { _ = converter.convert(formula, display: true) } }.min() ?? 0
    }
    isOverLimit = formulas.contains { formula in
      converter.convert(formula, display: true).issues.contains { $0.kind == .limit }
    }
  }
}
