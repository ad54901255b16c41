extension MathMLSerializer {
  /// Writes a table with its delimiters.
  mutating func writeTable(_ table: Table) {
    let isFenced = table.open != 0 || table.close != 0
    if isFenced {
      output.append("<mrow>")
      writeFenceDelimiter(table.open, .prefix)
    }
    let outer = (isDisplay, scriptLevel)
    isDisplay = table.layout == .aligned || table.layout == .gathered
    if table.layout == .small { scriptLevel = min(scriptLevel + 1, 2) }
    writeTableStart(table.layout)
    for (index, row) in table.rows.enumerated() { writeTableRow(row, index, of: table) }
    output.append("</mtable>")
    (isDisplay, scriptLevel) = outer
    if isFenced {
      writeFenceDelimiter(table.close, .postfix)
      output.append("</mrow>")
    }
  }

  private mutating func writeTableStart(_ layout: TableLayout) {
    switch layout {
    case .matrix, .array: output.append("<mtable>")
    case .small: writeTableStart(MathMLClasses.small, " scriptlevel=\"+1\"")
    case .cases: writeTableStart(MathMLClasses.cases, "")
    case .aligned: writeTableStart(MathMLClasses.aligned, " displaystyle=\"true\"")
    case .gathered: writeTableStart(MathMLClasses.gathered, " displaystyle=\"true\"")
    }
  }

  private mutating func writeTableStart(_ className: StaticString, _ attributes: StaticString) {
    output.append("<mtable class=\"")
    output.append(className)
    output.append(UInt8(ascii: "\""))
    output.append(attributes)
    output.append(UInt8(ascii: ">"))
  }

  private mutating func writeTableRow(_ row: [MathList], _ index: Int, of table: Table) {
    output.append("<mtr")
    let isLast = index == table.rows.count - 1
    writeClasses(
      table.horizontalRules.contains(index) ? MathMLClasses.ruleTop : nil,
      isLast && table.horizontalRules.contains(index + 1) ? MathMLClasses.ruleBottom : nil, nil)
    output.append(UInt8(ascii: ">"))
    for (column, cell) in row.enumerated() {
      output.append("<mtd")
      writeCellClasses(column, isLast: column == row.count - 1, of: table)
      if cell.isEmpty {
        output.append("/>")
        continue
      }
      output.append(UInt8(ascii: ">"))
      writeContent(cell, startsInfix: table.layout == .aligned && column % 2 == 1)
      output.append("</mtd>")
    }
    output.append("</mtr>")
  }

  private mutating func writeCellClasses(_ column: Int, isLast: Bool, of table: Table) {
    guard table.layout == .array else { return }
    let alignment: StaticString? =
      switch column < table.columns.count ? table.columns[column] : .center {
      case .left: MathMLClasses.left
      case .right: MathMLClasses.right
      case .center: nil
      }
    writeClasses(
      alignment, table.verticalRules.contains(column) ? MathMLClasses.ruleLeft : nil,
      isLast && table.verticalRules.contains(column + 1) ? MathMLClasses.ruleRight : nil)
  }

  private mutating func writeClasses(_ first: StaticString?, _ second: StaticString?, _ third: StaticString?)
  {
    var isFirst = true
    for case let name? in [first, second, third] {
      output.append(isFirst ? " class=\"" : " ")
      output.append(name)
      isFirst = false
    }
    if !isFirst { output.append(UInt8(ascii: "\"")) }
  }
}
