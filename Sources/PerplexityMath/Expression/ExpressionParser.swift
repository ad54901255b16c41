/// Recursive descent over the grammar
///
///     sum      = product { ("+" | "−") product }
///     product  = signed { ("×" | "/") signed }
///     signed   = { "+" | "−" } power
///     power    = operand [ "^" signed ]
///     operand  = number | "(" sum ")" | function argument
///     argument = "(" sum ")" | power
struct ExpressionParser {
  private let bytes: [UInt8]
  private var token: ExpressionToken
  private var steps: [Expression.Step] = []

  init(_ bytes: [UInt8]) throws(ExpressionError) {
    guard bytes.count <= Expression.maximumLength else {
      throw ExpressionError(.tooLong, at: Expression.maximumLength..<bytes.count)
    }
    self.bytes = bytes
    token = try ExpressionToken.next(in: bytes, from: 0)
  }

  mutating func parseAll() throws(ExpressionError) -> [Expression.Step] {
    if case .end = token.kind { throw ExpressionError(.empty, at: 0..<bytes.count) }
    try parseSum(depth: 0)
    switch token.kind {
    case .end: return steps
    case .rightParenthesis: throw ExpressionError(.unopenedParenthesis, at: token.range)
    default: throw ExpressionError(.expectedOperator, at: token.range)
    }
  }

  private mutating func advance() throws(ExpressionError) {
    token = try ExpressionToken.next(in: bytes, from: token.range.upperBound)
  }

  private mutating func parseSum(depth: Int) throws(ExpressionError) {
    try parseProduct(depth: depth)
    while case .infix(let infix) = token.kind, infix == .plus || infix == .minus {
      let range = token.range
      try advance()
      try parseProduct(depth: depth)
      steps.append(Expression.Step(operation: .combine(infix), range: range))
    }
  }

  private mutating func parseProduct(depth: Int) throws(ExpressionError) {
    try parseSigned(depth: depth)
    while case .infix(let infix) = token.kind, infix == .times || infix == .divide {
      let range = token.range
      try advance()
      try parseSigned(depth: depth)
      steps.append(Expression.Step(operation: .combine(infix), range: range))
    }
  }

  private mutating func parseSigned(depth: Int) throws(ExpressionError) {
    var isNegative = false
    let start = token.range
    while case .infix(let infix) = token.kind, infix == .plus || infix == .minus {
      if infix == .minus { isNegative.toggle() }
      try advance()
    }
    try parsePower(depth: depth)
    if isNegative { steps.append(Expression.Step(operation: .negate, range: start)) }
  }

  private mutating func parsePower(depth: Int) throws(ExpressionError) {
    guard depth < Expression.maximumDepth else { throw ExpressionError(.tooDeep, at: token.range) }
    try parseOperand(depth: depth + 1)
    guard case .infix(.power) = token.kind else { return }
    let range = token.range
    try advance()
    try parseSigned(depth: depth + 1)
    steps.append(Expression.Step(operation: .combine(.power), range: range))
  }

  private mutating func parseOperand(depth: Int) throws(ExpressionError) {
    let range = token.range
    switch token.kind {
    case .number(let value):
      try advance()
      steps.append(Expression.Step(operation: .number(value), range: range))
    case .leftParenthesis:
      try parseParentheses(depth: depth)
    case .function(let function):
      try advance()
      if case .leftParenthesis = token.kind {
        try parseParentheses(depth: depth)
      } else {
        try parsePower(depth: depth)
      }
      steps.append(Expression.Step(operation: .apply(function), range: range))
    case .infix, .rightParenthesis, .end:
      throw ExpressionError(.expectedOperand, at: range)
    }
  }

  private mutating func parseParentheses(depth: Int) throws(ExpressionError) {
    let opening = token.range
    try advance()
    try parseSum(depth: depth)
    switch token.kind {
    case .rightParenthesis: try advance()
    case .end: throw ExpressionError(.unclosedParenthesis, at: opening)
    default: throw ExpressionError(.expectedOperator, at: token.range)
    }
  }
}
