/// The documents that have each term in their vector, of a frequent term those in whose vectors it has the greatest share.
struct VectorPostings: Sendable {
  /// The lists of the terms, one behind the other, each in the order of the documents: a document << 10 | the component
  /// divided by the length of the vector, in 1,024ths.
  private(set) var postings: [UInt32]
  /// Where each list begins; one place more than terms.
  private(set) var starts: [UInt32]

  /// Bits of a share.
  static let shareBits: UInt32 = 10

  /// Inverts vectors of 2²² documents at most. O(components).
  init(_ vectors: DocumentVectors, termCount: Int, most: Int) {
    // Two places further, and one after filling, which counts each up to the beginning of the next.
    starts = [UInt32](repeating: 0, count: termCount + 2)
    for document in 0..<vectors.count {
      for place in vectors.places(of: document) { starts[Int(vectors.cells[place].term) + 2] += 1 }
    }
    for term in 0..<termCount { starts[term + 2] += starts[term + 1] }
    postings = [UInt32](repeating: 0, count: Int(starts[termCount + 1]))
    VectorPostings.fill(&postings, &starts, vectors)
    starts.removeLast()
    cut(most)
  }

  private static func fill(_ postings: inout [UInt32], _ ends: inout [UInt32], _ vectors: DocumentVectors) {
    var postings = postings.mutableSpan
    var ends = ends.mutableSpan
    let cells = vectors.cells.span
    for document in 0..<vectors.count {
      let reciprocal: UInt32 = (1 << 30) / vectors.length(of: document)
      for place in vectors.places(of: document) {
        let term = Int(cells[place].term)
        let end = ends[term &+ 1]
        ends[term &+ 1] = end &+ 1
        let share = min((cells[place].weight &* reciprocal) &>> (30 &- shareBits), 1 << shareBits - 1)
        postings[Int(end)] = UInt32(truncatingIfNeeded: document) &<< shareBits | share
      }
    }
  }

  /// Leaves of each list at most so many postings, those of the greatest shares, of equal ones the first.
  private mutating func cut(_ most: Int) {
    let mask: UInt32 = 1 << VectorPostings.shareBits - 1
    var counts = [Int](repeating: 0, count: Int(mask) + 1)
    var end = 0
    var start = 0
    for term in 0..<starts.count - 1 {
      let list = start..<Int(starts[term + 1])
      start = list.upperBound
      starts[term] = UInt32(truncatingIfNeeded: end)
      // All above one share, and the first of this share.
      var share: UInt32 = 0
      var left = list.count
      if list.count > most {
        for place in counts.indices { counts[place] = 0 }
        for index in list { counts[Int(postings[index] & mask)] += 1 }
        share = mask
        left = most
        while counts[Int(share)] < left {
          left -= counts[Int(share)]
          share -= 1
        }
      }
      for index in list {
        let posting = postings[index]
        if posting & mask < share { continue }
        if posting & mask == share {
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
