import Markdown
import SourceText
import TeXMath

/// Gives the formulas of a page their numbers, from 1 in order (FORMAT, "Math"): those with a label and rows of
/// numbered environments; a tag is a number of its own and is not counted.
struct EquationNumbering {
  let document: Document
  /// Whether display formulas without a label have a number as well.
  let numbersAll: Bool
  private(set) var equations: [Equation] = []
  /// Ids that links may name; equations are added to them.
  private(set) var anchors: [[UInt8]: Entry.Anchor]
  private(set) var diagnostics: [Diagnostic] = []
  private var count = 0

  /// Prepares to number the formulas of a document.
  ///
  /// - Parameter anchors: the names that stand on the page already.
  init(_ document: Document, numbersAll: Bool, anchors: [[UInt8]: Entry.Anchor]) {
    self.document = document
    self.numbersAll = numbersAll
    self.anchors = anchors
  }

  /// Numbers the formulas in their order.
  mutating func number(_ formulas: [MathConversion]) {
    for (index, span) in document.formulas.enumerated() where span.isDisplay {
      let formula = formulas[index]
      var rows = formula.equations.map { row in
        (row, document.sourceRange(ofTeX: row.range, in: span))
      }
      if let label = span.label {
        // What stands behind the formula names its first row that has no name.
        let range = document.labelRange(behind: span)
        if let free = rows.firstIndex(where: { $0.0.label.isEmpty }) {
          rows[free].0.label = label
          rows[free].1 = range
        } else if rows.isEmpty {
          rows.append((MathEquation(row: 0, label: label, range: 0..<0), range))
        } else {
          reportNamedTwice(label, at: range)
        }
      } else if numbersAll, formula.canBeNumbered, rows.isEmpty {
        rows.append((MathEquation(row: 0, label: [], range: 0..<0), span.contentRange))
      }
      for (row, range) in rows { addEquation(row, formula: index, at: range) }
    }
  }

  private mutating func addEquation(_ row: MathEquation, formula: Int, at range: SourceRange) {
    if row.tag == nil { count += 1 }
    let number = row.tag ?? Array(String(count).utf8)
    equations.append(
      Equation(label: row.label, number: number, formula: formula, row: row.row, isTagged: row.tag != nil))
    if !row.label.isEmpty { name(equations.count - 1, at: range) }
  }

  private mutating func reportNamedTwice(_ label: [UInt8], at range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        .texNumbering, at: SourceLocation(range, in: document.source),
        "The formula has a \\label already; remove it or {#\(String(decoding: label, as: UTF8.self))}."))
  }

  /// Makes an equation's label an id of the page; a name that is taken is no label.
  private mutating func name(_ index: Int, at range: SourceRange) {
    let label = equations[index].label
    guard let other = anchors[label] else {
      anchors[label] = .equation(index)
      return
    }
    equations[index].label = []
    let name = String(decoding: label, as: UTF8.self)
    let advice =
      if case .equation = other {
        "Give this formula another name; references reach only the first."
      } else {
        "A heading has this name already; give the formula another one."
      }
    diagnostics.append(
      Diagnostic(
        .mathLabelDuplicate, at: SourceLocation(range, in: document.source),
        "The name \"\(name)\" stands twice on this page.", notes: [Note(advice)]))
  }
}

extension Document {
  /// The place in the author's file of a part of a formula.
  ///
  /// - Complexity: O(length of the formula).
  func sourceRange(ofTeX range: Range<Int>, in formula: MathSpan) -> SourceRange {
    let start = sourceOffset(ofTeXOffset: range.lowerBound, in: formula)
    guard !range.isEmpty else { return SourceRange(start..<start) }
    // The end of the last byte: between it and the next there may be the marks of a quotation.
    let last = sourceOffset(ofTeXOffset: range.upperBound - 1, in: formula)
    return SourceRange(start..<max(start, min(last + 1, Int(formula.contentRange.end))))
  }

  /// The place of `{#label}` behind a formula; of the formula where it cannot be found.
  fileprivate func labelRange(behind formula: MathSpan) -> SourceRange {
    let bytes = source.bytes
    let label = [0x7B, 0x23] + (formula.label ?? [])
    var start = Int(formula.contentRange.end)
    while start < bytes.count, bytes[start] != 0x0A, bytes[start] != 0x7B { start += 1 }
    guard bytes[start...].starts(with: label) else { return formula.contentRange }
    return SourceRange((start + 2)..<(start + label.count))
  }
}
