extension Parser {
  /// `\text` and its relatives.
  @inline(never)
  mutating func parseText(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .text(let change):
      let list = try parseTextArgument(change.applied(to: .plain), of: source)
      builder.atoms.append(list.count == 1 ? list[0] : Atom(.group(list), source: source))
    case .textScript(let isRaised):
      builder.atoms.append(try parseTextScript(isRaised: isRaised, .plain, source: source))
    case .textAccent(let accent):
      // Outside text `\H` is no accent but the quaternions.
      if accent == 0x30B {
        builder.atoms.append(Atom(.identifier(0x48, .doubleStruck), source: source))
      } else {
        report(
          .syntax, at: source, "This accent belongs into text; in a formula use \\hat, \\acute or the like.")
        builder.atoms.append(Atom(.malformed, source: source))
      }
    case .verbatim:
      builder.atoms.append(try parseVerbatim(source: source))
    case .characterCode(let form):
      if let scalar = try parseCharacterCode(form, source: source) {
        append(character: scalar, source: source, to: &builder.atoms)
      } else {
        builder.atoms.append(Atom(.malformed, source: source))
      }
    case .logo(let name):
      builder.atoms.append(Atom(.text(span(of: name), .plain), source: source))
    case .circled:
      builder.atoms.append(try parseCircled(source: source))
    default:
      break
    }
  }

  /// What is read of a text: its face, which switches change, and where the stretch not yet in the list starts.
  private struct TextState {
    var style: TextStyle
    var start: Int
    let source: SourceSpan
    var list: MathList = []
  }

  /// Reads `{ … }` as text, with formulas between `$` signs in it.
  mutating func parseTextArgument(
    _ style: TextStyle, of command: SourceSpan
  ) throws(LimitExceeded) -> MathList {
    try skipSpaces()
    var state = TextState(style: style, start: text.count, source: command)
    guard token.kind == .beginGroup else {
      if token.kind == .end || token.kind == .endGroup || token.kind == .alignment {
        reportMissingArgument(of: command)
        return []
      }
      try enter()
      defer { leave() }
      try parseTextToken(&state)
      flush(&state)
      return state.list
    }
    let opening = token.source
    try enter()
    defer { leave() }
    try advance()
    var outerStyles: [TextStyle] = []
    while true {
      switch token.kind {
      case .end:
        reportUnclosedGroup(opening)
        flush(&state)
        return state.list
      case .beginGroup:
        outerStyles.append(state.style)
        try advance()
      case .endGroup:
        try advance()
        guard let outer = outerStyles.popLast() else {
          flush(&state)
          return state.list
        }
        change(&state, to: outer)
      case .character where isCharacter("$"):
        flush(&state)
        state.list.append(try parseFormulaInText())
        state.start = text.count
      default:
        try parseTextToken(&state)
      }
    }
  }

  /// Reads a cell of a table as text, up to what ends it.
  @inline(never)
  mutating func parseTextCell() throws(LimitExceeded) -> MathList {
    try skipSpaces()
    var state = TextState(style: .plain, start: text.count, source: token.source)
    var outerStyles: [TextStyle] = []
    cell: while true {
      switch token.kind {
      case .end: break cell
      case .alignment where outerStyles.isEmpty: break cell
      case .beginGroup:
        outerStyles.append(state.style)
        try advance()
      case .endGroup:
        guard let outer = outerStyles.popLast() else {
          if openGroups > 0 { break cell }
          try skipStrayBrace()
          continue
        }
        try advance()
        change(&state, to: outer)
      case .character where isCharacter("$"):
        flush(&state)
        state.list.append(try parseFormulaInText())
        state.start = text.count
      default:
        switch meaning {
        case .rowBreak?, .endEnvironment?: break cell
        default: try parseTextToken(&state)
        }
      }
    }
    while text.count > state.start, text.last == 0x20 { text.removeLast() }
    flush(&state)
    return state.list
  }

  private mutating func flush(_ state: inout TextState) {
    if text.count > state.start {
      state.list.append(Atom(.text(span(from: state.start), state.style), source: state.source))
    }
    state.start = text.count
  }

  private mutating func change(_ state: inout TextState, to style: TextStyle) {
    guard state.style != style else { return }
    flush(&state)
    state.style = style
  }

  /// Reads `$ … $` or `\( … \)`; the opening sign is in hand.
  private mutating func parseFormulaInText() throws(LimitExceeded) -> Atom {
    let opening = token.source
    try enter()
    defer { leave() }
    try advance()
    let outer = alphabet
    alphabet = .normal
    openGroups += 1
    let formula = try parseList(.mathShift)
    openGroups -= 1
    alphabet = outer
    if isCharacter("$") {
      try advance()
    } else if case .mathShift(closes: true)? = meaning {
      try advance()
    } else {
      report(
        .syntax, at: opening,
        shown(opening).utf8.elementsEqual("$".utf8)
          ? "This formula in the text is never closed; a second $ is missing."
          : "This formula in the text is never closed; its \\) is missing.")
    }
    return grouped(formula, source: opening)
  }

  /// Reads one token of text; other faces and formulas in it become atoms of their own.
  private mutating func parseTextToken(_ state: inout TextState) throws(LimitExceeded) {
    switch token.kind {
    case .space: text.append(0x20)
    case .character:
      if isCharacter("~") {
        text.append(scalar: 0xA0)
      } else {
        appendTypeset(token.scalar, start: state.start)
      }
    case .superscript: text.append(UInt8(ascii: "^"))
    case .subscript: text.append(UInt8(ascii: "_"))
    case .alignment: text.append(UInt8(ascii: "&"))
    case .parameter: text.append(UInt8(ascii: "#"))
    case .command:
      try parseTextCommand(&state)
      return
    case .end, .beginGroup, .endGroup: return
    }
    try advance()
  }

  private mutating func parseTextCommand(_ state: inout TextState) throws(LimitExceeded) {
    let command = token
    let source = command.source
    guard let meaning else {
      flush(&state)
      reportUnknownCommand()
      try advance()
      state.list.append(Atom(.malformed, source: source))
      return
    }
    if case .mathShift(closes: false) = meaning {
      flush(&state)
      state.list.append(try parseFormulaInText())
      state.start = text.count
      return
    }
    try advance()
    switch meaning {
    case .symbol(let symbol):
      text.append(scalar: symbol.scalar)
      if symbol.second != 0 { text.append(scalar: symbol.second) }
    case .space(let width): if width > 0 { text.append(scalar: 0xA0) }
    case .dots: text.append(scalar: 0x2026)
    case .logo(let name): text.append(name)
    case .textAccent(let accent): try parseAccented(accent)
    case .characterCode(let form):
      if let scalar = try parseCharacterCode(form, source: source) { text.append(scalar: scalar) }
    case .alphabetSwitch(let alphabet): change(&state, to: TextStyle(alphabet))
    case .styleSwitch, .ignored: break
    case .text(let inner):
      flush(&state)
      state.list.append(
        contentsOf: try parseTextArgument(inner.applied(to: state.style), of: source))
      state.start = text.count
    default:
      flush(&state)
      try parseTextConstruction(meaning, command, into: &state)
      state.start = text.count
    }
  }

  /// Commands that make sense in text as well as in formulas; others are refused.
  private mutating func parseTextConstruction(
    _ meaning: CommandMeaning, _ command: Token, into state: inout TextState
  ) throws(LimitExceeded) {
    let source = command.source
    var builder = ListBuilder()
    switch meaning {
    case .reference, .label, .tag, .noNumber:
      try parseNumbering(meaning, source: source, into: &builder)
    case .circled, .verbatim:
      try parseText(meaning, source: source, into: &builder)
    case .textScript(let isRaised):
      builder.atoms.append(try parseTextScript(isRaised: isRaised, state.style, source: source))
    case .decoration(let decoration):
      let list = try parseTextArgument(state.style, of: source)
      builder.atoms.append(Atom(.decorated(decoration, list), source: source))
    case .textBox, .colorBox, .raised, .rule, .strut:
      try parseBox(meaning, source: source, into: &builder)
    case .colored:
      let color = try parseColor(of: source)
      let list = try parseTextArgument(state.style, of: source)
      builder.atoms.append(
        Atom(color == nil ? .group(list) : .styled(Style(color: color), list), source: source))
    case .colorSwitch:
      _ = try parseColor(of: source)
    case .measuredSpace:
      builder.atoms.append(Atom(.space(try parseLength(of: source)), source: source))
    case .rowBreak:
      report(.syntax, at: source, "Text in a formula has one line; divide the formula into rows instead.")
      builder.atoms.append(Atom(.malformed, source: source))
    case .forbidden, .unavailable, .endEnvironment, .mathShift:
      try refuse(meaning, command, into: &builder)
    default:
      report(
        .syntax, at: source,
        "The command " + name(of: command) + " is for formulas; put it between $ signs inside the text.")
      builder.atoms.append(Atom(.malformed, source: source))
    }
    state.list.append(contentsOf: builder.finish())
  }

  private mutating func parseTextScript(
    isRaised: Bool, _ style: TextStyle, source: SourceSpan
  ) throws(LimitExceeded) -> Atom {
    let list = try parseTextArgument(style, of: source)
    var atom = Atom(.group([]), source: source)
    if isRaised { atom.superscripted = list } else { atom.subscripted = list }
    return atom
  }
}

extension TextStyle {
  /// The face that an old switch such as `\bf` sets.
  fileprivate init(_ alphabet: Alphabet) {
    switch alphabet {
    case .bold: self = .bold
    case .italic: self = .italic
    case .boldItalic: self = [.bold, .italic]
    case .sansSerif: self = .sansSerif
    case .monospace: self = .monospace
    default: self = .plain
    }
  }
}
