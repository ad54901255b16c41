/// The name of an environment, as it stands behind `\begin` or `\end`.
struct EnvironmentName {
  var bytes: [UInt8] = []
  var source = SourceSpan(start: 0, end: 0)
  /// What was read for it, from the opening brace on.
  var tokens: [Token] = []
}

extension Parser {
  /// Reads `{name}`; `nil`, with a fault noted, if there is no name.
  ///
  /// A name whose closing brace is missing ends with its first word.
  @inline(never)
  mutating func parseEnvironmentName(
    of command: SourceSpan, end: inout SourceSpan
  ) throws(LimitExceeded) -> EnvironmentName? {
    try skipSpaces()
    guard token.kind == .beginGroup else {
      reportMissingName(of: command)
      return nil
    }
    var name = EnvironmentName()
    name.tokens.reserveCapacity(16)
    let opening = token
    var wordEnd: (tokens: Int, bytes: Int)?
    repeat {
      name.tokens.append(token)
      try advance()
      if token.kind == .space, wordEnd == nil, !name.bytes.isEmpty {
        wordEnd = (name.tokens.count, name.bytes.count)
      }
      guard token.kind == .character else { continue }
      name.source = name.bytes.isEmpty ? token.source : name.source.joined(to: token.source)
      if let wordEnd, wordEnd.bytes == name.bytes.count { name.bytes.append(0x20) }
      name.bytes.append(scalar: nameCharacter)
    } while token.kind == .character || token.kind == .space
    if token.kind == .endGroup {
      end = token.source
      name.tokens.append(token)
      try advance()
    } else {
      if let wordEnd {
        putBack(Array(name.tokens[wordEnd.tokens...]))
        name.tokens.removeSubrange(wordEnd.tokens...)
        name.bytes.removeSubrange(wordEnd.bytes...)
      }
      reportUnclosedGroup(opening.source)
      recovery.lostGroups -= 1
      end = opening.source.joined(to: name.bytes.isEmpty ? opening.source : name.source)
    }
    if !name.bytes.isEmpty { return name }
    if token.kind != .end || !recovery.isCutOff { reportMissingName(of: command.joined(to: end)) }
    return nil
  }

  /// The character in hand; stars of all kinds and full-width letters are what they look like.
  private var nameCharacter: UInt32 {
    switch token.scalar {
    case 0x2217, 0xFE61: 0x2A
    default: UnicodeSigns.narrowed(token.scalar) ?? token.scalar
    }
  }

  private mutating func reportMissingName(of command: SourceSpan) {
    let isEnd = shown(command).utf8.starts(with: "\\end".utf8)
    report(
      .syntax, at: command,
      isEnd
        ? "\\end needs the name of its environment in braces, as in \\end{matrix}."
        : "\\begin needs the name of an environment in braces, as in \\begin{matrix}.")
  }

  /// Reads the `\end{…}` of an environment; gives its last place.
  ///
  /// - Parameter meant: The right name, if the environment's was taken for it.
  @inline(never)
  mutating func parseEnvironmentEnd(
    of name: [UInt8], meant: [UInt8]? = nil, from beginning: SourceSpan
  ) throws(LimitExceeded) -> SourceSpan {
    guard case .endEnvironment? = meaning else {
      reportUnclosedEnvironment(name, at: beginning)
      return beginning
    }
    let closing = token
    var end = closing.source
    try advance()
    guard let closingName = try parseEnvironmentName(of: closing.source, end: &end) else { return end }
    if closingName.bytes == name || closingName.bytes == meant { return end }
    if recovery.openEnvironments.contains(closingName.bytes) {
      // It ends an environment around this one.
      putBack([closing] + closingName.tokens)
      reportUnclosedEnvironment(name, at: beginning)
      // No end of this one is to come.
      return beginning
    }
    let right = meant ?? name
    report(
      .syntax, at: closing.source.joined(to: end),
      "This ends " + String(decoding: closingName.bytes, as: UTF8.self) + ", but "
        + String(decoding: right, as: UTF8.self) + " is open.",
      suggestion: Array("\\end{".utf8) + right + [UInt8(ascii: "}")])
    return end
  }

  /// Skips what stands in an unknown environment, other environments included; gives the last place.
  mutating func skipEnvironment(from start: SourceSpan) throws(LimitExceeded) -> SourceSpan {
    var open = 1
    var end = start
    while token.kind != .end {
      end = token.source
      let meaning = meaning
      try advance()
      switch meaning {
      case .beginEnvironment?: open += 1
      case .endEnvironment?:
        open -= 1
        if open == 0 {
          _ = try parseRawArgument(of: end, end: &end)
          return end
        }
      default: break
      }
    }
    return end
  }
}
