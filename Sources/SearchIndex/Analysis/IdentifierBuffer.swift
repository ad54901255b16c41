/// The word a tokenizer is reading, and where it has joints.
///
/// - Words joined by a single `- _ . + # ^ / =` are one identifier, sent whole and in parts (`torch.nn` gives
///   `torch.nn`, `torch`, `nn`). A point between digits is part of a number (`2^4.7` gives `2^4.7`, `2`, `4.7`),
///   a comma between groups of three is none (`1,000` is `1000`).
/// - Without its `-`, `_` and `^` it is sent too, unless two digits would meet: `e-mail` and `email`, `log_2` and
///   `log₂`, `foo_bar` and `fooBar` find each other; without points before one or two letters, too:
///   `i.i.d.` and `iid`, `Node.js` and `nodejs`.
/// - A trailing `++` or `#` and a leading point belong to the word: `c++`, `c#`, `.net`.
/// - A capital within a word begins a part (`fooBar` gives `foobar`, `foo`, `bar`; `ResNet-50` gives `resnet`, too).
/// - Letters followed by a number, or a number by letters, two letters at least, are sent apart as well: `gpt4`
///   gives `gpt4`, `gpt`, `4`, which `gpt-4` and `gpt 4` give too.
/// - An apostrophe vanishes: `don't` is `dont`. With an `s` that ends the word it takes the `s` along (`it's` is
///   `it`); three letters and more behind it are sent as a part (`l'hopital`: `lhopital`, `l`, `hopital`).
/// - A word of letters only, and each such part, is followed by its English stem where that is another word.
struct IdentifierBuffer {
  private static let apostrophe: UInt8 = 0x27
  /// Room for a word of the greatest length; a bit of `cuts` and `connectors` for each byte.
  private static let capacity = 64

  /// The folded identifier so far, without its trailing connectors: the first `length` bytes.
  private var bytes = [UInt8](repeating: 0, count: capacity)
  /// Where the text has the character that each byte came of.
  private var places = [Int](repeating: 0, count: capacity)
  private var length = 0
  /// Where the identifier ends in the text.
  private var textEnd = 0
  /// At which bytes a part begins, and which are connectors, not part of any part.
  private var cuts: UInt64 = 0
  private var connectors: UInt64 = 0
  /// Connectors seen after the identifier, which belong to it only if a letter follows; where they end.
  private var tail: (UInt8, UInt8) = (0, 0)
  private var tailLength = 0
  private var tailEnd = 0
  /// Where letters after an apostrophe begin, or 0.
  private var elision = 0
  /// Whether a comma was passed over within the number at the end.
  private var isGrouped = false

  @inline(__always)
  var isEmpty: Bool { length == 0 }

  /// Adds the letter or digit at `start` of `text`, and those of ASCII that follow it; gives where they end.
  mutating func take(_ text: Span<UInt8>, from start: Int, into sink: inout some TokenSink) -> Int {
    var index = start
    if tailLength > 0 { joinTail(before: text[start], into: &sink) }
    repeat {
      if length >= Tokenizer.wordLimit { end(into: &sink) }
      let found = copyLetters(of: text, from: index, to: &bytes, &places, at: length)
      cuts |= found.humps
      length += found.count
      index += found.count
      textEnd = index
    } while index < text.count && isLetterOrDigit(text[index])
    return index
  }

  /// Adds a letter or digit that the character at `place` was folded to, alone or with others.
  mutating func append(scalar: UInt32, at place: Range<Int>, into sink: inout some TokenSink) {
    if tailLength > 0 { joinTail(before: UInt8(truncatingIfNeeded: min(scalar, 0xFF)), into: &sink) }
    if length + 4 > Tokenizer.wordLimit { end(into: &sink) }
    var units = packedUTF8(scalar)
    repeat {
      append(UInt8(truncatingIfNeeded: units), at: place.lowerBound)
      units >>= 8
    } while units != 0
    textEnd = place.upperBound
  }

  /// Takes a connector that ends before `end`; it means something only behind a word.
  mutating func connect(_ byte: UInt8, before end: Int) {
    if isEmpty { return }
    if tailLength == 0 {
      tail.0 = byte
    } else if tailLength == 1 {
      tail.1 = byte
    }
    tailLength += 1
    tailEnd = end
  }

  /// Begins the word with the point at `index`; a letter must follow.
  mutating func beginWithPoint(at index: Int) {
    connectors = 1
    append(0x2E, at: index)
    textEnd = index + 1
  }

  private mutating func append(_ byte: UInt8, at index: Int) {
    bytes[length] = byte
    places[length] = index
    length += 1
  }

  /// Whether the word ends with a number to which three digits behind a comma may belong; then it goes on.
  mutating func continuesNumber() -> Bool {
    guard tailLength == 0 else { return false }
    var start = length
    while start > 0, isDigit(bytes[start - 1]) { start -= 1 }
    guard start == lastPart, start < length, isGrouped || length - start <= 3 else { return false }
    isGrouped = true
    return true
  }

  /// Where the last part begins.
  private var lastPart: Int {
    let last = 63 - (cuts | connectors).leadingZeroBitCount
    return last < 0 ? 0 : last + (isConnector(last) ? 1 : 0)
  }

  private func isConnector(_ index: Int) -> Bool {
    connectors &>> UInt64(index) & 1 == 1
  }

  /// A letter or digit follows the connectors in `tail`: one connector joins, more than one separate.
  private mutating func joinTail(before byte: UInt8, into sink: inout some TokenSink) {
    if tailLength > 1 || length + 1 >= Tokenizer.wordLimit {
      end(into: &sink)
      return
    }
    tailLength = 0
    closeElision()
    if tail.0 == IdentifierBuffer.apostrophe {
      elision = length
      return
    }
    let isDecimalPoint = tail.0 == 0x2E && isDigit(byte) && isDigit(bytes[length - 1])
    if !isDecimalPoint { connectors |= 1 &<< UInt64(length) }
    isGrouped = false
    append(tail.0, at: textEnd)
  }

  /// Decides what the letters behind the last apostrophe are.
  private mutating func closeElision() {
    guard elision > 0 else { return }
    if length - elision == 1, bytes[elision] == 0x73 {
      length = elision
    } else if length - elision >= 3, (cuts | connectors) &>> UInt64(elision) == 0 {
      cuts |= 1 &<< UInt64(elision)
    }
    elision = 0
  }

  /// Sends the word with all its parts, and begins another.
  mutating func end(into sink: inout some TokenSink) {
    closeElision()
    let isSign = tailLength == 1 ? tail.0 == 0x23 : tailLength == 2 && tail.0 == 0x2B && tail.1 == 0x2B
    if isSign, length + tailLength <= Tokenizer.wordLimit {
      for _ in 0..<tailLength {
        connectors |= 1 &<< UInt64(length)
        append(tail.0, at: textEnd)
      }
      textEnd = tailEnd
    }
    send(0, length, as: .exact, to: &sink)
    if cuts | connectors == 0 {
      derive(0, length, into: &sink)
    } else {
      sendParts(into: &sink)
      sendJoined(into: &sink)
      cuts = 0
      connectors = 0
    }
    length = 0
    tailLength = 0
    isGrouped = false
  }

  /// Sends a piece of the identifier.
  private func send(_ start: Int, _ end: Int, as form: WordForm, to sink: inout some TokenSink) {
    sink.word(bytes.span.extracting(start..<end), form: form, range: place(start, end))
  }

  /// Where the text has a piece of the identifier; one character may have made more than the piece.
  private func place(_ start: Int, _ end: Int) -> Range<Int> {
    var next = end
    while next < length, places[next] == places[end - 1] { next += 1 }
    return range(places[start], next < length ? places[next] : textEnd)
  }

  private mutating func sendParts(into sink: inout some TokenSink) {
    var start = 0
    /// Where what stands between connectors begins.
    var wordStart = 0
    for index in 0...length {
      guard index == length || (cuts | connectors) &>> UInt64(index) & 1 == 1 else { continue }
      if start < index { sendPart(start, index, into: &sink) }
      let isConnector = isConnector(index)
      if isConnector || index == length {
        // Of several parts it is one more.
        if wordStart < start { sendPart(wordStart, index, into: &sink) }
        wordStart = index + 1
      }
      start = isConnector ? index + 1 : index
    }
  }

  /// Sends a part, unless it is the whole, and what follows from it.
  @inline(never)
  private mutating func sendPart(_ start: Int, _ end: Int, into sink: inout some TokenSink) {
    if start > 0 || end < length { send(start, end, as: .part, to: &sink) }
    derive(start, end, into: &sink)
  }

  /// Sends what follows from a word or part: its stem, or its letters and its number.
  private mutating func derive(_ start: Int, _ end: Int, into sink: inout some TokenSink) {
    if isDigit(bytes[start]) || isDigit(bytes[end - 1]) {
      splitDigits(start, end, into: &sink)
    } else if end - start > 3, EnglishStem.maySuffix(bytes[end - 2], bytes[end - 1]),
      isASCIILetters(start, end), let stem = EnglishStem(bytes.span.extracting(start..<end))
    {
      let place = place(start, end)
      let former = bytes
      var stemEnd = start + stem.length
      var letters = stem.letters
      while letters != 0 {
        bytes[stemEnd] = UInt8(truncatingIfNeeded: letters)
        stemEnd += 1
        letters >>= 8
      }
      sink.word(bytes.span.extracting(start..<stemEnd), form: .stem, range: place)
      bytes = former
    }
  }

  private func isASCIILetters(_ start: Int, _ end: Int) -> Bool {
    for index in start..<end where bytes[index] &- 0x61 >= 26 { return false }
    return true
  }

  /// Sends letters and number apart, where there is nothing but both, one behind the other.
  private func splitDigits(_ start: Int, _ end: Int, into sink: inout some TokenSink) {
    let beginsWithDigit = isDigit(bytes[start])
    var cut = start
    while cut < end, fits(bytes[cut], inNumber: beginsWithDigit) { cut += 1 }
    guard start < cut, cut < end else { return }
    for index in cut..<end where !fits(bytes[index], inNumber: !beginsWithDigit) { return }
    guard (beginsWithDigit ? end - cut : cut - start) >= 2 else { return }
    send(start, cut, as: .part, to: &sink)
    send(cut, end, as: .part, to: &sink)
  }

  /// Whether there is a point before one or two letters: `i.i.d`, `node.js`.
  private func isBeforeFewLetters(_ index: Int) -> Bool {
    bytes[index] == 0x2E && !isDigit(bytes[index + 1])
      && (index + 3 >= length || isConnector(index + 2) || isConnector(index + 3))
  }

  /// Sends the identifier without its hyphens, underscores, carets and points before few letters, if it has no other
  /// connectors.
  private mutating func sendJoined(into sink: inout some TokenSink) {
    guard connectors != 0 else { return }
    var count = 0
    for index in 0..<length {
      let byte = bytes[index]
      if !isConnector(index) {
        bytes[count] = byte
        count += 1
        continue
      }
      let mayVanish = byte == 0x2D || byte == 0x5F || byte == 0x5E || isBeforeFewLetters(index)
      guard index > 0, index + 1 < length, mayVanish else { return }
      if isDigit(bytes[count - 1]), isDigit(bytes[index + 1]) { return }
    }
    sink.word(bytes.span.extracting(0..<count), form: .part, range: range(places[0], textEnd))
  }
}

@inline(__always)
private func isDigit(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10
}

/// Whether a byte may stand in a number, also as its point; or in a part of letters.
@inline(__always)
private func fits(_ byte: UInt8, inNumber isNumber: Bool) -> Bool {
  isNumber ? isDigit(byte) || byte == 0x2E : byte &- 0x61 < 26
}
