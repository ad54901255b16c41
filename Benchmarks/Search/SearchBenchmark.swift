import SearchIndex

/// Measures the search: how good its answers are, what a reader loads, what indexing and a query cost; see
/// `Benchmarks/README.md`.
@main
struct SearchBenchmark {
  static func main() {
    do throws(Failure) {
      let arguments = try Arguments(Array(CommandLine.arguments.dropFirst()))
      switch arguments.mode {
      case .relevance: try measureRelevance(arguments)
      case .wire: try measureWire(arguments)
      case .duplicates: try measureDuplicates(arguments)
      case .time:
        var sets: [QuerySet] = []
        for path in arguments.paths { sets.append(try QuerySet(queries: path)) }
        Report(asJSON: arguments.asJSON).add(
          try TimeMeasurement(of: arguments.pages, sets, runs: arguments.runs))
      }
    } catch {
      Report.fail(error.message)
    }
  }

  private static func measureRelevance(_ arguments: Arguments) throws(Failure) {
    let measurement = try RelevanceMeasurement(of: TestCollection(arguments.pages))
    let report = Report(asJSON: arguments.asJSON)
    var lines: [String] = []
    for place in stride(from: 0, to: arguments.paths.count, by: 2) {
      let set = try QuerySet(queries: arguments.paths[place], judgements: arguments.paths[place + 1])
      let result = try measurement.measure(set)
      for row in result.rows { report.add(row, of: set) }
      lines += result.lines
    }
    if let output = arguments.output {
      try TextFile.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: output)
    }
  }

  private static func measureDuplicates(_ arguments: Arguments) throws(Failure) {
    let measurement = try DuplicateMeasurement(
      of: arguments.pages, part: arguments.part, threshold: arguments.threshold ?? AlikeDocuments.threshold)
    Report(asJSON: arguments.asJSON).add(measurement)
    if let output = arguments.output {
      try TextFile.write(Array((measurement.lines.joined(separator: "\n") + "\n").utf8), to: output)
    }
  }

  private static func measureWire(_ arguments: Arguments) throws(Failure) {
    let measurement = try WireMeasurement(of: TestCollection(arguments.pages), limit: arguments.limit)
    if let folder = arguments.files { try measurement.writeFiles(to: folder) }
    for path in arguments.paths {
      for line in try measurement.visits(QuerySet(queries: path)) { Report.tell(line) }
    }
  }
}

/// Why nothing is measured.
struct Failure: Error {
  var message: String
}
