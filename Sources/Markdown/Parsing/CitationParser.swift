import SourceText

/// Reads what stands between the brackets of a citation.
enum CitationParser {
  /// The items, separated by `;`, each `prefix @key#anchor, suffix`.
  static func items(in content: Range<Int>, of bytes: [UInt8]) -> [CitationItem] {
    var items: [CitationItem] = []
    var start = content.lowerBound
    var index = start
    while index <= content.upperBound {
      if index == content.upperBound || bytes[index] == 0x3B {
        if let item = item(in: start..<index, of: bytes) { items.append(item) }
        start = index + 1
      } else if bytes[index] == 0x40, index + 1 < content.upperBound, bytes[index + 1] == 0x7B,
        let brace = bytes[index..<content.upperBound].firstIndex(of: 0x7D)
      {
        index = brace
      }
      index += 1
    }
    return items
  }

  private static func item(in range: Range<Int>, of bytes: [UInt8]) -> CitationItem? {
    var mark = range.lowerBound
    while mark < range.upperBound {
      if bytes[mark] == 0x40,
        mark == range.lowerBound
          || LinkScanner.isKeyStart(at: mark, open: range.lowerBound - 1, end: range.upperBound, in: bytes)
      {
        break
      }
      mark += 1
    }
    guard mark < range.upperBound else { return nil }
    let key = keyRange(behind: mark, end: range.upperBound, in: bytes)
    var prefix = bytes[range.lowerBound..<mark]
    if prefix.last == 0x2D { prefix.removeLast() }
    var end = key.end
    var anchor: [UInt8]?
    if end < range.upperBound, bytes[end] == 0x23 {
      let start = end + 1
      // `^` begins the id of a block.
      let isBlock = start < range.upperBound && bytes[start] == 0x5E
      end = keyEnd(from: isBlock ? start + 1 : start, end: range.upperBound, in: bytes)
      anchor = Array(bytes[start..<end])
    }
    return CitationItem(
      target: .key(Array(bytes[key.name])), anchor: anchor, prefix: fold(prefix),
      suffix: fold(bytes[end..<range.upperBound]), range: SourceRange(key.name))
  }

  private static func keyRange(behind mark: Int, end: Int, in bytes: [UInt8]) -> (name: Range<Int>, end: Int)
  {
    if mark + 1 < end, bytes[mark + 1] == 0x7B, let brace = bytes[mark..<end].firstIndex(of: 0x7D) {
      return ((mark + 2)..<brace, brace + 1)
    }
    let nameEnd = keyEnd(from: mark + 1, end: end, in: bytes)
    return ((mark + 1)..<nameEnd, nameEnd)
  }

  /// Pandoc's rule: letters, digits and `_`, with single `:.#$%&-+?<>~/` inside; `#` begins our anchor.
  private static func keyEnd(from start: Int, end: Int, in bytes: [UInt8]) -> Int {
    var index = start
    while index < end {
      if LinkScanner.isKeyByte(bytes[index]) {
        // A full-width comma or colon ends a key as its ASCII twin does.
        if bytes[index] == 0xEF || (bytes[index] == 0xE3 && index + 1 < end && bytes[index + 1] == 0x80) {
          break
        }
        index += 1
      } else if isInnerPunctuation(bytes[index]), index > start, index + 1 < end,
        LinkScanner.isKeyByte(bytes[index + 1])
      {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  private static func isInnerPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3A, 0x2E, 0x24, 0x25, 0x26, 0x2D, 0x2B, 0x3F, 0x3C, 0x3E, 0x7E, 0x2F: true
    default: false
    }
  }

  /// White space at the ends goes, and runs inside become one space.
  private static func fold(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var gap = false
    for byte in text {
      if ASCII.isSpace(byte) {
        gap = !result.isEmpty
      } else {
        if gap { result.append(0x20) }
        gap = false
        result.append(byte)
      }
    }
    return result
  }
}
