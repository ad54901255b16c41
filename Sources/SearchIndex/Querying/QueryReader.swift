/// Takes from a query's text what is no text to look for: filters (`tag:sparsity`, `tag:"two words"`), exclusions
/// (`-word`, `-"two words"`), terms of formulas; and finds the quoted phrases.
struct QueryReader {
  /// The text with spaces in place of what was taken.
  private(set) var text: [UInt8]
  private(set) var phrases: [Range<Int>] = []
  private(set) var filters: [(key: FilterKey, value: [UInt8])] = []
  private(set) var exclusions: [[UInt8]] = []
  private(set) var formulaTerms: [Query.Term] = []

  init(_ text: [UInt8]) {
    self.text = text
  }

  mutating func read() {
    var index = 0
    while index < text.count { index = next(at: index) }
  }

  /// Reads what begins at `start`; gives where it ends.
  private mutating func next(at start: Int) -> Int {
    if text[start] == formulaMark {
      let end = endOfWord(from: start + 1)
      let bytes = Array(text[start..<end])
      if bytes.count > 1 {
        formulaTerms.append(Query.Term(bytes: bytes, range: start..<start, isRefinement: false))
      }
      return take(start, end)
    }
    if let quoted = quotation(at: start) {
      phrases.append(quoted.content)
      return quoted.end
    }
    guard start == 0 || text[start - 1] <= 0x20 else { return start + 1 }
    if text[start] == 0x2D, start + 1 < text.count, text[start + 1] > 0x20, text[start + 1] != 0x2D {
      let (content, end) = piece(from: start + 1)
      exclusions.append(Array(text[content]))
      return take(start, end)
    }
    for (name, key) in [
      ("kind", FilterKey.kind), ("language", .language), ("provenance", .provenance), ("tag", .tag),
    ]
      as [(StaticString, FilterKey)]
    {
      guard let value = valueStart(name, at: start) else { continue }
      let (content, end) = piece(from: value)
      if content.isEmpty { break }
      filters.append((key, Array(text[content])))
      return take(start, end)
    }
    return start + 1
  }

  private mutating func take(_ start: Int, _ end: Int) -> Int {
    for index in start..<end { text[index] = 0x20 }
    return end
  }

  /// Behind the colon, where `name:` stands at `start`.
  private func valueStart(_ name: StaticString, at start: Int) -> Int? {
    let end = start + name.utf8CodeUnitCount
    guard end < text.count, text[end] == 0x3A else { return nil }
    for index in start..<end where text[index] != name.utf8Start[index - start] { return nil }
    return end + 1
  }

  /// A quotation or a word.
  private func piece(from start: Int) -> (content: Range<Int>, end: Int) {
    if let quoted = quotation(at: start) { return quoted }
    let end = endOfWord(from: start)
    return (start..<end, end)
  }

  private func endOfWord(from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] > 0x20 { end += 1 }
    return end
  }

  /// What stands between quotation marks, the first of which begins at `start`: " ", “ ”, 「 」, 『 』.
  private func quotation(at start: Int) -> (content: Range<Int>, end: Int)? {
    guard start < text.count else { return nil }
    var length = 1
    var close: UInt8 = 0x22
    if text[start] != 0x22 {
      guard start + 2 < text.count, text[start + 1] == 0x80 else { return nil }
      let mark = text[start + 2]
      guard text[start] == 0xE2 && mark == 0x9C || text[start] == 0xE3 && (mark == 0x8C || mark == 0x8E)
      else {
        return nil
      }
      length = 3
      close = mark + 1
    }
    var end = start + length
    while end + length <= text.count {
      if text[end + length - 1] == close, text[end] == text[start], length == 1 || text[end + 1] == 0x80 {
        return end > start + length ? (start + length..<end, end + length) : nil
      }
      end += 1
    }
    return nil
  }
}
