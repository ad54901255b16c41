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
  /// One or two sentences, plain text; empty until they are here.
  public internal(set) var summary: [UInt8] = []
  /// The page's tags.
  public var tags: [[UInt8]] { Array(texts[5...]) }
  /// The relevance; only its order within one query's results has a meaning.
  public let score: UInt32

  /// Everything that is text, in the order of the format; one array, since code for each would make the browser's
  /// engine larger.
  private let texts: [[UInt8]]

  /// The document with these low id bits in a file of cards; nil if it is not there.
  init?(_ slot: UInt8, inCards bytes: [UInt8], score: UInt32) throws(DamagedFile) {
    var reader = TextReader(bytes, at: FileHeader.length + FileName.digestLength)
    while !reader.isAtEnd {
      let found = try reader.byte()
      var texts: [[UInt8]] = []
      try reader.texts(2, into: &texts)
      if let day = PackedDay(number: try reader.number()) {
        texts.append(day.text)
      } else {
        try reader.texts(1, into: &texts)
      }
      try reader.texts(2, into: &texts)
      try reader.texts(reader.length(), into: &texts)
      if found == slot {
        self.texts = texts
        self.score = score
        return
      }
    }
    return nil
  }
}

/// The summary of the document with these low id bits in a file of summaries; empty if it has none.
func findSummary(_ slot: UInt8, in bytes: [UInt8]) throws(DamagedFile) -> [UInt8] {
  var reader = TextReader(bytes, at: FileHeader.length)
  while !reader.isAtEnd {
    let found = try reader.byte()
    let text = try reader.text()
    if found == slot { return text }
  }
  return []
}

/// The results as `quaestio search --json` prints them and the browser's engine hands them over:
/// `[{"url","title","score","date","kind","language","summary","tags"}]`.
public func resultsJSON(_ results: [SearchResult]) -> [UInt8] {
  var json = JSONWriter()
  json.raw("[")
  for (position, result) in results.enumerated() {
    json.raw(position == 0 ? "{\"url\":" : ",{\"url\":")
    json.string(result.path)
    json.raw(",\"title\":")
    json.string(result.title)
    json.raw(",\"score\":")
    json.number(result.score)
    json.raw(",\"date\":")
    json.string(result.date)
    json.raw(",\"kind\":")
    json.string(result.kind)
    json.raw(",\"language\":")
    json.string(result.language)
    json.raw(",\"summary\":")
    json.string(result.summary)
    json.raw(",\"tags\":[")
    for (place, tag) in result.tags.enumerated() {
      if place > 0 { json.raw(",") }
      json.string(tag)
    }
    json.raw("]}")
  }
  json.raw("]")
  return json.bytes
}
