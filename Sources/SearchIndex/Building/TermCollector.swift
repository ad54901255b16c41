/// Counts the terms of one document after the other. Most text is plain words and runs of ideographs, for which it knows
/// a shorter way than token by token.
struct TermCollector: TokenSink {
  let ideographs = IdeographTable()
  let words = WordTable()
  private(set) var weightedLength: UInt32 = 0
  private var weight: UInt8 = 1
  /// Whether neighbouring words are a term too.
  private var pairsWords = false
  private var pairs = WordPairs()
  private var filters = FilterTermCache()

  /// Begins a document with so many bytes of text.
  mutating func begin(_ textSize: Int) {
    ideographs.prepare(for: textSize)
    weightedLength = 0
  }

  mutating func begin(_ field: SearchField.Kind) {
    weight = field.weight
    pairsWords = field == .title || field == .question || field == .headings
    pairs.end()
  }

  @inline(__always)
  mutating func ideograph(_ scalar: UInt32, after previous: UInt32, range: Range<Int>) {
    weightedLength &+= UInt32(weight)
    if previous | scalar > 0xFFFF {
      addRare(scalar, after: previous)
      return
    }
    ideographs.add(character: UInt16(truncatingIfNeeded: scalar), weight: weight)
    if previous != 0 { ideographs.add(bigram: previous << 16 | scalar, weight: weight) }
  }

  @inline(__always)
  mutating func takeIdeographs(
    of text: Span<UInt8>, from start: Int, after previous: UInt32, _ characters: CharacterTable
  ) -> (end: Int, last: UInt32)? {
    guard previous <= 0xFFFF else { return nil }
    let run = ideographs.add(text, from: start, after: previous, characters, weight: weight)
    weightedLength &+= UInt32(truncatingIfNeeded: (run.end - start) / 3) &* UInt32(weight)
    return run.end > start ? run : nil
  }

  mutating func endIdeographRun(length: Int, last: UInt32) { pairs.end() }

  /// A stem counts half, so that the form asked for comes first, and adds nothing to the length.
  mutating func word(_ bytes: Span<UInt8>, form: WordForm, range: Range<Int>) {
    if form == .stem {
      words.add(bytes, weight: max(1, weight / 2))
    } else {
      weightedLength &+= UInt32(weight)
      words.add(bytes, weight: weight)
      if pairsWords, form == .exact, let pair = pairs.add(Array(bytes)) {
        words.add(pair.span, weight: weight)
      }
    }
  }

  /// Takes plain words, and what separates them. In titles and headings the neighbours of a word matter too.
  @inline(__always)
  mutating func takeWord(of text: Span<UInt8>, at index: Int, _ characters: CharacterTable) -> Int? {
    if pairsWords { return nil }
    var end = index
    repeat {
      guard let word = PlainWord(text, at: end, characters) else { break }
      add(word, of: text)
      end = word.range.upperBound
      while end < text.count, isSeparator(text[end]) { end &+= 1 }
    } while end < text.count && isLetterOrDigit(text[end])
    return end > index ? end : nil
  }

  @inline(__always)
  private mutating func add(_ word: PlainWord, of text: Span<UInt8>) {
    weightedLength &+= UInt32(weight)
    let place = word.range
    let key = wordKey(text, place)
    let maySuffix =
      place.count > 3 && EnglishStem.maySuffix(text[place.upperBound &- 2], text[place.upperBound &- 1])
    if place.count < 8 {
      // A capital at the beginning made small; a digit has this bit.
      words.add(short: key | 0x20, weight: weight)
    } else if text[place.lowerBound] & 0x20 != 0 {
      words.add(place, of: text, key, weight: weight)
    } else {
      let folded = FoldedWord(text, place)
      words.add(folded.bytes.span.extracting(first: folded.count), weight: weight)
    }
    if maySuffix { addStem(text, place) }
  }

  /// Adds the stem of a plain word, where it is another word.
  @inline(never)
  private mutating func addStem(_ text: Span<UInt8>, _ place: Range<Int>) {
    var folded = FoldedWord(text, place)
    guard let stem = EnglishStem(folded.bytes.span.extracting(first: folded.count)) else { return }
    folded.replaceEnd(stem)
    words.add(folded.bytes.span.extracting(first: folded.count), weight: max(1, weight / 2))
  }

  func add(_ formulaTerms: FormulaTermList) {
    let bytes = formulaTerms.bytes.span
    var start = 0
    while start < bytes.count {
      let place = SearchIndex.range(start &+ 2, start &+ 2 &+ Int(bytes[start]))
      if bytes[place.lowerBound] == formulaMark {
        words.add(place, of: bytes, wordKey(bytes, place), weight: bytes[start &+ 1])
      }
      start = place.upperBound
    }
  }

  /// What the page can be selected by, once each.
  mutating func addFilters(_ document: SearchDocument) {
    addFilter(.kind, document.kind)
    addFilter(.language, document.language)
    addFilter(.provenance, document.provenance)
    for tag in document.tags { addFilter(.tag, tag) }
  }

  private mutating func addFilter(_ key: FilterKey, _ value: [UInt8]) {
    if !value.isEmpty { words.add(filters.term(key, value).span, weight: 1) }
  }

  /// Terms with a character beyond the Basic Multilingual Plane are kept as bytes.
  @inline(never)
  private mutating func addRare(_ scalar: UInt32, after previous: UInt32) {
    if scalar < 0x10000 {
      ideographs.add(character: UInt16(truncatingIfNeeded: scalar), weight: weight)
    } else {
      addBytes(scalar, 0)
    }
    if previous != 0 { addBytes(previous, scalar) }
  }

  private mutating func addBytes(_ first: UInt32, _ second: UInt32) {
    var bytes: [UInt8] = []
    appendUTF8(first, to: &bytes)
    if second != 0 { appendUTF8(second, to: &bytes) }
    words.add(bytes.span, weight: weight)
  }
}

/// The terms of filters that were asked for last: most pages share theirs.
private struct FilterTermCache {
  private var entries = [Entry?](repeating: nil, count: 256)

  private struct Entry {
    var key: FilterKey
    var value: [UInt8]
    var term: [UInt8]
  }

  mutating func term(_ key: FilterKey, _ value: [UInt8]) -> [UInt8] {
    let hash = mixed(wordKey(value.span) &+ UInt64(key.rawValue)) >> 32
    let slot = Int(truncatingIfNeeded: hash) & (entries.count - 1)
    if let entry = entries[slot], entry.key == key, entry.value == value { return entry.term }
    let term = key.term(of: value, .bundled)
    entries[slot] = Entry(key: key, value: value, term: term)
    return term
  }
}
