import SourceText

extension DialectScanner {
  /// What ends the lines of a paragraph.
  private enum ParagraphEnd {
    case nextBlock, underline
    /// A line that would end a table, if the lines before it hold one.
    case tableMayEnd
  }

  /// What a line is to the paragraph before it.
  private enum Continuation {
    case text(Range<Int>, mayBeRow: Bool)
    case underline(Range<Int>)
    case end
  }

  // MARK: Headings

  /// Scans an ATX heading.
  mutating func scanHeading(_ line: LineCursor, level: Int) {
    countChild()
    let start = ASCII.skipBlanks(from: line.content + level, to: line.end, in: bytes)
    let attributes = options.extensions ? maskAttributes(start..<line.end) : nil
    let text = start..<BlockStart.headingEnd(from: start, to: line.end, in: bytes)
    inlines = InlineState(paragraphStart: start, quoteDepth: quoteDepth, isOneLine: true)
    if !maskOverLimits(text) { _ = scanInlines(from: start, to: text.upperBound) }
    if options.extensions { _ = takeBlockID(from: text, isHeading: true) }
    let first = result.lines.count
    result.lines.append(ContentLine(text, mayBeRow: false))
    addHeading(lines: first..<(first + 1), attributes: attributes, fileLine: nextLine)
    nextLine += 1
  }

  private mutating func addHeading(lines: Range<Int>, attributes: HeadingAttributes?, fileLine: Int) {
    if var attributes {
      attributes.block = result.blocks.count
      result.headingAttributes.append(attributes)
    }
    result.blocks.append(InlineBlock(kind: .heading, lines: lines, fileLine: fileLine))
    if lines.count == 1, options.sections.kind(of: bytes[result.lines[lines.lowerBound].range]) == .references
    {
      result.hasReferenceSection = true
    }
  }

  /// Takes `{…}` off the end of a heading.
  private mutating func maskAttributes(_ text: Range<Int>) -> HeadingAttributes? {
    let end = BlockStart.headingEnd(from: text.lowerBound, to: text.upperBound, in: bytes)
    work.read(text.lowerBound, to: text.upperBound)
    guard end > text.lowerBound, bytes[end - 1] == 0x7D,
      let brace = openingBrace(in: text.lowerBound..<end),
      brace == text.lowerBound || ASCII.isBlank(bytes[brace - 1]) || bytes[brace + 1] == 0x23,
      let (attributes, length) = Attributes.parse(bytes[brace..<end]), brace + length == end
    else { return nil }
    for index in brace..<end { bytes[index] = 0x20 }
    return HeadingAttributes(attributes: attributes, range: brace..<end)
  }

  /// The last `{` outside quotes.
  private func openingBrace(in text: Range<Int>) -> Int? {
    var index = text.upperBound - 1
    var isQuoted = false
    while index >= text.lowerBound {
      if bytes[index] == 0x22 { isQuoted.toggle() }
      if bytes[index] == 0x7B, !isQuoted { return index }
      index -= 1
    }
    return bytes[text].lastIndex(of: 0x7B)
  }

  // MARK: Paragraphs

  /// Scans the whole range as the inlines of one block.
  mutating func scanInlineText() {
    inlines = InlineState(paragraphStart: range.lowerBound, isOneLine: true)
    if !maskOverLimits(range) { _ = scanInlines(from: range.lowerBound, to: range.upperBound) }
  }

  /// Number of quotes that are open.
  var quoteDepth: Int { containers.reduce(0) { $0 + ($1.isQuote ? 1 : 0) } }

  /// Scans the paragraph, setext heading or table that begins on a line.
  mutating func scanParagraph(_ line: LineCursor) {
    if options.extensions, scanBlockComment(line) || scanCalloutTitle(line) { return }
    inlines = InlineState(paragraphStart: line.content, quoteDepth: quoteDepth)
    let begin = options.extensions ? scanTaskMarker(line) : line.content
    countChild()
    let fileLine = nextLine
    var first = result.lines.count
    result.lines.append(ContentLine(line.content..<line.end, mayBeRow: true))
    nextLine += 1
    var reached = begin
    var delimiter = 0
    while true {
      let ending = collectLines(from: &first)
      dropDefinitions(from: &first)
      inlines.mayHoldDefinitions = false
      guard first < result.lines.count else { return dissolveParagraph() }
      reached = max(reached, result.lines[first].range.lowerBound)
      inlines.paragraphStart = result.lines[first].range.lowerBound
      if scanTable(from: first, delimiter: &delimiter, reached: &reached, fileLine: fileLine) { return }
      if ending == .tableMayEnd { continue }
      let end = result.lines[result.lines.count - 1].range.upperBound
      let text = result.lines[first].range.lowerBound..<end
      if reached == max(begin, text.lowerBound), maskOverLimits(reached..<end) {
        reached = end
      } else {
        reached = scanInlines(from: reached, to: end)
      }
      // A display formula may go on over lines that look like other blocks: then the paragraph goes on behind it.
      guard reached <= end else { continue }
      let lines = first..<result.lines.count
      let isHeading = ending == .underline
      if options.extensions, takeBlockID(from: text, isHeading: isHeading) { return }
      keepFromBecomingDefinition(text)
      if isHeading {
        nextLine += 1
        addHeading(lines: lines, attributes: maskAttributes(ofLastLine: lines), fileLine: fileLine)
      } else {
        result.blocks.append(InlineBlock(kind: .paragraph, lines: lines, fileLine: fileLine))
      }
      return
    }
  }

  /// Takes in the lines that go on with the paragraph.
  private mutating func collectLines(from first: inout Int) -> ParagraphEnd {
    var mayHoldTable = false
    while nextLine < lineCount {
      switch continuation(of: nextLine) {
      case .end:
        return .nextBlock
      case .text(let text, let mayBeRow):
        // What stands behind a table is not to be taken in and given back for each table of many.
        if mayHoldTable, !mayBeRow { return .tableMayEnd }
        mayHoldTable = mayHoldTable || (options.extensions && isDelimiterRow(text))
        addLine(text, mayBeRow: mayBeRow)
      case .underline(let text):
        dropDefinitions(from: &first)
        if first < result.lines.count { return .underline }
        addLine(text, mayBeRow: true)
      }
      nextLine += 1
    }
    return .nextBlock
  }

  private mutating func isDelimiterRow(_ line: Range<Int>) -> Bool {
    guard let first = bytes[line].first, first == 0x7C || first == 0x2D || first == 0x3A else { return false }
    work.read(line.lowerBound, to: line.upperBound)
    return TableScanner.alignments(line, in: bytes) != nil
  }

  private mutating func addLine(_ text: Range<Int>, mayBeRow: Bool) {
    result.lines.append(ContentLine(text, mayBeRow: mayBeRow))
    guard inlines.quoteDepth > 0 else { return }
    let marks = lineRange(nextLine).lowerBound..<text.lowerBound
    guard bytes[marks].contains(0x3E) else { return }
    for index in marks where bytes[index] == 0x3E { bytes[index] = 0x20 }
    result.blankedMarks.append(marks)
  }

  private mutating func continuation(of index: Int) -> Continuation {
    var line = LineCursor(lineRange(index), in: bytes)
    work.read(line.offset, to: line.end)
    let matched = matchContainers(&line)
    let isMatched = matched == containers.count
    guard !line.isBlank else { return .end }
    let start = line.content
    let text = Continuation.text(
      (isMatched ? start : line.offset)..<line.end, mayBeRow: isMatched && line.indent < LineCursor.codeIndent
    )
    guard line.indent < LineCursor.codeIndent else { return text }
    switch bytes[start] {
    case 0x3E:
      return isMatched && !mayDeepen(line) ? text : .end
    case 0x23:
      return BlockStart.headingLevel(at: start, end: line.end, in: bytes) == nil ? text : .end
    case 0x5B where options.extensions:
      return footnoteLabel(at: start, end: line.end, inContainers: matched) == nil ? text : .end
    case 0x25 where options.extensions && isMatched && isCommentFence(start..<line.end):
      return isInComment(before: start) ? text : .end
    case 0x60, 0x7E:
      return BlockStart.fence(at: start, end: line.end, in: bytes) == nil ? text : .end
    case 0x3C:
      let rule = HTMLBlockRule.starting(
        at: start, end: line.end, interruptsParagraph: true, in: bytes, work: &work)
      return rule == nil ? text : .end
    case 0x3D, 0x2D, 0x2A, 0x5F, 0x2B, 0x30...0x39:
      if isMatched, BlockStart.isSetextUnderline(at: start, end: line.end, in: bytes) {
        return .underline(start..<line.end)
      }
      if BlockStart.thematicBreak(at: start, end: line.end, in: bytes).matches { return .end }
      let marker = BlockStart.listMarkerLength(
        at: start, end: line.end, interruptsParagraph: isMatched, in: bytes)
      return marker == nil || (isMatched && !mayDeepen(line)) ? text : .end
    default:
      return text
    }
  }

  // MARK: Link reference definitions

  /// Takes the definitions off the beginning of a paragraph.
  private mutating func dropDefinitions(from first: inout Int) {
    let end = result.lines[result.lines.count - 1].range.upperBound
    while inlines.mayHoldDefinitions, first < result.lines.count {
      let start = result.lines[first].range.lowerBound
      guard start < end, bytes[start] == 0x5B,
        !(options.extensions && isFootnoteOrCitation(from: start, to: end)),
        let close = LinkSyntax.endOfDefinition(at: start, end: end, in: bytes, work: &work)
      else { return }
      if options.extensions,
        let label = LinkSyntax.endOfLabel(at: start, end: end, in: bytes, work: &work)
      {
        judgeLabel(start..<label)
      }
      repeat {
        result.definitions.append(result.lines[first])
        first += 1
      } while first < result.lines.count && result.lines[first].range.upperBound <= close
    }
  }

  private mutating func isFootnoteOrCitation(from start: Int, to end: Int) -> Bool {
    if start + 1 < end, bytes[start + 1] == 0x5E { return true }
    return LinkScanner.endOfCitation(openedAt: start, end: end, in: bytes, work: &work) != nil
  }

  /// Hides the bracket of a text that is no definition to us but, now that spans are masked, one to libcmark.
  mutating func keepFromBecomingDefinition(_ text: Range<Int>) {
    guard bytes[text.lowerBound] == 0x5B,
      LinkSyntax.endOfDefinition(at: text.lowerBound, end: text.upperBound, in: bytes, work: &work) != nil
    else { return }
    hideFromLibcmark(text.lowerBound)
  }

  /// Makes a byte of the last text one that means nothing to libcmark, and is shown as it stands.
  mutating func hideFromLibcmark(_ offset: Int) {
    // The spans of this text are the last.
    let position = (result.spans.lastIndex { $0.range.lowerBound <= offset } ?? -1) + 1
    work.visit(result.spans.count - position)
    let byte = offset..<(offset + 1)
    result.spans.insert(
      SpecialSpan(kind: .plainText, range: byte, content: byte, quoteDepth: inlines.quoteDepth), at: position)
    bytes[offset] = MaskByte.first
  }

  private mutating func maskAttributes(ofLastLine lines: Range<Int>) -> HeadingAttributes? {
    let line = result.lines[lines.upperBound - 1].range
    guard options.extensions, line.lowerBound < line.upperBound, bytes[line.lowerBound] != 0x7B else {
      return nil
    }
    return maskAttributes(line)
  }

  // MARK: Limits

  /// Makes a text plain when it holds more brackets or bytes than libcmark can bear.
  mutating func maskOverLimits(_ text: Range<Int>) -> Bool {
    guard text.count > min(options.limits.paragraphBytes, options.limits.paragraphBrackets) else {
      return false
    }
    work.read(text.lowerBound, to: text.upperBound)
    let isTooLong = text.count > options.limits.paragraphBytes
    guard isTooLong || bytes[text].count(where: { $0 == 0x5B }) > options.limits.paragraphBrackets else {
      return false
    }
    let limit =
      isTooLong ? "\(options.limits.paragraphBytes) bytes" : "\(options.limits.paragraphBrackets) brackets"
    result.diagnostics.append(
      Diagnostic(
        .markupLimit, at: SourceLocation(text.lowerBound..<text.lowerBound, in: file),
        "This paragraph holds more than \(limit).",
        notes: [Note("It is shown as plain text; divide it into several.")]))
    // The marks of containers before each line stay.
    let first = result.lines.lastIndex { $0.range.upperBound < text.lowerBound }.map { $0 + 1 } ?? 0
    let lines = result.lines[first...].filter { $0.range.overlaps(text) }.map { $0.range.clamped(to: text) }
    for line in lines.isEmpty ? [text] : lines { maskPlainText(line) }
    return true
  }

  /// Overwrites a part of a line that is to be shown as it is written.
  mutating func maskPlainText(_ text: Range<Int>) {
    guard !text.isEmpty else { return }
    _ = mask(.plainText, text, content: text)
  }
}
