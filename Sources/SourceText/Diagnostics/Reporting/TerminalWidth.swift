/// How many columns of a terminal a scalar takes.
///
/// Columns follow Unicode Standard Annex #11: wide and fullwidth characters take two, combining marks none,
/// all others one; what is ambiguous takes one, as terminals show it outside of legacy East Asian encodings.
enum TerminalWidth {
  static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    // Vowels and finals of Hangul join the syllable before them.
    if 0x1160...0x11FF ~= scalar.value || 0xD7B0...0xD7FF ~= scalar.value { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x1100 { return false }
    let place = wideRanges.partitioningIndex { $0.upperBound >= scalar.value }
    if place < wideRanges.count, wideRanges[place].contains(scalar.value) { return true }
    // Regional indicators are half a flag each.
    return scalar.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF ~= scalar.value)
  }

  /// Wide and fullwidth ranges of EastAsianWidth.txt, Unicode 15.1, without the emoji; ascending. A gap of
  /// unassigned characters within a block of ideographs or syllables is part of its range.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F202, 0x1F210...0x1F23B,
    0x1F240...0x1F248, 0x1F250...0x1F251, 0x1F260...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
