import SourceText

/// Lines of code that lost their fence and kept their indentation.
enum IndentedCode {
  /// The last line of the code that a line begins: the next is indented further, and both are code by their words and
  /// signs.
  ///
  /// - Complexity: O(bytes of the code).
  static func end(at index: Int, in lines: [Range<Int>], of bytes: [UInt8]) -> Int? {
    if let end = endOfSession(at: index, in: lines, of: bytes) { return end }
    guard index + 1 < lines.count, !lines[index + 1].isEmpty,
      column(of: lines[index + 1], in: bytes) >= column(of: lines[index], in: bytes) + 2,
      opens(lines[index], in: bytes), isCode(lines[index + 1], in: bytes)
    else { return nil }
    var end = index + 1
    for next in (index + 2)..<max(index + 2, lines.count) {
      if lines[next].isEmpty { continue }
      let isInside = column(of: lines[next], in: bytes) > column(of: lines[index], in: bytes)
      guard isInside || isCode(lines[next], in: bytes) else { break }
      end = next
    }
    return end
  }

  /// What is typed behind `>>> ` at a prompt, with what is shown, to the blank line.
  private static func endOfSession(at index: Int, in lines: [Range<Int>], of bytes: [UInt8]) -> Int? {
    guard bytes[lines[index]].starts(with: ">>> ".utf8) else { return nil }
    return (lines[index...].firstIndex(where: \.isEmpty) ?? lines.count) - 1
  }

  /// Columns before the first character of a line.
  static func column(of line: Range<Int>, in bytes: [UInt8]) -> Int {
    var start = line.lowerBound
    while start > 0, TextBytes.isBlank(bytes[start - 1]) { start -= 1 }
    return bytes[start..<line.lowerBound].reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
  }

  private static let words: Set<String> = [
    "def", "class", "for", "while", "if", "else", "elif", "try", "except", "with", "function", "func", "fn",
    "public",
    "private", "static", "int", "void", "double", "struct", "switch", "do", "const", "let", "var", "async",
    "impl", "match",
  ]

  /// Whether a line opens a block of code: a brace at its end, or a word of a language before a colon.
  private static func opens(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let last = bytes[line.upperBound - 1]
    if last == 0x7B {
      return bytes[line].contains(0x28) || line.count == 1 || startsWithWord(line, in: bytes)
    }
    return last == 0x3A && startsWithWord(line, in: bytes) && bytes[line].allSatisfy { $0 < 0x80 }
  }

  private static func startsWithWord(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    words.contains(String(decoding: bytes[line].prefix(while: TextBytes.isLetter), as: UTF8.self))
  }

  /// Whether a line can be one of code: it assigns, calls, closes, returns or is a comment, and is no sentence.
  private static func isCode(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let text = bytes[line]
    guard let last = text.last, let first = text.first else { return false }
    if last == 0x3B || last == 0x7B || last == 0x7D || first == 0x7D || first == 0x23 || first == 0x40 {
      return true
    }
    if text.starts(with: "//".utf8) || text.starts(with: "\"\"\"".utf8) { return true }
    let word = String(decoding: text.prefix(while: TextBytes.isLetter), as: UTF8.self)
    if ["return", "import", "from", "print", "pass", "break", "continue", "raise", "yield"].contains(word) {
      return last != 0x2E
    }
    if startsWithWord(line, in: bytes), last == 0x3A { return true }
    let name = text.prefix { TextBytes.isAlphanumeric($0) || $0 == 0x5F || $0 == 0x2E }
    let rest = text.dropFirst(name.count).drop(while: TextBytes.isBlank)
    guard !name.isEmpty, let sign = rest.first, last != 0x2E else { return false }
    if sign == 0x28 { return last == 0x29 && rest.startIndex == name.endIndex }
    if sign == 0x2C { return assignsSeveral(rest) }
    return sign == 0x3D || rest.starts(with: "+=".utf8) || rest.starts(with: "-=".utf8)
  }

  /// `, b = b, a + b`: names between commas, then a sign of assignment.
  private static func assignsSeveral(_ text: ArraySlice<UInt8>) -> Bool {
    guard let sign = text.firstIndex(of: 0x3D) else { return false }
    return text[..<sign].allSatisfy {
      TextBytes.isAlphanumeric($0) || $0 == 0x2C || $0 == 0x5F || $0 == 0x2E || TextBytes.isBlank($0)
    }
  }
}
