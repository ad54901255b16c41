/// What a language model gave the tokens of a text: the logarithm of each one's probability, given those before it.
public struct TokenLogProbabilities: Hashable, Sendable {
  /// The logarithms, none above 0; −∞ where the model excluded the token.
  public let values: [Double]
  /// The same to 106 bits.
  private let extended: [DoubleDouble]
  /// Their base; models' logs use e.
  public let base: LogarithmBase

  /// Takes the log-probabilities of at least one token.
  ///
  /// - Complexity: O(n).
  public init(_ values: [Double], base: LogarithmBase = .e) throws(DistributionError) {
    try self.init(values.map { DoubleDouble($0) }, base: base)
  }

  /// Takes the log-probabilities of at least one token to 106 bits.
  ///
  /// - Complexity: O(n).
  public init(_ extended: [DoubleDouble], base: LogarithmBase = .e) throws(DistributionError) {
    let values = extended.map { $0.high }
    guard !values.isEmpty else { throw .empty }
    for (index, value) in values.enumerated() {
      guard value == value else { throw .notANumber(index: index) }
      guard value <= 0 else { throw .positiveLogProbability(index: index) }
    }
    self.values = values
    self.extended = extended
    self.base = base
  }

  /// The cross-entropy per token, −(1/n) Σ log_b p; refused where a token was impossible.
  ///
  /// - Complexity: O(n).
  public func crossEntropy() throws(DistributionError) -> Entropy {
    Entropy(validated: try extendedCrossEntropy().high, base: base)
  }

  /// The cross-entropy per token to about 100 bits, in the unit of ``base``; refused where a token was impossible.
  ///
  /// - Complexity: O(n).
  public func extendedCrossEntropy() throws(DistributionError) -> DoubleDouble {
    for (index, value) in values.enumerated() where value == -.infinity {
      throw .impossibleOutcome(index: index)
    }
    let count = Double(values.count)
    let sum = Distribution.plainSum(extended)
    // A sum beyond the middle of the range is one of parts.
    if sum.high > -0x1p900 { return sum.high == 0 ? DoubleDouble(0) : -(sum / DoubleDouble(count)) }
    return DoubleDouble(CompensatedSum(values.map { $0 / count }).value.magnitude)
  }
}
