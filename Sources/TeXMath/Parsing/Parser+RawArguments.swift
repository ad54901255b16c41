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
    let opening = token.source
    try advance()
    var depth = 1
    while true {
      switch token.kind {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      case .end:
        reportUnclosedGroup(opening)
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

  /// Reads `{ … }` as bytes and says where they stand, to point at them.
  mutating func parsePlacedArgument(
    of command: SourceSpan
  ) throws(LimitExceeded) -> (bytes: [UInt8], place: SourceSpan) {
    try skipSpaces()
    let start = token.source
    let isBraced = token.kind == .beginGroup
    var end = command
    let bytes = try parseRawArgument(of: command, end: &end)
    if isBraced, start.end < end.start { return (bytes, SourceSpan(start: start.end, end: end.start)) }
    return (bytes, end == command ? command : start.joined(to: end))
  }

  /// Reads `[ … ]` as bytes if there is one.
  mutating func parseOptionalRawArgument() throws(LimitExceeded) -> [UInt8]? {
    var end = token.source
    return try parseOptionalRawArgument(end: &end)
  }

  /// Reads `[ … ]` as bytes if there is one, and says where it ends.
  @inline(never)
  mutating func parseOptionalRawArgument(end: inout SourceSpan) throws(LimitExceeded) -> [UInt8]? {
    try skipSpaces()
    guard isCharacter("[") else { return nil }
    let opening = token.source
    try advance()
    var bytes: [UInt8] = []
    while !isCharacter("]") {
      if token.kind == .end {
        reportUnclosedBracket(opening)
        return bytes
      }
      appendRaw(token, to: &bytes)
      try advance()
    }
    end = token.source
    try advance()
    return bytes
  }

  /// Appends a token as it could be read again: the space that ended a command's name comes back.
  mutating func appendRaw(_ token: Token, to bytes: inout [UInt8]) {
    expander.appendText(of: token, to: &bytes)
    if token.kind == .command, bytes.last?.isLetter == true { bytes.append(0x20) }
  }

  /// Reads a length such as `1.5em` or `{-3mu}`, in thousandths of an em.
  @inline(never)
  mutating func parseLength(of command: SourceSpan) throws(LimitExceeded) -> Int32 {
    if isCharacter("*") { try advance() }
    try skipSpaces()
    var bytes: [UInt8] = []
    var place = command
    if token.kind == .beginGroup {
      (bytes, place) = try parsePlacedArgument(of: command)
    } else {
      var letters = 0
      while token.kind == .character, token.scalar < 0x80, letters < 2 {
        let byte = UInt8(truncatingIfNeeded: token.scalar)
        if byte.isLetter {
          letters += 1
        } else if letters > 0 || !(byte.isDigit || byte == 0x2E || byte == 0x2D || byte == 0x2B) {
          break
        }
        place = bytes.isEmpty ? token.source : place.joined(to: token.source)
        bytes.append(byte)
        try advance()
      }
      try skipStretch()
    }
    if let length = Length.thousandthsOfEm(Length.withoutStretch(bytes)) { return length }
    if !(token.kind == .end && recovery.isCutOff) {
      report(
        .syntax, at: place,
        shown(command, startsSentence: true) + " needs a length with a unit, such as 1em, 18mu or 12pt.")
    }
    return 0
  }

  /// Skips how far a space may stretch and shrink (`plus 1fil minus 2pt`), which a page does by itself.
  private mutating func skipStretch() throws(LimitExceeded) {
    for word: StaticString in ["plus", "minus"] {
      guard try skipWord(word) else { continue }
      try skipSpaces()
      while token.kind == .character, token.scalar < 0x80,
        UInt8(truncatingIfNeeded: token.scalar).isDigit || isCharacter(".") || isCharacter("-")
      {
        try advance()
      }
      if try !skipWord("fil") {
        for _ in 0..<2 where token.kind == .character { try advance() }
      }
      while isCharacter("l") { try advance() }
    }
  }

  /// Skips a word of plain letters, with the spaces before it, if it follows.
  private mutating func skipWord(_ word: StaticString) throws(LimitExceeded) -> Bool {
    var read: [Token] = []
    while token.kind == .space {
      read.append(token)
      try advance()
    }
    for offset in 0..<word.utf8CodeUnitCount {
      guard token.kind == .character, token.scalar == UInt32(word.withUTF8Buffer { $0[offset] }) else {
        putBack(read)
        return false
      }
      read.append(token)
      try advance()
    }
    return true
  }

  /// Makes tokens that were read already the next ones again, the first of them the one in hand.
  mutating func putBack(_ tokens: [Token]) {
    guard let first = tokens.first else { return }
    if token.kind != .end { expander.unread(token) }
    for token in tokens.dropFirst().reversed() { expander.unread(token) }
    token = first
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

  /// A length up to what it may stretch and shrink by.
  static func withoutStretch(_ bytes: [UInt8]) -> [UInt8] {
    for index in bytes.indices {
      let rest = bytes[index...]
      if rest.starts(with: Array("plus".utf8)) || rest.starts(with: Array("minus".utf8)) {
        return Array(bytes[..<index])
      }
    }
    return bytes
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
