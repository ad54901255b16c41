package import SourceText

/// How bad each rule's findings are on this site: `rules:` in `quaestio.yml`.
package struct RuleLevels: Sendable, Hashable {
  /// What `rules:` can say of a rule.
  package enum Level: String, Sendable, CaseIterable {
    case error, warning, info, off

    /// The severity; `nil` for `off`.
    package var severity: Diagnostic.Severity? {
      switch self {
      case .error: .error
      case .warning: .warning
      case .info: .info
      case .off: nil
      }
    }
  }

  /// Levels for all files.
  package var general: [DiagnosticID: Level] = [:]
  /// Levels for some files, stronger than the general ones; of several that speak of a file the last counts.
  package var byPath: [PathLevels] = []

  /// Levels for the files a pattern fits.
  package struct PathLevels: Sendable, Hashable {
    package var paths: Glob
    package var levels: [DiagnosticID: Level]
  }

  /// What is said of a rule for a file; `nil` when nothing is.
  func level(of id: DiagnosticID, path: String?, content: String) -> Level? {
    if let path,
      let entry = byPath.last(where: { $0.levels[id] != nil && $0.paths.matches(path, below: content) })
    {
      return entry.levels[id]
    }
    return general[id]
  }
}

extension SiteConfiguration {
  /// The severity of a rule's findings in a file; `nil` when they are switched off.
  ///
  /// - Parameter path: Relative to the site, with `/`.
  package func severity(of id: DiagnosticID, path: String) -> Diagnostic.Severity? {
    guard let level = rules.level(of: id, path: path, content: content) else { return id.defaultSeverity }
    return level.severity
  }

  /// A diagnostic as `rules:` wants it: with another severity, or `nil` when its rule is off. What `rules:` does not
  /// name keeps the severity it came with.
  package func judged(_ diagnostic: Diagnostic) -> Diagnostic? {
    let level = rules.level(of: diagnostic.id, path: diagnostic.location?.path, content: content)
    guard let level else { return diagnostic }
    guard let severity = level.severity else { return nil }
    var diagnostic = diagnostic
    diagnostic.severity = severity
    return diagnostic
  }
}
