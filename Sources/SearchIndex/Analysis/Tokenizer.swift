/// Receives the tokens of a text in order. Implementations are structs; every call is specialised.
protocol TokenSink {
  /// A character of an ideograph run; `previous` is the character before it in the same run, 0 at its start.
  mutating func ideograph(_ scalar: UInt32, after previous: UInt32)
  /// The run that ended held `length` characters; `last` is its last one.
  mutating func endIdeographRun(length: Int, last: UInt32)
  /// A word, or a part of an identifier, in UTF-8, folded, 1...`Tokenizer.wordLimit` bytes. `partial` when it
  /// is a part of an identifier that is sent whole too.
  mutating func word(_ bytes: ArraySlice<UInt8>, partial: Bool)
}

/// Cuts text into tokens.
///
/// - Words: maximal runs of letters and digits, folded (lower case, no diacritics, full-width to ASCII).
/// - Identifiers: words joined by single connectors `- _ . + # ^ '` are sent whole and in parts
///   (`torch.nn` gives `torch.nn`, `torch`, `nn`); a point between digits joins a number (`2^4.7` gives
///   `2^4.7`, `2`, `4.7`); a trailing `++` or `#` belongs to the word (`c++`, `c#`); letters followed by digits
///   are sent apart as well (`gpt4` gives `gpt4`, `gpt`, `4`).
/// - Han, kana and hangul: every character, with the one before it, so that a sink can form the overlapping
///   bigrams by code point. No dictionary decides where a word begins.
///
/// Ill-formed UTF-8 separates. One pass, no state outside the value; never fails.
struct Tokenizer {
  /// The most bytes of a word; a longer one is cut into pieces of this size.
  static let wordLimit = 48

  /// The folded identifier so far, without its trailing connectors.
  private var word: [UInt8] = []
  /// Ends of the identifier's parts but the last, and where the part after each begins.
  private var joints: [(end: Int, next: Int)] = []
  /// Connectors seen after `word`, which belong to it only if a letter follows.
  private var tail: (UInt8, UInt8) = (0, 0)
  private var tailLength = 0
  private var previousIdeograph: UInt32 = 0
  private var runLength = 0

  init() {
    word.reserveCapacity(Tokenizer.wordLimit + 4)
  }

  /// Sends the tokens of `text` to `sink`, in order of their ends.
  mutating func tokenize(_ text: Span<UInt8>, into sink: inout some TokenSink) {
    var index = 0
    let count = text.count
    while index < count {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        ascii(byte, into: &sink)
      } else if let (scalar, length) = decodeScalar(text, at: index) {
        index += length
        take(scalar, into: &sink)
      } else {
        index += 1
        separate(&sink)
      }
    }
    separate(&sink)
  }

  private mutating func take(_ scalar: UInt32, into sink: inout some TokenSink) {
    switch fold(scalar) {
    case .ideograph(let scalar):
      if !word.isEmpty { endWord(&sink) }
      sink.ideograph(scalar, after: previousIdeograph)
      previousIdeograph = scalar
      runLength += 1
    case .separator: separate(&sink)
    case .ignored: break
    case .ascii(let byte): ascii(byte, into: &sink)
    case .pair(let first, let second):
      letter(first, into: &sink)
      letter(second, into: &sink)
    case .letter(let scalar):
      endRun(&sink)
      joinTail(before: 0, into: &sink)
      if word.count + 4 > Tokenizer.wordLimit { endWord(&sink) }
      appendUTF8(scalar, to: &word)
    }
  }

  @inline(__always)
  private mutating func ascii(_ byte: UInt8, into sink: inout some TokenSink) {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: letter(byte, into: &sink)
    case 0x41...0x5A: letter(byte | 0x20, into: &sink)
    case 0x2D, 0x5F, 0x2E, 0x2B, 0x23, 0x5E, 0x27: connector(byte, into: &sink)
    default: separate(&sink)
    }
  }

  @inline(__always)
  private mutating func letter(_ byte: UInt8, into sink: inout some TokenSink) {
    if runLength > 0 { endRun(&sink) }
    if tailLength > 0 { joinTail(before: byte, into: &sink) }
    if word.count >= Tokenizer.wordLimit { endWord(&sink) }
    word.append(byte)
  }

  private mutating func connector(_ byte: UInt8, into sink: inout some TokenSink) {
    if runLength > 0 { endRun(&sink) }
    if word.isEmpty { return }
    if tailLength == 0 {
      tail.0 = byte
    } else if tailLength == 1 {
      tail.1 = byte
    }
    tailLength += 1
  }

  /// A letter follows the connectors in `tail`: one connector joins, more than one separate.
  private mutating func joinTail(before byte: UInt8, into sink: inout some TokenSink) {
    guard tailLength > 0 else { return }
    if tailLength > 1 || word.count + 1 >= Tokenizer.wordLimit {
      endWord(&sink)
      return
    }
    let isDecimalPoint = tail.0 == 0x2E && isDigit(byte) && isDigit(word[word.count - 1])
    if !isDecimalPoint { joints.append((end: word.count, next: word.count + 1)) }
    word.append(tail.0)
    tailLength = 0
  }

  @inline(__always)
  private mutating func separate(_ sink: inout some TokenSink) {
    if !word.isEmpty { endWord(&sink) }
    if runLength > 0 { endRun(&sink) }
  }

  private mutating func endRun(_ sink: inout some TokenSink) {
    guard runLength > 0 else { return }
    sink.endIdeographRun(length: runLength, last: previousIdeograph)
    previousIdeograph = 0
    runLength = 0
  }

  private mutating func endWord(_ sink: inout some TokenSink) {
    let length = word.count
    if tailLength == 2, tail.0 == 0x2B, tail.1 == 0x2B, length + 2 <= Tokenizer.wordLimit {
      joints.append((end: length, next: length + 2))
      word.append(0x2B)
      word.append(0x2B)
    } else if tailLength == 1, tail.0 == 0x23, length + 1 <= Tokenizer.wordLimit {
      joints.append((end: length, next: length + 1))
      word.append(0x23)
    }
    sink.word(word[...], partial: false)
    if !joints.isEmpty {
      var start = 0
      for joint in joints {
        part(start, joint.end, into: &sink)
        start = joint.next
      }
      if start < word.count { part(start, word.count, into: &sink) }
      joints.removeAll(keepingCapacity: true)
    } else {
      splitDigits(0, word.count, into: &sink)
    }
    word.removeAll(keepingCapacity: true)
    tailLength = 0
  }

  private mutating func part(_ start: Int, _ end: Int, into sink: inout some TokenSink) {
    sink.word(word[start..<end], partial: true)
    splitDigits(start, end, into: &sink)
  }

  /// Two or more ASCII letters followed by nothing but digits are sent apart too.
  @inline(__always)
  private mutating func splitDigits(_ start: Int, _ end: Int, into sink: inout some TokenSink) {
    guard isDigit(word[end - 1]) else { return }
    var cut = end
    while cut > start, isDigit(word[cut - 1]) { cut -= 1 }
    var letters = cut
    while letters > start, (0x61...0x7A).contains(word[letters - 1]) { letters -= 1 }
    guard letters == start, cut - start >= 2 else { return }
    sink.word(word[start..<cut], partial: true)
    sink.word(word[cut..<end], partial: true)
  }
}

@inline(__always)
private func isDigit(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10
}
