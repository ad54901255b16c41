/// The documents that have each term in their vector, of a frequent term those in which it weighs most.
struct VectorPostings: Sendable {
  /// The lists of the terms, one behind the other, each in the order of the documents: a document << 10 | weight.
  private(set) var postings: [UInt32]
  /// Where each list begins; one place more than terms.
  private(set) var starts: [UInt32]

  /// Inverts vectors, of which `starts` tells where each begins; 2²² documents at most. O(components).
  init(_ components: [NearestDocuments.Component], _ vectors: [Int], termCount: Int, most: Int) {
    // Two places further, and one after filling, which counts each up to the beginning of the next.
    starts = [UInt32](repeating: 0, count: termCount + 2)
    for component in components { starts[Int(component.term) + 2] += 1 }
    for term in 0..<termCount { starts[term + 2] += starts[term + 1] }
    postings = [UInt32](repeating: 0, count: components.count)
    VectorPostings.fill(&postings, &starts, components.span, vectors.span)
    starts.removeLast()
    cut(most)
  }

  private static func fill(
    _ postings: inout [UInt32], _ ends: inout [UInt32], _ components: Span<NearestDocuments.Component>,
    _ vectors: Span<Int>
  ) {
    var postings = postings.mutableSpan
    var ends = ends.mutableSpan
    for document in 0..<vectors.count - 1 {
      for index in SearchIndex.range(vectors[document], vectors[document + 1]) {
        let term = Int(components[index].term)
        let place = ends[term &+ 1]
        ends[term &+ 1] = place &+ 1
        postings[Int(place)] =
          UInt32(truncatingIfNeeded: document) &<< NearestDocuments.weightBits | components[index].weight
      }
    }
  }

  /// Leaves of each list at most so many postings, those of the greatest weights, of equal ones the first.
  private mutating func cut(_ most: Int) {
    let mask: UInt32 = 1 << NearestDocuments.weightBits - 1
    var counts = [Int](repeating: 0, count: Int(mask) + 1)
    var end = 0
    var start = 0
    for term in 0..<starts.count - 1 {
      let list = start..<Int(starts[term + 1])
      start = list.upperBound
      starts[term] = UInt32(truncatingIfNeeded: end)
      // All above one weight, and the first of this weight.
      var weight: UInt32 = 0
      var left = list.count
      if list.count > most {
        for place in counts.indices { counts[place] = 0 }
        for index in list { counts[Int(postings[index] & mask)] += 1 }
        weight = mask
        left = most
        while counts[Int(weight)] < left {
          left -= counts[Int(weight)]
          weight -= 1
        }
      }
      for index in list {
        let posting = postings[index]
        if posting & mask < weight { continue }
        if posting & mask == weight {
          if left == 0 { continue }
          left -= 1
        }
        postings[end] = posting
        end += 1
      }
    }
    starts[starts.count - 1] = UInt32(truncatingIfNeeded: end)
    postings.removeLast(postings.count - end)
  }
}
