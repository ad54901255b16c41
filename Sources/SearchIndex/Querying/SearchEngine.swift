/// Why an index cannot be opened.
public enum SearchError: Error, Sendable {
  /// The bytes are no manifest of this version of the format.
  case unreadableManifest
}

/// What went wrong with a file of the index during a query.
public enum FileProblem: Sendable, Equatable {
  /// The host could not load it.
  case missing(name: [UInt8])
  /// It was loaded, but is truncated, changed or of another index.
  case damaged(name: [UInt8])
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
/// later refines their order and brings the summaries. Files stay with the engine for later queries. A value: copies
/// are independent.
public struct SearchEngine: Sendable {
  /// Larger files are not of an index.
  private static let mostFileBytes = 1 << 24

  let manifest: Manifest
  var store = FileStore()
  private(set) var query = Query([])
  private(set) var text: [UInt8] = []
  /// The table of Traditional characters without which the query's terms are not known.
  private var awaited: FileName?
  private(set) var traditional: TraditionalTable?
  private var options = QueryOptions(limit: 0)
  /// The best documents, once every term's postings are here or known to be lost.
  private var ranking: [Candidate] = []
  /// Whether all terms of the query count, not only those of the first step.
  private(set) var isRefined = false
  /// Whether the postings beyond the caps count too.
  private(set) var usesOverflow = false
  private var pages = PhraseCheck()
  /// Whether `results()` has results to show, as of the last `needs()`; the order may change until `needs()` is
  /// empty.
  public private(set) var hasResults = false
  /// How the results divide, where the query asked for it and `needs()` is empty.
  public private(set) var facets: [Facet] = []
  /// Tests switch this off, so that decoders see damaged files.
  var checksDigests = true
  /// What went wrong since `begin`, in the order it was noticed.
  public private(set) var problems: [FileProblem] = []

  /// Opens an index by the bytes of its `index.json`.
  public init(manifest bytes: [UInt8]) throws(SearchError) {
    do {
      manifest = try Manifest(bytes)
    } catch {
      throw .unreadableManifest
    }
  }

  /// Begins a query and forgets the one before. Any bytes are a query; only the first 2,048 and 48 different terms
  /// count.
  public mutating func begin(_ text: [UInt8], _ options: QueryOptions) {
    self.text = Array(text.prefix(Query.mostBytes))
    self.options = options
    awaited = TraditionalTable.mayHoldTraditional(self.text) ? manifest.characters : nil
    traditional = nil
    ranking = []
    pages = PhraseCheck()
    facets = []
    usesOverflow = false
    hasResults = false
    problems = []
    store.prepareForQuery()
    readQuery()
  }

  private mutating func readQuery() {
    query = Query(text, traditional: traditional)
    isRefined = !query.phrases.isEmpty || !query.terms.contains { $0.isRefinement }
  }

  /// The names of the files without which the query cannot go on, each once; empty when the results are final. They
  /// are relative to the folder `search/`; those of Markdown pages, for quoted phrases, begin with `../`.
  public mutating func needs() -> [[UInt8]] {
    var missing: [FileName] = []
    if let name = awaited {
      guard let content = content(of: name, &missing) else {
        if missing.isEmpty { awaited = nil }
        return missing.isEmpty ? needs() : [name.bytes]
      }
      traditional = TraditionalTable(Array(content.dropFirst(FileHeader.length)))
      awaited = nil
      readQuery()
    }
    while true {
      let scorer = score(&missing)
      if missing.isEmpty, !isRefined, scorer.count < options.limit {
        isRefined = true
        continue
      }
      if missing.isEmpty, isRefined, !usesOverflow,
        scorer.mayGainFromOverflow(limit: query.phrases.isEmpty ? options.limit : 1)
      {
        usesOverflow = true
        continue
      }
      if !missing.isEmpty { return missing.map { $0.bytes } }
      let texts = rank(scorer, &missing)
      if !missing.isEmpty { return missing.map { $0.bytes } }
      if !texts.isEmpty { return texts }
      if ranking.isEmpty, !query.phrases.isEmpty {
        query.dropPhrases()
        continue
      }
      hasResults = true
      if isRefined {
        if options.facets { facets = self.facets(scorer, &missing) }
        if options.summaries { for candidate in ranking { _ = summaries(of: candidate, &missing) } }
        return missing.map { $0.bytes }
      }
      isRefined = true
    }
  }

  /// Hands over a file that was asked for; nil: it could not be loaded. A file that is not what its name says
  /// is refused, noted in `problems`, and the query goes on without it.
  public mutating func supply(_ name: [UInt8], _ bytes: [UInt8]?) {
    if bytes == nil { problems.append(.missing(name: name)) }
    guard let file = FileName(name) else {
      pages.supply(name, bytes, query, traditional)
      return
    }
    guard let bytes else {
      store.add(file, nil)
      return
    }
    let isIntact =
      bytes.count <= SearchEngine.mostFileBytes && FileHeader.matches(bytes, file.kind)
      && (!checksDigests || digest64(bytes) & FileName.digestMask == file.digest)
    if !isIntact { problems.append(.damaged(name: name)) }
    store.add(file, isIntact ? bytes : nil)
  }

  /// The results, best first, of equal scores by path. Before `needs()` is empty: what is known so far.
  public func results() -> [SearchResult] {
    var found: [SearchResult] = []
    var missing: [FileName] = []
    for candidate in ranking {
      guard var result = result(for: candidate, &missing) else { continue }
      if options.summaries, let bytes = summaries(of: candidate, &missing) {
        result.summary = (try? findSummary(of: candidate.id, in: bytes)) ?? []
      }
      found.append(result)
      found.sinkLast { $0.score == $1.score && $0.path.lexicographicallyPrecedes($1.path) }
    }
    return found
  }

  /// Ranks what was found, as far as quoted phrases are verified; gives the names of the pages to verify.
  private mutating func rank(_ scorer: Scorer, _ missing: inout [FileName]) -> [[UInt8]] {
    let isPhrase = !query.phrases.isEmpty
    var names: [[UInt8]] = []
    var kept: [Candidate] = []
    for candidate in scorer.best(isPhrase ? 100 : options.limit) where kept.count < options.limit {
      guard let result = result(for: candidate, &missing) else { continue }
      if isPhrase {
        let name = PhraseCheck.name(of: result)
        guard let holds = pages.answer(name) else {
          names.append(name)
          if names.count + kept.count >= options.limit { break }
          continue
        }
        if !holds { continue }
      }
      kept.append(candidate)
    }
    ranking = kept
    return names
  }

  private func result(for candidate: Candidate, _ missing: inout [FileName]) -> SearchResult? {
    guard let name = manifest.cards(of: candidate.id, store, missing: &missing),
      let bytes = content(of: name, &missing)
    else { return nil }
    let slot = UInt8(truncatingIfNeeded: candidate.id & (1 << UInt32(IndexLimits.blockBits) - 1))
    return try? SearchResult(slot, inCards: bytes, score: candidate.score)
  }

  private func summaries(of candidate: Candidate, _ missing: inout [FileName]) -> [UInt8]? {
    guard let name = manifest.summaries(of: candidate.id, store, missing: &missing) else { return nil }
    return content(of: name, &missing)
  }

  func content(of name: FileName, _ missing: inout [FileName]) -> [UInt8]? {
    store.content(of: name, missing: &missing)
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

extension Array {
  /// Moves the last element before those behind which it does not belong; keeps a sorted array sorted after an
  /// append.
  mutating func sinkLast(by precedes: (Element, Element) -> Bool) {
    var place = count - 1
    while place > 0, precedes(self[place], self[place - 1]) {
      swapAt(place, place - 1)
      place -= 1
    }
  }
}
