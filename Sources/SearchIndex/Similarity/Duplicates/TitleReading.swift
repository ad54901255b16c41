/// A title reduced to what tells it from others: its subject's terms and what it asks of the subject.
///
/// Width, case, script and punctuation do not count, nor do words that only say how a question is asked.
struct TitleReading {
  /// A term of the subject: a word's stem, or two neighbouring ideographs, or one that stands alone.
  struct Term {
    var key: UInt64
    /// Whether it names a certain thing, for which no other word stands: a number, a word with a capital or digit within,
    /// a Latin word among ideographs.
    var isName: Bool
  }

  /// In the order of the text, each once.
  private(set) var terms: [Term] = []
  private(set) var kind = QuestionKind.what
  /// Whether the order of the things it names matters, as in "from A to B".
  private(set) var isDirected = false

  fileprivate mutating func take(_ key: UInt64, isName: Bool) {
    if !terms.contains(where: { $0.key == key }) { terms.append(Term(key: key, isName: isName)) }
  }

  fileprivate mutating func take(_ phrase: QuestionPhrase) {
    if let kind = phrase.kind { self.kind = max(self.kind, kind) }
  }

  fileprivate mutating func setDirected() { isDirected = true }

  /// Only so many terms of a title are looked at.
  fileprivate static let mostTerms = 48
}

/// Reads titles, one after the other.
struct TitleReader: TokenSink {
  private var tokenizer = Tokenizer(.bundled)
  private var reading = TitleReading()
  /// The folded ideographs of the run that is read.
  private var run: [UInt32] = []
  private var words: [Word] = []
  private var hasIdeographs = false

  /// A word, folded, and where it stands in the title.
  private struct Word {
    var bytes: [UInt8]
    var key: UInt64
    /// The key of its stem, or of itself.
    var stem: UInt64
    var range: Range<Int>
  }

  /// O(title), and O(48²) for the terms.
  mutating func read(_ title: ArraySlice<UInt8>) -> TitleReading {
    let text = Array(title)
    reading = TitleReading()
    hasIdeographs = false
    words.removeAll(keepingCapacity: true)
    var tokenizer = tokenizer
    tokenizer.tokenize(text.span, into: &self)
    let isHeadline = isHeadline(text)
    for (place, word) in words.enumerated() {
      take(word, isFirst: place == 0, of: text, isHeadline: isHeadline)
    }
    return reading
  }

  mutating func ideograph(_ scalar: UInt32, after previous: UInt32, range: Range<Int>) {
    run.append(scalar)
    hasIdeographs = true
  }

  mutating func endIdeographRun(length: Int, last: UInt32) {
    var start = 0
    var index = 0
    while index < run.count {
      if let phrase = QuestionPhrase.find(in: run[index...]) {
        reading.take(phrase)
        takeIdeographs(start..<index)
        index += phrase.length
        start = index
      } else {
        if TitleReader.directions.contains(run[index]) { reading.setDirected() }
        index += 1
      }
    }
    takeIdeographs(start..<run.count)
    run.removeAll(keepingCapacity: true)
  }

  mutating func word(_ bytes: Span<UInt8>, form: WordForm, range: Range<Int>) {
    switch form {
    case .exact:
      let key = wordKey(bytes)
      words.append(Word(bytes: [UInt8](bytes), key: key, stem: key, range: range))
    case .stem:
      if let last = words.indices.last, words[last].range == range { words[last].stem = wordKey(bytes) }
    case .part: break
    }
  }

  /// 从 到 比 转 向 成 导
  private static let directions: [UInt32] = [0x4ECE, 0x5230, 0x6BD4, 0x8F6C, 0x5411, 0x6210, 0x5BFC]

  private mutating func takeIdeographs(_ place: Range<Int>) {
    guard reading.terms.count < TitleReading.mostTerms, let first = place.first else { return }
    if place.count == 1 { reading.take(UInt64(run[first]) << 32, isName: false) }
    for index in place.dropFirst() where reading.terms.count < TitleReading.mostTerms {
      reading.take(UInt64(run[index - 1]) << 32 | UInt64(run[index]), isName: false)
    }
  }

  private mutating func take(_ word: Word, isFirst: Bool, of text: [UInt8], isHeadline: Bool) {
    guard reading.terms.count < TitleReading.mostTerms else { return }
    if TitleReader.isDirection(word.bytes) { reading.setDirected() }
    if let phrase = QuestionPhrase.find(word: word.bytes, word.key) { return reading.take(phrase) }
    let written = text[word.range]
    let isName =
      written.contains { $0 &- 0x30 < 10 } || hasIdeographs
      || !isHeadline
        && (written.dropFirst().contains { $0 &- 0x41 < 26 } || !isFirst && (written.first ?? 0) &- 0x41 < 26)
    reading.take(word.stem, isName: isName)
  }

  private static func isDirection(_ word: [UInt8]) -> Bool {
    for direction: StaticString in ["from", "to", "into", "than", "over"] {
      if direction.withUTF8Buffer({ $0.elementsEqual(word) }) { return true }
    }
    return false
  }

  /// Whether every longer word has a capital, so that capitals say nothing.
  private func isHeadline(_ text: [UInt8]) -> Bool {
    let longer = words.filter { $0.range.count > 3 }
    return longer.count > 1 && longer.allSatisfy { text[$0.range.lowerBound] &- 0x41 < 26 }
  }
}
