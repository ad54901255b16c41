/// Which pages hold a query's quoted phrases, as their Markdown says.
struct PhraseCheck: Sendable {
  private var holding: [[UInt8]] = []
  private var lacking: [[UInt8]] = []
  /// The pages that must be supplied.
  private(set) var wanted: [[UInt8]] = []

  /// Whether a page, known by the name of its Markdown, holds all phrases; if that must be supplied first, no, and
  /// it joins `wanted`.
  mutating func holds(_ name: [UInt8]) -> Bool {
    if holding.contains(name) { return true }
    if !lacking.contains(name) { wanted.append(name) }
    return false
  }

  mutating func forgetWanted() {
    wanted = []
  }

  /// Looks for the phrases. A page that cannot be loaded counts as holding them: it does hold their words.
  mutating func supply(_ name: [UInt8], _ text: [UInt8]?, _ query: Query, _ characters: CharacterTable) {
    var holds = true
    if let text {
      let page = Phrase(text, characters)
      for condition in query.conditions where condition.role == .phrase {
        holds = holds && Phrase(condition.bytes, characters).occurs(in: page)
      }
    }
    if holds { holding.append(name) } else { lacking.append(name) }
  }
}
