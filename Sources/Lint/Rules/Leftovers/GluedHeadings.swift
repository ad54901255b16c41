import Markdown
import SourceText

/// Headings that run into their text, or whose `#` runs into them.
enum GluedHeadings: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    for heading in page.document.headings where swallowsText(heading.plainText) {
      findings.append(
        Finding(
          .lintGluedHeading, page.document.nodes[heading.node].range.bytes,
          "This heading seems to hold the paragraph that should follow it.",
          advice: "Begin the paragraph on a line of its own."))
    }
    for run in page.runs where page.document.nodes[run.block].kind == .paragraph {
      checkMarks(run, page, &findings)
      if run.beginsBlock { checkDoubledBeginning(run, page, &findings) }
    }
  }

  /// Whether a sentence ends within the heading and another begins, or it is too long to be one.
  private static func swallowsText(_ text: [UInt8]) -> Bool {
    let stop = Array("。".utf8)
    guard let end = ByteSearch.first(stop, in: text, 0..<text.count) else { return holdsSentence(text) }
    let rest = text[(end + stop.count)...].drop { $0 <= 0x20 }
    return rest.count >= 12 || text.count > 90 || doubledBeginning(text[...]) != nil
  }

  /// Whether a sentence ends within an English heading, and what follows is a sentence, too: `What is entropy? It is the
  /// average information of a variable.` A heading has no full stop at its end.
  private static func holdsSentence(_ text: [UInt8]) -> Bool {
    guard let first = sentenceEnd(in: text, from: 0) else { return false }
    let rest = text[first...]
    guard rest.count >= shortestSentence else { return false }
    return text.last == 0x2E || sentenceEnd(in: text, from: first) != nil
  }

  /// Where the next sentence begins: behind a word of three letters that is no abbreviation, its full stop, question or
  /// exclamation mark, and a space.
  private static func sentenceEnd(in text: [UInt8], from start: Int) -> Int? {
    guard start + 5 < text.count else { return nil }
    for index in (start + 3)..<(text.count - 2) {
      let isEnd = text[index] == 0x2E || text[index] == 0x3F || text[index] == 0x21
      guard isEnd, text[index + 1] == 0x20, Characters.isUpperCase(text[index + 2]) else { continue }
      if text[index] != 0x2E { return index + 2 }
      let word = text[start..<index].reversed().prefix { Characters.isLetter($0) }.reversed()
      let isWord = word.count >= 3 && word.dropFirst().allSatisfy { !Characters.isUpperCase($0) }
      if isWord, !abbreviations.contains(where: { word.elementsEqual($0.utf8) }) { return index + 2 }
    }
    return nil
  }

  /// In bytes.
  private static let shortestSentence = 40

  private static let abbreviations = [
    "vol", "Vol", "fig", "Fig", "Figs", "sec", "Sec", "Eqs", "Inc", "Ltd", "Corp", "Prof", "etc", "Mrs",
    "approx",
    "Assoc", "Univ", "Dept", "Gen", "Gov", "Sen", "Rev", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug",
    "Sep",
    "Sept", "Oct", "Nov", "Dec",
  ]

  /// `##标题` at the beginning of a line, and ` ## ` within one.
  private static func checkMarks(_ run: ProseRun, _ page: LintedPage, _ findings: inout [Finding]) {
    let bytes = page.bytes
    let end = run.range.upperBound
    var offset = run.range.lowerBound
    while offset < end {
      guard bytes[offset] == 0x23 else {
        offset += 1
        continue
      }
      let start = offset
      while offset < end, bytes[offset] == 0x23 { offset += 1 }
      guard 2...6 ~= offset - start, offset < end else { continue }
      let finding = Finding(
        .lintGluedHeading, start..<offset, "These `#` make no heading here.",
        advice: "A heading begins a line and has a space behind its `#`.")
      if start == run.range.lowerBound, run.beginsLine, start == 0 || bytes[start - 1] != 0x5C {
        guard let (next, _) = Characters.character(at: offset, in: bytes, to: end) else { continue }
        if Characters.isHan(next) {
          findings.append(finding.replacing(offset..<offset, by: " "))
        } else if next < 0x80, Characters.isLetter(UInt8(next)) {
          findings.append(finding.replacing(offset..<offset, by: " ", .proposed))
        }
      } else if start > run.range.lowerBound, isGap(bytes[start - 1]), bytes[offset] == 0x20,
        page.isTopLevelParagraph(run.block)
      {
        let gap = Characters.skipBlanks(backFrom: start, to: run.range.lowerBound, in: bytes)
        findings.append(finding.replacing(gap..<start, by: "\n\n", .proposed))
      }
    }
  }

  /// A space, or the last byte of `。`, `：`, `！`, `？`.
  private static func isGap(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x80 }

  /// `稀疏性稀疏性是指…`: the heading was the first word of the paragraph.
  private static func checkDoubledBeginning(_ run: ProseRun, _ page: LintedPage, _ findings: inout [Finding])
  {
    let start = run.range.lowerBound
    if let gap = doubledAroundBlanks(page.bytes[run.range]) {
      findings.append(
        Finding(
          .lintGluedHeading, start..<(gap.upperBound + gap.lowerBound - start),
          "The paragraph begins with the same words twice; the first may have been its heading.",
          advice: "Put the heading on a line of its own."
        ).replacing(gap, by: "\n\n", .proposed))
      return
    }
    guard let length = doubledBeginning(page.bytes[run.range]) else { return }
    findings.append(
      Finding(
        .lintGluedHeading, start..<(start + 2 * length),
        "The paragraph begins with the same words twice; the first may have been its heading.",
        advice: "Put the heading on a line of its own."
      ).replacing((start + length)..<(start + length), by: "\n\n", .proposed))
  }

  /// The blanks between the words with which a text begins twice, three Chinese characters and more, when more of a
  /// sentence follows: `贞观之治 贞观之治是…`.
  private static func doubledAroundBlanks(_ text: ArraySlice<UInt8>) -> Range<Int>? {
    let first = text.prefix(longestDoubled + 1).prefix { $0 >= 0x80 }
    guard first.count >= 9, first.endIndex < text.endIndex, Characters.isBlank(text[first.endIndex]),
      !isOneCharacter(first)
    else { return nil }
    let rest = text[first.endIndex...].drop(while: Characters.isBlank)
    guard rest.count > first.count + 6, rest.starts(with: first), rest[rest.startIndex + first.count] >= 0xE3
    else { return nil }
    return first.endIndex..<rest.startIndex
  }

  /// The length of the words with which a text begins twice: from three Chinese characters or a word of five letters.
  private static func doubledBeginning(_ text: ArraySlice<UInt8>) -> Int? {
    let start = text.startIndex
    let longest = min(longestDoubled, text.count / 2)
    guard longest >= 5 else { return nil }
    for length in 5...longest {
      let end = start + length
      guard text[start..<end].elementsEqual(text[end..<(end + length)]) else { continue }
      let isHan = text[start..<end].allSatisfy { $0 >= 0x80 }
      if isHan, length >= 9, text[end] & 0xC0 != 0x80, !isOneCharacter(text[start..<end]) { return length }
      let isWord =
        Characters.isUpperCase(text[start])
        && text[start..<end].allSatisfy { Characters.isLetter($0) || $0 == 0x20 }
      let isEnd = end + length == text.endIndex || !Characters.isLetter(text[end + length])
      if isWord, isEnd, Characters.isLetter(text[end - 1]) { return length }
    }
    return nil
  }

  private static func isOneCharacter(_ text: ArraySlice<UInt8>) -> Bool {
    zip(text, text.dropFirst(3)).allSatisfy { $0 == $1 }
  }

  private static let longestDoubled = 90
}
