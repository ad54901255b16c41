/// A word of the vocabulary at the beginning of a line.
enum Label {
  /// Whether a line is one of the words and nothing else: `## References (5)`, `【参考资料】`, `回答：`.
  ///
  /// - Complexity: O(words × length of the line), and nothing for lines of more than 80 bytes.
  static func isWhole(_ line: Range<Int>, _ words: [String], in bytes: [UInt8]) -> Bool {
    guard line.count <= 80 else { return false }
    let label = fold(bare(String(decoding: bytes[line], as: UTF8.self)))
    return words.contains { $0.utf8.count == label.count && fold($0) == label }
  }

  /// What stands behind one of the words with a colon, or, where `needsColon` is false, a space or nothing between.
  ///
  /// - Complexity: O(words).
  static func rest(
    of line: Range<Int>, behind words: [String], in bytes: [UInt8], needsColon: Bool = true
  ) -> Range<Int>? {
    for word in words.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      let word = Array(word.utf8)
      guard line.count > word.count, startsFolded(line.lowerBound, word, in: bytes) else { continue }
      let behind = TextBytes.trim((line.lowerBound + word.count)..<line.upperBound, in: bytes)
      if let colon = colon(at: behind.lowerBound, end: behind.upperBound, in: bytes) {
        return TextBytes.trim((behind.lowerBound + colon)..<behind.upperBound, in: bytes)
      }
      if !needsColon { return behind }
    }
    return nil
  }

  /// What stands behind one of the words and white space, when it is surely no more of a sentence: Chinese text behind an
  /// English word, anything behind a Chinese one.
  ///
  /// - Complexity: O(words).
  static func restBehindGap(of line: Range<Int>, behind words: [String], in bytes: [UInt8]) -> Range<Int>? {
    for word in words.sorted(by: { $0.utf8.count > $1.utf8.count }).map({ Array($0.utf8) }) {
      let end = line.lowerBound + word.count
      guard end < line.upperBound, startsFolded(line.lowerBound, word, in: bytes),
        TextBytes.isBlank(bytes[end])
      else { continue }
      let rest = TextBytes.trim(end..<line.upperBound, in: bytes)
      let isText = word[word.count - 1] >= 0x80 || bytes[rest.lowerBound] >= 0xE3
      if isText { return rest }
    }
    return nil
  }

  /// What stands before one of the words at the end of a line.
  ///
  /// - Complexity: O(words), and nothing for lines of more than 80 bytes.
  static func before(_ words: [String], endOf line: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    guard line.count <= 80 else { return nil }
    for word in words.sorted(by: { $0.utf8.count > $1.utf8.count }).map({ Array($0.utf8) })
    where line.count > word.count && startsFolded(line.upperBound - word.count, word, in: bytes) {
      return TextBytes.trim(line.lowerBound..<(line.upperBound - word.count), in: bytes)
    }
    return nil
  }

  /// The length of a colon.
  static func colon(at index: Int, end: Int, in bytes: [UInt8]) -> Int? {
    if index < end, bytes[index] == 0x3A { return 1 }
    if index + 3 <= end, bytes[index..<index + 3].elementsEqual([0xEF, 0xBC, 0x9A]) { return 3 }
    return nil
  }

  private static func startsFolded(_ start: Int, _ word: [UInt8], in bytes: [UInt8]) -> Bool {
    zip(bytes[start..<start + word.count], word).allSatisfy {
      TextBytes.lowercased($0) == TextBytes.lowercased($1)
    }
  }

  private static func fold(_ text: some StringProtocol) -> [UInt8] { text.utf8.map(TextBytes.lowercased) }

  /// A line without heading marks, brackets, a count and a colon.
  static func bare(_ line: String) -> String {
    var text = line[...]
    func trim() {
      while let first = text.first, first == "#" || first.isWhitespace || "【*".contains(first) {
        text.removeFirst()
      }
      while let last = text.last, ":：】* \t·•|｜—–".contains(last) || last.isWhitespace { text.removeLast() }
    }
    trim()
    if let last = text.last, last == ")" || last == "）" {
      let open = text.lastIndex { $0 == "(" || $0 == "（" }
      if let open, isCount(text[open...].dropFirst().dropLast()) { text = text[..<open] }
    } else if let count = text.split(separator: " ").last, count.hasPrefix("共"),
      count.contains(where: \.isNumber), count.count <= 6, count.count < text.count
    {
      text = text.dropLast(count.count)
    } else {
      let number = text.reversed().prefix { $0.isNumber }.count
      let head = text.dropLast(number)
      // `Answer 2`, `Answer #2` and `回答2`.
      let name = head.last == "#" ? head.dropLast() : head
      let isNumbered =
        name.last?.isWhitespace == true || ["回答", "答案", "解答"].contains { name == $0 }
      if number > 0, number <= 3, isNumbered { text = name }
    }
    trim()
    return String(text)
  }

  /// Whether a text is a number with or without a measure word: `2`, `2 条`, `共 3 个`.
  private static func isCount(_ text: Substring) -> Bool {
    let words = text.filter { !$0.isWhitespace }.drop { $0 == "共" }
    let rest = words.drop(while: \.isNumber)
    return rest.isEmpty || rest.count < words.count && rest.count == 1 && "条個个條則则篇".contains(rest)
  }
}
