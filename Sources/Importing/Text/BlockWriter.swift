/// Writes blocks as Markdown, a blank line between them but for items of a list.
enum BlockWriter {
  /// Appends blocks; each ends in a line end.
  ///
  /// - Complexity: O(bytes).
  static func write(
    _ blocks: [TextBlock], with writer: inout InlineWriter, to output: inout [UInt8],
    _ report: inout ImportReport
  ) {
    var signs = ListSigns()
    for (index, block) in blocks.enumerated() {
      if index > 0, !isTight(blocks[index - 1].kind, block.kind) { output.append(0x0A) }
      switch block.kind {
      case .paragraph: writeLines(of: block, with: &writer, to: &output, &report)
      case .heading(let level):
        signs = ListSigns()
        output += [UInt8](repeating: 0x23, count: level) + [0x20]
        writeHeading(block, with: &writer, to: &output, &report)
      case .item(let depth, let number):
        output += [UInt8](repeating: 0x20, count: depth * BlockWriter.indentation)
        output += signs.mark(depth: depth, number: number)
        let column = depth * BlockWriter.indentation + signs.width(ofMarkAt: depth)
        writeLines(of: block, column: column, isMarked: true, with: &writer, to: &output, &report)
      case .itemText(let depth):
        let column = depth * BlockWriter.indentation + signs.width(ofMarkAt: depth)
        writeLines(of: block, column: column, with: &writer, to: &output, &report)
      case .verbatim: writeVerbatim(block, of: writer.bytes, to: &output)
      case .table: writeTable(block, with: &writer, to: &output, &report)
      case .cells(let sign, let columns):
        writeCells(of: block, sign, columns, with: &writer, to: &output, &report)
      case .code: writeCode(block, of: writer.bytes, to: &output)
      case .quotation:
        for line in block.lines {
          output += [0x3E, 0x20]
          writer.write(line, beginsBlock: true, to: &output, &report)
          output.append(0x0A)
        }
      }
    }
  }

  /// Columns an inner list is indented by: enough behind `1. ` and `12. `, too little for code behind `- `.
  private static let indentation = 4

  private static func isTight(_ above: TextBlock.Kind, _ below: TextBlock.Kind) -> Bool {
    guard case .item(let outer, let numberAbove) = above, case .item(let depth, let number) = below else {
      return false
    }
    // A list that begins within an item's paragraph begins with 1.
    return depth <= outer ? depth < outer || (number == nil) == (numberAbove == nil) : (number ?? 1) == 1
  }

  /// Writes lines, each behind blanks; where a mark stands before the first, that has none.
  private static func writeLines(
    of block: TextBlock, column: Int = 0, isMarked: Bool = false, with writer: inout InlineWriter,
    to output: inout [UInt8], _ report: inout ImportReport
  ) {
    for (index, line) in block.lines.enumerated() {
      if index > 0 || !isMarked { output += [UInt8](repeating: 0x20, count: column) }
      writer.write(line, beginsBlock: true, to: &output, &report)
      output.append(0x0A)
    }
  }

  /// A heading whose text ends in `#` keeps it.
  private static func writeHeading(
    _ block: TextBlock, with writer: inout InlineWriter, to output: inout [UInt8],
    _ report: inout ImportReport
  ) {
    for line in block.lines { writer.write(line, beginsBlock: false, to: &output, &report) }
    if output.last == 0x23 { output.insert(0x5C, at: output.count - 1) }
    output.append(0x0A)
  }

  /// Lines with their indentation.
  private static func writeVerbatim(_ block: TextBlock, of bytes: [UInt8], to output: inout [UInt8]) {
    for line in block.lines {
      var start = line.lowerBound
      while start > 0, TextBytes.isBlank(bytes[start - 1]) { start -= 1 }
      output += bytes[(line.isEmpty ? line.lowerBound : start)..<line.upperBound].filter {
        !TextBytes.isControl($0)
      }
      output.append(0x0A)
    }
  }

  /// Code with a fence, its least indentation taken off.
  private static func writeCode(_ block: TextBlock, of bytes: [UInt8], to output: inout [UInt8]) {
    func starts(_ line: Range<Int>) -> Int {
      var start = line.lowerBound
      while start > 0, TextBytes.isBlank(bytes[start - 1]) { start -= 1 }
      return start
    }
    let texts = block.lines.map { $0.isEmpty ? [] : Array(bytes[starts($0)..<$0.upperBound]) }
    let least = texts.filter { !$0.isEmpty }.map { $0.prefix(while: TextBytes.isBlank).count }.min() ?? 0
    let fence: UInt8 = texts.contains { $0.contains(0x60) } ? 0x7E : 0x60
    let length = max(3, (texts.map { $0.count { $0 == fence } }.max() ?? 0) + 1)
    output += [UInt8](repeating: fence, count: length) + [0x0A]
    for text in texts { output += text.dropFirst(least).filter { !TextBytes.isControl($0) } + [0x0A] }
    output += [UInt8](repeating: fence, count: length) + [0x0A]
  }

  /// Rows with bars and a line below the first.
  private static func writeCells(
    of block: TextBlock, _ sign: PlainTable.Sign, _ columns: Int, with writer: inout InlineWriter,
    to output: inout [UInt8], _ report: inout ImportReport
  ) {
    let rows = block.lines.map { PlainTable.cells(of: $0, sign, in: writer.bytes) }
    // A table that is indented as a whole has no column before its first.
    let first = sign == .gap && rows.allSatisfy { $0.first?.isEmpty == true } ? 1 : 0
    for (index, cells) in rows.enumerated() {
      output.append(0x7C)
      for column in first..<columns {
        output.append(0x20)
        if column < cells.count {
          var cell: [UInt8] = []
          writer.write(cells[column], beginsBlock: false, to: &cell, &report)
          output += sign == .bar ? cell : TableRows.escaped(cell)
        }
        output += [0x20, 0x7C]
      }
      output.append(0x0A)
      if index == 0 {
        output +=
          [0x7C] + [[UInt8]](repeating: [0x2D, 0x2D, 0x2D, 0x7C], count: columns - first).joined() + [0x0A]
      }
    }
  }

  private static func writeTable(
    _ block: TextBlock, with writer: inout InlineWriter, to output: inout [UInt8],
    _ report: inout ImportReport
  ) {
    for (index, row) in block.lines.enumerated() {
      if index == 1 {
        output += writer.bytes[row]
      } else {
        writer.write(row, beginsBlock: false, to: &output, &report)
      }
      output.append(0x0A)
    }
  }
}

/// The marks of list items: a number that does not follow the one before begins a list of its own, which Markdown
/// knows by another sign behind its numbers.
private struct ListSigns {
  /// By depth, the last number and the sign of its list.
  private var last: [Int: (number: Int, sign: UInt8)] = [:]

  /// Columns that the last mark of a depth takes, the space behind it counted.
  func width(ofMarkAt depth: Int) -> Int { last[depth].map { "\($0.number)".utf8.count + 2 } ?? 2 }

  mutating func mark(depth: Int, number: Int?) -> [UInt8] {
    last = last.filter { $0.key <= depth }
    guard let number else {
      last[depth] = nil
      return [0x2D, 0x20]
    }
    var sign = UInt8(ascii: ".")
    if let before = last[depth] {
      let follows = number == before.number + 1
      sign = follows ? before.sign : before.sign ^ UInt8(ascii: ".") ^ UInt8(ascii: ")")
    }
    last[depth] = (number, sign)
    return Array("\(number)".utf8) + [sign, 0x20]
  }
}
