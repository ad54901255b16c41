import SourceText

/// Finds GFM tables (GFM spec 4.10) and takes them out of libcmark's sight.
enum TableScanner {
  /// The column alignments of a delimiter row, or `nil` when the line is none.
  static func alignments(_ line: Range<Int>, in bytes: [UInt8]) -> [TableAlignment]? {
    guard let first = bytes[line].first, first == 0x7C || first == 0x2D || first == 0x3A else { return nil }
    for byte in bytes[line] {
      guard byte == 0x7C || byte == 0x2D || byte == 0x3A || LineShape.isSpace(byte) else { return nil }
    }
    guard bytes[line].contains(0x7C) else { return nil }
    var result: [TableAlignment] = []
    for cell in cells(line, in: bytes) {
      let text = bytes[cell]
      guard let head = text.first, let tail = text.last else { return nil }
      let dashes = text.dropFirst(head == 0x3A ? 1 : 0).dropLast(text.count > 1 && tail == 0x3A ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == 0x2D }) else { return nil }
      switch (head == 0x3A, tail == 0x3A) {
      case (true, true): result.append(.center)
      case (true, false): result.append(.left)
      case (false, true): result.append(.right)
      case (false, false): result.append(.none)
      }
    }
    return result.isEmpty ? nil : result
  }

  /// The cells of a row without the white space around them; an escaped bar does not end a cell.
  static func cells(_ line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var content = trim(line, in: bytes)
    if let first = bytes[content].first, first == 0x7C { content = (content.lowerBound + 1)..<content.upperBound }
    var cells: [Range<Int>] = []
    var start = content.lowerBound
    var index = start
    while index < content.upperBound {
      if bytes[index] == 0x5C {
        index += 2
        continue
      }
      if bytes[index] == 0x7C {
        cells.append(trim(start..<index, in: bytes))
        start = index + 1
      }
      index += 1
    }
    if start < content.upperBound { cells.append(trim(start..<content.upperBound, in: bytes)) }
    return cells
  }

  private static func trim(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, LineShape.isSpace(bytes[start]) { start += 1 }
    while end > start, LineShape.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Records the table whose header and delimiter row are given, if its first two rows have the same number of
  /// cells, and overwrites its lines by empty headings: blocks of one line that may interrupt a paragraph
  /// wherever a table may.
  static func find(header: Int, last: Int, file: SourceFile, into result: inout ScanResult) {
    let rows = (header...last).map { line -> Range<Int> in
      let range = file.lineRange(line)
      return LineShape(range, in: result.masked).contentStart..<range.upperBound
    }
    guard let alignments = alignments(rows[1], in: result.masked),
      cells(rows[0], in: result.masked).count == alignments.count
    else { return }
    result.tables.append(
      TableSpan(rows: [rows[0]] + rows[2...], lines: header...last, alignments: alignments))
  }

  /// Hides the tables from libcmark once their cells have been copied.
  static func hide(_ table: TableSpan, file: SourceFile, in masked: inout [UInt8]) {
    for line in table.lines {
      let range = file.lineRange(line)
      let start = LineShape(range, in: masked).contentStart
      guard start < range.upperBound else { continue }
      for index in start..<range.upperBound { masked[index] = 0x20 }
      masked[start] = 0x23
    }
  }
}
