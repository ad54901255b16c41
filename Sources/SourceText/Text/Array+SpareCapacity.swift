extension Array {
  /// The same elements in memory that has no room for more: for what a site keeps of all its pages.
  ///
  /// - Complexity: O(n).
  @inlinable
  package func withoutSpareCapacity() -> [Element] { withUnsafeBufferPointer { Array($0) } }
}
