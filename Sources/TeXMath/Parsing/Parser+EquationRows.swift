/// Which rows of a formula have numbers.
extension Parser {
  /// Ends a row of the environment that is the whole formula: what was said of a number belongs to it.
  mutating func endEquationRow(_ row: Int, from start: SourceSpan, isNumbered: Bool) {
    let range = Int(start.start)..<Int(max(start.end, token.source.start))
    equations.append(EquationRow(row: row, isNumbered: isNumbered, marks: marks, range: range))
    marks = EquationMarks()
  }

  /// Lets the formula as a whole have what was said of rows that turn out to be only a part of it.
  ///
  /// - Returns: Whether it has a number because it is one numbered row.
  mutating func joinEquationRows() -> Bool {
    let rows = equations
    let behind = marks
    equations = []
    marks = EquationMarks()
    for row in rows { add(row.marks) }
    add(behind)
    return rows.count == 1 && rows[0].isNumbered
  }

  /// The formula whose rows have all been read.
  mutating func finish(_ root: MathList) -> Formula {
    // Most formulas say nothing of numbers.
    if equations.isEmpty, marks.isEmpty { return Formula(root: root, text: text) }
    if hasEquationTable, root.count == 1, case .table = root[0].nucleus, !root[0].hasScripts {
      markFirstRow()
    } else {
      hasEquationTable = false
    }
    if !hasEquationTable {
      let isNumbered = joinEquationRows()
      if marks.isSuppressed { canBeNumbered = false }
      let all = SourceSpan(start: 0, end: UInt32(truncatingIfNeeded: expander.source.count))
      endEquationRow(0, from: all, isNumbered: isNumbered)
    }
    dropRowsWithoutNumber()
    return Formula(root: root, text: text, equations: equations, hasEquationTable: hasEquationTable)
  }

  /// What is said behind an environment belongs to its first row of which it is not said yet.
  private mutating func markFirstRow() {
    guard !marks.isEmpty else { return }
    let free = equations.firstIndex { row in
      !row.marks.isSuppressed && (marks.labelRange == nil || row.marks.labelRange == nil)
        && (marks.tagRange == nil || row.marks.tagRange == nil)
    }
    guard let free else {
      hasEquationTable = false
      return
    }
    let behind = marks
    marks = equations[free].marks
    add(behind)
    equations[free].marks = marks
    marks = EquationMarks()
  }

  /// Adds to what is said of a row; what is said twice is reported.
  private mutating func add(_ new: EquationMarks) {
    if let range = new.labelRange, mayMark(SourceSpan(range), "\\label", isMarked: marks.labelRange != nil) {
      marks.label = new.label
      marks.labelRange = range
    }
    if let range = new.tagRange, mayMark(SourceSpan(range), "\\tag", isMarked: marks.tagRange != nil) {
      marks.tag = new.tag
      marks.isParenthesized = new.isParenthesized
      marks.tagRange = range
    }
    if new.isSuppressed { marks.isSuppressed = true }
  }

  private mutating func dropRowsWithoutNumber() {
    var kept: [EquationRow] = []
    for var row in equations {
      if row.marks.isSuppressed, row.marks.tag == nil {
        guard let label = row.marks.labelRange else { continue }
        report(
          .numbering, at: SourceSpan(label),
          "Nothing can refer to a row without a number; remove its \\label or its \\notag.")
      } else if let marked = row.marks.labelRange ?? row.marks.tagRange {
        row.range = marked
        kept.append(row)
      } else if row.isNumbered {
        kept.append(row)
      }
    }
    equations = kept
  }
}
