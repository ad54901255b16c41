/// Why the call of a macro is not as its definition asks.
enum MacroMisuse {
  case missingArgument, otherPattern
  /// A brace or a bracket that is open to the end.
  case openBrace, openBracket
}

extension MacroExpander {
  /// Reads what a macro's pattern asks for, into `readTokens` and `arguments`.
  ///
  /// - Returns: whether a star stands behind the name, and what is wrong.
  /// - Complexity: O(tokens read + tokens of the pattern).
  mutating func readArguments(of macro: Macro) -> (isStarred: Bool, misuse: MacroMisuse?) {
    readTokens.removeAll(keepingCapacity: true)
    arguments.removeAll(keepingCapacity: true)
    let isStarred = macro.starredBody != nil && readSign("*")
    if macro.defaultArgument != nil {
      if readSign("[") {
        if let misuse = readBracketed() { return (isStarred, misuse) }
      } else {
        arguments.append(nil)
      }
    }
    var index = arguments.count
    while index < macro.pattern.count {
      let token = macro.pattern[index]
      index += 1
      guard token.kind == .parameter else {
        guard areEqual(read(), token) else { return (isStarred, .otherPattern) }
        continue
      }
      let start = index
      while index < macro.pattern.count, macro.pattern[index].kind != .parameter { index += 1 }
      let misuse = start == index ? readUndelimited() : readDelimited(by: macro.pattern[start..<index])
      if let misuse { return (isStarred, misuse) }
    }
    return (isStarred, nil)
  }

  private mutating func read() -> Token {
    let token = nextUnexpanded()
    if token.kind != .end { readTokens.append(token) }
    return token
  }

  /// Reads a sign if it is next; spaces before it do not matter.
  private mutating func readSign(_ sign: Unicode.Scalar) -> Bool {
    let count = readTokens.count
    while true {
      let token = read()
      if token.kind == .space { continue }
      if token.isCharacter(sign) { return true }
      for token in readTokens[count...].reversed() { unread(token) }
      readTokens.removeSubrange(count...)
      return false
    }
  }

  /// Reads up to the `]` of the bracket that was read.
  private mutating func readBracketed() -> MacroMisuse? {
    let start = readTokens.count
    var depth = 0
    while true {
      let token = read()
      switch token.kind {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      default: break
      }
      if token.kind == .end || depth < 0 { return .openBracket }
      if depth == 0, token.isCharacter("]") {
        arguments.append(start..<readTokens.count - 1)
        return nil
      }
    }
  }

  /// Reads a token, or what stands between braces. What ends a group or a cell is no argument.
  private mutating func readUndelimited() -> MacroMisuse? {
    var token = read()
    while token.kind == .space { token = read() }
    let start = readTokens.count
    switch token.kind {
    case .end, .endGroup, .alignment: return .missingArgument
    case .beginGroup: break
    default:
      arguments.append(start - 1..<start)
      return nil
    }
    var depth = 1
    while depth > 0 {
      token = read()
      switch token.kind {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      case .end: return .openBrace
      default: break
      }
    }
    arguments.append(start..<readTokens.count - 1)
    return nil
  }

  /// Reads up to certain tokens outside braces; braces around all of the argument are no part of it.
  private mutating func readDelimited(by delimiter: ArraySlice<Token>) -> MacroMisuse? {
    let delimiter = Array(delimiter)
    let borders = borders(of: delimiter)
    let start = readTokens.count
    /// Where the group ends with which the argument starts.
    var groupEnd: Int?
    var depth = 0
    var matched = 0
    while true {
      let token = read()
      if token.kind == .end { return depth > 0 ? .openBrace : .otherPattern }
      if depth == 0 {
        while matched > 0, !areEqual(token, delimiter[matched]) { matched = borders[matched - 1] }
        if areEqual(token, delimiter[matched]) { matched += 1 }
        if matched == delimiter.count { break }
      }
      if token.kind == .beginGroup {
        depth += 1
        matched = 0
      } else if token.kind == .endGroup {
        depth -= 1
        if depth < 0 { return .otherPattern }
        if depth == 0, groupEnd == nil { groupEnd = readTokens.count }
      }
    }
    let end = readTokens.count - delimiter.count
    let isGroup = end > start && readTokens[start].kind == .beginGroup && groupEnd == end
    arguments.append(isGroup ? start + 1..<end - 1 : start..<end)
    return nil
  }

  /// For each start of a delimiter how much of its own start it ends with (Knuth, Morris and Pratt), so that
  /// no token is compared with all of the delimiter.
  private func borders(of delimiter: [Token]) -> [Int] {
    var borders = Array(repeating: 0, count: delimiter.count)
    var length = 0
    for index in delimiter.indices.dropFirst() {
      while length > 0, !areEqual(delimiter[index], delimiter[length]) { length = borders[length - 1] }
      if areEqual(delimiter[index], delimiter[length]) { length += 1 }
      borders[index] = length
    }
    return borders
  }
}
