extension Parser {
  /// Reads from behind `\begin` to behind its `\end{…}`.
  mutating func parseEnvironment(
    from source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    var end = source
    guard let name = try parseEnvironmentName(of: source, end: &end) else {
      builder.atoms.append(Atom(.malformed, source: source.joined(to: end)))
      return
    }
    let known = Environments.table.value(of: name.bytes)
    let meant = known == nil ? reportUnknownEnvironment(name) : nil
    guard let environment = known ?? meant.flatMap({ Environments.table.value(of: $0) }) else {
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
    recovery.openEnvironments.append(meant ?? name.bytes)
    if environment.isDiagram {
      try parseDiagram(of: &table)
    } else {
      try parseRows(of: &table, template, numbering: numbering)
    }
    openEnvironments -= 1
    openGroups = outerGroups
    recovery.openEnvironments.removeLast()
    if !numbering.isByRow, numbering != .inner {
      endEquationRow(table.rows.count - 1, from: source, isNumbered: numbering == .whole)
    }
    end = try parseEnvironmentEnd(of: name.bytes, meant: meant, from: source.joined(to: end))
    if meant != nil {
      // Read only for the faults in it.
      builder.atoms.append(Atom(.malformed, source: source.joined(to: end)))
      return
    }
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
      try parseColumnCount(for: source)
    case .count: try parseColumnCount(for: source)
    case .columns:
      _ = try parseOptionalRawArgument()
      try skipSpaces()
      if token.kind == .beginGroup {
        // With a fault in them nobody knows how many they are.
        if try parseColumns(of: &table, &template, for: source) != nil {
          template.limit = table.columns.count
        }
      } else {
        reportMissingColumns(at: source, example: "{ll}")
      }
    case .alignment:
      try skipSpaces()
      let opening = token.source
      var end = opening
      switch try parseOptionalRawArgument(end: &end) {
      case [UInt8(ascii: "l")]?: table.otherColumns.alignment = .left
      case [UInt8(ascii: "r")]?: table.otherColumns.alignment = .right
      case nil, [UInt8(ascii: "c")]?: break
      default:
        report(
          .syntax, at: opening.joined(to: end), "The columns of a matrix are aligned by [l], [c] or [r].")
      }
    }
    return template
  }

  /// Reads the number of columns of `alignat` and its relatives, which nobody needs.
  private mutating func parseColumnCount(for source: SourceSpan) throws(LimitExceeded) {
    try skipSpaces()
    guard token.kind == .beginGroup else {
      reportMissingColumns(at: source, example: "{2}")
      return
    }
    let (count, place) = try parsePlacedArgument(of: source)
    if count.isEmpty || !count.allSatisfy({ $0.isDigit }) {
      report(.syntax, at: place, "Here stands how many pairs of columns there are, as in {2}.")
    }
  }

  private mutating func reportMissingColumns(at source: SourceSpan, example: String) {
    if token.kind == .end, recovery.isCutOff { return }
    report(
      .syntax, at: source,
      "The columns of this environment are missing; give them in braces, as in " + shown(source) + example
        + ".")
  }

  /// Reads `\matrix{a & b \cr c & d}` and its relatives of plain TeX.
  @inline(never)
  mutating func parsePlainTable(
    _ form: PlainTable, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    let environment = form.environment
    try skipSpaces()
    guard token.kind == .beginGroup else {
      builder.atoms.append(contentsOf: missingArgument(of: source))
      return
    }
    let opening = token.source
    try enter()
    try advance()
    var table = Table(
      layout: environment.layout, isDisplay: environment.isDisplay, open: environment.open,
      close: environment.close)
    openGroups += 1
    try parseRows(of: &table, RowTemplate(firstTextColumn: environment.firstTextColumn))
    openGroups -= 1
    leave()
    var end = opening
    if token.kind == .endGroup {
      end = token.source
      try advance()
    } else {
      reportUnclosedGroup(opening)
    }
    let atomClass: AtomClass = table.open != 0 ? .inner : .ordinary
    builder.atoms.append(Atom(.table(table), atomClass, source: source.joined(to: end)))
  }
}
