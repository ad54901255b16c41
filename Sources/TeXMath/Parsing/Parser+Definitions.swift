extension Parser {
  /// `\newcommand`, `\def`, `\DeclareMathOperator` and their relatives, which hold to the end of the formula.
  mutating func parseDefinition(_ meaning: CommandMeaning, source: SourceSpan) throws(LimitExceeded) {
    if isCharacter("*") { try advance() }
    let name = try parseDefinedName(of: source)
    var count = 0
    if let number = try parseOptionalRawArgument() {
      count = number.count == 1 && number[0].isDigit ? Int(number[0] - 0x30) : Int.max
    }
    let defaultArgument = count > 0 ? try parseOptionalRawArgument() : nil
    while token.kind == .parameter {
      count = max(count, Int(token.scalar))
      try advance()
    }
    var body = try parseRawArgument(of: source)
    if case .defineOperator = meaning { body = Array("\\operatorname{".utf8) + body + [UInt8(ascii: "}")] }
    expander.isExpanding = true
    if name.count < 2 || name[0] != UInt8(ascii: "\\") {
      report(.syntax, at: source, Self.message(for: .invalidName))
    } else if mayDefine(name, by: source) {
      do {
        try expander.define(
          name: name, parameterCount: count, defaultArgument: defaultArgument, body: body)
      } catch {
        report(.syntax, at: source, Self.message(for: error))
      }
    }
    // The token in hand was read as it stands; it may be the macro itself.
    if token.kind != .end {
      expander.unread(token)
      try advance()
    }
  }

  /// Reads the command that is defined, with its backslash; it may stand in braces.
  private mutating func parseDefinedName(of source: SourceSpan) throws(LimitExceeded) -> [UInt8] {
    try skipSpaces()
    var name: [UInt8] = []
    if token.kind == .beginGroup {
      name = try parseRawArgument(of: source)
    } else if token.kind == .command {
      expander.appendText(of: token, to: &name)
      try advance()
    }
    while name.last?.isWhiteSpace == true { name.removeLast() }
    return name
  }

  /// Whether a definition takes effect: `\providecommand` leaves a known command as it is. `\newcommand` of a
  /// known one is reported but followed, so that the rest reads as it was meant.
  private mutating func mayDefine(_ name: [UInt8], by source: SourceSpan) -> Bool {
    let range = 1..<name.count
    let isKnown =
      expander.macros.macro(named: name, range) != nil
      || commands.meaning(of: commands.identifier(of: name, range)) != nil
    guard isKnown else { return true }
    let definer = expander.source[source.range]
    if definer.elementsEqual("\\providecommand".utf8) { return false }
    if definer.elementsEqual("\\newcommand".utf8), !isShorthand(name, range) {
      report(
        .syntax, at: source, "The command " + String(decoding: name, as: UTF8.self) + " exists already.",
        suggestion: Array("\\renewcommand".utf8))
    }
    return true
  }

  /// Whether a built-in name is one that LaTeX leaves to authors, who usually define it themselves.
  private func isShorthand(_ name: [UInt8], _ range: Range<Int>) -> Bool {
    guard expander.macros.macro(named: name, range) == nil else { return false }
    switch String(decoding: name[range], as: UTF8.self) {
    case "C", "N", "Q", "R", "Z", "reals", "Reals", "natnums", "cnums", "Complex": return true
    default: return false
    }
  }

  private static func message(for error: MacroDefinitionError) -> String {
    switch error {
    case .invalidName:
      "What this defines must be a backslash with letters or with one sign, such as \\name."
    case .invalidParameterCount:
      "The number of arguments in [ ] must be a digit, at least 1 if a default follows it."
    case .unknownParameter:
      "The body uses a parameter that this definition does not have; raise the number in [ ]."
    }
  }
}
