import SourceText

extension DialectScanner {
  mutating func scanDollar(at index: Int, end: Int) -> Int {
    guard index + 1 < end, inlines.searchBudget > 0 else { return index + 1 }
    switch bytes[index + 1] {
    case 0x24:
      return scanDoubleDollar(at: index, end: end)
    case 0x60:
      let search = MathScanner.find((0x60, 0x24), from: index + 2, to: end, in: bytes, work: &work)
      if let close = search.found, close > index + 2 {
        return maskInline(index..<(close + 2), content: (index + 2)..<close)
      }
      charge(search.reached - index)
    default:
      break
    }
    switch MathScanner.closingDollar(openedAt: index, end: end, in: bytes, work: &work) {
    case .closed(let close):
      work.read(index, to: close)
      if MathScanner.looksLikeMoney((index + 1)..<close, in: bytes) {
        reportInline(
          .mathMoney, at: index..<(close + 1), "These words between dollar signs are read as a formula.",
          Note("Write \\$ where a dollar sign is meant."))
      }
      return maskInline(index..<(close + 1), content: (index + 1)..<close)
    case .spaced(let close):
      // The dollar sign that ends a faulty formula opens no other.
      if index == inlines.unbalancedEnd { return close }
      reportInline(
        .mathSpaces, at: index..<(close + 1),
        "This is text, not a formula: no space may stand inside the dollar signs.",
        Note("Write $…$ without spaces at its ends, or \\$ for a dollar sign."))
      return close
    case .open(let reached):
      charge(reached - index)
      reportUnbalanced(at: index, end: end)
      return index + 1
    }
  }

  /// Tells of a formula that is text because a brace in it has no partner.
  private mutating func reportUnbalanced(at index: Int, end: Int) {
    guard index != inlines.unbalancedEnd,
      let faulty = UnbalancedFormula(openedAt: index, end: end, in: bytes, work: &work)
    else { return }
    inlines.unbalancedEnd = faulty.close
    let message =
      faulty.isOpening
      ? "This { is not closed before the next $, so that the formula is shown as text."
      : "This } closes no {, so that the formula is shown as text."
    reportInline(
      .mathUnbalanced, at: faulty.brace..<(faulty.brace + 1), message,
      Note(
        faulty.isOpening
          ? "Write } where the group ends, \\{ for a brace that is to be seen, or \\$ for a dollar sign."
          : "Take it out, write { where the group begins, or \\} for a brace that is to be seen."))
  }

  private mutating func scanDoubleDollar(at index: Int, end: Int) -> Int {
    if index == strayDollars { return index + 2 }
    let opensBlock = !inlines.isOneLine && beginsLine(index)
    let search = MathScanner.closingDoubleDollar(
      openedAt: index, paragraphEnd: end, textEnd: textEnd(end), opensBlock: opensBlock,
      quoteDepth: inlines.quoteDepth,
      maximumLength: options.limits.formulaBytes, in: bytes, work: &work)
    switch search {
    case .closed(let close) where close == index + 2:
      return close + 2
    case .closed(let close):
      let label = MathScanner.label(behind: close + 2, in: bytes, work: &work)
      let isBlock =
        beginsLine(index) && MathScanner.restOfLineIsBlank(from: label?.end ?? close + 2, in: bytes)
      return mask(
        isBlock || !options.setsDoubleDollarsInline ? .displayMath : .inlineMath,
        index..<(label?.end ?? close + 2), content: (index + 2)..<close, label: label?.name)
    case .blankLine(let offset):
      charge(offset - index)
      noteStrayDollars(behind: offset)
      reportInline(
        .mathBlankLine, at: index..<(index + 2), "This formula is broken off by a blank line.",
        Note(
          "Take the blank line out, or close the formula with $$ before it.",
          at: SourceLocation(offset..<offset, in: file)))
      return index + 2
    case .tooLong:
      charge(options.limits.formulaBytes)
      reportInline(
        .markupLimit, at: index..<(index + 2),
        "No closing $$ stands within \(options.limits.formulaBytes) bytes.",
        Note("Close the formula with $$ earlier, or write \\$\\$ for two dollar signs."))
      return index + 2
    case .unclosed(let reached):
      charge(reached - index)
      reportInline(
        .mathUnclosed, at: index..<(index + 2), "This $$ has no closing $$.",
        Note("Close the formula with $$, or write \\$\\$ for two dollar signs."))
      return index + 2
    }
  }

  mutating func scanBackslash(at index: Int, end: Int) -> Int {
    guard index + 1 < end else { return index + 1 }
    if options.extensions, inlines.searchBudget > 0 {
      switch bytes[index + 1] {
      case 0x28:
        let search = MathScanner.find((0x5C, 0x29), from: index + 2, to: end, in: bytes, work: &work)
        if let close = search.found, close > index + 2 {
          return maskInline(index..<(close + 2), content: (index + 2)..<close)
        }
        charge(search.reached - index)
      case 0x5B:
        if let close = scanDisplayBrackets(at: index, end: end) { return close }
      case 0x65, 0x72:
        if let close = scanEquationReference(at: index, end: end) { return close }
      default:
        break
      }
    }
    return ASCII.isPunctuation(bytes[index + 1]) ? index + 2 : index + 1
  }

  /// Finds the `$$` that was meant to close a formula that a blank line broke off: it opens no other.
  private mutating func noteStrayDollars(behind offset: Int) {
    let end = min(range.upperBound, offset + options.limits.formulaBytes)
    let search = MathScanner.find((0x24, 0x24), from: offset, to: end, in: bytes, work: &work)
    charge(search.reached - offset)
    strayDollars = search.found
  }

  /// How far lines are known to be the paragraph's: perhaps behind the part of it that is being scanned.
  private func textEnd(_ end: Int) -> Int {
    inlines.isOneLine ? end : max(end, result.lines.last?.range.upperBound ?? end)
  }

  /// Masks a formula inside a line; one that is too long becomes plain text.
  private mutating func maskInline(_ range: Range<Int>, content: Range<Int>) -> Int {
    guard content.count > options.limits.formulaBytes else {
      return mask(.inlineMath, range, content: content)
    }
    reportInline(
      .markupLimit, at: range.lowerBound..<content.lowerBound,
      "This formula has more than \(options.limits.formulaBytes) bytes.",
      Note("It is shown as plain text; divide it into several."))
    return mask(.plainText, range, content: range)
  }

  private mutating func scanDisplayBrackets(at index: Int, end: Int) -> Int? {
    guard !inlines.isOneLine, beginsLine(index) else {
      reportBracket(at: index, end: end)
      return nil
    }
    let isKnown = withoutClosingBracket.quoteDepth == inlines.quoteDepth
    let start = max(index + 2, isKnown ? withoutClosingBracket.end : 0)
    let search = MathScanner.closingBracket(
      openedAt: index, from: start, paragraphEnd: end, quoteDepth: inlines.quoteDepth,
      maximumLength: options.limits.formulaBytes, in: bytes, work: &work)
    guard let close = search.found else {
      charge(search.reached - start)
      withoutClosingBracket = (search.reached, inlines.quoteDepth)
      return nil
    }
    let label = MathScanner.label(behind: close + 2, in: bytes, work: &work)
    guard MathScanner.restOfLineIsBlank(from: label?.end ?? close + 2, in: bytes) else {
      reportBracket(at: index, end: end)
      return nil
    }
    return mask(
      .displayMath, index..<(label?.end ?? close + 2), content: (index + 2)..<close, label: label?.name)
  }

  /// Tells of `\[…\]` that holds a command but is no formula, because of where it stands.
  private mutating func reportBracket(at index: Int, end: Int) {
    let search = MathScanner.find((0x5C, 0x5D), from: index + 2, to: end, in: bytes, work: &work)
    charge(search.reached - index)
    guard let close = search.found else { return }
    let command = ((index + 2)..<close).first { bytes[$0] == 0x5C && ASCII.isLetter(bytes[$0 + 1]) }
    work.read(index, to: command ?? close)
    guard command != nil else { return }
    reportInline(
      .mathBracket, at: index..<(close + 2), "This is text in brackets, not a formula.",
      Note("A formula in \\[…\\] begins its line and ends one; inside a sentence write \\(…\\) or $…$."))
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
}
