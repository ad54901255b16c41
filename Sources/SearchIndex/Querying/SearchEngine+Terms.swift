/// From a query's terms to the postings that count.
extension SearchEngine {
  /// Scores documents as far as the files are here; what else is needed goes to `missing`.
  func score(_ missing: inout [FileName]) -> Scorer {
    var scorer = Scorer(idBits: manifest.idBits)
    for exclusion in query.exclusions {
      scorer.exclude(exclusion.map { postings(of: $0.bytes, isWhole: true, &missing) ?? TermPostings() })
    }
    for (place, filter) in query.filters.enumerated() {
      // Kinds are alternatives, as a page has one; tags are not.
      let isRepeated = filter.key != .tag && query.filters[..<place].contains { $0.key == filter.key }
      if isRepeated { continue }
      var lists: [TermPostings] = []
      for other in query.filters[place...] where other.key == filter.key {
        lists += filterPostings(other.key, other.value, &missing)
        if filter.key == .tag { break }
      }
      scorer.require(lists)
      if query.terms.isEmpty { scorer.add(lists) }
    }
    for phrase in query.phrases {
      for term in phrase.terms { scorer.require(lists(for: term, &missing)) }
    }
    for term in query.terms where isRefined || !term.isRefinement {
      scorer.add(lists(for: term, &missing))
    }
    return scorer
  }

  /// The lists of the terms that stand for a term of the query: its own; if the index does not know it, those of
  /// terms that begin with it, where it may be unfinished; then of words that differ by a typing error.
  @inline(never)
  private func lists(for term: Query.Term, _ missing: inout [FileName]) -> [TermPostings] {
    if let list = postings(of: term.bytes, isWhole: usesOverflow, &missing) { return [list] }
    if !missing.isEmpty { return [] }
    let completions = completions(of: term, &missing)
    return (completions.isEmpty ? spellings(of: term, &missing) : completions).map { $0.postings }
  }

  /// The postings of a term; nil: the index does not know it, or its file is not here.
  ///
  /// - Parameter isWhole: whether those beyond the cap count too.
  @inline(never)
  func postings(of bytes: [UInt8], isWhole: Bool, _ missing: inout [FileName]) -> TermPostings? {
    let term = scalars(of: bytes)
    let name = manifest.files(.terms, from: term, to: term, limit: 1, store, missing: &missing).first
    guard var list = find(term, .terms, name, &missing) else { return nil }
    if isWhole, list.isCapped, let rest = find(term, .overflow, manifest.overflowFile(of: bytes), &missing) {
      list.ids += rest.ids
      list.impacts += rest.impacts
    }
    return list
  }

  @inline(never)
  private func find(
    _ term: [UInt32], _ kind: FileName.Kind, _ name: FileName?, _ missing: inout [FileName]
  ) -> TermPostings? {
    guard let name, let bytes = content(of: name, &missing),
      var cursor = try? TermCursor(bytes, kind, idBits: manifest.idBits),
      (try? cursor.seek(term)) == true, cursor.term == term
    else { return nil }
    return try? cursor.postings()
  }

  /// The most frequent terms of one file that begin with an unfinished word, at most eight.
  @inline(never)
  func completions(of term: Query.Term, _ missing: inout [FileName]) -> [FoundTerm] {
    var best: [FoundTerm] = []
    if !term.isUnfinished { return best }
    for found in terms(.terms, with: scalars(of: term.bytes), limit: 1, &missing) {
      best.insert(found, rank: 0 &- found.postings.logarithm, limit: 8)
    }
    return best
  }

  @inline(never)
  private func filterPostings(
    _ key: FilterKey, _ value: [UInt8], _ missing: inout [FileName]
  ) -> [TermPostings] {
    let prefix = key.prefix(of: value, traditional: traditional)
    return terms(.terms, with: scalars(of: prefix), limit: 2, &missing).map { $0.postings }
  }

  /// The terms that begin with `prefix`, of at most `limit` files; those of words have no postings.
  @inline(never)
  func terms(
    _ kind: FileName.Kind, with prefix: [UInt32], limit: Int, _ missing: inout [FileName]
  ) -> [FoundTerm] {
    var found: [FoundTerm] = []
    let names = manifest.files(
      kind, from: prefix, to: prefix + [0x11_0000], limit: limit, store, missing: &missing)
    for name in names {
      guard let bytes = content(of: name, &missing),
        var cursor = try? TermCursor(bytes, kind, idBits: manifest.idBits)
      else { continue }
      var goesOn = (try? cursor.seek(prefix)) ?? false
      while goesOn, cursor.term.starts(with: prefix) {
        let list = kind == .terms ? (try? cursor.postings()) : TermPostings()
        guard let list else { break }
        found.append(FoundTerm(term: cursor.term, postings: list))
        goesOn = (try? cursor.next()) ?? false
      }
    }
    return found
  }
}

/// A term of the index with its postings.
struct FoundTerm {
  var term: [UInt32]
  var postings: TermPostings
  /// Its place among others: lower is better, as unsigned numbers.
  var rank: UInt32 = 0

  /// The term in UTF-8.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for scalar in term { appendUTF8(scalar, to: &bytes) }
    return bytes
  }
}

extension [FoundTerm] {
  /// Inserts a term by its rank, behind its equals, into an array of at most `limit` of them.
  @inline(never)
  mutating func insert(_ found: FoundTerm, rank: UInt32, limit: Int) {
    append(found)
    self[count - 1].rank = rank
    sinkLast { $0.rank < $1.rank }
    if count > limit { removeLast() }
  }
}
