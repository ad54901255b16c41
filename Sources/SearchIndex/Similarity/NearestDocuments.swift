/// Which documents of a set are most alike, for related questions.
///
/// A document is a vector of its most telling terms: of those that are in a title, heading or tag, or at least twice in
/// an answer, the 24 with the highest idf · log₂(weighted frequency). Two documents are as alike as the cosine of their
/// vectors (Salton, Wong and Yang, CACM 18, 1975). All in whole numbers, and idf in steps of √2, so that another
/// document changes little: the answers for documents that share a term with it, and of these few.
public struct NearestDocuments: Sendable {
  /// The terms of a vector.
  private static let mostTerms = 24
  /// Of a term that is in more documents' vectors those count in which it weighs most.
  private static let mostPostings = 256

  /// A component of a vector.
  struct Component {
    /// The term's number.
    var term: UInt32
    /// idf · level, below 2¹⁰.
    var weight: UInt32
  }

  /// A document in whose vector a term is.
  private struct Posting {
    var document: UInt32
    var weight: UInt32
  }

  /// The vectors, one behind the other, and where each begins; one place more than documents.
  let components: [Component]
  let starts: [Int]
  /// The lengths of the vectors, at least 1.
  private let lengths: [UInt32]
  /// The lists of the terms, one behind the other, and where each begins.
  private let postings: [Posting]
  private let listStarts: [Int]
  /// The key of each term, and the documents, for their words.
  let termKeys: [UInt64]
  let documents: [AnalyzedDocument]

  /// Makes the vectors. `documents` are known by their place, and stand in an order of their own, such as that of their
  /// paths, which decides between equals. O(terms · log(terms of a document)).
  public init(_ documents: [AnalyzedDocument]) {
    let occurrences = TellingTerms(documents)
    var components: [Component] = []
    var starts = [0]
    var lengths: [UInt32] = []
    var keys: [UInt64] = []
    for place in documents.indices {
      let range = occurrences.range(of: place)
      keys.removeAll(keepingCapacity: true)
      for index in range { keys.append(occurrences.sortingKey(index, from: range.lowerBound)) }
      keys.sort(by: >)
      var square: UInt32 = 0
      for key in keys.prefix(NearestDocuments.mostTerms) {
        let index = range.lowerBound + Int(key & TellingTerms.placeMask)
        let weight = occurrences.weight(index)
        square += weight * weight
        components.append(Component(term: occurrences.terms[index], weight: weight))
      }
      starts.append(components.count)
      lengths.append(max(1, UInt32(Double(square).squareRoot())))
    }
    self.components = components
    self.starts = starts
    self.lengths = lengths
    self.documents = documents
    termKeys = occurrences.numbers.keys
    (postings, listStarts) = NearestDocuments.invert(components, starts, termCount: occurrences.termCount)
  }

  /// Which documents have each term in their vector.
  private static func invert(
    _ components: [Component], _ starts: [Int], termCount: Int
  ) -> ([Posting], [Int]) {
    var places = [Int](repeating: 0, count: termCount + 1)
    for component in components { places[Int(component.term) + 1] += 1 }
    for term in 0..<termCount { places[term + 1] += places[term] }
    var postings = [Posting](repeating: Posting(document: 0, weight: 0), count: components.count)
    var next = places
    for document in 0..<starts.count - 1 {
      for component in components[starts[document]..<starts[document + 1]] {
        postings[next[Int(component.term)]] = Posting(
          document: UInt32(truncatingIfNeeded: document), weight: component.weight)
        next[Int(component.term)] += 1
      }
    }
    // Within a list documents ascend already, which a sort by these keys keeps.
    for term in 0..<termCount where places[term + 1] - places[term] > mostPostings {
      postings[places[term]..<places[term + 1]].sort { first, second in
        if first.weight != second.weight { return first.weight > second.weight }
        return first.document < second.document
      }
    }
    return (postings, places)
  }

  /// The documents most like one, best first: at most `count`, without itself and those that share none of its terms.
  /// O(24 · 256).
  public func nearest(
    to document: Int, _ count: Int, with scratch: inout NearestScratch
  ) -> [NearDocument] {
    scratch.prepare(lengths.count)
    for component in components[starts[document]..<starts[document + 1]] {
      let start = listStarts[Int(component.term)]
      let end = min(listStarts[Int(component.term) + 1], start + NearestDocuments.mostPostings)
      for posting in postings[start..<end] {
        scratch.add(Int(posting.document), component.weight &* posting.weight)
      }
    }
    let best = scratch.best(count, without: document, lengths)
    let length = UInt64(lengths[document])
    return best.map { other in
      let product = UInt64(scratch.products[other]) << 16
      return NearDocument(
        document: other,
        cosine: UInt32(truncatingIfNeeded: min(1 << 16, product / (length * UInt64(lengths[other])))))
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

/// Memory for one answer after the other; each thread needs its own.
public struct NearestScratch {
  /// The product of the vectors, by document; 0 for those that share no term.
  fileprivate private(set) var products: [UInt32] = []
  private var touched: [Int] = []

  /// Grows with the number of documents.
  public init() {}

  fileprivate mutating func prepare(_ count: Int) {
    for document in touched { products[document] = 0 }
    touched.removeAll(keepingCapacity: true)
    if products.count < count { products = [UInt32](repeating: 0, count: count) }
  }

  fileprivate mutating func add(_ document: Int, _ product: UInt32) {
    if products[document] == 0 { touched.append(document) }
    products[document] &+= product
  }

  /// The documents with the greatest quotient of product and length; of equals the first.
  fileprivate func best(_ count: Int, without excluded: Int, _ lengths: [UInt32]) -> [Int] {
    var best: [(quotient: UInt64, document: Int)] = []
    for document in touched where document != excluded {
      let quotient = UInt64(products[document]) << 24 / UInt64(lengths[document])
      if best.count == count, let last = best.last,
        quotient < last.quotient || quotient == last.quotient && document > last.document
      {
        continue
      }
      var place = best.count
      while place > 0,
        best[place - 1].quotient < quotient
          || best[place - 1].quotient == quotient && best[place - 1].document > document
      {
        place -= 1
      }
      best.insert((quotient, document), at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map { $0.document }
  }
}
