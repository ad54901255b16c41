/// Neighbouring words of titles and headings, each pair a term with a space in it: they count as a phrase.
struct WordPairs {
  private var previous: [UInt8] = []

  /// The pair that a word makes with the one before, if both say something.
  mutating func add(_ bytes: [UInt8]) -> [UInt8]? {
    if isFunctionTerm(bytes) {
      previous = []
      return nil
    }
    defer { previous = bytes }
    if previous.isEmpty || previous.count + bytes.count > 62 { return nil }
    var pair = previous
    pair.append(0x20)
    pair.append(all: bytes)
    return pair
  }

  /// Something else comes between.
  mutating func end() {
    previous = []
  }
}
