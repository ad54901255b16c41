extension Parser {
  /// Reads from behind `\begin` to behind its `\end{…}`.
  mutating func parseEnvironment(
    from source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    var end = source
    let name = try parseRawArgument(of: source, end: &end)
    guard let environment = Environments.table.value(of: name) else {
      reportUnknownEnvironment(name, at: source.joined(to: end))
      let last = try skipEnvironment(from: end)
      builder.atoms.append(Atom(.malformed, source: source.joined(to: last)))
      return
    }
    try enter()
    defer { leave() }
    var table = Table(layout: environment.layout, rows: [], open: environment.open, close: environment.close)
    if environment.layout == .array { _ = try parseOptionalRawArgument() }
    switch environment.argument {
    case .none: break
    case .count: _ = try parseRawArgument(of: source)
    case .columns: parseColumns(try parseRawArgument(of: source), of: &table)
    }
    let outerGroups = openGroups
    openGroups = 0
    openEnvironments += 1
    try parseRows(of: &table)
    openEnvironments -= 1
    openGroups = outerGroups
    end = try parseEnvironmentEnd(of: name, from: source.joined(to: end))
    // A single formula needs no table around it.
    if table.layout == .gathered, table.rows.count == 1, table.rows[0].count == 1 {
      builder.atoms.append(contentsOf: table.rows[0][0])
    } else {
      let atomClass: AtomClass = table.open != 0 || table.close != 0 ? .inner : .ordinary
      builder.atoms.append(Atom(.table(table), atomClass, source: source.joined(to: end)))
    }
  }

  /// Reads the `\end{…}` of an environment; gives its last place.
  @inline(never)
  private mutating func parseEnvironmentEnd(
    of name: [UInt8], from beginning: SourceSpan
  ) throws(LimitExceeded) -> SourceSpan {
    let shownName = String(decoding: name, as: UTF8.self)
    guard case .endEnvironment? = meaning else {
      report(
        .syntax, at: beginning, "The environment " + shownName + " is never closed; its \\end is missing.")
      return beginning
    }
    let closing = token.source
    var end = closing
    try advance()
    let closingName = try parseRawArgument(of: closing, end: &end)
    if closingName != name {
      report(
        .syntax, at: closing.joined(to: end),
        "This ends " + String(decoding: closingName, as: UTF8.self) + ", but " + shownName + " is open.",
        suggestion: Array("\\end{".utf8) + name + [UInt8(ascii: "}")])
    }
    return end
  }

  /// Reads rows up to what ends them, which is left in hand.
  mutating func parseRows(of table: inout Table) throws(LimitExceeded) {
    let countsRows = table.layout == .aligned || table.layout == .gathered
    let outerRow = row
    tableDepth += 1
    defer {
      tableDepth -= 1
      row = outerRow
    }
    var cells: [MathList] = []
    while true {
      if countsRows, tableDepth <= 2 { row = outerRow + table.rows.count }
      if cells.isEmpty { try parseRules(of: &table) }
      cells.append(try parseList(.cell))
      if token.kind == .alignment {
        try advance()
        continue
      }
      guard case .rowBreak? = meaning else { break }
      table.rows.append(cells)
      cells = []
      try advance()
      if isCharacter("*") { try advance() }
      if isCharacter("["), startsLength(expander.upcomingByte) { _ = try parseOptionalRawArgument() }
    }
    // A break behind the last row starts no new one.
    if cells.count > 1 || !cells[0].isEmpty || table.rows.isEmpty { table.rows.append(cells) }
  }

  private func startsLength(_ byte: UInt8) -> Bool { byte.isDigit || byte == 0x2D || byte == 0x2E }

  private mutating func parseRules(of table: inout Table) throws(LimitExceeded) {
    try skipSpaces()
    while case .horizontalRule? = meaning {
      if table.horizontalRules.last != table.rows.count { table.horizontalRules.append(table.rows.count) }
      try advance()
      try skipSpaces()
    }
  }

  /// Reads a column specification such as `{|l|cr@{}}`; repetition (`*{3}{c}`) included.
  private func parseColumns(_ specification: [UInt8], of table: inout Table) {
    var index = 0
    while index < specification.count, table.columns.count < Self.maximumColumns {
      switch Unicode.Scalar(specification[index]) {
      case "l": table.columns.append(.left)
      case "c": table.columns.append(.center)
      case "r": table.columns.append(.right)
      case "|":
        if table.verticalRules.last != table.columns.count { table.verticalRules.append(table.columns.count) }
      case "*":
        let count = bracedPart(of: specification, after: index)
        let part = bracedPart(of: specification, after: count.upperBound)
        let times = specification[count].reduce(0) { $1.isDigit ? min($0 * 10 + Int($1 - 0x30), 100) : $0 }
        if !specification[part].contains(UInt8(ascii: "*")) {
          for _ in 0..<times { parseColumns(Array(specification[part]), of: &table) }
        }
        index = part.upperBound
      case "@", "!", ">", "<", "p", "m", "b":
        let part = bracedPart(of: specification, after: index)
        if specification[index].isLetter { table.columns.append(.left) }
        index = part.upperBound
      default: break
      }
      index += 1
    }
  }

  private static let maximumColumns = 500

  /// The bytes between the braces that open just behind an index; empty if none open there.
  private func bracedPart(of bytes: [UInt8], after index: Int) -> Range<Int> {
    let start = index + 1
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return index..<index }
    var depth = 0
    for position in start..<bytes.count {
      if bytes[position] == UInt8(ascii: "{") { depth += 1 }
      if bytes[position] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return start + 1..<position }
    }
    return index..<index
  }

  /// Skips what stands in an unknown environment, other environments included; gives the last place.
  private mutating func skipEnvironment(from start: SourceSpan) throws(LimitExceeded) -> SourceSpan {
    var open = 1
    var end = start
    while token.kind != .end {
      end = token.source
      let meaning = meaning
      try advance()
      switch meaning {
      case .beginEnvironment?: open += 1
      case .endEnvironment?:
        open -= 1
        if open == 0 {
          _ = try parseRawArgument(of: end, end: &end)
          return end
        }
      default: break
      }
    }
    return end
  }
}
