/// A posting in 32 bits: 18 of its key within the bucket, the level (15 - impact), and how many documents are between
/// this and the posting before it in the bucket, in the order of their ids. Where there are more than ten bits can say,
/// fillers stand before it, each for 1,023 documents.
enum PackedPosting {
  static let keyBits: UInt64 = 18
  static let fillerGap: UInt32 = 1023

  @inline(__always)
  static func pack(_ key: UInt32, level: UInt32, gap: UInt32) -> UInt32 {
    (key &<< 4 | level) &<< 10 | gap
  }

  /// How many fillers a bucket has at most, among so many documents.
  static func mostFillers(_ documents: Int) -> Int { documents / Int(fillerGap) }
}

/// The postings of some neighbouring groups of terms.
struct PostingBucket {
  /// Where they are among those that are collected.
  var start = 0
  var end = 0
  /// How many they are, without fillers.
  var count = 0
  /// Whose they are.
  var groups: Range<Int>
  /// Low bits of a key by which the terms of a group differ.
  var lowBits: UInt32

  /// Postings of a bucket at most, but a group stays together: what the processor's cache holds twice.
  private static let mostPostings = 1 << 15

  /// How many low bits of a key tell the terms of the bucket apart.
  var keyBits: UInt64 {
    UInt64(lowBits) + UInt64(Int.bitWidth - (groups.count - 1).leadingZeroBitCount)
  }

  /// Divides some groups, given the number of postings of each, so that a posting can be packed. O(groups).
  static func plan(_ groups: Range<Int>, sizes: [UInt32], lowBits: UInt32) -> [PostingBucket] {
    var buckets: [PostingBucket] = []
    var bucket = PostingBucket(groups: groups.lowerBound..<groups.lowerBound, lowBits: lowBits)
    for group in groups {
      let size = Int(sizes[group])
      var larger = bucket
      larger.groups = bucket.groups.lowerBound..<group + 1
      larger.count += size
      if bucket.count > 0, larger.count > mostPostings || larger.keyBits > PackedPosting.keyBits {
        buckets.append(bucket)
        larger.groups = group..<group + 1
        larger.count = size
      }
      bucket = larger
    }
    if bucket.count > 0 { buckets.append(bucket) }
    return buckets
  }
}

/// Sorts the postings of a bucket by key, impact and id. Keeps its memory from one bucket to the next.
struct PostingSorter {
  /// Bits of a digit: two are a key and a level.
  private static let digitBits: UInt64 = 11

  /// The first `count` are the bucket's, key << 32 | level << 28 | id.
  private(set) var postings: [UInt64] = []
  private(set) var count = 0
  private var scratch: [UInt64] = []

  /// Sorts a bucket, least significant digit first, in two stable passes; the first one unpacks the postings. The id of each
  /// document is given by its position. O(postings).
  mutating func sort(_ packed: [UInt32], _ bucket: PostingBucket, ids: [UInt32]) {
    if scratch.count < bucket.count {
      scratch = [UInt64](repeating: 0, count: bucket.count)
      postings = [UInt64](repeating: 0, count: bucket.count)
    }
    count = bucket.count
    let input = packed.span.extracting(bucket.start..<bucket.end)
    let first = UInt64(bucket.groups.lowerBound) << UInt64(bucket.lowBits)
    PostingSorter.distribute(input, first, ids: ids.span, through: &scratch, into: &postings)
  }

  /// Where the postings end that have the key of one. O(postings).
  @inline(__always)
  func endOfKey(at start: Int) -> Int {
    let postings = postings.span
    let key = postings[start] &>> 32
    var end = start &+ 1
    while end < count, postings[end] &>> 32 == key { end &+= 1 }
    return end
  }

  private static func distribute(
    _ input: Span<UInt32>, _ firstKey: UInt64, ids: Span<UInt32>, through scratch: inout [UInt64],
    into postings: inout [UInt64]
  ) {
    var (low, high) = PostingSorter.places(input)
    var output = scratch.mutableSpan
    var position = 0
    var count = 0
    for index in input.indices {
      let posting = input[index]
      position &+= Int(truncatingIfNeeded: posting & 0x3FF)
      if posting == PackedPosting.fillerGap { continue }
      let digit = Int(truncatingIfNeeded: posting &>> 10 & 2047)
      let key = firstKey &+ UInt64(posting &>> 14)
      output[Int(low[digit])] = key &<< 32 | UInt64(posting &>> 10 & 15) &<< 28 | UInt64(ids[position])
      low[digit] &+= 1
      count &+= 1
    }
    var sorted = postings.mutableSpan
    let first = firstKey &<< 4
    for index in 0..<count {
      let posting = output[index]
      let digit = Int(truncatingIfNeeded: (posting &>> 28 &- first) &>> PostingSorter.digitBits)
      sorted[Int(high[digit])] = posting
      high[digit] &+= 1
    }
  }

  /// Where the postings with each low and each high digit begin.
  private static func places(
    _ input: Span<UInt32>
  ) -> (low: InlineArray<2048, UInt32>, high: InlineArray<2048, UInt32>) {
    var low = InlineArray<2048, UInt32>(repeating: 0)
    var high = InlineArray<2048, UInt32>(repeating: 0)
    for index in input.indices {
      let posting = input[index]
      if posting == PackedPosting.fillerGap { continue }
      low[Int(truncatingIfNeeded: posting &>> 10 & 2047)] &+= 1
      high[Int(truncatingIfNeeded: posting &>> 21)] &+= 1
    }
    var (lowTotal, highTotal) = (UInt32(0), UInt32(0))
    for digit in low.indices {
      let (lowCount, highCount) = (low[digit], high[digit])
      low[digit] = lowTotal
      high[digit] = highTotal
      lowTotal &+= lowCount
      highTotal &+= highCount
    }
    return (low, high)
  }
}
