extension Parser {
  /// What stands above, below and at the corners of something.
  @inline(never)
  mutating func parseStack(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .stacked(let form): try parseStack(form, source: source, into: &builder)
    case .buildrel: try parseBuiltRelation(source: source, into: &builder)
    case .extensibleArrow(let scalar): try parseArrow(scalar, source: source, into: &builder)
    case .sideset, .prescript: try parseMultiscripts(meaning, source: source, into: &builder)
    case .skew: try parseSkewed(source: source, into: &builder)
    case .substack: try parseSubstack(source: source, into: &builder)
    default: break
    }
  }

  // What follows stays out of `parseStack`, whose stack frame counts once for each level of nesting.

  @inline(never)
  private mutating func parseStack(
    _ form: StackForm, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    var over: MathList?
    var under: MathList?
    if form == .relation { under = try parseOptionalArgument() }
    switch form {
    case .overset, .relation, .binary:
      over = try parseArgument(of: source)
    case .underset:
      under = try parseArgument(of: source)
    case .overUnder:
      over = try parseArgument(of: source)
      under = try parseArgument(of: source)
    case .underOver:
      under = try parseArgument(of: source)
      over = try parseArgument(of: source)
    }
    let atomClass: AtomClass? = form == .relation ? .relation : form == .binary ? .binary : nil
    let base = try parseArgument(of: source)
    builder.atoms.append(stack(base, over: over, under: under, atomClass, source: source))
  }

  @inline(never)
  private mutating func parseBuiltRelation(
    source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    let over = try parsePart(.buildrel)
    guard case .infixFraction? = meaning else {
      report(.syntax, at: source, "This \\buildrel has no \\over; write \\buildrel x \\over =.")
      builder.atoms.append(contentsOf: over)
      return
    }
    try advance()
    let base = try parseArgument(of: source)
    builder.atoms.append(stack(base, over: over, under: nil, .relation, source: source))
  }

  @inline(never)
  private mutating func parseArrow(
    _ scalar: UInt32, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    let under = try parseOptionalArgument()
    let over = try parseArgument(of: source)
    append(scalar, over: over, under: under, source: source, to: &builder.atoms)
  }

  @inline(never)
  private func append(
    _ arrow: UInt32, over: MathList, under: MathList?, source: SourceSpan, to atoms: inout MathList
  ) {
    let arrow = Atom(.extensible(arrow), .relation, source: source)
    atoms.append(
      stack(
        [arrow], over: over.isEmpty ? nil : padded(over, source: source),
        under: under.map { padded($0, source: source) }, .relation, source: source))
  }

  @inline(never)
  private mutating func parseMultiscripts(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    let first = try parseArgument(of: source)
    let second = try parseArgument(of: source)
    var scripts = Multiscripts(base: try parseArgument(of: source))
    var isOperator = false
    if case .sideset = meaning { isOperator = true }
    if isOperator {
      if !first.isOnlyScripts || !second.isOnlyScripts {
        report(
          .syntax, at: source,
          "The first two arguments of \\sideset hold only scripts, as in \\sideset{_a^b}{_c^d}\\sum.")
      }
      scripts.leftSubscript = first.first?.subscripted
      scripts.leftSuperscript = first.first?.superscripted
      scripts.rightSubscript = second.first?.subscripted
      scripts.rightSuperscript = second.first?.superscripted
    } else {
      scripts.leftSuperscript = first
      scripts.leftSubscript = second
    }
    scripts.dropEmpty()
    let nucleus: Nucleus = scripts.isEmpty ? .group(scripts.base) : .multiscripts(scripts)
    var atom = Atom(nucleus, isOperator ? .function : .ordinary, source: source)
    atom.limits = isOperator ? .whenDisplay : .never
    builder.atoms.append(atom)
  }

  /// Reads an accent, perhaps in braces, and what it stands on.
  @inline(never)
  private mutating func parseSkewed(
    source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    let known = issues.count
    _ = try parseRawArgument(of: source)
    guard issues.count == known else {
      builder.atoms.append(Atom(.malformed, source: source))
      return
    }
    try skipSpaces()
    let isBraced = token.kind == .beginGroup
    if isBraced {
      try advance()
      try skipSpaces()
    }
    guard case .accent(let accent)? = meaning else {
      report(.syntax, at: source, "\\skew needs an accent as its second argument, as in \\skew3\\hat A.")
      builder.atoms.append(Atom(.malformed, source: source))
      return
    }
    try advance()
    if isBraced {
      try skipSpaces()
      if token.kind == .endGroup { try advance() }
    }
    let base = try parseArgument(of: source)
    builder.atoms.append(Atom(.accent(accent, base), source: source))
  }

  @inline(never)
  private mutating func parseSubstack(
    source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    try skipSpaces()
    guard token.kind == .beginGroup else {
      builder.atoms.append(contentsOf: missingArgument(of: source))
      return
    }
    let opening = token.source
    try enter()
    try advance()
    var table = Table(layout: .small)
    openGroups += 1
    try parseRows(of: &table)
    openGroups -= 1
    leave()
    if token.kind == .endGroup { try advance() } else { reportUnclosedGroup(opening) }
    builder.atoms.append(Atom(.table(table), source: source))
  }

  /// Something above or below a base; its class is that of the base unless it is given.
  @inline(never)
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

extension MathList {
  /// Whether it is nothing but the scripts of an empty base.
  fileprivate var isOnlyScripts: Bool {
    guard let first else { return true }
    guard count == 1, case .group(let base) = first.nucleus else { return false }
    return base.isEmpty
  }
}

extension Multiscripts {
  /// Takes scripts without content for none.
  fileprivate mutating func dropEmpty() {
    if leftSubscript?.isEmpty == true { leftSubscript = nil }
    if leftSuperscript?.isEmpty == true { leftSuperscript = nil }
    if rightSubscript?.isEmpty == true { rightSubscript = nil }
    if rightSuperscript?.isEmpty == true { rightSuperscript = nil }
  }

  fileprivate var isEmpty: Bool {
    leftSubscript == nil && leftSuperscript == nil && rightSubscript == nil && rightSuperscript == nil
  }
}
