/// Finds a query's terms in a text, as the tokenizer sees both: another inflection, spelling or script of a word
/// of the query is a match, a piece of a longer word is none.
struct Highlighter: Sendable {
  private let terms: [[UInt8]]
  private let prefix: [UInt8]
  private let traditional: TraditionalTable?

  /// - Parameters:
  ///   - terms: The terms of the query: words, stems, parts; ideographs alone or in pairs.
  ///   - prefix: The last word, if the reader may still be adding letters; empty if not. Words that begin with
  ///     it match.
  ///   - traditional: The table with which the query's terms were made.
  init(terms: [[UInt8]], prefix: [UInt8] = [], traditional: TraditionalTable? = nil) {
    self.terms = terms
    self.prefix = prefix
    self.traditional = traditional
  }

  /// The bytes of `text` that match: ascending ranges at the borders of characters, that neither overlap nor
  /// touch. Of an identifier the part that matches, of a stem the whole word. O(text · terms).
  func ranges(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var previousStart = 0
    for (token, place) in TokenList(text, traditional: traditional).tokens {
      switch token {
      case .ideograph(let scalar, let previous):
        var bytes: [UInt8] = []
        appendUTF8(scalar, to: &bytes)
        if terms.contains(bytes) { mark(place, in: &ranges) }
        if previous != 0 {
          var pair: [UInt8] = []
          appendUTF8(previous, to: &pair)
          if terms.contains(pair + bytes) { mark(range(previousStart, place.upperBound), in: &ranges) }
        }
        previousStart = place.lowerBound
      case .word(let bytes, _):
        if !prefix.isEmpty && bytes.starts(with: prefix) || terms.contains(bytes) { mark(place, in: &ranges) }
      case .endOfRun: break
      }
    }
    return ranges
  }

  /// Adds a range, which touches or follows what was marked before; a whole comes after its parts.
  private func mark(_ place: Range<Int>, in ranges: inout [Range<Int>]) {
    var merged = place
    while let last = ranges.last, last.upperBound >= merged.lowerBound {
      merged = range(min(last.lowerBound, merged.lowerBound), max(last.upperBound, merged.upperBound))
      ranges.removeLast()
    }
    ranges.append(merged)
  }
}
