/// The parts of links and link reference definitions (CommonMark 0.30, 4.7 and 6.3, as libcmark reads them).
enum LinkSyntax {
  private static let maximumLabelLength = 1000
  private static let maximumParentheses = 32

  /// The offset behind the label `[…]` that begins at `start`.
  static func endOfLabel(at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork) -> Int? {
    guard start < end, bytes[start] == 0x5B else { return nil }
    var index = start + 1
    defer { work.read(start, to: index) }
    while index < end, bytes[index] != 0x5B, bytes[index] != 0x5D {
      if bytes[index] == 0x5C, index + 1 < end, ASCII.isPunctuation(bytes[index + 1]) { index += 1 }
      index += 1
      if index - start - 1 > maximumLabelLength { return nil }
    }
    return index < end && bytes[index] == 0x5D ? index + 1 : nil
  }

  /// The offset behind `(destination "title")` whose parenthesis stands at `start`.
  static func endOfTail(at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork) -> Int? {
    let destination = ASCII.skipSpaces(from: start + 1, to: end, in: bytes)
    work.read(start, to: destination)
    guard let close = endOfDestination(at: destination, end: end, in: bytes, work: &work) else { return nil }
    var index = ASCII.skipSpaces(from: close, to: end, in: bytes)
    work.read(close, to: index)
    if index > close, let title = endOfTitle(at: index, end: end, in: bytes, work: &work) {
      index = ASCII.skipSpaces(from: title, to: end, in: bytes)
      work.read(title, to: index)
    }
    return index < end && bytes[index] == 0x29 ? index + 1 : nil
  }

  /// The offset behind a link destination.
  static func endOfDestination(at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork) -> Int? {
    guard start < end, bytes[start] == 0x3C else {
      return endOfBareDestination(at: start, end: end, in: bytes, work: &work)
    }
    var index = start + 1
    defer { work.read(start, to: index) }
    while index < end {
      switch bytes[index] {
      case 0x3E: return index + 1
      case 0x0A, 0x0D, 0x3C: return nil
      case 0x5C: index += 2
      default: index += 1
      }
    }
    return nil
  }

  private static func endOfBareDestination(
    at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    var depth = 0
    var index = start
    defer { work.read(start, to: index) }
    while index < end {
      let byte = bytes[index]
      if byte == 0x5C, index + 1 < end, ASCII.isPunctuation(bytes[index + 1]) {
        index += 1
      } else if byte == 0x28 {
        depth += 1
        if depth > maximumParentheses { return nil }
      } else if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      } else if ASCII.isSpace(byte) {
        if index == start { return nil }
        break
      }
      index += 1
    }
    return depth == 0 ? min(index, end) : nil
  }

  /// The offset behind a title in quotes or parentheses.
  ///
  /// libcmark takes the longest title there is: a quote behind a backslash is passed over if another one follows, also
  /// when that backslash is itself escaped, and ends the title otherwise.
  static func endOfTitle(at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork) -> Int? {
    guard start < end else { return nil }
    let closing: UInt8
    switch bytes[start] {
    case 0x22, 0x27: closing = bytes[start]
    case 0x28: closing = 0x29
    default: return nil
    }
    var lastEscaped: Int?
    var index = start + 1
    defer { work.read(start, to: index) }
    while index < end {
      let isEscaped = bytes[index - 1] == 0x5C
      if bytes[index] == closing {
        if !isEscaped { return index + 1 }
        lastEscaped = index + 1
      } else if bytes[index] == 0x28, closing == 0x29, !isEscaped {
        break
      }
      index += 1
    }
    return lastEscaped
  }

  /// The offset behind the line ending of a link reference definition that begins at `start`.
  static func endOfDefinition(
    at start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    guard let label = endOfLabel(at: start, end: end, in: bytes, work: &work), label < end,
      bytes[label] == 0x3A,
      ASCII.skipSpaces(from: start + 1, to: label - 1, in: bytes) < label - 1
    else { return nil }
    let destination = skipLineEnding(from: label + 1, end: end, in: bytes)
    work.read(label, to: destination)
    guard destination < end,
      let close = endOfDestination(at: destination, end: end, in: bytes, work: &work)
    else {
      return nil
    }
    let title = skipLineEnding(from: close, end: end, in: bytes)
    work.read(close, to: title)
    if title > close, let titleEnd = endOfTitle(at: title, end: end, in: bytes, work: &work),
      let line = endOfBlankLine(from: titleEnd, end: end, in: bytes)
    {
      return line
    }
    return endOfBlankLine(from: close, end: end, in: bytes)
  }

  /// Skips white space with at most one line ending in it.
  private static func skipLineEnding(from start: Int, end: Int, in bytes: [UInt8]) -> Int {
    let index = ASCII.skipBlanks(from: start, to: end, in: bytes)
    let next = endOfLineEnding(at: index, end: end, in: bytes)
    return next > index ? ASCII.skipBlanks(from: next, to: end, in: bytes) : index
  }

  private static func endOfBlankLine(from start: Int, end: Int, in bytes: [UInt8]) -> Int? {
    let index = ASCII.skipBlanks(from: start, to: end, in: bytes)
    if index == end { return end }
    let next = endOfLineEnding(at: index, end: end, in: bytes)
    return next > index ? next : nil
  }

  private static func endOfLineEnding(at start: Int, end: Int, in bytes: [UInt8]) -> Int {
    var index = start
    if index < end, bytes[index] == 0x0D { index += 1 }
    if index < end, bytes[index] == 0x0A { index += 1 }
    return index
  }
}
