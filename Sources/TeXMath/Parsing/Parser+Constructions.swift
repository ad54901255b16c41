extension Parser {
  /// Fractions, roots, and what stands above or below something.
  mutating func parseConstruction(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .fraction(let displayStyle):
      if isCharacter("[") { _ = try parseOptionalRawArgument() }
      let numerator = try parseArgument(of: source)
      let denominator = try parseArgument(of: source)
      let fraction = Fraction(numerator: numerator, denominator: denominator, displayStyle: displayStyle)
      builder.atoms.append(Atom(.fraction(fraction), source: source))
    case .binomial(let displayStyle):
      let upper = try parseArgument(of: source)
      let lower = try parseArgument(of: source)
      let fraction = Fraction(
        numerator: upper, denominator: lower, hasBar: false, displayStyle: displayStyle, open: 0x28,
        close: 0x29)
      builder.atoms.append(Atom(.fraction(fraction), source: source))
    case .generalizedFraction:
      builder.atoms.append(try parseGeneralizedFraction(source: source))
    case .infixFraction(let hasBar, let open, let close):
      let template = Fraction(numerator: [], denominator: [], hasBar: hasBar, open: open, close: close)
      if !builder.beginDenominator(of: template, at: source) {
        report(.syntax, at: source, "Two fractions in one group; put braces around the inner one.")
      }
    case .radical:
      let degree = try parseOptionalArgument() ?? []
      let radicand = try parseArgument(of: source)
      builder.atoms.append(Atom(.radical(radicand, degree: degree), source: source))
    case .overset(let atomClass):
      let over = try parseArgument(of: source)
      let base = try parseArgument(of: source)
      builder.atoms.append(stack(base, over: over, under: nil, atomClass, source: source))
    case .underset:
      let under = try parseArgument(of: source)
      let base = try parseArgument(of: source)
      builder.atoms.append(stack(base, over: nil, under: under, nil, source: source))
    case .extensibleArrow(let scalar):
      let under = try parseOptionalArgument()
      let over = try parseArgument(of: source)
      let arrow = Atom(.symbol(scalar), .relation, source: source)
      builder.atoms.append(
        stack(
          [arrow], over: over.isEmpty ? nil : padded(over, source: source),
          under: under.map { padded($0, source: source) }, .relation, source: source))
    case .sideset:
      let left = try parseArgument(of: source)
      let right = try parseArgument(of: source)
      let scripts = Multiscripts(
        base: try parseArgument(of: source), leftSubscript: left.first?.subscripted,
        leftSuperscript: left.first?.superscripted, rightSubscript: right.first?.subscripted,
        rightSuperscript: right.first?.superscripted)
      var atom = Atom(.multiscripts(scripts), .function, source: source)
      atom.limits = .whenDisplay
      builder.atoms.append(atom)
    case .substack:
      try skipSpaces()
      guard token.kind == .beginGroup else {
        reportMissingArgument(of: source)
        return
      }
      try enter()
      try advance()
      var table = Table(layout: .small, rows: [])
      openGroups += 1
      try parseRows(of: &table)
      openGroups -= 1
      leave()
      if token.kind == .endGroup { try advance() }
      builder.atoms.append(Atom(.table(table), source: source))
    default:
      break
    }
  }

  private mutating func parseGeneralizedFraction(source: SourceSpan) throws(LimitExceeded) -> Atom {
    let open = try parseRawArgument(of: source)
    let close = try parseRawArgument(of: source)
    let thickness = try parseRawArgument(of: source)
    let style = try parseRawArgument(of: source)
    var fraction = Fraction(numerator: try parseArgument(of: source), denominator: [])
    fraction.denominator = try parseArgument(of: source)
    fraction.hasBar = Length.thousandthsOfEm(thickness) != 0
    fraction.displayStyle = style.first.map { $0 == UInt8(ascii: "0") }
    fraction.open = Self.delimiter(in: open)
    fraction.close = Self.delimiter(in: close)
    return Atom(.fraction(fraction), source: source)
  }

  /// The delimiter an argument consists of; 0 if it is empty or something else.
  private static func delimiter(in argument: [UInt8]) -> UInt32 {
    guard let byte = argument.first(where: { $0 != UInt8(ascii: "\\") && !$0.isWhiteSpace }) else { return 0 }
    return Delimiter.scalar(for: UInt32(byte)) ?? 0
  }

  /// Something above or below a base; its class is that of the base unless it is given.
  private func stack(
    _ base: MathList, over: MathList?, under: MathList?, _ atomClass: AtomClass?, source: SourceSpan
  ) -> Atom {
    let inherited: AtomClass =
      if let last = base.last, base.count == 1 || last.atomClass == .function { last.atomClass } else {
        .ordinary
      }
    // A mark set over a mark belongs to the same base.
    if base.count == 1, !base[0].hasScripts,
      case .stack(let inner, let innerOver, let innerUnder) = base[0].nucleus,
      over == nil || innerOver == nil, under == nil || innerUnder == nil
    {
      return Atom(
        .stack(base: inner, over: over ?? innerOver, under: under ?? innerUnder), atomClass ?? inherited,
        source: source)
    }
    return Atom(.stack(base: base, over: over, under: under), atomClass ?? inherited, source: source)
  }

  private func padded(_ list: MathList, source: SourceSpan) -> MathList {
    let space = Atom(.space(SpacingCommands.thick), source: source)
    return [space] + list + [space]
  }
}
