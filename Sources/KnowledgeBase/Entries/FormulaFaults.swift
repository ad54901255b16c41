import Markdown
package import SourceText
package import TeXMath

/// What is wrong in a document's formulas, at its place in the author's file.
struct FormulaFaults {
  let document: Document
  let formulas: [MathConversion]

  func diagnostics() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (span, conversion) in zip(document.formulas, formulas) {
      for issue in conversion.issues {
        let range = document.sourceRange(ofTeX: issue.range, in: span)
        let location = SourceLocation(range.bytes, in: document.source, after: diagnostics.last?.location)
        diagnostics.append(Diagnostic(issue, at: location))
      }
    }
    return diagnostics
  }
}

extension Diagnostic {
  /// What is wrong in a formula, at its place in a file.
  package init(_ issue: MathIssue, at location: SourceLocation) {
    let id: DiagnosticID =
      switch issue.kind {
      case .unknownCommand: .texUnknownCommand
      case .unknownEnvironment: .texUnknownEnvironment
      case .syntax: .texSyntax
      case .forbidden: .texForbidden
      case .limit: .texLimit
      case .bareRows: .texBareRows
      case .numbering: .texNumbering
      }
    self.init(id, at: location, issue.message)
    if let suggestion = issue.suggestion {
      notes.append(Note("did you mean `\(String(decoding: suggestion, as: UTF8.self))`?"))
    }
  }

  /// What is wrong in a formula that is a file of its own.
  package init(_ issue: MathIssue, in file: SourceFile) {
    self.init(issue, at: SourceLocation(issue.range, in: file))
  }
}
