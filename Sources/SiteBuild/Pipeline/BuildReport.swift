package import SourceText

/// What a build did.
package struct BuildReport: Sendable {
  /// Everything authors should know, sorted by file and place.
  package var diagnostics: [Diagnostic] = []
  package var questions = 0
  package var references = 0
  /// HTML pages of all kinds.
  package var pages = 0
  package var filesWritten = 0
  package var filesUnchanged = 0
  package var filesRemoved = 0
  package var bytesWritten = 0
  /// What each ``BuildStage`` cost that was reached; together the whole build.
  package var stages: [StageTime] = []
  package var wallSeconds = 0.0
  /// The most memory the process ever held, in bytes.
  package var peakMemoryBytes = 0
  package var outputPath = ""
  package var isPublished = false

  /// The diagnostics of a severity.
  package func count(of severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// The exit code of COMMANDS: 0 fine, 1 the content has errors, 2 the configuration has.
  package var exitCode: Int32 { diagnostics.exitCode }
}

extension [Diagnostic] {
  /// The exit code of COMMANDS: 0 fine, 1 the content has errors, 2 the configuration has.
  var exitCode: Int32 {
    let errors = filter { $0.severity == .error }
    if errors.contains(where: { $0.id == .configInvalid }) { return 2 }
    return errors.isEmpty ? 0 : 1
  }
}

/// What one stage cost.
package struct StageTime: Sendable {
  package var name: String
  /// Processor time of all threads, user and system.
  package var cpuSeconds = 0.0
  package var wallSeconds = 0.0
  /// The most memory the process had held when the stage ended, in bytes.
  package var peakMemoryBytes = 0
}
