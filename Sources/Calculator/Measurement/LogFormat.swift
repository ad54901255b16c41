/// How pasted log-probabilities are written.
enum LogFormat {
  /// Numbers alone, perhaps with names before them or in quotes beside them.
  case list
  /// What the interfaces of models answer: the values of `logprob`, and the lists in `token_logprobs` and its like.
  case structured
  /// A line for every token: its text, then a blank, tab or comma, then the number.
  case tokenLines

  /// Looks at a text.
  ///
  /// - Complexity: O(length).
  init(_ text: [UInt8]) {
    if LogFormat.namesLogProbabilities(text) {
      self = .structured
    } else {
      self = TokenLine.lines(of: text).isEmpty ? .list : .tokenLines
    }
  }

  /// Whether `logprob`, or before a bracket a name that ends in `logprobs`, stands before a colon or an equals sign.
  private static func namesLogProbabilities(_ text: [UInt8]) -> Bool {
    let name = Array(literal: "logprob")
    var index = 0
    while index + name.count < text.count {
      guard text[index] == name[0], text[index...].starts(with: name) else {
        index += 1
        continue
      }
      index += name.count
      var end = index
      let isPlural = end < text.count && text[end] == UInt8(ascii: "s")
      if isPlural { end += 1 }
      if end < text.count, text[end] == UInt8(ascii: "\"") || text[end] == UInt8(ascii: "'") { end += 1 }
      while end < text.count, text[end] <= 0x20 { end += 1 }
      guard end < text.count, text[end] == UInt8(ascii: ":") || text[end] == UInt8(ascii: "=") else {
        continue
      }
      let value = text[(end + 1)...].first { $0 > 0x20 }
      if !isPlural || value == UInt8(ascii: "[") || value == UInt8(ascii: "{") { return true }
    }
    return false
  }
}

/// A token and its number in a line of their own.
struct TokenLine {
  /// Where the number stands.
  var number: Range<Int>

  /// The lines of a text that is made of tokens and numbers; none where any line is something else, so that no number of
  /// a list is taken for a token.
  ///
  /// - Complexity: O(length).
  static func lines(of text: [UInt8]) -> [TokenLine] {
    var lines: [TokenLine] = []
    var hasToken = false
    var isFirst = true
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let line = trimmed(start..<end, text)
      start = end + 1
      guard !line.isEmpty else { continue }
      defer { isFirst = false }
      guard let (number, token) = parts(line, text) else {
        // The names of columns.
        guard isFirst, isHead(text[line]) else { return [] }
        continue
      }
      if let token {
        guard let isText = isText(token, text) else { return [] }
        hasToken = hasToken || isText
      }
      lines.append(TokenLine(number: number))
    }
    return hasToken ? lines : []
  }

  /// The number at a line's end and the token before it; no token where the number stands alone.
  private static func parts(
    _ line: Range<Int>, _ text: [UInt8]
  ) -> (number: Range<Int>, token: Range<Int>?)? {
    var start = line.upperBound
    while start > line.lowerBound, !isDivider(text[start - 1]) { start -= 1 }
    let number = start..<line.upperBound
    let word = NumberList.word(text[number])
    guard !word.isEmpty, NumberList.isNothing(word) || NumberList.value(word) != nil else { return nil }
    return (number, start == line.lowerBound ? nil : line.lowerBound..<(start - 1))
  }

  /// Whether what stands before a number is surely text, and no numeral; `nil` where any of it may itself be a
  /// log-probability.
  private static func isText(_ range: Range<Int>, _ text: [UInt8]) -> Bool? {
    let words = text[range].split { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "[") }
    var isText = words.isEmpty
    for word in words {
      let word = NumberList.word(word)
      guard NumberList.value(word) != nil || NumberList.isNothing(word) else {
        isText = true
        continue
      }
      if word.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }) { return nil }
    }
    return isText
  }

  private static func isHead(_ line: ArraySlice<UInt8>) -> Bool {
    let lower = line.map { $0 | 0x20 }
    let name = Array(literal: "prob")
    return lower.indices.contains { lower[$0...].starts(with: name) }
  }

  private static func isDivider(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=")
  }

  private static func trimmed(_ range: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    var range = range
    while !range.isEmpty, text[range.upperBound - 1] <= 0x20 {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    return range
  }
}
