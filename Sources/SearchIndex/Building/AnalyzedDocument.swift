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
  /// Every other term once: a length byte, then the bytes.
  let words: [UInt8]
  /// The weighted frequency of each word, in the order of `words`.
  let wordWeights: [UInt8]
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
    scratch.collector.add(document.formulaTerms)
    scratch.collector.addFilters(document)
    card = DocumentCard(
      path: document.path, title: document.title, date: document.date, kind: document.kind,
      language: document.language, summary: document.summary,
      provenance: document.provenance, tags: document.tags)
    (ideographTerms, ideographWeights) = scratch.collector.ideographs.removeAll()
    (words, wordWeights) = scratch.collector.words.removeAll()
    weightedLength = scratch.collector.weightedLength
  }
}

/// Memory for the analysis of many documents, one after the other; each thread needs its own. What is left in
/// it changes no result.
public struct AnalysisScratch {
  fileprivate var tokenizer = Tokenizer(.bundled)
  fileprivate var collector = TermCollector()

  /// Grows with the largest document.
  public init() {}
}

/// What a result shows of a page.
struct DocumentCard: Sendable {
  var path: [UInt8]
  var title: [UInt8]
  var date: [UInt8]
  var kind: [UInt8]
  var language: [UInt8]
  var summary: [UInt8]
  var provenance: [UInt8]
  var tags: [[UInt8]]
}

/// Counts the terms of one document.
private struct TermCollector: TokenSink {
  let ideographs = IdeographTable()
  var words = WordTable()
  private(set) var weightedLength: UInt32 = 0
  private var weight: UInt8 = 1
  /// Whether neighbouring words are a term too.
  private var pairsWords = false
  private var pairs = WordPairs()
  private var filters = FilterTermCache()

  /// Begins a document with so many bytes of text.
  mutating func begin(_ textSize: Int) {
    ideographs.prepare(for: textSize)
    weightedLength = 0
  }

  mutating func begin(_ field: SearchField.Kind) {
    weight = field.weight
    pairsWords = field == .title || field == .question || field == .headings
    pairs.end()
  }

  @inline(__always)
  mutating func ideograph(_ scalar: UInt32, after previous: UInt32, range: Range<Int>) {
    weightedLength &+= UInt32(weight)
    if previous | scalar > 0xFFFF {
      addRare(scalar, after: previous)
      return
    }
    ideographs.add(character: UInt16(truncatingIfNeeded: scalar), weight: weight)
    if previous != 0 { ideographs.add(bigram: previous << 16 | scalar, weight: weight) }
  }

  mutating func endIdeographRun(length: Int, last: UInt32) { pairs.end() }

  /// A stem counts half, so that the form asked for comes first, and adds nothing to the length.
  mutating func word(_ bytes: Span<UInt8>, form: WordForm, range: Range<Int>) {
    if form == .stem {
      words.add(bytes, weight: max(1, weight / 2))
    } else {
      weightedLength &+= UInt32(weight)
      words.add(bytes, weight: weight)
      if pairsWords, form == .exact, let pair = pairs.add(Array(bytes)) {
        words.add(pair.span, weight: weight)
      }
    }
  }

  mutating func add(_ formulaTerms: [(bytes: [UInt8], weight: UInt8)]) {
    for term in formulaTerms where 2...255 ~= term.bytes.count && term.bytes[0] == formulaMark {
      words.add(term.bytes.span, weight: term.weight)
    }
  }

  /// What the page can be selected by, once each.
  mutating func addFilters(_ document: SearchDocument) {
    let values = [
      (FilterKey.kind, document.kind), (.language, document.language), (.provenance, document.provenance),
    ]
    for (key, value) in values + document.tags.map({ (.tag, $0) }) where !value.isEmpty {
      words.add(filters.term(key, value).span, weight: 1)
    }
  }

  /// Terms with a character beyond the Basic Multilingual Plane are kept as bytes.
  @inline(never)
  private mutating func addRare(_ scalar: UInt32, after previous: UInt32) {
    if scalar < 0x10000 {
      ideographs.add(character: UInt16(truncatingIfNeeded: scalar), weight: weight)
    } else {
      addBytes(scalar, 0)
    }
    if previous != 0 { addBytes(previous, scalar) }
  }

  private mutating func addBytes(_ first: UInt32, _ second: UInt32) {
    var bytes: [UInt8] = []
    appendUTF8(first, to: &bytes)
    if second != 0 { appendUTF8(second, to: &bytes) }
    words.add(bytes.span, weight: weight)
  }
}

/// The terms of filters that were asked for last: most pages share theirs.
private struct FilterTermCache {
  private var entries = [Entry?](repeating: nil, count: 256)

  private struct Entry {
    var key: FilterKey
    var value: [UInt8]
    var term: [UInt8]
  }

  mutating func term(_ key: FilterKey, _ value: [UInt8]) -> [UInt8] {
    let slot = Int(truncatingIfNeeded: wordHash(value.span) &+ UInt32(key.rawValue)) & (entries.count - 1)
    if let entry = entries[slot], entry.key == key, entry.value == value { return entry.term }
    let term = key.term(of: value, .bundled)
    entries[slot] = Entry(key: key, value: value, term: term)
    return term
  }
}
