extension [Int] {
  /// Whether an ascending array holds a number, by binary search.
  ///
  /// - Complexity: O(log n).
  func holdsAscending(_ number: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
