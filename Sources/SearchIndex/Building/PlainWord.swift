/// The words that most text is made of, found without an `IdentifierBuffer`: letters of a–z, the first maybe a capital,
/// or digits, at least eight bytes before the text's end, to which nothing behind them belongs.
struct PlainWord {
  let range: Range<Int>
  let isNumber: Bool

  /// The word that begins with the letter or digit at `start`; nil where it is not certain that it is plain. O(length).
  @inline(__always)
  init?(_ text: Span<UInt8>, at start: Int, _ characters: CharacterTable) {
    isNumber = text[start] < 0x3A
    var end = start
    var capital: UInt64 = 0x20
    while true {
      guard end &+ 8 <= text.count else { return nil }
      let bytes = eightBytes(text, end)
      let count =
        isNumber ? leading(bytes, from: 0x30, count: 10) : leading(bytes | capital, from: 0x61, count: 26)
      end &+= count
      if count < 8 { break }
      capital = 0
    }
    guard end > start, end &- start <= Tokenizer.wordLimit,
      PlainWord.ends(text, at: end, isNumber, characters)
    else { return nil }
    range = SearchIndex.range(start, end)
  }

  /// Whether what stands at `end` ends a word: a separator, maybe behind one connector, or an ideograph.
  @inline(__always)
  private static func ends(
    _ text: Span<UInt8>, at end: Int, _ isNumber: Bool, _ characters: CharacterTable
  ) -> Bool {
    guard end < text.count else { return false }
    let byte = text[end]
    if byte < 0x80 {
      if isSeparator(byte) { return byte != 0x2C || !isNumber }
      return isJoiner(byte) && end &+ 1 < text.count && isSeparator(text[end &+ 1])
    }
    if unifiedIdeograph(text, end) != nil { return true }
    guard let (scalar, _) = decodeScalar(text, at: end) else { return false }
    return characters.lookUp(scalar).kind == .separator
  }
}

/// The letters of a plain word, small.
struct FoldedWord {
  private(set) var bytes = InlineArray<64, UInt8>(repeating: 0)
  private(set) var count: Int

  /// Eight bytes at a time, as the word was found, so there are so many.
  @inline(__always)
  init(_ text: Span<UInt8>, _ place: Range<Int>) {
    count = place.count
    var letters = bytes.mutableSpan
    var memory = letters.mutableBytes
    for offset in stride(from: 0, to: min(place.count, Tokenizer.wordLimit), by: 8) {
      let eight = eightBytes(text, place.lowerBound &+ offset)
      let small = offset == 0 ? eight | 0x20 : eight
      memory.storeBytes(of: small.littleEndian, toByteOffset: offset, as: UInt64.self)
    }
  }

  /// Makes the word its stem.
  mutating func replaceEnd(_ stem: EnglishStem) {
    count = stem.length
    var letters = stem.letters
    while letters != 0 {
      bytes[count] = UInt8(truncatingIfNeeded: letters)
      count += 1
      letters >>= 8
    }
  }
}

/// Whether a byte is of ASCII, no letter or digit, and no connector.
@inline(__always)
func isSeparator(_ byte: UInt8) -> Bool {
  byte < 0x80 && !isLetterOrDigit(byte) && !isConnector(byte)
}

/// Whether a byte is a connector that by itself behind a word is none of its signs.
@inline(__always)
private func isJoiner(_ byte: UInt8) -> Bool {
  isConnector(byte) && byte != 0x23 && byte != 0x2B
}

/// How many of eight bytes, from the lowest on, are among `count` bytes of ASCII from `first` on.
@inline(__always)
private func leading(_ bytes: UInt64, from first: UInt64, count: UInt64) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let low = bytes & (ones &* 0x7F)
  let reaches = low &+ ones &* (0x80 &- first)
  let passes = low &+ ones &* (0x80 &- first &- count)
  return ((~(reaches & ~passes & ~bytes)) & (ones &* 0x80)).trailingZeroBitCount &>> 3
}
