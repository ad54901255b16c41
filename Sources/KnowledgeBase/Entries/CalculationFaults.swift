import Markdown
import PerplexityMath
import SourceText

/// What is wrong in the numbers an author computes in the text, `{calc: 2^4.7 = 25.99}`, and in blocks `calculator`.
struct CalculationFaults {
  let document: Document

  func diagnostics() -> [Diagnostic] {
    guard !document.calculations.isEmpty || !document.codeBlocks.isEmpty else { return [] }
    var diagnostics: [Diagnostic] = []
    for node in document.nodes {
      if node.kind == .calculation, let diagnostic = diagnostic(node) { diagnostics.append(diagnostic) }
      if CalculatorBlock.isBlock(node, of: document) {
        diagnostics += CalculatorBlockReader(node, of: document).diagnostics
      }
    }
    return diagnostics
  }

  /// Writes the value of an expression without a result behind it, to four digits.
  private func result(of text: [UInt8], endingAt end: Int) -> FixIt? {
    guard let value = try? Expression(parsing: text).value(),
      let shown = NumberFormat.approximate(value, digits: 4)?.text
    else { return nil }
    return FixIt(range: SourceRange(end..<end), replacement: " = " + String(decoding: shown, as: UTF8.self))
  }

  private func diagnostic(_ node: Node) -> Diagnostic? {
    let start = Int(node.range.start) + "{calc:".utf8.count
    let text = Array(document.source.bytes[start..<(Int(node.range.end) - 1)])
    func location(_ range: Range<Int>) -> SourceLocation {
      SourceLocation((start + range.lowerBound)..<(start + range.upperBound), in: document.source)
    }
    do throws(ExpressionError) {
      let calculation = try PerplexityMath.Calculation(parsing: text)
      guard case .incorrect(let expected) = try calculation.check() else { return nil }
      let right = String(decoding: expected, as: UTF8.self)
      let range = SourceRange(
        (start + calculation.resultRange.lowerBound)..<(start + calculation.resultRange.upperBound))
      return Diagnostic(
        .calcMismatch, at: location(calculation.resultRange),
        "This is not the value of the expression: \(right).",
        fix: FixIt(range: range, replacement: right))
    } catch {
      return Diagnostic(
        .calcInvalid, at: location(error.range), error.message,
        fix: error.kind == .missingResult ? result(of: text, endingAt: start + text.count) : nil)
    }
  }
}
