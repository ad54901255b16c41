/// A page found.
public struct SearchResult: Sendable, Equatable {
  /// URL relative to the root of the site.
  public var path: [UInt8] { texts[0] }
  /// Title as plain text, UTF-8, as the index holds it.
  public var title: [UInt8] { texts[1] }
  /// ISO 8601, or empty.
  public var date: [UInt8] { texts[2] }
  /// What the page is: `question`, `reference`, `page`.
  public var kind: [UInt8] { texts[3] }
  /// Language tag, or empty.
  public var language: [UInt8] { texts[4] }
  /// Who wrote the answer: `human`, `ai`, `mixed`; or empty.
  public var provenance: [UInt8] { texts[5] }
  /// The page's tags.
  public var tags: [[UInt8]] { Array(texts[6...]) }
  /// One or two sentences, plain text; empty until they are here.
  public internal(set) var summary: [UInt8] = []
  /// The relevance; only its order within one query's results has a meaning.
  public let score: UInt32

  /// Everything that is text, in the order of the format; one array, since code for each would make the browser's
  /// engine larger.
  private let texts: [[UInt8]]

  /// The document with these low id bits in a file of cards; nil if it is not there.
  init?(_ slot: UInt8, inCards bytes: [UInt8], score: UInt32) throws(DamagedFile) {
    var reader = TextReader(bytes, at: FileHeader.length)
    var shared: [[UInt8]] = []
    try reader.texts(reader.length(), into: &shared)
    while !reader.isAtEnd {
      let found = try reader.byte()
      var texts = [try reader.choice(of: shared) + reader.text(), try reader.text()]
      if let day = PackedDay(number: try reader.number()) {
        texts.append(day.text)
      } else {
        try reader.texts(1, into: &texts)
      }
      let count = try reader.length() + 3
      for _ in 0..<count { texts.append(try reader.choice(of: shared)) }
      if found == slot {
        self.texts = texts
        self.score = score
        return
      }
    }
    return nil
  }
}

/// The summary of a document in a file of summaries; empty if it has none.
func findSummary(of id: UInt32, in bytes: [UInt8]) throws(DamagedFile) -> [UInt8] {
  var reader = TextReader(bytes, at: FileHeader.length)
  while !reader.isAtEnd {
    let place = try reader.number()
    let text = try reader.text()
    if place == IndexLimits.placeOfSummary(id) { return text }
  }
  return []
}
