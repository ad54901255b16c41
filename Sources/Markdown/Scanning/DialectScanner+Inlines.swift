import SourceText

extension DialectScanner {
  /// Masks the spans of a paragraph, of which a part may have been scanned before.
  ///
  /// - Returns: how far the scan came; more than `end` when a display formula goes on behind it.
  mutating func scanInlines(from start: Int, to end: Int) -> Int {
    inlines.codeSpans = CodeSpanScanner()
    inlines.tags = TagScanner()
    inlines.searchBudget = InlineState.searchFactor * (end - start + 256)
    inlines.consumed = start
    let firstSpan = result.spans.count
    var index = start
    while index < end {
      let plain = index
      index = nextSpecialByte(from: index, to: end)
      work.read(plain, to: index)
      guard index < end else { break }
      let next = scanSpecialByte(at: index, end: end)
      // What one construct has taken in, no other may look back into.
      if next > index + 1 { inlines.consumed = next }
      index = next
    }
    judgeDelimiters(end: end, spans: firstSpan..<result.spans.count)
    return index
  }

  private mutating func scanSpecialByte(at index: Int, end: Int) -> Int {
    switch bytes[index] {
    case 0x5C: return scanBackslash(at: index, end: end)
    case 0x60: return inlines.codeSpans.end(ofRunAt: index, end: end, in: bytes, work: &work)
    case 0x5B: return scanBracket(at: index, end: end)
    case 0x5D: return scanClosingBracket(at: index, end: end)
    case 0x3C: return inlines.tags.end(at: index, end: end, in: bytes, work: &work) ?? index + 1
    default: break
    }
    guard options.extensions else { return index + 1 }
    switch bytes[index] {
    case 0x24: return scanDollar(at: index, end: end)
    case 0x7B: return scanBrace(at: index, end: end)
    case 0x2A, 0x5F: return scanEmphasisMarks(at: index, end: end)
    case 0x7E: return scanDelimiters(SpecialSpan.Kind.strikethrough, at: index, end: end)
    case 0x3D: return scanDelimiters(SpecialSpan.Kind.mark, at: index, end: end)
    case 0x25: return scanComment(at: index, end: end)
    case 0x2E, 0x3A, 0x40: return scanAutolink(at: index, end: end)
    default: return index + 1
    }
  }

  /// The next byte that may begin a construct, or the end.
  private func nextSpecialByte(from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < end, bytes[index] >= 0x80 || !DialectScanner.isSpecial(bytes[index]) { index += 1 }
      return index
    }
  }

  /// Whether an ASCII byte may begin a construct: one of `$%*.:<=@[\]_`, backtick, `{~`.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    let set: UInt64 = byte & 0x40 == 0 ? 0x3400_4430_0000_0000 : 0x4800_0001_B800_0001
    return set >> UInt64(byte & 0x3F) & 1 != 0
  }

  /// Records a span and overwrites it; returns its end.
  mutating func mask(
    _ kind: SpecialSpan.Kind, _ range: Range<Int>, content: Range<Int>, label: Range<Int>? = nil
  ) -> Int {
    result.spans.append(
      SpecialSpan(kind: kind, range: range, content: content, label: label, quoteDepth: inlines.quoteDepth))
    work.read(range.lowerBound, to: range.upperBound)
    for index in range where !ASCII.isLineEnding(bytes[index]) { bytes[index] = MaskByte.filler }
    bytes[range.lowerBound] = MaskByte.first
    return range.upperBound
  }

  /// Records a span that libcmark may read as it is.
  mutating func record(_ kind: SpecialSpan.Kind, _ range: Range<Int>) -> Int {
    result.spans.append(
      SpecialSpan(
        kind: kind, range: range, content: range, quoteDepth: inlines.quoteDepth, isMasked: false))
    return range.upperBound
  }

  /// Notes bytes that were read in vain.
  mutating func charge(_ count: Int) {
    inlines.searchBudget -= count
  }

  /// Whether nothing but white space stands before a byte on its line of the paragraph.
  mutating func beginsLine(_ offset: Int) -> Bool {
    var index = offset
    defer { work.read(index, to: offset) }
    while index > inlines.paragraphStart, ASCII.isBlank(bytes[index - 1]) { index -= 1 }
    return index == inlines.paragraphStart || ASCII.isLineEnding(bytes[index - 1])
  }

  mutating func report(_ id: DiagnosticID, at range: Range<Int>, _ message: String, _ note: Note) {
    result.diagnostics.append(
      Diagnostic(id, at: SourceLocation(range, in: file), message, notes: [note]))
  }

  /// Tells of something inside a paragraph; not of everything, because each place is found by reading its line from
  /// the beginning.
  mutating func reportInline(_ id: DiagnosticID, at range: Range<Int>, _ message: String, _ note: Note) {
    guard inlines.reports < InlineState.mostReports else { return }
    inlines.reports += 1
    work.read(inlines.paragraphStart, to: range.upperBound)
    report(id, at: range, message, note)
  }

  /// The next `}` on the line.
  mutating func closingBrace(from start: Int, to end: Int) -> Int? {
    var index = start
    defer { work.read(start, to: index) }
    while index < end, bytes[index] != 0x7D {
      guard !ASCII.isLineEnding(bytes[index]) else { break }
      index += 1
    }
    if index < end, bytes[index] == 0x7D { return index }
    charge(index - start)
    return nil
  }
}
