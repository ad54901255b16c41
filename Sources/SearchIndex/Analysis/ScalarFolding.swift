/// What a code point is to the tokenizer, after folding.
enum FoldedScalar {
  /// Ends words and runs: spaces, punctuation, symbols, control characters.
  case separator
  /// Vanishes without ending a word: combining marks, joiners, soft hyphens.
  case ignored
  /// An ASCII character, lower case; itself a letter, a digit, a connector or a separator.
  case ascii(UInt8)
  /// Two ASCII letters for one character: `ß`, `æ`, `œ`, `þ`, `ĳ`.
  case pair(UInt8, UInt8)
  /// A letter or digit of another alphabetic script, lower case where the fold knows it.
  case letter(UInt32)
  /// A Han character, kana or hangul: indexed by characters and overlapping pairs, without a dictionary.
  case ideograph(UInt32)
}

/// Folds one code point of at least U+0080. A small table of our own: the standard library's Unicode tables are
/// out of reach in Embedded Swift, and both targets must agree bit for bit.
func fold(_ scalar: UInt32) -> FoldedScalar {
  if scalar >= 0x2E80 { return foldEastAsian(scalar) }
  if scalar < 0x180 { return foldLatin(scalar) }
  switch scalar {
  case 0x300...0x36F, 0x200B...0x200D, 0x2060: return .ignored
  case 0x386, 0x3AC: return .letter(0x3B1)
  case 0x388, 0x3AD: return .letter(0x3B5)
  case 0x389, 0x3AE: return .letter(0x3B7)
  case 0x38A, 0x3AF: return .letter(0x3B9)
  case 0x38C, 0x3CC: return .letter(0x3BF)
  case 0x38E, 0x3CD: return .letter(0x3C5)
  case 0x38F, 0x3CE: return .letter(0x3C9)
  case 0x391...0x3A9: return .letter(scalar + 0x20)
  case 0x3C2: return .letter(0x3C3)
  case 0x400...0x40F: return .letter(scalar + 0x50)
  case 0x410...0x42F: return .letter(scalar + 0x20)
  case 0x2070, 0x2074...0x2079: return .ascii(UInt8(truncatingIfNeeded: scalar - 0x2070) + 0x30)
  case 0x2080...0x2089: return .ascii(UInt8(truncatingIfNeeded: scalar - 0x2080) + 0x30)
  case 0x2010, 0x2011, 0x2212: return .ascii(0x2D)
  case 0x2019: return .ascii(0x27)
  case 0x1100...0x11FF: return .ideograph(scalar)
  case 0x2C00...0x2DFF: return .letter(scalar)
  case 0x2000...0x2BFF: return .separator
  default: return .letter(scalar)
  }
}

/// Latin-1 and Latin Extended-A: the base letter without its diacritics.
private func foldLatin(_ scalar: UInt32) -> FoldedScalar {
  let lower = (0xC0...0xDE).contains(scalar) && scalar != 0xD7 ? scalar + 0x20 : scalar
  switch lower {
  case 0xAD: return .ignored
  case 0xAA, 0xE0...0xE5, 0x100...0x105: return .ascii(0x61)
  case 0xE6: return .pair(0x61, 0x65)
  case 0xE7, 0x106...0x10D: return .ascii(0x63)
  case 0xF0, 0x10E...0x111: return .ascii(0x64)
  case 0xE8...0xEB, 0x112...0x11B: return .ascii(0x65)
  case 0x11C...0x123: return .ascii(0x67)
  case 0x124...0x127: return .ascii(0x68)
  case 0xEC...0xEF, 0x128...0x131: return .ascii(0x69)
  case 0x132, 0x133: return .pair(0x69, 0x6A)
  case 0x134, 0x135: return .ascii(0x6A)
  case 0x136...0x138: return .ascii(0x6B)
  case 0x139...0x142: return .ascii(0x6C)
  case 0xB5: return .letter(0x3BC)
  case 0xF1, 0x143...0x14B: return .ascii(0x6E)
  case 0xBA, 0xF2...0xF6, 0xF8, 0x14C...0x151: return .ascii(0x6F)
  case 0x152, 0x153: return .pair(0x6F, 0x65)
  case 0x154...0x159: return .ascii(0x72)
  case 0xDF: return .pair(0x73, 0x73)
  case 0x15A...0x161, 0x17F: return .ascii(0x73)
  case 0xFE: return .pair(0x74, 0x68)
  case 0x162...0x167: return .ascii(0x74)
  case 0xF9...0xFC, 0x168...0x173: return .ascii(0x75)
  case 0x174, 0x175: return .ascii(0x77)
  case 0xFD, 0xFF, 0x176...0x178: return .ascii(0x79)
  case 0x179...0x17E: return .ascii(0x7A)
  case 0xB2, 0xB3: return .ascii(UInt8(truncatingIfNeeded: lower - 0x80))
  case 0xB9: return .ascii(0x31)
  default: return .separator
  }
}

/// From the CJK radicals upwards: ideographs, full-width forms, mathematical alphabets.
private func foldEastAsian(_ scalar: UInt32) -> FoldedScalar {
  switch scalar {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xAC00...0xD7A3: return .ideograph(scalar)
  case 0x3040...0x30FA, 0x30FC...0x30FF, 0x3005...0x3007: return .ideograph(scalar)
  case 0x3100...0x31BF, 0x31F0...0x31FF, 0xF900...0xFAFF, 0x2E80...0x2FDF: return .ideograph(scalar)
  case 0xFF21...0xFF3A: return .ascii(UInt8(truncatingIfNeeded: scalar - 0xFF21) + 0x61)
  case 0xFF01...0xFF5E: return .ascii(UInt8(truncatingIfNeeded: scalar - 0xFF01) + 0x21)
  case 0xFF66...0xFF9D: return .ideograph(scalar)
  case 0x2E80...0x33FF, 0x4DC0...0x4DFF, 0xE000...0xF8FF, 0xFF00...0xFFFF: return .separator
  case 0xFE00...0xFE0F: return .ignored
  case 0xFE10...0xFE6F: return .separator
  case 0x20000...0x3FFFF: return .ideograph(scalar)
  case 0x1D400...0x1D6A3:
    // Thirteen alphabets of 52 letters, capitals first.
    return .ascii(UInt8(truncatingIfNeeded: (scalar - 0x1D400) % 26) + 0x61)
  case 0x1D7CE...0x1D7FF: return .ascii(UInt8(truncatingIfNeeded: (scalar - 0x1D7CE) % 10) + 0x30)
  case 0x10000...0x1CFFF: return .letter(scalar)
  case 0x1D000...0x1FFFF, 0x40000...0x10FFFF: return .separator
  default: return .letter(scalar)
  }
}
