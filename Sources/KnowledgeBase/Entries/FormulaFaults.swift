import Markdown
package import SourceText
package import TeXMath

/// What is wrong in a document's formulas, at its place in the author's file.
struct FormulaFaults {
  let document: Document
  let formulas: [MathConversion]

  func diagnostics() -> [Diagnostic] {
    zip(document.formulas, formulas).flatMap { span, conversion in
      conversion.issues.map { diagnostic($0, in: span) }
    }
  }

  private func diagnostic(_ issue: MathIssue, in span: MathSpan) -> Diagnostic {
    let start = document.sourceOffset(ofTeXOffset: issue.range.lowerBound, in: span)
    let end = document.sourceOffset(ofTeXOffset: issue.range.upperBound, in: span)
    return Diagnostic(issue, at: start..<max(start, end), in: document.source)
  }
}

extension Diagnostic {
  /// What is wrong in a formula that stands at `range` in a file.
  package init(_ issue: MathIssue, at range: Range<Int>, in file: SourceFile) {
    let id: DiagnosticID =
      switch issue.kind {
      case .unknownCommand: .texUnknownCommand
      case .unknownEnvironment: .texUnknownEnvironment
      case .syntax: .texSyntax
      case .forbidden: .texForbidden
      case .limit: .texLimit
      }
    self.init(id, at: SourceLocation(range, in: file), issue.message)
    if let suggestion = issue.suggestion {
      notes.append(Note("did you mean `\(String(decoding: suggestion, as: UTF8.self))`?"))
    }
  }

  /// What is wrong in a formula that is a file of its own.
  package init(_ issue: MathIssue, in file: SourceFile) {
    self.init(issue, at: issue.range, in: file)
  }
}
