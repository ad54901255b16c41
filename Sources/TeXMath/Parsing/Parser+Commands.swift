extension Parser {
  /// Reads a command with its arguments.
  mutating func parseCommand(into builder: inout ListBuilder, isArgument: Bool) throws(LimitExceeded) {
    let command = token
    let source = command.source
    guard let meaning else {
      try skipUnknownCommand(into: &builder)
      return
    }
    // Names and bodies of definitions are read as they stand.
    expander.isExpanding = !meaning.isDefinition
    try advance()
    switch meaning {
    case .symbol(let symbol):
      Self.append(symbol, in: alphabet, source: source, to: &builder.atoms)
    case .space, .function, .symbolicName, .markedLimit, .manifoldIntegral, .smallIntegral, .dots,
      .wideRelation, .measuredSpace, .alphabetSwitch, .ignored:
      try parseSign(meaning, command, into: &builder)
    case .alphabet, .emboldened, .accent:
      try parseLetterStyle(meaning, source: source, into: &builder)
    case .text, .textAccent, .textScript, .verbatim, .characterCode, .circled, .logo:
      try parseText(meaning, source: source, into: &builder)
    case .fraction, .binomial, .generalizedFraction, .infixFraction, .radical, .root, .of, .choice, .dropped:
      try parseConstruction(meaning, source: source, into: &builder)
    case .stacked, .buildrel, .extensibleArrow, .sideset, .prescript, .skew, .substack:
      try parseStack(meaning, source: source, into: &builder)
    case .left, .middle, .right, .sizedDelimiter, .enclosed, .ketbra:
      try parseDelimited(meaning, source: source, into: &builder)
    case .operatorName, .classed, .limits, .negation, .modulo:
      try parseClassed(meaning, source: source, into: &builder)
    case .colored, .colorSwitch, .defineColor, .styleSwitch:
      try parseStyled(meaning, source: source, into: &builder)
    case .decoration, .strut, .cancelTo, .enclose, .textBox, .colorBox, .styledBox, .raised, .rule:
      try parseBox(meaning, source: source, into: &builder)
    case .beginEnvironment:
      try parseEnvironment(from: source, into: &builder)
    case .plainTable(let table):
      try parsePlainTable(table, source: source, into: &builder)
    case .label, .tag, .reference, .noNumber, .definition:
      try parseStatement(meaning, source: source, into: &builder)
    case .endEnvironment, .rowBreak, .horizontalRule, .partialRule, .multicolumn, .dottedCells,
      .textBetweenRows, .mathShift, .unavailable,
      .forbidden:
      try refuse(meaning, command, into: &builder)
    }
  }

  // What follows stays out of `parseCommand`, whose stack frame counts once for each level of nesting. Here and in the
  // parser's other methods that are not inlined, `mutating` also keeps a call from copying the whole parser.

  @inline(never)
  private static func append(
    _ symbol: Symbol, in alphabet: Alphabet, source: SourceSpan, to atoms: inout MathList
  ) {
    atoms.append(symbol.atom(in: alphabet, source: source))
  }

  /// Commands that take no formula as an argument.
  @inline(never)
  private mutating func parseSign(
    _ meaning: CommandMeaning, _ command: Token, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    let source = command.source
    switch meaning {
    case .space(let width):
      builder.atoms.append(Atom(.space(width), source: source))
    case .function(let name, let limits):
      let shown: TextSpan
      if let name {
        shown = span(of: name)
      } else {
        shown = span(of: Array(commands.name(of: command.command)))
      }
      var atom = Atom(.function(shown), .function, source: source)
      atom.limits = limits
      builder.atoms.append(atom)
    case .symbolicName(let name, let atomClass):
      builder.atoms.append(Atom(.function(span(of: name)), atomClass, source: source))
    case .markedLimit(let accent):
      let name = Atom(.function(span(of: "lim")), .function, source: source)
      var atom = Atom(.accent(accent, [name]), .function, source: source)
      atom.limits = .whenDisplay
      builder.atoms.append(atom)
    case .manifoldIntegral:
      let integral = Atom(.symbol(0x222B), .function, source: source)
      let dots = Atom(.identifier(0x22EF, .normal), .inner, source: source)
      builder.atoms.append(contentsOf: [integral, dots, integral])
    case .smallIntegral:
      let integral = Atom(.symbol(0x222B), .function, source: source)
      builder.atoms.append(Atom(.styled(Style(displayStyle: false), [integral]), .function, source: source))
    case .dots:
      try skipSpaces()
      builder.atoms.append(
        Atom(.identifier(isBeforeOperator() ? 0x22EF : 0x2026, .normal), .inner, source: source))
    case .wideRelation(let scalar):
      let space = Atom(.space(SpacingCommands.thick), source: source)
      builder.atoms.append(space)
      builder.atoms.append(Atom(.symbol(scalar), .relation, source: source))
      builder.atoms.append(space)
    case .measuredSpace:
      builder.atoms.append(Atom(.space(try parseLength(of: source)), source: source))
    case .alphabetSwitch(let new):
      alphabet = new.nested(in: alphabet)
    default:
      break
    }
  }

  /// Commands that say something of the formula or define others.
  @inline(never)
  private mutating func parseStatement(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    if case .definition(let form) = meaning {
      try parseDefinition(form, source: source)
    } else {
      try parseNumbering(meaning, source: source, into: &builder)
    }
  }

  /// Alphabets and accents.
  @inline(never)
  private mutating func parseLetterStyle(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .alphabet(let new):
      try parseAlphabet(new.nested(in: alphabet), source: source, into: &builder)
    case .emboldened:
      // As in a formula of its own, whatever the alphabet around.
      try parseAlphabet(.boldItalic, source: source, into: &builder)
    case .accent(let accent):
      // mathtools gives a bracket's thickness and height.
      while accent.takesLabels, isCharacter("[") { _ = try parseOptionalRawArgument() }
      let base = try parseArgument(of: source)
      var atom = Atom(.accent(accent, base), source: source.joined(to: token.source))
      if accent.takesLabels { atom.limits = .always }
      builder.atoms.append(atom)
    default:
      break
    }
  }

  /// Commands that have no business where they stand.
  @inline(never)
  mutating func refuse(
    _ meaning: CommandMeaning, _ command: Token, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    let source = command.source
    var end = source
    switch meaning {
    case .endEnvironment:
      guard try parseEnvironmentName(of: source, end: &end) != nil else { break }
      if Recovery.take(&recovery.lostEnvironments) { return }
      report(.syntax, at: source.joined(to: end), "This \\end closes nothing; its \\begin is missing.")
    case .rowBreak:
      let message =
        openFences > 0
        ? "A row cannot end between \\left and \\right; end the fence before it with \\right. and begin another"
          + " behind it with \\left."
        : "A line break stands only between the rows of a table or of the formula."
      report(.syntax, at: source, message)
      return
    case .horizontalRule:
      report(.syntax, at: source, "A rule stands only at the start of a table's row.")
      return
    case .partialRule:
      _ = try parseRawArgument(of: source, end: &end)
      report(.syntax, at: source, "A rule stands only at the start of a table's row.")
    case .dottedCells:
      _ = try parseOptionalRawArgument()
      _ = try parseRawArgument(of: source, end: &end)
      report(.syntax, at: source, "\\hdotsfor stands only at the start of a table's cell.")
    case .multicolumn:
      for _ in 0..<3 { _ = try parseRawArgument(of: source, end: &end) }
      report(.syntax, at: source, "\\multicolumn stands only at the start of a table's cell.")
    case .textBetweenRows:
      _ = try parseRawArgument(of: source, end: &end)
      report(.syntax, at: source, "Text between rows stands only behind the \\\\ that ends a row.")
    case .mathShift(let closes):
      reportShift(command, closes: closes)
      return
    case .unavailable(let reason, let arguments):
      try skipArguments(arguments, end: &end)
      report(
        .unknownCommand, at: source,
        "The command " + name(of: command) + " is not available: " + reason.description + ".")
    case .forbidden(let arguments):
      try skipArguments(arguments, end: &end)
      report(
        .forbidden, at: source.joined(to: end),
        "The command " + name(of: command) + " is not allowed in a formula; remove it.")
    default:
      return
    }
    builder.atoms.append(Atom(.malformed, source: source.joined(to: end)))
  }

  /// Skips the arguments, in brackets and braces, of a command that is not carried out.
  private mutating func skipArguments(_ count: UInt8, end: inout SourceSpan) throws(LimitExceeded) {
    for _ in 0..<count {
      while isCharacter("[") { _ = try parseOptionalRawArgument(end: &end) }
      if token.kind == .beginGroup { _ = try parseRawArgument(of: end, end: &end) }
    }
  }

  /// Whether dots in front of the token in hand sit high: before an operator, not before a comma.
  private mutating func isBeforeOperator() -> Bool {
    switch token.kind {
    case .character:
      switch Unicode.Scalar(token.scalar) {
      case "+", "-", "*", "=", "<", ">": return true
      default: return false
      }
    case .command:
      switch meaning {
      case .symbol(let symbol)?:
        return symbol.atomClass == .binary || symbol.atomClass == .relation || symbol.atomClass == .function
      case .classed(let atomClass)?: return atomClass == .binary || atomClass == .relation
      case .negation?, .wideRelation?, .extensibleArrow?, .buildrel?, .manifoldIntegral?, .symbolicName?,
        .stacked(.relation)?, .stacked(.binary)?:
        return true
      default: return false
      }
    case .end, .space, .beginGroup, .endGroup, .superscript, .subscript, .alignment, .parameter:
      return false
    }
  }

  private mutating func parseAlphabet(
    _ new: Alphabet, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    let outer = alphabet
    alphabet = new
    let list = try parseArgument(of: source)
    alphabet = outer
    builder.atoms.append(grouped(list, source: source))
  }
}
