import Markdown

/// The words before a citation tell whether the sentence needs the source's name: “See [@a].”, “根据 [@a]，……”.
///
/// Most marks only support a sentence that is whole without them. Where one is the object of a pointer or a
/// preposition, or all that a block begins with, the sentence would say nothing without it.
struct CitationWords {
  private static let longestChain = 16
  private static let reach = 48

  private let document: Document

  init(_ document: Document) { self.document = document }

  /// Whether the sentence around a citation lacks a word when the mark is left out.
  ///
  /// - Complexity: O(1): a few dozen bytes before the mark are read, and as many before each of the marks that are
  ///   listed with it.
  func areNeeded(at citation: Int) -> Bool {
    var index = citation
    for _ in 0..<CitationWords.longestChain {
      let (words, before) = words(before: index)
      if let before, document.nodes[before].kind == .citation, CitationWords.isSeparator(words) {
        index = before
        continue
      }
      let isFirst = before == nil && words.allSatisfy(SentenceReader.isSpace)
      if isFirst || CitationWords.endsWithPointer(words) { return true }
      guard !words.isEmpty, CitationWords.endsClause(words) else { return false }
      // Only what follows tells whether a mark behind a full stop begins the next sentence.
      let next = self.words(after: citation)
      return CitationWords.beginsWithVerb(next)
        || (CitationWords.endsSentence(words) && CitationWords.goesOn(next))
    }
    return false
  }

  // MARK: Words around a node

  /// The text that ends before a node, in reverse reading order, and the node that stands before that text; none at the
  /// beginning of a block.
  private func words(before node: Int) -> (words: [UInt8], before: Int?) {
    var pieces: [ArraySlice<UInt8>] = []
    var length = 0
    var index = node - 1
    while index >= 0 {
      switch document.nodes[index].kind {
      case .text:
        let text = document.bytes(of: document.nodes[index].literal)
        pieces.append(text.suffix(CitationWords.reach))
        length += text.count
      case .softBreak, .lineBreak:
        pieces.append([0x20])
        length += 1
      case .emphasis, .strong, .mark, .strikethrough, .link: break
      case .citation, .math, .code, .wikiLink, .calculation, .image, .htmlInline, .footnoteReference:
        return (Array(pieces.reversed().joined()), index)
      default: return (Array(pieces.reversed().joined()), nil)
      }
      if length >= CitationWords.reach { return (Array(pieces.reversed().joined()), index) }
      index -= 1
    }
    return (Array(pieces.reversed().joined()), nil)
  }

  /// The text that follows a citation directly.
  private func words(after citation: Int) -> ArraySlice<UInt8> {
    let next = citation + 1
    guard next < document.nodes.count, document.nodes[next].kind == .text else { return [] }
    return document.bytes(of: document.nodes[next].literal)
  }

  // MARK: Judgement

  private static func isSeparator(_ words: [UInt8]) -> Bool {
    guard words.count < CitationWords.reach else { return false }
    let word = String(decoding: words, as: UTF8.self).lowercased()
      .unicodeScalars.filter { !$0.properties.isWhitespace }
    return separators.contains(String(String.UnicodeScalarView(word)))
  }

  private static func endsWithPointer(_ words: [UInt8]) -> Bool {
    let text = trimmed(words)
    guard let last = text.last else { return false }
    if last < 0x80 {
      var end = text.endIndex
      // e.g., [@a] — cf. [@a]
      while end > text.startIndex, [0x2C, 0x2E, 0x3A].contains(text[end - 1]) { end -= 1 }
      var start = end
      while start > text.startIndex, (text[start - 1] | 0x20) &- 0x61 < 26 || text[start - 1] == 0x2E {
        start -= 1
      }
      let word = String(decoding: text[start..<end].lazy.map { $0 | 0x20 }, as: UTF8.self)
      // A full stop behind any other word ends its sentence.
      return end == text.endIndex ? prepositions.contains(word) : abbreviations.contains(word)
    }
    // A colon may stand behind 参见.
    let colon = Array("：".utf8)
    let word = text.suffix(3).elementsEqual(colon) ? text.dropLast(3) : text[...]
    if hanPointers.contains(where: { word.suffix($0.utf8.count).elementsEqual($0.utf8) }) { return true }
    return hanWords.contains { pointer in
      guard word.suffix(3).elementsEqual(pointer.utf8) else { return false }
      return endsClause(Array(word.dropLast(3)))
    }
  }

  /// Whether nothing stands before a place in its clause.
  private static func endsClause(_ words: [UInt8]) -> Bool {
    guard let last = words.last else { return true }
    if last < 0x80 { return SentenceReader.isSpace(last) || [0x28, 0x2C, 0x2E, 0x3B].contains(last) }
    return ["。", "，", "；", "：", "！", "？", "、", "（", "“", "」", "”", "）"].contains {
      words.suffix(3).elementsEqual($0.utf8)
    }
  }

  private static func endsSentence(_ words: [UInt8]) -> Bool {
    let text = trimmed(words)
    guard let last = text.last, last >= 0x80 else { return text.last.map { $0 == 0x2E } ?? false }
    return text.suffix(3).elementsEqual("。".utf8)
  }

  /// Whether text behind the first mark of a sentence ends that sentence, or goes on with a word in lower case.
  private static func goesOn(_ text: ArraySlice<UInt8>) -> Bool {
    let rest = text.drop(while: SentenceReader.isSpace)
    guard let first = rest.first else { return false }
    if first < 0x80 { return first == 0x2E || (first &- 0x61 < 26 && rest.count < text.count) }
    return rest.starts(with: "。".utf8)
  }

  private static func beginsWithVerb(_ text: ArraySlice<UInt8>) -> Bool {
    let text = text.drop(while: SentenceReader.isSpace)
    return hanVerbs.contains { text.starts(with: $0.utf8) }
  }

  private static func trimmed(_ words: [UInt8]) -> ArraySlice<UInt8> {
    var words = words[...]
    while let last = words.last, SentenceReader.isSpace(last) { words = words.dropLast() }
    return words
  }

  // MARK: Tables

  private static let separators: Set<String> = [
    "", ",", ";", "and", ",and", "or", ",or", "&", "、", "，", "；", "和", "与", "與", "及", "以及", "或",
  ]
  private static let prepositions: Set<String> = [
    "about", "after", "against", "among", "and", "as", "at", "before", "by", "consult", "following", "for",
    "from",
    "in", "into", "like", "of", "on", "per", "read", "see", "than", "to", "under", "unlike", "via", "with",
    "within",
    "also",
  ]
  private static let abbreviations: Set<String> = [
    "also", "cf", "e.g", "eg", "i.e", "ref", "refs", "see", "sources", "source", "viz", "vs",
  ]
  private static let hanPointers: [String] = [
    "参见", "参看", "参考", "参阅", "参照", "详见", "另见", "又见", "请见", "亦见", "也见", "见于", "载于", "收于", "引自",
    "出自", "来自", "摘自", "取自", "源自", "选自", "译自", "根据", "依据", "按照", "依照", "遵照", "基于", "例如", "比如",
    "诸如", "阅读", "查阅", "请看", "对照", "文献", "參見", "參看", "參考", "參閱", "參照", "詳見", "另見", "又見", "請見",
    "亦見", "也見", "見於", "載於", "收於", "來自", "摘錄自", "源於", "選自", "譯自", "根據", "依據", "基於", "閱讀", "查閱",
    "請看", "對照", "文獻",
  ]
  /// Words of one character, which also end others: 常见, 理由, 存在.
  private static let hanWords: [String] = [
    "见", "見", "据", "據", "如", "在", "由", "从", "從", "按", "看", "与", "與", "和",
  ]
  private static let hanVerbs: [String] = [
    "指出", "认为", "证明", "提出", "表明", "说明", "显示", "给出", "介绍", "写道", "发现", "讨论", "認為", "證明", "說明",
    "顯示", "給出", "介紹", "寫道", "發現", "討論",
  ]
}
