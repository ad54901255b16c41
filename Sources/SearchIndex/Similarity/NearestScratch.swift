/// Memory for one answer after the other; each thread needs its own.
public struct NearestScratch {
  /// The product of the vectors, by document; 0 for those that share no term.
  private var products: [UInt32] = []
  /// The documents whose product is not 0, and how many they are; there is room for one more than documents.
  private var touched: [UInt32] = [0]
  private var touchedCount = 0
  var shared = SharedTermScratch()

  /// Bits of a document's number, and of the fraction of a quotient; which is below 2³⁸, because a product is at most
  /// that of two lengths.
  private static let documentBits: UInt64 = 22
  private static let fractionBits: UInt64 = 24

  /// Grows with the number of documents.
  public init() {}

  /// Makes room for so many documents. O(1) but for the first time.
  mutating func prepare(_ count: Int) {
    guard products.count < count else { return }
    products = [UInt32](repeating: 0, count: count)
    touched = [UInt32](repeating: 0, count: count + 1)
  }

  /// Adds up the products of a vector with those of all documents that share a term with it.
  mutating func add(_ components: Span<NearestDocuments.Component>, _ postings: VectorPostings) {
    touchedCount = NearestScratch.add(
      components, postings.starts.span, postings.postings.span, to: &products, &touched, touchedCount)
  }

  private static func add(
    _ components: Span<NearestDocuments.Component>, _ starts: Span<UInt32>, _ postings: Span<UInt32>,
    to products: inout [UInt32], _ touched: inout [UInt32], _ touchedCount: Int
  ) -> Int {
    var products = products.mutableSpan
    var touched = touched.mutableSpan
    var count = touchedCount
    for place in components.indices {
      let (term, weight) = (Int(components[place].term), components[place].weight)
      // Whether a document is new, nothing predicts, so each is written behind the touched ones and stays there if it is.
      for index in SearchIndex.range(Int(starts[term]), Int(starts[term &+ 1])) {
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

  /// The documents with the greatest quotient of product and length, best first, of equals the first, with their
  /// products; forgets all products.
  mutating func removeBest(
    _ count: Int, without excluded: Int, _ lengths: [UInt32]
  ) -> [(document: Int, product: UInt64)] {
    products[excluded] = 0
    var best = GreatestKeys(count)
    NearestScratch.choose(touched, touchedCount, &products, lengths.span, into: &best)
    touchedCount = 0
    return best.keys.map { key in
      let document = Int(~key & (1 << NearestScratch.documentBits - 1))
      // Rounded up, what division has rounded down.
      let scaled = (key >> NearestScratch.documentBits) * UInt64(lengths[document])
      let fraction = UInt64(1) << NearestScratch.fractionBits - 1
      return (document, (scaled + fraction) >> NearestScratch.fractionBits)
    }
  }

  private static func choose(
    _ touched: [UInt32], _ touchedCount: Int, _ products: inout [UInt32], _ lengths: Span<UInt32>,
    into best: inout GreatestKeys
  ) {
    var products = products.mutableSpan
    let touched = touched.span
    // Below it a document is none of the best; a product is compared, because a division takes ten times as long.
    var least: UInt64 = 0
    for place in 0..<touchedCount {
      let document = Int(touched[place])
      let product = products[document]
      products[document] = 0
      let length = UInt64(lengths[document])
      let scaled = UInt64(product) &<< fractionBits
      if scaled < least &* length || product == 0 { continue }
      let key =
        (scaled / length) &<< documentBits | UInt64(~touched[place] & (1 << documentBits - 1))
      guard best.mayTake(key) else { continue }
      best.add(key)
      least = best.isFull ? best.least >> documentBits : 0
    }
  }
}
