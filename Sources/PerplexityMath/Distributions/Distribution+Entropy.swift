extension Distribution {
  /// The terms −p log_b p of the entropy, one an outcome; 0 where p = 0 (the limit).
  ///
  /// - Complexity: O(n).
  public func entropyTerms(base: LogarithmBase) -> [Double] {
    var terms: [Double] = []
    terms.reserveCapacity(probabilities.count)
    for (index, p) in probabilities.enumerated() {
      terms.append(p == 0 ? 0 : -p * logarithm(at: index, base: base))
    }
    return terms
  }

  /// The entropy H(P) = −Σ p log_b p.
  ///
  /// - Complexity: O(n).
  /// - Source: C. E. Shannon (1948), §6.
  public func entropy(base: LogarithmBase) -> Entropy {
    // The tolerance of the sum lets a lone probability be a little above 1.
    Entropy(validated: atLeastZero(CompensatedSum(entropyTerms(base: base)).value), base: base)
  }

  /// The terms −p log_b q of the cross-entropy, one an outcome; 0 where p = 0.
  ///
  /// Refused when the counts differ, or when an outcome of this distribution has probability 0 in the other.
  ///
  /// - Complexity: O(n).
  public func crossEntropyTerms(
    against other: Distribution, base: LogarithmBase
  ) throws(DistributionError) -> [Double] {
    try terms(against: other) { index, p in -p * other.logarithm(at: index, base: base) }
  }

  /// The cross-entropy H(P, Q) = −Σ p log_b q: what coding by Q costs where P is true.
  ///
  /// Refused as ``crossEntropyTerms(against:base:)`` is.
  ///
  /// - Complexity: O(n).
  /// - Source: T. M. Cover, J. A. Thomas, "Elements of Information Theory", 2nd ed. (2006), §5.4.
  public func crossEntropy(
    against other: Distribution, base: LogarithmBase
  ) throws(DistributionError) -> Entropy {
    let terms = try crossEntropyTerms(against: other, base: base)
    return Entropy(validated: atLeastZero(CompensatedSum(terms).value), base: base)
  }

  /// The terms p log_b (p/q) of the divergence, one an outcome (some may be negative); 0 where p = 0.
  ///
  /// Refused as ``crossEntropyTerms(against:base:)`` is.
  ///
  /// - Complexity: O(n).
  public func divergenceTerms(
    from other: Distribution, base: LogarithmBase
  ) throws(DistributionError) -> [Double] {
    try terms(against: other) { index, p in
      p * (logarithm(at: index, base: base) - other.logarithm(at: index, base: base))
    }
  }

  /// The Kullback–Leibler divergence D(P‖Q) = Σ p log_b (p/q) = H(P, Q) − H(P), never negative.
  ///
  /// Refused as ``crossEntropyTerms(against:base:)`` is.
  ///
  /// - Complexity: O(n).
  /// - Source: S. Kullback, R. A. Leibler, "On Information and Sufficiency" (1951).
  public func divergence(
    from other: Distribution, base: LogarithmBase
  ) throws(DistributionError) -> Entropy {
    let terms = try divergenceTerms(from: other, base: base)
    return Entropy(validated: atLeastZero(CompensatedSum(terms).value), base: base)
  }

  private func terms(
    against other: Distribution, _ term: (_ index: Int, _ p: Double) -> Double
  ) throws(DistributionError) -> [Double] {
    guard probabilities.count == other.probabilities.count else {
      throw .differentCounts(probabilities.count, other.probabilities.count)
    }
    var terms: [Double] = []
    terms.reserveCapacity(probabilities.count)
    for (index, p) in probabilities.enumerated() {
      guard p == 0 || other.logarithm(at: index, base: .two) > -.infinity else {
        throw .impossibleOutcome(index: index)
      }
      terms.append(p == 0 ? 0 : term(index, p))
    }
    return terms
  }

  /// Rounding may leave a sum that is zero in truth just below it.
  private func atLeastZero(_ value: Double) -> Double { value > 0 ? value : 0 }
}
