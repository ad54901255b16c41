/// Addresses that become links without `<` and `>` (GFM specification 6.9).
///
/// Beyond GFM they may stand directly beside Chinese, Japanese and Korean text, and end before its first character:
/// such text puts no space around an address.
extension DialectScanner {
  /// Scans the address around a `:`, `.` or `@`; returns its end, or what follows the byte.
  mutating func scanAutolink(at index: Int, end: Int) -> Int {
    let found: (range: Range<Int>, prefix: AutolinkPrefix)?
    switch bytes[index] {
    case 0x3A: found = addressWithScheme(colon: index, end: end)
    case 0x2E: found = addressWithoutScheme(period: index, end: end)
    default: found = email(at: index, end: end)
    }
    guard let (range, prefix) = found else { return index + 1 }
    work.read(range.lowerBound, to: range.upperBound)
    // Where libcmark would find markup in the address, it must not see it.
    let holdsMarkup = bytes[range].contains {
      $0 == 0x5F || $0 == 0x2A || $0 == 0x26 || $0 == 0x5C || $0 == 0x60 || $0 == 0x5B || $0 == 0x5D
    }
    if holdsMarkup { return mask(.autolink(prefix), range, content: range) }
    return record(.autolink(prefix), range)
  }

  private mutating func addressWithScheme(colon: Int, end: Int) -> (
    range: Range<Int>, prefix: AutolinkPrefix
  )? {
    guard colon + 3 < end, bytes[colon + 1] == 0x2F, bytes[colon + 2] == 0x2F else { return nil }
    var start = colon
    while start > inlines.consumed, ASCII.isLetter(bytes[start - 1]), colon - start < 6 { start -= 1 }
    // GitHub's `ftp:` may not be linked to, so it stays text.
    let schemes: [StaticString] = ["http", "https"]
    guard schemes.contains(where: { $0.utf8CodeUnitCount == colon - start && hasPrefix($0, at: start) }),
      let domain = AutolinkSyntax.endOfDomain(
        from: colon + 3, to: end, needsPeriod: false, in: bytes, work: &work)
    else { return nil }
    let close = AutolinkSyntax.endOfAddress(
      start: start, from: domain, to: end, isInMark: inlines.isInMark, in: bytes, work: &work)
    return (start..<close, .none)
  }

  private mutating func addressWithoutScheme(period: Int, end: Int) -> (
    range: Range<Int>, prefix: AutolinkPrefix
  )? {
    let start = period - 3
    guard start >= inlines.consumed, hasPrefix("www", at: start),
      start == inlines.paragraphStart || AutolinkSyntax.mayStand(before: bytes[start - 1]),
      inlines.searchBudget > 0
    else { return nil }
    let before = work.bytes
    guard
      let domain = AutolinkSyntax.endOfDomain(
        from: start, to: end, needsPeriod: true, in: bytes, work: &work), domain > period + 1
    else {
      charge(work.bytes - before)
      return nil
    }
    let close = AutolinkSyntax.endOfAddress(
      start: start, from: domain, to: end, isInMark: inlines.isInMark, in: bytes, work: &work)
    return (start..<close, .http)
  }

  private mutating func email(at index: Int, end: Int) -> (range: Range<Int>, prefix: AutolinkPrefix)? {
    var start = index
    while start > inlines.consumed, index - start < AutolinkSyntax.longestLocalPart,
      AutolinkSyntax.isLocalPart(bytes[start - 1])
    {
      start -= 1
    }
    work.read(start, to: index)
    guard start < index,
      let domain = AutolinkSyntax.endOfEmailDomain(from: index + 1, to: end, in: bytes, work: &work)
    else {
      return nil
    }
    let scheme = start - 7
    if scheme >= inlines.consumed, hasPrefix("mailto:", at: scheme) { return (scheme..<domain, .none) }
    return (start..<domain, .mailto)
  }

  private func hasPrefix(_ text: StaticString, at offset: Int) -> Bool {
    ASCII.hasPrefix(text, at: offset, to: bytes.count, in: bytes)
  }
}

/// The rules of GFM's extended autolinks (GFM specification 6.9).
enum AutolinkSyntax {
  /// Longest part of an e-mail address before its `@` (RFC 5321, 4.5.3.1.1).
  static let longestLocalPart = 64

  /// Whether an address without a scheme may follow a byte.
  static func mayStand(before byte: UInt8) -> Bool {
    ASCII.isSpace(byte) || byte == 0x2A || byte == 0x5F || byte == 0x7E || byte == 0x28 || byte >= 0x80
      || byte == 0x3D || byte == 0x22 || byte == 0x27 || byte == MaskByte.filler
  }

  static func isLocalPart(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x2E || byte == 0x2D || byte == 0x5F
      || byte == 0x2B
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
  }

  /// The offset behind a domain: segments of letters, digits, `-` and `_` between periods; no `_` in the last two.
  static func endOfDomain(
    from start: Int, to end: Int, needsPeriod: Bool, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    var index = start
    defer { work.read(start, to: index) }
    var periods = 0
    var underscores = (last: 0, secondLast: 0)
    while index < end {
      let byte = bytes[index]
      if byte == 0x2E {
        // A period that nothing follows ends the sentence.
        guard index > start, index + 1 < end, isDomain(bytes[index + 1]), bytes[index + 1] != 0x2E else {
          break
        }
        periods += 1
        underscores = (0, underscores.last)
      } else if byte == 0x5F {
        underscores.last += 1
      } else if !isDomain(byte) && !isForeignLetter(at: index, end: end, in: bytes) {
        break
      }
      index += 1
    }
    // An underscore at the end may close emphasis.
    while index > start, bytes[index - 1] == 0x5F {
      index -= 1
      underscores.last -= 1
    }
    guard index > start, underscores == (0, 0), periods > 0 || !needsPeriod else { return nil }
    return index
  }

  /// The offset behind the domain of an e-mail address, which holds a period and does not end in `-` or `_`.
  static func endOfEmailDomain(
    from start: Int, to end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    var index = start
    defer { work.read(start, to: index) }
    var hasPeriod = false
    while index < end, isDomain(bytes[index]) {
      if bytes[index] == 0x2E {
        guard index > start, index + 1 < end, bytes[index + 1] != 0x2E, isDomain(bytes[index + 1]) else {
          break
        }
        hasPeriod = true
      }
      index += 1
    }
    guard hasPeriod, bytes[index - 1] != 0x2D, bytes[index - 1] != 0x5F else { return nil }
    return index
  }

  /// The offset behind an address, without the punctuation that belongs to the sentence around it.
  static func endOfAddress(
    start: Int, from domain: Int, to end: Int, isInMark: Bool, in bytes: [UInt8], work: inout ParseWork
  ) -> Int {
    var close = domain
    var brackets = 0
    while close < end, isAddress(at: close, end: end, in: bytes) {
      if bytes[close] == 0x5B { brackets += 1 }
      if bytes[close] == 0x5D { brackets -= 1 }
      // A bracket that the address does not open belongs to the text around it.
      if brackets < 0 { break }
      close += 1
    }
    work.read(start, to: close)
    var parentheses = 0
    for byte in bytes[start..<close] {
      if byte == 0x28 { parentheses += 1 }
      if byte == 0x29 { parentheses -= 1 }
    }
    while close > domain {
      switch bytes[close - 1] {
      case 0x3D where isInMark && close - 2 >= domain && bytes[close - 2] == 0x3D:
        close -= 2
      case 0x3F, 0x21, 0x2E, 0x2C, 0x3A, 0x2A, 0x5F, 0x7E, 0x27, 0x22:
        close -= 1
      case 0x29 where parentheses < 0:
        close -= 1
        parentheses += 1
      case 0x3B:
        var entity = close - 2
        while entity > domain, ASCII.isLetter(bytes[entity]) || ASCII.isDigit(bytes[entity]) { entity -= 1 }
        work.read(entity, to: close)
        guard entity >= domain, entity < close - 2, bytes[entity] == 0x26 else { return close }
        close = entity
      default:
        return close
      }
    }
    return close
  }

  private static func isAddress(at index: Int, end: Int, in bytes: [UInt8]) -> Bool {
    let byte = bytes[index]
    if byte > 0x20 && byte < 0x7F { return byte != 0x3C && byte != 0x60 }
    return isForeignLetter(at: index, end: end, in: bytes)
  }

  /// A letter of a script that puts spaces between words, or a part of one.
  private static func isForeignLetter(at index: Int, end: Int, in bytes: [UInt8]) -> Bool {
    let byte = bytes[index]
    guard byte >= 0x80 else { return false }
    if byte & 0xC0 == 0x80 { return true }
    return Flanking.Neighbour(UTF8Scalar.at(index, end: end, in: bytes)) == .letter
  }
}
