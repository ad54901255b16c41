/// The parts of definitions, which are read as they stand.
extension Parser {
  /// Reads the command that is defined, which may stand in braces; `nil` if there is none.
  mutating func parseDefinedName() throws(LimitExceeded) -> Token? {
    try skipSpaces()
    let isBraced = token.kind == .beginGroup
    if isBraced {
      try advance()
      try skipSpaces()
    }
    var name: Token?
    if token.kind == .command, token.text.end - token.text.start > 1 {
      name = token
      try advance()
    }
    guard isBraced else { return name }
    try skipSpaces()
    while token.kind != .endGroup {
      if token.kind == .end { return nil }
      name = nil
      try advance()
    }
    try advance()
    return name
  }

  /// Reads `[ … ]` as tokens if there is one.
  mutating func parseDefaultArgument() throws(LimitExceeded) -> [Token]? {
    try skipSpaces()
    guard isCharacter("[") else { return nil }
    let opening = token.source
    try advance()
    var tokens: [Token] = []
    var depth = 0
    while depth > 0 || !isCharacter("]") {
      if token.kind == .beginGroup { depth += 1 }
      if token.kind == .endGroup { depth -= 1 }
      if token.kind == .end || depth < 0 {
        report(.syntax, at: opening, "This [ is never closed; a ] is missing.")
        return tokens
      }
      tokens.append(token)
      try advance()
    }
    try advance()
    return tokens
  }

  /// Reads `{ … }` as tokens, with macros replaced or as they are; what is not braced is one token.
  mutating func parseTokens(
    of command: SourceSpan, isExpanded: Bool = false
  ) throws(LimitExceeded) -> [Token] {
    try skipSpaces()
    guard token.kind == .beginGroup else {
      if token.kind == .end || token.kind == .endGroup || token.kind == .alignment {
        reportMissingArgument(of: command)
        return []
      }
      let only = token
      try advance()
      return [only]
    }
    expander.isExpanding = isExpanded
    try advance()
    var tokens: [Token] = []
    var depth = 1
    while true {
      if token.kind == .beginGroup { depth += 1 }
      if token.kind == .endGroup { depth -= 1 }
      if token.kind == .end {
        report(.syntax, at: command, "The braces behind this command are never closed; a } is missing.")
        return tokens
      }
      if depth == 0 { break }
      tokens.append(token)
      try advance()
    }
    expander.isExpanding = false
    try advance()
    return tokens
  }
}
