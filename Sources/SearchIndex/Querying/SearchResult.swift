/// A page found.
public struct SearchResult: Sendable, Equatable {
  /// URL relative to the root of the site; of a place on a page with its fragment.
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
  public var tags: [[UInt8]] { Array(texts[SearchResult.firstTag...]) }
  /// One or two sentences, plain text; empty until they are here.
  public internal(set) var summary: [UInt8] {
    get { texts[SearchResult.summaryPlace] }
    set { texts[SearchResult.summaryPlace] = newValue }
  }
  /// The relevance; only its order within one query's results has a meaning.
  public let score: UInt32

  let id: UInt32
  /// Everything that is text; one array, since code for each would make the browser's engine larger.
  private(set) var texts: [[UInt8]]

  /// The texts as the answer writes them, as far as there is one of each; the tags follow.
  static let textsInJSON: StaticString = """
    ,"url":@,"title":@,"date":@,"kind":@,"language":@,"provenance":@,"summary":@,"tags":[
    """
  static let summaryPlace = 6
  static let firstTag = 7

  /// The name of the page's Markdown, relative to the folder `search/`.
  var pageName: [UInt8] {
    var name: [UInt8] = []
    name.append(ascii: "../")
    for byte in path {
      // A place on the page.
      if byte == 0x23 { break }
      name.append(byte)
    }
    name.append(ascii: "index.md")
    return name
  }

  /// The document in its file of cards; nil if it is not there.
  init?(_ id: UInt32, score: UInt32, inCards bytes: [UInt8]) {
    var reader = TextReader(bytes, at: FileHeader.length)
    while !reader.isAtEnd {
      let slot = reader.number()
      var texts: [[UInt8]] = []
      // An empty line is in the place of the summary, and one ends the tags.
      repeat {
        texts.append(reader.line())
      } while texts.count <= SearchResult.firstTag || !texts[texts.count - 1].isEmpty
      texts.removeLast()
      if slot == IndexLimits.placeOfCard(id), !reader.isDamaged {
        self.texts = texts
        self.id = id
        self.score = score
        return
      }
    }
    return nil
  }
}

/// The summary of a document in a file of summaries; empty if it has none.
func findSummary(of id: UInt32, in bytes: [UInt8]) -> [UInt8] {
  var reader = TextReader(bytes, at: FileHeader.length)
  while !reader.isAtEnd {
    let place = reader.number()
    let text = reader.text()
    if place == IndexLimits.placeOfSummary(id), !reader.isDamaged { return text }
  }
  return []
}
