/// Which documents of a set are most alike, for related questions.
///
/// A document is a vector of its most telling terms: of those that are in a title, heading or tag, or at least twice in
/// an answer, the 24 with the highest idf · log₂(weighted frequency). Two documents are as alike as the cosine of their
/// vectors (Salton, Wong and Yang, CACM 18, 1975). All in whole numbers, and idf in steps of √2, so that another
/// document changes little: the answers for documents that share a term with it, and of these few.
///
/// The nearest are found by the heaviest terms, a bounded number of documents for each and in all, and compared by all
/// terms: six in ten of the six nearest among 100,000 documents, between eight and nine in ten among 10,000.
public struct NearestDocuments: Sendable {
  /// Of a term that is in more documents' vectors, those are looked at of which it is the greatest part; and of a
  /// document's terms the heaviest ones, as long as they are looked at in so many vectors together. Of these the most
  /// promising are compared as a whole.
  private static let mostPostings = 96
  private static let mostAdditions = 896
  private static let leastShortlist = 18

  let vectors: DocumentVectors
  /// The documents that count for each term.
  private let postings: VectorPostings
  /// The key of each term, and the documents, for their words.
  let termKeys: [UInt64]
  let documents: [AnalyzedDocument]

  /// Makes the vectors. `documents` are known by their place, and stand in an order of their own, such as that of their
  /// paths, which decides between equals. O(terms · log(terms of a document)).
  ///
  /// - Parameter count: so many of the documents count; all by default.
  public init(_ documents: [AnalyzedDocument], first count: Int? = nil) {
    let occurrences = TellingTerms(documents.span.extracting(first: count ?? documents.count))
    var vectors = DocumentVectors(capacity: occurrences.documentCount)
    var choice = TermChoice(DocumentVectors.mostTerms)
    for place in 0..<occurrences.documentCount {
      occurrences.choose(of: place, with: &choice)
      occurrences.append(choice.chosen, of: place, to: &vectors)
    }
    postings = VectorPostings(
      vectors, termCount: occurrences.termCount, most: NearestDocuments.mostPostings)
    self.vectors = vectors
    self.documents = documents
    termKeys = occurrences.numbers.keys
  }

  /// The documents most like one, best first, of equals the first: at most `count`, without itself and those that share
  /// none of its terms. O(896 + 24 · count).
  public func nearest(
    to document: Int, _ count: Int, with scratch: inout NearestScratch
  ) -> [NearDocument] {
    guard count > 0 else { return [] }
    let found = candidates(near: document, atLeast: count, with: &scratch)
      .sorted { $0.cosine != $1.cosine ? $0.cosine > $1.cosine : $0.document < $1.document }
    return Array(found.prefix(count))
  }

  /// Documents like one, in no order, without itself: the most promising, about twenty or `count`, among which the nearest
  /// mostly are. O(896 + 24 · count).
  public func candidates(
    near document: Int, atLeast count: Int = 0, with scratch: inout NearestScratch
  ) -> [NearDocument] {
    scratch.prepare(vectors.count)
    let cells = vectors.cells.span
    let own = cells.extracting(vectors.places(of: document))
    let length = vectors.length(of: document)
    scratch.add(own, postings, most: NearestDocuments.mostAdditions)
    // The document itself is the most promising one.
    scratch.makeShortlist(max(NearestDocuments.leastShortlist, count) + 1, length: length)
    scratch.table.take(own)
    defer { scratch.table.forget(own) }
    var found: [NearDocument] = []
    found.reserveCapacity(scratch.shortlist.count)
    // All heads before all components, so that looks at vectors that are far away do not wait for each other.
    for other in scratch.shortlist where other != document {
      found.append(NearDocument(document: Int(other), cosine: vectors.length(of: Int(other))))
    }
    for place in found.indices {
      let product = UInt64(scratch.table.product(cells.extracting(vectors.places(of: found[place].document))))
      let cosine = product << 16 / (UInt64(length) * UInt64(found[place].cosine))
      found[place].cosine = UInt32(truncatingIfNeeded: min(1 << 16, cosine))
    }
    return found
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
