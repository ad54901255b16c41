/// What a line looks like to CommonMark's block rules, as far as the scan needs it.
struct LineShape {
  enum Kind {
    case blank
    case text
    case heading
    case fence(byte: UInt8, length: Int)
    case setextUnderline
    case thematicBreak
  }

  var kind: Kind
  /// Number of `>` before the content.
  var quoteDepth = 0
  /// Column, from 0, of the first byte of the content behind quote and list marks.
  var indent = 0
  /// Offset of the first byte of the content.
  var contentStart: Int
  /// Column of the content of the innermost list item that begins on this line.
  var listColumn: Int?

  /// Looks at a line, given without its line ending.
  ///
  /// - Complexity: O(length of its leading marks), O(length) for lines of `-`, `*`, `_`, `=`.
  init(_ line: Range<Int>, in bytes: [UInt8]) {
    var index = line.lowerBound
    var column = 0
    var markers = 0
    kind = .blank
    while true {
      while index < line.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 {
        column += bytes[index] == 0x09 ? 4 - column % 4 : 1
        index += 1
      }
      guard index < line.upperBound else { break }
      if bytes[index] == 0x3E {
        quoteDepth += 1
        index += 1
        column += 1
        continue
      }
      if markers < 16, !LineShape.isThematicBreak(index..<line.upperBound, in: bytes),
        let length = LineShape.listMarkerLength(at: index, end: line.upperBound, in: bytes)
      {
        index += length
        column += length
        markers += 1
        listColumn = column + 1
        continue
      }
      break
    }
    contentStart = index
    indent = column
    guard index < line.upperBound else { return }
    kind = LineShape.kind(of: index..<line.upperBound, in: bytes)
  }

  private static func kind(of content: Range<Int>, in bytes: [UInt8]) -> Kind {
    switch bytes[content.lowerBound] {
    case 0x23:
      let end = run(of: 0x23, from: content.lowerBound, to: content.upperBound, in: bytes)
      let isHeading = end - content.lowerBound <= 6 && (end == content.upperBound || isSpace(bytes[end]))
      return isHeading ? .heading : .text
    case 0x60, 0x7E:
      let byte = bytes[content.lowerBound]
      let end = run(of: byte, from: content.lowerBound, to: content.upperBound, in: bytes)
      guard end - content.lowerBound >= 3 else { return .text }
      if byte == 0x60, bytes[end..<content.upperBound].contains(0x60) { return .text }
      return .fence(byte: byte, length: end - content.lowerBound)
    case 0x3D, 0x2D, 0x2A, 0x5F:
      let byte = bytes[content.lowerBound]
      let end = run(of: byte, from: content.lowerBound, to: content.upperBound, in: bytes)
      if byte == 0x3D || byte == 0x2D, bytes[end..<content.upperBound].allSatisfy(isSpace) {
        return .setextUnderline
      }
      return isThematicBreak(content, in: bytes) ? .thematicBreak : .text
    default:
      return .text
    }
  }

  static func run(of byte: UInt8, from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    var index = start
    while index < end, bytes[index] == byte { index += 1 }
    return index
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private static func isThematicBreak(_ content: Range<Int>, in bytes: [UInt8]) -> Bool {
    let mark = bytes[content.lowerBound]
    guard mark == 0x2A || mark == 0x2D || mark == 0x5F else { return false }
    var count = 0
    for index in content {
      if bytes[index] == mark { count += 1 } else if !isSpace(bytes[index]) { return false }
    }
    return count >= 3
  }

  /// Length of a bullet or ordered list marker that is followed by white space or the end of the line.
  private static func listMarkerLength(at start: Int, end: Int, in bytes: [UInt8]) -> Int? {
    var index = start
    switch bytes[start] {
    case 0x2D, 0x2B, 0x2A:
      index += 1
    case 0x30...0x39:
      while index < end, index - start < 9, bytes[index] &- 0x30 < 10 { index += 1 }
      guard index < end, bytes[index] == 0x2E || bytes[index] == 0x29 else { return nil }
      index += 1
    default:
      return nil
    }
    return index == end || isSpace(bytes[index]) ? index - start : nil
  }
}
