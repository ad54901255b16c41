/// Cuts text into tokens.
///
/// - Words: maximal runs of letters and digits, folded by a `CharacterTable`; English ones with their stem.
/// - Identifiers, whole and in parts: see `IdentifierBuffer`.
/// - Han, kana and hangul: every character, with the one before it, so that a sink can form the overlapping
///   bigrams by code point. No dictionary decides where a word begins.
///
/// Ill-formed UTF-8 separates. One pass, no state outside the value, no allocation for a token but the stem of one that is
/// part of an identifier; never fails.
struct Tokenizer {
  /// The most bytes of a word; a longer one is cut into pieces of this size.
  static let wordLimit = 48

  private let characters: CharacterTable
  private var word = IdentifierBuffer()
  private var previousIdeograph: UInt32 = 0
  private var runLength = 0

  init(_ characters: CharacterTable) {
    self.characters = characters
  }

  /// Sends the tokens of `text` to `sink`, in order of their ends.
  mutating func tokenize(_ text: Span<UInt8>, into sink: inout some TokenSink) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if isLetterOrDigit(byte) {
        if runLength > 0 { endRun(&sink) }
        if word.isEmpty, let end = sink.takeWord(of: text, at: index, characters) {
          index = end
        } else {
          index = word.take(text, from: index, into: &sink)
        }
      } else if byte < 0x80 {
        sign(byte, at: index, of: text, into: &sink)
        index += 1
      } else if unifiedIdeograph(text, index) != nil {
        index = takeIdeographs(of: text, from: index, into: &sink)
      } else if let (scalar, length) = decodeScalar(text, at: index) {
        index = take(scalar, at: range(index, index + length), of: text, into: &sink)
      } else {
        index += 1
        separate(&sink)
      }
    }
    separate(&sink)
  }

  /// Takes the unified ideographs from `start` on; gives where they end.
  @inline(__always)
  private mutating func takeIdeographs(
    of text: Span<UInt8>, from start: Int, into sink: inout some TokenSink
  ) -> Int {
    if !word.isEmpty { word.end(into: &sink) }
    let characters = characters
    if let run = sink.takeIdeographs(of: text, from: start, after: previousIdeograph, characters) {
      previousIdeograph = run.last
      runLength += (run.end - start) / 3
      return run.end
    }
    var previous = previousIdeograph
    var index = start
    while let found = unifiedIdeograph(text, index) {
      let scalar = characters.folded(ideograph: found)
      sink.ideograph(scalar, after: previous, range: range(index, index &+ 3))
      previous = scalar
      index &+= 3
    }
    previousIdeograph = previous
    runLength += (index - start) / 3
    return index
  }

  /// Takes a code point from U+0080 and the marks behind it that it is composed with; gives where the text goes
  /// on.
  @inline(never)
  private mutating func take(
    _ scalar: UInt32, at place: Range<Int>, of text: Span<UInt8>, into sink: inout some TokenSink
  ) -> Int {
    let (kind, value) = characters.lookUp(scalar)
    switch kind {
    case .separator: separate(&sink)
    case .ignored: break
    case .letter, .mapped: takeFolded(value, at: place, into: &sink)
    case .ideograph, .traditional, .uncertain:
      var composed = value
      var index = place.upperBound
      while composed < 0x3100 || composed >= 0xAC00, index < text.count,
        let (mark, length) = decodeScalar(text, at: index), let whole = compose(composed, mark)
      {
        composed = whole
        index += length
      }
      ideograph(composed, at: range(place.lowerBound, index), into: &sink)
      return index
    case .string: takeString(from: Int(value), at: place, into: &sink)
    case .number:
      separate(&sink)
      if value >= 10 { takeFolded(0x30 + value / 10, at: place, into: &sink) }
      takeFolded(0x30 + value % 10, at: place, into: &sink)
      separate(&sink)
    }
    return place.upperBound
  }

  private mutating func takeString(from start: Int, at place: Range<Int>, into sink: inout some TokenSink) {
    var reader = TextReader(characters.strings, at: start)
    for byte in reader.text() {
      let scalar: UInt32 =
        switch byte {
        case 0x41: 0x3BC
        case 0x42: 0x3C9
        case 0x43: 0x5D0
        default: UInt32(byte)
        }
      takeFolded(scalar, at: place, into: &sink)
    }
  }

  /// Takes a letter or digit; of ASCII also a connector or a space.
  private mutating func takeFolded(
    _ scalar: UInt32, at place: Range<Int>, into sink: inout some TokenSink
  ) {
    endRun(&sink)
    let byte = UInt8(truncatingIfNeeded: scalar)
    if scalar >= 0x80 || isLetterOrDigit(byte) {
      word.append(scalar: scalar, at: place, into: &sink)
    } else if scalar == 0x20 {
      separate(&sink)
    } else {
      word.connect(byte, before: place.upperBound)
    }
  }

  /// Takes a byte of ASCII that is no letter or digit.
  @inline(__always)
  private mutating func sign(
    _ byte: UInt8, at index: Int, of text: Span<UInt8>, into sink: inout some TokenSink
  ) {
    switch byte {
    case 0x2E where word.isEmpty && isLetter(text, index + 1) && !isByte(0x2E, text, index - 1):
      endRun(&sink)
      word.beginWithPoint(at: index)
    case _ where isConnector(byte):
      endRun(&sink)
      word.connect(byte, before: index + 1)
    case 0x2C where groupsDigits(text, index) && word.continuesNumber(): break
    default: separate(&sink)
    }
  }

  private mutating func ideograph(_ scalar: UInt32, at place: Range<Int>, into sink: inout some TokenSink) {
    if !word.isEmpty { word.end(into: &sink) }
    sink.ideograph(scalar, after: previousIdeograph, range: place)
    previousIdeograph = scalar
    runLength += 1
  }

  @inline(never)
  private mutating func separate(_ sink: inout some TokenSink) {
    if !word.isEmpty { word.end(into: &sink) }
    if runLength > 0 { endRun(&sink) }
  }

  @inline(never)
  private mutating func endRun(_ sink: inout some TokenSink) {
    guard runLength > 0 else { return }
    sink.endIdeographRun(length: runLength, last: previousIdeograph)
    previousIdeograph = 0
    runLength = 0
  }
}

/// `start..<end`, without a look at their order, which is that of a walk forwards.
@inline(__always)
func range(_ start: Int, _ end: Int) -> Range<Int> {
  Range(uncheckedBounds: (start, end))
}

/// The ideograph of U+4E00...9FFF at `index`; nil where there is something else.
@inline(__always)
func unifiedIdeograph(_ text: Span<UInt8>, _ index: Int) -> UInt32? {
  guard index &+ 2 < text.count, text[index] &- 0xE4 < 6 else { return nil }
  let second = text[index &+ 1]
  let third = text[index &+ 2]
  guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return nil }
  let scalar = UInt32(text[index] & 0xF) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
  return scalar >= 0x4E00 ? scalar : nil
}

/// Whether the comma at `index` may stand between groups of a number: three digits behind it, and no fourth.
private func groupsDigits(_ text: Span<UInt8>, _ index: Int) -> Bool {
  isDigit(text, index - 1) && isDigit(text, index + 1) && isDigit(text, index + 2) && isDigit(text, index + 3)
    && !isDigit(text, index + 4)
}

private func isByte(_ byte: UInt8, _ text: Span<UInt8>, _ index: Int) -> Bool {
  text.indices.contains(index) && text[index] == byte
}

private func isDigit(_ text: Span<UInt8>, _ index: Int) -> Bool {
  text.indices.contains(index) && text[index] &- 0x30 < 10
}

func isLower(_ text: Span<UInt8>, _ index: Int) -> Bool {
  text.indices.contains(index) && text[index] &- 0x61 < 26
}

func isLetter(_ text: Span<UInt8>, _ index: Int) -> Bool {
  text.indices.contains(index) && (text[index] | 0x20) &- 0x61 < 26
}

/// Whether a sign of ASCII joins the words beside it to an identifier, or belongs to a word: `# ' + - . / = ^ _`.
@inline(__always)
func isConnector(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x23, 0x27, 0x2B, 0x2D...0x2F, 0x3D, 0x5E, 0x5F: true
  default: false
  }
}

/// Whether a byte is a letter or digit of ASCII.
@inline(__always)
func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
}
