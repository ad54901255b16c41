import Markdown
import SourceText
import TeXMath

/// Gives the formulas of a page their numbers, from 1 in order (FORMAT, "Math"): those with a label and rows of
/// numbered environments; a tag is a number of its own and is not counted.
struct EquationNumbering {
  let document: Document
  private let nodes: PlaceNodes
  /// Whether display formulas without a label have a number as well.
  let numbersAll: Bool
  private(set) var equations: [Equation] = []
  /// The names of the page's places; equations are added to them.
  private(set) var names: PlaceNames
  private(set) var diagnostics: [Diagnostic] = []
  private var count = 0

  /// Prepares to number the formulas of a document.
  ///
  /// - Parameter names: the names that stand on the page already.
  init(_ document: Document, _ nodes: PlaceNodes, numbersAll: Bool, names: PlaceNames) {
    self.document = document
    self.nodes = nodes
    self.numbersAll = numbersAll
    self.names = names
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
      Equation(
        label: row.label, id: [], number: number, formula: formula, block: nodes.formulaBlocks[formula],
        row: row.row, isTagged: row.tag != nil))
    if !row.label.isEmpty { name(equations.count - 1, at: range) }
  }

  private mutating func reportNamedTwice(_ label: [UInt8], at range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        .texNumbering, at: SourceLocation(range, in: document.source),
        "The formula has a \\label already; remove it or {#\(String(decoding: label, as: UTF8.self))}."))
  }

  /// Makes an equation's label a name of the page; one that is taken is no label.
  private mutating func name(_ index: Int, at range: SourceRange) {
    let id = names.add(equations[index].label, .equation(index), .mathLabelDuplicate, at: range)
    equations[index].id = id ?? []
    if id == nil { equations[index].label = [] }
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
