/// A discrete probability distribution.
///
/// Made from probabilities or from their logarithms; the latter stay exact far below the least positive double.
public struct Distribution: Hashable, Sendable {
  /// The logarithms a distribution was made from.
  struct Logarithms: Hashable {
    var values: [Double]
    var base: LogarithmBase
  }

  /// The probabilities, in the order given; each is at least 0.
  public let probabilities: [Double]
  /// The probabilities to 106 bits.
  let extended: [DoubleDouble]
  let logarithms: Logarithms?

  /// How far a sum may be from 1 by default: what rounding in the tenth decimal place leaves.
  public static var defaultTolerance: Double { 1e-9 }

  /// Takes probabilities that sum to 1 within a tolerance.
  ///
  /// - Complexity: O(n).
  public init(
    _ probabilities: [Double], tolerance: Double = Distribution.defaultTolerance
  ) throws(DistributionError) {
    try self.init(probabilities.map { DoubleDouble($0) }, tolerance: tolerance)
  }

  /// Takes probabilities of 106 bits that sum to 1 within a tolerance.
  ///
  /// - Complexity: O(n).
  public init(
    _ probabilities: [DoubleDouble], tolerance: Double = Distribution.defaultTolerance
  ) throws(DistributionError) {
    let sum = try Distribution.sum(ofWeights: probabilities)
    guard (sum.high - 1).magnitude <= tolerance else { throw .sumIsNotOne(sum: sum.high) }
    self.init(validated: probabilities)
  }

  /// Divides weights, such as counts, by their sum.
  ///
  /// - Complexity: O(n).
  public init(normalizing weights: [Double]) throws(DistributionError) {
    try self.init(normalizing: weights.map { DoubleDouble($0) })
  }

  /// Divides weights of 106 bits by their sum.
  ///
  /// - Complexity: O(n).
  public init(normalizing weights: [DoubleDouble]) throws(DistributionError) {
    let sum = try Distribution.sum(ofWeights: weights)
    guard sum.high > 0 else { throw .sumIsNotOne(sum: sum.high) }
    // In the middle of the range no part of a quotient overflows or underflows.
    let shift = sum.high > 0x1p900 ? -600 : sum.high < 0x1p-900 ? 600 : 0
    let scaled = weights.map { $0.scaled(by: shift) }
    let scaledSum = shift == 0 ? sum : Distribution.plainSum(scaled)
    self.init(validated: scaled.map { $0 / scaledSum })
  }

  private init(validated probabilities: [DoubleDouble]) {
    self.probabilities = probabilities.map { $0.high }
    extended = probabilities
    logarithms = nil
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
    self.extended = probabilities.map { DoubleDouble($0) }
    self.logarithms = Logarithms(values: values, base: base)
  }

  /// The sum of weights, each of which is finite and not negative; infinite beyond the largest double.
  ///
  /// - Complexity: O(n).
  public static func sum(ofWeights weights: [DoubleDouble]) throws(DistributionError) -> DoubleDouble {
    guard !weights.isEmpty else { throw .empty }
    for (index, weight) in weights.enumerated() {
      guard weight.high == weight.high else { throw .notANumber(index: index) }
      guard weight.high >= 0 else { throw .negative(index: index) }
      guard weight.high < .infinity else { throw .infinite(index: index) }
    }
    let sum = plainSum(weights)
    return sum.high < .infinity ? sum : DoubleDouble(.infinity)
  }

  /// The sum of any numbers; NaN where it overflows.
  ///
  /// - Complexity: O(n).
  public static func plainSum(_ terms: [DoubleDouble]) -> DoubleDouble {
    var sum = DoubleDouble(0)
    for term in terms { sum = sum + term }
    return sum
  }

  /// The logarithms log_b p, one an outcome; −∞ for probability 0.
  ///
  /// - Complexity: O(n).
  public func logarithms(base: LogarithmBase) -> [Double] {
    probabilities.indices.map { logarithm(at: $0, base: base) }
  }

  /// log_b p of an outcome; −∞ for probability 0.
  func logarithm(at index: Int, base: LogarithmBase) -> Double {
    guard let logarithms else {
      guard probabilities[index] > 0 else { return -.infinity }
      return (ElementaryFunctions.log(extended[index]) / base.naturalLogarithm).high
    }
    return logarithms.base.converting(logarithms.values[index], to: base)
  }

  /// ln p of an outcome that is possible.
  func naturalLogarithm(at index: Int) -> DoubleDouble {
    guard let logarithms else { return ElementaryFunctions.log(extended[index]) }
    return logarithms.base.naturalLogarithm * logarithms.values[index]
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
