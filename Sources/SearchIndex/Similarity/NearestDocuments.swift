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

  /// Bits of a weight.
  fileprivate static let weightBits: UInt32 = 10

  /// A component of a vector.
  struct Component {
    /// The term's number.
    var term: UInt32
    /// idf · level, below 2¹⁰.
    var weight: UInt32
  }

  /// The vectors, one behind the other, and where each begins; one place more than documents.
  let components: [Component]
  let starts: [Int]
  /// The lengths of the vectors, at least 1.
  private let lengths: [UInt32]
  /// The lists of the terms, one behind the other, each a document << 10 | weight, and where each begins.
  private let postings: [UInt32]
  private let listStarts: [Int]
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
    var best = GreatestKeys(NearestDocuments.mostTerms)
    for place in documents.indices {
      occurrences.choose(of: place, into: &best)
      var square: UInt32 = 0
      for key in best.keys {
        let term = occurrences.terms[
          occurrences.range(of: place).lowerBound + Int(key & TellingTerms.placeMask)]
        let weight = UInt32(truncatingIfNeeded: key >> TellingTerms.weightShift)
        square += weight * weight
        components.append(Component(term: term, weight: weight))
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

  /// Which documents have each term in their vector; 2²² documents at most.
  private static func invert(
    _ components: [Component], _ starts: [Int], termCount: Int
  ) -> ([UInt32], [Int]) {
    var places = [Int](repeating: 0, count: termCount + 1)
    for component in components { places[Int(component.term) + 1] += 1 }
    for term in 0..<termCount { places[term + 1] += places[term] }
    var postings = [UInt32](repeating: 0, count: components.count)
    var next = places
    for document in 0..<starts.count - 1 {
      for component in components[starts[document]..<starts[document + 1]] {
        postings[next[Int(component.term)]] =
          UInt32(truncatingIfNeeded: document) << weightBits | component.weight
        next[Int(component.term)] += 1
      }
    }
    for term in 0..<termCount where places[term + 1] - places[term] > mostPostings {
      // By weight, the greatest first, then by document.
      postings[places[term]..<places[term + 1]].sort { rank($0) < rank($1) }
    }
    return (postings, places)
  }

  private static func rank(_ posting: UInt32) -> UInt32 {
    ~posting << (32 - weightBits) | posting >> weightBits
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
      scratch.add(postings.span.extracting(start..<end), times: component.weight)
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
  /// The documents whose product is not 0, and how many they are; there is room for one more than documents.
  private var touched: [UInt32] = [0]
  private var touchedCount = 0

  /// Grows with the number of documents.
  public init() {}

  fileprivate mutating func prepare(_ count: Int) {
    for place in 0..<touchedCount { products[Int(touched[place])] = 0 }
    touchedCount = 0
    guard products.count < count else { return }
    products = [UInt32](repeating: 0, count: count)
    touched = [UInt32](repeating: 0, count: count + 1)
  }

  /// Adds to the products of documents, given their postings of a term.
  fileprivate mutating func add(_ postings: Span<UInt32>, times weight: UInt32) {
    touchedCount = NearestScratch.add(postings, times: weight, to: &products, &touched, touchedCount)
  }

  /// Whether a document is new, nothing predicts, so each is written behind the touched ones and stays there if it is.
  private static func add(
    _ postings: Span<UInt32>, times weight: UInt32, to products: inout [UInt32], _ touched: inout [UInt32],
    _ touchedCount: Int
  ) -> Int {
    var products = products.mutableSpan
    var touched = touched.mutableSpan
    var count = touchedCount
    for index in postings.indices {
      let posting = postings[index]
      let document = posting >> NearestDocuments.weightBits
      let former = products[Int(document)]
      touched[count] = document
      count &+= former == 0 ? 1 : 0
      products[Int(document)] = former &+ weight &* (posting & (1 << NearestDocuments.weightBits - 1))
    }
    return count
  }

  /// The documents with the greatest quotient of product and length; of equals the first.
  fileprivate func best(_ count: Int, without excluded: Int, _ lengths: [UInt32]) -> [Int] {
    var best: [(quotient: UInt64, document: Int)] = []
    guard count > 0 else { return [] }
    best.reserveCapacity(count + 1)
    // Below it a document is none of the best; a product is compared, because a division takes ten times as long.
    var least: UInt64 = 0
    for place in 0..<touchedCount {
      let document = Int(touched[place])
      let product = UInt64(products[document]) << 24
      if product < least &* UInt64(lengths[document]) || document == excluded { continue }
      let quotient = product / UInt64(lengths[document])
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
      if best.count == count { least = best[count - 1].quotient }
    }
    return best.map { $0.document }
  }
}
