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
  /// One or two sentences, plain text.
  public var summary: [UInt8] { texts[5] }
  /// The page's tags.
  public let tags: [[UInt8]]
  /// The relevance; only its order within one query's results has a meaning.
  public let score: UInt32

  /// The six texts of a card in the order of the format.
  private let texts: [[UInt8]]

  /// The document with these low id bits in a documents file; nil if it is not there.
  init?(_ slot: UInt8, in bytes: [UInt8], score: UInt32) throws(DamagedFile) {
    var reader = TextReader(bytes, at: FileHeader.length)
    while reader.index < bytes.count {
      let found = bytes[reader.index]
      reader.index += 1
      let texts = try reader.texts(6)
      let tags = try reader.texts(reader.length())
      if found == slot {
        self.texts = texts
        self.tags = tags
        self.score = score
        return
      }
    }
    return nil
  }
}

/// Reads texts, each a LEB128 length and its bytes.
private struct TextReader {
  let bytes: [UInt8]
  var index: Int

  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    index = offset
  }

  /// A length; never more than there are bytes left.
  mutating func length() throws(DamagedFile) -> Int {
    var value = 0
    for shift in [0, 7, 14, 21] {
      guard index < bytes.count else { throw DamagedFile() }
      let byte = Int(bytes[index])
      index += 1
      value |= (byte & 0x7F) << shift
      if byte < 0x80 {
        guard value <= bytes.count - index else { throw DamagedFile() }
        return value
      }
    }
    throw DamagedFile()
  }

  mutating func texts(_ count: Int) throws(DamagedFile) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    for _ in 0..<count {
      let end = try length() + index
      texts.append(Array(bytes[index..<end]))
      index = end
    }
    return texts
  }
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
