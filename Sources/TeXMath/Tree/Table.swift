/// Rows of cells, perhaps between delimiters.
package struct Table: Sendable {
  package var layout: TableLayout
  package var rows: [TableRow] = []
  /// The columns that have a form of their own, from the left.
  package var columns: [TableColumn] = []
  /// The form of the columns behind them.
  package var otherColumns = TableColumn()
  /// Whether the cells are in display style.
  package var isDisplay = false
  /// Delimiters around the table; 0 for none.
  package var open: UInt32 = 0
  package var close: UInt32 = 0

  /// The form of a column.
  func column(_ index: Int) -> TableColumn { index < columns.count ? columns[index] : otherColumns }
}

/// Cells side by side.
package struct TableRow: Sendable {
  package var cells: [TableCell] = []
  /// How many columns the cells take; 0 for a line of text between two rows.
  package var width = 0
  package var ruleAbove = TableRule.none
  /// Only the last row of a table has one; others leave it to the row below.
  package var ruleBelow = TableRule.none
  /// Which columns have a rule above, below (`\cline`); columns behind them have none.
  package var partialRule: [Bool] = []
  package var partialRuleBelow: [Bool] = []

  /// Adds a plain cell. Out of line, for the stack of what reads nested tables.
  @inline(never)
  mutating func append(_ content: MathList) { append(TableCell(content: content)) }

  mutating func append(_ cell: TableCell) {
    cells.append(cell)
    width += cell.span
  }
}

/// A cell of a table.
package struct TableCell: Sendable {
  package var content: MathList
  /// How many columns it takes.
  package var span = 1
  /// What it has instead of its column's form (`\multicolumn`).
  package var form: TableColumn?
}

/// How the cells of a column look.
package struct TableColumn: Sendable, Equatable {
  package var alignment = ColumnAlignment.center
  package var ruleLeft = TableRule.none
  /// Only the last column and a cell with a form of its own have one.
  package var ruleRight = TableRule.none
  /// Whether nothing keeps its neighbour away (`@{}`).
  package var isTightLeft = false
  package var isTightRight = false
}

/// How a column is aligned.
package enum ColumnAlignment: UInt8, Sendable {
  case left, center, right
}

/// A line between rows or columns.
package enum TableRule: UInt8, Sendable {
  case none, solid, double, dashed

  /// This line and one more.
  mutating func add(_ other: TableRule) { self = self == .solid && other == .solid ? .double : other }
}

/// What kind of table it is.
package enum TableLayout: UInt8, Sendable {
  /// Columns with room between them (`matrix`, `array`).
  case matrix
  /// A matrix in script size (`smallmatrix`, `\substack`).
  case small
  /// Left-aligned cells (`cases`).
  case cases
  /// Pairs of a right-aligned and a left-aligned column.
  case aligned
  /// The same without room between the pairs (`alignat`).
  case alignedAt
  /// Centred rows.
  case gathered
  /// The first row at the left, the last one at the right.
  case multline
  /// The three columns of `eqnarray`.
  case equationArray

  /// Whether its rows are formulas, which may have numbers.
  var isOfFormulas: Bool {
    switch self {
    case .aligned, .alignedAt, .gathered, .multline, .equationArray: true
    case .matrix, .small, .cases: false
    }
  }
}
