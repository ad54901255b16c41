/// Memory for one answer after the other; each thread needs its own.
public struct NearestScratch {
  /// The product of the vectors as far as it is added up, by document; 0 for those that share no term.
  private var products: [UInt32] = []
  /// The documents whose product is not 0, and how many they are; there is room for one more than documents.
  private var touched: [UInt32] = [0]
  private var touchedCount = 0
  /// The class of each touched document's quotient, and how many have each class.
  private var classes: [UInt16] = []
  private var counts = [UInt32](repeating: 0, count: 64 << Int(NearestScratch.classBits))
  private var table = VectorTable()
  var shared = SharedTermScratch()

  /// Classes of quotients for every doubling, as a power of two.
  private static let classBits: UInt64 = 5
  /// Bits of a document's number, and of the fraction of a quotient; which is below 2³⁸, because a product is at most
  /// that of two lengths.
  private static let documentBits: UInt64 = 22
  static let fractionBits: UInt64 = 24

  /// Grows with the number of documents.
  public init() {}

  /// Makes room for so many documents. O(1) but for the first time.
  mutating func prepare(_ count: Int) {
    guard products.count < count else { return }
    products = [UInt32](repeating: 0, count: count)
    touched = [UInt32](repeating: 0, count: count + 1)
    classes = [UInt16](repeating: 0, count: count)
  }

  /// Adds up the products of a vector's components, from the first on, with those of the documents that share them, as
  /// long as the lists together have at most `most` postings.
  mutating func add(_ components: Span<NearestDocuments.Component>, _ postings: VectorPostings, most: Int) {
    touchedCount = NearestScratch.add(
      components, postings.starts.span, postings.postings.span, most, to: &products, &touched)
  }

  private static func add(
    _ components: Span<NearestDocuments.Component>, _ starts: Span<UInt32>, _ postings: Span<UInt32>,
    _ most: Int,
    to products: inout [UInt32], _ touched: inout [UInt32]
  ) -> Int {
    var products = products.mutableSpan
    var touched = touched.mutableSpan
    var count = 0
    var left = most
    for place in components.indices {
      let (term, weight) = (Int(components[place].term), components[place].weight)
      let list = SearchIndex.range(Int(starts[term]), Int(starts[term &+ 1]))
      left &-= list.count
      if left < 0 { break }
      // Whether a document is new, nothing predicts, so each is written behind the touched ones and stays there if it is.
      for index in list {
        let posting = postings[index]
        let document = posting &>> NearestDocuments.weightBits
        let former = products[Int(document)]
        touched[count] = document
        count &+= former == 0 ? 1 : 0
        products[Int(document)] = former &+ weight &* (posting & (1 << NearestDocuments.weightBits - 1))
      }
    }
    return count
  }

  /// The documents with the greatest quotients of product and length, about as many as asked for, of one class the first
  /// that were touched; forgets all products.
  ///
  /// - Parameter reciprocals: 2²⁴ / length of each document.
  mutating func removeShortlist(_ count: Int, _ reciprocals: [UInt32]) -> [UInt32] {
    let greatest = NearestScratch.classify(
      touched, touchedCount, reciprocals.span, &products, &classes, &counts)
    var left = UInt32(truncatingIfNeeded: count)
    var least = greatest
    while least > 0, counts[least] < left {
      left -= counts[least]
      least -= 1
    }
    var shortlist: [UInt32] = []
    shortlist.reserveCapacity(count)
    for place in 0..<touchedCount {
      let own = Int(classes[place])
      counts[own] = 0
      guard own >= least else { continue }
      if own == least {
        if left == 0 { continue }
        left -= 1
      }
      shortlist.append(touched[place])
    }
    touchedCount = 0
    return shortlist
  }

  /// Counts the documents of each class, and tells the greatest.
  private static func classify(
    _ touched: [UInt32], _ touchedCount: Int, _ reciprocals: Span<UInt32>, _ products: inout [UInt32],
    _ classes: inout [UInt16], _ counts: inout [UInt32]
  ) -> Int {
    var products = products.mutableSpan
    let touched = touched.span
    var classes = classes.mutableSpan
    var counts = counts.mutableSpan
    var greatest = 0
    for place in SearchIndex.range(0, touchedCount) {
      let document = Int(touched[place])
      let quotient = UInt64(products[document]) &* UInt64(reciprocals[document])
      products[document] = 0
      // Its logarithm, rounded down.
      let exponent = UInt64(truncatingIfNeeded: 63 &- quotient.leadingZeroBitCount)
      let fraction = (quotient &<< (63 &- exponent)) &>> (63 &- classBits) & (1 << classBits - 1)
      let own = Int(truncatingIfNeeded: exponent &<< classBits | fraction)
      classes[place] = UInt16(truncatingIfNeeded: own)
      counts[own] &+= 1
      greatest = max(greatest, own)
    }
    return greatest
  }

  /// Those of some documents whose vectors, divided by their lengths, make the greatest products with a vector, best
  /// first, of equals the first, with the products.
  mutating func best(
    _ count: Int, of shortlist: [UInt32], for vector: Span<NearestDocuments.Component>,
    in vectors: borrowing NearestDocuments
  ) -> [(document: Int, product: UInt64)] {
    table.take(vector)
    defer { table.forget(vector) }
    let components = vectors.components.span
    var best = GreatestKeys(count)
    for document in shortlist {
      let product = UInt64(table.product(components.extracting(vectors.range(of: Int(document)))))
      let quotient = (product << NearestScratch.fractionBits) / UInt64(vectors.lengths[Int(document)])
      best.add(
        quotient << NearestScratch.documentBits | UInt64(~document & (1 << NearestScratch.documentBits - 1)))
    }
    return best.keys.map { key in
      let document = Int(~key & (1 << NearestScratch.documentBits - 1))
      // Rounded up, what division has rounded down.
      let scaled = (key >> NearestScratch.documentBits) * UInt64(vectors.lengths[document])
      let fraction = UInt64(1) << NearestScratch.fractionBits - 1
      return (document, (scaled + fraction) >> NearestScratch.fractionBits)
    }
  }
}
