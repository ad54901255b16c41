/// A style sheet without what only its authors need: comments, indentation, empty lines.
enum CompactStyleSheet {
  /// The style sheet without comments, blanks at the beginnings and ends of lines, and empty lines. Strings and the
  /// addresses in `url(…)` stay as they are, and so do comments that begin with `/*!`, as those about licences do, and
  /// those that alone part two tokens.
  ///
  /// A style sheet with a comment that does not end is left as it is.
  ///
  /// - Complexity: O(bytes).
  static func made(of styleSheet: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(styleSheet.count)
    var rest = styleSheet[...]
    while let byte = rest.first {
      if rest.starts(with: "/*".utf8) {
        guard let end = end(of: rest) else { return styleSheet }
        let isKept = rest.starts(with: "/*!".utf8)
        let comment = rest[..<end]
        rest = rest[end...]
        if isKept {
          output += comment
        } else if !isApart(output.last), !isApart(rest.first) {
          output += "/**/".utf8
        }
        continue
      }
      let token = opaque(rest)
      if !token.isEmpty {
        output += token
        rest = rest.dropFirst(token.count)
        continue
      }
      rest = rest.dropFirst()
      if byte == UInt8(ascii: "\n") {
        while let last = output.last, isBlank(last) { output.removeLast() }
        if !output.isEmpty { output.append(byte) }
        rest = rest.drop(while: isBlank)
      } else if !isBlank(byte) || !isLineStart(output) {
        output.append(byte)
      }
    }
    return output
  }

  /// Where a comment ends that a text begins with.
  private static func end(of text: ArraySlice<UInt8>) -> Int? {
    var index = text.startIndex + 2
    while index + 1 < text.endIndex {
      if text[index] == UInt8(ascii: "*"), text[index + 1] == UInt8(ascii: "/") { return index + 2 }
      index += 1
    }
    return nil
  }

  /// The string or the address without quotation marks that a text begins with, in which `/*` is no comment.
  private static func opaque(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let address = Array("url(".utf8)
    guard let first = text.first else { return [] }
    let close: UInt8
    var index = text.startIndex
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      close = first
      index += 1
    } else if text.prefix(address.count).elementsEqual(address, by: { $0 | 0x20 == $1 | 0x20 }) {
      close = UInt8(ascii: ")")
      index += address.count
      let inner = text[index...].first { !isBlank($0) }
      // A string within the brackets comes next by itself.
      if inner == UInt8(ascii: "\"") || inner == UInt8(ascii: "'") { return text[..<index] }
    } else {
      return []
    }
    while index < text.endIndex, text[index] != close {
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return text[..<min(index + 1, text.endIndex)]
  }

  /// Blanks, among them the ends of lines.
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  private static func isLineStart(_ output: [UInt8]) -> Bool { output.last.map { $0 == 0x0A } ?? true }

  /// Whether what stands beside a comment is not a part of a token: a blank, punctuation of CSS, or nothing.
  private static func isApart(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    return isBlank(byte) || "{};,".utf8.contains(byte)
  }
}
