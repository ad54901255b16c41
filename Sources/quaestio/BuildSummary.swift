import SiteBuild
import SourceText

/// What a build did, in words, as a table, and as JSON.
struct BuildSummary {
  let report: BuildReport

  init(_ report: BuildReport) {
    self.report = report
  }

  /// A few lines for people.
  var text: String {
    let errors = report.count(of: .error)
    let warnings = report.count(of: .warning)
    let faults = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map(count)
      .joined(separator: " and ")
    guard report.isPublished else { return "Not published: \(faults). \(output) is as it was.\n" }
    var lines =
      "\(count(report.questions, "question")) and \(count(report.references, "reference")) became "
      + "\(count(report.pages, "page")) in \(seconds(report.wallSeconds)) s.\n"
    lines += "\(output): \(count(report.filesWritten, "file")) written (\(size(report.bytesWritten))), "
    lines += "\(report.filesUnchanged) unchanged, \(report.filesRemoved) removed.\n"
    if errors > 0 {
      lines += "Published with \(faults); the places are marked in the pages.\n"
    } else if warnings > 0 {
      lines += "There \(warnings == 1 ? "is" : "are") \(faults).\n"
    }
    return lines
  }

  /// What every stage cost.
  var stages: String {
    var lines = "stage        CPU s   wall s\n"
    for stage in report.stages {
      lines += padded(stage.name, 10) + aligned(stage.cpuSeconds) + aligned(stage.wallSeconds) + "\n"
    }
    return lines + "peak memory \(report.peakMemoryBytes >> 20) MiB\n"
  }

  /// Everything, for programs: one JSON object, its line ended.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("pages", report.pages)
      json.member("questions", report.questions)
      json.member("references", report.references)
      json.member("files_written", report.filesWritten)
      json.member("files_unchanged", report.filesUnchanged)
      json.member("files_removed", report.filesRemoved)
      json.member("bytes_written", report.bytesWritten)
      json.member("published", report.isPublished)
      json.member("output", output)
      json.array("stages") { json in
        for stage in report.stages {
          json.object { json in
            json.member("name", stage.name)
            json.member("cpu_seconds", microseconds(stage.cpuSeconds))
            json.member("wall_seconds", microseconds(stage.wallSeconds))
            json.member("peak_memory_bytes", stage.peakMemoryBytes)
          }
        }
      }
      json.member("wall_seconds", microseconds(report.wallSeconds))
      json.member("peak_memory_bytes", report.peakMemoryBytes)
      json.object("diagnostics") { json in
        json.member("errors", report.count(of: .error))
        json.member("warnings", report.count(of: .warning))
        json.member("infos", report.count(of: .info))
      }
    }
    json.endLine()
    return json.bytes
  }

  /// The output folder without the `./` of a site that is the working folder.
  private var output: String {
    report.outputPath.hasPrefix("./") ? String(report.outputPath.dropFirst(2)) : report.outputPath
  }

  private func count(_ number: Int, _ name: String) -> String { "\(number) \(name)\(number == 1 ? "" : "s")" }

  /// Seconds without the digits that no clock has.
  private func microseconds(_ seconds: Double) -> Double { (seconds * 1e6).rounded() / 1e6 }

  private func seconds(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private func size(_ bytes: Int) -> String {
    if bytes < 1000 { return count(bytes, "byte") }
    let (unit, name) = bytes < 1_000_000 ? (1000, "kB") : (1_000_000, "MB")
    let tenths = (bytes * 10 + unit / 2) / unit
    return "\(tenths / 10).\(tenths % 10) \(name)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func aligned(_ value: Double) -> String {
    let text = seconds(value)
    return String(repeating: " ", count: max(0, 9 - text.count)) + text
  }
}
