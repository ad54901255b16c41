/// What ends a list of atoms.
enum ListContext: Equatable {
  case group, cell, fence, bracket, mathShift
  /// Up to `\over`, up to `\of`.
  case buildrel, degree
  /// A part of a commutative diagram, up to the next arrow.
  case diagram
  /// A label of an arrow in a diagram, up to its next sign.
  case label(UInt32)

  /// The character that ends the list; 0 for none.
  var closer: UInt32 {
    switch self {
    case .bracket: 0x5D
    case .mathShift: 0x24
    case .diagram: 0x40
    case .label(let sign): sign
    case .group, .cell, .fence, .buildrel, .degree: 0
    }
  }

  /// Whether a row of a table ends it.
  var endsWithRow: Bool {
    switch self {
    case .cell, .diagram, .label: true
    default: false
    }
  }
}

extension Parser {
  /// Reads atoms up to the token that ends the list, which is left in hand.
  mutating func parseList(_ context: ListContext) throws(LimitExceeded) -> MathList {
    let outerAlphabet = alphabet
    let isGroup = context != .cell || isInsideAnything
    if isGroup { expander.beginGroup() }
    defer {
      alphabet = outerAlphabet
      if isGroup { expander.endGroup() }
    }
    var builder = ListBuilder()
    builder.atoms.reserveCapacity(4)
    let closer = context.closer
    while true {
      switch token.kind {
      case .end:
        return builder.finish()
      case .space:
        try advance()
      case .endGroup:
        if context == .group || openGroups > 0 { return builder.finish() }
        try skipStrayBrace()
      case .alignment:
        if context == .cell { return builder.finish() }
        try skipStrayAlignment(context)
      case .character where token.scalar == closer:
        return builder.finish()
      case .command:
        guard let meaning else {
          try parseUnknownCommand(into: &builder)
          continue
        }
        if endsList(meaning, context) { return builder.finish() }
        try parseItem(into: &builder)
      case .beginGroup, .superscript, .subscript, .character, .parameter:
        try parseItem(into: &builder)
      }
    }
  }

  /// Whether something is open; what a formula defines outside everything holds in all its rows.
  private var isInsideAnything: Bool { openGroups > 0 || openFences > 0 || openEnvironments > 0 }

  /// Reads one item with its scripts.
  private mutating func parseItem(into builder: inout ListBuilder) throws(LimitExceeded) {
    let count = builder.atoms.count
    try parseNucleus(into: &builder, isArgument: false)
    if builder.atoms.count > count { try parseScripts(of: &builder.atoms) }
  }

  /// Whether a command ends the list; one that belongs to nothing open around it does not.
  private func endsList(_ meaning: CommandMeaning, _ context: ListContext) -> Bool {
    switch meaning {
    case .rowBreak: context.endsWithRow
    case .infixFraction: context == .buildrel
    case .of: context == .degree
    case .mathShift(let closes): closes && context == .mathShift
    case .right, .middle: context == .fence || openFences > 0
    case .endEnvironment: openEnvironments > 0
    default: false
    }
  }

  /// Reads a nucleus: a group, a character or a command with its arguments. Adds nothing for a switch.
  ///
  /// - Parameter isArgument: Whether it is an argument without braces, which is a single token's worth.
  mutating func parseNucleus(into builder: inout ListBuilder, isArgument: Bool) throws(LimitExceeded) {
    switch token.kind {
    case .beginGroup:
      let start = token.source
      let list = try parseGroup()
      builder.atoms.append(grouped(list, source: start.joined(to: token.source)))
    case .superscript, .subscript:
      builder.atoms.append(Atom(.group([]), source: token.source))
    case .character:
      try parseCharacter(into: &builder, isArgument: isArgument)
    case .command:
      try parseCommand(into: &builder, isArgument: isArgument)
    case .parameter:
      report(.syntax, at: token.source, "A parameter such as #1 stands only in a macro's definition.")
      builder.atoms.append(Atom(.malformed, source: token.source))
      try advance()
    case .end, .space, .endGroup, .alignment:
      break
    }
  }

  /// Braces as an atom; needless ones around a single ordinary atom are dropped.
  func grouped(_ list: MathList, source: SourceSpan) -> Atom {
    if list.count == 1, list[0].atomClass == .ordinary, !list[0].hasScripts, list[0].limits == .never {
      return list[0]
    }
    return Atom(.group(list), source: source)
  }

  /// Reads `{ … }`; the opening brace is in hand.
  mutating func parseGroup() throws(LimitExceeded) -> MathList {
    let opening = token.source
    try enter()
    openGroups += 1
    try advance()
    let list = try parseList(.group)
    openGroups -= 1
    leave()
    if token.kind == .endGroup {
      try advance()
    } else {
      reportUnclosedGroup(opening)
    }
    return list
  }

  /// Reads the argument of a command: a group, or one token with what it needs.
  mutating func parseArgument(of command: SourceSpan) throws(LimitExceeded) -> MathList {
    try skipSpaces()
    switch token.kind {
    case .beginGroup:
      return try parseGroup()
    case .end, .endGroup, .alignment, .superscript, .subscript, .space:
      return missingArgument(of: command)
    case .character:
      if token.scalar == 0x27 { return missingArgument(of: command) }
      if token.scalar == 0xFF5B { reportWideBrace() }
    case .parameter:
      break
    case .command:
      if let meaning, isStructural(meaning) { return missingArgument(of: command) }
    }
    try enter()
    var builder = ListBuilder()
    try parseNucleus(into: &builder, isArgument: true)
    leave()
    return builder.finish()
  }

  /// What is shown where an argument should stand: its command.
  @inline(never)
  mutating func missingArgument(of command: SourceSpan) -> MathList {
    reportMissingArgument(of: command)
    return [Atom(.malformed, source: command)]
  }

  @inline(never)
  private mutating func reportWideBrace() {
    report(
      .syntax, at: token.source, "The full-width ｛ is only a sign; write { to begin an argument.",
      suggestion: [UInt8(ascii: "{")])
  }

  /// Reads `[ … ]` if there is one.
  mutating func parseOptionalArgument() throws(LimitExceeded) -> MathList? {
    try skipSpaces()
    guard isCharacter("[") else { return nil }
    let opening = token.source
    try enter()
    try advance()
    let list = try parseList(.bracket)
    leave()
    if isCharacter("]") {
      try advance()
    } else {
      reportUnclosedBracket(opening)
    }
    return list
  }

  private func isStructural(_ meaning: CommandMeaning) -> Bool {
    switch meaning {
    case .rowBreak, .right, .middle, .endEnvironment, .horizontalRule, .infixFraction, .of, .limits,
      .definition:
      true
    default: false
    }
  }
}
