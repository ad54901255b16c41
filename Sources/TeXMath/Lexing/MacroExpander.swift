/// Hands out tokens with all macros replaced by their bodies.
struct MacroExpander {
  private var lexer: Lexer
  private(set) var macros: MacroTable
  /// Tokens of macro bodies still to come, the next one last.
  private var pending: [Token] = []
  /// Whether macros are replaced; not while one is being defined.
  var isExpanding = true
  private var expansions = 0
  private var expandedTokens = 0
  private let limits: MathLimits

  init(_ bytes: [UInt8], macros: MacroTable, limits: MathLimits) {
    lexer = Lexer(bytes, commands: .shared)
    self.macros = macros
    self.limits = limits
  }

  /// The formula itself.
  var source: [UInt8] { lexer.bytes }

  /// The byte behind the last token; 0 at the end.
  var upcomingByte: UInt8 {
    guard let next = pending.last else { return lexer.upcomingByte }
    let bytes = next.isFromMacro ? macros.pool : lexer.bytes
    let place = Int(next.text.start)
    return place < bytes.count ? bytes[place] : 0
  }

  /// Appends the bytes of a token.
  func appendText(of token: Token, to output: inout [UInt8]) {
    if token.isFromMacro {
      output.append(contentsOf: macros.pool[token.text.range])
    } else {
      output.append(contentsOf: lexer.bytes[token.text.range])
    }
  }

  /// Gives back the token in hand, to be read again.
  mutating func unread(_ token: Token) { pending.append(token) }

  /// The next token that is no macro.
  mutating func next() throws(LimitExceeded) -> Token {
    while true {
      let token = nextUnexpanded()
      guard token.kind == .command, isExpanding, !macros.isEmpty, let macro = macro(of: token) else {
        return token
      }
      try expand(macro, calledAt: token)
    }
  }

  private mutating func nextUnexpanded() -> Token {
    pending.popLast() ?? lexer.next()
  }

  /// Defines a macro for the rest of the formula.
  mutating func define(
    name: [UInt8], parameterCount: Int, defaultArgument: [UInt8]?, body: [UInt8]
  ) throws(MacroDefinitionError) {
    try macros.define(
      name: name, parameterCount: parameterCount, defaultArgument: defaultArgument, body: body)
  }

  private func macro(of token: Token) -> MacroTable.Macro? {
    let name = token.text.range.dropFirst()
    return token.isFromMacro
      ? macros.macro(named: macros.pool, name) : macros.macro(named: lexer.bytes, name)
  }

  private mutating func expand(_ macro: MacroTable.Macro, calledAt call: Token) throws(LimitExceeded) {
    expansions += 1
    if expansions > limits.macroExpansions { throw LimitExceeded(.macroExpansions, at: call.source) }
    var arguments: [[Token]] = []
    if let standard = macro.defaultArgument {
      arguments.append(optionalArgument() ?? standard.map { $0.placed(at: call.source) })
    }
    while arguments.count < macro.parameterCount { arguments.append(argument()) }
    for token in macro.body.reversed() {
      if token.kind == .parameter {
        let argument = arguments[Int(token.scalar) - 1]
        expandedTokens += argument.count
        if expandedTokens > limits.expandedTokens { throw LimitExceeded(.macroExpansions, at: call.source) }
        pending.append(contentsOf: argument.reversed())
      } else {
        pending.append(token.placed(at: call.source))
      }
    }
    expandedTokens += macro.body.count
    if expandedTokens > limits.expandedTokens { throw LimitExceeded(.macroExpansions, at: call.source) }
  }

  /// What stands between brackets, if a bracket follows; `nil` if none does.
  private mutating func optionalArgument() -> [Token]? {
    var token = nextUnexpanded()
    while token.kind == .space { token = nextUnexpanded() }
    guard token.isCharacter("[") else {
      pending.append(token)
      return nil
    }
    var tokens: [Token] = []
    var depth = 0
    while true {
      token = nextUnexpanded()
      switch token.kind {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      default: break
      }
      if token.kind == .end || depth < 0 {
        pending.append(token)
        return tokens
      }
      if depth == 0, token.isCharacter("]") { return tokens }
      tokens.append(token)
    }
  }

  /// An undelimited argument: a token, or what stands between braces. A closing brace and the end are none.
  private mutating func argument() -> [Token] {
    var token = nextUnexpanded()
    while token.kind == .space { token = nextUnexpanded() }
    guard token.kind == .beginGroup else {
      if token.kind == .end || token.kind == .endGroup {
        pending.append(token)
        return []
      }
      return [token]
    }
    var tokens: [Token] = []
    var depth = 1
    while true {
      token = nextUnexpanded()
      switch token.kind {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      case .end:
        pending.append(token)
        return tokens
      default: break
      }
      if depth == 0 { return tokens }
      tokens.append(token)
    }
  }
}
