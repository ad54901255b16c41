/// Rows of a Markdown table in plain text.
enum TableRows {
  /// The last row of the table whose header is a line, or `nil` when the line begins none: the line behind a header is
  /// made of bars, dashes and colons, with as many cells.
  ///
  /// - Complexity: O(bytes of the table).
  static func end(at index: Int, in lines: [Range<Int>], of bytes: [UInt8]) -> Int? {
    guard index + 1 < lines.count, bytes[lines[index]].contains(0x7C),
      isDelimiter(lines[index + 1], in: bytes),
      cells(lines[index], in: bytes) == cells(lines[index + 1], in: bytes)
    else { return nil }
    var end = index + 1
    while end + 1 < lines.count, bytes[lines[end + 1]].contains(0x7C) { end += 1 }
    return end
  }

  /// Whether a line separates a header from its rows.
  static func isDelimiter(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let text = bytes[line]
    return text.contains(0x2D) && text.contains(0x7C)
      && text.allSatisfy { $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || TextBytes.isBlank($0) }
  }

  /// A cell whose bars outside formulas do not divide it.
  static func escaped(_ cell: [UInt8]) -> [UInt8] {
    guard cell.contains(0x7C) else { return cell }
    let spans = ProtectedSpan.find(in: 0..<cell.count, of: cell)
    return cell.indices.flatMap { index -> [UInt8] in
      guard cell[index] == 0x7C else { return [cell[index]] }
      let isFormula = spans.contains { span in
        if case .code = span.kind { false } else { span.range.contains(index) }
      }
      return isFormula || (index > 0 && cell[index - 1] == 0x5C) ? [0x7C] : [0x5C, 0x7C]
    }
  }

  private static func cells(_ line: Range<Int>, in bytes: [UInt8]) -> Int {
    var count = 1
    var index = line.lowerBound
    while index < line.upperBound {
      if bytes[index] == 0x5C { index += 1 } else if bytes[index] == 0x7C { count += 1 }
      index += 1
    }
    if bytes[line].first == 0x7C { count -= 1 }
    if bytes[line].last == 0x7C { count -= 1 }
    return count
  }
}
