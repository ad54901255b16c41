import SourceText

/// Rows of a table that lost what made them one: cells between tabs, wide gaps or bars, without a line below the header.
enum PlainTable {
  /// What parts the cells.
  enum Sign: CaseIterable { case tab, gap, bar }

  /// Bytes of the longest cell of a table whose cells stand between gaps.
  private static let longestCell = 48

  /// The last row of the table that a line begins, what parts its cells, and how many a row has; `nil` when the line
  /// begins none with certainty.
  ///
  /// - Parameter refused: where rows end that are no table, by what parts their cells; they are not looked at again.
  /// - Complexity: O(bytes of the rows).
  static func find(
    at index: Int, in lines: [Range<Int>], of bytes: [UInt8], refused: inout [Sign: Int]
  ) -> (end: Int, sign: Sign, columns: Int)? {
    for sign in Sign.allCases {
      guard index > refused[sign] ?? -1, isRow(lines[index], sign, in: bytes) else { continue }
      var end = index
      while end + 1 < lines.count, !lines[end + 1].isEmpty, isRow(lines[end + 1], sign, in: bytes) {
        end += 1
      }
      let counts = lines[index...end].map { cells(of: $0, sign, in: bytes).count }
      let columns = counts.max() ?? 0
      let least = sign == .gap ? (rows: 3, columns: 3) : (rows: 2, columns: 2)
      guard counts.count >= least.rows, columns >= least.columns, columns <= mostColumns,
        counts.allSatisfy({ sign == .tab ? $0 + 1 >= columns : $0 == columns })
      else {
        refused[sign] = end
        continue
      }
      return (end, sign, columns)
    }
    return nil
  }

  private static let mostColumns = 40

  private static func isRow(_ line: Range<Int>, _ sign: Sign, in bytes: [UInt8]) -> Bool {
    switch sign {
    case .tab: return bytes[line].contains(0x09)
    case .bar:
      return line.count > 2 && bytes[line.lowerBound] == 0x7C && bytes[line.upperBound - 1] == 0x7C
        && !TableRows.isDelimiter(line, in: bytes)
    case .gap:
      let cells = cells(of: line, .gap, in: bytes)
      return cells.count > 2 && ListMark(at: line, in: bytes) == nil
        && cells.allSatisfy { $0.count <= longestCell }
        && cells.dropLast().allSatisfy { $0.isEmpty || !TextBytes.endsStatement($0, in: bytes) }
    }
  }

  /// The cells of a row; the first is empty where the line begins with what parts them.
  static func cells(of row: Range<Int>, _ sign: Sign, in bytes: [UInt8]) -> [Range<Int>] {
    switch sign {
    case .tab:
      var start = row.lowerBound
      while start > 0, bytes[start - 1] == 0x09 { start -= 1 }
      return divided(start..<row.upperBound, at: [0x09], in: bytes)
    case .gap:
      var start = row.lowerBound
      while start > 0, TextBytes.isBlank(bytes[start - 1]) { start -= 1 }
      let cells = divided(row, at: [0x20, 0x20], in: bytes).filter { !$0.isEmpty }
      return row.lowerBound - start >= 2 ? [row.lowerBound..<row.lowerBound] + cells : cells
    case .bar: return divided(row.lowerBound + 1..<row.upperBound - 1, at: [0x7C], in: bytes)
    }
  }

  private static func divided(_ row: Range<Int>, at sign: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    var index = start
    var spans = ProtectedSpan.find(in: row, of: bytes)[...]
    while index < row.upperBound {
      while let span = spans.first, span.range.upperBound <= index { spans.removeFirst() }
      if let span = spans.first, span.range.contains(index) {
        index = span.range.upperBound
      } else if bytes[index..<row.upperBound].starts(with: sign) {
        cells.append(TextBytes.trim(start..<index, in: bytes))
        index += sign.count
        start = index
      } else {
        index += bytes[index] == 0x5C ? 2 : 1
      }
    }
    return cells + [TextBytes.trim(start..<row.upperBound, in: bytes)]
  }
}

extension TextBytes {
  /// Whether a text ends in a full stop, a question or an exclamation mark.
  static func endsStatement(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    scalar(before: range.upperBound, from: range.lowerBound, in: bytes).map {
      ".!?。！？；;:：".unicodeScalars.contains($0)
    } ?? false
  }
}
