/// Terms that stand for formulas, one behind the other in one piece of memory, since there are many.
public struct FormulaTermList: Sendable {
  /// Of each term its length, 2 to 255, its weight, and its bytes.
  public private(set) var bytes: [UInt8] = []

  /// A list of terms with the weight of an occurrence each.
  public init(_ terms: [(bytes: [UInt8], weight: UInt8)] = []) {
    for term in terms { append(term.bytes.span, weight: term.weight) }
  }

  /// Adds an occurrence of a term; none that is too short or too long. O(length).
  public mutating func append(_ term: Span<UInt8>, weight: UInt8) {
    guard 2...255 ~= term.count else { return }
    bytes.append(UInt8(term.count))
    bytes.append(weight)
    term.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Adds terms that are written as in `bytes`. O(bytes).
  public mutating func append(list: Span<UInt8>) {
    list.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }
}
