extension TreeBuilder {
  /// Adds a table; its cells are the headings from `nextCell` on.
  mutating func appendTable(_ table: TableSpan, _ rows: [[Range<Int>]]) {
    guard let first = table.rows.first, let last = table.rows.last else { return }
    isInTable = true
    defer { isInTable = false }
    begin(.table, first.lowerBound..<max(last.upperBound, table.delimiterRow.upperBound))
    for (number, cells) in rows.enumerated() {
      begin(.tableRow, table.rows[number], detail: number == 0 ? 1 : 0)
      for (column, alignment) in table.alignments.enumerated() {
        if column < cells.count {
          begin(.tableCell, cells[column], detail: alignment.rawValue)
          if let cell = nextCell {
            appendInlines(of: cell, lines: [ContentLine(cells[column], mayBeRow: true)])
            nextCell = cell.next
          }
          close()
        } else {
          guard fillableCells > 0 else { break }
          fillableCells -= 1
          let end = table.rows[number].upperBound
          append(.tableCell, end..<end, detail: alignment.rawValue)
        }
      }
      close()
    }
    close()
  }
}
