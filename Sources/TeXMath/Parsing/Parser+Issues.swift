extension Parser {
  /// Suggestions cost a search through all names, so a formula full of faults gets only a few.
  private static let suggestionsPerFormula = 8

  /// Notes a fault.
  mutating func report(
    _ kind: MathIssue.Kind, at source: SourceSpan, _ message: String, suggestion: [UInt8]? = nil
  ) {
    guard issues.count < limits.issues else { return }
    var issue = MathIssue(kind: kind, range: source.range, message: message, suggestion: suggestion)
    if !expander.calls.isEmpty { nameMacros(in: &issue, at: source) }
    issues.append(issue)
  }

  @inline(never)
  mutating func reportMissingArgument(of command: SourceSpan) {
    let name =
      expander.isCall(command) ? "A command" : String(decoding: expander.source[command.range], as: UTF8.self)
    report(.syntax, at: command, name + " needs something to work on; give it in braces.")
  }

  @inline(never)
  mutating func reportUnknownCommand() {
    if token.command == Token.misusedMacro { return reportMisuse() }
    var name: [UInt8] = []
    expander.appendText(of: token, to: &name)
    if name.count == 1 {
      report(.syntax, at: token.source, "A backslash at the end of the formula commands nothing; remove it.")
      return
    }
    var closest = Suggestion(for: name.dropFirst())
    if issues.count < Self.suggestionsPerFormula {
      commands.forEachName { closest.consider($0) }
      expander.forEachName { closest.consider($0) }
    }
    let suggestion = closest.best.map { [UInt8(ascii: "\\")] + $0 }
    report(
      .unknownCommand, at: token.source,
      "The command " + String(decoding: name, as: UTF8.self) + " is not known.",
      suggestion: suggestion)
  }

  @inline(never)
  mutating func reportUnknownEnvironment(_ name: [UInt8], at source: SourceSpan) {
    var closest = Suggestion(for: name[...])
    for index in 0..<Environments.table.count { closest.consider(Environments.table.name(of: index)) }
    report(
      .unknownEnvironment, at: source,
      "The environment " + String(decoding: name, as: UTF8.self) + " is not known.", suggestion: closest.best)
  }
}
