/// What a reader typed, as terms of the index and what is asked of them.
struct Query: Sendable {
  struct Term: Sendable {
    var bytes: [UInt8]
    /// Where in the text it stands.
    var range: Range<Int>
    /// Whether it waits until there are first results.
    var isRefinement: Bool
    /// Whether it is an English word as it was typed, in which there may be a typing error.
    var isWord = false
    /// The last word, to which the reader may still be adding letters: where the index does not know it, terms
    /// that begin with it stand in.
    var isUnfinished = false
  }

  /// Only so much of a query is read.
  static let mostBytes = 2048
  private static let mostTerms = 48
  /// So many terms lead to the first results; each may cost a file.
  private static let firstTerms = 4

  private(set) var terms: [Term] = []
  /// What pages must be: of a key any of the values, of tags all.
  private(set) var filters: [(key: FilterKey, value: [UInt8])] = []
  /// What pages must not hold: all terms of one of these.
  private(set) var exclusions: [[Term]] = []
  /// What pages must hold word by word, each with terms they then hold too.
  private(set) var phrases: [(phrase: Phrase, terms: [Term])] = []

  /// Any bytes make a query, at worst one without terms.
  ///
  /// - Parameter traditional: the index's table, if it is here.
  init(_ text: [UInt8], traditional: TraditionalTable? = nil) {
    var reader = QueryReader(Array(text.prefix(Query.mostBytes)))
    reader.read()
    for range in reader.phrases {
      let text = Array(reader.text[range])
      let phrase = Phrase(text, traditional: traditional)
      if phrase.tokens.isEmpty { continue }
      phrases.append((phrase, Query.terms(of: text, traditional: traditional).filter { !$0.isRefinement }))
    }
    for text in reader.exclusions {
      let terms = Query.terms(of: text, traditional: traditional).filter { !$0.isRefinement }
      if !terms.isEmpty { exclusions.append(terms) }
    }
    filters = reader.filters
    let collected = Query.terms(of: reader.text, traditional: traditional)
    let content = collected.filter { !isFunctionTerm($0.bytes) }
    terms = reader.formulaTerms + (content.isEmpty ? collected : content)
    terms.removeLast(max(0, terms.count - Query.mostTerms))
    chooseFirstTerms()
  }

  /// Goes without the phrases, which no page holds: their words count as any.
  mutating func dropPhrases() {
    phrases = []
  }

  private static func terms(of text: [UInt8], traditional: TraditionalTable?) -> [Term] {
    var collection = TermCollection()
    for (token, range) in TokenList(text, traditional: traditional).tokens {
      switch token {
      case .ideograph(let scalar, let previous): collection.add(scalar, after: previous, range)
      case .endOfRun(let length): collection.endRun(length: length)
      case .word(let bytes, let form): collection.add(bytes, form, range)
      }
    }
    collection.markUnfinished(in: text)
    return collection.terms
  }

  /// Of the terms that cover the query, those that are likely to be rare come first.
  private mutating func chooseFirstTerms() {
    var rarities = terms.map { $0.isRefinement ? 0 : rarity($0.bytes) }
    for place in terms.indices { terms[place].isRefinement = true }
    for _ in 0..<Query.firstTerms {
      var best = 0
      for place in rarities.indices where rarities[place] > rarities[best] { best = place }
      if rarities.isEmpty || rarities[best] == 0 { return }
      terms[best].isRefinement = false
      rarities[best] = 0
    }
  }
}

/// The terms of a text, each once: whole identifiers with their parts and stems, pairs of words, pairs of
/// ideographs, single ideographs where they stand alone. Those cover the text that are no refinement: of the overlapping pairs
/// of a run every other one, which holds no character that the others do not, and words as they stand.
private struct TermCollection {
  private(set) var terms: [Query.Term] = []
  private var lastWord: Range<Int> = 0..<0
  private var lastPlace = 0
  private var lastIdeograph: UInt32 = 0
  private var pairs = WordPairs()
  private var previousStart = 0
  /// Whether the pair before covers.
  private var isCovered = false

  mutating func add(_ scalar: UInt32, after previous: UInt32, _ place: Range<Int>) {
    lastIdeograph = scalar
    if previous == 0 {
      isCovered = false
    } else {
      insert(bytes(previous, scalar), range(previousStart, place.upperBound), isRefinement: isCovered)
      isCovered.toggle()
    }
    previousStart = place.lowerBound
  }

  mutating func endRun(length: Int) {
    pairs.end()
    if length == 1 {
      insert(bytes(lastIdeograph, 0), range(previousStart, previousStart + 1), isRefinement: false)
    } else if !isCovered {
      // The last pair of an odd run holds a character of its own.
      terms[lastPlace].isRefinement = false
    }
  }

  mutating func add(_ bytes: [UInt8], _ form: WordForm, _ range: Range<Int>) {
    insert(bytes, range, isRefinement: form != .exact)
    if form != .exact { return }
    lastWord = range
    terms[lastPlace].isWord = bytes.count >= 4 && bytes.count <= 24 && bytes.allSatisfy { $0 &- 0x61 < 26 }
    if let pair = pairs.add(bytes) { insert(pair, range, isRefinement: true) }
  }

  /// The word at the very end may go on.
  mutating func markUnfinished(in text: [UInt8]) {
    guard let typed = text.last, isLetterOrDigit(typed | 0x20), lastWord.upperBound == text.count else {
      return
    }
    for place in terms.indices.reversed() where terms[place].range == lastWord && !terms[place].isRefinement {
      terms[place].isUnfinished = terms[place].bytes.count >= 2
      return
    }
  }

  private func bytes(_ first: UInt32, _ second: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    appendUTF8(first, to: &bytes)
    if second != 0 { appendUTF8(second, to: &bytes) }
    return bytes
  }

  private mutating func insert(_ bytes: [UInt8], _ range: Range<Int>, isRefinement: Bool) {
    for place in terms.indices where terms[place].bytes == bytes {
      if !isRefinement { terms[place].isRefinement = false }
      lastPlace = place
      return
    }
    lastPlace = terms.count
    terms.append(Query.Term(bytes: bytes, range: range, isRefinement: isRefinement))
  }
}

/// How rare a term is likely to be, before anything is known of it: formulas, long words, pairs without a
/// frequent character.
private func rarity(_ term: [UInt8]) -> Int {
  if term[0] < 0x20 { return 9 }
  if term[0] < 0xE3 { return term.count > 4 ? 7 : term.count }
  var rarity = 2
  var place = 0
  while place + 3 <= term.count {
    if !isFrequent(term[place..<place + 3]) { rarity += 2 }
    place += 3
  }
  return rarity
}

private func isFrequent(_ character: ArraySlice<UInt8>) -> Bool {
  frequentCharacters.withUTF8Buffer { bytes in
    var place = 0
    while place < bytes.count {
      if character.elementsEqual(bytes[place..<place + 3]) { return true }
      place += 3
    }
    return false
  }
}

private let frequentCharacters: StaticString =
  "一不与个中为主么之也了于人什从他以会但你何作使侧像其出分到前可吗和哪在地多大如子对将小少就属已年并当很得怎想我或所把时是最有本来某样次此每没法点然现用由的种第等给能自被要角让说这进道那部都里量面"
