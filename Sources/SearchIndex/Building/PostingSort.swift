/// Sorts postings `key << 32 | (15 - impact) << 28 | id` that were collected by ascending id. Least significant
/// digit first, on the 36 bits above the id: three stable passes of 12 bits. O(n).
func sortPostings(_ postings: inout [UInt64], with scratch: inout [UInt64]) {
  if scratch.count < postings.count {
    scratch = [UInt64](repeating: 0, count: postings.count)
  }
  var offsets = [UInt32](repeating: 0, count: 4096)
  for shift in [UInt64(28), 40, 52] {
    for digit in 0..<4096 { offsets[digit] = 0 }
    for posting in postings { offsets[Int(truncatingIfNeeded: posting >> shift & 4095)] += 1 }
    guard let first = postings.first else { return }
    if Int(offsets[Int(truncatingIfNeeded: first >> shift & 4095)]) == postings.count { continue }
    var total: UInt32 = 0
    for digit in 0..<4096 {
      let count = offsets[digit]
      offsets[digit] = total
      total += count
    }
    for posting in postings {
      let digit = Int(truncatingIfNeeded: posting >> shift & 4095)
      scratch[Int(offsets[digit])] = posting
      offsets[digit] += 1
    }
    for index in postings.indices { postings[index] = scratch[index] }
  }
}
