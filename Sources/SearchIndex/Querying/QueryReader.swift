/// Takes from a query's text what is no text to look for: filters (`tag:sparsity`, `tag:"two words"`), exclusions
/// (`-word`, `-"two words"`), terms of formulas; and finds the quoted phrases.
struct QueryReader {
  /// The text with spaces in place of what was taken.
  private(set) var text: [UInt8]
  /// What was found, as it was typed.
  private(set) var conditions: [Query.Term] = []

  init(_ text: [UInt8]) {
    self.text = text
    var index = 0
    while index < text.count { index = next(at: index) }
  }

  /// Reads what begins at `start`; gives where it ends.
  private mutating func next(at start: Int) -> Int {
    if text[start] == formulaMark {
      let end = endOfWord(from: start + 1)
      return take(.scored, range(start, end), from: start, to: end)
    }
    if let quoted = quotation(at: start) {
      add(.phrase, quoted.content)
      return quoted.end
    }
    guard start == 0 || text[start - 1] <= 0x20 else { return start + 1 }
    if text[start] == 0x2D, start + 1 < text.count {
      let next = text[start + 1]
      let (content, end) = piece(from: start + 1)
      // The minus of a formula or a flag (`--all`) leaves nothing out, nor that of a number which begins the query or of
      // its only word.
      let isSign = start == 0 && (end == text.count || next < 0x3A && next != 0x22)
      if next > 0x20, next != 0x24, next != 0x2D, next != 0x5C, !isSign {
        return take(.excluded, content, from: start, to: end)
      }
    }
    if let key = FilterKey(rawValue: text[start]), let value = valueStart(key.name, at: start) {
      let (content, end) = piece(from: value)
      if !content.isEmpty { return take(.filter(key), content, from: start, to: end) }
    }
    return start + 1
  }

  @inline(never)
  private mutating func take(_ role: Query.Role, _ content: Range<Int>, from start: Int, to end: Int) -> Int {
    add(role, content)
    for index in start..<end { text[index] = 0x20 }
    return end
  }

  private mutating func add(_ role: Query.Role, _ content: Range<Int>) {
    conditions.append(Query.Term(bytes: text.part(content), range: content, role: role))
  }

  /// Behind the colon, where `name:` stands at `start`.
  private func valueStart(_ name: StaticString, at start: Int) -> Int? {
    let end = start + name.utf8CodeUnitCount
    guard end < text.count, text[end] == 0x3A else { return nil }
    for index in start..<end where text[index] != name.utf8Start[index - start] { return nil }
    return end + 1
  }

  /// A quotation or a word.
  @inline(never)
  private func piece(from start: Int) -> (content: Range<Int>, end: Int) {
    if let quoted = quotation(at: start) { return quoted }
    let end = endOfWord(from: start)
    return (range(start, end), end)
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
