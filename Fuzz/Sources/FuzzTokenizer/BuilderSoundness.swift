import Fuzzing

@testable import SearchIndex

/// The builder takes plain words and ideographs by shorter ways; they must lead to the same terms.
enum BuilderSoundness {
  private static let fields: [SearchField.Kind] = [.answer, .title, .references]

  /// Ends the process when the terms of a page, or how often it has them, are not those that the tokens of its fields
  /// make, or what was analyzed before has a part in them.
  static func check(_ text: [UInt8]) {
    let halves = [Array(text.prefix(text.count / 2)), Array(text.dropFirst(text.count / 2))]
    var scratch = AnalysisScratch()
    for texts in [[text, [], []], [halves[0], halves[1], text]] {
      let analyzed = AnalyzedDocument(page(texts), with: &scratch)
      var expected: [[UInt8]: Int] = [:]
      var length = 0
      for (field, text) in zip(fields, texts) { count(text, in: field, &expected, &length) }
      require(analyzed.length == length, "a length of \(analyzed.length) instead of \(length)")
      analyzed.forEachTerm { term, frequency in
        let wanted = expected.removeValue(forKey: term).map { min($0, 255) }
        require(wanted == frequency, "\(term) comes \(frequency) times instead of \(wanted ?? 0)")
      }
      require(expected.isEmpty, "\(expected.keys) are lost")
    }
  }

  private static func page(_ texts: [[UInt8]]) -> SearchDocument {
    SearchDocument(
      path: [0x61], title: [], summary: [], date: [], kind: [], language: [], tags: [],
      fields: zip(fields, texts).map { SearchField(kind: $0, text: $1) })
  }

  /// Adds the terms of a field's tokens, and the length of the field.
  private static func count(
    _ text: [UInt8], in field: SearchField.Kind, _ terms: inout [[UInt8]: Int], _ length: inout Int
  ) {
    let weight = Int(field.weight)
    let list = TokenList(text, .bundled)
    var pairs = WordPairs()
    for (place, token) in list.tokens.enumerated() {
      if token.form != .stem { length += weight }
      terms[list.bytes(place), default: 0] += token.form == .stem ? max(1, weight / 2) : weight
      if token.form == nil { pairs.end() }
      if token.continuesRun { terms[list.bytes(place, withPrevious: true), default: 0] += weight }
      if field == .title, token.form == .exact, let pair = pairs.add(list.bytes(place)) {
        terms[pair, default: 0] += weight
      }
    }
  }
}
