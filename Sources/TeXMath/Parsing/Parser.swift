/// Reads a formula into a tree of atoms, noting every fault on the way.
///
/// A recursive-descent parser; each step down is counted against `MathLimits.depth`.
struct Parser {
  var expander: MacroExpander
  /// The token in hand: the first one that is not read yet.
  var token: Token
  let commands = CommandTable.shared
  let limits: MathLimits

  var text: [UInt8] = []
  var issues: [MathIssue] = []
  var labels: [MathLabel] = []
  var references: [MathLabel] = []
  /// The row of the outermost alignment that is being read.
  var row = 0
  var tableDepth = 0
  /// How many tokens the columns of tables have put into their cells.
  var insertedTokens = 0
  var definedColors = NameTable<UInt32>()

  /// The alphabet in force for letters and digits.
  var alphabet = Alphabet.normal
  var depth = 0
  /// What is open around the current list, to know whether a closing token belongs to somebody.
  var openGroups = 0
  var openFences = 0
  var openEnvironments = 0

  init(_ bytes: [UInt8], macros: MacroTable, limits: MathLimits) throws(LimitExceeded) {
    self.limits = limits
    let all = SourceSpan(start: 0, end: UInt32(truncatingIfNeeded: bytes.count))
    if bytes.count > limits.formulaBytes { throw LimitExceeded(.formulaBytes, at: all) }
    expander = MacroExpander(bytes, macros: macros, limits: limits)
    token = Token(kind: .end, text: TextSpan(start: 0, end: 0), source: all)
    text.reserveCapacity(bytes.count)
  }

  /// Reads the whole formula.
  mutating func parse() throws(LimitExceeded) -> MathList {
    try advance()
    var table = Table(layout: .gathered, isDisplay: true)
    try parseRows(of: &table)
    if let only = table.onlyContent { return only }
    if table.hasColumns { table.layout = .aligned }
    let source = SourceSpan(start: 0, end: UInt32(truncatingIfNeeded: expander.source.count))
    return [Atom(.table(table), source: source)]
  }

  // MARK: Tokens

  mutating func advance() throws(LimitExceeded) {
    token = try expander.next()
  }

  mutating func skipSpaces() throws(LimitExceeded) {
    while token.kind == .space { try advance() }
  }

  /// What the command in hand does; `nil` for other tokens and unknown commands.
  var meaning: CommandMeaning? {
    token.kind == .command ? commands.meaning(of: token.command) : nil
  }

  /// Whether the token in hand is a certain ASCII character.
  func isCharacter(_ character: Unicode.Scalar) -> Bool {
    token.kind == .character && token.scalar == character.value
  }

  // MARK: Depth

  mutating func enter() throws(LimitExceeded) {
    depth += 1
    if depth > limits.depth { throw LimitExceeded(.depth, at: token.source) }
  }

  mutating func leave() { depth -= 1 }

  // MARK: Text of the tree

  func span(from start: Int) -> TextSpan {
    TextSpan(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: text.count))
  }

  mutating func span(of bytes: [UInt8]) -> TextSpan {
    let start = text.count
    text.append(contentsOf: bytes)
    return span(from: start)
  }

  mutating func span(of literal: StaticString) -> TextSpan {
    let start = text.count
    text.append(literal)
    return span(from: start)
  }
}
