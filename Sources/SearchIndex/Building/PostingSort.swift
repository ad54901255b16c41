/// The postings, key << 32 | (15 - impact) << 28 | id, of some neighbouring groups of terms, ascending by their ids.
struct PostingBucket {
  /// Where they are.
  var range: Range<Int>
  /// Whose they are.
  var groups: Range<Int>
  /// Low bits of a key by which the terms of a group differ.
  var lowBits: UInt32

  /// Postings of a bucket at most, but a group stays together: what the processor's cache holds twice.
  private static let mostPostings = 1 << 15

  /// How many low bits of key and impact tell the terms of the bucket and the impacts apart.
  var bitCount: UInt64 {
    4 + UInt64(lowBits) + UInt64(Int.bitWidth - (groups.count - 1).leadingZeroBitCount)
  }

  /// Divides some groups, given the number of postings of each, so that sorting needs two passes where it can.
  /// O(groups).
  static func plan(_ groups: Range<Int>, sizes: [UInt32], lowBits: UInt32) -> [PostingBucket] {
    var buckets: [PostingBucket] = []
    var bucket = PostingBucket(range: 0..<0, groups: groups.lowerBound..<groups.lowerBound, lowBits: lowBits)
    for group in groups {
      let end = bucket.range.upperBound + Int(sizes[group])
      var larger = bucket
      larger.groups = bucket.groups.lowerBound..<group + 1
      larger.range = bucket.range.lowerBound..<end
      let isTooLarge = larger.range.count > mostPostings || larger.bitCount > 2 * PostingSorter.digitBits
      if isTooLarge, !bucket.range.isEmpty {
        buckets.append(bucket)
        larger.groups = group..<group + 1
        larger.range = bucket.range.upperBound..<end
      }
      bucket = larger
    }
    if !bucket.range.isEmpty { buckets.append(bucket) }
    return buckets
  }
}

/// Sorts postings by key, impact and id. Keeps its memory from one bucket to the next.
struct PostingSorter {
  /// The most bits of a digit.
  static let digitBits: UInt64 = 11

  private var scratch: [UInt64] = []

  /// Sorts a bucket, least significant digit first, in stable passes. O(postings) for each digit.
  mutating func sort(_ postings: inout [UInt64], _ bucket: PostingBucket) {
    let passes = (bucket.bitCount + PostingSorter.digitBits - 1) / PostingSorter.digitBits
    let width = (bucket.bitCount + passes - 1) / passes
    let first = UInt64(bucket.groups.lowerBound) << UInt64(bucket.lowBits + 4)
    if scratch.count < bucket.range.count { scratch = [UInt64](repeating: 0, count: bucket.range.count) }
    var own = postings.mutableSpan
    var other = scratch.mutableSpan
    var isInScratch = false
    for shift in stride(from: 0, to: bucket.bitCount, by: Int(width)) {
      if isInScratch {
        let input = other.span.extracting(first: bucket.range.count)
        PostingSorter.distribute(input, into: &own, at: bucket.range.lowerBound, first, shift)
      } else {
        PostingSorter.distribute(own.span.extracting(bucket.range), into: &other, at: 0, first, shift)
      }
      isInScratch.toggle()
    }
    if isInScratch {
      for index in bucket.range { own[index] = other[index - bucket.range.lowerBound] }
    }
  }

  /// One pass, to the places from `start` on: by eleven bits of the keys and impacts, less `first`. What is above the
  /// last digit is 0; what a digit has in common with the one before does no harm.
  private static func distribute(
    _ input: Span<UInt64>, into output: inout MutableSpan<UInt64>, at start: Int, _ first: UInt64,
    _ shift: UInt64
  ) {
    var places = InlineArray<2048, UInt32>(repeating: 0)
    for index in input.indices {
      places[Int(truncatingIfNeeded: (input[index] &>> 28 &- first) &>> shift & 2047)] &+= 1
    }
    var total = UInt32(start)
    for digit in places.indices {
      let count = places[digit]
      places[digit] = total
      total += count
    }
    for index in input.indices {
      let posting = input[index]
      let digit = Int(truncatingIfNeeded: (posting &>> 28 &- first) &>> shift & 2047)
      output[Int(places[digit])] = posting
      places[digit] &+= 1
    }
  }
}
