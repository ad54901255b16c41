import Calculator
import Markdown
import PerplexityMath
import SourceText

/// What is wrong in the numbers an author computes in the text, `{calc: 2^4.7 = 25.99}`, and in blocks `calculator`.
/// And the exercises of those blocks, since whoever checks them has read them.
struct CalculationFaults {
  /// What is wrong, in the order of the document.
  private(set) var diagnostics: [Diagnostic] = []
  /// The questions of the exercises, by the nodes of their blocks.
  private(set) var exercises: [Int: Title] = [:]
  private let document: Document

  /// Checks a document.
  ///
  /// - Parameter converter: knows the macros of the site and the page.
  /// - Complexity: O(nodes, and bytes of what is calculated).
  init(document: Document, converter: FormulaConverter) {
    self.document = document
    guard !document.calculations.isEmpty || !document.codeBlocks.isEmpty else { return }
    for (index, node) in document.nodes.enumerated() {
      if node.kind == .calculation, let diagnostic = diagnostic(node) { diagnostics.append(diagnostic) }
      if CalculatorBlock.isBlock(node, of: document) {
        var reader = CalculatorBlockReader(node, of: document)
        exercises[index] = reader.readExercise(converter)
        diagnostics += reader.diagnostics
      }
    }
  }

  /// Writes the value of an expression without a result behind it, to four digits or, of a whole number, all.
  private func result(of text: [UInt8], endingAt end: Int) -> FixIt? {
    guard let value = try? Expression(parsing: text).value(),
      value.isFinite
    else { return nil }
    let shown = ResultDigits(typed: 3).written(DoubleDouble(value)).text
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
