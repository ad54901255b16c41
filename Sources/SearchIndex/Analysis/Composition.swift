/// Canonical composition where East Asian text needs it: kana with a voicing mark, hangul in conjoining jamo
/// (Unicode 15, section 3.12). Of other scripts the marks vanish instead.

/// What `first`, folded, and the code point after it make together; nil where they stay apart.
func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
  switch second {
  case 0x3099, 0xFF9E: return voiced(first)
  case 0x309A, 0xFF9F: return isHaRow(first) ? first + 2 : nil
  case 0x1161...0x1175:
    return (0x1100...0x1112).contains(first) ? 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28 : nil
  case 0x11A8...0x11C2:
    let isOpen = (0xAC00...0xD7A3).contains(first) && (first - 0xAC00) % 28 == 0
    return isOpen ? first + second - 0x11A7 : nil
  default: return nil
  }
}

private func voiced(_ kana: UInt32) -> UInt32? {
  switch kana {
  case 0x3046: 0x3094
  case 0x304B...0x3062: kana % 2 == 1 ? kana + 1 : nil
  case 0x3064, 0x3066, 0x3068, 0x309D: kana + 1
  default: isHaRow(kana) ? kana + 1 : nil
  }
}

/// は, ひ, ふ, へ, ほ.
private func isHaRow(_ kana: UInt32) -> Bool {
  (0x306F...0x307B).contains(kana) && (kana - 0x306F) % 3 == 0
}
