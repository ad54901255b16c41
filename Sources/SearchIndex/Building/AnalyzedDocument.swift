/// A document reduced to its distinct terms and their weighted frequencies: what the index is made of.
///
/// About 5 bytes a distinct ideograph or bigram, and the bytes of each word plus three. There are many documents, so each
/// takes two pieces of memory.
public struct AnalyzedDocument: Sendable {
  /// Ideographs `c << 16` and bigrams `c << 16 | d` of the Basic Multilingual Plane, each once: all ideographs
  /// before all bigrams, each in the order of their first appearance.
  let ideographTerms: [UInt32]
  /// The other parts of the document, as `Parts` says where.
  let bytes: [UInt8]
  /// How many words there are, those of filters and formulas included.
  let wordCount: Int
  /// How many words come before those of filters and formulas, and how many bytes of the words they are.
  let textWords: (count: Int, bytes: Int)
  /// Where in `bytes` what a result shows of the page begins.
  private let cardStart: Int
  /// Σ over the fields of field weight × number of tokens.
  let weightedLength: UInt32

  /// Tokenizes every field of `document`. Pure: may be called for many documents at once. O(text) time.
  public init(_ document: SearchDocument) {
    var scratch = AnalysisScratch()
    self.init(document, with: &scratch)
  }

  /// Tokenizes every field of `document`, with memory that is used for one document after the other.
  public init(_ document: SearchDocument, with scratch: inout AnalysisScratch) {
    var size = 0
    for field in document.fields { size += field.text.count }
    scratch.collector.begin(size)
    for field in document.fields {
      scratch.collector.begin(field.kind)
      scratch.tokenizer.tokenize(field.text.span, into: &scratch.collector)
    }
    let (ideographs, words) = (scratch.collector.ideographs, scratch.collector.words)
    textWords = (words.count, words.byteCount)
    scratch.collector.add(document.formulaTerms)
    scratch.collector.addFilters(document)
    scratch.card.removeAll(keepingCapacity: true)
    DocumentCard.append(document, to: &scratch.card)
    ideographTerms = ideographs.keys
    wordCount = words.count
    weightedLength = scratch.collector.weightedLength
    let cardStart = ideographs.count + 2 * words.count + words.byteCount
    self.cardStart = cardStart
    bytes = [UInt8](unsafeUninitializedCapacity: cardStart + scratch.card.count) { bytes, count in
      guard let start = bytes.baseAddress else { return }
      let wordStart = start + ideographs.count
      ideographs.moveWeights(to: start)
      words.move(to: wordStart)
      count = bytes[cardStart...].initialize(fromContentsOf: scratch.card)
    }
  }

  /// What a result shows of the page.
  var card: DocumentCard { DocumentCard(bytes[cardStart...]) }

  /// Where the parts of a document stand in its `bytes`.
  struct Parts {
    /// The weighted frequency of each of `ideographTerms`.
    let ideographWeights: Range<Int>
    /// The weighted frequency of every other term, those of filters and formulas last.
    let wordWeights: Range<Int>
    /// The length of each of these. It stands before the word, too; from here the next word is found without a look at this
    /// one.
    let wordLengths: Range<Int>
    /// Every other term once: a length byte, then the bytes.
    let words: Range<Int>
  }

  /// Where the parts stand in `bytes`.
  @inline(__always)
  var parts: Parts {
    let weights = ideographTerms.count
    let lengths = weights &+ wordCount
    let words = lengths &+ wordCount
    return Parts(
      ideographWeights: range(0, weights), wordWeights: range(weights, lengths),
      wordLengths: range(lengths, words), words: range(words, cardStart))
  }
}

/// Memory for the analysis of many documents, one after the other; each thread needs its own. What is left in
/// it changes no result.
public struct AnalysisScratch {
  var tokenizer = Tokenizer(.bundled)
  var collector = TermCollector()
  fileprivate var card: [UInt8] = []

  /// Grows with the largest document.
  public init() {}
}
