extension RandomAccessCollection {
  /// The first index whose element is in the second of two parts, or `endIndex`: every element for which
  /// `isInSecondPart` is false comes before every one for which it is true.
  ///
  /// - Complexity: O(log n) calls of `isInSecondPart`.
  @inlinable
  package func partitioningIndex(where isInSecondPart: (Element) throws -> Bool) rethrows -> Index {
    var start = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(start, offsetBy: half)
      if try isInSecondPart(self[middle]) {
        length = half
      } else {
        start = index(after: middle)
        length -= half + 1
      }
    }
    return start
  }
}
