extension Parser {
  /// Fences, large delimiters, and commands that enclose their argument.
  @inline(never)
  mutating func parseDelimited(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .left:
      try parseFence(from: source, into: &builder)
    case .right, .middle:
      try parseStrayDelimiter(meaning, source: source, into: &builder)
    case .sizedDelimiter(let size, let atomClass):
      try parseSizedDelimiter(size, atomClass, source: source, into: &builder)
    case .enclosed(let enclosure):
      let list = try parseArgument(of: source)
      append(list, in: enclosure, source: source, to: &builder.atoms)
    case .ketbra(let grows):
      try parseKetBra(grows: grows, source: source, into: &builder)
    default:
      break
    }
  }

  // What follows stays out of `parseDelimited`, whose stack frame counts once for each level of nesting.

  @inline(never)
  private mutating func parseSizedDelimiter(
    _ size: UInt8, _ atomClass: AtomClass, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    try skipSpaces()
    // Other than `\left`, these take an argument, which may stand in braces.
    let isBraced = token.kind == .beginGroup
    if isBraced {
      try advance()
      try skipSpaces()
    }
    let natural = naturalClass()
    let delimiter = try parseDelimiter(of: source, isBraced: isBraced)
    if isBraced {
      try skipSpaces()
      if token.kind == .endGroup {
        try advance()
      } else if delimiter != 0 {
        report(
          .syntax, at: source,
          "The braces behind " + shown(source) + " hold one delimiter; a } must follow it.")
      }
    }
    guard delimiter != 0 else { return }
    builder.atoms.append(
      Atom(.sizedDelimiter(delimiter, size), atomClass == .ordinary ? natural : atomClass, source: source))
  }

  @inline(never)
  private mutating func parseKetBra(
    grows: Bool, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    let ket = try parseArgument(of: source)
    let bra = try parseArgument(of: source)
    append(ket, in: Enclosure(open: 0x7C, close: 0x27E9, grows: grows), source: source, to: &builder.atoms)
    append(bra, in: Enclosure(open: 0x27E8, close: 0x7C, grows: grows), source: source, to: &builder.atoms)
  }

  /// Puts a list between delimiters, divided at its bars as `braket` does.
  @inline(never)
  private func append(
    _ list: MathList, in enclosure: Enclosure, source: SourceSpan, to atoms: inout MathList
  ) {
    var parts: [MathList] = [[]]
    var bars: [UInt32] = []
    for atom in list {
      if case .symbol(let bar) = atom.nucleus, bar == 0x7C || bar == 0x2016, !atom.hasScripts,
        enclosure.isSet ? bars.isEmpty : enclosure.grows
      {
        bars.append(bar)
        parts.append([])
      } else {
        parts[parts.count - 1].append(atom)
      }
    }
    if enclosure.isSet {
      let edge = Atom(
        .space(enclosure.grows ? SpacingCommands.medium : SpacingCommands.thin), source: source)
      let gap = Atom(.space(SpacingCommands.thick), source: source)
      parts[0].insert(edge, at: 0)
      if enclosure.grows, parts.count > 1 {
        parts[0].append(gap)
        parts[1].insert(gap, at: 0)
      }
      parts[parts.count - 1].append(edge)
    } else if enclosure.grows {
      let gap = Atom(.space(SpacingCommands.thin), source: source)
      for index in parts.indices.dropFirst() {
        parts[index - 1].append(gap)
        parts[index].insert(gap, at: 0)
      }
    }
    if enclosure.grows {
      let fence = Fence(open: enclosure.open, close: enclosure.close, parts: parts, middles: bars)
      atoms.append(Atom(.fence(fence), .inner, source: source))
      return
    }
    atoms.append(Atom(.symbol(enclosure.open), .open, source: source))
    for (index, part) in parts.enumerated() {
      // Between the parts stands the relation `\mid`, which brings its own space.
      if index > 0 {
        atoms.append(Atom(.symbol(bars[index - 1] == 0x7C ? 0x2223 : 0x2225), .relation, source: source))
      }
      atoms.append(contentsOf: part)
    }
    atoms.append(Atom(.symbol(enclosure.close), .close, source: source))
  }

  /// Reads a `\right` or `\middle` without its `\left`.
  @inline(never)
  private mutating func parseStrayDelimiter(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    var isRight = false
    if case .right = meaning { isRight = true }
    if !isRight || !Recovery.take(&recovery.lostFences) {
      let name = isRight ? "\\right" : "\\middle"
      report(
        .syntax, at: source, "There is no \\left for this " + name + "; add one or use the plain delimiter.")
    }
    let delimiter = try parseDelimiter(of: source, isRequired: false)
    if delimiter != 0 { builder.atoms.append(Atom(.symbol(delimiter), .close, source: source)) }
  }

  /// Reads from behind `\left` to behind the delimiter of its `\right`.
  @inline(never)
  private mutating func parseFence(
    from source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    try enter()
    defer { leave() }
    var fence = Fence(open: try parseDelimiter(of: source), close: 0, parts: [])
    openFences += 1
    defer { openFences -= 1 }
    while true {
      fence.parts.append(try parseList(.fence))
      if try endsFence(&fence, from: source, into: &builder) { return }
    }
  }

  /// Reads what ends a part of a fence; says whether it was the last one.
  @inline(never)
  private mutating func endsFence(
    _ fence: inout Fence, from source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) -> Bool {
    let end = token.source
    switch meaning {
    case .middle?:
      try advance()
      fence.middles.append(try parseDelimiter(of: end))
      return false
    case .right?:
      try advance()
      if fence.open == 0x7B, token.kind == .endGroup { token = bareBrace(0x7D) }
      fence.close = try parseDelimiter(of: end)
    default:
      reportUnclosedFence(source)
    }
    builder.atoms.append(Atom(.fence(fence), .inner, source: source.joined(to: end)))
    return true
  }

  /// Reads a delimiter; 0 for the empty one (`.`) and for a fault.
  ///
  /// - Parameters:
  ///   - isBraced: Whether it stands in braces, whose end is no slip for `\}`.
  ///   - isRequired: Whether it is a fault if there is none.
  mutating func parseDelimiter(
    of command: SourceSpan, isBraced: Bool = false, isRequired: Bool = true
  ) throws(LimitExceeded) -> UInt32 {
    try skipSpaces()
    var sign: UInt32?
    switch token.kind {
    case .character: sign = UnicodeSigns.narrowed(token.scalar) ?? token.scalar
    case .command:
      if case .symbol(let symbol)? = meaning { sign = symbol.scalar }
    case .beginGroup where !isBraced:
      token = bareBrace(0x7B)
      sign = 0x7B
    case .endGroup where !isBraced && openGroups == 0:
      token = bareBrace(0x7D)
      sign = 0x7D
    case .end, .space, .beginGroup, .endGroup, .superscript, .subscript, .alignment, .parameter: break
    }
    if let sign, sign == 0x2E || Delimiter.scalar(for: sign) != nil {
      try advance()
      return Delimiter.scalar(for: sign) ?? 0
    }
    if isRequired { reportMissingDelimiter(of: command) }
    return 0
  }

  @inline(never)
  private mutating func reportMissingDelimiter(of command: SourceSpan) {
    if token.kind == .end {
      recovery.isCutOff = true
      if issues.last?.range == command.range { return }
    }
    report(
      .syntax, at: command,
      shown(command, startsSentence: true)
        + " needs a delimiter behind it, such as ( or \\langle, or a point for none.")
  }

  /// Reports a brace without its backslash where a delimiter must stand; gives the delimiter that was meant.
  @inline(never)
  private mutating func bareBrace(_ scalar: UInt32) -> Token {
    let brace = scalar == 0x7B ? "\\{" : "\\}"
    report(
      .syntax, at: token.source, "A brace that is a delimiter needs a backslash: " + brace + ".",
      suggestion: Array(brace.utf8))
    var sign = token
    sign.kind = .character
    sign.scalar = scalar
    return sign
  }

  /// The class that the delimiter in hand has by itself.
  private mutating func naturalClass() -> AtomClass {
    if case .symbol(let symbol)? = meaning {
      return symbol.atomClass == .open || symbol.atomClass == .close ? symbol.atomClass : .ordinary
    }
    if isCharacter("(") || isCharacter("[") { return .open }
    if isCharacter(")") || isCharacter("]") { return .close }
    return .ordinary
  }
}
