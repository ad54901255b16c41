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
  /// How the documents that were found divide, values without any left out; nothing where the query did not ask for
  /// it. Of use when `needs()` is empty.
  public mutating func facets() -> [Facet] {
    let scorer = score()
    return facetTerms().compactMap { facet(of: $0, scorer) }
  }

  /// The terms of all values.
  mutating func facetTerms() -> [FoundTerm] {
    var found: [FoundTerm] = []
    if options.facets { find(.terms, with: [UInt32(filterMark)], limit: 64, into: &found) }
    return found
  }

  /// What a term says of the documents that were found; nil if it is in none.
  func facet(of filter: FoundTerm, _ scorer: borrowing Scorer) -> Facet? {
    let count = scorer.count(among: filter.postings.postings)
    let bytes = filter.bytes
    guard count > 0, bytes.count > 1, let key = FilterKey(rawValue: bytes[1]) else { return nil }
    let start = (bytes.firstIndex(of: 0x1F) ?? -1) + 1
    return Facet(key: key, value: bytes.part(range(start, bytes.count)), count: count)
  }
}
