import TeXMath

/// The CPU time of converting formulas, one after the other on one thread.
struct ConversionMeasurement {
  /// Seconds for all formulas, round by round; the first round, which fills the caches, is left out.
  let rounds: [Double]

  init(of formulas: [SampleFormula], rounds count: Int) {
    let converter = MathConverter()
    rounds = (0...count).map { _ in
      CPUClock.measure {
        for formula in formulas { _ = converter.convert(formula.tex, display: formula.display) }
      }
    }.dropFirst().map { $0 }
  }
}
