/// A set of words of at most seven bytes, each kept as a number: they are asked about so often that hashing would cost
/// more than all else.
struct ShortWords {
  /// Ascending.
  private let numbers: [UInt64]

  init(_ words: [ArraySlice<UInt8>]) {
    numbers = Set(words.map(ShortWords.number)).sorted()
  }

  /// Whether a word is among them.
  ///
  /// - Complexity: O(log words).
  func contains(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count < 8 else { return false }
    let number = ShortWords.number(of: word)
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number
  }

  /// The bytes behind a first one, which keeps words of different lengths apart.
  private static func number(of word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(1) { $0 << 8 | UInt64($1) }
  }
}
