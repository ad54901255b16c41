import Markdown
import SourceText
import TeXMath

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
    let range = start..<max(start, end)
    var diagnostic = Diagnostic(
      id(of: issue.kind), at: SourceLocation(range, in: document.source), issue.message)
    if let suggestion = issue.suggestion {
      let text = String(decoding: suggestion, as: UTF8.self)
      diagnostic.notes.append(Note("did you mean `\(text)`?"))
    }
    return diagnostic
  }

  private func id(of kind: MathIssue.Kind) -> DiagnosticID {
    switch kind {
    case .unknownCommand: .texUnknownCommand
    case .unknownEnvironment: .texUnknownEnvironment
    case .syntax: .texSyntax
    case .forbidden: .texForbidden
    case .limit: .texLimit
    }
  }
}
