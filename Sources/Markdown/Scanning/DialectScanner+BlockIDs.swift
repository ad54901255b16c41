/// Ids of blocks: ` ^id` at the end of one, `。^id` behind a full-width mark that ends a sentence or a quotation, or alone
/// behind it.
extension DialectScanner {
  /// Takes ` ^id` off the end of the block that comes next.
  ///
  /// - Parameter isHeading: whether the text is that of a heading, which needs more than an id on its last line.
  /// - Returns: whether nothing else stood there; then there is no such block, and the id is that of the one before.
  mutating func takeBlockID(from text: Range<Int>, isHeading: Bool) -> Bool {
    guard let id = blockID(atEndOf: text) else { return false }
    let mark = id.lowerBound - 1
    let isAlone = mark == text.lowerBound
    guard !isHeading || !beginsLine(mark) else { return false }
    for index in mark..<id.upperBound { bytes[index] = 0x20 }
    if isAlone {
      // libcmark reads an empty heading, which marks the place.
      bytes[mark] = 0x23
      result.blocks.append(InlineBlock(kind: .blockID(id), lines: 0..<0, fileLine: nextLine - 1))
    } else {
      keepLineAsText(endingAt: mark, of: text)
      result.blockIDs.append((result.blocks.count, id))
    }
    return isAlone
  }

  /// The id of `^id` at the end of a text, behind white space or a mark that needs none, or alone.
  private mutating func blockID(atEndOf text: Range<Int>) -> Range<Int>? {
    var end = text.upperBound
    while end > text.lowerBound, ASCII.isBlank(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > text.lowerBound,
      ASCII.isLetter(bytes[start - 1]) || ASCII.isDigit(bytes[start - 1]) || bytes[start - 1] == 0x2D
    {
      start -= 1
    }
    work.read(start, to: text.upperBound)
    guard start < end, start > text.lowerBound, bytes[start - 1] == 0x5E else { return nil }
    let mark = start - 1
    let standsApart =
      mark == text.lowerBound || ASCII.isSpace(bytes[mark - 1]) || endsSentence(text.lowerBound..<mark)
    return standsApart ? start..<end : nil
  }

  /// Whether a text ends with a mark behind which Chinese has no space. Brackets are none: `（a+b）^2` is a power.
  private func endsSentence(_ text: Range<Int>) -> Bool {
    guard text.count >= 3 else { return false }
    switch bytes[text.suffix(3)].reduce(0, { $0 << 8 | UInt32($1) }) {
    case 0xE2_8099, 0xE2_809D, 0xE2_80A6: return true  // ’ ” …
    case 0xE3_8082, 0xE3_808B, 0xE3_808D, 0xE3_808F: return true  // 。》」』
    case 0xEF_BC81, 0xEF_BC9A, 0xEF_BC9B, 0xEF_BC9F: return true  // ！：；？
    default: return false
    }
  }

  /// Hides a byte of what is left of the id's line where libcmark would now take it for more than text: a break, an
  /// underline, a tag alone on its line, or the marks that close a heading.
  private mutating func keepLineAsText(endingAt mark: Int, of text: Range<Int>) {
    var end = mark
    while end > text.lowerBound, ASCII.isBlank(bytes[end - 1]) { end -= 1 }
    var line = end
    while line > text.lowerBound, !ASCII.isLineEnding(bytes[line - 1]) { line -= 1 }
    work.read(line, to: mark)
    if inlines.isOneLine {
      if BlockStart.headingEnd(from: line, to: end, in: bytes) < end { hideFromLibcmark(end - 1) }
      return
    }
    // Marks of containers on the paragraph's later lines are not its text.
    if let last = result.lines.last?.range.lowerBound, last < end { line = max(line, last) }
    line = ASCII.skipBlanks(from: line, to: end, in: bytes)
    guard line < end else { return }
    let isMarkup =
      BlockStart.isSetextUnderline(at: line, end: end, in: bytes)
      || BlockStart.thematicBreak(at: line, end: end, in: bytes).matches
      || HTMLBlockRule.starting(at: line, end: end, interruptsParagraph: false, in: bytes, work: &work) != nil
    if isMarkup { hideFromLibcmark(line) }
  }
}
