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
    guard let line = Notice.line(line, in: bytes, vocabulary) else { return nil }
    range = line
    generator = Notice.generator(in: String(decoding: bytes[line], as: UTF8.self))
  }

  /// A line that is a notice in other words: `由 AI 生成，仅供参考。`, `This text was produced by an AI assistant.` It begins
  /// as such lines do and has a verb of writing with a model as its subject, or names one, the verb and a caution.
  private static func line(_ line: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary) -> Range<Int>? {
    guard !line.isEmpty, line.count <= limit else { return nil }
    var text = String(decoding: bytes[line], as: UTF8.self)[...]
    for label in vocabulary.noticeLabels where text.hasPrefix(label) {
      let rest = text.dropFirst(label.count).drop(while: \.isWhitespace)
      if rest.first == ":" || rest.first == "：" { text = rest.dropFirst() }
    }
    text = text.drop { $0.isWhitespace || "(（【[*※·•".contains($0) }
    guard vocabulary.noticeLines.contains(where: { hasWordPrefix(text, $0) }) else { return nil }
    let isWritten = vocabulary.noticeVerbs.contains { verb in
      text.range(ofFolded: verb).map { found in
        if verb.utf8.first.map({ $0 < 0x80 }) == true {
          return namesModel(text[found.upperBound...].prefix { !".;。；".contains($0) }, vocabulary)
        }
        let clause = text[..<found.lowerBound]
        // 生成的内容 and 生成过程 are no end of a clause.
        let isEnd = found.upperBound == text.endIndex || "，,。.；;！!、)）】]* ".contains(text[found.upperBound])
        guard isEnd || text[found.upperBound...].hasPrefix("并") else { return false }
        guard let agent = clause.lastIndex(of: "由") else {
          return clause.count <= 8 && cautions(text, vocabulary) && namesModel(clause, vocabulary)
        }
        return namesModel(clause[agent...], vocabulary) && !clause[agent...].contains { "，。；".contains($0) }
      } ?? false
    }
    guard isWritten else { return nil }
    let start = line.upperBound - text.utf8.count
    return skippingBracket(before: start, of: line, in: bytes)..<line.upperBound
  }

  private static func cautions(_ text: Substring, _ vocabulary: Vocabulary) -> Bool {
    vocabulary.noticeCautions.contains { text.range(ofFolded: $0) != nil }
  }

  private static func hasWordPrefix(_ text: Substring, _ word: String) -> Bool {
    guard let found = text.range(ofFolded: word), found.lowerBound == text.startIndex else { return false }
    guard let last = word.unicodeScalars.last, last.isASCII, found.upperBound < text.endIndex else {
      return true
    }
    let next = text[found.upperBound]
    return !(next.isLetter && next.isASCII)
  }

  /// Whether a clause names a model: ASCII names as words of their own.
  private static func namesModel(_ clause: Substring, _ vocabulary: Vocabulary) -> Bool {
    let words = clause.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map { $0.lowercased() }
    return vocabulary.noticeAuthors.contains { author in
      author.allSatisfy(\.isASCII)
        ? words.contains { $0 == author.lowercased() || $0.hasPrefix("gpt") || $0.hasPrefix("chatgpt") }
        : clause.contains(author)
    }
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

extension Substring {
  /// Where a word stands, without regard to case.
  fileprivate func range(ofFolded word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      let rest = self[start...]
      var (here, there) = (rest.startIndex, word.startIndex)
      while here < rest.endIndex, there < word.endIndex,
        rest[here].lowercased() == word[there].lowercased()
      {
        here = rest.index(after: here)
        there = word.index(after: there)
      }
      if there == word.endIndex { return start..<here }
      start = index(after: start)
    }
    return nil
  }
}
