/// Hands out tokens with all macros replaced by their bodies, as chapter 20 of The TeXbook says.
struct MacroExpander {
  private var lexer: Lexer
  /// The macros that hold in every formula.
  let macros: MacroTable
  /// What the formula itself defines.
  private(set) var definitions = ScopedDefinitions()
  /// Bodies of macros: those of `macros`, and what definitions of the formula put around theirs.
  private(set) var pool: [UInt8]
  /// Tokens of macro bodies still to come, the next one last.
  var pending: [Token] = []
  /// Whether there are macros at all.
  private var hasDefinitions: Bool
  /// Whether macros are replaced; not while one is being defined.
  var isExpanding = true

  /// The calls that were replaced, in order; a token's `call` is a place in this list plus 1.
  private(set) var calls: [Token] = []
  /// How many tokens the calls became, with those that were read in vain.
  private(set) var expandedTokens = 0
  private let limits: MathLimits

  /// What was read behind the call that is being replaced, and where in it the arguments stand (`nil` for the
  /// default); kept between calls for their storage.
  var readTokens: [Token] = []
  var arguments: [Range<Int>?] = []
  /// What was wrong with the last call that is a `Token.misusedMacro`.
  var misuse = MacroMisuse.otherPattern

  init(_ bytes: [UInt8], macros: MacroTable, limits: MathLimits) {
    lexer = Lexer(bytes, commands: .shared)
    self.macros = macros
    pool = macros.pool
    hasDefinitions = !macros.isEmpty
    self.limits = limits
  }

  // MARK: Bytes

  /// The formula itself.
  var source: [UInt8] { lexer.bytes }

  /// The byte behind the last token; 0 at the end.
  var upcomingByte: UInt8 {
    guard let next = pending.last else { return lexer.upcomingByte }
    let bytes = next.isFromMacro ? pool : lexer.bytes
    let place = Int(next.text.start)
    return place < bytes.count ? bytes[place] : 0
  }

  /// Appends the bytes of a token.
  func appendText(of token: Token, to output: inout [UInt8]) {
    if token.isFromMacro {
      output.append(contentsOf: pool[token.text.range])
    } else {
      output.append(contentsOf: lexer.bytes[token.text.range])
    }
  }

  /// Whether two tokens are the same for TeX: the same character, or commands with the same name.
  func areEqual(_ first: Token, _ second: Token) -> Bool {
    guard first.kind == second.kind, first.scalar == second.scalar else { return false }
    guard first.kind == .command else { return true }
    let firstBytes = first.isFromMacro ? pool : lexer.bytes
    let secondBytes = second.isFromMacro ? pool : lexer.bytes
    return firstBytes[first.text.range].elementsEqual(secondBytes[second.text.range])
  }

  // MARK: Tokens

  /// Gives back the token in hand, to be read again. The end comes again by itself.
  mutating func unread(_ token: Token) {
    if token.kind != .end { pending.append(token) }
  }

  /// The next token as it stands.
  mutating func nextUnexpanded() -> Token { pending.popLast() ?? lexer.next() }

  /// The next token that is no macro, or a macro's name as `Token.misusedMacro`.
  mutating func next() throws(LimitExceeded) -> Token {
    let token = nextUnexpanded()
    guard token.kind == .command, hasDefinitions, isExpanding else { return token }
    return try expanded(token)
  }

  /// What a command becomes: the first token that is no macro.
  @inline(never)
  private mutating func expanded(_ command: Token) throws(LimitExceeded) -> Token {
    var token = command
    while token.kind == .command, let meaning = meaning(of: token) {
      switch meaning {
      case .macro(let macro):
        if try expand(macro, calledAt: token) {
          token = nextUnexpanded()
          continue
        }
      case .alias(let target): return Self.standIn(for: target, named: token)
      case .faulty: break
      }
      token.command = Token.misusedMacro
      return token
    }
    return token
  }

  /// What a control sequence is by a definition; `nil` if it is a built-in command or unknown.
  @inline(__always)
  func meaning(of command: Token) -> ScopedDefinitions.Meaning? {
    let name = command.text.range.dropFirst()
    let bytes = command.isFromMacro ? pool : lexer.bytes
    if !definitions.isEmpty, let meaning = definitions.meaning(of: bytes, name) { return meaning }
    return macros.macro(named: bytes, name).map { .macro($0) }
  }

  /// The token that another name stands for; a command keeps the author's name.
  private static func standIn(for target: Token, named name: Token) -> Token {
    var result = name
    result.command = target.command
    guard target.kind != .command else { return result }
    result.kind = target.kind
    result.scalar = target.scalar
    result.text = target.text
    result.isFromMacro = target.isFromMacro
    return result
  }

  // MARK: Definitions

  /// Starts a group, at whose end its definitions end.
  mutating func beginGroup() { definitions.beginGroup() }

  /// Ends a group.
  mutating func endGroup() { definitions.endGroup() }

  /// Gives a control sequence a meaning.
  mutating func define(_ command: Token, as meaning: ScopedDefinitions.Meaning, isGlobal: Bool) {
    var name: [UInt8] = []
    appendText(of: command, to: &name)
    definitions.define(Array(name.dropFirst()), as: meaning, isGlobal: isGlobal)
    hasDefinitions = true
  }

  /// Tokens of bytes that do not stand in the formula.
  mutating func tokens(of bytes: [UInt8]) -> [Token] {
    let tokens = Lexer.tokens(of: bytes, inPoolAt: pool.count)
    pool.append(contentsOf: bytes)
    return tokens
  }

  /// Calls a function with the name of every macro.
  func forEachName(_ body: (ArraySlice<UInt8>) -> Void) {
    macros.forEachName(body)
    definitions.forEachName(body)
  }

  // MARK: Replacement

  /// Puts a macro's body in place of its call; false if the call is not as the definition asks.
  private mutating func expand(_ macro: Macro, calledAt call: Token) throws(LimitExceeded) -> Bool {
    if calls.count >= limits.macroExpansions {
      throw exceeded(.macroExpansions(limits.macroExpansions), at: call)
    }
    var body = macro.body
    if !macro.isAlone {
      let (isStarred, misuse) = readArguments(of: macro)
      if let misuse {
        self.misuse = misuse
        for token in readTokens.reversed() { unread(token) }
        try count(readTokens.count + macro.pattern.count + 1, at: call)
        return false
      }
      if isStarred, let starred = macro.starredBody { body = starred }
    }
    calls.append(call)
    let number = UInt32(truncatingIfNeeded: calls.count)
    try count(body.count, at: call)
    for token in body.reversed() {
      guard token.kind == .parameter else {
        pending.append(token.placed(at: call.source, call: number))
        continue
      }
      if let argument = arguments[Int(token.scalar) - 1] {
        try count(argument.count, at: call)
        pending.append(contentsOf: readTokens[argument].reversed())
      } else if let argument = macro.defaultArgument {
        try count(argument.count, at: call)
        for token in argument.reversed() { pending.append(token.placed(at: call.source, call: number)) }
      }
    }
    return true
  }

  private mutating func count(_ tokens: Int, at call: Token) throws(LimitExceeded) {
    expandedTokens += tokens
    if expandedTokens > limits.expandedTokens {
      throw exceeded(.macroTokens(limits.expandedTokens), at: call)
    }
  }
}
