/// Cuts text into tokens.
///
/// - Words: maximal runs of letters and digits, folded by `FoldingTable`; English ones with their stem.
/// - Identifiers, whole and in parts: see `IdentifierBuffer`.
/// - Han, kana and hangul: every character, with the one before it, so that a sink can form the overlapping
///   bigrams by code point. No dictionary decides where a word begins. Traditional characters become Simplified
///   ones where a table is given.
///
/// Ill-formed UTF-8 separates. One pass, no state outside the value, no allocation for a token; never fails.
struct Tokenizer {
  /// The most bytes of a word; a longer one is cut into pieces of this size.
  static let wordLimit = 48

  private let folding = FoldingTable.shared
  private let traditional: TraditionalTable?
  private var word = IdentifierBuffer()
  private var previousIdeograph: UInt32 = 0
  private var runLength = 0

  init(traditional: TraditionalTable? = nil) {
    self.traditional = traditional
  }

  /// Sends the tokens of `text` to `sink`, in order of their ends.
  mutating func tokenize(_ text: Span<UInt8>, into sink: inout some TokenSink) {
    var index = 0
    let count = text.count
    while index < count {
      let byte = text[index]
      if byte < 0x80 {
        ascii(byte, at: index, of: text, into: &sink)
        index += 1
      } else if let (scalar, length) = decodeScalar(text, at: index) {
        index += length
        if scalar &- 0x4E00 < 0x5200 {
          ideograph(scalar, into: &sink)
        } else {
          index += take(scalar, before: index, of: text, into: &sink)
        }
      } else {
        index += 1
        separate(&sink)
      }
    }
    separate(&sink)
  }

  /// Takes a code point from U+0080; `next` is where the text goes on. Gives the number of bytes of the marks
  /// that were composed with it.
  private mutating func take(
    _ scalar: UInt32, before next: Int, of text: Span<UInt8>, into sink: inout some TokenSink
  ) -> Int {
    let (kind, value) = folding.lookUp(scalar)
    switch kind {
    case .separator: separate(&sink)
    case .ignored: break
    case .letter: takeFolded(value, into: &sink)
    case .ideograph:
      var composed = value
      var index = next
      while composed < 0x3100 || composed >= 0xAC00, index < text.count,
        let (mark, length) = decodeScalar(text, at: index), let whole = compose(composed, mark)
      {
        composed = whole
        index += length
      }
      ideograph(composed, into: &sink)
      return index - next
    case .string: takeString(at: Int(value), into: &sink)
    case .number:
      separate(&sink)
      if value >= 10 { takeFolded(0x30 + value / 10, into: &sink) }
      takeFolded(0x30 + value % 10, into: &sink)
      separate(&sink)
    }
    return 0
  }

  private mutating func takeString(at start: Int, into sink: inout some TokenSink) {
    var index = start
    while index < foldingMappings.count {
      let byte = foldingMappings[index]
      let scalar: UInt32 =
        switch byte & 0x7F {
        case 0x41: 0x3BC
        case 0x42: 0x3C9
        case 0x43: 0x5D0
        default: UInt32(byte & 0x7F)
        }
      takeFolded(scalar, into: &sink)
      if byte >= 0x80 { return }
      index += 1
    }
  }

  /// Takes a letter or digit; of ASCII also a connector or a space.
  private mutating func takeFolded(_ scalar: UInt32, into sink: inout some TokenSink) {
    endRun(&sink)
    let byte = UInt8(truncatingIfNeeded: scalar)
    if scalar >= 0x80 || isLetterOrDigit(byte) {
      word.append(scalar: scalar, into: &sink)
    } else if scalar == 0x20 {
      separate(&sink)
    } else {
      word.connect(byte)
    }
  }

  @inline(__always)
  private mutating func ascii(
    _ byte: UInt8, at index: Int, of text: Span<UInt8>, into sink: inout some TokenSink
  ) {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: letter(byte, into: &sink)
    case 0x41...0x5A:
      if beginsHump(text, index) { word.markHump() }
      letter(byte | 0x20, into: &sink)
    case 0x2E:
      if word.isEmpty, isLetter(text, index + 1), !isByte(0x2E, text, index - 1) {
        endRun(&sink)
        word.beginWithPoint()
      } else {
        connector(byte, into: &sink)
      }
    case 0x2D, 0x5F, 0x2B, 0x23, 0x5E, 0x27: connector(byte, into: &sink)
    case 0x2C where groupsDigits(text, index) && word.continuesNumber(): break
    default: separate(&sink)
    }
  }

  private mutating func letter(_ byte: UInt8, into sink: inout some TokenSink) {
    if runLength > 0 { endRun(&sink) }
    word.append(byte, into: &sink)
  }

  private mutating func connector(_ byte: UInt8, into sink: inout some TokenSink) {
    if runLength > 0 { endRun(&sink) }
    word.connect(byte)
  }

  @inline(__always)
  private mutating func ideograph(_ scalar: UInt32, into sink: inout some TokenSink) {
    if !word.isEmpty { word.end(into: &sink) }
    let scalar = traditional?.simplified(scalar) ?? scalar
    sink.ideograph(scalar, after: previousIdeograph)
    previousIdeograph = scalar
    runLength += 1
  }

  @inline(__always)
  private mutating func separate(_ sink: inout some TokenSink) {
    if !word.isEmpty { word.end(into: &sink) }
    if runLength > 0 { endRun(&sink) }
  }

  private mutating func endRun(_ sink: inout some TokenSink) {
    guard runLength > 0 else { return }
    sink.endIdeographRun(length: runLength, last: previousIdeograph)
    previousIdeograph = 0
    runLength = 0
  }
}

/// Whether the capital at `index` begins a word within a word: `camelCase`, `HTMLParser`; not `iPhone`, `GPUs`,
/// `LaTeX` before its X.
private func beginsHump(_ text: Span<UInt8>, _ index: Int) -> Bool {
  guard isLetter(text, index - 1), isLetter(text, index - 2) else { return false }
  if isLower(text, index - 1) { return isLetter(text, index + 1) }
  return !isLower(text, index - 2) && isLower(text, index + 1) && isLower(text, index + 2)
}

/// Whether the comma at `index` may stand between groups of a number: three digits behind it, and no fourth.
private func groupsDigits(_ text: Span<UInt8>, _ index: Int) -> Bool {
  isDigit(text, index - 1) && isDigit(text, index + 1) && isDigit(text, index + 2) && isDigit(text, index + 3)
    && !isDigit(text, index + 4)
}

@inline(__always)
private func isByte(_ byte: UInt8, _ text: Span<UInt8>, _ index: Int) -> Bool {
  text.indices.contains(index) && text[index] == byte
}

@inline(__always)
private func isDigit(_ text: Span<UInt8>, _ index: Int) -> Bool {
  text.indices.contains(index) && text[index] &- 0x30 < 10
}

@inline(__always)
private func isLower(_ text: Span<UInt8>, _ index: Int) -> Bool {
  text.indices.contains(index) && text[index] &- 0x61 < 26
}

@inline(__always)
private func isLetter(_ text: Span<UInt8>, _ index: Int) -> Bool {
  text.indices.contains(index) && (text[index] | 0x20) &- 0x61 < 26
}

@inline(__always)
func isLetterOrDigit(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10 || byte &- 0x61 < 26
}
