import SearchIndex

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

  /// A text in which terms are looked for, and where those asked for so far stand in it.
  private struct Searched {
    let bytes: [UInt8]
    private var numbers: [[UInt8]: Int] = [:]
    private var known: [Places] = []
    private var words: [[UInt8]: Bool] = [:]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What ``place(_:of:)`` knows a term by.
    mutating func number(of term: [UInt8]) -> Int {
      if let number = numbers[term] { return number }
      numbers[term] = known.count
      known.append(Places(term))
      return known.count - 1
    }

    /// Where a term stands for the first, second, … time.
    mutating func place(_ index: Int, of number: Int) -> Int? { known[number].place(index, in: bytes) }

    /// Whether a word stands in the text outside of addresses, or not at all in these letters.
    mutating func isWord(_ word: [UInt8]) -> Bool {
      if let known = words[word] { return known }
      let isWord = TermSearch.isWord(word, of: bytes)
      words[word] = isWord
      return isWord
    }
  }

  private var text: Searched
  /// The same with Traditional characters as Simplified ones, as the index has them; made when it is needed.
  private var folded: Searched?

  /// Prepares to name what a text shares with others.
  package init(_ text: [UInt8]) { self.text = Searched(text) }

  /// The name of a term that stands in both texts, as the first one writes it; `nil` for one that stands in addresses
  /// alone, is no name without the function words at its ends, or stands in neither.
  ///
  /// - Parameters:
  ///   - term: a word, or pairs of characters that overlap, folded.
  ///   - other: the other text, as Markdown.
  /// - Complexity: O(length of both texts) at worst; O(distance of the first two places) for most terms.
  package mutating func name(of term: [UInt8], sharedWith other: [UInt8]) -> [UInt8]? {
    guard let first = term.first else { return nil }
    if first < 0x80 {
      let isName = !SharedWording.commonWords.contains(term[...])
      return isName && text.isWord(term) && TermSearch.isWord(term, of: other)
        ? term : nil
    }
    guard SharedWording.isIdeograph(term, at: 0) else { return term }
    let written = text.bytes
    if let part = SharedWording.part(of: term, isWhole: true, in: &text, other) {
      return SharedWording.name(of: part, in: &text, other, writtenIn: written)
    }
    var own = folded ?? Searched(written.withFoldedIdeographs)
    defer { folded = own }
    let other = other.withFoldedIdeographs
    if let part = SharedWording.part(of: term, isWhole: false, in: &own, other) {
      return SharedWording.name(of: part, in: &own, other, writtenIn: written)
    }
    return term.count > 6 ? nil : term
  }

  /// A phrase that stands in both texts, and its first place in the other one.
  private struct Part {
    var term: [UInt8]
    var otherPlace: Int
  }

  private static func name(
    of part: Part, in own: inout Searched, _ other: [UInt8], writtenIn text: [UInt8]
  ) -> [UInt8]? {
    let phrase = phrase(around: part, in: &own, other)
    let name = trimmed(phrase, of: own.bytes)
    return name.count > 3 || name.count == phrase.count ? Array(text[name]) : nil
  }

  /// The longest part of overlapping pairs that stands in both texts, and of it the longest between function characters:
  /// each pair is in both, but not always one behind the other.
  private static func part(
    of term: [UInt8], isWhole: Bool, in own: inout Searched, _ other: [UInt8]
  ) -> Part? {
    for length in stride(from: term.count, through: isWhole ? term.count : min(6, term.count), by: -3) {
      for start in stride(from: 0, through: term.count - length, by: 3) {
        let part = Array(term[start..<(start + length)])
        guard own.place(0, of: own.number(of: part)) != nil,
          let place = TermSearch.place(of: part, in: other, from: 0)
        else {
          continue
        }
        let clause = longestClause(of: part)
        return Part(term: Array(part[clause]), otherPlace: place + clause.lowerBound)
      }
    }
    return nil
  }

  private static func longestClause(of part: [UInt8]) -> Range<Int> {
    guard part.count > 6 else { return part.indices }
    var longest = 0..<0
    var start = 0
    for place in stride(from: 3, to: part.count - 3, by: 3) where separates(place, in: part) {
      if place - start > longest.count { longest = start..<place }
      start = place + 3
    }
    if part.count - start > longest.count { longest = start..<part.count }
    return longest.count > 3 ? longest : part.indices
  }

  // MARK: Phrases

  /// Where the longest run of characters around a phrase that both texts hold stands in the first, unless the phrase
  /// also stands by itself.
  private static func phrase(around part: Part, in own: inout Searched, _ other: [UInt8]) -> Range<Int> {
    let term = part.term
    let text = own.bytes
    let number = own.number(of: term)
    guard let first = own.place(0, of: number) else { return 0..<0 }
    let itself = first..<(first + term.count)
    var longest = 0..<0
    var inside = 0..<0
    var start = part.otherPlace
    for _ in 0..<mostPlaces {
      guard let place = TermSearch.place(of: term, in: other, from: start) else { break }
      start = place + term.count
      for index in 0..<mostPlaces {
        guard let mine = own.place(index, of: number) else { break }
        let run = sharedRun(text, mine..<(mine + term.count), other, place..<start)
        if run.count == term.count { return itself }
        if run.count > longest.count { (longest, inside) = (run, mine..<(mine + term.count)) }
      }
    }
    longest = clause(of: text, around: inside, in: longest)
    guard !longest.isEmpty, longest.count <= 3 * SharedWording.longest else { return itself }
    return withoutContext(longest, around: inside, of: text)
  }

  /// The places of a term, looked for as they are needed.
  private struct Places {
    private let term: [UInt8]
    private var found: [Int] = []
    private var isWhole = false

    init(_ term: [UInt8]) { self.term = term }

    mutating func place(_ index: Int, in text: [UInt8]) -> Int? {
      if index < found.count { return found[index] }
      guard !isWhole else { return nil }
      let start = (found.last ?? -term.count) + term.count
      guard let place = TermSearch.place(of: term, in: text, from: start) else {
        isWhole = true
        return nil
      }
      found.append(place)
      return place
    }
  }

  /// A run without what only joins it to its sentence; the phrase itself stays whole.
  private static func withoutContext(
    _ run: Range<Int>, around term: Range<Int>, of text: [UInt8]
  ) -> Range<Int> {
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

  /// What stands between function characters in what both texts hold.
  private static func clause(
    of text: [UInt8], around term: Range<Int>, in run: Range<Int>
  ) -> Range<Int> {
    guard !run.isEmpty else { return run }
    var (start, end) = (term.lowerBound, term.upperBound)
    while start > run.lowerBound, !separates(start - 3, in: text) { start -= 3 }
    while end < run.upperBound, !separates(end, in: text) { end += 3 }
    return start..<end
  }

  /// Whether a function character stands at an offset that belongs to no word with what is beside it.
  private static func separates(_ place: Int, in text: [UInt8]) -> Bool {
    guard functionCharacters.contains(text[place..<(place + 3)]) else { return false }
    if place + 6 <= text.count, otherWords.contains(text[place..<(place + 6)]) { return false }
    return place < 3 || !otherWords.contains(text[(place - 3)..<(place + 3)])
  }

  /// The ideographs around two places that are the same in both texts.
  private static func sharedRun(
    _ text: [UInt8], _ mine: Range<Int>, _ other: [UInt8], _ theirs: Range<Int>
  ) -> Range<Int> {
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
  private static let functionCharacters = ShortWords("的了是和与與或及也都而但把被吗嗎呢吧个個些有什怎么麼", of: 1)
  private static let functionWords = ShortWords("多少什么什麼怎么怎麼如何哪些为何為何到底究竟", of: 2)
  /// Characters that join a phrase to its sentence more often than they belong to it.
  private static let contextCharacters = ShortWords("它其这這那在把将將由对對让讓使为為来來会會能可以中时時用", of: 1)
  private static let otherWords = ShortWords(
    "有效有关有關有限有序有向有界有监有監有损有損有偏有机有機有理所有没有沒有具有拥有擁有特有固有含有带有占有私有稀有"
      + "目的标的標的求和总和總和之和饱和飽和了解是否或许或許及时及時都市个体個體个性個性"
      + "在线在線将来對數对数对齐对比对偶对称对话对抗对象对应使用来源會話会话会议能量能力中文中间中心中位时间时序时刻用户用途用法"
      + "集中命中功能性能智能可能机会社会未来实时同时延时作为行为内在潜在存在绝对相对配对成对应用作用通用效用利用调用可用",
    of: 2)

  /// English words that are no subject, beyond those that questions are asked with.
  private static let commonWords = Set(
    """
    about after again all also always another any because been before being below best between both but case each \
    else even every example few first get gets give given good here into itself just kind last less let like made \
    make makes many may mean means might more most much must need never new next no not now often once one only \
    other others over own part per rather same second see several since some such than three through too two under \
    until up upon us use used uses using very via way ways well were while within without yes yet
    """.utf8.split(separator: 0x20).map { ArraySlice(Array($0)) })

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
}
