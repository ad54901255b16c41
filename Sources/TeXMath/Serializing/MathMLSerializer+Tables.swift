extension MathMLSerializer {
  /// Writes a table with its delimiters.
  ///
  /// - Parameter isInRow: Whether it stands alone in an element that is a row by itself, so that its delimiters need
  ///   none.
  /// - Parameter numbers: What stands beside its rows, from above.
  mutating func writeTable(
    _ table: Table, isInRow: Bool = false, numbers: ArraySlice<PrintedNumber> = []
  ) {
    let needsRow = (table.open != 0 || table.close != 0) && !isInRow
    if needsRow { output.append("<mrow>") }
    writeFenceDelimiter(table.open, .prefix)
    let outer = (isDisplay, scriptLevel)
    let isNumbered = numbers.contains { $0.isShown }
    writeTableStart(table, isNumbered: isNumbered)
    isDisplay = table.isDisplay
    if table.layout == .small { scriptLevel = 1 }
    var numbers = numbers
    let width = isNumbered ? table.rows.reduce(0) { max($0, $1.width) } : 0
    for (index, row) in table.rows.enumerated() {
      let number = numbers.first?.row == index ? numbers.popFirst() : nil
      writeTableRow(row, of: table, number, width: width)
    }
    output.append("</mtable>")
    (isDisplay, scriptLevel) = outer
    writeFenceDelimiter(table.close, .postfix)
    if needsRow { output.append("</mrow>") }
  }

  private mutating func writeTableStart(_ table: Table, isNumbered: Bool) {
    output.append("<mtable")
    var classes = ClassList()
    classes.write(Self.className(of: table.layout), to: &output)
    if isNumbered { classes.write(MathMLClasses.numbered, to: &output) }
    classes.close(&output)
    if table.isDisplay { output.append(" displaystyle=\"true\"") }
    // A small table is in script style wherever it stands.
    if table.layout == .small, scriptLevel != 1 {
      output.append(scriptLevel == 0 ? " scriptlevel=\"+1\"" : " scriptlevel=\"1\"")
    }
    output.append(UInt8(ascii: ">"))
  }

  private static func className(of layout: TableLayout) -> StaticString? {
    switch layout {
    case .matrix, .equationArray: nil
    case .small: MathMLClasses.small
    case .cases: MathMLClasses.cases
    case .aligned: MathMLClasses.aligned
    case .alignedAt: MathMLClasses.alignedAt
    case .gathered: MathMLClasses.gathered
    case .multline: MathMLClasses.multline
    }
  }

  /// - Parameter width: How many columns must stand before the number.
  private mutating func writeTableRow(
    _ row: TableRow, of table: Table, _ number: PrintedNumber?, width: Int
  ) {
    output.append("<mtr")
    if let number { writeID(of: number) }
    var classes = ClassList()
    classes.write(MathMLClasses.above(row.ruleAbove), to: &output)
    classes.write(MathMLClasses.below(row.ruleBelow), to: &output)
    classes.close(&output)
    output.append(UInt8(ascii: ">"))
    let isPaired = table.layout == .aligned || table.layout == .alignedAt
    var column = 0
    for (index, cell) in row.cells.enumerated() {
      output.append("<mtd")
      if cell.span > 1 {
        output.append(" columnspan=\"")
        output.appendDecimal(UInt32(truncatingIfNeeded: cell.span))
        output.append(UInt8(ascii: "\""))
      }
      let hasRules = !row.partialRule.isEmpty || !row.partialRuleBelow.isEmpty
      writeClasses(
        of: cell.form ?? table.column(column),
        rules: hasRules ? row.partialRules(of: column..<column + cell.span) : (false, false))
      column += cell.span
      if cell.content.isEmpty {
        output.append("/>")
        continue
      }
      output.append(UInt8(ascii: ">"))
      writeContent(cell.content, startsInfix: isPaired && index % 2 == 1)
      output.append("</mtd>")
    }
    if let number, number.isShown {
      for _ in row.width..<max(width, row.width) { output.append("<mtd/>") }
      writeNumber(number)
    }
    output.append("</mtr>")
  }

  private mutating func writeClasses(of column: TableColumn, rules: (above: Bool, below: Bool)) {
    if column == TableColumn(), !rules.above, !rules.below { return }
    var classes = ClassList()
    switch column.alignment {
    case .left: classes.write(MathMLClasses.left, to: &output)
    case .right: classes.write(MathMLClasses.right, to: &output)
    case .center: break
    }
    if column.isTightLeft { classes.write(MathMLClasses.tightLeft, to: &output) }
    if column.isTightRight { classes.write(MathMLClasses.tightRight, to: &output) }
    classes.write(MathMLClasses.left(column.ruleLeft), to: &output)
    classes.write(MathMLClasses.right(column.ruleRight), to: &output)
    if rules.above { classes.write(MathMLClasses.ruleTop, to: &output) }
    if rules.below { classes.write(MathMLClasses.ruleBottom, to: &output) }
    classes.close(&output)
  }
}

extension TableRow {
  /// Whether a rule stands above and below some columns.
  fileprivate func partialRules(of columns: Range<Int>) -> (above: Bool, below: Bool) {
    (
      columns.contains { $0 < partialRule.count && partialRule[$0] },
      columns.contains { $0 < partialRuleBelow.count && partialRuleBelow[$0] }
    )
  }
}

/// Writes a `class` attribute name by name; nothing if there is none.
private struct ClassList {
  private var isEmpty = true

  mutating func write(_ name: StaticString?, to output: inout [UInt8]) {
    guard let name else { return }
    output.append(isEmpty ? " class=\"" : " ")
    output.append(name)
    isEmpty = false
  }

  func close(_ output: inout [UInt8]) {
    if !isEmpty { output.append(UInt8(ascii: "\"")) }
  }
}

extension MathMLClasses {
  fileprivate static func above(_ rule: TableRule) -> StaticString? {
    choose(rule, ruleTop, doubleTop, dashTop)
  }

  fileprivate static func below(_ rule: TableRule) -> StaticString? {
    choose(rule, ruleBottom, doubleBottom, dashBottom)
  }

  fileprivate static func left(_ rule: TableRule) -> StaticString? {
    choose(rule, ruleLeft, doubleLeft, dashLeft)
  }

  fileprivate static func right(_ rule: TableRule) -> StaticString? {
    choose(rule, ruleRight, doubleRight, dashRight)
  }

  private static func choose(
    _ rule: TableRule, _ solid: StaticString, _ double: StaticString, _ dashed: StaticString
  ) -> StaticString? {
    switch rule {
    case .none: nil
    case .solid: solid
    case .double: double
    case .dashed: dashed
    }
  }
}
