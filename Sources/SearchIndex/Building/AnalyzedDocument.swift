/// A document reduced to its distinct terms and their weighted frequencies: what the index is made of.
///
/// About 5 bytes a distinct ideograph or bigram, and the bytes of each word plus two.
public struct AnalyzedDocument: Sendable {
  /// What a result shows of the page.
  let card: DocumentCard
  /// Ideographs `c << 16` and bigrams `c << 16 | d` of the Basic Multilingual Plane, each once: all ideographs
  /// before all bigrams, each in the order of their first appearance.
  let ideographTerms: [UInt32]
  /// The weighted frequency of each, parallel to `ideographTerms`.
  let ideographWeights: [UInt8]
  /// Every other term once, those of filters and formulas last: a length byte, then the bytes.
  let words: [UInt8]
  /// The weighted frequency of each word, in the order of `words`.
  let wordWeights: [UInt8]
  /// How many words come before those of filters and formulas, and how many bytes of `words` they are.
  let textWords: (count: Int, bytes: Int)
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
    textWords = (scratch.collector.words.count, scratch.collector.words.byteCount)
    scratch.collector.add(document.formulaTerms)
    scratch.collector.addFilters(document)
    card = DocumentCard(document)
    (ideographTerms, ideographWeights) = scratch.collector.ideographs.removeAll()
    (words, wordWeights) = scratch.collector.words.removeAll()
    weightedLength = scratch.collector.weightedLength
  }
}

/// Memory for the analysis of many documents, one after the other; each thread needs its own. What is left in
/// it changes no result.
public struct AnalysisScratch {
  var tokenizer = Tokenizer(.bundled)
  var collector = TermCollector()

  /// Grows with the largest document.
  public init() {}
}
