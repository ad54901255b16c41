/// A set of words of at most seven bytes, each kept as a number: they are asked about so often that hashing would cost
/// more than all else.
struct ShortWords {
  /// Ascending.
  private let numbers: [Int]

  init(_ words: [ArraySlice<UInt8>]) {
    numbers = Set(words.map(ShortWords.number)).sorted()
  }

  /// Words that are written one behind the other, of so many characters of three bytes each.
  init(_ text: String, of count: Int) {
    let bytes = Array(text.utf8)
    self.init(stride(from: 0, to: bytes.count, by: 3 * count).map { bytes[$0..<($0 + 3 * count)] })
  }

  /// Whether a word is among them.
  ///
  /// - Complexity: O(log words).
  func contains(_ word: ArraySlice<UInt8>) -> Bool {
    word.count < 8 && numbers.holdsAscending(ShortWords.number(of: word))
  }

  /// The bytes behind a first one, which keeps words of different lengths apart.
  private static func number(of word: ArraySlice<UInt8>) -> Int {
    word.reduce(1) { $0 << 8 | Int($1) }
  }
}
