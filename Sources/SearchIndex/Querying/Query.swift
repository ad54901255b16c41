/// What a reader typed, as terms of the index.
struct Query: Sendable {
  struct Term: Sendable {
    var bytes: [UInt8]
    /// The last word, to which the reader may still be adding letters: where the index does not know it, terms
    /// that begin with it stand in.
    var isUnfinished = false
    /// Whether it waits until there are first results: of the overlapping pairs of a run of ideographs every other
    /// one, which holds no character that the others do not, and stems and parts of words.
    var isRefinement = false
  }

  /// Only so much of a query is read.
  static let mostBytes = 2048
  private static let mostTerms = 48

  private(set) var terms: [Term] = []

  /// Any bytes make a query, at worst one without terms.
  ///
  /// - Parameter traditional: the index's table, if it is here.
  init(_ text: [UInt8], traditional: TraditionalTable? = nil) {
    let text = text.prefix(Query.mostBytes)
    var collector = Collector()
    var tokenizer = Tokenizer(traditional: traditional)
    tokenizer.tokenize(text.span, into: &collector)
    let content = collector.terms.filter { !isFunctionTerm($0.bytes) }
    terms = Array((content.isEmpty ? collector.terms : content).prefix(Query.mostTerms))
    let last = collector.lastWord
    if let typed = text.last, Query.isWordByte(typed), last.count >= 2, last[0] < 0x80,
      let place = terms.firstIndex(where: { $0.bytes == last })
    {
      terms[place].isUnfinished = true
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
    /// Whether the pair before belongs to the first step.
    private var isCovered = false

    mutating func ideograph(_ scalar: UInt32, after previous: UInt32) {
      if previous == 0 {
        isCovered = false
      } else {
        add(previous, scalar, isRefinement: isCovered)
        isCovered.toggle()
      }
    }

    mutating func endIdeographRun(length: Int, last: UInt32) {
      if length == 1 { add(last, 0, isRefinement: false) }
      // The last pair of an odd run holds a character of its own.
      if length > 1, !isCovered { terms[terms.count - 1].isRefinement = false }
    }

    mutating func word(_ bytes: ArraySlice<UInt8>, form: WordForm) {
      if form == .exact { lastWord = Array(bytes) }
      insert(Array(bytes), isRefinement: form != .exact)
    }

    private mutating func add(_ first: UInt32, _ second: UInt32, isRefinement: Bool) {
      var bytes: [UInt8] = []
      appendUTF8(first, to: &bytes)
      if second != 0 { appendUTF8(second, to: &bytes) }
      insert(bytes, isRefinement: isRefinement)
    }

    private mutating func insert(_ bytes: [UInt8], isRefinement: Bool) {
      for place in terms.indices where terms[place].bytes == bytes {
        if !isRefinement { terms[place].isRefinement = false }
        return
      }
      terms.append(Term(bytes: bytes, isRefinement: isRefinement))
    }
  }
}
