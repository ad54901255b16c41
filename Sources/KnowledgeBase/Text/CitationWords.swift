import Markdown

/// The words before a citation tell whether the sentence needs the source's name: “See [@a].”, “根据 [@a]，……”.
///
/// Most marks only support a sentence that is whole without them. Where one is the object of a pointer or a
/// preposition, or all that a block begins with, the sentence would say nothing without it.
enum CitationWords {
  private static let longestChain = 16
  private static let reach = 48

  /// Whether the sentence around a citation lacks a word when the mark is left out.
  ///
  /// - Complexity: O(1): a few dozen bytes before the mark are read, and as many before each of the marks that are
  ///   listed with it.
  static func areNeeded(at citation: Int, in document: Document) -> Bool {
    var index = citation
    for _ in 0..<CitationWords.longestChain {
      let (words, before) = words(before: index, in: document)
      if let before, document.nodes[before].kind == .citation, CitationWords.isSeparator(words) {
        index = before
        continue
      }
      let isFirst = before == nil && words.allSatisfy(SentenceReader.isSpace)
      if isFirst || CitationWords.endsWithPointer(words) { return true }
      guard !words.isEmpty, CitationWords.endsClause(words[...]) else { return false }
      // Only what follows tells whether a mark behind a full stop begins the next sentence.
      let next = self.words(after: citation, in: document)
      return CitationWords.beginsWithVerb(next)
        || (CitationWords.endsSentence(words) && CitationWords.goesOn(next))
    }
    return false
  }

  // MARK: Words around a node

  /// The text that ends before a node, at most a few dozen bytes of it, and the node that stands before that text; none
  /// at the beginning of a block.
  private static func words(before node: Int, in document: Document) -> (words: [UInt8], before: Int?) {
    var length = 0
    var first = node
    var before: Int?
    search: while first > 0, length < reach {
      switch document.nodes[first - 1].kind {
      case .text: length += Int(document.nodes[first - 1].literal.count)
      case .softBreak, .lineBreak: length += 1
      case .emphasis, .strong, .mark, .strikethrough, .link: break
      case .citation, .math, .code, .wikiLink, .calculation, .image, .htmlInline, .footnoteReference:
        before = first - 1
        break search
      default: break search
      }
      first -= 1
    }
    if length >= reach { before = first }
    var words: [UInt8] = []
    words.reserveCapacity(2 * reach)
    for index in first..<node {
      switch document.nodes[index].kind {
      case .text: words += document.bytes(of: document.nodes[index].literal).suffix(reach)
      case .softBreak, .lineBreak: words.append(0x20)
      default: break
      }
    }
    return (words, before)
  }

  /// The text that follows a citation directly.
  private static func words(after citation: Int, in document: Document) -> ArraySlice<UInt8> {
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
    let word = text.suffix(3).elementsEqual("：".utf8) ? text.dropLast(3) : text
    if hanPointers.contains(word.suffix(6)) { return true }
    return hanWords.contains(word.suffix(3)) && endsClause(word.dropLast(3))
  }

  /// Whether nothing stands before a place in its clause.
  private static func endsClause(_ words: ArraySlice<UInt8>) -> Bool {
    guard let last = words.last else { return true }
    if last < 0x80 { return SentenceReader.isSpace(last) || [0x28, 0x2C, 0x2E, 0x3B].contains(last) }
    return clauseEnds.contains(words.suffix(3))
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
    return hanVerbs.contains(text.prefix(6))
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
  private static let hanPointers = ShortWords(
    "参见参看参考参阅参照详见另见又见请见亦见也见见于载于收于引自出自来自摘自取自源自选自译自根据依据按照依照遵照基于例如比如"
      + "诸如阅读查阅请看对照文献參見參看參考參閱參照詳見另見又見請見亦見也見見於載於收於來自錄自源於選自譯自根據依據基於閱讀查閱"
      + "請看對照文獻", of: 2)
  /// Words of one character, which also end others: 常见, 理由, 存在.
  private static let hanWords = ShortWords("见見据據如在由从從按看与與和", of: 1)
  private static let hanVerbs = ShortWords(
    "指出认为证明提出表明说明显示给出介绍写道发现讨论認為證明說明顯示給出介紹寫道發現討論", of: 2)
  private static let clauseEnds = ShortWords("。，；：！？、（“」”）", of: 1)
}
