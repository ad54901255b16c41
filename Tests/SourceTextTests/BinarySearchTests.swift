import Testing

@testable import SourceText

@Suite("Binary search")
struct BinarySearchTests {
  @Test("every place where a second part can begin is found, in arrays and in slices of them")
  func partitions() {
    for count in 0...33 {
      let numbers = Array(0..<count)
      for start in 0...count {
        #expect(numbers.partitioningIndex { $0 >= start } == start)
        #expect(numbers[start...].partitioningIndex { $0 >= start / 2 } == start)
        #expect(numbers[start...].partitioningIndex { _ in false } == count)
      }
    }
  }
}
