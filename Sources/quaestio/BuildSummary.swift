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
    var lines = ""
    let errors = report.count(of: .error)
    let warnings = report.count(of: .warning)
    if errors + warnings > 0 { lines += "\(count(errors, "error")), \(count(warnings, "warning"))\n" }
    guard report.isPublished else {
      return lines + "Nothing was published; \(report.outputPath) is as it was.\n"
    }
    lines += "\(count(report.questions, "question")), \(count(report.references, "source")): "
    lines += "\(count(report.pages, "page")) in \(seconds(report.wallSeconds)) s\n"
    lines += "\(report.outputPath): \(count(report.filesWritten, "file")) written, "
    return lines + "\(report.filesUnchanged) unchanged, \(report.filesRemoved) removed\n"
  }

  /// What every stage cost.
  var stages: String {
    var lines = "stage        CPU s   wall s\n"
    for stage in report.stages {
      lines += padded(stage.name, 10) + aligned(stage.cpuSeconds) + aligned(stage.wallSeconds) + "\n"
    }
    return lines + "peak memory \(report.peakMemoryBytes >> 20) MiB\n"
  }

  /// Everything, for programs.
  var json: String {
    var json = JSONWriter()
    json.object { json in
      for (key, value) in [
        ("pages", report.pages), ("questions", report.questions), ("references", report.references),
        ("files_written", report.filesWritten), ("files_unchanged", report.filesUnchanged),
        ("files_removed", report.filesRemoved), ("bytes_written", report.bytesWritten),
        ("peak_memory_bytes", report.peakMemoryBytes),
      ] {
        json.key(key)
        json.value(value)
      }
      json.key("published")
      json.value(report.isPublished)
      json.key("output")
      json.value(report.outputPath)
      json.key("wall_seconds")
      json.value(report.wallSeconds)
      json.key("stages")
      json.array { json in
        for stage in report.stages {
          json.object { json in
            json.key("name")
            json.value(stage.name)
            json.key("cpu_seconds")
            json.value(stage.cpuSeconds)
            json.key("wall_seconds")
            json.value(stage.wallSeconds)
          }
        }
      }
      json.key("diagnostics")
      json.object { json in
        for (key, severity) in [("errors", Diagnostic.Severity.error), ("warnings", .warning), ("infos", .info)] {
          json.key(key)
          json.value(report.count(of: severity))
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func count(_ number: Int, _ name: String) -> String { "\(number) \(name)\(number == 1 ? "" : "s")" }

  private func seconds(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func aligned(_ value: Double) -> String {
    let text = seconds(value)
    return String(repeating: " ", count: max(0, 9 - text.count)) + text
  }
}
