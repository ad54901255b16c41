/// Sketches of the documents' sets of terms, by which documents that share most of their terms are found without a look
/// at every pair.
///
/// MinHash (Broder, "On the resemblance and containment of documents", 1997) with one permutation (Li, Owen and Zhang,
/// NIPS 2012), empty bins filled from their right neighbours (Shrivastava and Li, ICML 2014); bands as in Leskovec,
/// Rajaraman and Ullman, "Mining of Massive Datasets", 3.4.
struct TermSketches {
  private static let bins = 128
  private static let bands = 16
  /// Fewer terms make no sketch: they are no answer.
  private static let leastTerms = 12
  /// Of documents with one band in common each is looked at with so many behind it.
  private static let neighbours = 4

  /// The least hash in each bin, document by document.
  private let minima: [UInt32]
  /// How many terms each document has.
  private let counts: [Int]

  /// O(terms).
  init(_ documents: [AnalyzedDocument]) {
    var minima: [UInt32] = []
    minima.reserveCapacity(documents.count * TermSketches.bins)
    var counts: [Int] = []
    counts.reserveCapacity(documents.count)
    var sketch = [UInt32](repeating: .max, count: TermSketches.bins)
    for document in documents {
      for bin in sketch.indices { sketch[bin] = .max }
      var bins = sketch.mutableSpan
      let count = TermSketches.take(document, into: &bins)
      counts.append(count)
      if count >= TermSketches.leastTerms { TermSketches.fill(&bins) }
      minima += sketch
    }
    self.minima = minima
    self.counts = counts
  }

  private static func take(_ document: AnalyzedDocument, into bins: inout MutableSpan<UInt32>) -> Int {
    var count = 0
    let ideographs = document.ideographTerms.span
    for index in ideographs.indices where ideographs[index] & 0xFFFF != 0 {
      take(UInt64(ideographs[index]), into: &bins)
      count &+= 1
    }
    let words = document.words.span
    var start = 0
    while start < words.count {
      let word = range(start &+ 1, start &+ 1 &+ Int(words[start]))
      if word.count > 3, words[word.lowerBound] != filterMark {
        take(wordKey(words, word), into: &bins)
        count &+= 1
      }
      start = word.upperBound
    }
    return count
  }

  @inline(__always)
  private static func take(_ key: UInt64, into bins: inout MutableSpan<UInt32>) {
    // Twice, since the high bits, which choose the bin, must depend on all others.
    let hash = mixed(mixed(key) ^ 0x9E37_79B9)
    let bin = Int(truncatingIfNeeded: hash &>> 57)
    bins[bin] = min(bins[bin], UInt32(truncatingIfNeeded: hash))
  }

  private static func fill(_ sketch: inout MutableSpan<UInt32>) {
    var first = 0
    while first < bins, sketch[first] == .max { first += 1 }
    guard first < bins else { return }
    // From the right, so that what is filled in stands for its own right neighbour.
    var value = sketch[first]
    for bin in (0..<bins).reversed() {
      if sketch[bin] == .max {
        value = value &* 0x9E37_79B1 &+ 1
        sketch[bin] = value
      } else {
        value = sketch[bin]
      }
    }
  }

  /// How many of 1,000 bins two documents have in common, which estimates the resemblance of their sets; and by how much
  /// the weighted resemblance of two texts is more than that at most, but for rare cases. That is nothing for long texts,
  /// which have their common terms in different numbers. Nil where a document has too few terms. O(128).
  func resemblance(_ first: Int, _ second: Int) -> (value: Int, error: Int)? {
    let least = min(counts[first], counts[second])
    guard least >= TermSketches.leastTerms else { return nil }
    let (one, other) = (first * TermSketches.bins, second * TermSketches.bins)
    let minima = minima.span
    var equal = 0
    for bin in 0..<TermSketches.bins where minima[one &+ bin] == minima[other &+ bin] { equal &+= 1 }
    return (equal * 1000 / TermSketches.bins, least < TermSketches.bins ? 40 : 0)
  }

  /// Appends pairs of documents, `first << 32 | second`, that have a band of eight bins in common and at least `least` of
  /// 1,000 bins; a pair maybe several times, and of many equal documents each only with its neighbours.
  /// O(bands · n · log n).
  func appendPairs(least: Int, to pairs: inout [UInt64]) {
    let rows = TermSketches.bins / TermSketches.bands
    var keys: [UInt64] = []
    for band in 0..<TermSketches.bands {
      keys.removeAll(keepingCapacity: true)
      for document in counts.indices where counts[document] >= TermSketches.leastTerms {
        var hash = UInt64(band)
        let start = document * TermSketches.bins + band * rows
        for bin in start..<start + rows { hash = mixed(hash ^ UInt64(minima[bin])) }
        keys.append(hash & ~0xFFFF_FFFF | UInt64(document))
      }
      keys.sort()
      for place in keys.indices {
        let end = min(place + TermSketches.neighbours + 1, keys.count)
        for next in place + 1..<end {
          guard keys[next] >> 32 == keys[place] >> 32 else { break }
          let (first, second) = (keys[place] & 0xFFFF_FFFF, keys[next] & 0xFFFF_FFFF)
          if let found = resemblance(Int(first), Int(second)), found.value >= least {
            pairs.append(first << 32 | second)
          }
        }
      }
    }
  }
}
