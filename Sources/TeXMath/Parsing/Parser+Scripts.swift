extension Parser {
  /// Reads the scripts, primes and limit controls behind the last atom.
  mutating func parseScripts(of atoms: inout MathList) throws(LimitExceeded) {
    guard !atoms.isEmpty else { return }
    // Changed where it is: a copy of an atom in every stack frame would cost depth.
    let last = atoms.count - 1
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
        if atoms[last].subscripted != nil {
          report(
            .syntax, at: place, "Two subscripts on one base; write a_{b c} or {a_b}_c to say which is meant.")
        }
        atoms[last].subscripted.append(contentsOf: script)
      case .superscript:
        try advance()
        let script = try parseArgument(of: place)
        if !mayTakeSuperscript {
          report(
            .syntax, at: place,
            "Two superscripts on one base; write a^{b c} or {a^b}^c to say which is meant.")
        }
        atoms[last].superscripted.append(contentsOf: script)
        mayTakeSuperscript = false
      case .character where isCharacter("'"):
        try parsePrimes(of: &atoms[last], isMisplaced: !mayTakeSuperscript)
      case .command:
        guard case .limits(let placement)? = meaning else { return }
        atoms[last].limits = placement
        try advance()
      case .end, .beginGroup, .endGroup, .alignment, .character, .parameter:
        return
      }
    }
  }

  @inline(never)
  private mutating func parsePrimes(of atom: inout Atom, isMisplaced: Bool) throws(LimitExceeded) {
    if isMisplaced {
      report(.syntax, at: token.source, "A prime behind a superscript; put the prime first, as in a'^2.")
    }
    let start = token.source
    var source = start
    var count = 0
    while isCharacter("'") {
      source = start.joined(to: token.source)
      count += 1
      try advance()
    }
    let single = Atom(.symbol(0x2032), source: source)
    let primes: Nucleus =
      switch count {
      case 1: .symbol(0x2032)
      case 2: .symbol(0x2033)
      case 3: .symbol(0x2034)
      case 4: .symbol(0x2057)
      default: .group(Array(repeating: single, count: count))
      }
    atom.superscripted.append(contentsOf: [Atom(primes, source: source)])
  }
}

extension Optional where Wrapped == MathList {
  /// Appends to the list, which is made if there is none yet; in place, so that long runs stay linear.
  fileprivate mutating func append(contentsOf list: MathList) {
    if self == nil { self = list } else { self?.append(contentsOf: list) }
  }
}
