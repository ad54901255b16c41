/// Why an index cannot be opened.
public enum SearchError: Error, Sendable {
  /// The bytes are no manifest of this version of the format.
  case unreadableManifest
}

/// Answers queries over a published index, without touching files itself: it says which it needs, the host
/// loads them, at once or over a network, and supplies them.
///
///     var engine = try SearchEngine(manifest: bytes)
///     engine.begin(query, limit: 10)
///     while true {
///       let names = engine.needs()
///       if names.isEmpty { break }
///       for name in names { engine.supply(name, load(name)) }
///     }
///     let results = engine.results()
///
/// The results may be shown as soon as `hasResults` says so: those of a few terms that cover the query. What comes
/// later refines their order and brings the summaries. Files stay with the engine for later queries. There are no copies: an
/// engine would take all its files with it.
public struct SearchEngine: ~Copyable, Sendable {
  /// Larger files are not of an index.
  private static let mostFileBytes = 1 << 24
  /// So many of the best documents are verified where a query has quoted phrases.
  private static let mostPages = 100

  let manifest: Manifest
  var store = FileStore()
  private(set) var query = Query()
  private(set) var text: [UInt8] = []
  /// Whether the query's terms are not known yet for want of the file of the table of characters.
  private var awaitsTable = false
  private(set) var characters = CharacterTable.builtIn
  private(set) var options = QueryOptions(limit: 0)
  /// The best documents, as far as they are known.
  private var ranking: [SearchResult] = []
  /// Whether all terms of the query count, not only those of the first step.
  private(set) var isRefined = false
  /// Whether the postings beyond the caps count too.
  private(set) var usesOverflow = false
  /// Whether longer words that begin with those of the query count too.
  private(set) var usesBeginnings = false
  private var pages = PhraseCheck()
  /// Whether `results()` has results to show, as of the last `needs()`; the order may change until `needs()` is
  /// empty.
  public private(set) var hasResults = false
  /// Tests switch this off, so that decoders see damaged files.
  var checksDigests = true
  /// The names of the files that the host could not load since `begin`.
  public private(set) var missing: [[UInt8]] = []
  /// The names of those that were loaded, but are truncated, changed or of another index.
  public private(set) var damaged: [[UInt8]] = []

  /// Opens an index by the bytes of its root, which its `index.json` holds in base 64.
  public init(root: [UInt8]) throws(SearchError) {
    guard let manifest = Manifest(root) else { throw .unreadableManifest }
    self.manifest = manifest
  }

  /// Begins a query and forgets the one before. Any bytes are a query; only the first 2,048 and 48 different terms
  /// count.
  public mutating func begin(_ text: [UInt8], _ options: QueryOptions) {
    self.text = text.part(range(0, min(text.count, Query.mostBytes)))
    self.options = options
    characters = .builtIn
    ranking = []
    pages = PhraseCheck()
    usesOverflow = false
    usesBeginnings = false
    hasResults = false
    missing = []
    damaged = []
    store.prepareForQuery()
    readQuery()
    // Pages are read with the same table, to verify phrases.
    awaitsTable = query.hasPhrases || CharacterTable.mayChange(self.text)
  }

  private mutating func readQuery() {
    query = Query(text, characters)
    isRefined = query.hasPhrases || !query.hasRefinements
  }

  /// The names of the files without which the query cannot go on, each once; empty when the results are final. They
  /// are relative to the folder `search/`; those of Markdown pages, for quoted phrases, begin with `../`.
  public mutating func needs() -> [[UInt8]] {
    store.wanted = []
    pages.forgetWanted()
    if readsTable() { while advances() {} }
    if store.wanted.isEmpty { return pages.wanted }
    var names: [[UInt8]] = []
    for number in store.wanted { names.append(FileName(number: number).bytes) }
    return names
  }

  /// Takes the table of characters, if the query needs it; false: it is not here.
  private mutating func readsTable() -> Bool {
    if !awaitsTable { return true }
    let content = store.content(of: manifest.characters)
    if !store.wanted.isEmpty { return false }
    awaitsTable = false
    if let table = CharacterTable(content, from: FileHeader.length) {
      characters = table
      readQuery()
    }
    return true
  }

  /// Goes on with what is here; false where that ends, with files that are wanted or with the final results.
  private mutating func advances() -> Bool {
    let scorer = score()
    if !store.wanted.isEmpty { return false }
    if !isRefined, scorer.count < options.limit {
      isRefined = true
      return true
    }
    if isRefined, !usesOverflow,
      scorer.mayGainFromOverflow(limit: query.hasPhrases ? 1 : options.limit)
    {
      usesOverflow = true
      return true
    }
    if isRefined, !usesBeginnings, !query.hasPhrases, scorer.count < options.limit {
      usesBeginnings = true
      return true
    }
    rank(scorer)
    if !store.wanted.isEmpty || !pages.wanted.isEmpty { return false }
    if ranking.isEmpty, query.hasPhrases {
      query.dropPhrases()
      return true
    }
    hasResults = true
    if isRefined {
      _ = facetTerms()
      _ = results()
      return false
    }
    isRefined = true
    return true
  }

  /// Hands over a file that was asked for; nil: it could not be loaded. A file that is not what its name says
  /// is refused, noted in `damaged`, and the query goes on without it.
  public mutating func supply(_ name: [UInt8], _ bytes: [UInt8]?) {
    if bytes == nil { missing.append(name) }
    guard let file = FileName(name) else {
      pages.supply(name, bytes, query, characters)
      return
    }
    var content = bytes ?? []
    let isIntact =
      content.count <= SearchEngine.mostFileBytes && FileHeader.matches(content, file)
      && (!checksDigests || digest64(content) & FileName.digestMask == file.digest)
    if !isIntact {
      if bytes != nil { damaged.append(name) }
      content = []
    }
    store.add(file, content)
  }

  /// The results, best first, of equal scores by path. Before `needs()` is empty: what is known so far.
  public mutating func results() -> [SearchResult] {
    var results = ranking
    for place in results.indices where options.summaries {
      let id = results[place].id
      let bytes = store.content(of: manifest.file(.summaries, of: id, &store))
      results[place].summary = findSummary(of: id, in: bytes)
    }
    return results
  }

  /// Ranks what was found, as far as quoted phrases are verified.
  private mutating func rank(_ scorer: borrowing Scorer) {
    let best = scorer.best(query.hasPhrases ? SearchEngine.mostPages : options.limit)
    ranking = []
    for place in 0..<best.count where ranking.count < options.limit {
      let id = UInt32(truncatingIfNeeded: best.number(place))
      let bytes = store.content(of: manifest.file(.documents, of: id, &store))
      guard let result = SearchResult(id, score: ~best.rank(place), inCards: bytes) else { continue }
      if !query.hasPhrases || pages.holds(result.pageName) {
        insert(result)
      } else if pages.wanted.count + ranking.count >= options.limit {
        break
      }
    }
  }
}

extension SearchEngine {
  /// Adds a result to those of a higher score, and to those of the same by its path.
  private mutating func insert(_ result: SearchResult) {
    ranking.append(result)
    var place = ranking.count - 1
    while place > 0, ranking[place - 1].score == result.score,
      result.path.lexicographicallyPrecedes(ranking[place - 1].path)
    {
      ranking.swapAt(place, place - 1)
      place -= 1
    }
  }
}

/// What a query is to bring.
public struct QueryOptions: Sendable {
  /// The most results, at most 100.
  public var limit: Int
  /// Whether results have their summaries, which cost the reader files of their own.
  public var summaries: Bool
  /// Whether `facets` are counted.
  public var facets: Bool

  /// Options; a limit outside 0 to 100 is brought there.
  public init(limit: Int, summaries: Bool = true, facets: Bool = false) {
    self.limit = max(0, min(limit, 100))
    self.summaries = summaries
    self.facets = facets
  }
}
