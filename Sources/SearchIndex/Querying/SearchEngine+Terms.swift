/// From a query's terms to the postings that count.
extension SearchEngine {
  /// Scores documents as far as the files are here.
  @inline(never)
  mutating func score() -> Scorer {
    var scorer = Scorer(idCount: manifest.idCount)
    for condition in query.conditions {
      switch condition.role {
      case .excluded:
        scorer.exclude(postings(of: condition.bytes, isWhole: true), isLast: condition.endsExclusion)
      case .required where query.hasPhrases: scorer.require(lists(for: condition))
      case .filter(let key) where !condition.isAlternative:
        var lists: [FoundTerm] = []
        findFilter(key, condition.bytes, into: &lists)
        for other in query.conditions where other.isAlternative && other.role == condition.role {
          findFilter(key, other.bytes, into: &lists)
        }
        scorer.require(lists)
        if query.terms.isEmpty { scorer.add(lists) }
      default: break
      }
    }
    for term in query.terms where isRefined || !term.isRefinement { scorer.add(lists(for: term)) }
    for term in query.terms where usesBeginnings && (term.isExact || isIdeographs(term.bytes)) {
      scorer.add(longerWords(than: term), isPart: true)
      scorer.add(wordsAround(term), isPart: true)
    }
    return scorer
  }

  /// The lists of the terms that stand for a term of the query: its own; if the index does not know it, those of
  /// terms that begin with it, where it may be unfinished; then of words that differ by a typing error.
  @inline(never)
  private mutating func lists(for term: Query.Term) -> [FoundTerm] {
    let list = postings(of: term.bytes, isWhole: usesOverflow)
    return list.isEmpty ? standIns(for: term) : [FoundTerm(term: [], postings: list)]
  }

  @inline(never)
  private mutating func findFilter(_ key: FilterKey, _ value: [UInt8], into found: inout [FoundTerm]) {
    find(.terms, with: scalars(of: key.prefix(of: value, characters)), limit: 2, into: &found)
  }

  /// The postings of a term; none: the index does not know it, or its file is not here.
  ///
  /// - Parameter isWhole: whether those beyond the cap count too.
  @inline(never)
  mutating func postings(of bytes: [UInt8], isWhole: Bool) -> TermPostings {
    let term = scalars(of: bytes)
    var list = TermPostings()
    for name in manifest.files(.terms, from: term, to: term, limit: 1, &store) {
      list = find(term, .terms, FileName(number: name))
    }
    if isWhole, list.isCapped {
      list.postings.append(all: find(term, .overflow, manifest.overflowFile(of: bytes)).postings)
    }
    return list
  }

  @inline(never)
  private mutating func find(_ term: [UInt32], _ kind: FileName.Kind, _ name: FileName) -> TermPostings {
    var cursor = TermCursor(store.content(of: name), kind, idCount: manifest.idCount)
    return cursor.next(from: term) && cursor.term == term ? cursor.postings : TermPostings()
  }

  /// Appends the terms that begin with `prefix`, of at most `limit` files; those of words have no postings.
  @inline(never)
  mutating func find(_ kind: FileName.Kind, with prefix: [UInt32], limit: Int, into found: inout [FoundTerm])
  {
    var end = prefix
    end.append(0x11_0000)
    for name in manifest.files(kind, from: prefix, to: end, limit: limit, &store) {
      var cursor = TermCursor(store.content(of: FileName(number: name)), kind, idCount: manifest.idCount)
      while cursor.next(from: prefix), cursor.term.lexicographicallyPrecedes(end) {
        let term = kind == .words ? turned(cursor.term) : cursor.term
        found.append(FoundTerm(term: term, postings: cursor.postings))
      }
    }
  }
}

/// A term of the index with its postings.
struct FoundTerm {
  var term: [UInt32]
  var postings: TermPostings

  /// The term in UTF-8.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for scalar in term { appendUTF8(scalar, to: &bytes) }
    return bytes
  }
}

/// The term that an entry of the dictionary stands for: its beginning stands backwards, the rest behind a space.
func turned(_ entry: [UInt32]) -> [UInt32] {
  let end = entry.firstIndex(of: 0x20) ?? entry.count
  var term = reversed(entry.part(range(0, end)))
  if end < entry.count { term.append(part: range(end + 1, entry.count), of: entry) }
  return term
}

/// The code points of a term from the last to the first.
func reversed(_ term: [UInt32]) -> [UInt32] {
  var result: [UInt32] = []
  for scalar in term.reversed() { result.append(scalar) }
  return result
}
