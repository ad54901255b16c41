/// What a reader typed, as terms of the index.
struct Query: Sendable {
  struct Term: Sendable {
    var bytes: [UInt8]
    /// The last word, to which the reader may still be adding letters: where the index does not know it, terms
    /// that begin with it stand in.
    var isUnfinished = false
  }

  /// Only so much of a query is read.
  private static let mostBytes = 2048
  private static let mostTerms = 48

  private(set) var terms: [Term] = []

  /// Any bytes make a query, at worst one without terms.
  init(_ text: [UInt8]) {
    let text = text.count > Query.mostBytes ? Array(text[..<Query.mostBytes]) : text
    var collector = Collector()
    var tokenizer = Tokenizer()
    tokenizer.tokenize(text.span, into: &collector)
    let content = collector.terms.filter { !isFunctionWord($0.bytes) }
    terms = Array((content.isEmpty ? collector.terms : content).prefix(Query.mostTerms))
    if let last = terms.indices.last, let typed = text.last, Query.isWordByte(typed),
      terms[last].bytes.count >= 2, terms[last].bytes[0] < 0x80, terms[last].bytes == collector.lastWord
    {
      terms[last].isUnfinished = true
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  /// Each term once: whole identifiers with their parts, bigrams; a single character only where it stands
  /// alone.
  private struct Collector: TokenSink {
    var terms: [Term] = []
    var lastWord: [UInt8] = []

    mutating func ideograph(_ scalar: UInt32, after previous: UInt32) {
      if previous != 0 { add(previous, scalar) }
    }

    mutating func endIdeographRun(length: Int, last: UInt32) {
      if length == 1 { add(last, 0) }
    }

    mutating func word(_ bytes: ArraySlice<UInt8>, partial: Bool) {
      lastWord = Array(bytes)
      insert(lastWord)
    }

    private mutating func add(_ first: UInt32, _ second: UInt32) {
      var bytes: [UInt8] = []
      appendUTF8(first, to: &bytes)
      if second != 0 { appendUTF8(second, to: &bytes) }
      insert(bytes)
    }

    private mutating func insert(_ bytes: [UInt8]) {
      for term in terms where term.bytes == bytes { return }
      terms.append(Term(bytes: bytes))
    }
  }
}

/// English words that say how a question is asked, not what about. They are indexed like others; a query that
/// holds anything else goes without them.
private func isFunctionWord(_ word: [UInt8]) -> Bool {
  if word.count > 5 || word.isEmpty || word[0] >= 0x80 { return false }
  var key: UInt64 = 0
  for byte in word { key = key << 8 | UInt64(byte) }
  for other in functionWords where packed(other) == key { return true }
  return false
}

private func packed(_ word: StaticString) -> UInt64 {
  word.withUTF8Buffer { bytes in
    var key: UInt64 = 0
    for byte in bytes { key = key << 8 | UInt64(byte) }
    return key
  }
}

private let functionWords: [StaticString] = [
  "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "has", "have", "how",
  "i", "if", "in", "is", "it", "its", "of", "on", "or", "so", "than", "that", "the", "then", "there", "these",
  "this", "to", "was", "we", "what", "when", "where", "which", "who", "why", "will", "with", "you",
]
