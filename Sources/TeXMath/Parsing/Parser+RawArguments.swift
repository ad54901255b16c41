/// Arguments that are names, colours and lengths, not formulas.
extension Parser {
  /// Reads `{ … }` as bytes; what is not braced is one token.
  mutating func parseRawArgument(of command: SourceSpan) throws(LimitExceeded) -> [UInt8] {
    var end = command
    return try parseRawArgument(of: command, end: &end)
  }

  /// Reads `{ … }` as bytes and says where it ends.
  @inline(never)
  mutating func parseRawArgument(
    of command: SourceSpan, end: inout SourceSpan
  ) throws(LimitExceeded) -> [UInt8] {
    try skipSpaces()
    var bytes: [UInt8] = []
    guard token.kind == .beginGroup else {
      if token.kind == .end || token.kind == .endGroup {
        reportMissingArgument(of: command)
      } else {
        end = token.source
        appendRaw(token, to: &bytes)
        try advance()
      }
      return bytes
    }
    try advance()
    var depth = 1
    while true {
      switch token.kind {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      case .end:
        report(.syntax, at: command, "The braces behind this command are never closed; a } is missing.")
        return bytes
      case .space, .superscript, .subscript, .alignment, .character, .command, .parameter: break
      }
      end = token.source
      if depth == 0 { break }
      appendRaw(token, to: &bytes)
      try advance()
    }
    try advance()
    return bytes
  }

  /// Reads `[ … ]` as bytes if there is one.
  mutating func parseOptionalRawArgument() throws(LimitExceeded) -> [UInt8]? {
    try skipSpaces()
    guard isCharacter("[") else { return nil }
    let opening = token.source
    try advance()
    var bytes: [UInt8] = []
    while !isCharacter("]") {
      if token.kind == .end {
        report(.syntax, at: opening, "This [ is never closed; a ] is missing.")
        return bytes
      }
      appendRaw(token, to: &bytes)
      try advance()
    }
    try advance()
    return bytes
  }

  /// Appends a token as it could be read again: the space that ended a command's name comes back.
  func appendRaw(_ token: Token, to bytes: inout [UInt8]) {
    expander.appendText(of: token, to: &bytes)
    if token.kind == .command, bytes.last?.isLetter == true { bytes.append(0x20) }
  }

  /// Reads a length such as `1.5em` or `{-3mu}`, in thousandths of an em.
  mutating func parseLength(of command: SourceSpan) throws(LimitExceeded) -> Int32 {
    if isCharacter("*") { try advance() }
    try skipSpaces()
    var bytes: [UInt8] = []
    if token.kind == .beginGroup {
      bytes = try parseRawArgument(of: command)
    } else {
      var letters = 0
      while token.kind == .character, token.scalar < 0x80, letters < 2 {
        let byte = UInt8(truncatingIfNeeded: token.scalar)
        if byte.isLetter {
          letters += 1
        } else if letters > 0 || !(byte.isDigit || byte == 0x2E || byte == 0x2D || byte == 0x2B) {
          break
        }
        bytes.append(byte)
        try advance()
      }
    }
    if let length = Length.thousandthsOfEm(bytes) { return length }
    report(.syntax, at: command, "This needs a length with a unit, such as 1em or 18mu.")
    return 0
  }
}

/// TeX's lengths.
enum Length {
  /// The value of a length in thousandths of an em of 10 pt; `nil` for what is none or is over 100 em.
  static func thousandthsOfEm(_ bytes: [UInt8]) -> Int32? {
    var digits = 0
    var number = 0
    var scale = 1
    var hasPoint = false
    var isNegative = false
    var unit: [UInt8] = []
    for byte in bytes where !byte.isWhiteSpace {
      if byte.isDigit {
        digits += 1
        if digits > 9 { return nil }
        number = number * 10 + Int(byte - 0x30)
        if hasPoint { scale *= 10 }
      } else if byte == 0x2E {
        hasPoint = true
      } else if byte == 0x2D, digits == 0 {
        isNegative.toggle()
      } else if byte.isLetter {
        unit.append(byte)
      } else if byte != 0x2B {
        return nil
      }
    }
    guard digits > 0, unit.count == 2, let perUnit = perUnit(unit[0], unit[1]) else { return nil }
    let value = number * perUnit / scale / 10
    guard value <= 100_000 else { return nil }
    return Int32(truncatingIfNeeded: isNegative ? -value : value)
  }

  /// Ten-thousandths of an em in a unit.
  private static func perUnit(_ first: UInt8, _ second: UInt8) -> Int? {
    switch (Unicode.Scalar(first), Unicode.Scalar(second)) {
    case ("e", "m"): 10_000
    case ("e", "x"): 4_306
    case ("m", "u"): 556
    case ("p", "t"), ("b", "p"): 1_000
    case ("p", "c"): 12_000
    case ("p", "x"): 750
    case ("c", "m"): 28_453
    case ("m", "m"): 2_845
    case ("i", "n"): 72_270
    default: nil
    }
  }
}
