/// Memory for one answer after the other; each thread needs its own.
public struct NearestScratch {
  /// The product of a vector and each document's divided by its length, as far as it is added up; 0 for documents that
  /// share no term.
  private var sums: [UInt32] = []
  /// The documents whose sum is not 0, and how many they are; there is room for one more than documents.
  private var touched: [UInt32] = [0]
  private var touchedCount = 0
  /// The class of each touched document's sum, and how many have each class.
  private var classes: [UInt16] = []
  private var counts = [UInt32](repeating: 0, count: 1 << Int(NearestScratch.classBits))
  /// The documents that are compared as a whole.
  private(set) var shortlist: [UInt32] = []
  var table = VectorTable()
  var shared = SharedTermScratch()
  var names = SharedTermNames.Collection()

  private static let classBits: UInt32 = 10

  /// Grows with the number of documents.
  public init() {}

  /// Makes room for so many documents. O(1) but for the first time.
  mutating func prepare(_ count: Int) {
    guard sums.count < count else { return }
    sums = [UInt32](repeating: 0, count: count)
    touched = [UInt32](repeating: 0, count: count + 1)
    classes = [UInt16](repeating: 0, count: count)
  }

  /// Adds up the products of a vector's components, from the first on, with the shares of the documents that have their
  /// terms, as long as the lists together have at most `most` postings.
  mutating func add(_ components: Span<DocumentVectors.Component>, _ postings: VectorPostings, most: Int) {
    touchedCount = NearestScratch.add(
      components, postings.starts.span, postings.postings.span, most, to: &sums, &touched)
  }

  private static func add(
    _ components: Span<DocumentVectors.Component>, _ starts: Span<UInt32>, _ postings: Span<UInt32>,
    _ most: Int,
    to sums: inout [UInt32], _ touched: inout [UInt32]
  ) -> Int {
    var sums = sums.mutableSpan
    var touched = touched.mutableSpan
    var count = 0
    var left = most
    for place in components.indices {
      let (term, weight) = (Int(components[place].term), components[place].weight)
      let list = range(Int(starts[term]), Int(starts[term &+ 1]))
      left &-= list.count
      if left < 0 { break }
      // Whether a document is new, nothing predicts, so each is written behind the touched ones and stays there if it is.
      for index in list {
        let posting = postings[index]
        let document = posting &>> VectorPostings.shareBits
        let former = sums[Int(document)]
        touched[count] = document
        count &+= former == 0 ? 1 : 0
        sums[Int(document)] = former &+ weight &* (posting & (1 << VectorPostings.shareBits - 1))
      }
    }
    return count
  }

  /// Makes a shortlist of the documents with the greatest sums, about as many as asked for, of one class the first that
  /// were touched; forgets all sums.
  ///
  /// - Parameter length: that of the vector, which no sum divided by 1,024 exceeds but by rounding.
  mutating func makeShortlist(_ count: Int, length: UInt32) {
    // So many bits has the greatest sum, of which ten make the class.
    let bits = UInt32(truncatingIfNeeded: 32 &- length.leadingZeroBitCount) &+ VectorPostings.shareBits
    let shift = max(bits, NearestScratch.classBits) &- NearestScratch.classBits
    var least = NearestScratch.classify(touched, touchedCount, shift, &sums, &classes, &counts)
    var left = UInt32(truncatingIfNeeded: count)
    while least > 0, counts[least] < left {
      left -= counts[least]
      least -= 1
    }
    shortlist.removeAll(keepingCapacity: true)
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
  }

  /// Counts the documents of each class, and tells the greatest.
  private static func classify(
    _ touched: [UInt32], _ touchedCount: Int, _ shift: UInt32, _ sums: inout [UInt32],
    _ classes: inout [UInt16], _ counts: inout [UInt32]
  ) -> Int {
    var sums = sums.mutableSpan
    let touched = touched.span
    var classes = classes.mutableSpan
    var counts = counts.mutableSpan
    var greatest = 0
    for place in range(0, touchedCount) {
      let document = Int(touched[place])
      let own = Int(min(sums[document] &>> shift, 1 << classBits - 1))
      sums[document] = 0
      classes[place] = UInt16(truncatingIfNeeded: own)
      counts[own] &+= 1
      greatest = max(greatest, own)
    }
    return greatest
  }
}
