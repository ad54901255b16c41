import SourceText

/// What the first line of a block may say of it: the type of a callout, whether a task is done; and what its last line
/// may say: the block's id.
extension DialectScanner {
  // MARK: Callouts

  /// Scans `[!type]`, with a title behind it, as the first line of a quote. libcmark reads the line as a heading, so
  /// that the text below is a paragraph of its own.
  mutating func scanCalloutTitle(_ line: LineCursor) -> Bool {
    let start = line.content
    guard let container = containers.last, container.isQuote, container.childCount == 0, line.end - start > 3,
      bytes[start] == 0x5B, bytes[start + 1] == 0x21
    else { return false }
    var close = start + 2
    while close < line.end,
      ASCII.isLetter(bytes[close]) || ASCII.isDigit(bytes[close]) || bytes[close] == 0x2D
        || bytes[close] == 0x5F || bytes[close] >= 0x80
    {
      close += 1
    }
    guard close > start + 2, close < line.end, bytes[close] == 0x5D else { return false }
    let type = bytes[(start + 2)..<close].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let name = (start + 2)..<close
    close += 1
    var fold = Callout.Fold.none
    if close < line.end, bytes[close] == 0x2B || bytes[close] == 0x2D {
      fold = bytes[close] == 0x2B ? .open : .closed
      close += 1
    }
    guard close == line.end || ASCII.isBlank(bytes[close]) else { return false }
    if Callout.Kind(type) == nil { reportUnknownCallout(name) }
    countChild()
    bytes[start] = 0x23
    for index in (start + 1)..<close { bytes[index] = 0x20 }
    let begin = ASCII.skipBlanks(from: close, to: line.end, in: bytes)
    let text = ASCII.trim(begin..<line.end, in: bytes)
    inlines = InlineState(paragraphStart: begin, quoteDepth: quoteDepth, isOneLine: true)
    if !maskOverLimits(text) { _ = scanInlines(from: begin, to: text.upperBound) }
    // A title is no heading: `#`s at its end are text.
    maskPlainText(BlockStart.headingEnd(from: begin, to: text.upperBound, in: bytes)..<text.upperBound)
    let first = result.lines.count
    result.lines.append(ContentLine(text, mayBeRow: false))
    result.blocks.append(
      InlineBlock(
        kind: .calloutTitle(Callout(type: type, fold: fold)), lines: first..<(first + 1), fileLine: nextLine))
    nextLine += 1
    return true
  }

  private mutating func reportUnknownCallout(_ type: Range<Int>) {
    let name = String(decoding: bytes[type], as: UTF8.self)
    let known = Callout.Kind.allCases.map(\.rawValue)
    let question = Suggestion.question(for: name.lowercased(), among: known)
    report(
      .calloutUnknownType, at: type, "There is no callout of the type \"\(name)\"; it is shown as a note.",
      Note(question ?? "The types are \(known.joined(separator: ", "))."))
  }

  // MARK: Tasks

  /// Masks `[ ]` or `[x]` with the blank behind it at the beginning of a list item; returns where its text begins.
  mutating func scanTaskMarker(_ line: LineCursor) -> Int {
    let start = line.content
    guard let container = containers.last, container.kind == .item, container.childCount == 0,
      line.end - start > 4, bytes[start] == 0x5B, bytes[start + 2] == 0x5D, ASCII.isBlank(bytes[start + 3])
    else { return start }
    let isChecked = bytes[start + 1] | 0x20 == 0x78
    guard isChecked || ASCII.isBlank(bytes[start + 1]) else { return start }
    let text = ASCII.skipBlanks(from: start + 3, to: line.end, in: bytes)
    guard text < line.end else { return start }
    return mask(.taskMarker(isChecked: isChecked), start..<text, content: start..<text)
  }
}
