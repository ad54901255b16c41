import SearchIndex

/// An index in memory, as a host would serve it, and a reader's engine over it.
struct PublishedIndex {
  let files: [IndexFile]
  private let contents: [[UInt8]: [UInt8]]

  /// - Parameter markdown: The pages' Markdown by the name under which the engine asks for it.
  init(_ documents: [AnalyzedDocument], markdown: [[UInt8]: [UInt8]] = [:]) {
    let assets = EngineAssets(
      engine: Array("../assets/engine.0000000000.js".utf8),
      wasm: Array("../assets/engine.0000000000.wasm".utf8))
    files = InvertedIndex(documents).files(assets: assets)
    contents = markdown.merging(files.map { ($0.name, $0.bytes) }) { _, file in file }
  }

  /// An engine that has loaded the manifest and nothing else.
  func freshEngine() throws(Failure) -> SearchEngine {
    guard let manifest = contents[Array("index.json".utf8)] else { throw Failure(message: "no manifest") }
    do {
      return try SearchEngine(manifest: manifest)
    } catch {
      throw Failure(message: "the engine refuses its own index")
    }
  }

  /// What one query did.
  struct Answer {
    var results: [SearchResult]
    /// The names of the files that were loaded, round by round.
    var rounds: [[[UInt8]]]
    /// How many results there were behind each round.
    var counts: [Int]

    /// The rounds until a reader had so many results, or all there are.
    func rounds(until count: Int) -> Int {
      (counts.firstIndex { $0 >= min(count, results.count) } ?? -1) + 1
    }
  }

  /// Answers a query as a page does: loads what the engine needs, until it needs nothing.
  ///
  /// - Parameter observesRounds: whether the results are asked for behind every round, as a page does that
  ///   shows them while they come.
  func answer(
    _ query: [UInt8], limit: Int, with engine: inout SearchEngine, observesRounds: Bool = false
  ) throws(Failure) -> Answer {
    engine.begin(query, QueryOptions(limit: limit, summaries: false))
    var answer = Answer(results: [], rounds: [], counts: [])
    while true {
      let names = engine.needs()
      if observesRounds, !answer.rounds.isEmpty { answer.counts.append(engine.results().count) }
      if names.isEmpty { break }
      for name in names { engine.supply(name, contents[name]) }
      answer.rounds.append(names)
    }
    // Without the pages' Markdown quoted phrases are taken as found.
    guard engine.problems.allSatisfy({ $0.name.first == 0x2E }) else {
      throw Failure(message: "the engine asks for files there are not")
    }
    answer.results = engine.results()
    return answer
  }
}

extension FileProblem {
  /// The file's name, relative to the folder of the index.
  fileprivate var name: [UInt8] {
    switch self {
    case .missing(let name), .damaged(let name): name
    }
  }
}
