import SourceText

extension DialectScanner {
  /// Masks the spans of a paragraph.
  ///
  /// - Returns: how far the scan came; more than the range's end when a display formula goes on behind it.
  @discardableResult
  mutating func scanInlines(_ range: Range<Int>) -> Int {
    var index = range.lowerBound
    let end = range.upperBound
    lineContent = index
    while index < end {
      index = scanByte(at: index, end: end)
    }
    return index
  }

  private mutating func scanByte(at index: Int, end: Int) -> Int {
    switch bytes[index] {
    case 0x0A, 0x0D:
      var start = ContainerPrefix.skipQuoteMarks(in: bytes, from: index + 1, to: end, depth: quoteDepth)
      while start < end, LineShape.isSpace(bytes[start]) { start += 1 }
      lineContent = start
      return index + 1
    case 0x5C:
      return scanBackslash(at: index, end: end)
    case 0x60:
      return codeSpans.end(ofRunAt: index, end: end, in: bytes)
    case 0x24:
      return scanDollar(at: index, end: end)
    case 0x5B:
      return scanBracket(at: index, end: end)
    case 0x5D:
      guard index + 1 < end, bytes[index + 1] == 0x28 else { return index + 1 }
      return InlineSkipper.endOfLinkTail(at: index + 1, end: end, in: bytes) ?? index + 1
    case 0x3C:
      return InlineSkipper.endOfTag(at: index, end: end, in: bytes) ?? index + 1
    case 0x7B:
      return scanCalculation(at: index, end: end)
    default:
      return index + 1
    }
  }

  /// Records a span and overwrites it; returns its end.
  private mutating func mask(
    _ kind: SpecialSpan.Kind, _ range: Range<Int>, content: Range<Int>, label: Range<Int>? = nil
  ) -> Int {
    result.spans.append(
      SpecialSpan(kind: kind, range: range, content: content, label: label, quoteDepth: quoteDepth))
    for index in range where bytes[index] != 0x0A && bytes[index] != 0x0D {
      result.masked[index] = MaskByte.filler
    }
    result.masked[range.lowerBound] = MaskByte.first
    return range.upperBound
  }

  private mutating func report(_ diagnostic: Diagnostic, at offset: Int) {
    result.diagnostics.append((offset, diagnostic))
  }

  // MARK: Formulas

  private mutating func scanDollar(at index: Int, end: Int) -> Int {
    guard index + 1 < end else { return index + 1 }
    switch bytes[index + 1] {
    case 0x24:
      return scanDoubleDollar(at: index, end: end)
    case 0x60:
      if let close = MathScanner.find((0x60, 0x24), from: index + 2, to: end, in: bytes), close > index + 2 {
        return mask(.inlineMath, index..<(close + 2), content: (index + 2)..<close)
      }
    default:
      break
    }
    switch MathScanner.closingDollar(openedAt: index, end: end, in: bytes) {
    case .closed(let close):
      return mask(.inlineMath, index..<(close + 1), content: (index + 1)..<close)
    case .spaced(let close):
      report(
        Diagnostic(
          .mathSpaces, at: SourceLocation(index..<(close + 1), in: file),
          "This is text, not a formula: no space may stand inside the dollar signs.",
          notes: [Note("Write $…$ without spaces at its ends, or \\$ for a dollar sign.")]), at: index)
      return close
    case .open:
      return index + 1
    }
  }

  private mutating func scanDoubleDollar(at index: Int, end: Int) -> Int {
    let opensBlock = index == lineContent
    let search = MathScanner.closingDoubleDollar(
      openedAt: index, end: opensBlock ? bytes.count : end, quoteDepth: quoteDepth, in: bytes)
    switch search {
    case .closed(let close):
      let label = MathScanner.label(behind: close + 2, in: bytes)
      return mask(
        .displayMath, index..<(label?.end ?? close + 2), content: (index + 2)..<close, label: label?.name)
    case .blankLine(let offset):
      report(
        Diagnostic(
          .mathBlankLine, at: SourceLocation(index..<(index + 2), in: file),
          "This formula is broken off by a blank line.",
          notes: [
            Note(
              "Take the blank line out, or close the formula with $$ before it.",
              at: SourceLocation(offset..<offset, in: file))
          ]), at: index)
      return index + 2
    case .unclosed:
      report(
        Diagnostic(
          .mathUnclosed, at: SourceLocation(index..<(index + 2), in: file),
          "This $$ has no closing $$.",
          notes: [Note("Close the formula with $$, or write \\$\\$ for two dollar signs.")]), at: index)
      return index + 2
    }
  }

  private mutating func scanBackslash(at index: Int, end: Int) -> Int {
    guard index + 1 < end else { return index + 1 }
    switch bytes[index + 1] {
    case 0x28:
      if let close = MathScanner.find((0x5C, 0x29), from: index + 2, to: end, in: bytes) {
        return mask(.inlineMath, index..<(close + 2), content: (index + 2)..<close)
      }
    case 0x5B where index == lineContent:
      if let close = MathScanner.find((0x5C, 0x5D), from: index + 2, to: bytes.count, in: bytes, stopAtBlankLine: true),
        MathScanner.restOfLineIsBlank(from: close + 2, in: bytes) || MathScanner.label(behind: close + 2, in: bytes) != nil
      {
        let label = MathScanner.label(behind: close + 2, in: bytes)
        return mask(
          .displayMath, index..<(label?.end ?? close + 2), content: (index + 2)..<close, label: label?.name)
      }
    case 0x65, 0x72:
      for command in ["eqref{", "ref{"] as [StaticString] {
        let start = index + 1 + command.utf8CodeUnitCount
        guard start < end, command.matches(bytes[(index + 1)..<start]) else { continue }
        if let close = bytes[start..<end].firstIndex(where: { $0 == 0x7D || $0 == 0x0A }), bytes[close] == 0x7D {
          return mask(.equationReference, index..<(close + 1), content: start..<close)
        }
      }
    default:
      break
    }
    return bytes[index + 1] < 0x80 && bytes[index + 1] != 0x0A ? index + 2 : index + 1
  }

  // MARK: Links, citations, numbers

  private mutating func scanBracket(at index: Int, end: Int) -> Int {
    guard index + 1 < end else { return index + 1 }
    if bytes[index + 1] == 0x5B {
      guard let close = LinkScanner.endOfWikiLink(openedAt: index, end: end, in: bytes) else { return index + 1 }
      let isEmbed = index > 0 && bytes[index - 1] == 0x21 && !(index > 1 && bytes[index - 2] == 0x5C)
      return mask(
        isEmbed ? .embed : .wikiLink, (isEmbed ? index - 1 : index)..<(close + 2), content: (index + 2)..<close)
    }
    guard let close = LinkScanner.endOfCitation(openedAt: index, end: end, in: bytes) else { return index + 1 }
    return mask(.citation, index..<(close + 1), content: (index + 1)..<close)
  }

  private mutating func scanCalculation(at index: Int, end: Int) -> Int {
    let opener: StaticString = "{calc:"
    let start = index + opener.utf8CodeUnitCount
    guard start < end, opener.matches(bytes[index..<start]),
      let close = bytes[start..<end].firstIndex(where: { $0 == 0x7D || $0 == 0x0A }), bytes[close] == 0x7D,
      bytes[start..<close].contains(0x3D)
    else { return index + 1 }
    return mask(.calculation, index..<(close + 1), content: start..<close)
  }
}
