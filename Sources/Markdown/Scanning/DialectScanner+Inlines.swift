import SourceText

extension DialectScanner {
  /// Masks the spans of a paragraph, of which a part may have been scanned before.
  ///
  /// - Returns: how far the scan came; more than `end` when a display formula goes on behind it.
  mutating func scanInlines(from start: Int, to end: Int) -> Int {
    inlines.codeSpans = CodeSpanScanner()
    inlines.tags = TagScanner()
    inlines.searchBudget = InlineState.searchFactor * (end - start + 256)
    var index = start
    while index < end {
      index = nextSpecialByte(from: index, to: end)
      guard index < end else { break }
      switch bytes[index] {
      case 0x5C: index = scanBackslash(at: index, end: end)
      case 0x60: index = inlines.codeSpans.end(ofRunAt: index, end: end, in: bytes)
      case 0x24: index = scanDollar(at: index, end: end)
      case 0x5B: index = scanBracket(at: index, end: end)
      case 0x5D: index = scanClosingBracket(at: index, end: end)
      case 0x3C: index = inlines.tags.end(at: index, end: end, in: bytes) ?? index + 1
      case 0x7B: index = scanCalculation(at: index, end: end)
      default: index += 1
      }
    }
    return index
  }

  /// The next byte that may begin a construct, or the end.
  private func nextSpecialByte(from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < end {
        switch bytes[index] {
        case 0x24, 0x3C, 0x5B...0x5D, 0x60, 0x7B: return index
        default: index += 1
        }
      }
      return end
    }
  }

  /// Records a span and overwrites it; returns its end.
  mutating func mask(
    _ kind: SpecialSpan.Kind, _ range: Range<Int>, content: Range<Int>, label: Range<Int>? = nil
  ) -> Int {
    result.spans.append(
      SpecialSpan(kind: kind, range: range, content: content, label: label, quoteDepth: inlines.quoteDepth))
    for index in range where !ASCII.isLineEnding(bytes[index]) { bytes[index] = MaskByte.filler }
    bytes[range.lowerBound] = MaskByte.first
    return range.upperBound
  }

  /// Notes bytes that were read in vain.
  private mutating func charge(_ count: Int) {
    inlines.searchBudget -= count
  }

  /// Whether nothing but white space stands before a byte on its line of the paragraph.
  private func beginsLine(_ offset: Int) -> Bool {
    var index = offset
    while index > inlines.paragraphStart, ASCII.isBlank(bytes[index - 1]) { index -= 1 }
    return index == inlines.paragraphStart || ASCII.isLineEnding(bytes[index - 1])
  }

  private mutating func report(_ id: DiagnosticID, at range: Range<Int>, _ message: String, _ note: Note) {
    result.diagnostics.append(
      Diagnostic(id, at: SourceLocation(range, in: file), message, notes: [note]))
  }

  // MARK: Formulas

  private mutating func scanDollar(at index: Int, end: Int) -> Int {
    guard index + 1 < end, inlines.searchBudget > 0 else { return index + 1 }
    switch bytes[index + 1] {
    case 0x24:
      return scanDoubleDollar(at: index, end: end)
    case 0x60:
      let search = MathScanner.find((0x60, 0x24), from: index + 2, to: end, in: bytes)
      if let close = search.found, close > index + 2 {
        return mask(.inlineMath, index..<(close + 2), content: (index + 2)..<close)
      }
      charge(search.reached - index)
    default:
      break
    }
    switch MathScanner.closingDollar(openedAt: index, end: end, in: bytes) {
    case .closed(let close):
      return mask(.inlineMath, index..<(close + 1), content: (index + 1)..<close)
    case .spaced(let close):
      report(
        .mathSpaces, at: index..<(close + 1),
        "This is text, not a formula: no space may stand inside the dollar signs.",
        Note("Write $…$ without spaces at its ends, or \\$ for a dollar sign."))
      return close
    case .open(let reached):
      charge(reached - index)
      return index + 1
    }
  }

  private mutating func scanDoubleDollar(at index: Int, end: Int) -> Int {
    let opensBlock = !inlines.isOneLine && beginsLine(index)
    let search = MathScanner.closingDoubleDollar(
      openedAt: index, paragraphEnd: end, opensBlock: opensBlock, quoteDepth: inlines.quoteDepth, in: bytes)
    switch search {
    case .closed(let close) where close == index + 2:
      return close + 2
    case .closed(let close):
      let label = MathScanner.label(behind: close + 2, in: bytes)
      return mask(
        .displayMath, index..<(label?.end ?? close + 2), content: (index + 2)..<close, label: label?.name)
    case .blankLine(let offset):
      charge(offset - index)
      report(
        .mathBlankLine, at: index..<(index + 2), "This formula is broken off by a blank line.",
        Note(
          "Take the blank line out, or close the formula with $$ before it.",
          at: SourceLocation(offset..<offset, in: file)))
      return index + 2
    case .tooLong:
      charge(MathScanner.maximumLength)
      report(
        .markupLimit, at: index..<(index + 2),
        "No closing $$ stands within \(MathScanner.maximumLength) bytes.",
        Note("Close the formula with $$ earlier, or write \\$\\$ for two dollar signs."))
      return index + 2
    case .unclosed(let reached):
      charge(reached - index)
      report(
        .mathUnclosed, at: index..<(index + 2), "This $$ has no closing $$.",
        Note("Close the formula with $$, or write \\$\\$ for two dollar signs."))
      return index + 2
    }
  }

  private mutating func scanBackslash(at index: Int, end: Int) -> Int {
    guard index + 1 < end else { return index + 1 }
    if inlines.searchBudget > 0 {
      switch bytes[index + 1] {
      case 0x28:
        let search = MathScanner.find((0x5C, 0x29), from: index + 2, to: end, in: bytes)
        if let close = search.found {
          return mask(.inlineMath, index..<(close + 2), content: (index + 2)..<close)
        }
        charge(search.reached - index)
      case 0x5B where !inlines.isOneLine && beginsLine(index):
        if let close = scanDisplayBrackets(at: index, end: end) { return close }
      case 0x65, 0x72:
        if let close = scanEquationReference(at: index, end: end) { return close }
      default:
        break
      }
    }
    return ASCII.isPunctuation(bytes[index + 1]) ? index + 2 : index + 1
  }

  private mutating func scanDisplayBrackets(at index: Int, end: Int) -> Int? {
    let search = MathScanner.closingBracket(
      openedAt: index, paragraphEnd: end, quoteDepth: inlines.quoteDepth, in: bytes)
    guard let close = search.found else {
      charge(search.reached - index)
      return nil
    }
    let label = MathScanner.label(behind: close + 2, in: bytes)
    guard MathScanner.restOfLineIsBlank(from: label?.end ?? close + 2, in: bytes) else { return nil }
    return mask(
      .displayMath, index..<(label?.end ?? close + 2), content: (index + 2)..<close, label: label?.name)
  }

  private mutating func scanEquationReference(at index: Int, end: Int) -> Int? {
    for command in ["\\eqref{", "\\ref{"] as [StaticString] {
      let start = index + command.utf8CodeUnitCount
      guard start < end, command.matches(bytes[index..<start]) else { continue }
      guard let close = closingBrace(from: start, to: end), close > start else { return nil }
      return mask(.equationReference, index..<(close + 1), content: start..<close)
    }
    return nil
  }

  /// The next `}` on the line.
  private mutating func closingBrace(from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end, bytes[index] != 0x7D {
      guard !ASCII.isLineEnding(bytes[index]) else { break }
      index += 1
    }
    if index < end, bytes[index] == 0x7D { return index }
    charge(index - start)
    return nil
  }

  // MARK: Links, citations, numbers

  private mutating func scanBracket(at index: Int, end: Int) -> Int {
    if index + 1 < end, bytes[index + 1] == 0x5B,
      let close = LinkScanner.endOfWikiLink(openedAt: index, end: end, in: bytes)
    {
      let isEmbed = index > inlines.paragraphStart && bytes[index - 1] == 0x21 && !isEscaped(index - 1)
      return mask(
        isEmbed ? .embed : .wikiLink, (isEmbed ? index - 1 : index)..<(close + 2),
        content: (index + 2)..<close)
    }
    if let close = LinkScanner.endOfCitation(openedAt: index, end: end, in: bytes) {
      return mask(.citation, index..<(close + 1), content: (index + 1)..<close)
    }
    inlines.openBrackets += 1
    return index + 1
  }

  /// Whether an odd number of backslashes stands before a byte.
  private func isEscaped(_ offset: Int) -> Bool {
    var index = offset
    while index > inlines.paragraphStart, bytes[index - 1] == 0x5C { index -= 1 }
    return (offset - index) % 2 == 1
  }

  private mutating func scanClosingBracket(at index: Int, end: Int) -> Int {
    guard inlines.openBrackets > 0 else { return index + 1 }
    inlines.openBrackets -= 1
    guard index + 1 < end, bytes[index + 1] == 0x28, inlines.searchBudget > 0 else { return index + 1 }
    if let close = LinkSyntax.endOfTail(at: index + 1, end: end, in: bytes) { return close }
    charge(end - index)
    return index + 1
  }

  private mutating func scanCalculation(at index: Int, end: Int) -> Int {
    let opener: StaticString = "{calc:"
    let start = index + opener.utf8CodeUnitCount
    guard inlines.searchBudget > 0, start < end, opener.matches(bytes[index..<start]),
      let close = closingBrace(from: start, to: end), bytes[start..<close].contains(0x3D)
    else { return index + 1 }
    return mask(.calculation, index..<(close + 1), content: start..<close)
  }
}
