import BenchmarkSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Prints figures, for people or as JSON, one object a line.
struct Report {
  let asJSON: Bool

  func add(_ row: RelevanceMeasurement.Row, of set: QuerySet) {
    let figures = row.figures
    let half = row.half?.rawValue ?? "all"
    guard !asJSON else {
      return Report.tell(
        """
        {"set":"\(set.name)","ranking":"\(row.ranking)","half":"\(half)","queries":\(figures.count),\
        "mrr":\(json(figures.reciprocalRank)),"recall":\(json(figures.recall)),"found":\(json(figures.found)),\
        "empty":\(figures.empty),"lead":\(json(row.lead))}
        """)
    }
    if row.half == nil, row.ranking == "engine" {
      Report.tell(
        padded("\n\(set.name)", 28) + padded("queries", 10) + padded("MRR@10", 20) + padded("recall@10", 20)
          + padded("found@10", 20) + padded("empty", 8) + "MRR of the engine more by")
    }
    let cells =
      padded("\(row.ranking), \(half)", 32) + padded("\(figures.count)", 5) + cell(figures.reciprocalRank)
      + cell(figures.recall) + cell(figures.found) + padded("\(figures.empty)", 8)
    Report.tell(row.ranking == "engine" ? cells : cells + cell(row.lead))
  }

  func add(_ measurement: TimeMeasurement) {
    let queries = measurement.queries.sorted()
    let late = queries.isEmpty ? 0 : queries[(queries.count - 1) * 99 / 100]
    let megabytes = Double(measurement.textBytes) / 1e6
    guard !asJSON else {
      return Report.tell(
        """
        {"pages":\(measurement.pages),"bytes":\(measurement.textBytes),"analysis":\(measurement.analysis),\
        "inversion":\(measurement.inversion),"libcmark":\(measurement.libcmark),"nearest":\(measurement.nearest),\
        "duplicates":\(measurement.duplicates),"ratio":\(measurement.ratio),\
        "memory":\(measurement.memory),"files":\(measurement.files),"file_bytes":\(measurement.fileBytes),\
        "query_median":\(queries.median),"query_p99":\(late)}
        """)
    }
    Report.tell("\(measurement.pages) pages, \(fixed(megabytes, 2)) MB of text")
    for (name, seconds) in [
      ("analysis", measurement.analysis), ("inversion", measurement.inversion),
      ("nearest", measurement.nearest), ("duplicates", measurement.duplicates),
      ("libcmark", measurement.libcmark),
    ] {
      Report.tell("  \(padded(name, 12))\(fixed(seconds * 1e3 / megabytes, 2)) ms/MB")
    }
    Report.tell("  indexing is \(fixed(measurement.ratio, 2)) times libcmark")
    let related = (measurement.nearest + measurement.duplicates) / measurement.libcmark
    Report.tell("  nearest and duplicates are \(fixed(related, 2)) times libcmark")
    Report.tell("  \(fixed(Double(measurement.memory) / 1_048_576, 1)) MiB over the pages")
    Report.tell("  \(measurement.files) files, \(fixed(Double(measurement.fileBytes) / 1e6, 2)) MB")
    Report.tell(
      "  a query at hand: median \(fixed(queries.median * 1e3, 3)) ms, 99 of 100 within \(fixed(late * 1e3, 3)) ms"
    )
  }

  func add(_ measurement: DuplicateMeasurement) {
    guard !asJSON else {
      return Report.tell(
        """
        {"pages":\(measurement.pages),"expected":\(measurement.expected),"hard":\(measurement.hardNegatives),\
        "precision":\(measurement.precision),"recall":\(measurement.recall)}
        """)
    }
    Report.tell(
      "\(measurement.pages) pages, \(measurement.hardNegatives) pairs of two questions on one topic")
    for row in measurement.rows {
      let recall = fixed(Double(row.found) / Double(max(1, row.expected)), 3)
      Report.tell("  \(padded(row.name, 14))\(row.found) of \(row.expected): recall \(recall)")
    }
    Report.tell(
      """
        all           \(measurement.found) of \(measurement.expected): recall \(fixed(measurement.recall, 3)), \
      \(measurement.mistakes) mistakes: precision \(fixed(measurement.precision, 3))
      """)
  }

  private func cell(_ mean: RankingFigures.Mean) -> String {
    padded("\(fixed(mean.value, 3)) [\(fixed(mean.low, 3)) \(fixed(mean.high, 3))]", 20)
  }

  private func json(_ mean: RankingFigures.Mean) -> String { "[\(mean.value),\(mean.low),\(mean.high)]" }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }

  /// A number with so many digits behind its point.
  private func fixed(_ number: Double, _ digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((abs(number) * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let sign = number < 0 && scaled > 0 ? "−" : ""
    return "\(sign)\(scaled / scale).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
  }

  /// Prints a line at once, because the next may take its time.
  static func tell(_ line: String) {
    print(line)
    fflush(nil)
  }

  /// Ends the process with a message.
  static func fail(_ message: String) -> Never {
    let line = Array("SearchBenchmark: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(2)
  }
}
