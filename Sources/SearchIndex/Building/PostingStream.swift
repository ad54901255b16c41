/// The postings of all documents in the order of their terms.
///
/// The groups of terms are worked off in parts. The postings of a part are collected from the documents into buckets of
/// a few neighbouring groups, and each bucket is sorted when it is reached. So all documents are read once for a part,
/// and what is sorted is small enough for the processor's cache.
struct PostingStream<Source: PostingSource> {
  private let source: Source
  private let placement: DocumentPlacement
  private let scale: ImpactScale
  private let weightedLengths: [UInt32]
  private let groupSizes: [UInt32]
  /// The first group of the next part.
  private var nextGroup = 0
  /// The postings of this part, key << 32 | (15 - impact) << 28 | id.
  private(set) var postings: [UInt64] = []
  private var buckets: [PostingBucket] = []
  private var nextBucket = 0
  private var sorter = PostingSorter()
  /// Where the postings of the term are.
  private(set) var range = 0..<0

  /// Postings that are in memory at once, if a group has no more; 8 bytes each.
  private let mostPerPart: Int

  /// Plans the work: few postings make one part, many four. O(groups).
  init(
    _ source: Source, _ documents: [AnalyzedDocument], _ placement: DocumentPlacement, _ scale: ImpactScale
  ) {
    self.source = source
    self.placement = placement
    self.scale = scale
    weightedLengths = placement.order.map { documents[$0].weightedLength }
    groupSizes = source.groupSizes
    mostPerPart = max(1 << 22, groupSizes.reduce(0) { $0 + Int($1) } / 4)
  }

  /// The key of the term.
  var key: UInt32 { UInt32(truncatingIfNeeded: postings[range.lowerBound] >> 32) }

  /// Goes to the first term, then to the next one; false if there is none. O(postings) over all terms.
  mutating func advance() -> Bool {
    let start = range.upperBound
    if nextBucket == 0 || start == buckets[nextBucket - 1].range.upperBound {
      return sortNextBucket()
    }
    find(from: start)
    return true
  }

  private mutating func find(from start: Int) {
    let end = buckets[nextBucket - 1].range.upperBound
    let key = postings[start] >> 32
    var next = start + 1
    while next < end, postings[next] >> 32 == key { next += 1 }
    range = SearchIndex.range(start, next)
  }

  private mutating func sortNextBucket() -> Bool {
    if nextBucket == buckets.count {
      collectNextPart()
      if buckets.isEmpty { return false }
    }
    sorter.sort(&postings, buckets[nextBucket])
    nextBucket += 1
    find(from: buckets[nextBucket - 1].range.lowerBound)
    return true
  }

  private mutating func collectNextPart() {
    let groups = nextGroup..<endOfNextPart()
    nextGroup = groups.upperBound
    nextBucket = 0
    buckets = PostingBucket.plan(groups, sizes: groupSizes, lowBits: source.lowBits)
    let size = buckets.last?.range.upperBound ?? 0
    if size == 0 {
      postings = []
      return
    }
    if postings.count < size { postings = [UInt64](repeating: 0, count: size) }
    var places: [UInt32] = []
    var bucketOfGroup: [UInt32] = []
    for (number, bucket) in buckets.enumerated() {
      places.append(UInt32(bucket.range.lowerBound))
      for _ in bucket.groups { bucketOfGroup.append(UInt32(number)) }
    }
    collect(groups.lowerBound, bucketOfGroup, &places)
  }

  /// Moves the postings of some groups to the places of their buckets.
  private mutating func collect(_ firstGroup: Int, _ bucketOfGroup: [UInt32], _ places: inout [UInt32]) {
    let (source, scale, weightedLengths) = (source, scale, weightedLengths)
    let ids = placement.ids
    var terms = [UInt64](repeating: 0, count: source.mostTerms)
    var impacts = [UInt8](repeating: 0, count: 256)
    let first = UInt64(firstGroup)
    let groupCount = UInt64(bucketOfGroup.count)
    let shift = UInt64(32 + source.lowBits)
    var output = postings.mutableSpan
    var next = places.mutableSpan
    for (position, id) in ids.enumerated() {
      let count = source.read(at: position, into: &terms)
      scale.write(weightedLength: weightedLengths[position], to: &impacts)
      for index in 0..<count {
        let term = terms[index]
        let group = term &>> shift &- first
        guard group < groupCount else { continue }
        let bucket = Int(truncatingIfNeeded: bucketOfGroup[Int(truncatingIfNeeded: group)])
        let level = UInt64(15 &- impacts[Int(truncatingIfNeeded: term & 0xFF)])
        let place = next[bucket]
        output[Int(truncatingIfNeeded: place)] = term & ~0xFFFF_FFFF | level &<< 28 | UInt64(id)
        next[bucket] = place &+ 1
      }
    }
  }

  /// As many groups as are in memory at once, at least one.
  private func endOfNextPart() -> Int {
    var end = nextGroup
    var size = 0
    repeat {
      if end == groupSizes.count { break }
      size += Int(groupSizes[end])
      end += 1
    } while end < groupSizes.count && size + Int(groupSizes[end]) <= mostPerPart
    return end
  }
}
