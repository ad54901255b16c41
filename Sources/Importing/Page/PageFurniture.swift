/// What belongs to the page around a text: `查看更多`, `Show more`, the links and the copyright at a page's foot.
enum PageFurniture {
  /// Whether a line is nothing else.
  ///
  /// - Complexity: O(words × length of the line), and nothing for lines of more than 240 bytes.
  static func isFurniture(_ line: Range<Int>, vocabulary: Vocabulary, in bytes: [UInt8]) -> Bool {
    guard !line.isEmpty, line.count <= 240 else { return false }
    if isWhole(line, vocabulary.more, in: bytes) { return true }
    let text = String(decoding: bytes[line], as: UTF8.self)
    let folded = text.lowercased()
    if folded.hasPrefix("was this page helpful") || text.hasPrefix("本页是否有帮助") { return true }
    if let last = text.last, last == "?" || last == "？" { return false }
    if text.contains("©") || vocabulary.copyright.contains(where: { folded.hasPrefix($0.lowercased()) }) {
      return true
    }
    if text.contains("ICP备") || text.contains("公网安备") { return true }
    if line.count <= 120, vocabulary.programNotices.contains(where: folded.contains) { return true }
    if isPrintedFoot(text) { return true }
    if areShares(text, vocabulary) || isCount(folded, vocabulary) { return true }
    if ["来自 ", "IP 属地", "IP属地"].contains(where: text.hasPrefix), text.count <= 16 { return true }
    if Label.rest(of: line, behind: vocabulary.neighbours, in: bytes) != nil { return true }
    let parts = text.split { "|｜·•/\t".contains($0) }.flatMap { part in
      part.split(separator: "  ").map { Label.bare(String($0)) }
    }.filter { !$0.isEmpty }
    return !parts.isEmpty
      && parts.allSatisfy { part in
        vocabulary.footer.contains { $0.lowercased() == part.lowercased() }
      }
  }

  /// Whether a line asks to take cookies.
  static func isCookieNotice(_ text: String) -> Bool {
    let text = text.lowercased()
    guard text.contains("cookie"), text.last != "?", text.last != "？" else { return false }
    return ["accept", "agree", "consent", "we use", "uses cookies", "接受", "同意", "使用", "改善"].contains {
      text.contains($0)
    }
  }

  /// Whether a line is what a browser prints below a page: its address and the number of the sheet, `https://… 1/3`.
  private static func isPrintedFoot(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, words[0].hasPrefix("http") || words[0].hasPrefix("file:") else { return false }
    let sheets = words[1].split(separator: "/")
    return sheets.count == 2 && sheets.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  /// Whether a line is a label and places to which a page can be sent, or two places and more.
  private static func areShares(_ text: String, _ vocabulary: Vocabulary) -> Bool {
    let folded = text.lowercased()
    let label = vocabulary.shareLabels.first { folded.hasPrefix($0.lowercased()) }
    let rest = label.map { text.dropFirst($0.count) } ?? text[...]
    let names = rest.split { $0.isWhitespace || "|｜·•/、,，:：".contains($0) }
    return names.count >= (label == nil ? 2 : 1)
      && names.allSatisfy { name in vocabulary.shares.contains { $0.lowercased() == name.lowercased() } }
  }

  /// Whether a line is numbers and what they count: `12 votes`, `Viewed 3k times`, `阅读 3.2万 · 评论 12`.
  private static func isCount(_ text: String, _ vocabulary: Vocabulary) -> Bool {
    guard text.contains(where: \.isNumber) else { return false }
    let words = text.split { !$0.isLetter }.map { word in
      word.drop { $0 == "万" || $0 == "萬" }
    }.filter { !$0.isEmpty && $0 != "k" && $0 != "m" }
    let signs = text.filter { !$0.isLetter && !$0.isNumber && !$0.isWhitespace }
    return !words.isEmpty && signs.allSatisfy { ",.+·•|｜:：()（）".contains($0) }
      && words.allSatisfy { vocabulary.counters.contains(String($0)) }
  }

  /// Whether a line is one of the words, arrows and dots around it left out.
  private static func isWhole(_ line: Range<Int>, _ words: [String], in bytes: [UInt8]) -> Bool {
    var start = line.lowerBound
    var end = line.upperBound
    func isSign(_ scalar: Unicode.Scalar) -> Bool {
      !scalar.properties.isAlphabetic && !scalar.properties.isIdeographic
    }
    while start < end, case let scalar = TextBytes.scalar(at: start, in: bytes), isSign(scalar) {
      start += UTF8.width(scalar)
    }
    while let scalar = TextBytes.scalar(before: end, from: start, in: bytes), isSign(scalar) {
      end -= UTF8.width(scalar)
    }
    return start < end && Label.isWhole(start..<end, words, in: bytes)
  }
}
