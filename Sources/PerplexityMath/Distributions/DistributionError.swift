/// Why a list of numbers is no probability distribution, or two of them cannot be compared.
///
/// Indices count from 0.
public enum DistributionError: Error, Hashable, Sendable {
  /// There are no numbers.
  case empty
  /// The number at this index is NaN.
  case notANumber(index: Int)
  /// The probability at this index is negative.
  case negative(index: Int)
  /// The number at this index is infinite.
  case infinite(index: Int)
  /// The log-probability at this index is positive: the probability would exceed 1.
  case positiveLogProbability(index: Int)
  /// The probabilities sum to this number instead of 1; ``Distribution/init(normalizing:)`` would divide by it.
  case sumIsNotOne(sum: Double)
  /// The two distributions have these numbers of outcomes.
  case differentCounts(Int, Int)
  /// The outcome at this index happens but has probability 0: the cross-entropy is infinite.
  case impossibleOutcome(index: Int)

  /// A plain sentence for the person who entered the numbers, without the index and the sum.
  public var message: String {
    switch self {
    case .empty: "there are no numbers"
    case .notANumber: "this is not a number"
    case .negative: "a probability is never negative"
    case .infinite: "a probability is finite"
    case .positiveLogProbability: "a log-probability is never above 0, since a probability is at most 1"
    case .sumIsNotOne: "the probabilities do not sum to 1"
    case .differentCounts: "the two distributions differ in their number of outcomes"
    case .impossibleOutcome: "this outcome happens but was given probability 0, so the result is infinite"
    }
  }
}
