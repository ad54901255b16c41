extension NearestDocuments {
  /// What a document shares with others, for people to read, for each of them most telling first: words, and neighbouring
  /// characters put together where the documents share all their pairs. Folded as the index folds.
  ///
  /// O(words of the document, and 24² for each other one).
  public func sharedTerms(of document: Int, with others: [Int], limit: Int) -> [[[UInt8]]] {
    let own = components(of: document)
    // A bit for each term that the document may have.
    let filter = own.reduce(UInt64(0)) { $0 | 1 << UInt64($1.term & 63) }
    var words: [Range<Int>]?
    return others.map { other in
      var shared: [SharedTerm] = []
      for component in components(of: other) where filter & 1 << UInt64(component.term & 63) != 0 {
        guard let place = own.firstIndex(where: { $0.term == component.term }) else { continue }
        shared.append(
          SharedTerm(
            place: place - own.startIndex, term: component.term, key: termKeys[Int(component.term)],
            weight: component.weight * own[place].weight))
      }
      if words == nil, shared.contains(where: { !$0.isIdeographs }) { words = self.words(of: document) }
      return names(of: shared, words: words ?? [], in: documents[document], limit: limit)
    }
  }

  /// A term in the vectors of two documents, by its place in that of the first.
  private struct SharedTerm {
    var place: Int
    var term: UInt32
    var key: UInt64
    var weight: UInt32

    var isIdeographs: Bool { key <= UInt64(UInt32.max) }
  }

  private func names(
    of terms: [SharedTerm], words: [Range<Int>], in document: AnalyzedDocument, limit: Int
  ) -> [[UInt8]] {
    let questionWords = terms.map { $0.key }.filter { NearestDocuments.questionKeys.contains($0) }
    var shared = terms
    if !questionWords.isEmpty {
      shared.removeAll { term in
        // Also the characters of which they are made.
        questionWords.contains {
          $0 == term.key || $0 & ~0xFFFF == term.key || ($0 & 0xFFFF) << 16 == term.key
        }
      }
    }
    shared.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
    var phrases = Phrases(
      shared.lazy.filter { $0.isIdeographs }.map { UInt32(truncatingIfNeeded: $0.key) })
    var names: [[UInt8]] = []
    for term in shared {
      if term.isIdeographs {
        if let phrase = phrases.next(with: UInt32(truncatingIfNeeded: term.key)) { names.append(phrase) }
      } else {
        let word = Array(document.words[words[term.place]])
        if let first = word.first, first >= 0x20, !isFunctionTerm(word) { names.append(word) }
      }
    }
    return Array(names.filter { name in !names.contains { $0.covers(name) } }.prefix(limit))
  }

  /// The keys of the ideographs by which questions are asked.
  private static let questionKeys: [UInt64] = ideographFunctionTerms.map { UInt64($0) }

  private func components(of document: Int) -> ArraySlice<Component> {
    components[starts[document]..<starts[document + 1]]
  }

  /// Where the words of a document's vector stand among its words, by their place in the vector; empty for ideographs.
  private func words(of document: Int) -> [Range<Int>] {
    let keys = components(of: document).map { termKeys[Int($0.term)] }
    var found = [Range<Int>](repeating: 0..<0, count: keys.count)
    let bytes = documents[document].words
    var start = 0
    for weight in documents[document].wordWeights {
      let place = range(start + 1, start + 1 + Int(bytes[start]))
      start = place.upperBound
      guard TellingTerms.isTelling(weight), let index = keys.firstIndex(of: wordKey(bytes.span, place)) else {
        continue
      }
      found[index] = place
    }
    return found
  }
}

/// Puts bigrams together that overlap.
private struct Phrases {
  /// The most characters of a phrase.
  private static let longest = 8

  /// `c << 16 | d`; of a single character `c << 16`.
  private let pairs: [UInt32]
  private var used: [UInt32] = []

  init(_ terms: some Sequence<UInt32>) {
    pairs = terms.filter { $0 & 0xFFFF != 0 }
  }

  /// The phrase with a pair, or a character, in UTF-8; nil if an earlier one held it.
  mutating func next(with term: UInt32) -> [UInt8]? {
    if used.contains(term) { return nil }
    used.append(term)
    var characters = [term >> 16]
    if term & 0xFFFF != 0 {
      characters.append(term & 0xFFFF)
      while characters.count < Phrases.longest,
        let pair = take({ $0 >> 16 == characters[characters.count - 1] })
      {
        characters.append(pair & 0xFFFF)
      }
      while characters.count < Phrases.longest, let pair = take({ $0 & 0xFFFF == characters[0] }) {
        characters.insert(pair >> 16, at: 0)
      }
    }
    var text: [UInt8] = []
    for character in characters { appendUTF8(character, to: &text) }
    return text
  }

  private mutating func take(_ fits: (UInt32) -> Bool) -> UInt32? {
    guard let pair = pairs.first(where: { fits($0) && !used.contains($0) }) else { return nil }
    used.append(pair)
    return pair
  }
}

extension [UInt8] {
  /// Whether a shorter name stands somewhere in this one, or is this one without its connectors.
  fileprivate func covers(_ other: [UInt8]) -> Bool {
    guard other.count < count else { return false }
    return filter { !isConnector($0) } == other
      || (0...count - other.count).contains { self[$0..<$0 + other.count].elementsEqual(other) }
  }
}
