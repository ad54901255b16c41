extension Parser {
  /// Reads a column specification such as `{|l|c@{\,}r>{\bf}c*{3}{c}}`; gives its place, if nothing is wrong with it.
  @discardableResult
  mutating func parseColumns(
    of table: inout Table, _ template: inout RowTemplate, for source: SourceSpan
  ) throws(LimitExceeded) -> SourceSpan? {
    let known = issues.count
    var isClosed = true
    var place = source
    var tokens = try parseArgumentTokens(of: source, place: &place, isClosed: &isClosed)
    // What a column puts into its cells cannot end them.
    tokens.removeAll { token in
      guard Self.endsCell(token) else { return false }
      report(.syntax, at: token.source, "A column cannot contain what divides cells, rows and environments.")
      return true
    }
    var reader = ColumnReader()
    reader.read(tokens[...], isRepeated: false)
    if isClosed {
      for fault in reader.faults { report(.syntax, at: fault.source, fault.message) }
    }
    table.columns = reader.columns
    for index in reader.forms.indices where reader.forms[index].isBetween {
      reader.forms[index].isText = template.firstTextColumn == 0
    }
    if reader.needsTemplate { template.columns = reader.forms }
    return issues.count == known ? place : nil
  }

  private static func endsCell(_ token: Token) -> Bool {
    if token.kind == .alignment { return true }
    guard token.kind == .command else { return false }
    switch CommandTable.shared.meaning(of: token.command) {
    case .rowBreak?, .beginEnvironment?, .endEnvironment?: return true
    default: return false
    }
  }

  /// Reads `{ … }` as tokens; what is not braced is one token.
  ///
  /// - Parameters:
  ///   - place: Becomes where they stand.
  ///   - isClosed: Becomes false if the closing brace is missing. Then the rows begin where something stands that
  ///     cannot belong to columns.
  private mutating func parseArgumentTokens(
    of command: SourceSpan, place: inout SourceSpan, isClosed: inout Bool
  ) throws(LimitExceeded) -> [Token] {
    try skipSpaces()
    var tokens: [Token] = []
    guard token.kind == .beginGroup else {
      if token.kind == .end || token.kind == .endGroup || token.kind == .command {
        reportMissingArgument(of: command)
      } else {
        place = token.source
        tokens.append(token)
        try advance()
      }
      return tokens
    }
    let opening = token.source
    try advance()
    var depth = 1
    while true {
      switch token.kind {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      case .end: isClosed = false
      case .alignment, .command: if depth == 1, Self.endsCell(token) { isClosed = false }
      case .space, .superscript, .subscript, .character, .parameter: break
      }
      if !isClosed {
        reportUnclosedGroup(opening)
        recovery.lostGroups -= 1
        return tokens
      }
      if depth == 0 { break }
      tokens.append(token)
      try advance()
    }
    place = opening.joined(to: token.source)
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
  /// What is wrong with the specification.
  private(set) var faults: [(source: SourceSpan, message: String)] = []
  private var pendingRule = TableRule.none
  private var pendingBefore: [Token] = []
  private var isTight = false

  private static let maximumColumns = 500

  /// Reads a specification or a repeated part of one.
  mutating func read(_ tokens: ArraySlice<Token>, isRepeated: Bool) {
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
        if token.scalar == 0x77 { _ = part(of: tokens, at: &index, for: token, "{c}{3em}") }
        _ = part(of: tokens, at: &index, for: token, "{3em}")
        append(.left, isText: true)
      case "|": pendingRule.add(.solid)
      case ":": pendingRule.add(.dashed)
      case "@": appendBetween(part(of: tokens, at: &index, for: token, "{\\,}"), isTight: true)
      case "!": appendBetween(part(of: tokens, at: &index, for: token, "{\\,}"), isTight: false)
      case ">": pendingBefore = Array(part(of: tokens, at: &index, for: token, "{\\bf}")) + pendingBefore
      case "<":
        let part = part(of: tokens, at: &index, for: token, "{\\,}")
        guard !forms.isEmpty, !part.isEmpty else { break }
        forms[forms.count - 1].behind += part
        needsTemplate = true
      case "*" where !isRepeated:
        readRepeated(tokens, at: &index, sign: token)
      default: addFault(token)
      }
    }
    if !isRepeated, !columns.isEmpty {
      columns[columns.count - 1].ruleRight = pendingRule
      columns[0].isTightLeft = false
      columns[columns.count - 1].isTightRight = false
    }
  }

  /// Reads what stands behind a `*`: how often, and what.
  private mutating func readRepeated(_ tokens: ArraySlice<Token>, at index: inout Int, sign: Token) {
    let digits = part(of: tokens, at: &index, for: sign, "{3}{c}")
    let repeated = digits.isEmpty ? [] : part(of: tokens, at: &index, for: sign, "{3}{c}")
    var count = 0
    for digit in digits where digit.kind != .space {
      guard digit.kind == .character, 0x30...0x39 ~= digit.scalar else {
        faults.append((digit.source, "Behind a * stands first how often, as in *{3}{c}."))
        break
      }
      count = min(count * 10 + Int(digit.scalar - 0x30), Self.maximumColumns)
    }
    let known = faults.count
    for turn in 0..<count {
      read(repeated, isRepeated: true)
      if turn > 0, faults.count > known { faults.removeSubrange(known...) }
      if turn == 0, faults.count > known { return }
    }
  }

  /// Notes a token that stands for nothing; neighbours make one fault.
  private mutating func addFault(_ token: Token) {
    let message =
      "This stands for no column; columns are l, c, r and p{…}, with | : @{…} !{…} >{…} <{…} between them."
    if let last = faults.last, last.message.utf8.elementsEqual(message.utf8),
      last.source.end == token.source.start
    {
      faults[faults.count - 1].source = last.source.joined(to: token.source)
    } else {
      faults.append((token.source, message))
    }
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
  ///
  /// - Parameters:
  ///   - sign: What they stand behind.
  ///   - example: What is missing there if nothing stands there.
  private mutating func part(
    of tokens: ArraySlice<Token>, at index: inout Int, for sign: Token, _ example: StaticString
  ) -> ArraySlice<Token> {
    while index < tokens.endIndex, tokens[index].kind == .space { index += 1 }
    guard index < tokens.endIndex else {
      var name: [UInt8] = []
      name.append(scalar: sign.scalar)
      let shown = String(decoding: name, as: UTF8.self)
      faults.append(
        (
          sign.source,
          "Something is missing behind this " + shown + ", as in " + shown + example.description + "."
        ))
      return []
    }
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
