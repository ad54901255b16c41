/// A page found.
public struct SearchResult: Sendable, Equatable {
  /// URL relative to the root of the site.
  public let path: [UInt8]
  /// Title as plain text, UTF-8, as the index holds it.
  public let title: [UInt8]
  /// ISO 8601, or empty.
  public let date: [UInt8]
  /// What the page is: `question`, `reference`, `page`.
  public let kind: [UInt8]
  /// Language tag, or empty.
  public let language: [UInt8]
  /// One or two sentences, plain text; empty until they are here.
  public internal(set) var summary: [UInt8] = []
  /// The page's tags.
  public let tags: [[UInt8]]
  /// The relevance; only its order within one query's results has a meaning.
  public let score: UInt32

  /// The document with these low id bits in a file of cards; nil if it is not there.
  init?(_ slot: UInt8, inCards bytes: [UInt8], score: UInt32) throws(DamagedFile) {
    var reader = TextReader(bytes, at: FileHeader.length + FileName.digestLength)
    while !reader.isAtEnd {
      let found = try reader.byte()
      let (path, title) = (try reader.text(), try reader.text())
      let day = try reader.number()
      let date = day == 0 ? try reader.text() : PackedDay(number: day)?.text ?? []
      let (kind, language) = (try reader.text(), try reader.text())
      var tags: [[UInt8]] = []
      for _ in 0..<(try reader.length()) { tags.append(try reader.text()) }
      guard found == slot else { continue }
      (self.path, self.title, self.date) = (path, title, date)
      (self.kind, self.language, self.tags, self.score) = (kind, language, tags, score)
      return
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
