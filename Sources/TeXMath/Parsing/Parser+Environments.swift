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
    var table = Table(
      layout: environment.layout, isDisplay: environment.isDisplay, open: environment.open,
      close: environment.close)
    let template = try parseArgument(of: environment, named: source.joined(to: end), into: &table)
    // Only an environment that begins the formula can be the whole of it.
    let numbering = depth == 1 && builder.atoms.isEmpty && canBeNumbered ? environment.numbering : .inner
    if numbering != .inner { canBeNumbered = false }
    let outerGroups = openGroups
    openGroups = 0
    openEnvironments += 1
    if environment.isDiagram {
      try parseDiagram(of: &table)
    } else {
      try parseRows(of: &table, template, numbering: numbering)
    }
    openEnvironments -= 1
    openGroups = outerGroups
    if !numbering.isByRow, numbering != .inner {
      endEquationRow(table.rows.count - 1, from: source, isNumbered: numbering == .whole)
    }
    end = try parseEnvironmentEnd(of: name, from: source.joined(to: end))
    // A single formula needs no table around it.
    if table.layout == .gathered || table.layout == .multline, let only = table.onlyContent {
      builder.atoms.append(contentsOf: only)
    } else {
      if numbering != .inner { hasEquationTable = true }
      let atomClass: AtomClass = table.open != 0 || table.close != 0 ? .inner : .ordinary
      builder.atoms.append(Atom(.table(table), atomClass, source: source.joined(to: end)))
    }
  }

  /// Reads what stands between an environment's name and its first row.
  @inline(never)
  private mutating func parseArgument(
    of environment: Environment, named source: SourceSpan, into table: inout Table
  ) throws(LimitExceeded) -> RowTemplate {
    var template = RowTemplate(firstTextColumn: environment.firstTextColumn)
    for alignment in environment.alignments { table.columns.append(TableColumn(alignment: alignment)) }
    switch environment.argument {
    case .none: break
    case .position: _ = try parseOptionalRawArgument()
    case .positionAndCount:
      _ = try parseOptionalRawArgument()
      _ = try parseRawArgument(of: source)
    case .count: _ = try parseRawArgument(of: source)
    case .columns:
      _ = try parseOptionalRawArgument()
      try parseColumns(of: &table, &template, for: source)
    case .alignment:
      switch try parseOptionalRawArgument() {
      case [UInt8(ascii: "l")]?: table.otherColumns.alignment = .left
      case [UInt8(ascii: "r")]?: table.otherColumns.alignment = .right
      case nil, [UInt8(ascii: "c")]?: break
      default: report(.syntax, at: source, "The columns of this matrix are aligned by [l], [c] or [r].")
      }
    }
    return template
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

  /// Reads `\matrix{a & b \cr c & d}` and its relatives of plain TeX.
  @inline(never)
  mutating func parsePlainTable(
    _ environment: Environment, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    try skipSpaces()
    guard token.kind == .beginGroup else {
      reportMissingArgument(of: source)
      return
    }
    let opening = token.source
    try enter()
    try advance()
    var table = Table(layout: environment.layout, open: environment.open, close: environment.close)
    openGroups += 1
    try parseRows(of: &table, RowTemplate(firstTextColumn: environment.firstTextColumn))
    openGroups -= 1
    leave()
    var end = opening
    if token.kind == .endGroup {
      end = token.source
      try advance()
    } else {
      report(.syntax, at: opening, "This { is never closed; a } is missing.")
    }
    let atomClass: AtomClass = table.open != 0 ? .inner : .ordinary
    builder.atoms.append(Atom(.table(table), atomClass, source: source.joined(to: end)))
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
