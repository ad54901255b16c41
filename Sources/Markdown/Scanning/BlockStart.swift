/// The rules of CommonMark 0.30 for what may begin a block, asked at the first byte of a line's content.
enum BlockStart {
  /// Length of the `#`s of an ATX heading (4.2).
  static func headingLevel(at start: Int, end: Int, in bytes: [UInt8]) -> Int? {
    let marks = ASCII.endOfRun(of: 0x23, from: start, to: end, in: bytes)
    guard 1...6 ~= marks - start, marks == end || ASCII.isBlank(bytes[marks]) else { return nil }
    return marks - start
  }

  /// The end of an ATX heading's text, without the `#`s that close it.
  static func headingEnd(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    var text = end
    while text > start, ASCII.isSpace(bytes[text - 1]) { text -= 1 }
    var marks = text
    while marks > start, bytes[marks - 1] == 0x23 { marks -= 1 }
    guard marks < text, ASCII.isBlank(bytes[marks - 1]) else { return text }
    while marks > start, ASCII.isSpace(bytes[marks - 1]) { marks -= 1 }
    return marks
  }

  /// The fence of a fenced code block (4.5).
  static func fence(at start: Int, end: Int, in bytes: [UInt8]) -> (byte: UInt8, length: Int)? {
    let byte = bytes[start]
    guard byte == 0x60 || byte == 0x7E else { return nil }
    let close = ASCII.endOfRun(of: byte, from: start, to: end, in: bytes)
    guard close - start >= 3 else { return nil }
    if byte == 0x60, bytes[close..<end].contains(0x60) { return nil }
    // libcmark keeps a fence's length in eight bits.
    return (byte, min(close - start, 255))
  }

  /// Whether a line's content closes a fence.
  static func closesFence(_ fence: (byte: UInt8, length: Int), at start: Int, end: Int, in bytes: [UInt8])
    -> Bool
  {
    let close = ASCII.endOfRun(of: fence.byte, from: start, to: end, in: bytes)
    return close - start >= max(fence.length, 3) && ASCII.skipBlanks(from: close, to: end, in: bytes) == end
  }

  /// Whether a line underlines a paragraph (4.3).
  static func isSetextUnderline(at start: Int, end: Int, in bytes: [UInt8]) -> Bool {
    guard bytes[start] == 0x3D || bytes[start] == 0x2D else { return false }
    let close = ASCII.endOfRun(of: bytes[start], from: start, to: end, in: bytes)
    return ASCII.skipBlanks(from: close, to: end, in: bytes) == end
  }

  /// Whether a line is a thematic break (4.1); otherwise where it fails to be one.
  static func thematicBreak(at start: Int, end: Int, in bytes: [UInt8]) -> (matches: Bool, failure: Int) {
    let mark = bytes[start]
    guard mark == 0x2A || mark == 0x2D || mark == 0x5F else { return (false, start) }
    var count = 0
    var index = start
    while index < end {
      if bytes[index] == mark {
        count += 1
      } else if !ASCII.isBlank(bytes[index]) {
        return (false, index)
      }
      index += 1
    }
    return (count >= 3, end)
  }

  /// Length of a list marker (5.2); one that interrupts a paragraph must be followed by text, and by the number 1
  /// if it is ordered (5.3).
  static func listMarkerLength(at start: Int, end: Int, interruptsParagraph: Bool, in bytes: [UInt8]) -> Int?
  {
    var index = start
    switch bytes[start] {
    case 0x2D, 0x2B, 0x2A:
      index += 1
    case 0x30...0x39:
      var number = 0
      while index < end, index - start < 9, ASCII.isDigit(bytes[index]) {
        number = number * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      guard index < end, bytes[index] == 0x2E || bytes[index] == 0x29 else { return nil }
      if interruptsParagraph, number != 1 { return nil }
      index += 1
    default:
      return nil
    }
    guard index == end || ASCII.isSpace(bytes[index]) else { return nil }
    if interruptsParagraph, ASCII.skipBlanks(from: index, to: end, in: bytes) == end { return nil }
    return index - start
  }
}
