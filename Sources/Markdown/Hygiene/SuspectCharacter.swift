/// What is wrong with a character that a text should not hold.
enum SuspectCharacter: Int, CaseIterable {
  case byteOrderMark, nul, control, bidi, softHyphen, zeroWidth, privateUse

  /// Judges a character by itself; `nil` for those that nobody minds.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0: self = .nul
    case 0x09, 0x0A, 0x0C, 0x0D: return nil
    case 0x01..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: self = .control
    case 0xAD: self = .softHyphen
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .bidi
    case 0x200B...0x200D, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xE0000...0xE007F: self = .zeroWidth
    case 0xE000...0xF8FF, 0xFFF9...0xFFFD, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: self = .privateUse
    default: return nil
    }
  }

  /// Whether a character without width is needed where it stands: a joiner within an emoji or a word of a script that
  /// joins its letters, a break in a script that writes no spaces.
  static func isNeeded(
    _ scalar: Unicode.Scalar, before next: Unicode.Scalar?, behind previous: Unicode.Scalar?
  ) -> Bool {
    switch scalar.value {
    case 0x200D where isEmoji(previous) && isEmoji(next): true
    case 0x200C, 0x200D: joinsLetters(previous) || joinsLetters(next)
    case 0x200B: writesNoSpaces(previous) || writesNoSpaces(next)
    default: false
    }
  }

  /// A part of an emoji; digits, which are emoji of their own to Unicode, are not meant.
  private static func isEmoji(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.value > 0xFF else { return false }
    return scalar.properties.isEmoji || scalar.value == 0xFE0F
  }

  /// Scripts with joining or conjunct forms: Arabic to Sinhala, Tibetan, Myanmar, Khmer, Mongolian, Balinese and
  /// others of their kind, by blocks.
  private static func joinsLetters(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.value ?? 0 {
    case 0x0600...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1A20...0x1AAF, 0x1B00...0x1C4F,
      0xA800...0xA95F, 0xA980...0xABFF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x10A00...0x11FFF,
      0x1E900...0x1E95F:
      true
    default: false
    }
  }

  /// Thai, Lao, Tibetan, Myanmar, Khmer, Tai scripts, by blocks.
  private static func writesNoSpaces(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.value ?? 0 {
    case 0x0E00...0x109F, 0x1780...0x17FF, 0x1950...0x19FF, 0x1A20...0x1AAF: true
    default: false
    }
  }
}
