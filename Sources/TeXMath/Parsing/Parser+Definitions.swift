/// What a formula defines, to the end of the group it stands in.
extension Parser {
  /// `\newcommand`, `\def`, `\let` and their relatives. The token in hand was read as it stands.
  @inline(never)
  mutating func parseDefinition(_ form: DefinitionForm, source: SourceSpan) throws(LimitExceeded) {
    try parseDefinition(form, isGlobal: false, source: source)
    // The token in hand may be what was defined.
    expander.isExpanding = true
    expander.unread(token)
    try advance()
  }

  private mutating func parseDefinition(
    _ form: DefinitionForm, isGlobal: Bool, source: SourceSpan
  ) throws(LimitExceeded) {
    switch form {
    case .command(let novelty):
      try parseCommandDefinition(novelty, isGlobal: isGlobal, source: source)
    case .macro(let isAlwaysGlobal, let isExpanded):
      try parseMacroDefinition(isGlobal: isGlobal || isAlwaysGlobal, isExpanded: isExpanded, source: source)
    case .alias:
      try parseAlias(isGlobal: isGlobal, source: source)
    case .operatorName:
      try parseOperatorDefinition(isGlobal: isGlobal, source: source)
    case .pairedDelimiter:
      try parsePairedDelimiter(isGlobal: isGlobal, source: source)
    case .prefix(var isGlobal):
      var source = source
      while true {
        try skipSpaces()
        guard case .definition(let form)? = meaning else {
          report(.syntax, at: source, "This stands only before a definition, as in \\global\\def.")
          return
        }
        source = token.source
        try advance()
        guard case .prefix(let isAlsoGlobal) = form else {
          return try parseDefinition(form, isGlobal: isGlobal, source: source)
        }
        isGlobal = isGlobal || isAlsoGlobal
      }
    }
  }

  // MARK: LaTeX

  private mutating func parseCommandDefinition(
    _ novelty: DefinitionForm.Novelty, isGlobal: Bool, source: SourceSpan
  ) throws(LimitExceeded) {
    if isCharacter("*") { try advance() }
    let name = try parseDefinedName()
    var count = 0
    if let number = try parseOptionalRawArgument() {
      count = number.count == 1 && number[0].isDigit ? Int(number[0] - 0x30) : Int.max
    }
    let standard = try parseDefaultArgument()
    let body = try parseTokens(of: source)
    guard let name else { return reportInvalidName(at: source) }
    guard (standard == nil ? 0 : 1)...9 ~= count else {
      report(
        .syntax, at: source,
        "The number of arguments in [ ] must be a digit, at least 1 if a default follows it.")
      return expander.define(name, as: .faulty, isGlobal: isGlobal)
    }
    guard isAllowed(name, novelty, at: source) else { return }
    do {
      let macro = Macro(
        pattern: Macro.pattern(parameterCount: count), defaultArgument: standard,
        body: try Macro.body(body, parameterCount: count))
      expander.define(name, as: .macro(macro), isGlobal: isGlobal)
    } catch {
      report(
        .syntax, at: source,
        "The body uses a parameter that this definition does not have; raise the number in [ ], or write ##"
          + " if it belongs to a definition inside the body.")
      expander.define(name, as: .faulty, isGlobal: isGlobal)
    }
  }

  private mutating func parseOperatorDefinition(
    isGlobal: Bool, source: SourceSpan
  ) throws(LimitExceeded) {
    let isStarred = isCharacter("*")
    if isStarred { try advance() }
    let name = try parseDefinedName()
    let text = try parseTokens(of: source)
    guard let name else { return reportInvalidName(at: source) }
    guard isAllowed(name, .new, at: source) else { return }
    guard takesNoArguments(text, at: source) else {
      return expander.define(name, as: .faulty, isGlobal: isGlobal)
    }
    let start = expander.tokens(of: Array((isStarred ? "\\operatorname*{" : "\\operatorname{").utf8))
    let body = start + text + expander.tokens(of: [UInt8(ascii: "}")])
    expander.define(name, as: .macro(Macro(pattern: [], body: body)), isGlobal: isGlobal)
  }

  /// `\name{x}` has the delimiters as they are, `\name*{x}` as high as what stands between them, and
  /// `\name[\big]{x}` in a size of its own.
  private mutating func parsePairedDelimiter(
    isGlobal: Bool, source: SourceSpan
  ) throws(LimitExceeded) {
    let name = try parseDefinedName()
    let opening = try parseTokens(of: source)
    let closing = try parseTokens(of: source)
    guard let name else { return reportInvalidName(at: source) }
    guard isAllowed(name, .new, at: source) else { return }
    guard takesNoArguments(opening + closing, at: source) else {
      return expander.define(name, as: .faulty, isGlobal: isGlobal)
    }
    var sized = expander.tokens(of: Array("\\mathopen{#1".utf8)) + opening
    sized += expander.tokens(of: Array("}#2\\mathclose{#1".utf8)) + closing
    sized += expander.tokens(of: [UInt8(ascii: "}")])
    var grown = expander.tokens(of: Array("\\left".utf8)) + opening
    grown += expander.tokens(of: Array("#2\\right".utf8)) + closing
    let macro = Macro(
      pattern: Macro.pattern(parameterCount: 2), defaultArgument: [], body: sized, starredBody: grown)
    expander.define(name, as: .macro(macro), isGlobal: isGlobal)
  }

  private mutating func takesNoArguments(_ body: [Token], at source: SourceSpan) -> Bool {
    let takesNone = body.allSatisfy { $0.kind != .parameter }
    if !takesNone {
      report(.syntax, at: source, "What this defines takes no arguments, so #1 means nothing here.")
    }
    return takesNone
  }

  // MARK: Names

  /// Whether a definition takes effect: `\providecommand` leaves a known command as it is. What else LaTeX does
  /// not allow is reported but followed, so that the rest reads as it was meant.
  private mutating func isAllowed(
    _ name: Token, _ novelty: DefinitionForm.Novelty, at source: SourceSpan
  ) -> Bool {
    var shown: [UInt8] = []
    expander.appendText(of: name, to: &shown)
    var isKnown: Bool
    switch expander.meaning(of: name) {
    case .macro?, .alias?: isKnown = true
    case .faulty?: isKnown = novelty == .known
    case nil:
      switch commands.meaning(of: name.command) {
      case nil: isKnown = false
      // Whoever has no such command may need a new one, or change that of another converter.
      case .unavailable?, .forbidden?: isKnown = novelty == .known
      default: isKnown = novelty != .new || !Self.isShorthand(shown)
      }
    }
    switch novelty {
    case .any: break
    case .newOnly: return !isKnown
    case .new:
      guard isKnown else { break }
      report(
        .syntax, at: source, "The command " + String(decoding: shown, as: UTF8.self) + " exists already.",
        suggestion: Array("\\renewcommand".utf8))
    case .known:
      guard !isKnown else { break }
      report(
        .syntax, at: source,
        "There is no command " + String(decoding: shown, as: UTF8.self) + " to change yet.",
        suggestion: Array("\\newcommand".utf8))
    }
    return true
  }

  /// Whether a built-in name is one that LaTeX leaves to authors, who usually define it themselves.
  private static func isShorthand(_ name: [UInt8]) -> Bool {
    shorthands.index(of: name, 1..<name.count) != nil
  }

  private static let shorthands: NameTable<Void> = {
    var table = NameTable<Void>()
    forEachWord(of: "C N Q R Z reals Reals natnums cnums Complex") { table.insert($0, ()) }
    return table
  }()

  mutating func reportInvalidName(at source: SourceSpan) {
    report(
      .syntax, at: source,
      "What this defines must be a backslash with letters or with one sign, such as \\name.")
  }
}
