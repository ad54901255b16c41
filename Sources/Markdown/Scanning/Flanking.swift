/// Whether a run of delimiters may open and close emphasis (CommonMark 0.30, 6.2).
///
/// CommonMark counts full-width punctuation as any other, so that `**这是重点。**所以` is not bold. With `isCJKAware`
/// punctuation of Chinese, Japanese and Korean counts as letters do, and any character of these scripts allows what
/// white space beside other punctuation allows, because these scripts put no spaces between words.
struct Flanking: Equatable {
  var canOpen: Bool
  var canClose: Bool

  init(canOpen: Bool, canClose: Bool) {
    self.canOpen = canOpen
    self.canClose = canClose
  }

  /// Judges a run by the characters around it.
  init(before: Neighbour, after: Neighbour, isCJKAware: Bool) {
    canOpen = Flanking.isFlanking(inside: after, outside: before, isCJKAware: isCJKAware)
    canClose = Flanking.isFlanking(inside: before, outside: after, isCJKAware: isCJKAware)
  }

  private static func isFlanking(inside: Neighbour, outside: Neighbour, isCJKAware: Bool) -> Bool {
    switch inside {
    case .space: return false
    case .letter, .ideograph, .span: return true
    case .widePunctuation where isCJKAware: return true
    case .widePunctuation, .punctuation: break
    }
    switch outside {
    case .space, .punctuation, .widePunctuation, .span: return true
    case .ideograph: return isCJKAware
    case .letter: return false
    }
  }

  /// What a character beside a run of delimiters is to the rules of emphasis.
  enum Neighbour {
    case space
    case punctuation
    /// Punctuation of Chinese, Japanese and Korean text.
    case widePunctuation
    /// Any other character of these scripts.
    case ideograph
    /// Everything else.
    case letter
    /// A formula, citation or other span, which allows all that either a letter or punctuation allows.
    case span

    /// Judges a character; `nil` stands for the beginning or end of the text.
    init(_ scalar: Unicode.Scalar?) {
      guard let scalar else {
        self = .space
        return
      }
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        self = ASCII.isSpace(byte) ? .space : ASCII.isPunctuation(byte) ? .punctuation : .letter
        return
      }
      if 0x4E00...0x9FFF ~= scalar.value {
        self = .ideograph
        return
      }
      switch scalar.properties.generalCategory {
      case .spaceSeparator:
        self = .space
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation:
        self = Neighbour.isWide(scalar) ? .widePunctuation : .punctuation
      default:
        self = Neighbour.isWide(scalar) ? .ideograph : .letter
      }
    }

    /// Whether a character belongs to the scripts of East Asia or to their punctuation, full-width forms included.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
        0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF01...0xFFEE, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
        0x1F200...0x1F2FF, 0x20000...0x3FFFF:
        true
      default:
        false
      }
    }
  }
}

/// Reads single characters of UTF-8 text.
enum UTF8Scalar {
  /// The character that begins at an offset; U+FFFD where the bytes are no character.
  static func at(_ offset: Int, end: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    guard offset < end else { return nil }
    let lead = bytes[offset]
    if lead < 0x80 { return Unicode.Scalar(lead) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + length <= end else { return "\u{FFFD}" }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in bytes[(offset + 1)..<(offset + length)] {
      guard byte & 0xC0 == 0x80 else { return "\u{FFFD}" }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Where the character begins that ends before an offset.
  static func start(before offset: Int, start: Int, in bytes: [UInt8]) -> Int {
    var index = offset - 1
    while index > start, bytes[index] & 0xC0 == 0x80, offset - index < 4 { index -= 1 }
    return index
  }
}
