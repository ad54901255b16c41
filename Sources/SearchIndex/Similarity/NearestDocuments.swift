/// Which documents of a set are most alike, for related questions.
///
/// A document is a vector of its most telling terms: of those that are in a title, heading or tag, or at least twice in
/// an answer, the 24 with the highest idf · log₂(weighted frequency). Two documents are as alike as the cosine of their
/// vectors (Salton, Wong and Yang, CACM 18, 1975). All in whole numbers, and idf in steps of √2, so that another
/// document changes little: the answers for documents that share a term with it, and of these few.
///
/// The nearest are found by the heaviest terms, a bounded number of documents for each and in all, and compared by all
/// terms: about two thirds of the six that all of 100,000 documents hold, nine tenths of 10,000.
public struct NearestDocuments: Sendable {
  /// The terms of a vector.
  static let mostTerms = 24
  /// Of a term that is in more documents' vectors, those are looked at in which it weighs most; and of a document's
  /// terms the heaviest ones, as long as they are looked at in so many vectors together. Of these the most promising are
  /// compared as a whole.
  private static let mostPostings = 192
  private static let mostAdditions = 1024
  private static let leastShortlist = 24
  /// Terms that first appear after so many others are not looked at.
  private static let termLimit: UInt32 = 1 << (32 - weightBits)

  /// Bits of a weight.
  static let weightBits: UInt32 = 10

  /// A component of a vector: the term's number, below 2²², and idf · level, below 2¹⁰.
  struct Component {
    private var bits: UInt32

    init(term: UInt32, weight: UInt32) { bits = term << NearestDocuments.weightBits | weight }

    @inline(__always) var term: UInt32 { bits &>> NearestDocuments.weightBits }
    @inline(__always) var weight: UInt32 { bits & (1 << NearestDocuments.weightBits - 1) }
  }

  /// The vectors, one behind the other, heaviest components first, and where each begins; one place more than documents.
  let components: [Component]
  private let starts: [Int]
  /// Where the word of each component begins among the words of its document; 0 for ideographs.
  let words: [UInt32]
  /// The lengths of the vectors, at least 1, and 2²⁴ divided by them.
  let lengths: [UInt32]
  private let reciprocals: [UInt32]
  /// The documents that count for each term.
  private let postings: VectorPostings
  /// The key of each term, and the documents, for their words.
  let termKeys: [UInt64]
  let documents: [AnalyzedDocument]

  /// Makes the vectors. `documents` are known by their place, and stand in an order of their own, such as that of their
  /// paths, which decides between equals. O(terms · log(terms of a document)).
  public init(_ documents: [AnalyzedDocument]) {
    let occurrences = TellingTerms(documents)
    var components: [Component] = []
    var words: [UInt32] = []
    components.reserveCapacity(documents.count * NearestDocuments.mostTerms)
    words.reserveCapacity(documents.count * NearestDocuments.mostTerms)
    var starts = [0]
    var lengths: [UInt32] = []
    starts.reserveCapacity(documents.count + 1)
    lengths.reserveCapacity(documents.count)
    var choice = TermChoice(NearestDocuments.mostTerms)
    for place in documents.indices {
      occurrences.choose(of: place, with: &choice)
      var square: UInt32 = 0
      for chosen in choice.chosen where occurrences.terms[chosen.occurrence] < NearestDocuments.termLimit {
        square += chosen.weight * chosen.weight
        components.append(Component(term: occurrences.terms[chosen.occurrence], weight: chosen.weight))
        words.append(occurrences.word(of: chosen.occurrence))
      }
      starts.append(components.count)
      lengths.append(max(1, UInt32(Double(square).squareRoot())))
    }
    postings = VectorPostings(
      components, starts, termCount: occurrences.termCount, most: NearestDocuments.mostPostings)
    self.components = components
    self.starts = starts
    self.words = words
    self.lengths = lengths
    reciprocals = lengths.map { 1 << UInt32(NearestScratch.fractionBits) / $0 }
    self.documents = documents
    termKeys = occurrences.numbers.keys
  }

  /// The places of a document's components.
  func range(of document: Int) -> Range<Int> { SearchIndex.range(starts[document], starts[document + 1]) }

  /// The documents most like one, best first: at most `count`, without itself and those that share none of its terms.
  /// O(1024 + 24 · count).
  public func nearest(
    to document: Int, _ count: Int, with scratch: inout NearestScratch
  ) -> [NearDocument] {
    scratch.prepare(lengths.count)
    let own = components.span.extracting(range(of: document))
    scratch.add(own, postings, most: NearestDocuments.mostAdditions)
    // The document itself is the most promising one.
    var shortlist = scratch.removeShortlist(
      max(NearestDocuments.leastShortlist, count) + 1, reciprocals)
    shortlist.removeAll { $0 == document }
    let length = UInt64(lengths[document])
    return scratch.best(count, of: shortlist, for: own, in: self).map { best in
      NearDocument(
        document: best.document,
        cosine: UInt32(
          truncatingIfNeeded: min(1 << 16, best.product << 16 / (length * UInt64(lengths[best.document])))))
    }
  }

  /// The same for one document alone.
  public func nearest(to document: Int, _ count: Int) -> [NearDocument] {
    var scratch = NearestScratch()
    return nearest(to: document, count, with: &scratch)
  }
}

/// A document that is like another one.
public struct NearDocument: Sendable, Equatable {
  /// Its place among the documents.
  public var document: Int
  /// The cosine of the two vectors in 65,536ths.
  public var cosine: UInt32
}
