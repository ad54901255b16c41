extension Parser {
  /// Fences, large delimiters, and commands that enclose their argument.
  @inline(never)
  mutating func parseDelimited(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .left:
      builder.atoms.append(try parseFence(from: source))
    case .right, .middle:
      report(.syntax, at: source, "There is no \\left for this; add one or use the plain delimiter.")
      let delimiter = try parseDelimiter(of: source)
      if delimiter != 0 { builder.atoms.append(Atom(.symbol(delimiter), .close, source: source)) }
    case .sizedDelimiter(let size, let atomClass):
      try skipSpaces()
      // Other than `\left`, these take an argument, which may stand in braces.
      let isBraced = token.kind == .beginGroup
      if isBraced {
        try advance()
        try skipSpaces()
      }
      let natural = naturalClass
      let delimiter = try parseDelimiter(of: source)
      if isBraced {
        try skipSpaces()
        if token.kind == .endGroup {
          try advance()
        } else {
          report(
            .syntax, at: source, "The braces behind this may hold one delimiter, and a } must follow it.")
        }
      }
      guard delimiter != 0 else { return }
      builder.atoms.append(
        Atom(
          .sizedDelimiter(delimiter, size), atomClass == .ordinary ? natural : atomClass, source: source))
    case .enclosed(let enclosure):
      let list = try parseArgument(of: source)
      append(list, in: enclosure, source: source, to: &builder.atoms)
    case .ketbra(let grows):
      let ket = try parseArgument(of: source)
      let bra = try parseArgument(of: source)
      let ketForm = Enclosure(open: 0x7C, close: 0x27E9, grows: grows)
      append(ket, in: ketForm, source: source, to: &builder.atoms)
      let braForm = Enclosure(open: 0x27E8, close: 0x7C, grows: grows)
      append(bra, in: braForm, source: source, to: &builder.atoms)
    default:
      break
    }
  }

  /// Puts a list between delimiters, divided at its bars as `braket` does.
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

  /// Reads from behind `\left` to behind the delimiter of its `\right`.
  private mutating func parseFence(from source: SourceSpan) throws(LimitExceeded) -> Atom {
    try enter()
    defer { leave() }
    var fence = Fence(open: try parseDelimiter(of: source), close: 0, parts: [])
    var end = source
    openFences += 1
    defer { openFences -= 1 }
    while true {
      fence.parts.append(try parseList(.fence))
      end = token.source
      switch meaning {
      case .middle?:
        try advance()
        fence.middles.append(try parseDelimiter(of: end))
        continue
      case .right?:
        try advance()
        fence.close = try parseDelimiter(of: end)
      default:
        report(.syntax, at: source, "This \\left has no \\right; add one (\\right. for an invisible one).")
      }
      return Atom(.fence(fence), .inner, source: source.joined(to: end))
    }
  }

  /// Reads a delimiter; 0 for the empty one (`.`) and for a fault.
  mutating func parseDelimiter(of command: SourceSpan) throws(LimitExceeded) -> UInt32 {
    try skipSpaces()
    var sign: UInt32?
    switch token.kind {
    case .character: sign = UnicodeSigns.narrowed(token.scalar) ?? token.scalar
    case .command:
      if case .symbol(let symbol)? = meaning { sign = symbol.scalar }
    case .end, .space, .beginGroup, .endGroup, .superscript, .subscript, .alignment, .parameter: break
    }
    if let sign, sign == 0x2E || Delimiter.scalar(for: sign) != nil {
      try advance()
      return Delimiter.scalar(for: sign) ?? 0
    }
    report(
      .syntax, at: command, "This needs a delimiter behind it, such as ( or \\langle, or a point for none.")
    return 0
  }

  /// The class that the delimiter in hand has by itself.
  private var naturalClass: AtomClass {
    if case .symbol(let symbol)? = meaning {
      return symbol.atomClass == .open || symbol.atomClass == .close ? symbol.atomClass : .ordinary
    }
    if isCharacter("(") || isCharacter("[") { return .open }
    if isCharacter(")") || isCharacter("]") { return .close }
    return .ordinary
  }
}
