import SourceText

extension [Int] {
  /// Whether an ascending array holds a number, by binary search.
  ///
  /// - Complexity: O(log n).
  func holdsAscending(_ number: Int) -> Bool {
    let place = partitioningIndex { $0 >= number }
    return place < count && self[place] == number
  }
}
