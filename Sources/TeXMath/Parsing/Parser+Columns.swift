extension Parser {
  /// Reads a column specification such as `{|l|c@{\,}r>{\bf}c*{3}{c}}`.
  mutating func parseColumns(
    of table: inout Table, _ template: inout RowTemplate, for source: SourceSpan
  ) throws(LimitExceeded) {
    var tokens = try parseArgumentTokens(of: source)
    // What a column puts into its cells cannot end them.
    tokens.removeAll { token in
      guard endsCell(token) else { return false }
      report(.syntax, at: token.source, "A column cannot contain what divides cells, rows and environments.")
      return true
    }
    var reader = ColumnReader()
    for token in reader.read(tokens[...], isRepeated: false) {
      report(
        .syntax, at: token.source,
        "This stands for no column; columns are l, c, r and p{…}, with | : @{…} !{…} >{…} <{…} between them.")
    }
    table.columns = reader.columns
    for index in reader.forms.indices where reader.forms[index].isBetween {
      reader.forms[index].isText = template.firstTextColumn == 0
    }
    if reader.needsTemplate { template.columns = reader.forms }
  }

  private func endsCell(_ token: Token) -> Bool {
    if token.kind == .alignment { return true }
    guard token.kind == .command else { return false }
    switch commands.meaning(of: token.command) {
    case .rowBreak?, .beginEnvironment?, .endEnvironment?: return true
    default: return false
    }
  }

  /// Reads `{ … }` as tokens; what is not braced is one token.
  private mutating func parseArgumentTokens(of command: SourceSpan) throws(LimitExceeded) -> [Token] {
    try skipSpaces()
    var tokens: [Token] = []
    guard token.kind == .beginGroup else {
      if token.kind == .end || token.kind == .endGroup || token.kind == .command {
        reportMissingArgument(of: command)
      } else {
        tokens.append(token)
        try advance()
      }
      return tokens
    }
    try advance()
    var depth = 1
    while true {
      switch token.kind {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      case .end:
        report(.syntax, at: command, "The braces behind this command are never closed; a } is missing.")
        return tokens
      case .space, .superscript, .subscript, .alignment, .character, .command, .parameter: break
      }
      if depth == 0 { break }
      tokens.append(token)
      try advance()
    }
    try advance()
    return tokens
  }
}

/// Makes columns of the tokens of a specification.
private struct ColumnReader {
  var columns: [TableColumn] = []
  var forms: [RowTemplate.Column] = []
  /// Whether the columns put anything into their cells.
  var needsTemplate = false
  private var pendingRule = TableRule.none
  private var pendingBefore: [Token] = []
  private var isTight = false

  private static let maximumColumns = 500

  /// Reads a specification or a repeated part of one; gives the tokens that mean nothing.
  mutating func read(_ tokens: ArraySlice<Token>, isRepeated: Bool) -> [Token] {
    var faults: [Token] = []
    var index = tokens.startIndex
    while index < tokens.endIndex, columns.count < Self.maximumColumns {
      let token = tokens[index]
      index += 1
      guard token.kind != .space else { continue }
      switch Unicode.Scalar(token.kind == .character ? token.scalar : 0) {
      case "l": append(.left)
      case "c": append(.center)
      case "r": append(.right)
      case "p", "m", "b", "w":
        if token.scalar == 0x77 { _ = Self.part(of: tokens, at: &index) }
        _ = Self.part(of: tokens, at: &index)
        append(.left, isText: true)
      case "|": pendingRule.add(.solid)
      case ":": pendingRule.add(.dashed)
      case "@": appendBetween(Self.part(of: tokens, at: &index), isTight: true)
      case "!": appendBetween(Self.part(of: tokens, at: &index), isTight: false)
      case ">": pendingBefore = Array(Self.part(of: tokens, at: &index)) + pendingBefore
      case "<":
        let part = Self.part(of: tokens, at: &index)
        guard !forms.isEmpty, !part.isEmpty else { break }
        forms[forms.count - 1].behind += part
        needsTemplate = true
      case "*" where !isRepeated:
        let digits = Self.part(of: tokens, at: &index)
        let part = Self.part(of: tokens, at: &index)
        let count = digits.reduce(0) {
          0x30...0x39 ~= $1.scalar ? min($0 * 10 + Int($1.scalar - 0x30), Self.maximumColumns) : $0
        }
        for turn in 0..<count {
          let found = read(part, isRepeated: true)
          if turn == 0 { faults += found }
        }
      default: faults.append(token)
      }
    }
    if !isRepeated, !columns.isEmpty {
      columns[columns.count - 1].ruleRight = pendingRule
      columns[0].isTightLeft = false
      columns[columns.count - 1].isTightRight = false
    }
    return faults
  }

  private mutating func append(_ alignment: ColumnAlignment, isText: Bool = false) {
    columns.append(TableColumn(alignment: alignment, ruleLeft: pendingRule, isTightLeft: isTight))
    forms.append(RowTemplate.Column(before: pendingBefore, isText: isText))
    if isText || !pendingBefore.isEmpty { needsTemplate = true }
    pendingRule = .none
    pendingBefore = []
    isTight = false
  }

  private mutating func appendBetween(_ tokens: ArraySlice<Token>, isTight isNowTight: Bool) {
    if isNowTight, !columns.isEmpty { columns[columns.count - 1].isTightRight = true }
    isTight = isTight || isNowTight
    guard tokens.contains(where: { $0.kind != .space }) else { return }
    append(.center)
    columns[columns.count - 1].isTightRight = isNowTight
    forms[forms.count - 1] = RowTemplate.Column(before: Array(tokens), isBetween: true)
    needsTemplate = true
    isTight = isNowTight
  }

  /// The tokens between the braces that open at an index, or the one token there.
  private static func part(of tokens: ArraySlice<Token>, at index: inout Int) -> ArraySlice<Token> {
    while index < tokens.endIndex, tokens[index].kind == .space { index += 1 }
    guard index < tokens.endIndex else { return [] }
    let start = index
    var depth = 0
    while index < tokens.endIndex {
      if tokens[index].kind == .beginGroup { depth += 1 }
      if tokens[index].kind == .endGroup { depth -= 1 }
      index += 1
      if depth == 0 { break }
    }
    guard tokens[start].kind == .beginGroup, depth == 0 else { return tokens[start..<index] }
    return tokens[start + 1..<index - 1]
  }
}
