/// What a table's columns put into its cells.
struct RowTemplate {
  struct Column {
    /// Read before and behind what stands in each cell (`>{…}`, `<{…}`); all of a column between two others.
    var before: [Token] = []
    var behind: [Token] = []
    /// Whether it is text between two columns (`@{…}`, `!{…}`), which rows do not mention.
    var isBetween = false
    var isText = false
  }

  var columns: [Column] = []
  /// Cells from this column on are text.
  var firstTextColumn = Int.max
  /// How many columns there may be.
  var limit = Int.max

  @inline(never)
  func column(_ index: Int) -> Column { index < columns.count ? columns[index] : Column() }

  func isText(_ column: Int) -> Bool {
    column >= firstTextColumn || (column < columns.count && columns[column].isText)
  }

  /// The column of the next cell that is written out, from a certain one on.
  func written(from column: Int) -> Int {
    var column = column
    while column < columns.count, columns[column].isBetween { column += 1 }
    return column
  }
}

extension Table {
  /// What stands in the only cell of the table; `nil` if there are several.
  var onlyContent: MathList? {
    rows.count == 1 && rows[0].cells.count == 1 ? rows[0].cells[0].content : nil
  }

  /// Whether a row has more than one cell.
  var hasColumns: Bool { rows.contains { $0.cells.count > 1 } }

  /// Lets lines of text between the rows reach over all columns.
  fileprivate mutating func spreadText() {
    let width = rows.reduce(1) { max($0, $1.width) }
    for index in rows.indices where rows[index].width == 0 { rows[index].cells[0].span = width }
  }
}

extension Parser {
  /// Reads rows up to what ends them, which is left in hand.
  ///
  /// - Parameters:
  ///   - numbering: Which rows are equations of the formula.
  ///   - firstCell: The first cell if it is read already.
  mutating func parseRows(
    of table: inout Table, _ template: RowTemplate = RowTemplate(), numbering: EnvironmentNumbering = .inner,
    firstCell: MathList? = nil
  ) throws(LimitExceeded) {
    var hasText = false
    var current = TableRow()
    var start = token.source
    var cellToCome = firstCell
    var limit = template.limit
    while true {
      if let content = cellToCome {
        cellToCome = nil
        current.append(TableCell(content: content))
      } else {
        if current.cells.isEmpty {
          hasText = try parseRowStart(&current, of: &table, template) || hasText
          start = token.source
        }
        try parseCell(of: &current, template)
      }
      if token.kind == .alignment {
        if limit != .max, template.written(from: current.width) >= limit {
          // Once a table.
          limit = .max
          reportExtraCell()
        }
        try advance()
        continue
      }
      if numbering.isByRow { endEquationRow(table.rows.count, from: start, isNumbered: numbering == .rows) }
      guard case .rowBreak? = meaning else { break }
      table.rows.append(current)
      current = TableRow()
      try parseRowBreak()
    }
    finish(&table, with: current, numbering)
    if hasText { table.spreadText() }
  }

  /// Adds the last row; a break behind it starts no new one.
  @inline(never)
  private mutating func finish(
    _ table: inout Table, with current: TableRow, _ numbering: EnvironmentNumbering
  ) {
    if current.cells.count > 1 || !current.cells[0].content.isEmpty || table.rows.isEmpty {
      table.rows.append(current)
    } else {
      if numbering.isByRow { marks = equations.removeLast().marks }
      table.rows[table.rows.count - 1].ruleBelow = current.ruleAbove
      table.rows[table.rows.count - 1].partialRuleBelow = current.partialRule
    }
  }

  /// Reads `\\`, `\\*`, `\\[2pt]`; the style sheet decides the room between rows.
  @inline(never)
  mutating func parseRowBreak() throws(LimitExceeded) {
    try advance()
    if isCharacter("*") { try advance() }
    guard isCharacter("[") else { return }
    let byte = expander.upcomingByte
    if byte.isDigit || byte == 0x2D || byte == 0x2E { _ = try parseOptionalRawArgument() }
  }

  /// Reads what stands before the first cell of a row: rules and lines of text. Says whether there was text.
  @inline(never)
  private mutating func parseRowStart(
    _ current: inout TableRow, of table: inout Table, _ template: RowTemplate
  ) throws(LimitExceeded) -> Bool {
    var hasText = false
    while true {
      try skipSpaces()
      switch meaning {
      case .horizontalRule(let rule)?:
        current.ruleAbove.add(rule)
        try advance()
      case .partialRule?: try parsePartialRule(of: &current, template)
      case .textBetweenRows?:
        let source = token.source
        try advance()
        let text = try parseTextArgument(.plain, of: source)
        table.rows.append(TableRow(cells: [TableCell(content: text)]))
        hasText = true
      default: return hasText
      }
    }
  }

  /// Reads a cell up to what ends it, with the columns that stand between it and its neighbours.
  private mutating func parseCell(
    of current: inout TableRow, _ template: RowTemplate
  ) throws(LimitExceeded) {
    guard !template.columns.isEmpty || template.firstTextColumn != .max else {
      try skipSpaces()
      if try !parseWideCell(of: &current, template, at: current.width) {
        current.append(try parseList(.cell))
      }
      return
    }
    try parseFormedCell(of: &current, template)
  }

  @inline(never)
  private mutating func parseFormedCell(
    of current: inout TableRow, _ template: RowTemplate
  ) throws(LimitExceeded) {
    try skipSpaces()
    if current.cells.isEmpty, endsTable() {
      current.append(TableCell(content: []))
      return
    }
    let column = try parseColumnsBetween(from: current.width, of: &current, template)
    if try !parseWideCell(of: &current, template, at: column) {
      try insert(template.column(column).before)
      let isText = template.isText(column)
      var content = isText ? try parseTextCell() : try parseList(.cell)
      if !template.column(column).behind.isEmpty {
        try insert(template.column(column).behind)
        Self.join(&content, isText ? try parseTextCell() : try parseList(.cell))
      }
      current.append(content)
    }
    // What stands behind the last column.
    if token.kind != .alignment, template.written(from: current.width) == template.columns.count {
      _ = try parseColumnsBetween(from: current.width, of: &current, template)
    }
  }

  // What follows stays out of `parseFormedCell`, whose stack frame counts once for each level of nesting.

  @inline(never)
  private static func join(_ content: inout MathList, _ rest: MathList) { content += rest }

  /// Adds the cells of the columns that stand between two others; gives the column behind them.
  @inline(never)
  private mutating func parseColumnsBetween(
    from first: Int, of current: inout TableRow, _ template: RowTemplate
  ) throws(LimitExceeded) -> Int {
    let next = template.written(from: first)
    for column in first..<next {
      var tokens = template.columns[column].before
      guard var end = tokens.last else { continue }
      end.kind = .alignment
      tokens.append(end)
      try insert(tokens)
      current.append(template.isText(column) ? try parseTextCell() : try parseList(.cell))
      if token.kind == .alignment { try advance() }
    }
    return next
  }

  /// Whether the token in hand ends the table.
  private mutating func endsTable() -> Bool {
    if case .endEnvironment? = meaning { return true }
    return token.kind == .end
  }

  /// Lets tokens come before the one in hand.
  @inline(never)
  private mutating func insert(_ tokens: [Token]) throws(LimitExceeded) {
    guard !tokens.isEmpty else { return }
    insertedTokens += tokens.count
    if insertedTokens > limits.expandedTokens { throw LimitExceeded(.columnTokens, at: token.source) }
    if token.kind != .end { expander.unread(token) }
    for token in tokens.reversed() { expander.unread(token) }
    try advance()
  }

  /// Reads a cell over several columns if the command of one is in hand.
  private mutating func parseWideCell(
    of current: inout TableRow, _ template: RowTemplate, at column: Int
  ) throws(LimitExceeded) -> Bool {
    switch meaning {
    case .multicolumn?: try parseSpanningCell(of: &current, template, at: column)
    case .dottedCells?: try parseDottedCell(of: &current, template, at: column)
    default: return false
    }
    return true
  }

  @inline(never)
  private mutating func reportExtraCell() {
    report(
      .syntax, at: token.source,
      "This & begins a cell behind the last column; add a column to the braces behind the environment's name."
    )
  }

  /// Reads `\multicolumn{number}{columns}{content}`.
  @inline(never)
  private mutating func parseSpanningCell(
    of current: inout TableRow, _ template: RowTemplate, at column: Int
  ) throws(LimitExceeded) {
    let source = token.source
    try advance()
    let known = issues.count
    let (digits, place) = try parsePlacedArgument(of: source)
    let count =
      digits.allSatisfy({ $0.isDigit }) ? digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1000) } : 0
    if count == 0, issues.count == known {
      report(.syntax, at: place, "\\multicolumn needs the number of columns first, as in {2}.")
    }
    var form = Table(layout: .matrix)
    var inner = RowTemplate(firstTextColumn: template.firstTextColumn == 0 ? 0 : .max)
    let columns = try parseColumns(of: &form, &inner, for: source)
    let cells = inner.columns.isEmpty ? form.columns.count : inner.columns.count { !$0.isBetween }
    if let columns, cells != 1 {
      report(.syntax, at: columns, "\\multicolumn makes one cell of one column, such as {c}.")
    }
    var content =
      inner.isText(inner.written(from: 0))
      ? try parseTextArgument(.plain, of: source) : try parseArgument(of: source)
    content += try parseList(.cell)
    var end = column
    for _ in 0..<max(count, 1) { end = template.written(from: end) + 1 }
    if end > template.limit {
      report(.syntax, at: place, "This cell reaches over more columns than there are.")
    }
    var cell = TableCell(content: content, span: end - column)
    let written = inner.written(from: 0)
    cell.form = written < form.columns.count ? form.columns[written] : TableColumn()
    current.append(cell)
  }
}
