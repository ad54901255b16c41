import SearchIndex

/// The rankings of the engine and of exact BM25F, over the same pages, terms and queries.
struct RelevanceMeasurement {
  private let collection: TestCollection
  private let index: PublishedIndex
  private let exact: ExactRanking

  init(of collection: TestCollection) {
    self.collection = collection
    index = PublishedIndex(collection.documents, markdown: collection.markdown)
    exact = ExactRanking(collection.documents)
  }

  /// One line of the table.
  struct Row {
    let ranking: String
    let half: TestQuery.Half?
    let figures: RankingFigures
    /// The engine's reciprocal ranks less this ranking's, query by query.
    let lead: RankingFigures.Mean
  }

  /// What a set of queries gave.
  struct SetResult {
    let rows: [Row]
    /// A line for each query: its id, its half, the rank of the first relevant page for each ranking (0: not among
    /// ten), its text; parted by tabs.
    let lines: [String]
  }

  /// Asks all queries of a set.
  func measure(_ set: QuerySet) throws(Failure) -> SetResult {
    var engine = try index.freshEngine()
    var outcomes: [(name: String, of: [RankingFigures.Outcome])] = [("engine", [])]
    outcomes += ExactRanking.QueryTerms.allCases.map { ($0.rawValue, []) }
    for query in set.queries {
      let answer = try index.answer(query.text, limit: 10, with: &engine)
      let results = answer.results.compactMap { collection.id(ofPath: $0.path) }
      outcomes[0].of.append(RankingFigures.Outcome(results, relevant: query.relevant))
      for (place, terms) in ExactRanking.QueryTerms.allCases.enumerated() {
        let results = exact.best(10, for: query.text, by: terms).map { collection.ids[$0] }
        outcomes[place + 1].of.append(RankingFigures.Outcome(results, relevant: query.relevant))
      }
    }
    let rows = outcomes.flatMap { name, own in
      [TestQuery.Half?.none, .tune, .test].map { half in
        let chosen = set.queries.indices.filter { half == nil || set.queries[$0].half == half }
        return Row(
          ranking: name, half: half, figures: RankingFigures(chosen.map { own[$0] }),
          lead: RankingFigures.Mean(
            chosen.map { outcomes[0].of[$0].reciprocalRank - own[$0].reciprocalRank }))
      }
    }
    let lines = set.queries.indices.map { place in
      let query = set.queries[place]
      let ranks = outcomes.map { String($0.of[place].rank) }
      let text = String(decoding: query.text, as: UTF8.self)
      return ([set.name, query.id, query.half.rawValue] + ranks + [text]).joined(separator: "\t")
    }
    return SetResult(rows: rows, lines: lines)
  }
}
