/// The forms diagnostics are printed in.
package enum DiagnosticFormat: String, CaseIterable, Sendable {
  /// Frames for people.
  case text
  /// One object a line, for programs.
  case json
  /// Workflow commands of GitHub Actions, which show as annotations.
  case github
  /// One document of SARIF 2.1.0, for code scanning.
  case sarif
}

/// Prints diagnostics.
///
/// The order is always that of ``sorted(_:)``, whatever order they come in.
package struct DiagnosticReporter: Sendable {
  /// The form to print.
  package var format: DiagnosticFormat
  /// Whether text is coloured with ANSI escapes.
  package var usesColor = false
  /// The most places text shows of one message that stands in many; the others are counted.
  package var placesPerMessage = 5
  /// The folder the diagnostics' paths start from, seen from where the program runs. GitHub and SARIF look for
  /// files from there; text and JSON give paths within the site.
  package var folder = "."

  /// A reporter without colours.
  package init(format: DiagnosticFormat) {
    self.format = format
  }

  /// The whole report as UTF-8, complete lines; empty without diagnostics, but for SARIF's empty document.
  ///
  /// - Complexity: O(n log n).
  package func report(_ diagnostics: [Diagnostic]) -> [UInt8] {
    let sorted = DiagnosticReporter.sorted(diagnostics)
    switch format {
    case .text:
      return TextReport(style: TextStyle(usesColor: usesColor), placesPerMessage: placesPerMessage)
        .report(sorted)
    case .json:
      var json = JSONWriter()
      for diagnostic in sorted {
        json.value(diagnostic)
        json.endLine()
      }
      return json.bytes
    case .github: return GitHubReport(folder: folder).report(sorted)
    case .sarif: return SARIFReport(folder: folder).report(sorted)
    }
  }

  /// Diagnostics by path, place and id; those of the site as a whole first.
  package static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.sorted { left, right in
      let (leftPath, rightPath) = (left.location?.path ?? "", right.location?.path ?? "")
      if leftPath != rightPath { return PathName.precedes(leftPath, rightPath) }
      let (leftStart, rightStart) = (left.location?.range?.start ?? 0, right.location?.range?.start ?? 0)
      if leftStart != rightStart { return leftStart < rightStart }
      if left.id != right.id { return left.id.rawValue < right.id.rawValue }
      return PathName.precedes(left.message, right.message)
    }
  }

  /// A path as seen from where the program runs.
  static func path(_ path: String, in folder: String) -> String {
    folder == "." || folder == "./" ? path : PathName.join(folder, path)
  }
}
