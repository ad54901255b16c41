/// What is written beside a row.
struct PrintedNumber {
  var row: Int
  /// The row's `\tag`, if it stands for the number.
  var tag: EquationMarks?
  var number: [UInt8]
  var id: [UInt8]

  /// Everything that is written beside the rows of a formula, from above.
  static func all(of formula: Formula, _ numbers: EquationNumbers) -> [PrintedNumber] {
    if formula.equations.isEmpty, numbers.rows.isEmpty { return [] }
    var result: [PrintedNumber] = []
    for equation in formula.equations where equation.marks.tag != nil {
      result.append(PrintedNumber(row: equation.row, tag: equation.marks, number: [], id: []))
    }
    var place = 0
    for row in numbers.rows where row.number != nil || !row.id.isEmpty {
      while place < result.count, result[place].row < row.row { place += 1 }
      if place < result.count, result[place].row == row.row {
        result[place].id = row.id
        if let number = row.number { (result[place].tag, result[place].number) = (nil, number) }
      } else {
        result.insert(
          PrintedNumber(row: row.row, tag: nil, number: row.number ?? [], id: row.id), at: place)
      }
    }
    return result
  }

  /// Whether there is anything to see.
  var isShown: Bool { tag != nil || !number.isEmpty }
}

extension MathMLSerializer {
  /// Writes the formula with its numbers: into the rows of its table, or as a table of one row.
  mutating func writeNumbered(_ numbers: [PrintedNumber]) {
    if formula.hasEquationTable, case .table(let table)? = formula.root.first?.nucleus {
      return writeTable(table, isInRow: true, numbers: numbers[...])
    }
    guard let number = numbers.first else { return }
    output.append("<mtable class=\"")
    output.append(MathMLClasses.numbered)
    output.append("\" displaystyle=\"true\"><mtr")
    writeID(of: number)
    output.append("><mtd>")
    writeContent(formula.root)
    output.append("</mtd>")
    writeNumber(number)
    output.append("</mtr></mtable>")
  }

  /// Writes the name of a row that links can find.
  mutating func writeID(of number: PrintedNumber) {
    if number.id.isEmpty { return }
    output.append(" id=\"")
    for byte in number.id {
      if byte == UInt8(ascii: "\"") { output.append("&quot;") } else { writeEscaped(UInt32(byte)) }
    }
    output.append("\"")
  }

  /// Writes the cell of a number.
  mutating func writeNumber(_ number: PrintedNumber) {
    guard number.isShown else { return }
    output.append("<mtd class=\"")
    output.append(MathMLClasses.tag)
    output.append("\">")
    guard let marks = number.tag, let tag = marks.tag else {
      output.append("<mtext>(")
      for byte in number.number { writeEscaped(byte) }
      output.append(")</mtext></mtd>")
      return
    }
    if !marks.isParenthesized {
      writeContent(tag)
    } else if tag.count == 1, case .text(let span, let style) = tag[0].nucleus, style.isEmpty {
      output.append("<mtext>(")
      for index in span.range { writeEscaped(formula.text[index]) }
      output.append(")</mtext>")
    } else {
      output.append("<mtext>(</mtext>")
      writeRow(tag)
      output.append("<mtext>)</mtext>")
    }
    output.append("</mtd>")
  }
}
