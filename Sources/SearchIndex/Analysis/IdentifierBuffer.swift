/// The word a tokenizer is reading, and where it has joints.
///
/// - Words joined by a single `- _ . + # ^` are one identifier, sent whole and in parts (`torch.nn` gives
///   `torch.nn`, `torch`, `nn`). A point between digits is part of a number (`2^4.7` gives `2^4.7`, `2`, `4.7`),
///   a comma between groups of three is none (`1,000` is `1000`).
/// - Without its `-`, `_` and `^` it is sent too, unless two digits would meet: `e-mail` and `email`, `log_2` and
///   `log₂`, `foo_bar` and `fooBar` find each other.
/// - A trailing `++` or `#` and a leading point belong to the word: `c++`, `c#`, `.net`.
/// - A capital within a word begins a part (`fooBar` gives `foobar`, `foo`, `bar`).
/// - Letters followed by a number, or a number by letters, two letters at least, are sent apart as well: `gpt4`
///   gives `gpt4`, `gpt`, `4`, which `gpt-4` and `gpt 4` give too.
/// - An apostrophe vanishes: `don't` is `dont`. With an `s` that ends the word it takes the `s` along (`it's` is
///   `it`); three letters and more behind it are sent as a part (`l'hopital`: `lhopital`, `l`, `hopital`).
/// - A word of letters only, and each such part, is followed by its English stem where that is another word.
struct IdentifierBuffer {
  private static let apostrophe: UInt8 = 0x27

  /// The folded identifier so far, without its trailing connectors.
  private var bytes: [UInt8] = []
  /// Ends of the identifier's parts but the last, and where the part after each begins.
  private var joints: [(end: Int, next: Int)] = []
  /// Connectors seen after `bytes`, which belong to it only if a letter follows.
  private var tail: (UInt8, UInt8) = (0, 0)
  private var tailLength = 0
  /// Where letters after an apostrophe begin, or 0.
  private var elision = 0
  /// Whether a comma was passed over within the number at the end.
  private var isGrouped = false
  private var scratch: [UInt8] = []

  init() {
    bytes.reserveCapacity(Tokenizer.wordLimit + 4)
  }

  @inline(__always)
  var isEmpty: Bool { bytes.isEmpty }

  /// Adds a lower-case letter or a digit.
  mutating func append(_ byte: UInt8, into sink: inout some TokenSink) {
    if tailLength > 0 { joinTail(before: byte, into: &sink) }
    if bytes.count >= Tokenizer.wordLimit { end(into: &sink) }
    bytes.append(byte)
  }

  /// Adds a letter or digit that another character was folded to.
  mutating func append(scalar: UInt32, into sink: inout some TokenSink) {
    if tailLength > 0 { joinTail(before: UInt8(truncatingIfNeeded: min(scalar, 0xFF)), into: &sink) }
    if bytes.count + 4 > Tokenizer.wordLimit { end(into: &sink) }
    appendUTF8(scalar, to: &bytes)
  }

  /// Takes a connector, which means something only behind a word.
  mutating func connect(_ byte: UInt8) {
    if bytes.isEmpty { return }
    if tailLength == 0 {
      tail.0 = byte
    } else if tailLength == 1 {
      tail.1 = byte
    }
    tailLength += 1
  }

  /// Begins the word with a point; a letter must follow.
  mutating func beginWithPoint() {
    joints.append((end: 0, next: 1))
    bytes.append(0x2E)
  }

  /// The letter that follows begins a part.
  mutating func markHump() {
    if !bytes.isEmpty { joints.append((end: bytes.count, next: bytes.count)) }
  }

  /// Whether the word ends with a number to which three digits behind a comma may belong; then it goes on.
  mutating func continuesNumber() -> Bool {
    guard tailLength == 0 else { return false }
    var start = bytes.count
    while start > 0, isDigit(bytes[start - 1]) { start -= 1 }
    guard start == joints.last?.next ?? 0, start < bytes.count, isGrouped || bytes.count - start <= 3 else {
      return false
    }
    isGrouped = true
    return true
  }

  /// A letter follows the connectors in `tail`: one connector joins, more than one separate.
  private mutating func joinTail(before byte: UInt8, into sink: inout some TokenSink) {
    if tailLength > 1 || bytes.count + 1 >= Tokenizer.wordLimit {
      end(into: &sink)
      return
    }
    tailLength = 0
    closeElision()
    if tail.0 == IdentifierBuffer.apostrophe {
      elision = bytes.count
      return
    }
    let isDecimalPoint = tail.0 == 0x2E && isDigit(byte) && isDigit(bytes[bytes.count - 1])
    if !isDecimalPoint { joints.append((end: bytes.count, next: bytes.count + 1)) }
    isGrouped = false
    bytes.append(tail.0)
  }

  /// Decides what the letters behind the last apostrophe are.
  private mutating func closeElision() {
    guard elision > 0 else { return }
    if bytes.count - elision == 1, bytes[elision] == 0x73 {
      bytes.removeLast()
    } else if bytes.count - elision >= 3, joints.last?.next ?? 0 <= elision {
      joints.append((end: elision, next: elision))
    }
    elision = 0
  }

  /// Sends the word with all its parts, and begins another.
  mutating func end(into sink: inout some TokenSink) {
    closeElision()
    let length = bytes.count
    if tailLength == 2, tail.0 == 0x2B, tail.1 == 0x2B, length + 2 <= Tokenizer.wordLimit {
      joints.append((end: length, next: length + 2))
      bytes.append(0x2B)
      bytes.append(0x2B)
    } else if tailLength == 1, tail.0 == 0x23, length + 1 <= Tokenizer.wordLimit {
      joints.append((end: length, next: length + 1))
      bytes.append(0x23)
    }
    sink.word(bytes[...], form: .exact)
    if joints.isEmpty {
      derive(0, bytes.count, into: &sink)
    } else {
      sendParts(into: &sink)
      sendJoined(into: &sink)
      joints.removeAll(keepingCapacity: true)
    }
    bytes.removeAll(keepingCapacity: true)
    tailLength = 0
    isGrouped = false
  }

  private mutating func sendParts(into sink: inout some TokenSink) {
    var start = 0
    for index in 0...joints.count {
      let isLast = index == joints.count
      let end = isLast ? bytes.count : joints[index].end
      if start < end {
        sink.word(bytes[start..<end], form: .part)
        derive(start, end, into: &sink)
      }
      if !isLast { start = joints[index].next }
    }
  }

  /// Sends what follows from a word or part: its stem, or its letters and its number.
  private mutating func derive(_ start: Int, _ end: Int, into sink: inout some TokenSink) {
    if isDigit(bytes[start]) || isDigit(bytes[end - 1]) {
      splitDigits(start, end, into: &sink)
    } else if end - start > 3, EnglishStemmer.maySuffix(bytes[end - 2], bytes[end - 1]),
      isASCIILetters(start, end), EnglishStemmer.stem(bytes[start..<end], into: &scratch)
    {
      sink.word(scratch[...], form: .stem)
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
    while cut < end, beginsWithDigit ? isNumeric(bytes[cut]) : bytes[cut] &- 0x61 < 26 { cut += 1 }
    guard start < cut, cut < end else { return }
    for index in cut..<end {
      let fits = beginsWithDigit ? bytes[index] &- 0x61 < 26 : isNumeric(bytes[index])
      if !fits { return }
    }
    guard (beginsWithDigit ? end - cut : cut - start) >= 2 else { return }
    sink.word(bytes[start..<cut], form: .part)
    sink.word(bytes[cut..<end], form: .part)
  }

  /// Sends the identifier without its hyphens, underscores and carets, if it has no other connectors.
  private mutating func sendJoined(into sink: inout some TokenSink) {
    scratch.removeAll(keepingCapacity: true)
    var start = 0
    for joint in joints {
      if joint.next - joint.end > 1 || joint.next == bytes.count { return }
      if joint.next > joint.end {
        let connector = bytes[joint.end]
        guard joint.end > 0, connector == 0x2D || connector == 0x5F || connector == 0x5E else { return }
        if isDigit(bytes[joint.end - 1]), isDigit(bytes[joint.next]) { return }
      }
      scratch.append(contentsOf: bytes[start..<joint.end])
      start = joint.next
    }
    if scratch.count + bytes.count - start == bytes.count { return }
    scratch.append(contentsOf: bytes[start...])
    sink.word(scratch[...], form: .part)
  }
}

@inline(__always)
private func isDigit(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10
}

/// A digit, or the point within a number.
@inline(__always)
private func isNumeric(_ byte: UInt8) -> Bool {
  isDigit(byte) || byte == 0x2E
}
