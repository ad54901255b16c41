extension Parser {
  /// Fractions and roots, and what grows or changes with its surroundings.
  @inline(never)
  mutating func parseConstruction(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .fraction(let displayStyle):
      if isCharacter("[") { _ = try parseOptionalRawArgument() }
      try parseFraction(Fraction(displayStyle: displayStyle), source: source, into: &builder)
    case .binomial(let displayStyle):
      try parseFraction(
        Fraction(hasBar: false, displayStyle: displayStyle, open: 0x28, close: 0x29), source: source,
        into: &builder)
    case .generalizedFraction:
      var scriptLevel: UInt8 = 0
      let template = try parseFractionTemplate(source: source, scriptLevel: &scriptLevel)
      try parseFraction(template, scriptLevel: scriptLevel, source: source, into: &builder)
    case .infixFraction(let form):
      try parseInfixFraction(form, source: source, into: &builder)
    case .radical:
      try parseRadical(source: source, into: &builder)
    case .root, .of:
      try parseRoot(meaning, source: source, into: &builder)
    case .choice, .dropped:
      try parseChoice(meaning, source: source, into: &builder)
    default:
      break
    }
  }

  // What follows stays out of `parseConstruction`, whose stack frame counts once for each level of nesting.

  /// Reads numerator and denominator of a fraction whose look is known.
  @inline(never)
  private mutating func parseFraction(
    _ template: Fraction, scriptLevel: UInt8 = 0, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    var fraction = template
    fraction.numerator = try parseArgument(of: source)
    fraction.denominator = try parseArgument(of: source)
    builder.atoms.append(Self.atom(of: fraction, scriptLevel: scriptLevel, source: source))
  }

  @inline(never)
  private static func atom(of fraction: Fraction, scriptLevel: UInt8, source: SourceSpan) -> Atom {
    let atom = Atom(.fraction(fraction), source: source)
    guard scriptLevel > 0 else { return atom }
    return Atom(.styled(Style(displayStyle: false, scriptLevel: scriptLevel), [atom]), source: source)
  }

  @inline(never)
  private mutating func parseRadical(
    source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    let degree = try parseOptionalArgument() ?? []
    Self.append(try parseArgument(of: source), degree: degree, source: source, to: &builder.atoms)
  }

  @inline(never)
  private static func append(
    _ radicand: MathList, degree: MathList, source: SourceSpan, to atoms: inout MathList
  ) {
    atoms.append(Atom(.radical(radicand, degree: degree), source: source))
  }

  @inline(never)
  private mutating func parseRoot(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    guard case .root = meaning else {
      report(.syntax, at: source, "There is no \\root for this \\of; write \\root n \\of x.")
      return
    }
    let degree = try parsePart(.degree)
    guard case .of? = self.meaning else {
      report(.syntax, at: source, "This \\root has no \\of; write \\root n \\of x, or \\sqrt[n]{x}.")
      builder.atoms.append(contentsOf: degree)
      return
    }
    try advance()
    Self.append(try parseArgument(of: source), degree: degree, source: source, to: &builder.atoms)
  }

  @inline(never)
  private mutating func parseChoice(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    if case .dropped(let arguments) = meaning {
      for _ in 0..<arguments { _ = try parseRawArgument(of: source) }
      return
    }
    var choices: [MathList] = []
    for _ in 0..<4 { choices.append(try parseArgument(of: source)) }
    builder.atoms.append(Atom(.choice(choices), source: source))
  }

  /// Reads a list up to what ends it in a context of its own, such as the degree of `\root`.
  mutating func parsePart(_ context: ListContext) throws(LimitExceeded) -> MathList {
    try enter()
    defer { leave() }
    return try parseList(context)
  }

  @inline(never)
  private mutating func parseInfixFraction(
    _ form: InfixFraction, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    var template = Fraction(hasBar: form.hasBar, open: form.open, close: form.close)
    if form.readsDelimiters {
      template.open = try parseDelimiter(of: source)
      template.close = try parseDelimiter(of: source)
    }
    if form.readsThickness { template.setThickness(try parseLength(of: source)) }
    if !builder.beginDenominator(of: template, at: source) {
      report(.syntax, at: source, "Two fractions in one group; put braces around the inner one.")
    }
  }

  /// Reads what `\genfrac` says of a fraction: its delimiters, its thickness, its style.
  @inline(never)
  private mutating func parseFractionTemplate(
    source: SourceSpan, scriptLevel: inout UInt8
  ) throws(LimitExceeded) -> Fraction {
    var fraction = Fraction()
    fraction.open = try parseFractionDelimiter(of: source)
    fraction.close = try parseFractionDelimiter(of: source)
    let (thickness, thicknessPlace) = try parsePlacedArgument(of: source)
    if let length = Length.thousandthsOfEm(thickness) {
      fraction.setThickness(length)
    } else if thickness.contains(where: { !$0.isWhiteSpace }) {
      report(.syntax, at: thicknessPlace, "Here stands how thick the bar is, as in 0pt, or nothing.")
    }
    let (style, stylePlace) = try parsePlacedArgument(of: source)
    switch style.first(where: { !$0.isWhiteSpace }) {
    case UInt8(ascii: "0")?: fraction.displayStyle = true
    case UInt8(ascii: "1")?: fraction.displayStyle = false
    case UInt8(ascii: "2")?: scriptLevel = 1
    case UInt8(ascii: "3")?: scriptLevel = 2
    case nil: break
    default:
      report(
        .syntax, at: stylePlace,
        "Here stands the style: 0 for display, 1 for text, 2 and 3 for scripts, or nothing.")
    }
    return fraction
  }

  private mutating func parseFractionDelimiter(of source: SourceSpan) throws(LimitExceeded) -> UInt32 {
    let (name, place) = try parsePlacedArgument(of: source)
    let delimiter = delimiter(in: name)
    if delimiter == 0, name.contains(where: { !$0.isWhiteSpace && $0 != UInt8(ascii: ".") }) {
      report(.syntax, at: place, "Here stands a delimiter such as ( or \\langle, or nothing.")
    }
    return delimiter
  }

  /// The delimiter an argument consists of; 0 if it is empty or something else.
  private mutating func delimiter(in argument: [UInt8]) -> UInt32 {
    var name = argument[...]
    while name.last?.isWhiteSpace == true { name.removeLast() }
    while name.first?.isWhiteSpace == true { name.removeFirst() }
    if name.first == UInt8(ascii: "\\"), name.count > 1 {
      let identifier = commands.identifier(of: argument, name.startIndex + 1..<name.endIndex)
      guard case .symbol(let symbol)? = commands.meaning(of: identifier) else { return 0 }
      return Delimiter.scalar(for: symbol.scalar) ?? 0
    }
    guard let first = name.indices.first else { return 0 }
    return Delimiter.scalar(for: UTF8Decoder.scalar(in: argument, at: first).scalar) ?? 0
  }
}

extension Fraction {
  /// Gives the bar a thickness; none at all takes the bar away.
  fileprivate mutating func setThickness(_ length: Int32) {
    hasBar = length != 0
    thickness = length == 0 ? nil : length
  }
}
