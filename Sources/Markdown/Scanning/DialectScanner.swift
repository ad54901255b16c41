import SourceText

/// One pass over the lines of a file that finds what libcmark must not see: formulas, wiki links, citations,
/// tables. Everything it finds is overwritten by bytes of the same length, so that every offset, line and column
/// libcmark reports is the author's.
///
/// It follows CommonMark's block structure exactly as libcmark does (appendix "A parsing strategy" of the
/// specification), because only so it knows where inline text stands, which marks of containers begin each line,
/// and what code and raw HTML is. Inlines are left to libcmark, but for what the dialect adds to them.
struct DialectScanner {
  let file: SourceFile
  let options: ParseOptions
  /// The text, masked as far as the scan came.
  var bytes: [UInt8]
  var result: ScanResult
  /// What inline constructs of the paragraph being scanned are known not to be closed.
  var inlines = InlineState()
  /// What was looked at so far.
  var work = ParseWork()
  /// The containers that are open.
  var containers: [Container] = []
  /// The offset of `$$` whose formula was broken off before it.
  var strayDollars: Int?
  /// The line to be scanned next.
  var nextLine: Int

  let range: Range<Int>
  /// Up to where no `\]` closes the `\[` that was scanned last, for text behind so many `>`.
  var withoutClosingBracket = (end: 0, quoteDepth: 0)
  private var leaf: Leaf = .none
  private var reportedDepth = false
  /// Index of a container whose newest child turned out to hold nothing but definitions.
  private var containerOfDissolvedParagraph: Int?

  private enum Leaf {
    case none
    case fencedCode(byte: UInt8, length: Int, start: Int)
    case indentedCode
    case html(HTMLBlockRule)
  }

  /// Prepares a scan of a part of a file.
  ///
  /// - Parameter masked: the file's bytes without those libcmark must not see.
  init(_ file: SourceFile, masked: [UInt8], range: Range<Int>, options: ParseOptions) {
    self.file = file
    self.range = range
    self.options = options
    bytes = masked
    result = ScanResult(masked: [])
    result.hasExtensions = options.extensions
    nextLine = file.lineIndex(at: range.lowerBound)
  }

  /// Scans everything.
  ///
  /// - Complexity: O(bytes · limits.blockDepth) at worst; O(bytes) without deep nesting.
  mutating func scan() -> ScanResult {
    while nextLine < lineCount { scanLine() }
    endLeaf()
    closeContainers(downTo: 0)
    return finish()
  }

  /// Hands over what was found.
  mutating func finish() -> ScanResult {
    result.masked = bytes
    result.work = work
    bytes = []
    return result
  }

  /// Number of lines; an empty one behind the last line ending is none.
  var lineCount: Int {
    let count = file.lineStarts.count
    return Int(file.lineStarts[count - 1]) == file.bytes.count ? count - 1 : count
  }

  /// The bytes of a line without its ending.
  func lineRange(_ index: Int) -> Range<Int> {
    let line = file.lineRange(index)
    return max(line.lowerBound, range.lowerBound)..<max(line.upperBound, range.lowerBound)
  }

  /// How many of the open containers a line goes on with; moves behind their marks.
  mutating func matchContainers(_ line: inout LineCursor) -> Int {
    let matched = line.advance(past: containers, in: bytes)
    work.visit(matched + 1)
    return matched
  }

  private mutating func scanLine() {
    var line = LineCursor(lineRange(nextLine), in: bytes)
    work.read(line.offset, to: line.end)
    let matched = matchContainers(&line)
    if let index = containerOfDissolvedParagraph {
      containers[index].childCount -= 1
      containerOfDissolvedParagraph = nil
    }
    if matched == containers.count, continueLeaf(line) {
      nextLine += 1
      return
    }
    endLeaf()
    closeContainers(downTo: matched)
    openBlocks(&line)
  }

  /// Whether a line belongs to the code or HTML block that is open.
  private mutating func continueLeaf(_ line: LineCursor) -> Bool {
    switch leaf {
    case .none:
      return false
    case .fencedCode(let byte, let length, _):
      if line.indent < LineCursor.codeIndent,
        BlockStart.closesFence((byte, length), at: line.content, end: line.end, in: bytes)
      {
        leaf = .none
      }
      return true
    case .indentedCode:
      return line.isBlank || line.indent >= LineCursor.codeIndent
    case .html(let rule):
      if case .untilBlank = rule, line.isBlank { return false }
      if rule.ends(with: line.content..<line.end, in: bytes) { leaf = .none }
      return true
    }
  }

  private mutating func endLeaf() {
    if case .fencedCode(_, let length, let start) = leaf, options.extensions {
      report(
        .codeUnclosedFence, at: start..<(start + length), "This code block is never closed.",
        Note("Put the same fence behind its last line; without it all that follows is code."))
    }
    leaf = .none
  }

  private mutating func closeContainers(downTo count: Int) {
    while containers.count > count {
      if containers.removeLast().kind == .footnote { closeFootnote() }
    }
  }

  // MARK: Opening blocks

  /// Opens the blocks that begin on a line, behind the marks of the containers it goes on with.
  private mutating func openBlocks(_ line: inout LineCursor) {
    var thematicFailure = line.offset
    while !line.isBlank {
      guard line.indent < LineCursor.codeIndent else {
        line.advance(columns: LineCursor.codeIndent, in: bytes)
        beginLiteral(.indentedCode, at: line.offset)
        return
      }
      let start = line.content
      switch bytes[start] {
      case 0x3E:
        guard mayDeepen(line) else { return scanParagraph(line) }
        line.advancePastQuoteMark(in: bytes)
        push(Container(kind: .quote))
        continue
      case 0x23:
        if let level = BlockStart.headingLevel(at: start, end: line.end, in: bytes) {
          return scanHeading(line, level: level)
        }
      case 0x5B where options.extensions:
        if let label = footnoteLabel(at: start, end: line.end, inContainers: containers.count) {
          guard mayDeepen(line) else { return scanParagraph(line) }
          openFootnote(label, &line)
          continue
        }
      case 0x60, 0x7E:
        if let (byte, length) = BlockStart.fence(at: start, end: line.end, in: bytes) {
          let next = nextLine + 1
          let text = next < lineCount ? lineRange(next).lowerBound : range.upperBound
          return beginLiteral(.fencedCode(byte: byte, length: length, start: start), at: text)
        }
      case 0x3C:
        if let rule = HTMLBlockRule.starting(
          at: start, end: line.end, interruptsParagraph: false, in: bytes, work: &work)
        {
          beginLiteral(.html(rule), at: line.offset)
          if rule.ends(with: start..<line.end, in: bytes) { leaf = .none }
          return
        }
      case 0x2D, 0x2A, 0x5F, 0x2B, 0x30...0x39:
        if thematicFailure <= start {
          let (matches, failure) = BlockStart.thematicBreak(at: start, end: line.end, in: bytes)
          if matches {
            countChild()
            nextLine += 1
            return
          }
          thematicFailure = failure
        }
        if let length = BlockStart.listMarkerLength(
          at: start, end: line.end, interruptsParagraph: false, in: bytes)
        {
          guard mayDeepen(line) else { return scanParagraph(line) }
          openItem(&line, markerLength: length)
          continue
        }
      default:
        break
      }
      return scanParagraph(line)
    }
    nextLine += 1
  }

  private mutating func openItem(_ line: inout LineCursor, markerLength: Int) {
    let markerIndent = line.indent
    line.advancePastContent(bytes: markerLength, in: bytes)
    var padding = line.indent
    if line.isBlank || !(1...4 ~= padding) { padding = min(padding, 1) }
    line.advance(columns: padding, in: bytes)
    push(Container(kind: .item, indent: markerIndent + markerLength + max(padding, 1)))
  }

  mutating func push(_ container: Container) {
    countChild()
    containers.append(container)
  }

  private mutating func beginLiteral(_ literal: Leaf, at start: Int) {
    countChild()
    leaf = literal
    result.literalStarts.append(start)
    nextLine += 1
  }

  /// Notes that the innermost container got a child.
  mutating func countChild() {
    if !containers.isEmpty { containers[containers.count - 1].childCount += 1 }
  }

  /// Notes that the innermost container's newest child vanishes at the next line.
  mutating func dissolveParagraph() {
    containerOfDissolvedParagraph = containers.indices.last
  }

  /// Whether one more container may be opened; if not, the rest of the line becomes plain text.
  mutating func mayDeepen(_ line: LineCursor) -> Bool {
    if containers.count < options.limits.blockDepth { return true }
    let rest = line.content..<line.end
    maskPlainText(rest)
    if !reportedDepth {
      reportedDepth = true
      result.diagnostics.append(
        Diagnostic(
          .markupLimit, at: SourceLocation(rest, in: file),
          "Lists and quotes are nested more than \(options.limits.blockDepth) deep here.",
          notes: [Note("What is deeper is shown as plain text.")]))
    }
    return false
  }
}
