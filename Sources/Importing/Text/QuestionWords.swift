/// The words by which a title is known as a question.
enum QuestionWords {
  /// Whether a title asks: it ends in a question mark, or begins or ends with a word that asks.
  ///
  /// - Complexity: O(length).
  static func ask(_ title: String) -> Bool {
    let text = title.trimmingBlanks.lowercased()
    if text.hasSuffix("?") || text.hasSuffix("？") { return true }
    if chineseOpenings.contains(where: text.hasPrefix) || chineseEndings.contains(where: text.hasSuffix) {
      return true
    }
    let first = text.prefix { $0.isLetter && $0.isASCII }
    let rest = text.dropFirst(first.count).first
    return ["what", "why", "how"].contains(first)
      && (rest == " " || rest == "-" || rest == "_" || rest == "'")
  }

  private static let chineseOpenings = [
    "什么", "什麼", "为什么", "為什麼", "为何", "為何", "如何", "怎么", "怎麼", "怎样", "怎樣", "何谓", "何謂", "何为", "何為",
  ]
  private static let chineseEndings = ["是什么", "是什麼", "为什么", "為什麼", "吗", "嗎"]
}
