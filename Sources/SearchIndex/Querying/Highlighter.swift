/// Finds a query's terms in a text, as the tokenizer sees both: another inflection, spelling or script of a word
/// of the query is a match, a piece of a longer word is none.
struct Highlighter: Sendable {
  private let terms: [[UInt8]]
  private let prefix: [UInt8]
  private let characters: CharacterTable

  /// - Parameters:
  ///   - terms: The terms of the query: words, stems, parts; ideographs alone or in pairs.
  ///   - prefix: The last word, if the reader may still be adding letters; empty if not. Words that begin with
  ///     it match.
  ///   - characters: The table with which the query's terms were made.
  init(terms: [[UInt8]], prefix: [UInt8] = [], _ characters: CharacterTable) {
    self.terms = terms
    self.prefix = prefix
    self.characters = characters
  }

  /// The bytes of `text` that match: ascending ranges at the borders of characters, that neither overlap nor
  /// touch. Of an identifier the part that matches, of a stem the whole word. O(text · terms).
  func ranges(in text: [UInt8]) -> [Range<Int>] {
    let borders = borders(in: text)
    return stride(from: 0, to: borders.count, by: 2).map { Int(borders[$0])..<Int(borders[$0 + 1]) }
  }

  /// Start and end of each range in turn.
  func borders(in text: [UInt8]) -> [UInt32] {
    var borders: [UInt32] = []
    let list = TokenList(text, characters)
    for (place, token) in list.tokens.enumerated() {
      if matches(list.bytes(place), isWord: token.form != nil) { mark(token.range, in: &borders) }
      if token.continuesRun, matches(list.bytes(place, withPrevious: true), isWord: false) {
        mark(range(list.tokens[place - 1].range.lowerBound, token.range.upperBound), in: &borders)
      }
    }
    return borders
  }

  /// Whether a term is one of the query, or a word begins with `prefix`.
  private func matches(_ term: [UInt8], isWord: Bool) -> Bool {
    terms.contains(term) || isWord && !prefix.isEmpty && term.starts(with: prefix)
  }

  /// Adds a range, which touches or follows what was marked before; a whole comes after its parts.
  @inline(never)
  private func mark(_ place: Range<Int>, in borders: inout [UInt32]) {
    var start = UInt32(truncatingIfNeeded: place.lowerBound)
    var end = UInt32(truncatingIfNeeded: place.upperBound)
    while let last = borders.last, last >= start {
      end = max(end, last)
      borders.removeLast()
      start = min(start, borders.removeLast())
    }
    borders.append(start)
    borders.append(end)
  }
}
