/// What is wrong with an expression, and where.
public struct ExpressionError: Error, Hashable, Sendable {
  /// The kinds of faults.
  public enum Kind: Hashable, Sendable {
    /// Nothing but white space.
    case empty
    /// The text is longer than ``Expression/maximumLength``.
    case tooLong
    /// Parentheses, signs and powers are nested deeper than ``Expression/maximumDepth``.
    case tooDeep
    /// A byte that begins nothing the language knows.
    case unexpectedCharacter
    /// A number, function or `(` should stand here.
    case expectedOperand
    /// An operator should stand here; there is no implicit multiplication.
    case expectedOperator
    /// This `(` is never closed.
    case unclosedParenthesis
    /// This `)` closes nothing.
    case unopenedParenthesis
    /// A word that is no function.
    case unknownFunction
    /// A calculation has no `=` with a result behind it.
    case missingResult
    /// What stands behind the `=` is not one number.
    case malformedResult
    /// A division by zero.
    case divisionByZero
    /// The logarithm of zero or of a negative number.
    case logarithmOfNonPositive
    /// The square root of a negative number.
    case squareRootOfNegative
    /// A negative number to a power that is no integer, or zero to a negative power.
    case undefinedPower
    /// A value beyond the largest double, about 1.8 × 10^308.
    case outOfRange
  }

  /// What is wrong.
  public var kind: Kind
  /// Where, in bytes of the text that was parsed; empty at the end of the text when something is missing.
  public var range: Range<Int>

  /// A fault at a place.
  public init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// A plain sentence for the author.
  public var message: String {
    switch kind {
    case .empty: "the expression is empty"
    case .tooLong: "the expression is too long"
    case .tooDeep: "the expression is nested too deeply"
    case .unexpectedCharacter: "this character has no meaning in an expression"
    case .expectedOperand: "a number, a function or '(' is missing here"
    case .expectedOperator: "an operator is missing here"
    case .unclosedParenthesis: "this '(' is never closed"
    case .unopenedParenthesis: "this ')' closes nothing"
    case .unknownFunction: "this function is unknown; there are log2, ln, log10, exp and sqrt"
    case .missingResult: "the result is missing; write it behind '='"
    case .malformedResult: "the result must be one number"
    case .divisionByZero: "this divides by zero"
    case .logarithmOfNonPositive: "only positive numbers have a logarithm"
    case .squareRootOfNegative: "a negative number has no real square root"
    case .undefinedPower: "this power is not a real number"
    case .outOfRange: "this value is too large"
    }
  }
}
