/// A value by which the results can be narrowed, and how many pages would remain.
public struct Facet: Sendable, Equatable {
  /// What the value says of a page.
  public var key: FilterKey
  /// The value as it is shown, UTF-8.
  public var value: [UInt8]
  /// Pages among those found.
  public var count: Int
}

extension SearchEngine {
  /// How the documents that were found divide, values without any left out.
  mutating func facets(_ scorer: borrowing Scorer) -> [Facet] {
    var facets: [Facet] = []
    var found: [FoundTerm] = []
    find(.terms, with: [UInt32(filterMark)], limit: 64, into: &found)
    for filter in found {
      let count = scorer.count(among: filter.postings.postings)
      let bytes = filter.bytes
      guard count > 0, bytes.count > 1, let key = FilterKey(rawValue: bytes[1]) else { continue }
      let start = (bytes.firstIndex(of: 0x1F) ?? -1) + 1
      facets.append(Facet(key: key, value: Array(bytes[start...]), count: count))
    }
    return facets
  }
}
