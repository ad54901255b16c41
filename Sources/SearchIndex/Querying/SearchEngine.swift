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
/// The results may be shown as soon as `hasResults` says so: those of the terms that cover the query. What comes
/// later refines their order and brings the summaries. Files stay with the engine for later queries. A value: copies are independent.
public struct SearchEngine: Sendable {
  /// Larger files are not of an index.
  private static let mostFileBytes = 1 << 24

  private let manifest: Manifest
  private var store = FileStore()
  private var text: [UInt8] = []
  private var query = Query([])
  /// The table of Traditional characters without which the query's terms are not known.
  private var awaited: FileName?
  private var limit = 0
  /// The best documents, once every term's postings are here or known to be lost.
  private var ranking: [Candidate]?
  /// Whether all terms of the query count, not only those of the first step.
  private var isRefined = false
  /// Whether `results()` has results to show, as of the last `needs()`; the order may change until `needs()` is
  /// empty.
  public private(set) var hasResults = false
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

  /// Begins a query for at most `limit` results (not more than 100) and forgets the one before. Any bytes are a
  /// query; only the first 2,048 and 48 different terms count.
  public mutating func begin(_ text: [UInt8], limit: Int) {
    self.text = text.count > Query.mostBytes ? Array(text[..<Query.mostBytes]) : text
    query = Query(self.text)
    awaited = TraditionalTable.mayHoldTraditional(self.text) ? manifest.characters : nil
    self.limit = max(0, min(limit, 100))
    ranking = nil
    isRefined = !query.terms.contains { $0.isRefinement }
    hasResults = false
    problems = []
    store.prepareForQuery()
  }

  /// The names of the files without which the query cannot go on, each once; empty when the results are final.
  public mutating func needs() -> [[UInt8]] {
    if let name = awaited {
      guard let entry = store[name] else { return [name.bytes] }
      if case .present(let bytes) = entry {
        query = Query(text, traditional: TraditionalTable(Array(bytes.dropFirst(FileHeader.length))))
        isRefined = !query.terms.contains { $0.isRefinement }
      }
      awaited = nil
    }
    while true {
      if ranking == nil {
        let names = termFilesNeeded()
        if !names.isEmpty { return names.map { $0.bytes } }
        ranking = rank()
      }
      let cards = documentFilesNeeded(ranking ?? [])
      if !cards.isEmpty { return cards.map { $0.bytes } }
      hasResults = true
      if isRefined { return summaryFilesNeeded(ranking ?? []).map { $0.bytes } }
      isRefined = true
      ranking = nil
    }
  }

  /// Hands over a file that was asked for; nil: it could not be loaded. A file that is not what its name says
  /// is refused, noted in `problems`, and the query goes on without it.
  public mutating func supply(_ name: [UInt8], _ bytes: [UInt8]?) {
    guard let file = FileName(name) else { return }
    guard let bytes else {
      problems.append(.missing(name: name))
      store.add(file, .absent)
      return
    }
    let isIntact =
      bytes.count <= SearchEngine.mostFileBytes && FileHeader.matches(bytes, file.kind)
      && digest64(bytes) & FileName.digestMask == file.digest
    if !isIntact { problems.append(.damaged(name: name)) }
    store.add(file, isIntact ? .present(bytes) : .absent)
  }

  /// The results, best first, of equal scores by path. Before `needs()` is empty: what is known so far.
  public func results() -> [SearchResult] {
    var found: [SearchResult] = []
    for candidate in ranking ?? rank() {
      guard let bytes = cards(of: candidate) else { continue }
      let slot = UInt8(truncatingIfNeeded: Int(candidate.id) & ((1 << manifest.blockBits) - 1))
      guard var result = try? SearchResult(slot, inCards: bytes, score: candidate.score) else { continue }
      if let name = summaries(of: candidate), case .present(let bytes) = store[name] {
        result.summary = (try? findSummary(slot, in: bytes)) ?? []
      }
      found.append(result)
      found.sinkLast { $0.score == $1.score && $0.path.lexicographicallyPrecedes($1.path) }
    }
    return found
  }

  private func termFilesNeeded() -> [FileName] {
    var names: [FileName] = []
    for term in query.terms where isRefined || !term.isRefinement {
      switch locate(term.bytes, in: manifest, store) {
      case .unknownUntil(let name): insert(name, into: &names)
      case .file(let name): if store[name] == nil { insert(name, into: &names) }
      case .nowhere: break
      }
    }
    return names
  }

  private func documentFilesNeeded(_ candidates: [Candidate]) -> [FileName] {
    var names: [FileName] = []
    for candidate in candidates {
      switch locate(document: candidate.id, in: manifest, store) {
      case .unknownUntil(let name): insert(name, into: &names)
      case .file(let name): if store[name] == nil { insert(name, into: &names) }
      case .nowhere: break
      }
    }
    return names
  }

  private func summaryFilesNeeded(_ candidates: [Candidate]) -> [FileName] {
    var names: [FileName] = []
    for candidate in candidates {
      if let name = summaries(of: candidate), store[name] == nil { insert(name, into: &names) }
    }
    return names
  }

  /// The file of cards with a document, if it is here.
  private func cards(of candidate: Candidate) -> [UInt8]? {
    guard case .file(let name) = locate(document: candidate.id, in: manifest, store),
      case .present(let bytes) = store[name]
    else { return nil }
    return bytes
  }

  /// The name of the file with a document's summary, if its card is here and the file has any.
  private func summaries(of candidate: Candidate) -> FileName? {
    guard let bytes = cards(of: candidate), let digest = try? readDigest(bytes, at: FileHeader.length),
      digest != 0
    else { return nil }
    return FileName(kind: .summaries, digest: digest)
  }

  private func insert(_ name: FileName, into names: inout [FileName]) {
    if !names.contains(name) { names.append(name) }
  }

  private func rank() -> [Candidate] {
    var scorer = Scorer(idBits: manifest.idBits)
    for term in query.terms {
      guard case .file(let name) = locate(term.bytes, in: manifest, store),
        case .present(let bytes) = store[name]
      else { continue }
      scorer.add((try? findPostings(term, in: bytes, idBits: manifest.idBits)) ?? [])
    }
    return scorer.best(limit)
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
