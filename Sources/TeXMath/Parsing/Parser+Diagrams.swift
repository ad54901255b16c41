/// The commutative diagrams of amscd.
extension Parser {
  /// Reads the rows of a `CD` environment up to its end, which is left in hand.
  ///
  /// A row of objects has horizontal arrows between them; the arrows of the next row stand below the objects.
  @inline(never)
  mutating func parseDiagram(of table: inout Table) throws(LimitExceeded) {
    var current = TableRow()
    var isOfArrows = false
    while true {
      let object = try parseList(.diagram)
      if isCharacter("@") {
        if current.cells.isEmpty { isOfArrows = object.isEmpty && isVerticalArrow }
        if !isOfArrows { current.append(TableCell(content: object)) }
        if isOfArrows, !current.cells.isEmpty { current.append(TableCell(content: [])) }
        current.append(TableCell(content: try parseDiagramArrow()))
        continue
      }
      if !object.isEmpty || (!isOfArrows && !current.cells.isEmpty) {
        current.append(TableCell(content: object))
      }
      if !current.cells.isEmpty { table.rows.append(current) }
      current = TableRow()
      isOfArrows = false
      guard case .rowBreak? = meaning else { break }
      try parseRowBreak()
    }
    if table.rows.isEmpty { table.rows.append(TableRow(cells: [TableCell(content: [])], width: 1)) }
  }

  /// Whether the arrow whose `@` is in hand points up or down, or is an empty place.
  private var isVerticalArrow: Bool {
    switch Unicode.Scalar(expander.upcomingByte) {
    case "V", "A", "|", ".": true
    default: false
    }
  }

  /// Reads `@>above>below>` and its relatives; the `@` is in hand.
  private mutating func parseDiagramArrow() throws(LimitExceeded) -> MathList {
    let source = token.source
    try advance()
    let sign = token.kind == .character ? token.scalar : 0
    let arrow: UInt32
    switch Unicode.Scalar(sign) {
    case ">": arrow = 0x2192
    case "<": arrow = 0x2190
    case "V": arrow = 0x2193
    case "A": arrow = 0x2191
    case "=":
      try advance()
      let line = Atom(.extensible(0x3D), .relation, source: source)
      let room = Atom(.space(2000), source: source)
      return [Atom(.stack(base: [line], over: [room], under: nil), source: source)]
    case "|":
      try advance()
      return [Atom(.sizedDelimiter(0x2016, 2), source: source)]
    case ".":
      try advance()
      return []
    default:
      report(.syntax, at: source, "Arrows of a diagram are @>>>, @<<<, @VVV, @AAA, @=, @| and @. only.")
      return [Atom(.malformed, source: source)]
    }
    try advance()
    let first = try parseDiagramLabel(until: sign, of: source)
    let second = try parseDiagramLabel(until: sign, of: source)
    if arrow == 0x2193 || arrow == 0x2191 {
      let shaft = Atom(.sizedDelimiter(arrow, 2), .ordinary, source: source)
      return sideLabel(first, source) + [shaft] + sideLabel(second, source)
    }
    let space = Atom(.space(SpacingCommands.thick * 2), source: source)
    let over = first.isEmpty ? [Atom(.space(2000), source: source)] : [space] + first + [space]
    let under = second.isEmpty ? nil : [space] + second + [space]
    let shaft = Atom(.extensible(arrow), .relation, source: source)
    return [Atom(.stack(base: [shaft], over: over, under: under), .relation, source: source)]
  }

  private func sideLabel(_ label: MathList, _ source: SourceSpan) -> MathList {
    guard !label.isEmpty else { return [] }
    return [Atom(.styled(Style(displayStyle: false, scriptLevel: 1), label), source: source)]
  }

  private mutating func parseDiagramLabel(
    until sign: UInt32, of source: SourceSpan
  ) throws(LimitExceeded) -> MathList {
    try enter()
    let label = try parseList(.label(sign))
    leave()
    if token.kind == .character, token.scalar == sign {
      try advance()
    } else {
      report(.syntax, at: source, "This arrow needs its sign three times, as in @>a>b> or @VVV.")
    }
    return label
  }
}
