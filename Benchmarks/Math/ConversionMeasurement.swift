import BenchmarkSupport
import TeXMath

/// The CPU time of converting formulas, one after the other on one thread.
struct ConversionMeasurement {
  /// Seconds for all formulas, round by round; the first round, which fills the caches, is left out.
  let rounds: [Double]

  init(of formulas: [SampleFormula], rounds count: Int, makesText: Bool) {
    let converter = MathConverter()
    rounds = (0...count).map { _ in
      CPUClock.measure {
        for formula in formulas {
          _ = converter.convert(formula.tex, display: formula.display, makesText: makesText)
        }
      }
    }.dropFirst().map { $0 }
  }
}
