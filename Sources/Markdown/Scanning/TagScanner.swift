/// Finds the ends of autolinks and raw HTML inside text (CommonMark 0.30, 6.5 and 6.6, as libcmark reads them).
///
/// One scanner serves one paragraph: it remembers which constructs cannot be closed any more, so that many openers
/// without an end stay linear.
struct TagScanner {
  private var cannotCloseCDATA = false
  private var cannotCloseDeclaration = false
  private var cannotCloseInstruction = false

  /// The offset behind what the `<` at `start` opens; `nil` when it is a plain `<`.
  mutating func end(at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork) -> Int? {
    guard start + 2 < end else { return nil }
    switch bytes[start + 1] {
    case 0x21:
      switch bytes[start + 2] {
      case 0x2D: return TagScanner.endOfComment(at: start, end: end, in: bytes, work: &work)
      case 0x5B: return endOfCDATA(at: start, end: end, in: bytes, work: &work)
      default: return endOfDeclaration(at: start, end: end, in: bytes, work: &work)
      }
    case 0x3F:
      return endOfInstruction(at: start, end: end, in: bytes, work: &work)
    default:
      return TagScanner.endOfURI(at: start, end: end, in: bytes, work: &work)
        ?? TagScanner.endOfEmail(at: start, end: end, in: bytes, work: &work)
        ?? TagScanner.endOfTag(at: start, end: end, in: bytes, work: &work)
    }
  }

  // MARK: Autolinks

  private static func endOfURI(
    at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    var index = start + 1
    defer { work.read(start, to: index) }
    guard ASCII.isLetter(bytes[index]) else { return nil }
    while index < end, isSchemeByte(bytes[index]) { index += 1 }
    guard 2...32 ~= index - start - 1, index < end, bytes[index] == 0x3A else { return nil }
    while index < end, bytes[index] > 0x20, bytes[index] != 0x3C, bytes[index] != 0x3E { index += 1 }
    return index < end && bytes[index] == 0x3E ? index + 1 : nil
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
  }

  private static func endOfEmail(
    at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    var index = start + 1
    defer { work.read(start, to: index) }
    while index < end, isLocalPartByte(bytes[index]) { index += 1 }
    guard index > start + 1, index < end, bytes[index] == 0x40 else { return nil }
    repeat {
      let label = index + 1
      index = label
      while index < end, ASCII.isLetter(bytes[index]) || ASCII.isDigit(bytes[index]) || bytes[index] == 0x2D {
        index += 1
      }
      guard 1...63 ~= index - label, bytes[label] != 0x2D, bytes[index - 1] != 0x2D, index < end else {
        return nil
      }
    } while bytes[index] == 0x2E
    return bytes[index] == 0x3E ? index + 1 : nil
  }

  private static func isLocalPartByte(_ byte: UInt8) -> Bool {
    if ASCII.isLetter(byte) || ASCII.isDigit(byte) { return true }
    switch byte {
    case 0x2E, 0x21, 0x23, 0x24, 0x25, 0x26, 0x27, 0x2A, 0x2B, 0x2F, 0x3D, 0x3F, 0x5E, 0x5F, 0x60, 0x7B, 0x7C,
      0x7D,
      0x7E, 0x2D:
      return true
    default:
      return false
    }
  }

  // MARK: Tags

  /// The offset behind an opening or closing tag.
  static func endOfTag(at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork) -> Int? {
    let isClosing = start + 1 < end && bytes[start + 1] == 0x2F
    var index = start + (isClosing ? 2 : 1)
    guard index < end, ASCII.isLetter(bytes[index]) else { return nil }
    while index < end, ASCII.isLetter(bytes[index]) || ASCII.isDigit(bytes[index]) || bytes[index] == 0x2D {
      index += 1
    }
    var space = ASCII.skipSpaces(from: index, to: end, in: bytes)
    defer { work.read(start, to: space) }
    if !isClosing {
      while space > index, let attribute = endOfAttribute(at: space, end: end, in: bytes, work: &work) {
        index = attribute
        space = ASCII.skipSpaces(from: index, to: end, in: bytes)
      }
      if space < end, bytes[space] == 0x2F { space += 1 }
    }
    return space < end && bytes[space] == 0x3E ? space + 1 : nil
  }

  private static func endOfAttribute(
    at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    guard start < end, ASCII.isLetter(bytes[start]) || bytes[start] == 0x5F || bytes[start] == 0x3A else {
      return nil
    }
    var index = start
    while index < end, isAttributeNameByte(bytes[index]) { index += 1 }
    let equals = ASCII.skipSpaces(from: index, to: end, in: bytes)
    work.read(start, to: equals)
    guard equals < end, bytes[equals] == 0x3D else { return index }
    let value = ASCII.skipSpaces(from: equals + 1, to: end, in: bytes)
    guard value < end else { return nil }
    var close = value
    defer { work.read(equals, to: close) }
    if bytes[value] == 0x22 || bytes[value] == 0x27 {
      close += 1
      while close < end, bytes[close] != bytes[value] { close += 1 }
      return close < end ? close + 1 : nil
    }
    while close < end, isUnquotedByte(bytes[close]) { close += 1 }
    return close > value ? close : nil
  }

  private static func isAttributeNameByte(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x3A || byte == 0x2E || byte == 0x5F
      || byte == 0x2D
  }

  private static func isUnquotedByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09...0x0D, 0x22, 0x27, 0x3C, 0x3D, 0x3E, 0x60: false
    default: true
    }
  }

  // MARK: What begins with <! or <?

  private static func endOfComment(
    at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    guard start + 3 < end, bytes[start + 3] == 0x2D else { return nil }
    var index = start + 4
    defer { work.read(start, to: index) }
    if ASCII.hasPrefix("-->", at: index, to: end, in: bytes) { return index + 3 }
    if index < end, bytes[index] == 0x2D { index += 1 }
    guard index < end, bytes[index] != 0x3E, bytes[index] != 0x2D else { return nil }
    while index + 2 < end {
      if bytes[index] == 0x2D, bytes[index + 1] == 0x2D { return bytes[index + 2] == 0x3E ? index + 3 : nil }
      index += 1
    }
    return nil
  }

  private mutating func endOfCDATA(
    at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    let opener: StaticString = "<![CDATA["
    var index = start + opener.utf8CodeUnitCount
    guard !cannotCloseCDATA, index <= end, opener.matches(bytes[start..<index]) else { return nil }
    defer { work.read(start, to: index) }
    while index < end {
      guard bytes[index] == 0x5D else {
        index += 1
        continue
      }
      guard index + 2 < end else { break }
      if bytes[index + 1] == 0x5D, bytes[index + 2] == 0x3E { return index + 3 }
      index += bytes[index + 1] == 0x5D ? 3 : 2
    }
    cannotCloseCDATA = true
    return nil
  }

  private mutating func endOfDeclaration(
    at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    guard !cannotCloseDeclaration else { return nil }
    var index = start + 2
    defer { work.read(start, to: index) }
    while index < end, 0x41...0x5A ~= bytes[index] { index += 1 }
    guard index > start + 2, index < end, ASCII.isSpace(bytes[index]) else { return nil }
    while index < end, bytes[index] != 0x3E { index += 1 }
    cannotCloseDeclaration = index == end
    return index < end ? index + 1 : nil
  }

  private mutating func endOfInstruction(
    at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    guard !cannotCloseInstruction else { return nil }
    var index = start + 2
    defer { work.read(start, to: index) }
    while index + 1 < end {
      if bytes[index] == 0x3F {
        if bytes[index + 1] == 0x3E { return index + 2 }
        index += 1
      }
      index += 1
    }
    cannotCloseInstruction = true
    return nil
  }
}
