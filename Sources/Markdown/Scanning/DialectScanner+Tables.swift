import SourceText

extension DialectScanner {
  /// Looks for a table among the lines of a paragraph and takes it out.
  ///
  /// - Parameters:
  ///   - delimiter: the first line that may be a delimiter row; moves on behind those that are none.
  ///   - reached: how far the inlines are scanned already; moves on with it when the lines before what looked like a
  ///     table turn out to hold a formula that reaches into it.
  /// - Returns: whether a table was found; then the paragraph is done.
  mutating func scanTable(
    from first: Int, delimiter: inout Int, reached: inout Int, fileLine: Int
  ) -> Bool {
    guard options.extensions else { return false }
    delimiter = max(delimiter, first + 1)
    while delimiter < result.lines.count {
      let header = result.lines[delimiter - 1]
      work.visit()
      guard header.mayBeRow, result.lines[delimiter].mayBeRow, reached <= header.range.lowerBound,
        let alignments = TableScanner.alignments(result.lines[delimiter].range, in: bytes),
        isHeader(header.range, columns: alignments.count),
        isWithinLimit(alignments, header: header.range)
      else {
        delimiter += 1
        continue
      }
      if delimiter - 1 > first {
        let text = result.lines[first].range.lowerBound..<result.lines[delimiter - 2].range.upperBound
        if reached == text.lowerBound, maskOverLimits(text) {
          reached = text.upperBound
        } else {
          reached = scanInlines(from: reached, to: text.upperBound)
        }
        if reached > text.upperBound {
          delimiter += 1
          continue
        }
        keepFromBecomingDefinition(text)
        result.blocks.append(
          InlineBlock(kind: .paragraph, lines: first..<(delimiter - 1), fileLine: fileLine))
      }
      addTable(header: delimiter - 1, alignments: alignments, first: first, fileLine: fileLine)
      return true
    }
    return false
  }

  private mutating func isWithinLimit(_ alignments: [TableAlignment], header: Range<Int>) -> Bool {
    if alignments.count <= options.limits.tableColumns { return true }
    result.diagnostics.append(
      Diagnostic(
        .markupLimit, at: SourceLocation(header, in: file),
        "This table has more than \(options.limits.tableColumns) columns.",
        notes: [Note("It is shown as plain text.")]))
    return false
  }

  /// Whether a line has as many cells as its delimiter row; formulas and links in it do not divide cells.
  private mutating func isHeader(_ line: Range<Int>, columns: Int) -> Bool {
    if opensLongFormula(line) { return false }
    let text = Array(bytes[line])
    let spanCount = result.spans.count
    let diagnosticCount = result.diagnostics.count
    scanRow(line)
    work.read(line.lowerBound, to: line.upperBound)
    let matches = TableScanner.cells(line, in: bytes).count == columns
    result.spans.removeLast(result.spans.count - spanCount)
    result.diagnostics.removeLast(result.diagnostics.count - diagnosticCount)
    bytes.replaceSubrange(line, with: text)
    return matches
  }

  /// Whether a line begins a display formula that goes on behind it: what follows is no row of a table.
  private mutating func opensLongFormula(_ line: Range<Int>) -> Bool {
    guard line.count >= 2, inlines.formulaHeaders > 0 else { return false }
    let start = line.lowerBound
    let end = result.lines[result.lines.count - 1].range.upperBound
    let limit = options.limits.formulaBytes
    switch (bytes[start], bytes[start + 1]) {
    case (0x24, 0x24):
      inlines.formulaHeaders -= 1
      let search = MathScanner.closingDoubleDollar(
        openedAt: start, paragraphEnd: end, textEnd: end, opensBlock: true, quoteDepth: inlines.quoteDepth,
        maximumLength: limit, in: bytes, work: &work)
      guard case .closed(let close) = search else { return false }
      return close >= line.upperBound
    case (0x5C, 0x5B):
      inlines.formulaHeaders -= 1
      let search = MathScanner.closingBracket(
        openedAt: start, paragraphEnd: end, quoteDepth: inlines.quoteDepth, maximumLength: limit, in: bytes,
        work: &work)
      return search.found.map { $0 >= line.upperBound } ?? false
    default:
      return false
    }
  }

  private mutating func scanRow(_ line: Range<Int>) {
    let paragraph = inlines
    inlines = InlineState(paragraphStart: line.lowerBound, quoteDepth: paragraph.quoteDepth, isOneLine: true)
    if !maskOverLimits(line) { _ = scanInlines(from: line.lowerBound, to: line.upperBound) }
    inlines = paragraph
  }

  private mutating func addTable(header: Int, alignments: [TableAlignment], first: Int, fileLine: Int) {
    var end = header + 2
    while end < result.lines.count, result.lines[end].mayBeRow { end += 1 }
    nextLine -= result.lines.count - end
    result.lines.removeLast(result.lines.count - end)
    let rows = [result.lines[header].range] + result.lines[(header + 2)...].map(\.range)
    for row in rows {
      scanRow(row)
      work.read(row.lowerBound, to: row.upperBound)
    }
    reportUneven(rows.dropFirst(), columns: alignments.count)
    result.tables.append(
      TableSpan(rows: rows, delimiterRow: result.lines[header + 1].range, alignments: alignments))
    let tableLine = nextLine - (end - header)
    result.blocks.append(
      InlineBlock(kind: .table(result.tables.count - 1), lines: header..<end, fileLine: tableLine))
  }

  /// Tells of the first row that has too few or too many cells.
  private mutating func reportUneven(_ rows: ArraySlice<Range<Int>>, columns: Int) {
    guard let row = rows.first(where: { TableScanner.cells($0, in: bytes).count != columns }) else { return }
    let count = TableScanner.cells(row, in: bytes).count
    report(
      .tableUneven, at: row, "This row has \(count) cells, but the table has \(columns) columns.",
      Note(
        count < columns
          ? "The missing cells stay empty."
          : "The cells beyond are left out; write \\| for a bar inside a cell."))
  }
}
