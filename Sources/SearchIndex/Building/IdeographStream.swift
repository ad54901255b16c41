/// The ideographs and bigrams of all documents, in their order, with the documents that hold them.
///
/// Those that begin with one character are a group. The groups are worked off in parts. The postings of a part are
/// collected from the documents into buckets of a few neighbouring groups, and each bucket is sorted when it is reached.
/// So all documents are read once for a part, and what is sorted is small enough for the processor's cache.
///
/// A term's key is made of the ranks of its characters among those that occur: that of the first, then that of the second
/// + 1, or 0. Both have at most 16 bits, since not all of the Basic Multilingual Plane is ideographs.
struct IdeographStream {
  /// The characters that occur, ascending.
  let characters: [UInt16]
  /// The rank of each character + 1, 0 for those that do not occur.
  private let ranks: [UInt16]
  /// How many postings the terms of each group have.
  private let groupSizes: [UInt32]
  /// Terms that differ in this many low bits of their keys are a group.
  private let lowBits: UInt32
  private let documents: [AnalyzedDocument]
  private let placement: DocumentPlacement
  private let scale: ImpactScale
  /// The first group of the next part.
  private var nextGroup = 0
  /// The postings of this part, as `PackedPosting` says.
  private var packed: [UInt32] = []
  private var buckets: [PostingBucket] = []
  private var nextBucket = 0
  private var sorter = PostingSorter()
  /// Where the postings of the term are.
  private(set) var range = 0..<0

  /// About so many postings are in memory at once, 4 bytes each.
  private let partSize: Int

  /// Counts the characters and plans the work: few postings make one part, many four. O(postings).
  init(
    _ documents: [AnalyzedDocument], _ placement: DocumentPlacement, _ scale: ImpactScale, partSize: Int
  ) {
    var histogram = [UInt32](repeating: 0, count: 1 << 16)
    var total = 0
    for document in documents {
      total += document.ideographTerms.count
      for term in document.ideographTerms { histogram[Int(truncatingIfNeeded: term &>> 16)] &+= 1 }
    }
    var characters: [UInt16] = []
    var ranks = [UInt16](repeating: 0, count: 1 << 16)
    for character in histogram.indices where histogram[character] > 0 {
      characters.append(UInt16(character))
      ranks[character] = UInt16(characters.count)
    }
    groupSizes = characters.map { histogram[Int($0)] }
    lowBits = UInt32(Int.bitWidth - characters.count.leadingZeroBitCount)
    let parts = min(4, total / partSize + 1)
    self.partSize = (total + parts - 1) / parts
    self.characters = characters
    self.ranks = ranks
    self.documents = documents
    self.placement = placement
    self.scale = scale
  }

  /// So many numbers of 32 bits are needed for a part, if its last group is not large.
  var memorySize: Int {
    let largest = groupSizes.reduce(0) { max($0, Int($1)) }
    return partSize + largest + 256 * PackedPosting.mostFillers(placement.ids.count)
  }

  /// Takes memory away, to use it, whatever it holds; where it does not suffice, other memory comes in its place.
  mutating func take(_ memory: inout [UInt32]) { swap(&packed, &memory) }

  /// The term's postings are those of `range`, ascending by their low 32 bits, (15 - impact) << 28 | id.
  var postings: [UInt64] { sorter.postings }

  /// The code points of the term, the second 0 where it has but one. O(1).
  var term: (UInt32, UInt32) {
    let key = UInt32(truncatingIfNeeded: sorter.postings[range.lowerBound] &>> 32)
    let second = Int(key & (1 &<< lowBits &- 1))
    return (UInt32(characters[Int(key &>> lowBits)]), second == 0 ? 0 : UInt32(characters[second - 1]))
  }

  /// Goes to the first term, then to the next one; false if there is none. O(postings) over all terms.
  mutating func advance() -> Bool {
    if range.upperBound == sorter.count { return sortNextBucket() }
    find(from: range.upperBound)
    return true
  }

  private mutating func find(from start: Int) {
    range = SearchIndex.range(start, sorter.endOfKey(at: start))
  }

  private mutating func sortNextBucket() -> Bool {
    if nextBucket == buckets.count {
      collectNextPart()
      if buckets.isEmpty { return false }
    }
    sorter.sort(packed, buckets[nextBucket], ids: placement.ids)
    nextBucket += 1
    find(from: 0)
    return true
  }

  private mutating func collectNextPart() {
    let groups = nextGroup..<endOfNextPart()
    nextGroup = groups.upperBound
    nextBucket = 0
    buckets = PostingBucket.plan(groups, sizes: groupSizes, lowBits: lowBits)
    if buckets.isEmpty {
      return
    }
    var end = 0
    for number in buckets.indices {
      buckets[number].start = end
      buckets[number].end = end
      end += buckets[number].count + PackedPosting.mostFillers(placement.ids.count)
    }
    if packed.count < end {
      packed = []
      packed = [UInt32](repeating: 0, count: end)
    }
    collect()
  }

  /// Moves the postings of the part to the places of their buckets.
  private mutating func collect() {
    var target = Targets(ranks: ranks, lowBits: lowBits)
    for (number, bucket) in buckets.enumerated() {
      for group in bucket.groups {
        let place = number << 16 | (group - bucket.groups.lowerBound)
        target.targets[Int(characters[group])] = UInt32(truncatingIfNeeded: place)
        target.isPart[Int(characters[group])] = 1
      }
    }
    var cursors = buckets.map { Cursor(place: UInt32(truncatingIfNeeded: $0.start)) }
    var gathered: [UInt64] = []
    let documents = documents
    var impacts = [UInt8](repeating: 0, count: 256)
    for (position, index) in placement.order.enumerated() {
      scale.write(weightedLength: documents[index].weightedLength, to: &impacts)
      IdeographStream.collect(
        documents.span, index, UInt32(truncatingIfNeeded: position), target, impacts.span, &cursors,
        through: &gathered, into: &packed)
    }
    for number in buckets.indices { buckets[number].end = Int(cursors[number].place) }
  }

  /// Moves those of a document. Which of its terms belong to the part nothing predicts, so first these are gathered.
  @inline(__always)
  private static func collect(
    _ documents: Span<AnalyzedDocument>, _ index: Int, _ position: UInt32, _ target: Targets,
    _ impacts: Span<UInt8>, _ cursors: inout [Cursor], through gathered: inout [UInt64],
    into packed: inout [UInt32]
  ) {
    let weights = documents[index].bytes.span.extracting(documents[index].parts.ideographWeights)
    let count = target.gather(documents[index].ideographTerms.span, weights, into: &gathered)
    let (ranks, targets, lowBits) = (target.ranks.span, target.targets.span, target.lowBits)
    let terms = gathered.span
    var output = packed.mutableSpan
    var cursors = cursors.mutableSpan
    for index in 0..<count {
      let term = terms[index]
      let target = targets[Int(truncatingIfNeeded: term &>> 24)]
      let number = Int(truncatingIfNeeded: target &>> 16)
      let group = target & 0xFFFF
      let second = UInt32(ranks[Int(truncatingIfNeeded: term &>> 8 & 0xFFFF)])
      let level = UInt32(15 &- impacts[Int(truncatingIfNeeded: term & 0xFF)])
      var cursor = cursors[number]
      var gap = position &- cursor.position
      while gap >= PackedPosting.fillerGap {
        output[Int(truncatingIfNeeded: cursor.place)] = PackedPosting.fillerGap
        cursor.place &+= 1
        gap &-= PackedPosting.fillerGap
      }
      output[Int(truncatingIfNeeded: cursor.place)] = PackedPosting.pack(
        group &<< lowBits | second, level: level, gap: gap)
      cursors[number] = Cursor(place: cursor.place &+ 1, position: position)
    }
  }

  /// As many groups as make a part.
  private func endOfNextPart() -> Int {
    var end = nextGroup
    var size = 0
    while end < groupSizes.count, size < partSize {
      size += Int(groupSizes[end])
      end += 1
    }
    return end
  }
}

/// Where the next posting of a bucket goes, and the position of the last one.
private struct Cursor {
  var place: UInt32
  var position: UInt32 = 0
}

/// Where the postings of each character's group go.
private struct Targets {
  let ranks: [UInt16]
  let lowBits: UInt32
  /// The number of the bucket << 16 | that of the group in the bucket.
  var targets = [UInt32](repeating: 0, count: 1 << 16)
  /// 1 for the characters of the part, 0 for others: so small that it stays in the processor's first cache.
  var isPart = [UInt8](repeating: 0, count: 1 << 16)

  /// Gathers the terms that belong to the part, term << 8 | weight; gives how many they are.
  @inline(__always)
  func gather(_ terms: Span<UInt32>, _ weights: Span<UInt8>, into gathered: inout [UInt64]) -> Int {
    if gathered.count <= terms.count { gathered = [UInt64](repeating: 0, count: 2 * terms.count + 1) }
    let isPart = isPart.span
    var gathered = gathered.mutableSpan
    var count = 0
    for index in terms.indices {
      let term = terms[index]
      gathered[count] = UInt64(term) &<< 8 | UInt64(weights[index])
      count &+= Int(isPart[Int(truncatingIfNeeded: term &>> 16)])
    }
    return count
  }
}
