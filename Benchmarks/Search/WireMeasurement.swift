import SearchIndex

/// Which files a reader loads: for the first query of a visit, and for those after it.
struct WireMeasurement {
  /// Queries of one visit.
  static let visitLength = 5

  private let index: PublishedIndex
  private let limit: Int

  init(of collection: TestCollection, limit: Int) {
    index = PublishedIndex(collection.documents, markdown: collection.markdown)
    self.limit = limit
  }

  /// Writes the index into a folder.
  func writeFiles(to folder: String) throws(Failure) {
    try TextFile.makeFolder(folder)
    for file in index.files {
      try TextFile.write(file.bytes, to: "\(folder)/\(String(decoding: file.name, as: UTF8.self))")
    }
  }

  /// Lets a visit begin with every query, the next queries of the set following; gives a JSON object for each query
  /// of each visit: `set`, `query`, its place in the visit, the files loaded until five results (or all there are)
  /// could be shown, and those loaded then.
  func visits(_ set: QuerySet) throws(Failure) -> [String] {
    var lines: [String] = []
    for start in set.queries.indices {
      var engine = try index.freshEngine()
      for turn in 0..<min(WireMeasurement.visitLength, set.queries.count) {
        let query = set.queries[(start + turn) % set.queries.count]
        let answer = try index.answer(query.text, limit: limit, with: &engine, observesRounds: true)
        let first = answer.rounds(until: 5)
        lines.append(
          """
          {"set":"\(set.name)","query":"\(query.id)","turn":\(turn),"rounds":\(answer.rounds.count),\
          "results":\(answer.results.count),"first":[\(list(answer.rounds[..<first]))],\
          "rest":[\(list(answer.rounds[first...]))]}
          """)
      }
    }
    return lines
  }

  /// Names are letters, digits, `-` and `.`.
  private func list(_ rounds: ArraySlice<[[UInt8]]>) -> String {
    rounds.joined().map { "\"\(String(decoding: $0, as: UTF8.self))\"" }.joined(separator: ",")
  }
}
