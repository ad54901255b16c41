/// What a measurement that ranks without an index needs to know of a document.
extension AnalyzedDocument {
  /// Calls `body` with each distinct term and its weighted frequency, in no particular but a reproducible order.
  /// O(terms).
  package func forEachTerm(_ body: (_ term: [UInt8], _ frequency: Int) -> Void) {
    var term: [UInt8] = []
    for (key, weight) in zip(ideographTerms, bytes[parts.ideographWeights]) {
      term.removeAll(keepingCapacity: true)
      appendUTF8(key >> 16, to: &term)
      if key & 0xFFFF != 0 { appendUTF8(key & 0xFFFF, to: &term) }
      body(term, Int(weight))
    }
    var start = parts.words.lowerBound
    for weight in bytes[parts.wordWeights] {
      let end = start + 1 + Int(bytes[start])
      body(Array(bytes[start + 1..<end]), Int(weight))
      start = end
    }
  }

  /// Σ over the fields of field weight × number of tokens.
  package var length: Int { Int(weightedLength) }
}
