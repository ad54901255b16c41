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
  var references: [MathReference] = []
  /// The numbers that references print.
  let numbers: EquationNumbers
  /// Whether the formula stands on a line of its own.
  let isDisplay: Bool
  /// What was said of the number of the row that is being read.
  var marks = EquationMarks()
  /// The rows that are read, of the environment that is the whole formula.
  var equations: [EquationRow] = []
  /// Whether there is a table whose rows those are.
  var hasEquationTable = false
  /// Whether nothing says whether the formula has a number.
  var canBeNumbered = true
  /// How many tokens the columns of tables have put into their cells.
  var insertedTokens = 0
  var definedColors = NameTable<UInt32>()
  var recovery = Recovery()

  /// The alphabet in force for letters and digits.
  var alphabet = Alphabet.normal
  var depth = 0
  /// What is open around the current list, to know whether a closing token belongs to somebody.
  var openGroups = 0
  var openFences = 0
  var openEnvironments = 0

  init(
    _ bytes: [UInt8], macros: MacroTable, limits: MathLimits, isDisplay: Bool = true,
    numbers: EquationNumbers = EquationNumbers()
  ) {
    self.limits = limits
    self.isDisplay = isDisplay
    self.numbers = numbers
    let all = SourceSpan(start: 0, end: UInt32(truncatingIfNeeded: bytes.count))
    expander = MacroExpander(bytes, macros: macros, limits: limits)
    token = Token(kind: .end, text: TextSpan(start: 0, end: 0), source: all)
    text.reserveCapacity(bytes.count)
  }

  /// Reads the whole formula.
  mutating func parse() throws(LimitExceeded) -> Formula {
    if expander.source.count > limits.formulaBytes { throw LimitExceeded(.formulaBytes, at: token.source) }
    try advance()
    // Most formulas are no table.
    let first = try parseList(.cell)
    return token.kind == .end ? finish(first) : try parseBareRows(first)
  }

  /// Reads a formula with rows or columns that stand in no environment; its first cell is read.
  @inline(never)
  private mutating func parseBareRows(_ first: MathList) throws(LimitExceeded) -> Formula {
    // An environment in the first cell is not the whole formula.
    _ = joinEquationRows()
    hasEquationTable = false
    let sign = token.source
    var table = Table(layout: .gathered, isDisplay: true)
    try parseRows(of: &table, numbering: .marked, firstCell: first)
    if let only = table.onlyContent { return finish(only) }
    report(
      .bareRows, at: sign,
      "Rows and columns belong into an environment; write \\begin{aligned} … \\end{aligned} around them.")
    if table.hasColumns { table.layout = .aligned }
    hasEquationTable = equations.contains { !$0.marks.isEmpty }
    if !hasEquationTable { equations = [] }
    let source = SourceSpan(start: 0, end: UInt32(truncatingIfNeeded: expander.source.count))
    return finish([Atom(.table(table), source: source)])
  }

  // MARK: Tokens

  mutating func advance() throws(LimitExceeded) {
    token = try expander.next()
  }

  mutating func skipSpaces() throws(LimitExceeded) {
    while token.kind == .space { try advance() }
  }

  /// What the command in hand does; `nil` for other tokens and unknown commands.
  @inline(__always) var meaning: CommandMeaning? {
    token.kind == .command ? commands.meaning(of: token.command) : nil
  }

  /// Whether the token in hand is a certain ASCII character.
  func isCharacter(_ character: Unicode.Scalar) -> Bool {
    token.kind == .character && token.scalar == character.value
  }

  // MARK: Depth

  mutating func enter() throws(LimitExceeded) {
    depth += 1
    if depth > limits.depth { throw depthExceeded() }
  }

  @inline(never)
  private mutating func depthExceeded() -> LimitExceeded { expander.exceeded(.depth, at: token) }

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
