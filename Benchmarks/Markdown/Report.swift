import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Prints figures as they come, for people or as JSON, one object a line.
struct Report {
  private let asJSON: Bool

  init(asJSON: Bool) {
    self.asJSON = asJSON
  }

  func add(_ measurement: StageMeasurement) {
    let megabytes = Double(measurement.bytes) / 1e6
    guard !asJSON else {
      return line { writer in
        writer.member("text", measurement.name)
        writer.key("bytes")
        writer.value(measurement.bytes)
        writer.key("libcmark_seconds")
        writer.value(measurement.libcmark)
        writer.key("stages")
        writer.object { writer in
          for stage in measurement.stages {
            writer.key(stage.name)
            writer.value(stage.seconds)
          }
        }
        writer.key("ratio")
        writer.value(measurement.ratio)
      }
    }
    Report.tell("\(measurement.name): \(fixed(megabytes, 2)) MB")
    row("libcmark alone", measurement.libcmark, measurement, megabytes)
    for stage in measurement.stages { row(stage.name, stage.seconds, measurement, megabytes) }
    Report.tell("  the whole without formulas: \(fixed(measurement.ratio, 2)) times libcmark alone")
  }

  private func row(_ name: String, _ seconds: Double, _ measurement: StageMeasurement, _ megabytes: Double) {
    let time = "\(fixed(seconds * 1e3 / megabytes, 2)) ms/MB"
    Report.tell("  \(padded(name, 16))\(padded(time, 16))\(fixed(seconds / measurement.libcmark, 2))")
  }

  func add(_ measurement: FamilyMeasurement) {
    guard !asJSON else {
      return line { writer in
        writer.member("family", measurement.name)
        writer.key("bytes")
        writer.array { writer in measurement.sizes.forEach { writer.value($0) } }
        writer.key("seconds")
        writer.array { writer in measurement.seconds.forEach { writer.value($0) } }
        writer.key("growth")
        writer.value(measurement.growth)
      }
    }
    let times = measurement.seconds.map { padded("\(fixed($0 * 1e3, 1)) ms", 12) }.joined()
    let price = padded("\(fixed(measurement.nanosecondsPerByte, 0)) ns/B", 12)
    Report.tell("\(padded(measurement.name, 60))\(times)\(price)\(fixed(measurement.growth, 2))")
  }

  func addWorst(_ measurement: FamilyMeasurement, of count: Int) {
    guard !asJSON else { return }
    Report.tell(
      "\(count) families; worst growth at twice the size: \(fixed(measurement.growth, 2)) (\(measurement.name))"
    )
  }

  private func line(_ members: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    writer.object(members)
    Report.tell(String(decoding: writer.bytes, as: UTF8.self))
  }

  /// Prints a line at once, because the next may take its time.
  private static func tell(_ line: String) {
    print(line)
    fflush(nil)
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }

  /// A number with so many digits behind its point.
  private func fixed(_ number: Double, _ digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = Int((max(number, 0) * scale).rounded())
    guard digits > 0 else { return String(scaled) }
    let fraction = String(scaled % Int(scale))
    return "\(scaled / Int(scale)).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
  }

  /// Ends the process with a message.
  static func fail(_ message: String) -> Never {
    let line = Array("MarkdownBenchmark: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(2)
  }
}
