/// Sorts postings `key << 32 | (15 - impact) << 28 | id` that stand in ascending order of their ids, by key and impact.
/// Keeps its memory from one call to the next.
struct PostingSorter {
  private var scratch: [UInt64] = []
  private var offsets: [Int] = []

  /// Few postings are sorted in place; of many, least significant digit first, the bits above the id, in stable passes
  /// of ten bits. O(n) per ten bits of the largest key.
  mutating func sort(_ postings: inout [UInt64], _ range: Range<Int>) {
    if range.count < 128 {
      postings[range].sort()
      return
    }
    var all: UInt64 = 0
    for index in range { all |= postings[index] }
    if scratch.count < range.count { scratch = [UInt64](repeating: 0, count: range.count) }
    var shift: UInt64 = 28
    while all >> shift > 0 {
      distribute(&postings, range, shift: shift)
      shift += 10
    }
  }

  private mutating func distribute(_ postings: inout [UInt64], _ range: Range<Int>, shift: UInt64) {
    offsets = [Int](repeating: 0, count: 1024)
    for index in range { offsets[Int(truncatingIfNeeded: postings[index] &>> shift & 1023)] += 1 }
    var total = 0
    for digit in offsets.indices {
      let count = offsets[digit]
      offsets[digit] = total
      total += count
    }
    for index in range {
      let digit = Int(truncatingIfNeeded: postings[index] &>> shift & 1023)
      scratch[offsets[digit]] = postings[index]
      offsets[digit] += 1
    }
    for index in range { postings[index] = scratch[index - range.lowerBound] }
  }
}
