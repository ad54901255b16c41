/// Lines and dots over several columns of a table.
extension Parser {
  /// Reads `\cline{2-3}`, a rule above some cells of the row that begins.
  @inline(never)
  mutating func parsePartialRule(
    of row: inout TableRow, _ template: RowTemplate
  ) throws(LimitExceeded) {
    let source = token.source
    try advance()
    let known = issues.count
    let (argument, place) = try parsePlacedArgument(of: source)
    guard let (first, last) = Self.columns(argument) else {
      if issues.count == known {
        report(
          .syntax, at: place,
          shown(source, startsSentence: true) + " needs its first and last column, as in {2-3}.")
      }
      return
    }
    // What stands between two columns has a place of its own in the row.
    var column = -1
    for number in 1...last {
      let next = template.written(from: column + 1)
      if number >= first {
        let start = number == first ? next : column + 1
        while row.partialRule.count <= next { row.partialRule.append(false) }
        for index in start...next { row.partialRule[index] = true }
      }
      column = next
    }
  }

  /// The two numbers of `2-3`.
  private static func columns(_ argument: [UInt8]) -> (first: Int, last: Int)? {
    let parts = argument.filter { !$0.isWhiteSpace }.split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard (1...3).contains(part.count), part.allSatisfy({ $0.isDigit }) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    return numbers[0] > 0 && numbers[0] <= numbers[1] ? (numbers[0], numbers[1]) : nil
  }

  /// Reads `\hdotsfor{3}`: a cell over several columns, full of dots.
  @inline(never)
  mutating func parseDottedCell(
    of row: inout TableRow, _ template: RowTemplate, at column: Int
  ) throws(LimitExceeded) {
    let source = token.source
    try advance()
    _ = try parseOptionalRawArgument()
    let known = issues.count
    let (digits, place) = try parsePlacedArgument(of: source)
    let count =
      digits.count < 3 && digits.allSatisfy({ $0.isDigit })
      ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : 0
    if count == 0, issues.count == known {
      report(.syntax, at: place, "\\hdotsfor needs the number of columns, as in {3}.")
    }
    let dots = Atom(.identifier(0x2026, .normal), .inner, source: source)
    var content = MathList(repeating: dots, count: max(2 * count - 1, 1))
    content += try parseList(.cell)
    var end = column
    for _ in 0..<max(count, 1) { end = template.written(from: end) + 1 }
    row.append(TableCell(content: content, span: end - column))
  }
}
