/// What is asked of the second panel: `kind=pq&base=2&normalize=1`, with the pasted texts beside it.
///
/// | name | value |
/// |---|---|
/// | `kind` | `p`: one distribution (without it); `pq`: two; `logs`: log-probabilities of tokens |
/// | `base` | the base whose unit results have: `2`, `e`, `10` |
/// | `logs` | the base of log-probabilities: `e` (without it), `2`, `10` |
/// | `normalize` | `1`: numbers are divided by their sum |
public struct MeasurementRequest: Sendable {
  /// What was pasted.
  public enum Kind: Sendable {
    case distribution, pair, logProbabilities
  }

  /// What was pasted.
  public var kind = Kind.distribution
  /// The base whose unit results have.
  public var base = CalculatorBase.two
  /// The base of log-probabilities.
  public var logBase = CalculatorBase.e
  /// Whether numbers are divided by their sum.
  public var normalizes = false
  /// The numbers, or those of P.
  public var first: [UInt8]
  /// The numbers of Q.
  public var second: [UInt8]

  /// Reads the options; what is unknown is passed over.
  public init(options: [UInt8], first: [UInt8], second: [UInt8] = []) {
    self.first = first
    self.second = second
    for part in options.split(separator: UInt8(ascii: "&")) {
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      let value = Array(part[equals...].dropFirst())
      switch Array(part[..<equals]) {
      case Array(literal: "kind"):
        kind =
          value == Array(literal: "pq")
          ? .pair : value == Array(literal: "logs") ? .logProbabilities : .distribution
      case Array(literal: "base"): base = CalculatorBase(value) ?? .two
      case Array(literal: "logs"): logBase = CalculatorBase(value) ?? .e
      case Array(literal: "normalize"): normalizes = value == [0x31]
      default: break
      }
    }
  }
}
