extension Parser {
  /// Reads the scripts, primes and limit controls behind the last atom.
  mutating func parseScripts(of atoms: inout MathList) throws(LimitExceeded) {
    guard !atoms.isEmpty, mayBeScript else { return }
    try parseAllScripts(of: &atoms)
    Self.dropEmptyScripts(of: &atoms[atoms.count - 1])
  }

  /// Whether the token in hand can be a script or stand before one.
  private var mayBeScript: Bool {
    switch token.kind {
    case .space, .subscript, .superscript, .command: true
    case .character: token.scalar == 0x27 || token.scalar >= 0xB2
    case .end, .beginGroup, .endGroup, .alignment, .parameter: false
    }
  }

  /// A script without content is none.
  @inline(never)
  private static func dropEmptyScripts(of atom: inout Atom) {
    if atom.subscripted?.isEmpty == true { atom.subscripted = nil }
    if atom.superscripted?.isEmpty == true { atom.superscripted = nil }
  }

  private mutating func parseAllScripts(of atoms: inout MathList) throws(LimitExceeded) {
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
        if isCharacter("'") {
          reportRaisedPrime(place)
          continue
        }
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
      case .character where token.isScriptCharacter:
        if token.primeCount > 0 {
          try parsePrimes(of: &atoms[last], isMisplaced: !mayTakeSuperscript)
        } else {
          try parseScriptCharacters(of: &atoms[last], mayTakeSuperscript: &mayTakeSuperscript)
        }
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
  private mutating func reportRaisedPrime(_ place: SourceSpan) {
    report(.syntax, at: place, "A prime is raised by itself; remove this ^.")
  }

  @inline(never)
  private mutating func parsePrimes(of atom: inout Atom, isMisplaced: Bool) throws(LimitExceeded) {
    if isMisplaced {
      report(.syntax, at: token.source, "A prime behind a superscript; put the prime first, as in a'^2.")
    }
    let start = token.source
    var source = start
    var count = 0
    while token.kind == .character, token.primeCount > 0 {
      source = start.joined(to: token.source)
      count += token.primeCount
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

  /// Reads a run of raised or of lowered characters (`x²³`, `aᵢⱼ`) as a script.
  @inline(never)
  private mutating func parseScriptCharacters(
    of atom: inout Atom, mayTakeSuperscript: inout Bool
  ) throws(LimitExceeded) {
    guard let first = ScriptCharacters.plain(token.scalar) else { return }
    if first.kind == .superscript ? !mayTakeSuperscript : atom.subscripted != nil {
      report(
        .syntax, at: token.source, "Two scripts of one kind on one base; put both into one pair of braces.")
    }
    var script: MathList = []
    while token.kind == .character, let next = ScriptCharacters.plain(token.scalar), next.kind == first.kind {
      if (0x30...0x39).contains(next.scalar) {
        try appendScriptNumber(first.kind, to: &script)
      } else {
        append(character: next.scalar, source: token.source, to: &script)
        try advance()
      }
    }
    if first.kind == .superscript {
      atom.superscripted.append(contentsOf: script)
      mayTakeSuperscript = false
    } else {
      atom.subscripted.append(contentsOf: script)
    }
  }

  private mutating func appendScriptNumber(
    _ kind: ScriptCharacters.Kind, to script: inout MathList
  ) throws(LimitExceeded) {
    let start = text.count
    let source = token.source
    while token.kind == .character, let next = ScriptCharacters.plain(token.scalar), next.kind == kind,
      (0x30...0x39).contains(next.scalar)
    {
      text.append(UInt8(truncatingIfNeeded: next.scalar))
      try advance()
    }
    script.append(Atom(.number(span(from: start), .normal), source: source))
  }
}

extension Optional where Wrapped == MathList {
  /// Appends to the list, which is made if there is none yet; in place, so that long runs stay linear.
  fileprivate mutating func append(contentsOf list: MathList) {
    if self == nil { self = list } else { self?.append(contentsOf: list) }
  }
}

extension Token {
  /// Whether it is a raised or lowered character of Unicode, or a prime.
  var isScriptCharacter: Bool {
    kind == .character && scalar >= 0xB2 && (primeCount > 0 || ScriptCharacters.plain(scalar) != nil)
  }

  /// How many primes the character is.
  fileprivate var primeCount: Int {
    switch scalar {
    case 0x27, 0x2019, 0x2032: 1
    case 0x2033: 2
    case 0x2034: 3
    case 0x2057: 4
    default: 0
    }
  }
}
