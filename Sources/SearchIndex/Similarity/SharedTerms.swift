extension NearestDocuments {
  /// What a document shares with others, for people to read, for each of them most telling first: words, and neighbouring
  /// characters put together where the documents share all their pairs. Folded as the index folds.
  ///
  /// O(24 for each other document, and 24² for what it shares).
  public func sharedTerms(
    of document: Int, with others: [Int], limit: Int, _ scratch: inout NearestScratch
  ) -> [SharedTermNames] {
    let (cells, places) = (vectors.cells.span, vectors.places(of: document))
    let own = cells.extracting(places)
    scratch.shared.take(own, words: vectors.words.span.extracting(places), keys: termKeys)
    defer { scratch.shared.forget(own) }
    // By a span, since a copy of a document counts the references to all its parts.
    let (bytes, parts) = (documents.span[document].bytes, documents.span[document].parts)
    let words = bytes.span.extracting(parts.words)
    scratch.names.removeAll()
    for other in others {
      scratch.shared.share(own, cells.extracting(vectors.places(of: other)))
      scratch.shared.addNames(in: words, limit: limit, to: &scratch.names)
      scratch.names.endList()
    }
    return scratch.names.lists
  }

  /// The same for one document alone.
  public func sharedTerms(of document: Int, with others: [Int], limit: Int) -> [SharedTermNames] {
    var scratch = NearestScratch()
    return sharedTerms(of: document, with: others, limit: limit, &scratch)
  }
}

/// Memory for the terms that a document shares with others.
struct SharedTermScratch {
  private var table = VectorTable()
  private var matches: [VectorTable.Match] = []
  /// The keys of the document's terms, where their words begin, and which of them are function terms.
  private var keys: [UInt64] = []
  private var words: [Int] = []
  private var functionTerms: UInt32 = 0
  /// What is shared with the other document: the product of the weights, then what decides between equals, then the place
  /// in the vector; greatest first.
  private var shared: [UInt64] = []
  private var phrases = PhraseScratch()

  private static let placeBits: UInt64 = 5

  /// Whether a key is that of ideographs.
  @inline(__always)
  private static func isIdeographs(_ key: UInt64) -> Bool { key <= UInt64(UInt32.max) }

  /// Takes the vector of a document.
  fileprivate mutating func take(
    _ own: Span<DocumentVectors.Component>, words: Span<UInt32>, keys termKeys: [UInt64]
  ) {
    table.take(own)
    keys.removeAll(keepingCapacity: true)
    self.words.removeAll(keepingCapacity: true)
    functionTerms = 0
    let functionKeys = FunctionTermKeys.all
    for place in own.indices {
      let key = termKeys[Int(own[place].term)]
      keys.append(key)
      self.words.append(Int(words[place]))
      if functionKeys.contains(key) { functionTerms |= 1 << UInt32(place) }
    }
  }

  /// Makes room for another one.
  fileprivate mutating func forget(_ own: Span<DocumentVectors.Component>) { table.forget(own) }

  /// Finds what another vector shares.
  fileprivate mutating func share(
    _ own: Span<DocumentVectors.Component>, _ other: Span<DocumentVectors.Component>
  ) {
    shared.removeAll(keepingCapacity: true)
    var asked: UInt32 = 0
    let count = table.match(other, &matches)
    for match in matches[..<count] {
      asked |= functionTerms & 1 << UInt32(match.own)
      let component = other[Int(match.other)]
      // Of equals the term with the lower number comes first.
      let weight = UInt64(component.weight &* own[Int(match.own)].weight)
      add((weight << 32 | UInt64(~component.term)) << SharedTermScratch.placeBits | UInt64(match.own))
    }
    if asked != 0 { removeFunctionTerms(asked) }
  }

  /// Puts an entry in its place: most come in order.
  private mutating func add(_ entry: UInt64) {
    var place = shared.count
    shared.append(entry)
    while place > 0, shared[place - 1] < entry {
      shared.swapAt(place, place - 1)
      place -= 1
    }
  }

  /// Takes the words out that say nothing of a subject, the ideographs by which both ask, and the characters of which
  /// these are made.
  private mutating func removeFunctionTerms(_ asked: UInt32) {
    let questions = keys.indices.filter { asked & 1 << UInt32($0) != 0 }.map { keys[$0] }
      .filter(SharedTermScratch.isIdeographs)
    shared.removeAll { entry in
      let place = SharedTermScratch.place(of: entry)
      let key = keys[place]
      return functionTerms & 1 << UInt32(place) != 0
        || questions.contains { $0 & ~0xFFFF == key || ($0 & 0xFFFF) << 16 == key }
    }
  }

  private static func place(of entry: UInt64) -> Int { Int(entry & (1 << placeBits - 1)) }

  /// Adds the names of what is shared, at most so many, without those that stand within others: words within longer words,
  /// and ideographs within phrases.
  ///
  /// - Parameter text: the words of the document.
  fileprivate mutating func addNames(
    in text: Span<UInt8>, limit: Int, to names: inout SharedTermNames.Collection
  ) {
    phrases.removeAll()
    for entry in shared {
      let key = keys[SharedTermScratch.place(of: entry)]
      if SharedTermScratch.isIdeographs(key) { phrases.add(UInt32(truncatingIfNeeded: key)) }
    }
    for entry in shared {
      if names.count == limit { return }
      let place = SharedTermScratch.place(of: entry)
      if SharedTermScratch.isIdeographs(keys[place]) {
        if let characters = phrases.takePhrase(with: UInt32(truncatingIfNeeded: keys[place])) {
          names.append(phrases.characters.span.extracting(characters))
        }
      } else if standsForItself(place, text), !isCovered(place, text) {
        names.append(text.extracting(word(at: place, text)))
      }
    }
  }

  /// Whether a word is none that stands for a formula.
  private func standsForItself(_ place: Int, _ text: Span<UInt8>) -> Bool { text[words[place]] >= 0x20 }

  private func word(at place: Int, _ text: Span<UInt8>) -> Range<Int> {
    range(words[place], words[place] + Int(text[words[place] - 1]))
  }

  /// Whether a word stands somewhere in a longer one that is shared too, or is one without its connectors.
  private func isCovered(_ place: Int, _ text: Span<UInt8>) -> Bool {
    let word = text.extracting(word(at: place, text))
    for entry in shared {
      let other = SharedTermScratch.place(of: entry)
      guard !SharedTermScratch.isIdeographs(keys[other]), standsForItself(other, text) else { continue }
      let longer = text.extracting(self.word(at: other, text))
      guard longer.count > word.count else { continue }
      if longer.isWithoutConnectors(word) || longer.holds(word) { return true }
    }
    return false
  }
}

extension Span<UInt8> {
  /// Whether others stand somewhere in these bytes.
  fileprivate func holds(_ other: Span<UInt8>) -> Bool {
    guard !other.isEmpty, count >= other.count else { return other.isEmpty }
    for start in range(0, count &- other.count &+ 1) where self[start] == other[0] {
      var length = 1
      while length < other.count, self[start &+ length] == other[length] { length &+= 1 }
      if length == other.count { return true }
    }
    return false
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
  /// The characters of a phrase, from the middle on in both directions.
  private(set) var characters = InlineArray<17, UInt32>(repeating: 0)

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

  /// Where in `characters` the phrase with a pair stands, or a character that is in none; nil if an earlier phrase held it.
  mutating func takePhrase(with term: UInt32) -> Range<Int>? {
    let character = term >> 16
    if term & 0xFFFF == 0 {
      let isHeld = pairs.contains { $0 >> 16 == character || $0 & 0xFFFF == character }
      characters[0] = character
      return isHeld ? nil : 0..<1
    }
    guard take({ $0 == term }) != nil else { return nil }
    var places = PhraseScratch.longest..<PhraseScratch.longest + 2
    var (first, last) = (character, term & 0xFFFF)
    characters[places.lowerBound] = first
    characters[places.lowerBound + 1] = last
    while places.count < PhraseScratch.longest, let pair = take({ $0 >> 16 == last }) {
      last = pair & 0xFFFF
      characters[places.upperBound] = last
      places = places.lowerBound..<places.upperBound + 1
    }
    while places.count < PhraseScratch.longest, let pair = take({ $0 & 0xFFFF == first }) {
      first = pair >> 16
      places = places.lowerBound - 1..<places.upperBound
      characters[places.lowerBound] = first
    }
    return places
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
