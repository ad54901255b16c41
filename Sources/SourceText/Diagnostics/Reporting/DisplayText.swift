/// Text as it may be printed to a person: what a terminal would obey, or what would change the order or hide parts
/// of the line, is shown as an escape such as `\u{202E}`.
package enum DisplayText {
  /// The text with everything that is not safe to print replaced by an escape, line ends and tabs included.
  ///
  /// - Complexity: O(scalars).
  package static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        result.append(contentsOf: escape(scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a scalar is a control, a separator of lines, or one of the invisible ones that reorder or hide text
  /// (Unicode Technical Standard #55, "Unicode Source Code Handling").
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE007F: true
    default: false
    }
  }

  static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }
}
