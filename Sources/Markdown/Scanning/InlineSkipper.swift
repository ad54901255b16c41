/// Finds the ends of what libcmark reads as a whole: tags, autolinks, link destinations.
enum InlineSkipper {
  /// How far the end of one tag or link tail is looked for, so that many openers without an end stay linear.
  private static let reach = 4096

  /// The offset behind an autolink or a tag that begins at `start`, if one does.
  static func endOfTag(at start: Int, end limit: Int, in bytes: [UInt8]) -> Int? {
    let end = min(limit, start + reach)
    var index = start + 1
    guard index < end else { return nil }
    if bytes[index] == 0x2F { index += 1 }
    guard index < end, (bytes[index] | 0x20) &- 0x61 < 26 else { return nil }
    var quote: UInt8 = 0
    while index < end {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        return index + 1
      } else if byte == 0x3C {
        return nil
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      }
      index += 1
    }
    return nil
  }

  /// The offset behind `(destination "title")` whose parenthesis stands at `start`, if it is one.
  static func endOfLinkTail(at start: Int, end limit: Int, in bytes: [UInt8]) -> Int? {
    let end = min(limit, start + reach)
    var index = skipSpace(from: start + 1, end: end, in: bytes)
    guard index < end else { return nil }
    if bytes[index] == 0x3C {
      index += 1
      while index < end, bytes[index] != 0x3E {
        guard bytes[index] != 0x0A, bytes[index] != 0x3C else { return nil }
        index += bytes[index] == 0x5C ? 2 : 1
      }
      index += 1
    } else {
      var depth = 0
      while index < end, bytes[index] > 0x20 {
        if bytes[index] == 0x5C {
          index += 1
        } else if bytes[index] == 0x28 {
          depth += 1
        } else if bytes[index] == 0x29 {
          if depth == 0 { break }
          depth -= 1
        }
        index += 1
      }
    }
    index = skipSpace(from: index, end: end, in: bytes)
    guard index < end else { return nil }
    if let closing = closingQuote(bytes[index]) {
      index += 1
      while index < end, bytes[index] != closing { index += bytes[index] == 0x5C ? 2 : 1 }
      index = skipSpace(from: index + 1, end: end, in: bytes)
    }
    return index < end && bytes[index] == 0x29 ? index + 1 : nil
  }

  private static func closingQuote(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x22, 0x27: byte
    case 0x28: 0x29
    default: nil
    }
  }

  private static func skipSpace(from start: Int, end: Int, in bytes: [UInt8]) -> Int {
    var index = start
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0A || bytes[index] == 0x0D {
      index += 1
    }
    return index
  }
}
