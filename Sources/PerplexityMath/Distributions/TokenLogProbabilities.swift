/// What a language model gave the tokens of a text: the logarithm of each one's probability, given those before it.
public struct TokenLogProbabilities: Hashable, Sendable {
  /// The logarithms, none above 0; −∞ where the model excluded the token.
  public let values: [Double]
  /// Their base; models' logs use e.
  public let base: LogarithmBase

  /// Takes the log-probabilities of at least one token.
  ///
  /// - Complexity: O(n).
  public init(_ values: [Double], base: LogarithmBase = .e) throws(DistributionError) {
    guard !values.isEmpty else { throw .empty }
    for (index, value) in values.enumerated() {
      guard value == value else { throw .notANumber(index: index) }
      guard value <= 0 else { throw .positiveLogProbability(index: index) }
    }
    self.values = values
    self.base = base
  }

  /// The cross-entropy per token, −(1/n) Σ log_b p; refused where a token was impossible.
  ///
  /// - Complexity: O(n).
  public func crossEntropy() throws(DistributionError) -> Entropy {
    for (index, value) in values.enumerated() where value == -.infinity {
      throw .impossibleOutcome(index: index)
    }
    let count = Double(values.count)
    let sum = CompensatedSum(values).value
    let mean = sum > -.infinity ? sum / count : CompensatedSum(values.map { $0 / count }).value
    return Entropy(validated: mean.magnitude, base: base)
  }
}
