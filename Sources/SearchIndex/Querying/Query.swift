/// What a reader typed, as terms of the index and what is asked of them.
struct Query: Sendable {
  /// What a term asks of pages.
  enum Role: Sendable, Equatable {
    /// Those that hold it score.
    case scored
    /// Their text must hold it, a phrase.
    case phrase
    /// They must hold it, a term of a phrase.
    case required
    /// They must not hold it with all others of its exclusion.
    case excluded
    /// They must be what it says: of a key any of the values, of tags all.
    case filter(FilterKey)
  }

  struct Term: Sendable {
    var bytes: [UInt8]
    /// Where in the text it stands, of a pair the second part.
    var range: Range<Int>
    var role = Role.scored
    /// Whether it waits until there are first results.
    var isRefinement = false
    /// Whether it is a whole word or identifier as it was typed, but folded.
    var isExact = false
    /// Whether it is an English word as it was typed, in which there may be a typing error.
    var isWord = false
    /// The last word, to which the reader may still be adding letters: where the index does not know it, terms
    /// that begin with it stand in.
    var isUnfinished = false
    /// Whether it is the last of its exclusion.
    var endsExclusion = false
    /// Whether it is a filter by a key of which a page has one value, and there was another before.
    var isAlternative = false
  }

  /// Only so much of a query is read.
  static let mostBytes = 2048
  private static let mostTerms = 48
  /// So many terms lead to the first results; each may cost a file.
  private static let firstTerms = 3
  /// A query with so many terms that tell more goes without pairs that hold a frequent character.
  private static let enoughTerms = 5

  /// The terms that score.
  private(set) var terms: [Term] = []
  /// What else is asked.
  private(set) var conditions: [Term] = []
  /// Whether there are phrases that count.
  private(set) var hasPhrases = false

  /// A query without terms.
  init() {}

  /// Any bytes make a query, at worst one without terms.
  ///
  /// - Parameter characters: the index's table, if it is here.
  init(_ text: [UInt8], _ characters: CharacterTable) {
    let reader = QueryReader(text.part(range(0, min(text.count, Query.mostBytes))))
    for condition in reader.conditions {
      switch condition.role {
      case .scored: if condition.bytes.count > 1 { insert(condition) }
      case .excluded: addCovering(condition, .excluded, characters)
      case .phrase:
        if Phrase(condition.bytes, characters).isEmpty { continue }
        hasPhrases = true
        conditions.append(condition)
        addCovering(condition, .required, characters)
      case .filter(let key):
        var filter = condition
        for other in conditions where key != .tag && other.role == filter.role { filter.isAlternative = true }
        conditions.append(filter)
      case .required: break
      }
    }
    let found = TermCollection(reader.text, characters).terms
    var hasContent = false
    var tellingTerms = 0
    for term in found where !isFunctionTerm(term.bytes) {
      hasContent = true
      if !isCommonPair(term.bytes) { tellingTerms += 1 }
    }
    for term in found {
      if hasContent, isFunctionTerm(term.bytes) { continue }
      if tellingTerms >= Query.enoughTerms, isCommonPair(term.bytes) { continue }
      insert(term)
    }
    chooseFirstTerms()
  }

  /// Whether some terms wait until there are first results.
  var hasRefinements: Bool {
    for term in terms where term.isRefinement { return true }
    return false
  }

  /// Goes without the phrases, which no page holds: their words count as any.
  mutating func dropPhrases() {
    hasPhrases = false
  }

  @inline(never)
  private mutating func insert(_ term: Term) {
    if terms.count < Query.mostTerms { terms.append(term) }
  }

  /// Adds the terms that cover the text of a condition.
  @inline(never)
  private mutating func addCovering(_ condition: Term, _ role: Role, _ characters: CharacterTable) {
    for term in TermCollection(condition.bytes, characters).terms where !term.isRefinement {
      conditions.append(term)
      conditions[conditions.count - 1].role = role
    }
    if !conditions.isEmpty { conditions[conditions.count - 1].endsExclusion = true }
  }

  /// Of the terms that cover the query, those that are likely to be rare come first.
  private mutating func chooseFirstTerms() {
    var first = TopList(Query.firstTerms)
    for place in terms.indices where !terms[place].isRefinement {
      first.insert(place, rank: ~rarity(terms[place].bytes))
      terms[place].isRefinement = true
    }
    for place in 0..<first.count { terms[first.number(place)].isRefinement = false }
  }
}

/// The terms of a text, each once: whole identifiers with their parts and stems, pairs of words, pairs of
/// ideographs, single ideographs where they stand alone. Those cover the text that are no refinement: of the
/// overlapping pairs of a run every other one, which holds no character that the others do not, and words as they
/// stand.
private struct TermCollection {
  private(set) var terms: [Query.Term] = []
  private var lastPlace = 0

  @inline(never)
  init(_ text: [UInt8], _ characters: CharacterTable) {
    let list = TokenList(text, characters)
    var pairs = WordPairs()
    var lastWord = range(0, 0)
    var lastWordPlace = 0
    /// Whether the pair before covers.
    var isCovered = false
    for (place, token) in list.tokens.enumerated() {
      let bytes = list.bytes(place)
      guard let form = token.form else {
        let endsRun = place + 1 == list.tokens.count || !list.tokens[place + 1].continuesRun
        if token.continuesRun {
          // The last pair of an odd run holds a character of its own.
          insert(list.bytes(place, withPrevious: true), token.range, isRefinement: isCovered && !endsRun)
          isCovered.toggle()
        } else {
          if endsRun { insert(bytes, token.range, isRefinement: false) }
          isCovered = false
        }
        pairs.end()
        continue
      }
      insert(bytes, token.range, isRefinement: form != .exact)
      if form != .exact { continue }
      lastWord = token.range
      lastWordPlace = lastPlace
      terms[lastPlace].isExact = true
      terms[lastPlace].isWord = isDictionaryWord(scalars(of: bytes))
      if let pair = pairs.add(bytes) { insert(pair, token.range, isRefinement: true) }
    }
    // The word at the very end may go on.
    guard let typed = text.last, isLetterOrDigit(typed | 0x20), lastWord.upperBound == text.count else {
      return
    }
    if terms[lastWordPlace].range == lastWord {
      terms[lastWordPlace].isUnfinished = terms[lastWordPlace].bytes.count >= 2
    }
  }

  @inline(never)
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
@inline(never)
func rarity(_ term: [UInt8]) -> UInt32 {
  if term[0] < 0x20 { return 9 }
  if term[0] < 0xE3 { return term.count > 4 ? 7 : UInt32(term.count) }
  var rarity: UInt32 = 2
  var place = 0
  while place + 3 <= term.count {
    if !isFrequent(UInt32(term[place]) << 16 | UInt32(term[place + 1]) << 8 | UInt32(term[place + 2])) {
      rarity += 2
    }
    place += 3
  }
  return rarity
}

/// Whether a term is a pair with a frequent character, which mostly joins the end of a word and the beginning of
/// another.
private func isCommonPair(_ term: [UInt8]) -> Bool {
  term.count == 6 && isIdeographs(term) && rarity(term) < 6
}

/// Whether a term is an ideograph, kana or syllable, or a pair of them.
func isIdeographs(_ term: [UInt8]) -> Bool { term[0] >= 0xE3 }

/// Whether a character, its three bytes of UTF-8 in one number, is in half of all questions.
private func isFrequent(_ character: UInt32) -> Bool {
  frequentCharacters.withUTF8Buffer { bytes in
    var bits: UInt32 = 0
    for place in bytes.indices {
      bits = bits << 8 & 0xFF_FFFF | UInt32(bytes[place])
      if bits == character, place % 3 == 2 { return true }
    }
    return false
  }
}

private let frequentCharacters: StaticString =
  "一不与个中为主么之也了于人什从他以会但你何作使侧像其出分到前可吗和哪在地多大如子对将小少就属已年并当很得怎想我或所把时是最有本来某样次此每没法点然现用由的种第等给能自被要角让说这进道那部都里量面"
