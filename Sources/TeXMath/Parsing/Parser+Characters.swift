extension Parser {
  /// Reads a character, or a run of them that belongs together (a number, a name, a stretch of text).
  @inline(never)
  mutating func parseCharacter(
    into builder: inout ListBuilder, isArgument: Bool
  ) throws(LimitExceeded) {
    narrowToken()
    let scalar = token.scalar
    let source = token.source
    switch scalar {
    case 0x30...0x39:
      builder.atoms.append(try parseNumber(isArgument: isArgument))
      return
    case 0x2E where !isArgument && expander.upcomingByte.isDigit:
      builder.atoms.append(try parseNumber(isArgument: false))
      return
    case 0x41...0x5A, 0x61...0x7A:
      builder.atoms.append(try parseLetters(isArgument: isArgument))
      return
    case 0x3A where expander.upcomingByte == UInt8(ascii: "=") && !isArgument:
      try advance()
      builder.atoms.append(Atom(.symbol(0x2254), .relation, source: source.joined(to: token.source)))
    case 0x23:
      report(
        .syntax, at: source, "A # stands only in a macro's definition; write \\# for the sign.",
        suggestion: Array("\\#".utf8))
      builder.atoms.append(Self.asciiSign(scalar, source: source))
    case 0x24:
      try skipShift()
      return
    case 0x27:
      builder.atoms.append(Atom(.group([]), source: source))
      return
    case 0x00..<0x80:
      builder.atoms.append(Self.asciiSign(scalar, source: source))
    default:
      if reportsWideCommand() {
        builder.atoms.append(Atom(.malformed, source: source))
        break
      }
      if token.isScriptCharacter, !isArgument {
        // A script without a base, as a prime may be.
        builder.atoms.append(Atom(.group([]), source: source))
        return
      }
      if Self.isText(scalar), UnicodeSigns.meaning(of: scalar) == nil, commands.symbol(of: scalar) == nil {
        builder.atoms.append(try parseTextRun(isArgument: isArgument))
        return
      }
      append(character: scalar, source: source, to: &builder.atoms)
    }
    try advance()
  }

  /// Appends what a single character beyond ASCII stands for.
  mutating func append(character scalar: UInt32, source: SourceSpan, to atoms: inout MathList) {
    if scalar < 0x80 {
      if UInt8(truncatingIfNeeded: scalar).isLetter {
        atoms.append(Atom(.identifier(scalar, alphabet), source: source))
      } else {
        atoms.append(Self.asciiSign(scalar, source: source))
      }
      return
    }
    switch UnicodeSigns.meaning(of: scalar) {
    case .alias(let other)?:
      append(character: other, source: source, to: &atoms)
    case .symbol(let symbol)?:
      atoms.append(symbol.atom(in: alphabet, source: source))
    case .space(let width)?:
      atoms.append(Atom(.space(width), source: source))
    case .nothing?:
      break
    case .letter(let letter, let alphabet)?:
      let isDigit = (0x30...0x39).contains(letter)
      let nucleus: Nucleus =
        isDigit ? .number(span(ofDigit: UInt8(letter - 0x30)), alphabet) : .identifier(letter, alphabet)
      atoms.append(Atom(nucleus, source: source))
    case .fraction(let numerator, let denominator)?:
      let upper = Atom(.number(span(ofDigit: numerator), .normal), source: source)
      let lower = Atom(.number(span(ofDigit: denominator), .normal), source: source)
      let fraction = Fraction(numerator: [upper], denominator: [lower], displayStyle: false)
      atoms.append(Atom(.fraction(fraction), source: source))
    case nil:
      if let plain = ScriptCharacters.plain(scalar) {
        append(character: plain.scalar, source: source, to: &atoms)
      } else if let symbol = commands.symbol(of: scalar) ?? UnicodeSigns.sign(scalar) {
        atoms.append(symbol.atom(in: alphabet, source: source))
      } else {
        atoms.append(Atom(.identifier(scalar, .normal), source: source))
      }
    }
  }

  /// Reports a full-width form of a character that commands something, such as `＾`; says whether it is one.
  private mutating func reportsWideCommand() -> Bool {
    let narrow: UInt8
    switch token.scalar {
    case 0xFF3C: narrow = UInt8(ascii: "\\")
    case 0xFF3E: narrow = UInt8(ascii: "^")
    case 0xFF3F: narrow = UInt8(ascii: "_")
    case 0xFF06: narrow = UInt8(ascii: "&")
    default: return false
    }
    report(
      .syntax, at: token.source,
      "The full-width " + name(of: token) + " is only a sign; write "
        + String(decoding: [narrow], as: UTF8.self) + " for the command.", suggestion: [narrow])
    return true
  }

  private mutating func span(ofDigit value: UInt8) -> TextSpan {
    let start = text.count
    text.append(0x30 + value)
    return span(from: start)
  }

  /// Gives a full-width character in hand the meaning of the ASCII one.
  private mutating func narrowToken() {
    if token.scalar >= 0xFF01, let narrow = UnicodeSigns.narrowed(token.scalar) { token.scalar = narrow }
  }

  private static func asciiSign(_ scalar: UInt32, source: SourceSpan) -> Atom {
    switch Unicode.Scalar(UInt8(truncatingIfNeeded: scalar)) {
    case "+": Atom(.symbol(scalar), .binary, source: source)
    case "-": Atom(.symbol(0x2212), .binary, source: source)
    case "*": Atom(.symbol(0x2217), .binary, source: source)
    case "=", "<", ">", ":": Atom(.symbol(scalar), .relation, source: source)
    case "(", "[": Atom(.symbol(scalar), .open, source: source)
    case ")", "]", "!", "?": Atom(.symbol(scalar), .close, source: source)
    case ",", ";": Atom(.symbol(scalar), .punctuation, source: source)
    case "|", "/", ".": Atom(.symbol(scalar), source: source)
    case "`": Atom(.symbol(0x2018), source: source)
    case "~": Atom(.space(333), source: source)
    default: Atom(.identifier(scalar, .normal), source: source)
    }
  }

  private mutating func parseNumber(isArgument: Bool) throws(LimitExceeded) -> Atom {
    let start = text.count
    var source = token.source
    var hasPoint = false
    while token.kind == .character {
      if token.scalar == 0x2E {
        guard !hasPoint, expander.upcomingByte.isDigit else { break }
        hasPoint = true
      } else if !(0x30...0x39).contains(token.scalar) {
        break
      }
      text.append(UInt8(truncatingIfNeeded: token.scalar))
      source = source.joined(to: token.source)
      try advance()
      if isArgument { break }
      if token.kind == .character { narrowToken() }
    }
    return Atom(.number(span(from: start), alphabet), source: source)
  }

  private mutating func parseLetters(isArgument: Bool) throws(LimitExceeded) -> Atom {
    let scalar = token.scalar
    var source = token.source
    try advance()
    guard alphabet.joinsLetters, !isArgument, isLetter else {
      return Atom(.identifier(scalar, alphabet), source: source)
    }
    let start = text.count
    text.append(scalar: scalar)
    while isLetter {
      text.append(scalar: token.scalar)
      source = source.joined(to: token.source)
      try advance()
    }
    return Atom(.word(span(from: start), alphabet), source: source)
  }

  private var isLetter: Bool {
    token.kind == .character && token.scalar < 0x80 && UInt8(truncatingIfNeeded: token.scalar).isLetter
  }

  /// Reads characters that are text by themselves, such as Han.
  private mutating func parseTextRun(isArgument: Bool) throws(LimitExceeded) -> Atom {
    let start = text.count
    var source = token.source
    while token.kind == .character, Self.isText(token.scalar) {
      text.append(scalar: token.scalar)
      source = source.joined(to: token.source)
      try advance()
      if isArgument { break }
    }
    return Atom(.text(span(from: start), .plain), source: source)
  }

  /// Whether a character outside `\text` is text: Han, kana, Hangul, full-width forms, pictures.
  private static func isText(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE10...0xFE6F, 0xFF00...0xFFEF,
      0x1F000...0x3FFFF, 0x2018...0x201F, 0xA0...0xB6, 0xB8...0xBF:
      true
    default: false
    }
  }
}

extension Symbol {
  /// The atom of the sign where an alphabet is in force.
  func atom(in alphabet: Alphabet, source: SourceSpan) -> Atom {
    var result: Atom
    switch kind {
    case .letter:
      result = Atom(.identifier(scalar, alphabet), atomClass, source: source)
    case .uprightLetter:
      let upright: Alphabet =
        switch alphabet {
        case .normal: .upright
        case .boldItalic: .bold
        default: alphabet
        }
      result = Atom(.identifier(scalar, upright), atomClass, source: source)
    case .identifier:
      result = Atom(.identifier(scalar, .normal), atomClass, source: source)
    case .operator where scalar == 0x2207 && alphabet.mapped(0x2207) != 0x2207:
      // Of the operators only nabla has a place in the alphabets.
      result = Atom(.identifier(0x2207, alphabet), atomClass, source: source)
    case .operator:
      let nucleus: Nucleus =
        second == 0 ? .symbol(scalar) : .compound(scalar, second)
      result = Atom(nucleus, atomClass, source: source)
    }
    result.limits = limits
    return result
  }
}
