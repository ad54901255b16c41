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

  private static func parts(_ total: Int) -> Int { min(4, total / (2 << 20) + 1) }

  /// Counts the characters and plans the work: few postings make one part, many four. O(postings).
  init(_ documents: [AnalyzedDocument], _ placement: DocumentPlacement, _ scale: ImpactScale) {
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
    partSize = (total + IdeographStream.parts(total) - 1) / IdeographStream.parts(total)
    self.characters = characters
    self.ranks = ranks
    self.documents = documents
    self.placement = placement
    self.scale = scale
  }

  /// So many numbers of 32 bits are needed for a part, if its last group is not large.
  var memorySize: Int {
    let largest = groupSizes.reduce(0) { max($0, Int($1)) }
    return partSize + largest + 256 * (PackedPosting.mostFillers(placement.ids.count) + 1)
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
    // One more, for what belongs to other parts.
    if packed.count <= end {
      packed = []
      packed = [UInt32](repeating: 0, count: end + 1)
    }
    collect(groups, otherPlace: end)
  }

  /// Moves the postings of some groups to the places of their buckets.
  private mutating func collect(_ groups: Range<Int>, otherPlace: Int) {
    let other = UInt32(truncatingIfNeeded: buckets.count)
    var targets = [UInt32](repeating: other << 16, count: 1 << 16)
    var cursors: [Cursor] = []
    for (number, bucket) in buckets.enumerated() {
      cursors.append(Cursor(place: UInt32(truncatingIfNeeded: bucket.start)))
      for group in bucket.groups {
        let target = number << 16 | (group - bucket.groups.lowerBound)
        targets[Int(characters[group])] = UInt32(truncatingIfNeeded: target)
      }
    }
    cursors.append(Cursor(place: UInt32(truncatingIfNeeded: otherPlace)))
    let documents = documents
    let target = Targets(ranks: ranks, lowBits: lowBits, targets: targets, other: other)
    var impacts = [UInt8](repeating: 0, count: 256)
    for (position, index) in placement.order.enumerated() {
      scale.write(weightedLength: documents[index].weightedLength, to: &impacts)
      IdeographStream.collect(
        documents.span, index, UInt32(truncatingIfNeeded: position), target, impacts.span, &cursors, into: &packed)
    }
    for number in buckets.indices { buckets[number].end = Int(cursors[number].place) }
  }

  /// Moves those of a document. Which of them belong to the part nothing predicts, so the others are written, too, to a
  /// place that stays where it is.
  @inline(__always)
  private static func collect(
    _ documents: Span<AnalyzedDocument>, _ index: Int, _ position: UInt32, _ target: Targets, _ impacts: Span<UInt8>,
    _ cursors: inout [Cursor], into packed: inout [UInt32]
  ) {
    let terms = documents[index].ideographTerms.span
    let weights = documents[index].ideographWeights.span
    let (targets, ranks, lowBits, other) = (target.targets.span, target.ranks.span, target.lowBits, target.other)
    var output = packed.mutableSpan
    var cursors = cursors.mutableSpan
    for index in terms.indices {
      let term = terms[index]
      let target = targets[Int(truncatingIfNeeded: term &>> 16)]
      let second = UInt32(ranks[Int(truncatingIfNeeded: term & 0xFFFF)])
      let number = Int(truncatingIfNeeded: target &>> 16)
      var cursor = cursors[number]
      var gap = position &- cursor.position
      while gap >= PackedPosting.fillerGap {
        output[Int(truncatingIfNeeded: cursor.place)] = PackedPosting.fillerGap
        cursor.place &+= target &>> 16 == other ? 0 : 1
        gap &-= PackedPosting.fillerGap
      }
      output[Int(truncatingIfNeeded: cursor.place)] = PackedPosting.pack(
        (target & 0xFFFF) &<< lowBits | second, level: UInt32(15 &- impacts[Int(weights[index])]), gap: gap)
      cursor.place &+= target &>> 16 == other ? 0 : 1
      cursor.position = position
      cursors[number] = cursor
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
  let targets: [UInt32]
  /// The number of the bucket for those of other parts.
  let other: UInt32
}
