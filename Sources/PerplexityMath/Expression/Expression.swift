/// An arithmetic expression such as `2^4.7` or `log2(31.1)`.
///
/// Numbers, `+ − × / ^ ( )` (also `-`, `*`, `·`, `÷`), `log2`, `ln`, `log10`, `exp`, `sqrt`. Powers group to the
/// right and bind tighter than a sign: `-2^2` is −4, `2^-1` is 0.5. A function's argument may stand without
/// parentheses, `log2 31.1`; it is then one power, so that `ln 2^3` is ln 8, while `ln(2)^3` is (ln 2)³.
public struct Expression: Hashable, Sendable {
  /// The longest text taken, in bytes.
  public static var maximumLength: Int { 4096 }
  /// The deepest nesting of parentheses, signs, functions and powers.
  public static var maximumDepth: Int { 64 }

  enum Function: Hashable {
    case log2, ln, log10, exp, sqrt

    /// The function of a name as it stands in a text; compared as bytes, which keeps `String` out of WebAssembly.
    init?(name: ArraySlice<UInt8>) {
      let functions: [Function] = [.log2, .ln, .log10, .exp, .sqrt]
      for function in functions where name.elementsEqual(function.name) {
        self = function
        return
      }
      return nil
    }

    private var name: [UInt8] {
      switch self {
      case .log2: [UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "g"), UInt8(ascii: "2")]
      case .ln: [UInt8(ascii: "l"), UInt8(ascii: "n")]
      case .log10:
        [UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "g"), UInt8(ascii: "1"), UInt8(ascii: "0")]
      case .exp: [UInt8(ascii: "e"), UInt8(ascii: "x"), UInt8(ascii: "p")]
      case .sqrt: [UInt8(ascii: "s"), UInt8(ascii: "q"), UInt8(ascii: "r"), UInt8(ascii: "t")]
      }
    }
  }

  enum Infix: Hashable {
    case plus, minus, times, divide, power
  }

  enum Operation: Hashable {
    case number(Double)
    case negate
    case apply(Function)
    case combine(Infix)
  }

  /// One step in postfix order, with the bytes to blame if it fails.
  struct Step: Hashable {
    var operation: Operation
    var range: Range<Int>
  }

  let steps: [Step]

  /// Parses a whole text.
  ///
  /// - Complexity: O(length).
  public init(parsing bytes: [UInt8]) throws(ExpressionError) {
    var parser = try ExpressionParser(bytes)
    steps = try parser.parseAll()
  }

  /// The value, always finite.
  ///
  /// Every operation is correct to 0.51 ulp of its own operands. A result that overflows or is no real number is an
  /// error at the operation's sign or name.
  ///
  /// - Complexity: O(length).
  public func value() throws(ExpressionError) -> Double {
    var stack: [Double] = []
    for step in steps {
      let result: Double
      switch step.operation {
      case .number(let value): result = value
      case .negate: result = -stack.removeLast()
      case .apply(let function): result = try Expression.apply(function, stack.removeLast(), at: step.range)
      case .combine(let infix):
        let right = stack.removeLast()
        result = try Expression.combine(infix, stack.removeLast(), right, at: step.range)
      }
      guard result.magnitude < .infinity else { throw ExpressionError(.outOfRange, at: step.range) }
      stack.append(result)
    }
    return stack.removeLast()
  }

  private static func apply(
    _ function: Function, _ x: Double, at range: Range<Int>
  ) throws(ExpressionError) -> Double {
    switch function {
    case .exp: return ElementaryFunctions.exp(x)
    case .sqrt:
      guard x >= 0 else { throw ExpressionError(.squareRootOfNegative, at: range) }
      return ElementaryFunctions.sqrt(x)
    case .log2, .ln, .log10:
      guard x > 0 else { throw ExpressionError(.logarithmOfNonPositive, at: range) }
      if function == .log2 { return ElementaryFunctions.log2(x) }
      return function == .ln ? ElementaryFunctions.log(x) : ElementaryFunctions.log10(x)
    }
  }

  private static func combine(
    _ infix: Infix, _ left: Double, _ right: Double, at range: Range<Int>
  ) throws(ExpressionError) -> Double {
    switch infix {
    case .plus: return left + right
    case .minus: return left - right
    case .times: return left * right
    case .divide:
      guard right != 0 else { throw ExpressionError(.divisionByZero, at: range) }
      return left / right
    case .power:
      guard left != 0 || right >= 0 else { throw ExpressionError(.undefinedPower, at: range) }
      let power = ElementaryFunctions.pow(left, right)
      guard power == power else { throw ExpressionError(.undefinedPower, at: range) }
      return power
    }
  }
}
