/// Which pages hold a query's quoted phrases, as their Markdown says.
struct PhraseCheck: Sendable {
  private var answers: [(name: [UInt8], holds: Bool)] = []

  /// The name of a page's Markdown, relative to the folder `search/`.
  static func name(of result: SearchResult) -> [UInt8] {
    [0x2E, 0x2E, 0x2F] + result.path + [0x69, 0x6E, 0x64, 0x65, 0x78, 0x2E, 0x6D, 0x64]
  }

  /// Whether the page holds all phrases; nil if it must be supplied first.
  func answer(_ name: [UInt8]) -> Bool? {
    for answer in answers where answer.name == name { return answer.holds }
    return nil
  }

  /// Looks for the phrases. A page that cannot be loaded counts as holding them: it does hold their words.
  mutating func supply(_ name: [UInt8], _ text: [UInt8]?, _ query: Query, _ traditional: TraditionalTable?) {
    var holds = true
    if let text {
      let page = Phrase(text, traditional: traditional)
      holds = query.phrases.allSatisfy { $0.phrase.occurs(in: page) }
    }
    answers.append((name, holds))
  }
}
