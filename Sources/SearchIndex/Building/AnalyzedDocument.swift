/// A document reduced to its distinct terms and their weighted frequencies: what the index is made of.
///
/// About 5 bytes a distinct ideograph or bigram, and the bytes of each word plus two.
public struct AnalyzedDocument: Sendable {
  /// What a result shows of the page.
  let card: DocumentCard
  /// Ideographs `c << 16` and bigrams `c << 16 | d` of the Basic Multilingual Plane, each once, in no
  /// particular but a reproducible order.
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
    var size = 0
    for field in document.fields { size += field.text.count }
    var collector = TermCollector(textSize: size)
    for field in document.fields {
      collector.weight = field.kind.weight
      var tokenizer = Tokenizer(traditional: .bundled)
      tokenizer.tokenize(field.text.span, into: &collector)
    }
    card = DocumentCard(
      path: document.path, title: document.title, date: document.date, kind: document.kind,
      language: document.language, summary: document.summary, tags: document.tags)
    (ideographTerms, ideographWeights) = collector.ideographs.contents()
    words = collector.words.bytes
    wordWeights = collector.words.weights
    weightedLength = collector.weightedLength
  }
}

/// What a result shows of a page.
struct DocumentCard: Sendable {
  var path: [UInt8]
  var title: [UInt8]
  var date: [UInt8]
  var kind: [UInt8]
  var language: [UInt8]
  var summary: [UInt8]
  var tags: [[UInt8]]
}

/// Counts the terms of one document.
private struct TermCollector: TokenSink {
  var ideographs: IdeographTable
  var words: WordTable
  var weight: UInt8 = 1
  var weightedLength: UInt32 = 0

  init(textSize: Int) {
    ideographs = IdeographTable(expected: textSize / 4)
    words = WordTable()
  }

  mutating func ideograph(_ scalar: UInt32, after previous: UInt32) {
    weightedLength &+= UInt32(weight)
    if scalar < 0x10000 {
      ideographs.add(scalar << 16, weight: weight)
      if previous != 0 {
        if previous < 0x10000 {
          ideographs.add(previous << 16 | scalar, weight: weight)
        } else {
          addRare(previous, scalar)
        }
      }
    } else {
      addRare(scalar, 0)
      if previous != 0 { addRare(previous, scalar) }
    }
  }

  mutating func endIdeographRun(length: Int, last: UInt32) {}

  /// A stem counts half, so that the form asked for comes first, and adds nothing to the length.
  mutating func word(_ bytes: ArraySlice<UInt8>, form: WordForm) {
    if form == .stem {
      words.add(bytes, weight: max(1, weight / 2))
    } else {
      weightedLength &+= UInt32(weight)
      words.add(bytes, weight: weight)
    }
  }

  /// Terms with a character beyond the Basic Multilingual Plane are kept as bytes.
  private mutating func addRare(_ first: UInt32, _ second: UInt32) {
    var bytes: [UInt8] = []
    appendUTF8(first, to: &bytes)
    if second != 0 { appendUTF8(second, to: &bytes) }
    words.add(bytes[...], weight: weight)
  }
}
