/// The definitions of plain TeX.
extension Parser {
  mutating func parseMacroDefinition(
    isGlobal: Bool, isExpanded: Bool, source: SourceSpan
  ) throws(LimitExceeded) {
    let isBraced = token.kind == .beginGroup
    let name = try parseDefinedName()
    let (pattern, fault) = try parsePattern()
    guard token.kind == .beginGroup else {
      report(.syntax, at: source, "This definition has no body; give it in braces.")
      if let name { expander.define(name, as: .faulty, isGlobal: isGlobal) }
      return
    }
    let tokens = try parseTokens(of: source, isExpanded: isExpanded)
    guard let name else { return reportInvalidName(at: source) }
    if isBraced {
      report(
        .syntax, at: source, "The command that this defines stands without braces, as in \\def\\name{…}.")
    }
    if let fault {
      report(.syntax, at: source, fault)
      return expander.define(name, as: .faulty, isGlobal: isGlobal)
    }
    do {
      var body = try Macro.body(tokens, parameterCount: pattern.count { $0.kind == .parameter })
      if let last = pattern.last, last.kind == .beginGroup { body.append(last) }
      expander.define(name, as: .macro(Macro(pattern: pattern, body: body)), isGlobal: isGlobal)
    } catch {
      report(
        .syntax, at: source,
        "The body uses a parameter that does not stand before it; put it there, or write ## if it belongs to a"
          + " definition inside the body.")
      expander.define(name, as: .faulty, isGlobal: isGlobal)
    }
  }

  /// Reads what stands between the name and the body; says what is wrong with it.
  private mutating func parsePattern() throws(LimitExceeded) -> (pattern: [Token], fault: String?) {
    var tokens: [Token] = []
    while token.kind != .beginGroup, token.kind != .endGroup, token.kind != .end {
      tokens.append(token)
      try advance()
    }
    var pattern: [Token] = []
    var count: UInt32 = 0
    var index = 0
    while index < tokens.count {
      var part = tokens[index]
      index += 1
      if let number = Macro.number(of: part, index < tokens.count ? tokens[index] : nil) {
        if part.kind != .parameter { index += 1 }
        count += 1
        guard number == count else {
          return (pattern, "The parameters of a definition are numbered in order, #1, #2 and so on.")
        }
        part.kind = .parameter
        part.scalar = number
      } else if part.isCharacter("#") {
        guard index == tokens.count, token.kind == .beginGroup else {
          return (pattern, "Behind # stands the number of a parameter, from 1 to 9.")
        }
        // A brace that ends the last argument, without being part of it.
        part = token
      }
      pattern.append(part)
    }
    return (pattern, nil)
  }

  mutating func parseAlias(isGlobal: Bool, source: SourceSpan) throws(LimitExceeded) {
    let isBraced = token.kind == .beginGroup
    guard !isBraced, let name = try parseDefinedName() else { return reportInvalidName(at: source) }
    try skipSpaces()
    if isCharacter("=") {
      try advance()
      try skipSpaces()
    }
    let target = token
    switch target.kind {
    case .end, .endGroup, .alignment:
      return reportMissingArgument(of: source)
    case .command:
      if let known = expander.meaning(of: target) {
        expander.define(name, as: known, isGlobal: isGlobal)
      } else if meaning == nil {
        reportUnknownCommand()
        expander.define(name, as: .faulty, isGlobal: isGlobal)
      } else {
        expander.define(name, as: .alias(target), isGlobal: isGlobal)
      }
    case .space, .beginGroup, .superscript, .subscript, .character, .parameter:
      expander.define(name, as: .alias(target), isGlobal: isGlobal)
    }
    try advance()
  }
}
