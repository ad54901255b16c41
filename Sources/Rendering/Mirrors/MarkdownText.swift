/// Forms of text that Markdown reads back as the text it was.
enum MarkdownText {
  /// Text with a backslash before all that CommonMark, or the formulas and marks of many dialects, would read as
  /// markup within a line.
  ///
  /// - Complexity: O(bytes).
  static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(where: mayBeMarkup) else { return Array(text) }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.count + 8)
    for (index, byte) in zip(text.indices, text) {
      if isMarkup(byte, at: index, in: text) { escaped.append(0x5C) }
      // A line's end would begin another line of the block.
      escaped.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
    return escaped
  }

  /// Whether a byte may have to be escaped.
  static func mayBeMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x0D, 0x24, 0x26, 0x2A, 0x3C, 0x3D, 0x5B...0x5D, 0x5F, 0x60, 0x7E: true
    default: false
    }
  }

  private static func isMarkup(_ byte: UInt8, at index: Int, in text: ArraySlice<UInt8>) -> Bool {
    func neighbour(_ offset: Int) -> UInt8 {
      text.indices.contains(index + offset) ? text[index + offset] : 0
    }
    switch byte {
    case 0x24, 0x2A, 0x3C, 0x5B, 0x5C, 0x5D, 0x5F, 0x60, 0x7E: return true
    case 0x3D: return neighbour(-1) == byte || neighbour(1) == byte
    case 0x26:
      let name = text[(index + 1)...].prefix(40).drop { $0 == 0x23 || isAlphanumeric($0) }
      return name.first == 0x3B && neighbour(1) != 0x3B
    default: return false
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// A code span of a text (CommonMark 0.30, 6.1): its backticks are more than any within.
  static func code(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let marks = [UInt8](repeating: 0x60, count: longestRun(of: 0x60, in: text) + 1)
    let touches = text.first == 0x60 || text.last == 0x60
    let isStripped = text.first == 0x20 && text.last == 0x20 && text.contains { $0 != 0x20 }
    let space: [UInt8] = touches || isStripped ? [0x20] : []
    return marks + space + text + space + marks
  }

  /// The longest run of a byte.
  static func longestRun(of byte: UInt8, in text: ArraySlice<UInt8>) -> Int {
    var longest = 0
    var run = 0
    for other in text {
      run = other == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// What ends a link behind its text: `](address "title")`.
  static func linkEnd(_ address: [UInt8], title: [UInt8] = []) -> [UInt8] {
    let url = HTMLWriter.percentEncoded(address)
    var end: [UInt8] = []
    end.reserveCapacity(url.count + title.count + 8)
    end += [0x5D, 0x28]
    let holdsParentheses = url.contains { $0 == 0x28 || $0 == 0x29 }
    if holdsParentheses || url.isEmpty { end.append(0x3C) }
    for (index, byte) in url.enumerated() {
      if isMarkup(byte, at: index, in: url[...]), byte == 0x26 { end.append(0x5C) }
      end.append(byte)
    }
    if holdsParentheses || url.isEmpty { end.append(0x3E) }
    if !title.isEmpty {
      end += [0x20, 0x22]
      for byte in title {
        if byte == 0x22 || byte == 0x5C || byte == 0x26 { end.append(0x5C) }
        end.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
      }
      end.append(0x22)
    }
    end.append(0x29)
    return end
  }

  /// A link whose text is its address, which must be one with a scheme.
  static func address(_ url: [UInt8]) -> [UInt8] { [0x3C] + HTMLWriter.percentEncoded(url) + [0x3E] }

  /// Whether every bracket of inlines is closed, as those of a link's text must be.
  static func hasBalancedBrackets(_ inlines: [UInt8]) -> Bool {
    var depth = 0
    var isEscaped = false
    for byte in inlines {
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte == 0x5B {
        depth += 1
      } else if byte == 0x5D {
        depth -= 1
        if depth < 0 { return false }
      }
    }
    return depth == 0
  }
}

/// What makes a line another block than the paragraph it belongs to (CommonMark 0.30, 4 and 5).
enum LineStart {
  /// The byte of a text at the beginning of a line that must be escaped; `nil` when nothing must.
  ///
  /// - Parameter isWhole: whether nothing else stands in the line.
  /// - Complexity: O(1) for nearly all text.
  static func marker(in text: ArraySlice<UInt8>, isWhole: Bool) -> Int? {
    guard let first = text.first else { return nil }
    let start = text.startIndex
    switch first {
    case 0x3E, 0x3C:  // > <
      return start
    case 0x23:  // #
      let level = text.prefix { $0 == first }
      return level.count <= 6 && endsMarker(text, level.endIndex) ? start : nil
    case 0x2B:  // +
      return endsMarker(text, start + 1) ? start : nil
    case 0x2A, 0x2D, 0x3D, 0x3A, 0x5F, 0x7C:  // * - = : _ |
      if first == 0x2A || first == 0x2D, endsMarker(text, start + 1) { return start }
      return isWhole && isRule(text) ? start : nil
    case 0x60, 0x7E:  // ` ~
      return text.prefix(3).count == 3 && text.prefix(3).allSatisfy { $0 == first } ? start : nil
    case 0x25:  // %, of a comment in some dialects
      return text.dropFirst().first == first ? start : nil
    case 0x5B:  // [
      guard let close = text.firstIndex(of: 0x5D), close + 1 < text.endIndex else { return nil }
      return text[close + 1] == 0x3A ? start : nil
    case 0x30...0x39:
      let digits = text.prefix(10).prefix { $0 &- 0x30 < 10 }
      guard digits.count <= 9, digits.endIndex < text.endIndex else { return nil }
      let isDelimiter = text[digits.endIndex] == 0x2E || text[digits.endIndex] == 0x29
      return isDelimiter && endsMarker(text, digits.endIndex + 1) ? digits.endIndex : nil
    default:
      return nil
    }
  }

  private static func endsMarker(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    index >= text.endIndex || text[index] == 0x20 || text[index] == 0x09
  }

  /// Whether a line can be a thematic break, the underline of a heading or the second row of a table.
  static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { byte in
      switch byte {
      case 0x20, 0x09, 0x2A, 0x2D, 0x3A, 0x3D, 0x5F, 0x7C: true
      default: false
      }
    }
  }
}
