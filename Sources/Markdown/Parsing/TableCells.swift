/// The cells of all tables of a file, parsed together: every cell is the text of a heading of a second document,
/// behind which the file's link reference definitions stand.
struct TableCells {
  private let tree: CmarkTree?
  /// Where each cell stands in the file, in order, by table and row.
  private(set) var ranges: [[[Range<Int>]]] = []

  init(_ scan: ScanResult) {
    guard !scan.tables.isEmpty else {
      tree = nil
      return
    }
    var text: [UInt8] = []
    for table in scan.tables {
      var rows: [[Range<Int>]] = []
      for row in table.rows {
        let cells = Array(TableScanner.cells(row, in: scan.masked).prefix(table.alignments.count))
        for cell in cells { TableCells.append(cell, of: scan.masked, to: &text) }
        rows.append(cells)
      }
      ranges.append(rows)
    }
    for line in scan.definitions {
      text.append(contentsOf: scan.masked[line.range])
      text.append(0x0A)
    }
    tree = CmarkTree(parsing: text[...])
  }

  /// Lends the heading that holds the first cell.
  func withFirst<Result>(_ body: (CmarkNode?) -> Result) -> Result {
    guard let tree else { return body(nil) }
    return tree.withDocument { body($0.firstChild) }
  }

  private static func append(_ cell: Range<Int>, of masked: [UInt8], to text: inout [UInt8]) {
    text.append(contentsOf: [0x23, 0x20])
    var index = cell.lowerBound
    while index < cell.upperBound {
      let isEscapedBar = masked[index] == 0x5C && index + 1 < cell.upperBound && masked[index + 1] == 0x7C
      if isEscapedBar { index += 1 }
      text.append(masked[index])
      index += 1
    }
    text.append(contentsOf: [0x20, 0x23, 0x0A])
  }
}
