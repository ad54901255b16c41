/// What stands in for terms that the index does not know.
extension SearchEngine {
  /// Terms that begin with a word, where it may be unfinished; else words that differ from it by a typing error.
  @inline(never)
  mutating func standIns(for term: Query.Term) -> [FoundTerm] {
    if !store.wanted.isEmpty { return [] }
    let completions = completions(of: term)
    return completions.isEmpty ? corrections(of: term) : completions
  }

  /// The words that stand in for a term because it may be misspelt.
  @inline(never)
  mutating func spellings(of term: Query.Term) -> [FoundTerm] {
    guard term.isWord, postings(of: term.bytes, isWhole: false).isEmpty, completions(of: term).isEmpty else {
      return []
    }
    return corrections(of: term)
  }

  /// The most frequent terms of one file that begin with an unfinished word, at most eight.
  @inline(never)
  private mutating func completions(of term: Query.Term) -> [FoundTerm] {
    if !term.isUnfinished { return [] }
    let found = longerWords(than: term)
    var best = TopList(8)
    for (place, candidate) in found.enumerated() {
      best.insert(place, rank: 0 &- candidate.postings.logarithm)
    }
    return best.choose(from: found)
  }

  /// The terms that begin with a term, as far as they are in the file that would hold it.
  @inline(never)
  mutating func longerWords(than term: Query.Term) -> [FoundTerm] {
    var found: [FoundTerm] = []
    find(.terms, with: scalars(of: term.bytes), limit: 1, into: &found)
    return found
  }

  /// The shortest words that end with a word, numbers that hold a number, and versions that begin with it, at most
  /// eight; the ideographs of a pair that the index does not know, without frequent ones.
  @inline(never)
  mutating func wordsAround(_ term: Query.Term) -> [FoundTerm] {
    let word = scalars(of: term.bytes)
    var found: [FoundTerm] = []
    if term.isWord || word[0] < 0x3A { find(.words, with: reversed(word), limit: 1, into: &found) }
    if word[0] < 0x3A, word.contains(0x2E) {
      // `v1.2` is one term.
      var version: [UInt32] = [0x76]
      version.append(all: word)
      find(.terms, with: version, limit: 1, into: &found)
    }
    if isIdeographs(term.bytes), postings(of: term.bytes, isWhole: false).isEmpty {
      for character in word {
        let ideograph = FoundTerm(term: [character], postings: TermPostings())
        if rarity(ideograph.bytes) > 2 { found.append(ideograph) }
      }
    }
    var shortest = TopList(8)
    for (place, candidate) in found.enumerated() {
      shortest.insert(place, rank: UInt32(truncatingIfNeeded: candidate.term.count))
    }
    return lookUp(shortest, of: found)
  }

  /// Those of the terms found that are on a list, with their postings.
  @inline(never)
  private mutating func lookUp(_ list: TopList, of found: [FoundTerm]) -> [FoundTerm] {
    var chosen = list.choose(from: found)
    for place in chosen.indices {
      chosen[place].postings = postings(of: chosen[place].bytes, isWhole: usesOverflow)
    }
    return chosen
  }

  /// What stands in for a word that is neither known nor the beginning of one: words that differ by one edit, or by two
  /// from eight letters on. At most four, those with fewest edits first, then the most frequent.
  ///
  /// One edit leaves at least one end of a word as it is: so they are looked for among the words with the same
  /// beginning, and in the dictionary of reversed words among those with the same end. Two edits are found if one end
  /// is free of them.
  @inline(never)
  private mutating func corrections(of term: Query.Term) -> [FoundTerm] {
    var found: [FoundTerm] = []
    if !term.isWord || !store.wanted.isEmpty { return found }
    let word = scalars(of: term.bytes)
    let limit = word.count < 8 ? 1 : 2
    let shared = min(4, max(2, (word.count - 1) / 2))
    find(.terms, with: word.part(range(0, shared)), limit: 6, into: &found)
    find(.words, with: reversed(word).part(range(0, shared)), limit: 6, into: &found)
    var nearest = TopList(8)
    for (place, candidate) in found.enumerated() where isDictionaryWord(candidate.term) {
      guard let distance = editDistance(word, candidate.term, limit: limit) else { continue }
      var isListed = false
      // Another form of the word, with the same stem and another end, is no correction.
      for other in query.terms where other.range.lowerBound == term.range.lowerBound && !other.isExact {
        isListed =
          isListed || candidate.bytes.starts(with: other.bytes) && candidate.term.last != word.last
      }
      for other in 0..<nearest.count {
        isListed = isListed || found[nearest.number(other)].term == candidate.term
      }
      if !isListed { nearest.insert(place, rank: distance) }
    }
    if !store.wanted.isEmpty { return [] }
    var best = TopList(4)
    let known = lookUp(nearest, of: found)
    for place in known.indices where !known[place].postings.isEmpty {
      best.insert(place, rank: nearest.rank(place) << 16 &- known[place].postings.logarithm)
    }
    return best.choose(from: known)
  }

  /// The query with its misspelt words replaced by the likeliest known ones; nil if there are none.
  public mutating func correction() -> [UInt8]? {
    var corrected: [UInt8] = []
    var end = 0
    store.wanted = []
    for term in query.terms where term.isWord && term.range.lowerBound >= end {
      guard let best = spellings(of: term).first else { continue }
      corrected.append(part: range(end, term.range.lowerBound), of: text)
      corrected.append(all: best.bytes)
      end = term.range.upperBound
    }
    if end == 0 { return nil }
    corrected.append(part: range(end, text.count), of: text)
    return corrected
  }
}
