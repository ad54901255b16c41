/// Characters of text that are more than they look: typewriter quotes and dashes, accents, numbers of characters.
extension Parser {
  /// Appends a character of text as TeX sets it: `--` is a dash, a straight quote a bent one.
  ///
  /// - Parameter start: Where the stretch of text starts whose end may be changed.
  mutating func appendTypeset(_ scalar: UInt32, start: Int) {
    switch scalar {
    case 0x2D:
      if replaceEnd("-", by: "–", from: start) || replaceEnd("–", by: "—", from: start) { return }
      text.append(UInt8(ascii: "-"))
    case 0x27:
      if replaceEnd("’", by: "”", from: start) { return }
      text.append(scalar: 0x2019)
    case 0x60:
      if replaceEnd("‘", by: "“", from: start) { return }
      text.append(scalar: 0x2018)
    default:
      text.append(scalar: scalar)
    }
  }

  private mutating func replaceEnd(
    _ old: StaticString, by new: StaticString, from start: Int
  ) -> Bool {
    let endsSo = old.withUTF8Buffer { text[start...].reversed().starts(with: $0.reversed()) }
    guard endsSo else { return false }
    text.removeLast(old.utf8CodeUnitCount)
    text.append(new)
    return true
  }

  /// Appends the letter behind an accent, joined with it.
  mutating func parseAccented(_ accent: UInt32) throws(LimitExceeded) {
    try skipSpaces()
    let isBraced = token.kind == .beginGroup
    if isBraced { try advance() }
    let start = text.count
    repeat {
      switch token.kind {
      case .character: text.append(scalar: token.scalar)
      case .space: text.append(0x20)
      case .command: if case .symbol(let symbol)? = meaning { text.append(scalar: symbol.scalar) }
      case .end, .beginGroup, .endGroup, .superscript, .subscript, .alignment, .parameter: break
      }
      if token.kind == .end || (token.kind == .endGroup && !isBraced) { break }
      let closes = token.kind == .endGroup
      try advance()
      if closes { break }
    } while isBraced
    guard text.count > start else {
      text.append(scalar: accent)
      return
    }
    let (letter, length) = UTF8Decoder.scalar(in: text, at: start)
    // A dotless letter is written where an accent comes in place of the dot.
    let plain = letter == 0x131 ? 0x69 : letter == 0x237 ? 0x6A : letter
    let rest = Array(text[(start + length)...])
    text.removeSubrange(start...)
    if let composed = TextAccents.composed(plain, accent) {
      text.append(scalar: composed)
    } else {
      text.append(scalar: letter)
      text.append(scalar: accent)
    }
    text.append(contentsOf: rest)
  }

  /// Reads `\verb|…|`: everything up to the sign that follows the command.
  mutating func parseVerbatim(source: SourceSpan) throws(LimitExceeded) -> Atom {
    if isCharacter("*") { try advance() }
    guard token.kind == .character else {
      report(.syntax, at: source, "\\verb needs a sign on both sides of what it shows, as in \\verb|x|.")
      return Atom(.malformed, source: source)
    }
    let opening = token
    var raw: [UInt8] = []
    expander.isExpanding = false
    defer { expander.isExpanding = true }
    try advance()
    while !(token.kind == .character && token.scalar == opening.scalar) {
      if token.kind == .end {
        report(.syntax, at: source, "The sign that ends this \\verb is missing.")
        return Atom(.malformed, source: source)
      }
      appendRaw(token, to: &raw)
      try advance()
    }
    if !opening.isFromMacro, !token.isFromMacro, opening.source.end <= token.source.start {
      raw = Array(expander.source[Int(opening.source.end)..<Int(token.source.start)])
    }
    expander.isExpanding = true
    try advance()
    let start = text.count
    UTF8Decoder.forEachShown(in: raw, 0..<raw.count) { text.append(scalar: $0) }
    guard text.count > start else { return Atom(.group([]), source: source) }
    return Atom(.text(span(from: start), .monospace), source: source.joined(to: token.source))
  }

  /// Reads the number of a character; `nil`, with a fault noted, if it is none that may be shown.
  mutating func parseCharacterCode(
    _ form: CodeForm, source: SourceSpan
  ) throws(LimitExceeded) -> UInt32? {
    var digits: [UInt8] = []
    switch form {
    case .number:
      try skipSpaces()
      while token.kind == .character, token.scalar < 0x80 {
        let byte = UInt8(truncatingIfNeeded: token.scalar)
        guard byte.isHexadecimal || (digits.isEmpty && (byte == 0x22 || byte == 0x27)) else { break }
        if byte.isLetter, digits.first != 0x22 { break }
        digits.append(byte)
        try advance()
      }
      if token.kind == .space { try advance() }
    case .braced, .hexadecimal:
      _ = try parseOptionalRawArgument()
      digits = try parseRawArgument(of: source)
    }
    if let scalar = Self.number(digits, isHexadecimal: form == .hexadecimal), scalar > 0x20,
      UTF8Decoder.isAllowedInXML(scalar)
    {
      return scalar
    }
    report(
      .syntax, at: source,
      shown(source, startsSentence: true) + " needs the number of a character, such as "
        + (form == .number ? "\"2211." : form == .braced ? "{x2211}." : "{2211}."))
    return nil
  }

  private static func number(_ digits: [UInt8], isHexadecimal: Bool) -> UInt32? {
    var rest = digits[...]
    var radix: UInt32 = isHexadecimal ? 16 : 10
    switch rest.first {
    case UInt8(ascii: "x")?, UInt8(ascii: "\"")?:
      radix = 16
      rest.removeFirst()
    case UInt8(ascii: "'")?:
      radix = 8
      rest.removeFirst()
    default: break
    }
    guard !rest.isEmpty, rest.count <= 7 else { return nil }
    var value: UInt32 = 0
    for byte in rest {
      guard byte.isHexadecimal else { return nil }
      let digit = UInt32(byte.isDigit ? byte - 0x30 : (byte | 0x20) - 0x61 + 10)
      guard digit < radix else { return nil }
      value = value * radix + digit
    }
    return value < 0x110000 ? value : nil
  }

  /// Reads `\textcircled{…}`.
  mutating func parseCircled(source: SourceSpan) throws(LimitExceeded) -> Atom {
    let argument = try parseRawArgument(of: source)
    let start = text.count
    if let scalar = Self.circled(argument) {
      text.append(scalar: scalar)
    } else {
      text.append(contentsOf: argument.filter { $0 > 0x20 && $0 < 0x7F })
      text.append(scalar: 0x20DD)
    }
    return Atom(.text(span(from: start), .plain), source: source)
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
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
}
