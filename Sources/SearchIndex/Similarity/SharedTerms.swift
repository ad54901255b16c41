extension NearestDocuments {
  /// What a document shares with others, for people to read, for each of them most telling first: words, and neighbouring
  /// characters put together where the documents share all their pairs. Folded as the index folds.
  ///
  /// O(24 for each other document, and 24² for what it shares).
  public func sharedTerms(
    of document: Int, with others: [Int], limit: Int, _ scratch: inout NearestScratch
  ) -> [[[UInt8]]] {
    let components = components.span
    let own = components.extracting(range(of: document))
    scratch.shared.take(own, words: words.span.extracting(range(of: document)), keys: termKeys)
    defer { scratch.shared.forget(own) }
    return others.map { other in
      scratch.shared.share(own, components.extracting(range(of: other)))
      return scratch.shared.names(documents[document].words, limit: limit)
    }
  }

  /// The same for one document alone.
  public func sharedTerms(of document: Int, with others: [Int], limit: Int) -> [[[UInt8]]] {
    var scratch = NearestScratch()
    return sharedTerms(of: document, with: others, limit: limit, &scratch)
  }
}

/// Memory for the terms that a document shares with others.
struct SharedTermScratch {
  private typealias Component = NearestDocuments.Component

  private var table = VectorTable()
  /// The keys of the document's terms, where their words begin, and which are ideographs by which questions are asked.
  private var keys: [UInt64] = []
  private var words: [Int] = []
  private var questionTerms: UInt32 = 0
  /// Which of the words say nothing of a subject, and of which this is known.
  private var functionWords: UInt32 = 0
  private var known: UInt32 = 0
  /// What is shared with the other document: the product of the weights, then what decides between equals, then the place
  /// in the vector; greatest first.
  private var shared: [UInt64] = []
  private var phrases = PhraseScratch()
  /// The names of what is shared, one behind the other, and where each ends.
  private var names: [UInt8] = []
  private var ends: [Int] = []

  private static let placeBits: UInt64 = 5
  private static let questionKeys: [UInt64] = ideographFunctionTerms.map { UInt64($0) }

  /// Whether a key is that of ideographs.
  @inline(__always)
  private static func isIdeographs(_ key: UInt64) -> Bool { key <= UInt64(UInt32.max) }

  /// Takes the vector of a document.
  fileprivate mutating func take(
    _ own: Span<NearestDocuments.Component>, words: Span<UInt32>, keys termKeys: [UInt64]
  ) {
    table.take(own)
    keys.removeAll(keepingCapacity: true)
    self.words.removeAll(keepingCapacity: true)
    (questionTerms, functionWords, known) = (0, 0, 0)
    for place in own.indices {
      let key = termKeys[Int(own[place].term)]
      keys.append(key)
      self.words.append(Int(words[place]))
      if SharedTermScratch.isIdeographs(key), SharedTermScratch.questionKeys.contains(key) {
        questionTerms |= 1 << UInt32(place)
      }
    }
  }

  /// Makes room for another one.
  fileprivate mutating func forget(_ own: Span<NearestDocuments.Component>) { table.forget(own) }

  /// Finds what another vector shares.
  fileprivate mutating func share(
    _ own: Span<NearestDocuments.Component>, _ other: Span<NearestDocuments.Component>
  ) {
    shared.removeAll(keepingCapacity: true)
    var asked: UInt32 = 0
    for index in other.indices {
      let term = other[index].term
      guard let place = table.place(of: term) else { continue }
      asked |= questionTerms & 1 << UInt32(place)
      // Of equals the term with the lower number comes first.
      let weight = UInt64(other[index].weight &* own[place].weight)
      shared.append((weight << 32 | UInt64(~term)) << SharedTermScratch.placeBits | UInt64(place))
    }
    if asked != 0 { removeQuestion(asked) }
    shared.sort(by: >)
  }

  /// Takes the ideographs out by which both ask, and the characters of which these are made.
  private mutating func removeQuestion(_ asked: UInt32) {
    let questions = keys.indices.filter { asked & 1 << UInt32($0) != 0 }.map { keys[$0] }
    shared.removeAll { entry in
      let key = keys[SharedTermScratch.place(of: entry)]
      return questions.contains { $0 == key || $0 & ~0xFFFF == key || ($0 & 0xFFFF) << 16 == key }
    }
  }

  private static func place(of entry: UInt64) -> Int { Int(entry & (1 << placeBits - 1)) }

  /// The names of what is shared, at most so many, without those that stand within others; `text` holds the words.
  fileprivate mutating func names(_ text: [UInt8], limit: Int) -> [[UInt8]] {
    names.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    phrases.removeAll()
    for entry in shared {
      let key = keys[SharedTermScratch.place(of: entry)]
      if SharedTermScratch.isIdeographs(key) { phrases.add(UInt32(truncatingIfNeeded: key)) }
    }
    for entry in shared {
      let place = SharedTermScratch.place(of: entry)
      if SharedTermScratch.isIdeographs(keys[place]) {
        phrases.appendPhrase(with: UInt32(truncatingIfNeeded: keys[place]), to: &names)
      } else {
        let start = words[place]
        let word = start..<start + Int(text[start - 1])
        if text[start] >= 0x20, !isFunctionWord(place, text, word) { names += text[word] }
      }
      if names.count > ends.last ?? 0 { ends.append(names.count) }
    }
    var found: [[UInt8]] = []
    for index in ends.indices where found.count < limit && !isCovered(index) {
      found.append(Array(names[name(index)]))
    }
    return found
  }

  private mutating func isFunctionWord(_ place: Int, _ text: [UInt8], _ word: Range<Int>) -> Bool {
    let bit: UInt32 = 1 << UInt32(place)
    if known & bit == 0 {
      known |= bit
      if isFunctionTerm(Array(text[word])) { functionWords |= bit }
    }
    return functionWords & bit != 0
  }

  private func name(_ index: Int) -> Range<Int> { (index > 0 ? ends[index - 1] : 0)..<ends[index] }

  /// Whether a name stands somewhere in a longer one, or is one without its connectors.
  private func isCovered(_ index: Int) -> Bool {
    let names = names.span
    let name = names.extracting(name(index))
    for other in ends.indices where self.name(other).count > name.count {
      let longer = names.extracting(self.name(other))
      if longer.isWithoutConnectors(name) || longer.holds(name) { return true }
    }
    return false
  }
}

extension Span<UInt8> {
  /// Whether others stand somewhere in these bytes.
  fileprivate func holds(_ other: Span<UInt8>) -> Bool {
    guard count >= other.count else { return false }
    return (0...count - other.count).contains { start in
      other.indices.allSatisfy { self[start + $0] == other[$0] }
    }
  }

  /// Whether these bytes are others once their connectors are left out.
  fileprivate func isWithoutConnectors(_ other: Span<UInt8>) -> Bool {
    var place = 0
    for index in indices where !isConnector(self[index]) {
      guard place < other.count, self[index] == other[place] else { return false }
      place += 1
    }
    return place == other.count
  }
}

/// Puts bigrams together that overlap.
private struct PhraseScratch {
  /// The most characters of a phrase.
  private static let longest = 8

  /// `c << 16 | d`, and which of them stand in no phrase yet.
  private var pairs: [UInt32] = []
  private var unused: UInt32 = 0
  /// The characters of a phrase from its first pair on, and those before it, the last one first.
  private var characters: [UInt32] = []
  private var before: [UInt32] = []

  mutating func removeAll() {
    pairs.removeAll(keepingCapacity: true)
    unused = 0
  }

  /// Takes a term: a pair, or a single character `c << 16`, which is left alone.
  mutating func add(_ term: UInt32) {
    guard term & 0xFFFF != 0 else { return }
    unused |= 1 << UInt32(pairs.count)
    pairs.append(term)
  }

  /// Appends the phrase with a pair, or a character, in UTF-8; nothing if an earlier one held it.
  mutating func appendPhrase(with term: UInt32, to text: inout [UInt8]) {
    guard term & 0xFFFF != 0 else { return appendUTF8(term >> 16, to: &text) }
    guard take({ $0 == term }) != nil else { return }
    characters.removeAll(keepingCapacity: true)
    before.removeAll(keepingCapacity: true)
    var (first, last) = (term >> 16, term & 0xFFFF)
    characters.append(first)
    characters.append(last)
    while characters.count < PhraseScratch.longest, let pair = take({ $0 >> 16 == last }) {
      last = pair & 0xFFFF
      characters.append(last)
    }
    while characters.count + before.count < PhraseScratch.longest, let pair = take({ $0 & 0xFFFF == first }) {
      first = pair >> 16
      before.append(first)
    }
    for character in before.reversed() { appendUTF8(character, to: &text) }
    for character in characters { appendUTF8(character, to: &text) }
  }

  @inline(__always)
  private mutating func take(_ fits: (UInt32) -> Bool) -> UInt32? {
    var left = unused
    while left != 0 {
      let place = left.trailingZeroBitCount
      if fits(pairs[place]) {
        unused &= ~(1 << UInt32(place))
        return pairs[place]
      }
      left &= left - 1
    }
    return nil
  }
}
