/// Which documents of a set are most alike, for related questions.
///
/// A document is a vector of its most telling terms: of those that are in a title, heading or tag, or at least twice in
/// an answer, the 24 with the highest idf · log₂(weighted frequency). Two documents are as alike as the cosine of their
/// vectors (Salton, Wong and Yang, CACM 18, 1975). All in whole numbers, and idf in steps of √2, so that another
/// document changes little: the answers for documents that share a term with it, and of these few.
public struct NearestDocuments: Sendable {
  /// The terms of a vector.
  static let mostTerms = 24
  /// Of a term that is in more documents' vectors those count in which it weighs most.
  private static let mostPostings = 256

  /// Bits of a weight.
  static let weightBits: UInt32 = 10

  /// A component of a vector.
  struct Component {
    /// The term's number.
    var term: UInt32
    /// idf · level, below 2¹⁰.
    var weight: UInt32
    /// Where the word begins among the words of the document; 0 for ideographs.
    var word: UInt32
  }

  /// The vectors, one behind the other, and where each begins; one place more than documents.
  let components: [Component]
  let starts: [Int]
  /// The lengths of the vectors, at least 1.
  private let lengths: [UInt32]
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
    components.reserveCapacity(documents.count * NearestDocuments.mostTerms)
    var starts = [0]
    var lengths: [UInt32] = []
    starts.reserveCapacity(documents.count + 1)
    lengths.reserveCapacity(documents.count)
    var choice = TermChoice(NearestDocuments.mostTerms)
    for place in documents.indices {
      occurrences.choose(of: place, with: &choice)
      var square: UInt32 = 0
      for chosen in choice.chosen {
        square += chosen.weight * chosen.weight
        components.append(
          Component(
            term: occurrences.terms[chosen.occurrence], weight: chosen.weight,
            word: occurrences.word(of: chosen.occurrence)))
      }
      starts.append(components.count)
      lengths.append(max(1, UInt32(Double(square).squareRoot())))
    }
    postings = VectorPostings(
      components, starts, termCount: occurrences.termCount, most: NearestDocuments.mostPostings)
    self.components = components
    self.starts = starts
    self.lengths = lengths
    self.documents = documents
    termKeys = occurrences.numbers.keys
  }

  /// The documents most like one, best first: at most `count`, without itself and those that share none of its terms.
  /// O(24 · 256).
  public func nearest(
    to document: Int, _ count: Int, with scratch: inout NearestScratch
  ) -> [NearDocument] {
    scratch.prepare(lengths.count)
    let own = starts[document]..<starts[document + 1]
    scratch.add(components.span.extracting(own), postings)
    let length = UInt64(lengths[document])
    return scratch.removeBest(count, without: document, lengths).map { best in
      let product = best.product << 16
      return NearDocument(
        document: best.document,
        cosine: UInt32(truncatingIfNeeded: min(1 << 16, product / (length * UInt64(lengths[best.document])))))
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
