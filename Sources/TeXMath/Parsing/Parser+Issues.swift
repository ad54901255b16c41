extension Parser {
  /// Notes a fault.
  @inline(never)
  mutating func report(
    _ kind: MathIssue.Kind, at source: SourceSpan, _ message: String, suggestion: [UInt8]? = nil
  ) {
    guard issues.count < limits.issues else { return }
    var issue = MathIssue(kind: kind, range: source.range, message: message, suggestion: suggestion)
    if !expander.calls.isEmpty { nameMacros(in: &issue, at: source) }
    // Several commands in the body of one macro may have the same fault.
    if let last = issues.last, last.range == issue.range, last.message.utf8.elementsEqual(issue.message.utf8)
    {
      return
    }
    issues.append(issue)
  }

  /// The TeX of a command, for a sentence about it; that of a command in a macro's body is not there.
  mutating func shown(_ source: SourceSpan, startsSentence: Bool = false) -> String {
    if expander.isCall(source) { return startsSentence ? "A command" : "a command" }
    var bytes: [UInt8] = []
    UTF8Decoder.forEachShown(in: expander.source, source.range) { bytes.append(scalar: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A token as it is written.
  mutating func name(of token: Token) -> String {
    var bytes: [UInt8] = []
    expander.appendText(of: token, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: What is missing

  @inline(never)
  mutating func reportMissingArgument(of command: SourceSpan) {
    // What the formula's end cuts off has been reported.
    if token.kind == .end, recovery.isCutOff { return }
    let name = shown(command)
    let isScript = name.utf8.elementsEqual("^".utf8) || name.utf8.elementsEqual("_".utf8)
    report(
      .syntax, at: command,
      (isScript ? "The script behind this " : "An argument of ") + name + " is missing; give it in braces.")
  }

  @inline(never)
  mutating func reportUnclosedGroup(_ opening: SourceSpan) {
    recovery.lostGroups += 1
    reportUnclosed(opening, "This { is never closed", "a } is missing", hidden: [UInt8(ascii: "}")])
  }

  @inline(never)
  mutating func reportUnclosedBracket(_ opening: SourceSpan) {
    reportUnclosed(opening, "This [ is never closed", "a ] is missing", hidden: [UInt8(ascii: "]")])
  }

  @inline(never)
  mutating func reportUnclosedFence(_ opening: SourceSpan) {
    recovery.lostFences += 1
    reportUnclosed(
      opening, "This \\left has no \\right", "add one (\\right. for an invisible one)",
      hidden: Array("\\right".utf8))
  }

  @inline(never)
  mutating func reportUnclosedEnvironment(_ name: [UInt8], at beginning: SourceSpan) {
    recovery.lostEnvironments += 1
    reportUnclosed(
      beginning, "The environment " + String(decoding: name, as: UTF8.self) + " is never closed",
      "its \\end is missing", hidden: Array("\\end".utf8))
  }

  /// Reports what is open at a place where it must not be.
  ///
  /// - Parameter closer: What closes it; it may stand in a comment.
  private mutating func reportUnclosed(
    _ opening: SourceSpan, _ fault: String, _ remedy: String, hidden closer: [UInt8]
  ) {
    // At the end one fault of an opening is enough.
    if token.kind == .end, recovery.isCutOff,
      issues.contains(where: { opening.range.contains($0.range.lowerBound) })
    {
      return
    }
    let isHidden = Self.isInComment(closer, of: expander.source, behind: Int(opening.end))
    if token.kind == .end { recovery.isCutOff = true }
    report(
      .syntax, at: opening,
      isHidden
        ? fault + ": what closes it stands behind a %, which begins a comment; write \\% for the sign."
        : fault + "; " + remedy + ".")
  }

  /// Whether a comment behind a place of the formula contains certain bytes.
  private static func isInComment(
    _ wanted: [UInt8], of bytes: [UInt8], behind start: Int
  ) -> Bool {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] == UInt8(ascii: "%") {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        while index + wanted.count <= end {
          if bytes[index...].starts(with: wanted) { return true }
          index += 1
        }
        index = end
      } else {
        index += 1
      }
    }
    return false
  }

  // MARK: What stands where it must not

  /// Skips a closing brace that closes nothing.
  @inline(never)
  mutating func skipStrayBrace() throws(LimitExceeded) {
    if !Recovery.take(&recovery.lostGroups) {
      report(.syntax, at: token.source, "This } closes nothing; remove it or write \\} for a brace.")
    }
    try advance()
  }

  /// Skips an `&` that divides no cells.
  @inline(never)
  mutating func skipStrayAlignment(_ context: ListContext) throws(LimitExceeded) {
    let message =
      switch context {
      case .fence:
        "An & cannot stand between \\left and \\right; end the fence before it with \\right. and begin another"
          + " behind it with \\left."
      case .diagram: "The objects of a diagram are divided by arrows such as @>>>, not by &."
      default: "An & stands only between the cells of a row; write \\& for the sign."
      }
    report(.syntax, at: token.source, message)
    try advance()
  }

  /// Skips a `$` or `$$`, which neither begins nor ends anything inside a formula.
  @inline(never)
  mutating func skipShift() throws(LimitExceeded) {
    var source = token.source
    var sign = "$"
    try advance()
    if isCharacter("$"), token.source.start == source.end {
      sign = "$$"
      source = source.joined(to: token.source)
      try advance()
    }
    recovery.isInShift.toggle()
    guard recovery.isInShift else { return }
    report(
      .syntax, at: source,
      "A formula has no " + sign + " inside; remove it and its partner, or write \\$ for the sign.")
  }

  /// Reports `\(` or `\)` where a formula has begun already.
  @inline(never)
  mutating func reportShift(_ command: Token, closes: Bool) {
    let sign = name(of: command)
    let isExplained = closes && recovery.isInShift
    recovery.isInShift = !closes
    if isExplained { return }
    report(
      .syntax, at: command.source,
      closes
        ? "No formula begins inside this one for " + sign + " to end; remove it."
        : "A formula has no " + sign + " inside; remove it and its partner, or use \\text for words."
    )
  }
}
