/// A discrete probability distribution.
///
/// Made from probabilities or from their logarithms; the latter stay exact far below the least positive double.
public struct Distribution: Hashable, Sendable {
  /// The logarithms a distribution was made from.
  private struct Logarithms: Hashable {
    var values: [Double]
    var base: LogarithmBase
  }

  /// The probabilities, in the order given; each is at least 0.
  public let probabilities: [Double]
  private let logarithms: Logarithms?

  /// How far a sum may be from 1 by default: what rounding in the tenth decimal place leaves.
  public static var defaultTolerance: Double { 1e-9 }

  /// Takes probabilities that sum to 1 within a tolerance.
  ///
  /// - Complexity: O(n).
  public init(
    _ probabilities: [Double], tolerance: Double = Distribution.defaultTolerance
  ) throws(DistributionError) {
    let sum = try Distribution.sum(ofWeights: probabilities)
    guard (sum - 1).magnitude <= tolerance else { throw .sumIsNotOne(sum: sum) }
    self.probabilities = probabilities
    self.logarithms = nil
  }

  /// Divides weights, such as counts, by their sum.
  ///
  /// - Complexity: O(n).
  public init(normalizing weights: [Double]) throws(DistributionError) {
    let sum = try Distribution.sum(ofWeights: weights)
    guard sum > 0 else { throw .sumIsNotOne(sum: sum) }
    if sum < .infinity {
      self.probabilities = weights.map { $0 / sum }
    } else {
      let scaled = weights.map { $0 * 0x1p-600 }
      let scaledSum = CompensatedSum(scaled).value
      self.probabilities = scaled.map { $0 / scaledSum }
    }
    self.logarithms = nil
  }

  /// Takes the logarithms of probabilities; −∞ stands for probability 0.
  ///
  /// Whether they sum to 1 is judged by ``logSumExp(_:base:)``, so that no exponential overflows or underflows.
  ///
  /// - Complexity: O(n).
  public init(
    logProbabilities values: [Double], base: LogarithmBase,
    tolerance: Double = Distribution.defaultTolerance
  ) throws(DistributionError) {
    guard !values.isEmpty else { throw .empty }
    for (index, value) in values.enumerated() {
      guard value == value else { throw .notANumber(index: index) }
      guard value <= 0 else { throw .positiveLogProbability(index: index) }
    }
    let sum = base.power(logSumExp(values, base: base))
    guard (sum - 1).magnitude <= tolerance else { throw .sumIsNotOne(sum: sum) }
    self.probabilities = values.map { base.power($0) }
    self.logarithms = Logarithms(values: values, base: base)
  }

  private static func sum(ofWeights weights: [Double]) throws(DistributionError) -> Double {
    guard !weights.isEmpty else { throw .empty }
    var sum = CompensatedSum()
    for (index, weight) in weights.enumerated() {
      guard weight == weight else { throw .notANumber(index: index) }
      guard weight >= 0 else { throw .negative(index: index) }
      guard weight < .infinity else { throw .infinite(index: index) }
      sum.add(weight)
    }
    return sum.value
  }

  /// The logarithms log_b p, one an outcome; −∞ for probability 0.
  ///
  /// - Complexity: O(n).
  public func logarithms(base: LogarithmBase) -> [Double] {
    probabilities.indices.map { logarithm(at: $0, base: base) }
  }

  /// log_b p of an outcome; −∞ for probability 0.
  func logarithm(at index: Int, base: LogarithmBase) -> Double {
    guard let logarithms else { return base.logarithm(of: probabilities[index]) }
    return logarithms.base.converting(logarithms.values[index], to: base)
  }
}

/// log_b Σ b^x, without overflow or underflow: m + log_b Σ b^(x − m) with m the largest x.
///
/// −∞ for an empty list or one of −∞ alone.
///
/// - Complexity: O(n).
/// - Source: P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the log-sum-exp and softmax functions"
///   (2021).
public func logSumExp(_ values: [Double], base: LogarithmBase = .e) -> Double {
  var maximum = -Double.infinity
  for value in values {
    guard value == value else { return .nan }
    if value > maximum { maximum = value }
  }
  guard maximum.magnitude < .infinity else { return maximum }
  var sum = CompensatedSum()
  for value in values { sum.add(base.power(value - maximum)) }
  return maximum + base.logarithm(of: sum.value)
}
