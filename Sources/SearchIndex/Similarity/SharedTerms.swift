extension NearestDocuments {
  /// What two documents share, for people to read, most telling first: words, and neighbouring characters put together
  /// where the documents share all their pairs. Folded as the index folds. O(24²) and the words of one document.
  public func sharedTerms(_ first: Int, _ second: Int, limit: Int) -> [[UInt8]] {
    var shared: [(term: UInt32, weight: UInt32)] = []
    for component in components(of: first) {
      for other in components(of: second) where other.term == component.term {
        shared.append((component.term, component.weight * other.weight))
      }
    }
    let questionWords = shared.map { termKeys[Int($0.term)] }.filter(isQuestionWord)
    shared.removeAll { term, _ in
      let key = termKeys[Int(term)]
      // Also the characters of which they are made.
      return questionWords.contains { $0 == key || $0 & ~0xFFFF == key || ($0 & 0xFFFF) << 16 == key }
    }
    shared.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
    let pairs = shared.map { termKeys[Int($0.term)] }.filter { $0 <= UInt64(UInt32.max) }
      .map { UInt32(truncatingIfNeeded: $0) }
    var phrases = Phrases(pairs)
    let words = words(of: first)
    var names: [[UInt8]] = []
    for (term, _) in shared {
      let key = termKeys[Int(term)]
      if key <= UInt64(UInt32.max) {
        if let phrase = phrases.next(with: UInt32(truncatingIfNeeded: key)) { names.append(phrase) }
      } else if let word = words[key], word[0] >= 0x20, !isFunctionTerm(word) {
        names.append(word)
      }
    }
    return Array(names.filter { name in !names.contains { $0.covers(name) } }.prefix(limit))
  }

  /// Whether a key is that of ideographs by which questions are asked.
  private func isQuestionWord(_ key: UInt64) -> Bool {
    if key > UInt64(UInt32.max) { return false }
    var bytes: [UInt8] = []
    appendUTF8(UInt32(truncatingIfNeeded: key >> 16), to: &bytes)
    if key & 0xFFFF != 0 { appendUTF8(UInt32(truncatingIfNeeded: key & 0xFFFF), to: &bytes) }
    return isFunctionTerm(bytes)
  }

  private func components(of document: Int) -> ArraySlice<Component> {
    components[starts[document]..<starts[document + 1]]
  }

  /// The words in a document's vector, by key.
  private func words(of document: Int) -> [UInt64: [UInt8]] {
    let wanted = Set(components(of: document).map { termKeys[Int($0.term)] })
    var found: [UInt64: [UInt8]] = [:]
    let bytes = documents[document].words
    var start = 0
    while start < bytes.count {
      let place = range(start + 1, start + 1 + Int(bytes[start]))
      let key = wordKey(bytes.span, place)
      if wanted.contains(key) { found[key] = Array(bytes[place]) }
      start = place.upperBound
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
  private var used: Set<UInt32> = []

  init(_ terms: [UInt32]) {
    pairs = terms.filter { $0 & 0xFFFF != 0 }
  }

  /// The phrase with a pair, or a character, in UTF-8; nil if an earlier one held it.
  mutating func next(with term: UInt32) -> [UInt8]? {
    if !used.insert(term).inserted { return nil }
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
    for pair in pairs where fits(pair) && used.insert(pair).inserted { return pair }
    return nil
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
