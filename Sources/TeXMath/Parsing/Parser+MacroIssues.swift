/// What is wrong with calls of macros, and in their bodies.
extension Parser {
  /// Says of a fault at a macro's call that it lies in the macro's body, where nothing can be put in its place.
  @inline(never)
  mutating func nameMacros(in issue: inout MathIssue, at source: SourceSpan) {
    guard let names = expander.macros(at: source, token) else { return }
    var message = Array(issue.message.utf8)
    if message.last == UInt8(ascii: ".") { message.removeLast() }
    message += Array((names.contains(0x20) ? " (in the macros " : " (in the macro ").utf8) + names
    message += Array(").".utf8)
    if let suggestion = issue.suggestion {
      message += Array(" Did you mean ".utf8) + suggestion + [UInt8(ascii: "?")]
      issue.suggestion = nil
    }
    issue.message = String(decoding: message, as: UTF8.self)
  }

  /// Reports that the macro in hand is not used as its definition asks.
  @inline(never)
  mutating func reportMisuse() {
    guard case .macro(let macro)? = expander.meaning(of: token) else { return }
    var name: [UInt8] = []
    expander.appendText(of: token, to: &name)
    let shown = String(decoding: name, as: UTF8.self)
    switch expander.misuse {
    case .openBrace:
      // The brace is read next and reported itself.
      return
    case .openBracket:
      report(.syntax, at: token.source, "The [ behind " + shown + " is never closed; a ] is missing.")
    case .missingArgument where macro.isUndelimited:
      let count = macro.parameterCount - (macro.defaultArgument == nil ? 0 : 1)
      report(
        .syntax, at: token.source,
        count == 1
          ? "The macro " + shown + " needs an argument; give it in braces."
          : "The macro " + shown + " needs " + String(count) + " arguments; give each in braces.")
    case .missingArgument, .otherPattern:
      appendPattern(macro.pattern, to: &name)
      report(
        .syntax, at: token.source,
        "This use of " + shown + " does not match its definition, which is "
          + String(decoding: name, as: UTF8.self) + ".")
    }
  }

  /// Appends what must follow a macro's name, as its definition has it.
  private func appendPattern(_ pattern: [Token], to name: inout [UInt8]) {
    var followsWord = name.last?.isLetter == true
    for part in pattern {
      switch part.kind {
      case .parameter: name.append(contentsOf: [UInt8(ascii: "#"), 0x30 + UInt8(part.scalar)])
      case .space: name.append(contentsOf: "␣".utf8)
      default:
        let start = name.count
        expander.appendText(of: part, to: &name)
        if followsWord, name[start].isLetter { name.insert(0x20, at: start) }
      }
      followsWord = part.kind == .command && name.last?.isLetter == true
    }
  }
}

extension Macro {
  /// Whether its arguments stand one behind the other, with nothing between them.
  fileprivate var isUndelimited: Bool { pattern.allSatisfy { $0.kind == .parameter } }
}
