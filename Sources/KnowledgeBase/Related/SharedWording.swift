/// How a word or phrase that two texts share is named to people.
///
/// Phrases are found as pairs of characters, which may begin and end within a word: what surrounds them in both texts
/// tells where the words end. Words that stand in addresses alone are no subject of a text.
///
/// Only the first places of a phrase are looked at, and no more than are needed: two that differ in what surrounds the
/// phrase settle it, most often those in the titles.
package struct SharedWording {
  /// So many places of a term are looked at in a text.
  private static let mostPlaces = 8
  /// The most characters of a phrase.
  private static let longest = 8

  private let text: [UInt8]
  /// Where the terms asked for so far stand in the text.
  private var known: [[UInt8]: Places] = [:]

  /// Prepares to name what a text shares with others.
  package init(_ text: [UInt8]) { self.text = text }

  /// The name of a term that stands in both texts; `nil` for one that stands in addresses alone or is no name without
  /// the function words at its ends.
  ///
  /// - Parameters:
  ///   - term: a word or a phrase, folded.
  ///   - other: the other text, as Markdown.
  /// - Complexity: O(length of both texts) at worst; O(distance of the first two places) for most terms.
  package mutating func name(of term: [UInt8], sharedWith other: [UInt8]) -> [UInt8]? {
    guard let first = term.first else { return nil }
    if first < 0x80 {
      return SharedWording.isWord(term, of: text) && SharedWording.isWord(term, of: other) ? term : nil
    }
    guard SharedWording.isIdeograph(term, at: 0) else { return term }
    let phrase = phrase(around: term, in: other)
    let name = Array(phrase[SharedWording.trimmed(0..<phrase.count, of: phrase)])
    return name.count > 3 || name.count == phrase.count ? name : nil
  }

  // MARK: Phrases

  /// The longest run of characters around a phrase that both texts hold, unless the phrase also stands by itself.
  private mutating func phrase(around term: [UInt8], in other: [UInt8]) -> [UInt8] {
    var own = known[term] ?? Places()
    defer { known[term] = own }
    var longest = 0..<0
    var inside = 0..<0
    var start = 0
    for _ in 0..<SharedWording.mostPlaces {
      guard let place = SharedWording.place(of: term, in: other, from: start) else { break }
      start = place + term.count
      for index in 0..<SharedWording.mostPlaces {
        guard let mine = own.place(index, of: term, in: text) else { break }
        let run = sharedRun(mine..<(mine + term.count), other, place..<start)
        if run.count == term.count { return term }
        if run.count > longest.count { (longest, inside) = (run, mine..<(mine + term.count)) }
      }
    }
    if longest.count > 3 * SharedWording.longest { longest = clause(around: inside, in: longest) }
    guard !longest.isEmpty, longest.count <= 3 * SharedWording.longest else { return term }
    return Array(text[withoutContext(longest, around: inside)])
  }

  /// The places of a term, looked for as they are needed.
  private struct Places {
    private var found: [Int] = []
    private var isWhole = false

    mutating func place(_ index: Int, of term: [UInt8], in text: [UInt8]) -> Int? {
      if index < found.count { return found[index] }
      guard !isWhole else { return nil }
      let start = (found.last ?? -term.count) + term.count
      guard let place = SharedWording.place(of: term, in: text, from: start) else {
        isWhole = true
        return nil
      }
      found.append(place)
      return place
    }
  }

  /// A run without what only joins it to its sentence; the phrase itself stays whole.
  private func withoutContext(_ run: Range<Int>, around term: Range<Int>) -> Range<Int> {
    var (start, end) = (run.lowerBound, run.upperBound)
    while start < term.lowerBound,
      SharedWording.isContext(text[start..<(start + 3)], in: text[start..<(start + 6)])
    {
      start += 3
    }
    while end > term.upperBound, SharedWording.isContext(text[(end - 3)..<end], in: text[(end - 6)..<end]) {
      end -= 3
    }
    return start..<end
  }

  private static func isContext(_ character: ArraySlice<UInt8>, in pair: ArraySlice<UInt8>) -> Bool {
    (contextCharacters.contains(character) || functionCharacters.contains(character))
      && !otherWords.contains(pair)
  }

  /// What stands between function characters in a sentence that both texts hold.
  private func clause(around term: Range<Int>, in run: Range<Int>) -> Range<Int> {
    var (start, end) = (term.lowerBound, term.upperBound)
    while start > run.lowerBound, !SharedWording.functionCharacters.contains(text[(start - 3)..<start]) {
      start -= 3
    }
    while end < run.upperBound, !SharedWording.functionCharacters.contains(text[end..<(end + 3)]) { end += 3 }
    return start..<end
  }

  /// The ideographs around two places that are the same in both texts.
  private func sharedRun(_ mine: Range<Int>, _ other: [UInt8], _ theirs: Range<Int>) -> Range<Int> {
    var (start, end) = (mine.lowerBound, mine.upperBound)
    var (otherStart, otherEnd) = (theirs.lowerBound, theirs.upperBound)
    while start >= 3, otherStart >= 3, SharedWording.isIdeograph(text, at: start - 3),
      text[(start - 3)..<start].elementsEqual(other[(otherStart - 3)..<otherStart])
    {
      start -= 3
      otherStart -= 3
    }
    while end + 3 <= text.count, otherEnd + 3 <= other.count, SharedWording.isIdeograph(text, at: end),
      text[end..<(end + 3)].elementsEqual(other[otherEnd..<(otherEnd + 3)])
    {
      end += 3
      otherEnd += 3
    }
    return start..<end
  }

  /// Characters that begin or end no name; words of two characters that do not, either; and words that hold one of the
  /// characters and may.
  private static let functionCharacters = slices("的了是和与與或及也都而但把被吗嗎呢吧个個些", of: 1)
  private static let functionWords = slices("多少什么什麼怎么怎麼如何哪些为何為何", of: 2)
  /// Characters that join a phrase to its sentence more often than they belong to it.
  private static let contextCharacters = slices("它其这這那在把将將由对對让讓使为為来來会會能可以中时時用", of: 1)
  private static let otherWords = slices(
    "目的标的標的求和总和總和之和饱和飽和了解是否或许或許及时及時都市个体個體个性個性"
      + "在线在線将来對數对数对齐对比对偶对称对话对抗对象对应使用来源會話会话会议能量能力中文中间中心中位时间时序时刻用户用途用法"
      + "集中命中功能性能智能可能机会社会未来实时同时延时作为行为内在潜在存在绝对相对配对成对应用作用通用效用利用调用可用",
    of: 2)

  /// Words that are written one behind the other, of so many characters of three bytes each.
  private static func slices(_ text: String, of count: Int) -> Set<ArraySlice<UInt8>> {
    let bytes = Array(text.utf8)
    return Set(stride(from: 0, to: bytes.count, by: 3 * count).map { bytes[$0..<($0 + 3 * count)] })
  }

  /// A run without function words at its ends; a run of such words keeps one character.
  private static func trimmed(_ run: Range<Int>, of text: [UInt8]) -> Range<Int> {
    var run = run
    while run.count > 3, let count = functionLength(text[run].prefix(6), text[run].prefix(3)) {
      run = min(run.lowerBound + count, run.upperBound - 3)..<run.upperBound
    }
    while run.count > 3, let count = functionLength(text[run].suffix(6), text[run].suffix(3)) {
      run = run.lowerBound..<max(run.upperBound - count, run.lowerBound + 3)
    }
    return run
  }

  /// The length of the function word at an end, given two characters and the outer one of them.
  private static func functionLength(_ pair: ArraySlice<UInt8>, _ character: ArraySlice<UInt8>) -> Int? {
    if functionWords.contains(pair) { return pair.count }
    return functionCharacters.contains(character) && !otherWords.contains(pair) ? character.count : nil
  }

  /// Whether a character of three bytes from U+3400 to U+9FFF stands at an offset.
  private static func isIdeograph(_ text: [UInt8], at offset: Int) -> Bool {
    guard offset + 3 <= text.count else { return false }
    return text[offset] >= 0xE4 && text[offset] <= 0xE9 || text[offset] == 0xE3 && text[offset + 1] >= 0x90
  }

  // MARK: Words

  /// Whether a word stands in a text outside of addresses, or not at all in these letters.
  private static func isWord(_ word: [UInt8], of text: [UInt8]) -> Bool {
    var start = 0
    var isInAddress = false
    while let place = place(of: word, in: text, from: start) {
      start = place + word.count
      guard place == 0 || !isLetter(text[place - 1]), start == text.count || !isLetter(text[start]) else {
        continue
      }
      guard let address = address(around: place, in: text) else { return true }
      isInAddress = true
      start = max(start, address.upperBound)
    }
    return !isInAddress
  }

  /// What stands around an offset without a blank, if it is an address.
  private static func address(around place: Int, in text: [UInt8]) -> Range<Int>? {
    var start = place
    while start > 0, isOfAddress(text[start - 1]) { start -= 1 }
    var end = place
    while end < text.count, isOfAddress(text[end]) { end += 1 }
    let run = text[start..<end]
    let hasScheme = run.indices.contains { run[$0] == 0x3A && run[$0...].prefix(3).elementsEqual("://".utf8) }
    return hasScheme || run.starts(with: "www.".utf8) ? start..<end : nil
  }

  private static func isOfAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x22, 0x27, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x60, 0x7B...0xFF: false
    default: true
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte | 0x20 &- 0x61 < 26
  }

  // MARK: Places

  /// Where a term stands first from an offset on; letters of ASCII also as capitals.
  private static func place(of term: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard let last = term.last, start + term.count <= text.count else { return nil }
    let text = text.span
    let term = term.span
    // The last byte of a Chinese character differs more than its first.
    let offset = term.count - 1
    let capital = last &- 0x61 < 26 ? last & 0xDF : last
    for place in start...(text.count - term.count) {
      let byte = text[place + offset]
      guard byte == last || byte == capital else { continue }
      if matches(text, at: place, term) { return place }
    }
    return nil
  }

  private static func matches(_ text: Span<UInt8>, at place: Int, _ term: Span<UInt8>) -> Bool {
    for index in term.indices {
      let byte = text[place + index]
      guard byte == term[index] || (byte &- 0x41 < 26 && byte | 0x20 == term[index]) else { return false }
    }
    return true
  }
}
