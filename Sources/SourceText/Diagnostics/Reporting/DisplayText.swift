/// Text as it may be printed to a person.
///
/// What a terminal would obey, or what would change the order or hide parts of the line, is shown as an escape
/// such as `\u{202E}`. Percent-encoded letters beyond ASCII are shown as the letters they stand for: nobody reads
/// `%E7%86%B5` as 熵.
package enum DisplayText {
  /// The text with line ends, tabs and everything else that is not safe to print replaced by escapes.
  ///
  /// - Complexity: O(bytes).
  package static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for piece in pieces(of: text) {
      if isUnsafe(piece.scalar) {
        result.append(contentsOf: escape(piece.scalar).unicodeScalars)
      } else {
        result.append(piece.scalar)
      }
    }
    return String(result)
  }

  /// A sentence as ``printable(_:)`` shows it, cut in its middle when a name in it takes more than a few lines.
  static func sentence(_ text: String) -> String {
    let scalars = printable(text).unicodeScalars
    guard scalars.count > sentenceLimit else { return String(scalars) }
    return String(scalars.prefix(sentenceLimit * 2 / 3)) + "…" + String(scalars.suffix(sentenceLimit / 3))
  }

  private static let sentenceLimit = 480

  /// A scalar to show, and how many bytes of the text it stands for.
  struct Piece {
    var scalar: Unicode.Scalar
    var byteCount: Int
  }

  /// The scalars of a text in their order, percent-encoded ones decoded.
  static func pieces(of text: String) -> [Piece] {
    let scalars = Array(text.unicodeScalars)
    var pieces: [Piece] = []
    pieces.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "%", let piece = encodedScalar(scalars[index...]) {
        pieces.append(piece)
        index += piece.byteCount
      } else {
        pieces.append(Piece(scalar: scalars[index], byteCount: UTF8.width(scalars[index])))
        index += 1
      }
    }
    return pieces
  }

  /// The scalar beyond ASCII whose UTF-8 bytes a text begins with, each written `%XX`.
  private static func encodedScalar(_ text: ArraySlice<Unicode.Scalar>) -> Piece? {
    var bytes: [UInt8] = []
    var rest = text
    while bytes.count < 4, rest.count >= 3, rest.first == "%" {
      let digits = rest.dropFirst().prefix(2)
      guard digits.allSatisfy({ Character($0).isHexDigit && $0.isASCII }),
        let byte = UInt8(String(String.UnicodeScalarView(digits)), radix: 16), byte >= 0x80
      else { break }
      bytes.append(byte)
      rest = rest.dropFirst(3)
    }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return Piece(scalar: scalar, byteCount: 3 * UTF8.width(scalar))
  }

  /// Whether a scalar is a control, a separator of lines, or one of the invisible ones that reorder or hide
  /// text (Unicode Technical Standard #55, "Unicode Source Code Handling").
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE007F: true
    default: false
    }
  }

  /// Whether nothing is seen of a scalar, or nothing that has a meaning; where such a scalar is what is meant, it is
  /// shown as an escape too.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .format, .privateUse: true
    default: scalar.value == 0xFFFC
    }
  }

  static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }
}
