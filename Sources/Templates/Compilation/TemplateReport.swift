import SourceText

/// Diagnostics of a theme, each fault once however many pages include it.
struct TemplateReport {
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Fault> = []

  /// What makes two diagnostics one: the rule and the bytes.
  private struct Fault: Hashable {
    var id: DiagnosticID
    var path: String
    var range: SourceRange?
  }

  mutating func add(_ diagnostic: Diagnostic) {
    if let location = diagnostic.location {
      let fault = Fault(id: diagnostic.id, path: location.path, range: location.range)
      guard reported.insert(fault).inserted else { return }
    }
    diagnostics.append(diagnostic)
  }

  mutating func add(contentsOf others: [Diagnostic]) {
    for diagnostic in others { add(diagnostic) }
  }
}
