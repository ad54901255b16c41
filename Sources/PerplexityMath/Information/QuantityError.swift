/// Why a number is no entropy, no perplexity, no base or no ratio.
public enum QuantityError: Error, Hashable, Sendable {
  /// The number is NaN.
  case notANumber
  /// The number is infinite, or a result is too large for a double.
  case tooLarge
  /// A perplexity below 1; even a certain outcome has perplexity 1.
  case perplexityBelowOne
  /// An entropy below 0.
  case negativeEntropy
  /// A logarithm's base must be positive and not 1; here also greater than 1, so that entropies are positive.
  case baseNotAboveOne
  /// A ratio of text units must be greater than 0.
  case ratioNotPositive

  /// A plain sentence for the person who entered the number.
  public var message: String {
    switch self {
    case .notANumber: "this is not a number"
    case .tooLarge: "the number or its result is too large, above about 1.8 × 10^308"
    case .perplexityBelowOne: "a perplexity is at least 1"
    case .negativeEntropy: "an entropy is at least 0"
    case .baseNotAboveOne: "the base of the logarithm must be greater than 1"
    case .ratioNotPositive: "the ratio must be greater than 0"
    }
  }
}
