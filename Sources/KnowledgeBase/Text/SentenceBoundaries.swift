import SourceText

/// Finds where the sentences of a plain text end.
///
/// A sentence ends behind `。！？`, behind one of `.!?` before a space, and at a line's end. Quotation marks and brackets
/// that close there belong to it. No sentence ends
/// - behind an abbreviation (`e.g.`, `et al.`, `Fig. 3`) or an initial (`C. Shannon`),
/// - before a word in lower case, unless a formula or a link begins with it,
/// - within a bracket that stands in the middle of a sentence and ends with its own full stop,
/// - within a formula or a title between `《》`, and behind the question that is the text of a link.
struct SentenceBoundaries {
  /// What a text holds besides words, each in its order.
  struct Parts {
    /// Where links, emphasis, formulas and the like begin: their first letter need not be a capital.
    var begins: [Int] = []
    /// Where formulas and code stand: no letter in them is an initial.
    var formal: [Range<Int>] = []
    var links: [Range<Int>] = []
  }

  let text: [UInt8]
  let parts: Parts

  init(_ text: [UInt8], _ parts: Parts) {
    self.text = text
    self.parts = parts
  }

  /// The sentence around a part of the text; of a part over several sentences all of them.
  ///
  /// - Parameter mayFollow: whether the part belongs to the sentence that ends directly before it.
  /// - Complexity: O(bytes up to the sentence's end).
  func sentence(around part: Range<Int>, mayFollow: Bool) -> Range<Int> {
    var start = skippingSpaces(from: 0)
    while start < text.count {
      var end = end(ofSentenceAt: start)
      if end > part.lowerBound || (mayFollow && end == part.lowerBound) {
        while end < part.upperBound { end = self.end(ofSentenceAt: skippingSpaces(from: end)) }
        return min(start, part.lowerBound)..<end
      }
      start = skippingSpaces(from: end)
    }
    return part
  }

  // MARK: Ends

  private func skippingSpaces(from index: Int) -> Int {
    var index = index
    while index < text.count, SentenceReader.isSpace(text[index]) { index += 1 }
    return index
  }

  /// The end of the sentence that begins at an offset, with the marks that close there.
  private func end(ofSentenceAt start: Int) -> Int {
    var index = start
    /// Brackets that opened in the middle of the sentence.
    var brackets = 0
    var isQuoted = false
    while index < text.count {
      if text[index] == 0x0A { return index }
      if stopLength(at: index) == 0 || isUnbroken(at: index) {
        switch bracket(at: index) {
        case .opening where index > start: brackets += 1
        case .closing where brackets > 0: brackets -= 1
        default: if text[index] == 0x22 { isQuoted.toggle() }
        }
        index = titleEnd(at: index) ?? index + 1
        continue
      }
      let stop = index
      var stopEnd = index
      var isWide = false
      var isWithinBrackets = false
      // A full stop may follow what closes: 》。
      while stopLength(at: index) > 0 {
        while case let length = stopLength(at: index), length > 0 {
          isWide = isWide || length == 3
          index += length
        }
        if stopEnd == stop { stopEnd = index }
        while let length = closerLength(at: index, isQuoted: isQuoted || !isWide) {
          if bracket(at: index) == .closing, brackets > 0 {
            brackets -= 1
            isWithinBrackets = true
          }
          if text[index] == 0x22 { isQuoted = false }
          index += length
        }
      }
      if isWide ? !isWithinBrackets : isEnd(stop: stop..<stopEnd, closedAt: index, from: start) {
        return index
      }
    }
    return index
  }

  /// Whether the sentence ends with a stop of ASCII and the marks that close behind it.
  private func isEnd(stop: Range<Int>, closedAt end: Int, from start: Int) -> Bool {
    guard end < text.count else { return true }
    let isClosed = end > stop.upperBound
    guard SentenceReader.isSpace(text[end]) else { return isClosed && text[end] >= 0xE2 }
    let next = skippingSpaces(from: end)
    guard next < text.count else { return true }
    let isFullStop = text[stop.lowerBound] == 0x2E
    if isFullStop, !isClosed, isAbbreviation(endingAt: stop.lowerBound, from: start, before: next) {
      return false
    }
    let isLowerCase = text[next] &- 0x61 < 26 && !parts.begins.holdsAscending(next)
    return !(isLowerCase && (isFullStop || isClosed))
  }

  /// Whether a mark that could end a sentence belongs to a formula, or is the question or exclamation of a link.
  private func isUnbroken(at index: Int) -> Bool {
    let isFullStop = text[index] == 0x2E || text[index] == 0xE3
    if let formal = SentenceBoundaries.range(at: index, in: parts.formal) {
      return !(isFullStop && index + stopLength(at: index) == formal.upperBound)
    }
    return !isFullStop && SentenceBoundaries.range(at: index, in: parts.links) != nil
  }

  private static let longestTitle = 400

  /// The end of a title between `《》` that begins at an offset.
  private func titleEnd(at start: Int) -> Int? {
    guard text[start] == 0xE3, matches(0x80, 0x8A, at: start) else { return nil }
    for index in start..<min(text.count, start + SentenceBoundaries.longestTitle) {
      if text[index] == 0x0A { return nil }
      if text[index] == 0xE3, matches(0x80, 0x8B, at: index) { return index + 3 }
    }
    return nil
  }

  /// Length of the mark that ends sentences at an offset: 3 of `。！？`, 1 of `.!?`, else 0.
  private func stopLength(at index: Int) -> Int {
    guard index < text.count else { return 0 }
    switch text[index] {
    case 0x2E, 0x21, 0x3F: return 1
    case 0xE3: return matches(0x80, 0x82, at: index) ? 3 : 0
    case 0xEF: return matches(0xBC, 0x81, at: index) || matches(0xBC, 0x9F, at: index) ? 3 : 0
    default: return 0
    }
  }

  private func matches(_ second: UInt8, _ third: UInt8, at index: Int) -> Bool {
    index + 2 < text.count && text[index + 1] == second && text[index + 2] == third
  }

  private enum Bracket { case opening, closing }

  /// A round or square bracket at an offset.
  private func bracket(at index: Int) -> Bracket? {
    switch text[index] {
    case 0x28, 0x5B: return .opening
    case 0x29, 0x5D: return .closing
    case 0xEF:
      if matches(0xBC, 0x88, at: index) { return .opening }
      return matches(0xBC, 0x89, at: index) ? .closing : nil
    default: return nil
    }
  }

  /// Length of a quotation mark or bracket that closes at an offset.
  ///
  /// - Parameter isQuoted: whether `"`, which has one form for both, closes here.
  private func closerLength(at index: Int, isQuoted: Bool) -> Int? {
    guard index < text.count else { return nil }
    switch text[index] {
    case 0x22: return isQuoted ? 1 : nil
    case 0x27, 0x29, 0x5D: return 1
    // ’ ”
    case 0xE2: return matches(0x80, 0x99, at: index) || matches(0x80, 0x9D, at: index) ? 3 : nil
    // 」 』 】
    case 0xE3:
      return [0x8D, 0x8F, 0x91].contains { matches(0x80, $0, at: index) } ? 3 : nil
    // ） ］
    case 0xEF: return matches(0xBC, 0x89, at: index) || matches(0xBC, 0xBD, at: index) ? 3 : nil
    default: return nil
    }
  }

  // MARK: Abbreviations

  private static let abbreviations: Set<String> = [
    "al", "approx", "cf", "ch", "def", "dr", "eds", "eq", "eqn", "eqs", "fig", "figs", "lem", "mr", "mrs",
    "ms", "pp",
    "prof", "prop", "ref", "refs", "resp", "sec", "st", "tab", "thm", "viz", "vol", "vs",
  ]
  /// Words of their own where no number follows.
  private static let beforeNumbers: Set<String> = ["art", "no", "nos", "p", "v", "ver"]
  private static let longestAbbreviation = 6

  /// Whether the letters before a full stop are an abbreviation or an initial.
  private func isAbbreviation(endingAt stop: Int, from start: Int, before next: Int) -> Bool {
    var first = stop
    while first > start, (text[first - 1] | 0x20) &- 0x61 < 26,
      stop - first <= SentenceBoundaries.longestAbbreviation
    {
      first -= 1
    }
    guard first < stop, stop - first <= SentenceBoundaries.longestAbbreviation,
      !parts.begins.holdsAscending(first),
      SentenceBoundaries.range(at: first, in: parts.formal) == nil
    else { return false }
    let isNumberNext = text[next] &- 0x30 < 10
    let before = first > start ? text[first - 1] : 0x20
    if stop - first == 1 {
      // e.g. — U.S. — J. D. Salinger
      if before == 0x2E { return true }
      let isFree = [0x20, 0x28, 0x5B, 0x2D, 0x22].contains(before)
      if text[first] &- 0x41 < 26 { return isFree && !isNumberNext && text[next] < 0x80 }
    }
    guard before < 0x80, before &- 0x30 >= 10 else { return false }
    let word = String(decoding: text[first..<stop].lazy.map { $0 | 0x20 }, as: UTF8.self)
    return SentenceBoundaries.abbreviations.contains(word)
      || (isNumberNext && SentenceBoundaries.beforeNumbers.contains(word))
  }

  /// The range of some disjoint ones that holds an offset.
  private static func range(at index: Int, in sorted: [Range<Int>]) -> Range<Int>? {
    let place = sorted.partitioningIndex { $0.upperBound > index }
    return place < sorted.count && sorted[place].contains(index) ? sorted[place] : nil
  }
}
