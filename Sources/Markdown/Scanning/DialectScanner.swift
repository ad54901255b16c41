import SourceText

/// One pass over the lines of a file that finds what libcmark must not see: formulas, wiki links, citations,
/// tables. Everything it finds is overwritten by bytes of the same length, so that every offset, line and column
/// libcmark reports is the author's.
///
/// It follows CommonMark's block structure only as far as it decides where inline text may stand: fenced code and
/// HTML blocks are left out; a paragraph ends where a blank line or another block begins. What it masks by mistake
/// (indented code) is restored from the source when the tree is built.
struct DialectScanner {
  let file: SourceFile
  let bytes: [UInt8]
  let sections: SectionNames
  var result: ScanResult
  /// Number of `>` before the paragraph being scanned.
  var quoteDepth = 0
  /// Offset of the first byte of the line being scanned behind its marks.
  var lineContent = 0
  var codeSpans = CodeSpanScanner()
  private var nextLine: Int
  private var listColumns: [Int] = []

  /// Prepares a scan of everything from `bodyStart` on.
  init(_ file: SourceFile, bodyStart: Int, sections: SectionNames) {
    self.file = file
    self.sections = sections
    self.bytes = file.bytes
    self.result = ScanResult(masked: file.bytes)
    self.nextLine = file.lineIndex(at: bodyStart)
  }

  /// Scans the whole body.
  ///
  /// - Complexity: O(bytes).
  mutating func scan() -> ScanResult {
    var previousWasBlank = true
    while nextLine < file.lineStarts.count {
      let line = file.lineRange(nextLine)
      let shape = LineShape(line, in: bytes)
      if case .blank = shape.kind {
        previousWasBlank = true
        nextLine += 1
        continue
      }
      updateLists(shape, previousWasBlank: previousWasBlank)
      previousWasBlank = false
      if case .fence(let byte, let length) = shape.kind {
        skipFencedCode(shape, byte: byte, length: length)
      } else if let rule = HTMLBlockRule.starting(
        at: shape.contentStart, lineEnd: line.upperBound, in: bytes, interruptsParagraph: false)
      {
        skipHTMLBlock(rule)
      } else {
        scanParagraph(shape)
      }
    }
    return result
  }

  private mutating func updateLists(_ shape: LineShape, previousWasBlank: Bool) {
    if previousWasBlank || shape.listColumn != nil {
      let indent = shape.listColumn.map { $0 - 2 } ?? shape.indent
      while let last = listColumns.last, last > indent { listColumns.removeLast() }
    }
    if let column = shape.listColumn { listColumns.append(column) }
  }

  // MARK: Blocks without inlines

  private mutating func skipFencedCode(_ opener: LineShape, byte: UInt8, length: Int) {
    let containerColumn = listColumns.last { $0 <= opener.indent } ?? 0
    nextLine += 1
    while nextLine < file.lineStarts.count {
      let line = file.lineRange(nextLine)
      var start = ContainerPrefix.skipQuoteMarks(
        in: bytes, from: line.lowerBound, to: line.upperBound, depth: opener.quoteDepth)
      if opener.quoteDepth > 0, start == line.lowerBound { return }
      let contentStart = start
      while start < line.upperBound, LineShape.isSpace(bytes[start]) { start += 1 }
      let isBlank = start == line.upperBound
      if !isBlank, opener.quoteDepth == 0, start - contentStart < containerColumn,
        !bytes[contentStart..<start].contains(0x09)
      {
        return
      }
      nextLine += 1
      let end = LineShape.run(of: byte, from: start, to: line.upperBound, in: bytes)
      if end - start >= length, bytes[end..<line.upperBound].allSatisfy(LineShape.isSpace) { return }
    }
  }

  private mutating func skipHTMLBlock(_ rule: HTMLBlockRule) {
    while nextLine < file.lineStarts.count {
      let line = file.lineRange(nextLine)
      if case .untilBlank = rule, bytes[line].allSatisfy(LineShape.isSpace) { return }
      nextLine += 1
      if rule.ends(with: line, in: bytes) { return }
    }
  }

  // MARK: Blocks with inlines

  private mutating func scanParagraph(_ shape: LineShape) {
    let firstLine = nextLine
    quoteDepth = shape.quoteDepth
    if case .heading = shape.kind {
      nextLine += 1
      let line = file.lineRange(firstLine)
      let end = maskHeadingAttributes(line: firstLine, content: shape.contentStart..<line.upperBound)
      noteSection(shape.contentStart..<end)
      scanInlines(shape.contentStart..<end)
      return
    }
    if isDefinition(from: shape.contentStart, to: file.lineRange(firstLine).upperBound) {
      result.definitions.append(shape.contentStart..<file.lineRange(firstLine).upperBound)
      nextLine += 1
      return
    }
    var start = shape.contentStart
    var extent = paragraphExtent(from: firstLine, quoteDepth: shape.quoteDepth)
    while true {
      let end = file.lineRange(extent.last).upperBound
      let reached = scanInlines(start..<end)
      guard reached > end else { break }
      // A display formula went on over lines that look like other blocks: the paragraph goes on behind it.
      start = reached
      extent = paragraphExtent(from: file.lineIndex(at: reached), quoteDepth: shape.quoteDepth)
    }
    if extent.isSetextHeading {
      let line = file.lineRange(extent.last)
      _ = maskHeadingAttributes(line: firstLine, content: max(line.lowerBound, shape.contentStart)..<line.upperBound)
    }
    nextLine = extent.last + (extent.isSetextHeading ? 2 : 1)
    if let delimiter = extent.delimiterLine {
      TableScanner.find(header: delimiter - 1, last: extent.last, file: file, into: &result)
    }
  }

  private struct ParagraphExtent {
    var last: Int
    var isSetextHeading = false
    /// The first line that could be the delimiter row of a table.
    var delimiterLine: Int?
  }

  /// The lines from `first` on that belong to one paragraph.
  private func paragraphExtent(from first: Int, quoteDepth: Int) -> ParagraphExtent {
    var extent = ParagraphExtent(last: first)
    while extent.last + 1 < file.lineStarts.count {
      let line = file.lineRange(extent.last + 1)
      let shape = LineShape(line, in: bytes)
      if shape.quoteDepth > quoteDepth { return extent }
      switch shape.kind {
      case .setextUnderline where shape.listColumn == nil:
        extent.isSetextHeading = shape.quoteDepth == quoteDepth
        return extent
      case .blank, .heading, .fence, .thematicBreak, .setextUnderline:
        return extent
      case .text:
        break
      }
      if let column = shape.listColumn, canInterrupt(shape, column: column, line: line) { return extent }
      if HTMLBlockRule.starting(
        at: shape.contentStart, lineEnd: line.upperBound, in: bytes, interruptsParagraph: true) != nil
      {
        return extent
      }
      extent.last += 1
      if extent.delimiterLine == nil, shape.quoteDepth == quoteDepth,
        TableScanner.alignments(shape.contentStart..<line.upperBound, in: bytes) != nil
      {
        extent.delimiterLine = extent.last
      }
    }
    return extent
  }

  /// An ordered list may interrupt a paragraph only when it starts with 1 (CommonMark 5.3).
  private func canInterrupt(_ shape: LineShape, column: Int, line: Range<Int>) -> Bool {
    guard let first = bytes[line].first(where: { !LineShape.isSpace($0) && $0 != 0x3E }), first &- 0x30 < 10 else {
      return true
    }
    return first == 0x31 || !listColumns.isEmpty
  }

  private func isDefinition(from start: Int, to end: Int) -> Bool {
    guard start + 3 < end, bytes[start] == 0x5B, bytes[start + 1] != 0x40, bytes[start + 1] != 0x5B else {
      return false
    }
    var index = start + 1
    while index < end, bytes[index] != 0x5D {
      guard bytes[index] != 0x5B else { return false }
      index += bytes[index] == 0x5C ? 2 : 1
    }
    return index + 1 < end && bytes[index + 1] == 0x3A
  }

  private mutating func noteSection(_ heading: Range<Int>) {
    guard !result.hasReferenceSection else { return }
    let text = bytes[heading].drop { $0 == 0x23 }
    if sections.kind(of: text) == .references { result.hasReferenceSection = true }
  }

  /// Takes `{…}` off the end of a heading; returns where its text ends.
  private mutating func maskHeadingAttributes(line: Int, content: Range<Int>) -> Int {
    var end = content.upperBound
    while end > content.lowerBound, LineShape.isSpace(bytes[end - 1]) { end -= 1 }
    guard end > content.lowerBound, bytes[end - 1] == 0x7D,
      let brace = bytes[content.lowerBound..<end].lastIndex(of: 0x7B),
      brace == content.lowerBound || LineShape.isSpace(bytes[brace - 1]) || bytes[brace + 1] == 0x23,
      let (attributes, length) = Attributes.parse(bytes[brace..<end]), brace + length == end
    else { return content.upperBound }
    for index in brace..<end { result.masked[index] = 0x20 }
    result.headingAttributes.append((line, attributes))
    return brace
  }
}
