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
  init(_ documents: Span<AnalyzedDocument>) {
    var minima: [UInt32] = []
    minima.reserveCapacity(documents.count * TermSketches.bins)
    var counts: [Int] = []
    counts.reserveCapacity(documents.count)
    var sketch = [UInt32](repeating: .max, count: TermSketches.bins)
    for place in documents.indices {
      for bin in sketch.indices { sketch[bin] = .max }
      var bins = sketch.mutableSpan
      // Each part by itself, since a copy of a document counts the references to all of them.
      let (ideographs, bytes, parts) = (
        documents[place].ideographTerms, documents[place].bytes, documents[place].parts
      )
      let count =
        TermSketches.take(ideographs.span, into: &bins)
        + TermSketches.take(
          bytes.span.extracting(parts.words), lengths: bytes.span.extracting(parts.wordLengths), into: &bins)
      counts.append(count)
      if count >= TermSketches.leastTerms { TermSketches.fill(&bins) }
      minima += sketch
    }
    self.minima = minima
    self.counts = counts
  }

  private static func take(_ ideographs: Span<UInt32>, into bins: inout MutableSpan<UInt32>) -> Int {
    var count = 0
    for index in ideographs.indices where ideographs[index] & 0xFFFF != 0 {
      take(UInt64(ideographs[index]), into: &bins)
      count &+= 1
    }
    return count
  }

  /// Words of at least four bytes.
  private static func take(
    _ words: Span<UInt8>, lengths: Span<UInt8>, into bins: inout MutableSpan<UInt32>
  ) -> Int {
    var count = 0
    var start = 0
    for index in lengths.indices {
      let word = range(start &+ 1, start &+ 1 &+ Int(lengths[index]))
      // Nothing predicts which words count, so there is no branch.
      let counts = (word.count > 3 ? 1 : 0) & (words[word.lowerBound] == filterMark ? 0 : 1)
      take(key(words, word), into: &bins, mask: 0 &- Int64(counts))
      count &+= counts
      start = word.upperBound
    }
    return count
  }

  /// A number for a word: of a longer one than sixteen bytes only both ends count.
  @inline(__always)
  private static func key(_ words: Span<UInt8>, _ word: Range<Int>) -> UInt64 {
    guard word.upperBound >= 8, word.lowerBound &+ 8 <= words.count else {
      let (first, last) = (number(words, word.prefix(8)), number(words, word.suffix(8)))
      return mixed(first) ^ last
    }
    let spare = UInt64(truncatingIfNeeded: max(0, 64 &- 8 &* word.count))
    let first = (eightBytes(words, word.lowerBound) &<< spare) &>> spare
    let last = eightBytes(words, word.upperBound &- 8) &>> spare
    return mixed(first) ^ last
  }

  /// At most eight bytes as a number, the first one lowest.
  private static func number(_ words: Span<UInt8>, _ part: Range<Int>) -> UInt64 {
    part.reversed().reduce(0) { $0 << 8 | UInt64(words[$1]) }
  }

  /// - Parameter mask: all ones, or 0 for a term that does not count.
  @inline(__always)
  private static func take(_ key: UInt64, into bins: inout MutableSpan<UInt32>, mask: Int64 = -1) {
    // Twice, since the high bits, which choose the bin, must depend on all others.
    let hash = mixed(mixed(key) ^ 0x9E37_79B9)
    let bin = Int(truncatingIfNeeded: hash &>> 57)
    // Nor does anything predict whether a hash is the least of its bin.
    let least = Int64(bins[bin])
    let less = Int64(hash & 0xFFFF_FFFF) &- least
    bins[bin] = UInt32(truncatingIfNeeded: least &+ (less & less &>> 63 & mask))
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
  /// O(bands · n).
  func appendPairs(least: Int, to pairs: inout [UInt64]) {
    var groups = BandGroups(count: counts.count)
    for band in 0..<TermSketches.bands {
      groups.removeAll()
      for document in counts.indices where counts[document] >= TermSketches.leastTerms {
        var former = groups.add(document, hash: hash(of: document, band: band))
        var left = TermSketches.neighbours
        while former >= 0, left > 0 {
          if let found = resemblance(former, document), found.value >= least {
            pairs.append(UInt64(former) << 32 | UInt64(document))
          }
          former = groups.former(former)
          left -= 1
        }
      }
    }
  }

  private func hash(of document: Int, band: Int) -> UInt32 {
    let rows = TermSketches.bins / TermSketches.bands
    let start = document * TermSketches.bins + band * rows
    let minima = minima.span
    var hash = UInt64(band)
    for bin in SearchIndex.range(start, start &+ rows) { hash = mixed(hash ^ UInt64(minima[bin])) }
    return UInt32(truncatingIfNeeded: hash &>> 32)
  }
}

/// The documents that have the same hash, each with the one before it: an open-addressing table.
private struct BandGroups {
  /// A hash << 32 | the last document with it + 1; 0 for none.
  private var slots: [UInt64]
  /// The one before each document, or -1.
  private var formers: [Int32]

  init(count: Int) {
    var size = 1 << 4
    while size < count * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    formers = [Int32](repeating: -1, count: count)
  }

  mutating func removeAll() {
    for place in slots.indices { slots[place] = 0 }
  }

  /// Adds a document, which comes after all there are; tells the one before it with its hash, or -1.
  mutating func add(_ document: Int, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place] != 0, slots[place] >> 32 != UInt64(hash) { place = (place + 1) & mask }
    let former = Int(slots[place] & 0xFFFF_FFFF) - 1
    formers[document] = Int32(truncatingIfNeeded: former)
    slots[place] = UInt64(hash) << 32 | UInt64(document + 1)
    return former
  }

  /// The document before another one with the same hash, or -1.
  func former(_ document: Int) -> Int { Int(formers[document]) }
}
