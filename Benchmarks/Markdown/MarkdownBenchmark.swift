import MarkdownFamilies
import SourceText

/// Measures how long Markdown takes to become HTML; see `Benchmarks/README.md`.
@main
struct MarkdownBenchmark {
  static func main() {
    do throws(Failure) {
      let arguments = try Arguments(Array(CommandLine.arguments.dropFirst()))
      let report = Report(asJSON: arguments.asJSON)
      if arguments.measuresStages { try measureStages(arguments, report) }
      if arguments.measuresFamilies { measureFamilies(arguments, report) }
    } catch {
      Report.fail(error.message)
    }
  }

  private static func measureStages(_ arguments: Arguments, _ report: Report) throws(Failure) {
    if !arguments.paths.isEmpty {
      var texts: [[UInt8]] = []
      for path in arguments.paths {
        do throws(FileSystemError) {
          texts.append(try DiskFileSystem().read(path))
        } catch {
          throw Failure(message: error.description)
        }
      }
      report.add(StageMeasurement("the files given", texts, runs: arguments.runs))
    }
    let english = EnglishText.files(size: arguments.englishBytes)
    report.add(StageMeasurement("English", english, runs: arguments.runs))
  }

  private static func measureFamilies(_ arguments: Arguments, _ report: Report) {
    let families = InputFamily.all.filter { $0.name.contains(arguments.onlyFamilies) }
    var worst: FamilyMeasurement?
    for family in families {
      let measurement = FamilyMeasurement(family, sizes: arguments.familySizes, runs: arguments.familyRuns)
      report.add(measurement)
      if measurement.growth > worst?.growth ?? 0 { worst = measurement }
    }
    if let worst { report.addWorst(worst, of: families.count) }
  }
}

/// Why nothing is measured.
struct Failure: Error {
  var message: String
}
