/// A query and the ids of the pages that answer it.
struct TestQuery {
  /// Queries are divided for good by their ids, so that what is tuned on one half can be judged on the other.
  enum Half: String { case tune, test }

  let id: String
  let text: [UInt8]
  let relevant: Set<String>

  var half: Half {
    // FNV-1a; its low bit alone is the parity of the bytes.
    var hash: UInt32 = 0x811C_9DC5
    for byte in id.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return (hash ^ hash >> 15) & 1 == 0 ? .tune : .test
  }
}

/// Queries (`id`, `text`, a JSON object a line) with their judgements (query, page, 1, parted by tabs).
struct QuerySet {
  let name: String
  let queries: [TestQuery]

  /// Reads the queries alone.
  init(queries path: String) throws(Failure) {
    try self.init(path, judgements: [:])
  }

  init(queries path: String, judgements: String) throws(Failure) {
    var relevant: [String: Set<String>] = [:]
    try TextFile.forEachLine(of: judgements) { line throws(Failure) in
      let cells = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard cells.count >= 2 else { throw Failure(message: "\(judgements): a line has no page") }
      if cells.count == 2 || cells[2] != "0" { relevant[cells[0], default: []].insert(cells[1]) }
    }
    try self.init(path, judgements: relevant)
    for query in queries where query.relevant.isEmpty {
      throw Failure(message: "\(judgements) has no page for the query \(query.id)")
    }
  }

  private init(_ path: String, judgements: [String: Set<String>]) throws(Failure) {
    var queries: [TestQuery] = []
    try JSONRecord.forEach(of: path) { record throws(Failure) in
      let id = String(decoding: try record.string("id"), as: UTF8.self)
      queries.append(TestQuery(id: id, text: try record.string("text"), relevant: judgements[id] ?? []))
    }
    guard !queries.isEmpty else { throw Failure(message: "\(path) has no queries") }
    let file = path.split(separator: "/").last ?? ""
    name = String(file.split(separator: ".").first ?? file)
    self.queries = queries
  }
}
