/// Text as a scalar of YAML front matter.
package enum YAMLText {
  /// The text plain where that reads back the same, in single quotes else; line ends and control characters become
  /// spaces, noncharacters U+FFFD.
  ///
  /// - Complexity: O(length).
  package static func scalar(_ text: [UInt8]) -> [UInt8] {
    let line = oneLine(text)
    guard !isPlain(line) else { return line }
    return [0x27] + line.flatMap { $0 == 0x27 ? [$0, $0] : [$0] } + [0x27]
  }

  /// The text as YAML takes it in one line, without quotes.
  static func oneLine(_ text: [UInt8]) -> [UInt8] {
    Array(String(String.UnicodeScalarView(scalars(of: text))).utf8)
  }

  /// The characters of a text that YAML takes in one line.
  private static func scalars(of text: [UInt8]) -> [Unicode.Scalar] {
    String(decoding: text, as: UTF8.self).unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      default: scalar.properties.isNoncharacterCodePoint ? "\u{FFFD}" : scalar
      }
    }
  }

  /// A flow list of texts.
  static func list(_ texts: [[UInt8]]) -> [UInt8] {
    [0x5B] + texts.map(scalar).joined(separator: [0x2C, 0x20]) + [0x5D]
  }

  /// Whether a text needs no quotes, neither in a line of its own nor in a flow list.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    guard let first = text.first, let last = text.last, last != 0x20, last != 0x3A else { return false }
    guard TextBytes.isAlphanumeric(first) || first >= 0x80, first != 0xEF, first != 0xC2 else { return false }
    // Full-width commas in a list are more often meant to divide it; quotes say that these are not.
    let commas = ["，", "、"].contains { TextBytes.find(Array($0.utf8), in: 0..<text.count, of: text) != nil }
    guard !commas else { return false }
    let words = ["null", "true", "false", "yes", "no", "on", "off"]
    guard !words.contains(String(decoding: text, as: UTF8.self).lowercased()) else { return false }
    return text.indices.allSatisfy { index in
      switch text[index] {
      case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D: false
      case 0x3A: text[index + 1] != 0x20
      case 0x23: text[index - 1] != 0x20
      default: true
      }
    }
  }
}
