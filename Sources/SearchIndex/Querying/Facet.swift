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
  func facets(_ scorer: Scorer, _ missing: inout [FileName]) -> [Facet] {
    var facets: [Facet] = []
    for found in terms(.terms, with: [UInt32(filterMark)], limit: 64, &missing) {
      let count = scorer.count(among: found.postings.ids)
      guard count > 0, found.term.count > 1,
        let key = FilterKey(rawValue: UInt8(truncatingIfNeeded: found.term[1]))
      else { continue }
      let bytes = found.bytes
      let start = (bytes.firstIndex(of: 0x1F) ?? -1) + 1
      facets.append(Facet(key: key, value: Array(bytes[start...]), count: count))
    }
    return facets
  }
}
