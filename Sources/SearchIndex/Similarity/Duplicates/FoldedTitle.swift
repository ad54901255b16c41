/// A title without what its author may write one way or another: width, case, script, spaces and punctuation.
///
/// Signs that carry meaning stay: those of arithmetic and comparison, `+ # @ % & / * ^ ~ | $ = < >`, a point between
/// digits, a minus before a digit at the beginning of a number. Words keep a space between them, and so do a word and a
/// Latin word behind it, but not ideographs. O(title).
package func foldedTitle(_ title: [UInt8]) -> [UInt8] {
  var folder = TitleFolder(text: title)
  return folder.folded()
}

/// The state of folding one title.
private struct TitleFolder {
  let text: [UInt8]
  private var output: [UInt8] = []
  /// Whether the last character was of a word, and whether something that is left out stood behind it.
  private var isInWord = false
  private var hasGap = false
  private static let apostrophe: UInt32 = 0x27

  init(text: [UInt8]) {
    self.text = text
  }

  mutating func folded() -> [UInt8] {
    let characters = CharacterTable.bundled
    var index = 0
    while index < text.count {
      guard let (scalar, length) = decodeScalar(text.span, at: index) else {
        index += 1
        hasGap = true
        continue
      }
      index += length
      // Full-width forms of ASCII.
      let plain = 0xFF01...0xFF5E ~= scalar ? scalar - 0xFEE0 : scalar
      if plain < 0x80 {
        takeASCII(UInt8(truncatingIfNeeded: plain), before: asciiDigit(at: index))
        continue
      }
      let (kind, value) = characters.lookUp(scalar)
      switch kind {
      case .separator: hasGap = true
      case .ignored: break
      case .letter, .mapped: if value != TitleFolder.apostrophe { takeWord(value) }
      case .ideograph, .traditional, .uncertain: takeIdeograph(value)
      case .string, .number: takeIdeograph(scalar)
      }
    }
    return output
  }

  /// Whether a digit stands at a place, also a full-width one.
  private func asciiDigit(at index: Int) -> Bool {
    guard index < text.count, let (scalar, _) = decodeScalar(text.span, at: index) else { return false }
    return scalar &- 0x30 < 10 || scalar &- 0xFF10 < 10
  }

  private mutating func takeASCII(_ byte: UInt8, before isBeforeDigit: Bool) {
    switch byte {
    case _ where isLetterOrDigit(byte): takeWord(UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte))
    case 0x23...0x26, 0x2A, 0x2B, 0x2F, 0x3C...0x3E, 0x40, 0x5E, 0x7C, 0x7E: takeSign(byte)
    case UInt8(TitleFolder.apostrophe): break
    case 0x2E where isBeforeDigit && !hasGap && (output.last ?? 0) &- 0x30 < 10: takeSign(byte)
    case 0x2D where isBeforeDigit && (hasGap || !isInWord): takeSign(byte)
    default: hasGap = true
    }
  }

  private mutating func takeSign(_ byte: UInt8) {
    output.append(byte)
    isInWord = false
    hasGap = false
  }

  private mutating func takeWord(_ scalar: UInt32) {
    if hasGap, isInWord { output.append(0x20) }
    appendUTF8(scalar, to: &output)
    isInWord = true
    hasGap = false
  }

  private mutating func takeIdeograph(_ scalar: UInt32) {
    appendUTF8(scalar, to: &output)
    isInWord = false
    hasGap = false
  }
}
