extension Parser {
  /// Commands that give something another class: operators' names, negated relations, moduli.
  mutating func parseClassed(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .operatorName:
      let hasLimits = isCharacter("*")
      if hasLimits { try advance() }
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
      case .symbol(let scalar): text.append(scalar: scalar)
      case .space(let width): if width > 0 { text.append(UInt8(ascii: " ")) }
      default: return nil
      }
    }
    return span(from: start)
  }

  private func negated(_ list: MathList, source: SourceSpan) -> Atom {
    guard list.count == 1, case .symbol(let scalar) = list[0].nucleus, !list[0].hasScripts else {
      return Atom(.decorated(.cancel, list), list.first?.atomClass ?? .ordinary, source: source)
    }
    let nucleus = Self.precomposedNegation(of: scalar).map { Nucleus.symbol($0) } ?? .negated(scalar)
    return Atom(nucleus, list[0].atomClass, source: source)
  }

  private static func precomposedNegation(of scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x3D: 0x2260
    case 0x3C: 0x226E
    case 0x3E: 0x226F
    case 0x2203: 0x2204
    case 0x2208: 0x2209
    case 0x220B: 0x220C
    case 0x2223: 0x2224
    case 0x2225: 0x2226
    case 0x223C: 0x2241
    case 0x2243: 0x2244
    case 0x2245: 0x2247
    case 0x2248: 0x2249
    case 0x2261: 0x2262
    case 0x2264: 0x2270
    case 0x2265: 0x2271
    case 0x227A: 0x2280
    case 0x227B: 0x2281
    case 0x2282: 0x2284
    case 0x2283: 0x2285
    case 0x2286: 0x2288
    case 0x2287: 0x2289
    case 0x22A2: 0x22AC
    case 0x22A8: 0x22AD
    case 0x2190: 0x219A
    case 0x2192: 0x219B
    case 0x2194: 0x21AE
    case 0x21D0: 0x21CD
    case 0x21D2: 0x21CF
    case 0x21D4: 0x21CE
    default: nil
    }
  }

  private mutating func appendModulo(
    _ form: ModuloForm, of list: MathList, source: SourceSpan, to atoms: inout MathList
  ) {
    atoms.append(Atom(.space(form == .plain ? 667 : 444), source: source))
    if form != .plain { atoms.append(Atom(.symbol(0x28), .open, source: source)) }
    if form != .withoutName {
      atoms.append(Atom(.word(span(of: "mod"), .upright), source: source))
      atoms.append(Atom(.space(333), source: source))
    }
    atoms.append(contentsOf: list)
    if form != .plain { atoms.append(Atom(.symbol(0x29), .close, source: source)) }
  }
}
