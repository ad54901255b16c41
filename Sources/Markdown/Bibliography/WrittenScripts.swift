extension Unicode.Scalar {
  /// Whether the character belongs to a script that knows no spaces: Han, kana, bopomofo, their punctuation and
  /// full-width forms; Korean is written with spaces.
  package var isUnspaced: Bool {
    switch value {
    case 0x2E80...0x312F, 0x3190...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF9F,
      0xFFE0...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether the character is an ideograph, the marks for a repeated one and for zero included.
  package var isHan: Bool {
    switch value {
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
