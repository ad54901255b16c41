/// Commands and environments that nobody knows.
extension Parser {
  /// Suggestions cost a search through all names, so a formula full of faults gets only a few.
  private static let suggestionsPerFormula = 8

  /// Reads an unknown command with its scripts.
  @inline(never)
  mutating func parseUnknownCommand(into builder: inout ListBuilder) throws(LimitExceeded) {
    let count = builder.atoms.count
    try skipUnknownCommand(into: &builder)
    if builder.atoms.count > count { try parseScripts(of: &builder.atoms) }
  }

  /// Reports the unknown command in hand and skips it, unless it must be a slip for one that opens or closes
  /// something; then that takes its place, for everything up to its partner depends on it.
  @inline(never)
  mutating func skipUnknownCommand(into builder: inout ListBuilder) throws(LimitExceeded) {
    let source = token.source
    if let correction = reportUnknownCommand() {
      let identifier = commands.identifier(of: correction, 0..<correction.count)
      switch commands.meaning(of: identifier) {
      case .beginEnvironment?, .endEnvironment?, .left?, .middle?, .right?:
        token.command = identifier
        return
      default: break
      }
    }
    try advance()
    builder.atoms.append(Atom(.malformed, source: source))
  }

  /// Reports the unknown command in hand; gives the name, without a backslash, of the one that was probably meant.
  @inline(never) @discardableResult
  mutating func reportUnknownCommand() -> [UInt8]? {
    if token.command == Token.misusedMacro {
      reportMisuse()
      return nil
    }
    var name: [UInt8] = []
    expander.appendText(of: token, to: &name)
    if name.count == 1 {
      report(.syntax, at: token.source, "A backslash at the end of the formula commands nothing; remove it.")
      return nil
    }
    let sentence = "The command " + String(decoding: name, as: UTF8.self) + " is not known"
    name.removeFirst()
    if let definition = CommonMistakes.definitions.value(of: name) {
      report(
        .unknownCommand, at: token.source,
        sentence + " without a package; define it, as in " + definition.description + ".")
      return nil
    }
    guard issues.count < Self.suggestionsPerFormula else {
      report(.unknownCommand, at: token.source, sentence + ".")
      return nil
    }
    let nearest = nearestCommand(to: name)
    let backslash = [UInt8(ascii: "\\")]
    if !nearest.isSure, let (command, rest) = divided(name, costOfNearest: nearest.cost) {
      let isCommand = rest.count > 1 && isKnown(rest)
      report(
        .unknownCommand, at: token.source,
        sentence + (isCommand ? "; a backslash is missing behind \\" : "; a space is missing behind \\")
          + String(decoding: command, as: UTF8.self) + ".",
        suggestion: backslash + command + (isCommand ? backslash : [0x20]) + rest)
      return nil
    }
    report(
      .unknownCommand, at: token.source, sentence + ".", suggestion: nearest.best.map { backslash + $0 })
    return nearest.best
  }

  private mutating func nearestCommand(to name: [UInt8]) -> Suggestion {
    var nearest = Suggestion(for: name[...])
    commands.forEachName { nearest.consider($0) }
    expander.forEachName { nearest.consider($0) }
    for index in 0..<CommonMistakes.corrections.count {
      nearest.consider(
        CommonMistakes.corrections.name(of: index),
        standingFor: CommonMistakes.corrections[index].withUTF8Buffer { Array($0) })
    }
    return nearest
  }

  /// A name as a known command and what was run into it (`\alphax`, `\toinfty`); `nil` if it is not likely one.
  private mutating func divided(
    _ name: [UInt8], costOfNearest cost: Int
  ) -> (command: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
    guard name.count > 2, name.allSatisfy({ $0.isLetter }) else { return nil }
    for length in stride(from: name.count - 1, through: 2, by: -1) {
      let (command, rest) = (name[..<length], name[length...])
      guard isKnown(command) else { continue }
      if rest.count == 1 || (rest.count > 1 && isKnown(rest)) { return (command, rest) }
      if rest.count < 4, length > 2, cost > Suggestion.costOfOneSlip { return (command, rest) }
    }
    return nil
  }

  private mutating func isKnown(_ name: ArraySlice<UInt8>) -> Bool {
    let name = Array(name)
    if expander.definitions.meaning(of: name, 0..<name.count) != nil { return true }
    if expander.macros.macro(named: name, 0..<name.count) != nil { return true }
    switch commands.meaning(of: commands.identifier(of: name, 0..<name.count)) {
    case nil, .unavailable?, .forbidden?: return false
    default: return true
    }
  }

  // MARK: Environments

  /// Reports an unknown environment; gives the name of the one that was probably meant.
  @inline(never)
  mutating func reportUnknownEnvironment(_ name: EnvironmentName) -> [UInt8]? {
    let sentence = "The environment " + String(decoding: name.bytes, as: UTF8.self) + " is not "
    if let reason = UnavailableEnvironments.reasons.value(of: name.bytes) {
      report(.unknownEnvironment, at: name.source, sentence + "available: " + reason.description + ".")
      return nil
    }
    var closest = Suggestion(for: name.bytes[...])
    if issues.count < Self.suggestionsPerFormula {
      for index in 0..<Environments.table.count { closest.consider(Environments.table.name(of: index)) }
    }
    report(.unknownEnvironment, at: name.source, sentence + "known.", suggestion: closest.best)
    return closest.best
  }
}
