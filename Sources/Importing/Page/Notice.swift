/// The notice that a model wrote the text.
struct Notice {
  /// The bytes of the notice, to the end of its line.
  let range: Range<Int>
  /// The product the notice names, if it names one.
  let generator: String?

  /// The longest notice in bytes.
  private static let limit = 240

  /// Finds a notice that is a line or the last sentences of one.
  ///
  /// - Complexity: O(length of the line × words of the vocabulary) in the line's last bytes only.
  init?(at line: Range<Int>, in bytes: [UInt8], vocabulary: Vocabulary) {
    let tail = max(line.lowerBound, line.upperBound - Notice.limit)..<line.upperBound
    for opening in vocabulary.noticeOpenings {
      guard let found = TextBytes.find(Array(opening.utf8), in: tail, of: bytes),
        Notice.beginsSentence(found.lowerBound, of: line, in: bytes)
      else { continue }
      let start = Notice.skippingBracket(before: found.lowerBound, of: line, in: bytes)
      let text = String(decoding: bytes[found.lowerBound..<line.upperBound], as: UTF8.self)
      guard Notice.contains(text, vocabulary.noticeVerbs), Notice.contains(text, vocabulary.noticeAuthors)
      else { continue }
      range = start..<line.upperBound
      generator = Notice.generator(in: text)
      return
    }
    return nil
  }

  private static func contains(_ text: String, _ words: [String]) -> Bool {
    let text = text.lowercased()
    return words.contains { text.contains($0.lowercased()) }
  }

  private static func beginsSentence(_ index: Int, of line: Range<Int>, in bytes: [UInt8]) -> Bool {
    var index = index
    while index > line.lowerBound, TextBytes.isBlank(bytes[index - 1]) { index -= 1 }
    guard let before = TextBytes.scalar(before: index, from: line.lowerBound, in: bytes) else { return true }
    return TextBytes.sentenceEnds.contains(before) || "(（【[*※注：:]·•|｜—–".unicodeScalars.contains(before)
  }

  /// A bracket or star that opens the notice belongs to it.
  private static func skippingBracket(before index: Int, of line: Range<Int>, in bytes: [UInt8]) -> Int {
    guard let before = TextBytes.scalar(before: index, from: line.lowerBound, in: bytes),
      "(（【[*※".unicodeScalars.contains(before)
    else { return index }
    return index - UTF8.width(before)
  }

  /// The product: what stands between `由` and `生成`, or behind `by`, without the words for any model.
  private static func generator(in text: String) -> String? {
    for (opening, closings) in [
      ("由", ["生成", "撰写", "撰寫", "产生", "產生"]), (" by ", [".", ",", ";", "(", ")", " and ", "。"]),
    ] {
      guard let start = text.firstRange(of: opening)?.upperBound else { continue }
      let rest = text[start...]
      let end = closings.compactMap { rest.firstRange(of: $0)?.lowerBound }.min() ?? rest.endIndex
      var name = String(rest[..<end])
      for prefix in ["the ", "an ", "a "] where name.lowercased().hasPrefix(prefix) {
        name.removeFirst(prefix.count)
        break
      }
      while name.last?.isWhitespace == true { name.removeLast() }
      while name.first?.isWhitespace == true { name.removeFirst() }
      return isGeneric(name) || name.count > 40 ? nil : name
    }
    return nil
  }

  private static func isGeneric(_ name: String) -> Bool {
    var name = name.lowercased()
    for word in genericWords { name.replace(word, with: "") }
    return !name.contains { $0.isLetter || $0.isNumber }
  }

  private static let genericWords = [
    "人工智能", "人工智慧", "大语言模型", "大語言模型", "大模型", "语言模型", "模型", "机器人", "自动", "自動", "工具", "助手",
    "artificial intelligence", "large", "language", "models", "model", "assistant", "automatically", "an ",
    "ai",
  ]
}
