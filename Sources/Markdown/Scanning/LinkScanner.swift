/// The rules for where wiki links and citations end.
enum LinkScanner {
  /// Longest wiki link or citation looked for.
  static let reach = 1024

  /// The offset of the `]]` that closes `[[`.
  static func endOfWikiLink(
    openedAt open: Int, end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    var index = open + 2
    defer { work.read(open, to: index) }
    let limit = min(end, index + reach)
    while index + 1 < limit {
      switch bytes[index] {
      case 0x0A, 0x0D, 0x5B: return nil
      case 0x5D where bytes[index + 1] == 0x5D:
        guard index > open + 2 else { return nil }
        let isLinkText = index + 2 < end && bytes[index + 2] == 0x28
        return isLinkText ? nil : index
      default: index += 1
      }
    }
    return nil
  }

  /// The offset of the `]` that closes a citation: brackets that hold an `@` with a key at the beginning, behind
  /// white space, `-` or `;`, and are not the text of a link.
  static func endOfCitation(
    openedAt open: Int, end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> Int? {
    var index = open + 1
    defer { work.read(open, to: index) }
    var hasKey = false
    let limit = min(end, index + reach)
    while index < limit {
      switch bytes[index] {
      case 0x5B:
        return nil
      case 0x5D:
        let isLinkText = index + 1 < end && bytes[index + 1] == 0x28
        return hasKey && !isLinkText ? index : nil
      case 0x40 where isKeyStart(at: index, open: open, end: limit, in: bytes):
        hasKey = true
        if bytes[index + 1] == 0x7B {
          index = bytes[index..<limit].firstIndex(of: 0x7D) ?? limit
        }
      case 0x5C:
        index += 1
      default:
        break
      }
      index += 1
    }
    return nil
  }

  static func isKeyStart(at index: Int, open: Int, end: Int, in bytes: [UInt8]) -> Bool {
    let before = bytes[index - 1]
    let isBegun =
      index == open + 1 || ASCII.isSpace(before) || before == 0x3B
      || (before == 0x2D && (index == open + 2 || bytes[index - 2] == 0x20 || bytes[index - 2] == 0x3B))
      || before >= 0x80
    guard isBegun, index + 1 < end else { return false }
    return bytes[index + 1] == 0x7B || isKeyByte(bytes[index + 1])
  }

  /// Letters, digits, `_` and everything beyond ASCII may begin a key.
  static func isKeyByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte >= 0x80
  }
}
