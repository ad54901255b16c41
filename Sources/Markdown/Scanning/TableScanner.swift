/// The rules of GFM tables (GFM specification 4.10).
enum TableScanner {
  /// The column alignments of a delimiter row, or `nil` when the line is none.
  static func alignments(_ line: Range<Int>, in bytes: [UInt8]) -> [TableAlignment]? {
    guard let first = bytes[line].first, first == 0x7C || first == 0x2D || first == 0x3A else { return nil }
    var hasBar = false
    for byte in bytes[line] {
      guard byte == 0x7C || byte == 0x2D || byte == 0x3A || ASCII.isBlank(byte) else { return nil }
      hasBar = hasBar || byte == 0x7C
    }
    guard hasBar else { return nil }
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
    let content = ASCII.trim(line, in: bytes)
    var cells: [Range<Int>] = []
    var start = content.lowerBound
    if start < content.upperBound, bytes[start] == 0x7C { start += 1 }
    var index = start
    while index < content.upperBound {
      if bytes[index] == 0x5C {
        index += 2
        continue
      }
      if bytes[index] == 0x7C {
        cells.append(ASCII.trim(start..<index, in: bytes))
        start = index + 1
      }
      index += 1
    }
    if start < content.upperBound { cells.append(ASCII.trim(start..<content.upperBound, in: bytes)) }
    return cells
  }
}
