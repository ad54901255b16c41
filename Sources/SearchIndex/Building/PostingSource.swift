/// The terms of each document under keys that have the order of the terms.
protocol PostingSource {
  /// Terms that differ in this many low bits of their keys are a group.
  var lowBits: UInt32 { get }
  /// How many postings the terms of each group have.
  var groupSizes: [UInt32] { get }
  /// The most terms a document has.
  var mostTerms: Int { get }

  /// Writes key << 32 | weighted frequency of each term of a document, that at `position` in the order of the ids, to the
  /// beginning of `terms`; gives how many. A frequency of 0 stands for the impact 1. O(terms).
  func read(at position: Int, into terms: inout [UInt64]) -> Int
}
