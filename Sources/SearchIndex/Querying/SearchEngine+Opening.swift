// What programs use and the browser's engine does not.

/// What went wrong with a file of the index during a query.
public enum FileProblem: Sendable, Equatable {
  /// The host could not load it.
  case missing(name: [UInt8])
  /// It was loaded, but is truncated, changed or of another index.
  case damaged(name: [UInt8])
}

extension SearchEngine {
  /// Opens an index by the bytes of its `index.json`.
  public init(manifest json: [UInt8]) throws(SearchError) {
    try self.init(root: Base64.decode(json, from: startOfRoot(json)))
  }

  /// What went wrong since `begin`.
  public var problems: [FileProblem] {
    missing.map { .missing(name: $0) } + damaged.map { .damaged(name: $0) }
  }
}

/// Behind `"root":"`, or the end.
private func startOfRoot(_ json: [UInt8]) -> Int {
  let name = Array("\"root\":\"".utf8)
  guard let start = json.indices.first(where: { json[$0...].starts(with: name) }) else { return json.count }
  return start + name.count
}
