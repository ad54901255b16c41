extension Parser {
  /// Fences, large delimiters, and commands that enclose their argument.
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
      let natural = naturalClass
      let delimiter = try parseDelimiter(of: source)
      guard delimiter != 0 else { return }
      builder.atoms.append(
        Atom(
          .sizedDelimiter(delimiter, size), atomClass == .ordinary ? natural : atomClass, source: source))
    case .enclosed(let open, let close):
      let list = try parseArgument(of: source)
      builder.atoms.append(Atom(.symbol(open), .open, source: source))
      builder.atoms.append(contentsOf: list)
      builder.atoms.append(Atom(.symbol(close), .close, source: source))
    default:
      break
    }
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
  private mutating func parseDelimiter(of command: SourceSpan) throws(LimitExceeded) -> UInt32 {
    try skipSpaces()
    var sign: UInt32?
    switch token.kind {
    case .character: sign = token.scalar
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
