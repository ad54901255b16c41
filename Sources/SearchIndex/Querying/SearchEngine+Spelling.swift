extension SearchEngine {
  /// What stands in for a word that is neither known nor the beginning of one: words that differ by one edit, or by two
  /// from eight letters on. At most four, those with fewest edits first, then the most frequent.
  ///
  /// One edit leaves at least one end of a word as it is: so they are looked for among the words with the same
  /// beginning, and in the dictionary of reversed words among those with the same end. Two edits are found if one end
  /// is free of them.
  @inline(never)
  func spellings(of term: Query.Term, _ missing: inout [FileName]) -> [FoundTerm] {
    guard term.isWord, postings(of: term.bytes, isWhole: false, &missing) == nil,
      completions(of: term, &missing).isEmpty, missing.isEmpty
    else { return [] }
    let word = scalars(of: term.bytes)
    let limit = word.count < 8 ? 1 : 2
    let shared = min(4, max(2, (word.count - 1) / 2))
    var candidates = terms(.terms, with: Array(word[..<shared]), limit: 6, &missing)
    for found in terms(.words, with: word.suffix(shared).reversed(), limit: 6, &missing) {
      candidates.append(FoundTerm(term: found.term.reversed(), postings: found.postings))
    }
    if !missing.isEmpty { return [] }
    var nearest: [FoundTerm] = []
    for candidate in candidates where isDictionaryWord(candidate.term) {
      guard let distance = editDistance(word, candidate.term, limit: limit),
        !nearest.contains(where: { $0.term == candidate.term })
      else { continue }
      nearest.insert(candidate, rank: distance, limit: 8)
    }
    var best: [FoundTerm] = []
    for var found in nearest {
      guard let list = postings(of: found.bytes, isWhole: usesOverflow, &missing) else { continue }
      found.postings = list
      best.insert(found, rank: found.rank << 16 &- list.logarithm, limit: 4)
    }
    return best
  }

  /// The query with its misspelt words replaced by the likeliest known ones; nil if there are none.
  public func correction() -> [UInt8]? {
    var corrected: [UInt8] = []
    var end = 0
    var missing: [FileName] = []
    for term in query.terms where term.isWord && term.range.lowerBound >= end {
      guard let best = spellings(of: term, &missing).first else { continue }
      corrected += text[end..<term.range.lowerBound]
      corrected += best.bytes
      end = term.range.upperBound
    }
    return end == 0 ? nil : corrected + text[end...]
  }
}
