extension Parser {
  /// `\text` and its relatives.
  mutating func parseText(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .text(let style):
      let list = try parseTextArgument(style, of: source)
      builder.atoms.append(list.count == 1 ? list[0] : Atom(.group(list), source: source))
    case .logo(let name):
      builder.atoms.append(Atom(.text(span(of: name), .plain), source: source))
    case .circled:
      let argument = try parseRawArgument(of: source)
      let start = text.count
      if let scalar = Self.circled(argument) {
        text.append(scalar: scalar)
      } else {
        text.append(contentsOf: argument.filter { $0 > 0x20 && $0 < 0x7F })
        text.append(scalar: 0x20DD)
      }
      builder.atoms.append(Atom(.text(span(from: start), .plain), source: source))
    default:
      break
    }
  }

  private static func circled(_ argument: [UInt8]) -> UInt32? {
    guard argument.count <= 2, let first = argument.first else { return nil }
    if argument.count == 1, first.isLetter {
      return first < 0x61 ? 0x24B6 + UInt32(first - 0x41) : 0x24D0 + UInt32(first - 0x61)
    }
    guard argument.allSatisfy({ $0.isDigit }) else { return nil }
    let number = argument.reduce(0) { $0 * 10 + UInt32($1 - 0x30) }
    return number == 0 ? 0x24EA : number <= 20 ? 0x2460 + number - 1 : nil
  }

  /// Reads `{ … }` as text, with formulas between `$` signs in it.
  private mutating func parseTextArgument(
    _ style: TextStyle, of command: SourceSpan
  ) throws(LimitExceeded) -> MathList {
    try skipSpaces()
    var list: MathList = []
    guard token.kind == .beginGroup else {
      if token.kind == .end || token.kind == .endGroup || token.kind == .alignment {
        reportMissingArgument(of: command)
        return list
      }
      try enter()
      defer { leave() }
      let start = text.count
      try parseTextToken(style, textStart: start, into: &list)
      if list.isEmpty, text.count > start {
        list.append(Atom(.text(span(from: start), style), source: command))
      }
      return list
    }
    let opening = token.source
    try enter()
    defer { leave() }
    try advance()
    var start = text.count
    var groups = 0
    while true {
      switch token.kind {
      case .end:
        report(.syntax, at: opening, "This { is never closed; a } is missing.")
        flushText(from: &start, style, source: command, into: &list)
        return list
      case .beginGroup:
        groups += 1
        try advance()
      case .endGroup:
        try advance()
        if groups == 0 {
          flushText(from: &start, style, source: command, into: &list)
          return list
        }
        groups -= 1
      case .character where isCharacter("$"):
        flushText(from: &start, style, source: command, into: &list)
        list.append(try parseFormulaInText())
        start = text.count
      default:
        let count = list.count
        try parseTextToken(style, textStart: start, into: &list)
        if list.count > count { start = text.count }
      }
    }
  }

  private mutating func flushText(
    from start: inout Int, _ style: TextStyle, source: SourceSpan, into list: inout MathList
  ) {
    if text.count > start { list.append(Atom(.text(span(from: start), style), source: source)) }
    start = text.count
  }

  /// Reads `$ … $`; the opening sign is in hand.
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
    } else {
      report(.syntax, at: opening, "This $ is never closed; a second $ is missing.")
    }
    return grouped(formula, source: opening)
  }

  /// Reads one token of text; other faces and formulas in it become atoms of their own.
  private mutating func parseTextToken(
    _ style: TextStyle, textStart: Int, into list: inout MathList
  ) throws(LimitExceeded) {
    let source = token.source
    switch token.kind {
    case .space: text.append(0x20)
    case .character: text.append(scalar: isCharacter("~") ? 0xA0 : token.scalar)
    case .superscript: text.append(UInt8(ascii: "^"))
    case .subscript: text.append(UInt8(ascii: "_"))
    case .alignment: text.append(UInt8(ascii: "&"))
    case .parameter: text.append(UInt8(ascii: "#"))
    case .command:
      let meaning = meaning
      if meaning == nil { reportUnknownCommand() }
      try advance()
      var start = textStart
      switch meaning {
      case .symbol(let symbol)?: text.append(scalar: symbol.scalar)
      case .space(let width)?: if width > 0 { text.append(scalar: 0xA0) }
      case .text(let inner)?:
        flushText(from: &start, style, source: source, into: &list)
        list.append(contentsOf: try parseTextArgument(inner == .plain ? style : inner, of: source))
      case .dots?: text.append(scalar: 0x2026)
      case .logo(let name)?: text.append(name)
      case .alphabetSwitch?, .styleSwitch?, .ignored?, .colorSwitch?: break
      case nil:
        flushText(from: &start, style, source: source, into: &list)
        list.append(Atom(.malformed, source: source))
      default:
        flushText(from: &start, style, source: source, into: &list)
        try parseTextCommand(meaning, source: source, into: &list)
      }
      return
    case .end, .beginGroup, .endGroup: return
    }
    try advance()
  }

  /// Commands that make sense in text as well as in formulas; others are refused.
  private mutating func parseTextCommand(
    _ meaning: CommandMeaning?, source: SourceSpan, into list: inout MathList
  ) throws(LimitExceeded) {
    var builder = ListBuilder()
    switch meaning {
    case .reference?, .label?, .tag?, .noNumber?:
      if let meaning { try parseNumbering(meaning, source: source, into: &builder) }
    case .circled?, .logo?:
      if let meaning { try parseText(meaning, source: source, into: &builder) }
    case .decoration?, .colored?:
      if let meaning { try parseStyledText(meaning, source: source, into: &builder) }
    default:
      report(
        .syntax, at: source, "This command belongs into a formula; put it between $ signs inside the text.")
      builder.atoms.append(Atom(.malformed, source: source))
    }
    list.append(contentsOf: builder.finish())
  }

  private mutating func parseStyledText(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    guard case .decoration(let decoration) = meaning else {
      try parseStyled(meaning, source: source, into: &builder)
      return
    }
    let list = try parseTextArgument(.plain, of: source)
    builder.atoms.append(Atom(.decorated(decoration, list), source: source))
  }
}
