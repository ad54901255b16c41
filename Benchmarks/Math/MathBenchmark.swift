import TeXMath

/// Measures how long formulas take to become MathML and text; see `Benchmarks/README.md`.
///
/// Given a file of formulas (`FormulaFile`), it prints the seconds of every round over all of them; without one, the
/// growth of the families.
@main
struct MathBenchmark {
  static func main() {
    do throws(Failure) {
      let arguments = try Arguments(Array(CommandLine.arguments.dropFirst()))
      if let path = arguments.formulas {
        let formulas = try FormulaFile.read(path)
        let measurement = ConversionMeasurement(
          of: formulas, rounds: arguments.rounds, makesText: arguments.makesText)
        for seconds in measurement.rounds { Report.tell("\(seconds)") }
        return
      }
      let families = FormulaFamily.all.filter { $0.name.contains(arguments.family) }
      let measurements = families.map { family in
        let measurement = GrowthMeasurement(of: family, sizes: arguments.sizes)
        Report.tell(measurement.line)
        return measurement
      }
      guard let worst = measurements.max(by: { $0.growth < $1.growth }) else {
        throw Failure(message: "no family has this name")
      }
      Report.tell(
        "\(families.count) families; worst growth at twice the size: \(Report.fixed(worst.growth)) (\(worst.name))"
      )
    } catch {
      Report.fail(error.message)
    }
  }
}

/// Why nothing is measured.
struct Failure: Error {
  var message: String
}
