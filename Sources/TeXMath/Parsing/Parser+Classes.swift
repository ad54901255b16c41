extension Parser {
  /// Commands that give something another class: operators' names, negated relations, moduli.
  @inline(never)
  mutating func parseClassed(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .operatorName(let withLimits):
      var hasLimits = withLimits
      if isCharacter("*") {
        hasLimits = true
        try advance()
      }
      let outer = alphabet
      alphabet = .upright
      let list = try parseArgument(of: source)
      alphabet = outer
      var atom = classed(list, .function, source: source)
      atom.limits = hasLimits ? .whenDisplay : .never
      builder.atoms.append(atom)
    case .classed(let atomClass):
      let list = try parseArgument(of: source)
      var atom = classed(list, atomClass, source: source)
      if atomClass == .function { atom.limits = .whenDisplay }
      builder.atoms.append(atom)
    case .limits:
      report(.syntax, at: source, "There is nothing before this whose limits it could move.")
    case .negation:
      let list = try parseArgument(of: source)
      builder.atoms.append(negated(list, source: source))
    case .modulo(let form):
      let list = try parseArgument(of: source)
      appendModulo(form, of: list, source: source, to: &builder.atoms)
    default:
      break
    }
  }

  /// A list with another class; upright letters become the name of a function.
  private mutating func classed(_ list: MathList, _ atomClass: AtomClass, source: SourceSpan) -> Atom {
    if atomClass == .function, let name = nameSpelled(by: list) {
      return Atom(.function(name), .function, source: source)
    }
    if list.count == 1, !list[0].hasScripts {
      var atom = list[0]
      if atom.atomClass == atomClass { return atom }
      if case .symbol = atom.nucleus {
        atom.atomClass = atomClass
        return atom
      }
    }
    return Atom(.group(list), atomClass, source: source)
  }

  /// The text of a list of upright letters, digits and spaces; `nil` if it holds anything else.
  private mutating func nameSpelled(by list: MathList) -> TextSpan? {
    guard !list.isEmpty else { return nil }
    let start = text.count
    for atom in list {
      guard !atom.hasScripts else { return nil }
      switch atom.nucleus {
      case .identifier(let scalar, .upright): text.append(scalar: scalar)
      case .word(let span, .upright), .number(let span, .upright), .text(let span, .plain),
        .function(let span):
        text.append(contentsOf: Array(text[span.range]))
      case .symbol(0x2212): text.append(UInt8(ascii: "-"))
      case .symbol(0x2217): text.append(UInt8(ascii: "*"))
      case .symbol(let scalar) where scalar < 0x80: text.append(scalar: scalar)
      case .space(let width): if width > 0 { text.append(UInt8(ascii: " ")) }
      default: return nil
      }
    }
    return text.count > start ? span(from: start) : nil
  }

  private func negated(_ list: MathList, source: SourceSpan) -> Atom {
    guard list.count == 1, case .symbol(let scalar) = list[0].nucleus, !list[0].hasScripts else {
      return Atom(.decorated(.cancel, list), list.first?.atomClass ?? .ordinary, source: source)
    }
    let nucleus = Negations.precomposed(scalar).map { Nucleus.symbol($0) } ?? .compound(scalar, 0x338)
    return Atom(nucleus, list[0].atomClass, source: source)
  }

  private mutating func appendModulo(
    _ form: ModuloForm, of list: MathList, source: SourceSpan, to atoms: inout MathList
  ) {
    atoms.append(Atom(.modulusSpace(form == .plain ? 667 : 444), source: source))
    if form != .plain { atoms.append(Atom(.symbol(0x28), .open, source: source)) }
    if form != .withoutName {
      atoms.append(Atom(.word(span(of: "mod"), .upright), source: source))
      atoms.append(Atom(.space(333), source: source))
    }
    atoms.append(contentsOf: list)
    if form != .plain { atoms.append(Atom(.symbol(0x29), .close, source: source)) }
  }
}
