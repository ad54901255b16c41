import SourceText

extension DialectScanner {
  mutating func scanBracket(at index: Int, end: Int) -> Int {
    guard options.extensions else {
      inlines.openBrackets += 1
      return index + 1
    }
    if index + 1 < end, bytes[index + 1] == 0x5E, let close = endOfFootnoteLabel(from: index + 2, to: end),
      !(close + 1 < end && bytes[close + 1] == 0x28)
    {
      return mask(.footnoteReference, index..<(close + 1), content: (index + 2)..<close)
    }
    if index + 1 < end, bytes[index + 1] == 0x5B,
      let close = LinkScanner.endOfWikiLink(openedAt: index, end: end, in: bytes, work: &work)
    {
      let isEmbed = index > inlines.paragraphStart && bytes[index - 1] == 0x21 && !isEscaped(index - 1)
      return mask(
        isEmbed ? .embed : .wikiLink, (isEmbed ? index - 1 : index)..<(close + 2),
        content: (index + 2)..<close)
    }
    if let close = LinkScanner.endOfCitation(openedAt: index, end: end, in: bytes, work: &work) {
      return mask(.citation, index..<(close + 1), content: (index + 1)..<close)
    }
    inlines.openBrackets += 1
    return index + 1
  }

  /// Whether an odd number of backslashes stands before a byte.
  mutating func isEscaped(_ offset: Int) -> Bool {
    var index = offset
    defer { work.read(index, to: offset) }
    while index > inlines.paragraphStart, bytes[index - 1] == 0x5C { index -= 1 }
    return (offset - index) % 2 == 1
  }

  mutating func scanClosingBracket(at index: Int, end: Int) -> Int {
    guard inlines.openBrackets > 0 else { return index + 1 }
    inlines.openBrackets -= 1
    inlines.linkEnd = index + 1
    guard index + 1 < end, bytes[index + 1] == 0x28, inlines.searchBudget > 0 else { return index + 1 }
    let before = work.bytes
    if let close = LinkSyntax.endOfTail(at: index + 1, end: end, in: bytes, work: &work) {
      inlines.linkEnd = close
      return close
    }
    charge(work.bytes - before)
    return index + 1
  }

  /// Scans `{…}`: attributes directly behind a link or image, or a calculation.
  mutating func scanBrace(at index: Int, end: Int) -> Int {
    guard index == inlines.linkEnd else { return scanCalculation(at: index, end: end) }
    let limit = min(end, index + LinkScanner.reach)
    let lineEnd = bytes[index..<limit].firstIndex(where: ASCII.isLineEnding) ?? limit
    work.read(index, to: lineEnd)
    guard let (_, length) = Attributes.parse(bytes[index..<lineEnd]) else {
      return scanCalculation(at: index, end: end)
    }
    return mask(.attributes, index..<(index + length), content: index..<(index + length))
  }

  mutating func scanCalculation(at index: Int, end: Int) -> Int {
    let opener: StaticString = "{calc:"
    let start = index + opener.utf8CodeUnitCount
    guard inlines.searchBudget > 0, start < end, opener.matches(bytes[index..<start]),
      let close = closingBrace(from: start, to: end)
    else { return index + 1 }
    return mask(.calculation, index..<(close + 1), content: start..<close)
  }
}
