/// The alphabets of mathematics.
///
/// MathML Core knows only `mathvariant="normal"`, so every other alphabet is written with Unicode's
/// mathematical alphanumeric symbols (The Unicode Standard, section 22.2).
package enum Alphabet: UInt8, Sendable {
  /// TeX's own choice: variables italic, capital Greek upright.
  case normal
  case upright, italic, bold, boldItalic, script, boldScript, fraktur, boldFraktur, doubleStruck
  case sansSerif, sansSerifBold, sansSerifItalic, sansSerifBoldItalic, monospace

  /// Whether neighbouring letters make one name.
  var joinsLetters: Bool {
    switch self {
    case .upright, .italic, .bold, .sansSerif, .sansSerifBold, .monospace: true
    case .normal, .boldItalic, .script, .boldScript, .fraktur, .boldFraktur, .doubleStruck, .sansSerifItalic,
      .sansSerifBoldItalic:
      false
    }
  }

  /// The bold companion.
  var emboldened: Alphabet {
    switch self {
    case .normal, .italic, .boldItalic: .boldItalic
    case .upright, .bold: .bold
    case .script, .boldScript: .boldScript
    case .fraktur, .boldFraktur: .boldFraktur
    case .sansSerif, .sansSerifBold: .sansSerifBold
    case .sansSerifItalic, .sansSerifBoldItalic: .sansSerifBoldItalic
    case .doubleStruck, .monospace: self
    }
  }

  /// This alphabet inside another one: the inner one's, made bold inside `\boldsymbol`.
  func nested(in outer: Alphabet) -> Alphabet {
    switch (self, outer) {
    case (.script, .boldItalic), (.fraktur, .boldItalic), (.upright, .boldItalic), (.sansSerif, .boldItalic),
      (.sansSerifItalic, .boldItalic):
      emboldened
    default: self
    }
  }

  /// The letter or digit of this alphabet that stands for a plain one; what the alphabet lacks stays as it is.
  ///
  /// - Complexity: O(1).
  package func mapped(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: mappedLatin(scalar - 0x41)
    case 0x61...0x7A: mappedLatin(scalar - 0x61 + 26)
    case 0x30...0x39: mappedDigit(scalar - 0x30)
    case 0x131 where self == .italic: 0x1D6A4
    case 0x237 where self == .italic: 0x1D6A5
    case 0x391...0x3F5, 0x2202, 0x2207: mappedGreek(scalar)
    default: scalar
    }
  }

  private func mappedLatin(_ index: UInt32) -> UInt32 {
    let first: UInt32
    switch self {
    case .normal, .upright: return index < 26 ? 0x41 + index : 0x61 + index - 26
    case .bold: first = 0x1D400
    case .italic: first = 0x1D434
    case .boldItalic: first = 0x1D468
    case .script: first = 0x1D49C
    case .boldScript: first = 0x1D4D0
    case .fraktur: first = 0x1D504
    case .doubleStruck: first = 0x1D538
    case .boldFraktur: first = 0x1D56C
    case .sansSerif: first = 0x1D5A0
    case .sansSerifBold: first = 0x1D5D4
    case .sansSerifItalic: first = 0x1D608
    case .sansSerifBoldItalic: first = 0x1D63C
    case .monospace: first = 0x1D670
    }
    return Self.filledHole(first + index)
  }

  private func mappedDigit(_ digit: UInt32) -> UInt32 {
    switch self {
    case .bold, .boldItalic: 0x1D7CE + digit
    case .doubleStruck: 0x1D7D8 + digit
    case .sansSerif, .sansSerifItalic: 0x1D7E2 + digit
    case .sansSerifBold, .sansSerifBoldItalic: 0x1D7EC + digit
    case .monospace: 0x1D7F6 + digit
    case .normal, .upright, .italic, .script, .boldScript, .fraktur, .boldFraktur: 0x30 + digit
    }
  }

  private func mappedGreek(_ scalar: UInt32) -> UInt32 {
    let index: UInt32
    switch scalar {
    case 0x391...0x3A1, 0x3A3...0x3A9: index = scalar - 0x391
    case 0x2207: index = 25
    case 0x3B1...0x3C9: index = scalar - 0x3B1 + 26
    case 0x2202: index = 51
    case 0x3F5: index = 52
    case 0x3D1: index = 53
    case 0x3F0: index = 54
    case 0x3D5: index = 55
    case 0x3F1: index = 56
    case 0x3D6: index = 57
    default: return scalar
    }
    switch self {
    case .bold: return 0x1D6A8 + index
    case .italic: return 0x1D6E2 + index
    case .boldItalic: return 0x1D71C + index
    case .sansSerifBold: return 0x1D756 + index
    case .sansSerifBoldItalic: return 0x1D790 + index
    case .doubleStruck: return Self.doubleStruckGreek(scalar)
    case .normal, .upright, .script, .boldScript, .fraktur, .boldFraktur, .sansSerif, .sansSerifItalic,
      .monospace:
      return scalar
    }
  }

  private static func doubleStruckGreek(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x393: 0x213E
    case 0x3A0: 0x213F
    case 0x3A3: 0x2140
    case 0x3B3: 0x213D
    case 0x3C0: 0x213C
    default: scalar
    }
  }

  /// The plain letter and the alphabet of a letter of a mathematical alphabet; `nil` for any other character.
  static func decomposed(_ scalar: UInt32) -> (letter: UInt32, alphabet: Alphabet)? {
    switch scalar {
    case 0x1D400...0x1D6A3:
      let latin = blocks[Int((scalar - 0x1D400) / 52)]
      let index = (scalar - 0x1D400) % 52
      return (index < 26 ? 0x41 + index : 0x61 + index - 26, latin)
    case 0x1D6A4: return (0x131, .italic)
    case 0x1D6A5: return (0x237, .italic)
    case 0x1D6A8...0x1D7C9:
      let greek: [Alphabet] = [.bold, .italic, .boldItalic, .sansSerifBold, .sansSerifBoldItalic]
      return (greekLetter((scalar - 0x1D6A8) % 58), greek[Int((scalar - 0x1D6A8) / 58)])
    case 0x1D7CE...0x1D7FF:
      let digits: [Alphabet] = [.bold, .doubleStruck, .sansSerif, .sansSerifBold, .monospace]
      return (0x30 + (scalar - 0x1D7CE) % 10, digits[Int((scalar - 0x1D7CE) / 10)])
    // Two of them are signs of their own.
    case 0x2111, 0x211C: return nil
    case 0x2102...0x2134:
      for alphabet in [Alphabet.italic, .script, .fraktur, .doubleStruck] {
        for letter in UInt32(0x41)...0x7A where alphabet.mapped(letter) == scalar && letter != scalar {
          return (letter, alphabet)
        }
      }
      return nil
    default: return nil
    }
  }

  /// The alphabets in the order of their blocks of letters.
  private static let blocks: [Alphabet] = [
    .bold, .italic, .boldItalic, .script, .boldScript, .fraktur, .doubleStruck, .boldFraktur, .sansSerif,
    .sansSerifBold, .sansSerifItalic, .sansSerifBoldItalic, .monospace,
  ]

  /// The letter at a place of a Greek block.
  private static func greekLetter(_ index: UInt32) -> UInt32 {
    switch index {
    case 17: 0x3F4
    case 0..<25: 0x391 + index
    case 25: 0x2207
    case 26..<51: 0x3B1 + index - 26
    case 51: 0x2202
    case 52: 0x3F5
    case 53: 0x3D1
    case 54: 0x3F0
    case 55: 0x3D5
    case 56: 0x3F1
    default: 0x3D6
    }
  }

  /// Letters that Unicode had before the mathematical alphabets keep their old place.
  private static func filledHole(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x1D455: 0x210E  // ℎ
    case 0x1D49D: 0x212C  // ℬ
    case 0x1D4A0: 0x2130  // ℰ
    case 0x1D4A1: 0x2131  // ℱ
    case 0x1D4A3: 0x210B  // ℋ
    case 0x1D4A4: 0x2110  // ℐ
    case 0x1D4A7: 0x2112  // ℒ
    case 0x1D4A8: 0x2133  // ℳ
    case 0x1D4AD: 0x211B  // ℛ
    case 0x1D4BA: 0x212F  // ℯ
    case 0x1D4BC: 0x210A  // ℊ
    case 0x1D4C4: 0x2134  // ℴ
    case 0x1D506: 0x212D  // ℭ
    case 0x1D50B: 0x210C  // ℌ
    case 0x1D50C: 0x2111  // ℑ
    case 0x1D515: 0x211C  // ℜ
    case 0x1D51D: 0x2128  // ℨ
    case 0x1D53A: 0x2102  // ℂ
    case 0x1D53F: 0x210D  // ℍ
    case 0x1D545: 0x2115  // ℕ
    case 0x1D547: 0x2119  // ℙ
    case 0x1D548: 0x211A  // ℚ
    case 0x1D549: 0x211D  // ℝ
    case 0x1D551: 0x2124  // ℤ
    default: scalar
    }
  }
}
