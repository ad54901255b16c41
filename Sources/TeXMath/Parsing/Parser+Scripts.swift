extension Parser {
  /// Reads the scripts, primes and limit controls behind the last atom.
  mutating func parseScripts(of atoms: inout MathList) throws(LimitExceeded) {
    guard var atom = atoms.popLast() else { return }
    defer { atoms.append(atom) }
    // Primes are superscripts, but one superscript may follow them.
    var mayTakeSuperscript = true
    while true {
      let place = token.source
      switch token.kind {
      case .space:
        try advance()
      case .subscript:
        try advance()
        let script = try parseArgument(of: place)
        if atom.subscripted != nil {
          report(
            .syntax, at: place, "Two subscripts on one base; write a_{b c} or {a_b}_c to say which is meant.")
        }
        atom.subscripted = (atom.subscripted ?? []) + script
      case .superscript:
        try advance()
        let script = try parseArgument(of: place)
        if !mayTakeSuperscript {
          report(
            .syntax, at: place, "Two superscripts on one base; write a^{b c} or {a^b}^c to say which is meant.")
        }
        atom.superscripted = (atom.superscripted ?? []) + script
        mayTakeSuperscript = false
      case .character where isCharacter("'"):
        let prime = try parsePrimes()
        if !mayTakeSuperscript {
          report(.syntax, at: place, "A prime behind a superscript; put the prime first, as in a'^2.")
        }
        atom.superscripted = (atom.superscripted ?? []) + [prime]
      case .command:
        guard case .limits(let placement)? = meaning else { return }
        atom.limits = placement
        try advance()
      case .end, .beginGroup, .endGroup, .alignment, .character, .parameter:
        return
      }
    }
  }

  private mutating func parsePrimes() throws(LimitExceeded) -> Atom {
    let start = token.source
    var source = start
    var count = 0
    while isCharacter("'") {
      source = start.joined(to: token.source)
      count += 1
      try advance()
    }
    switch count {
    case 1: return Atom(.symbol(0x2032), source: source)
    case 2: return Atom(.symbol(0x2033), source: source)
    case 3: return Atom(.symbol(0x2034), source: source)
    case 4: return Atom(.symbol(0x2057), source: source)
    default:
      return Atom(.group(Array(repeating: Atom(.symbol(0x2032), source: source), count: count)), source: source)
    }
  }
}
