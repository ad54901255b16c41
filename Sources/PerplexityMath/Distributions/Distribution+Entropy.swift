extension Distribution {
  /// The terms −p log_b p of the entropy, one an outcome; 0 where p = 0 (the limit).
  ///
  /// - Complexity: O(n).
  public func entropyTerms(base: LogarithmBase) -> [Double] {
    extendedEntropyTerms(base: base).map { $0.high }
  }

  /// The entropy H(P) = −Σ p log_b p.
  ///
  /// - Complexity: O(n).
  /// - Source: C. E. Shannon (1948), §6.
  public func entropy(base: LogarithmBase) -> Entropy {
    // The tolerance of the sum lets a lone probability be a little above 1.
    entropy(ofTerms: extendedEntropyTerms(base: base), base: base)
  }

  /// The terms −p log_b q of the cross-entropy, one an outcome; 0 where p = 0.
  ///
  /// Refused when the counts differ, or when an outcome of this distribution has probability 0 in the other.
  ///
  /// - Complexity: O(n).
  public func crossEntropyTerms(
    against other: Distribution, base: LogarithmBase
  ) throws(DistributionError) -> [Double] {
    try extendedCrossEntropyTerms(against: other, base: base).map { $0.high }
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
    entropy(ofTerms: try extendedCrossEntropyTerms(against: other, base: base), base: base)
  }

  /// The terms p log_b (p/q) of the divergence, one an outcome (some may be negative); 0 where p = 0.
  ///
  /// Refused as ``crossEntropyTerms(against:base:)`` is.
  ///
  /// - Complexity: O(n).
  public func divergenceTerms(
    from other: Distribution, base: LogarithmBase
  ) throws(DistributionError) -> [Double] {
    try extendedDivergenceTerms(from: other, base: base).map { $0.high }
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
    entropy(ofTerms: try extendedDivergenceTerms(from: other, base: base), base: base)
  }

  // MARK: Terms of 106 bits

  private func extendedEntropyTerms(base: LogarithmBase) -> [DoubleDouble] {
    let unit = base.naturalLogarithm
    return extended.indices.map { index in
      probabilities[index] == 0 ? DoubleDouble(0) : -(extended[index] * naturalLogarithm(at: index) / unit)
    }
  }

  private func extendedCrossEntropyTerms(
    against other: Distribution, base: LogarithmBase
  ) throws(DistributionError) -> [DoubleDouble] {
    let unit = base.naturalLogarithm
    return try terms(against: other) { index, p in -(p * other.naturalLogarithm(at: index) / unit) }
  }

  private func extendedDivergenceTerms(
    from other: Distribution, base: LogarithmBase
  ) throws(DistributionError) -> [DoubleDouble] {
    let unit = base.naturalLogarithm
    return try terms(against: other) { index, p in p * naturalLogarithmOfRatio(at: index, to: other) / unit }
  }

  /// ln(p/q) of an outcome that is possible in both. Near distributions leave little of their terms' sum, so of near
  /// probabilities it is the logarithm of 1 + (p − q)/q.
  private func naturalLogarithmOfRatio(at index: Int, to other: Distribution) -> DoubleDouble {
    let p = extended[index]
    let q = other.extended[index]
    if logarithms == nil, other.logarithms == nil, (p.high - q.high).magnitude < 0.4 * q.high {
      return ElementaryFunctions.log1p((p + -q) / q)
    }
    return naturalLogarithm(at: index) + -other.naturalLogarithm(at: index)
  }

  private func terms(
    against other: Distribution, _ term: (_ index: Int, _ p: DoubleDouble) -> DoubleDouble
  ) throws(DistributionError) -> [DoubleDouble] {
    guard probabilities.count == other.probabilities.count else {
      throw .differentCounts(probabilities.count, other.probabilities.count)
    }
    var terms: [DoubleDouble] = []
    terms.reserveCapacity(probabilities.count)
    for (index, p) in extended.enumerated() {
      guard p.high == 0 || other.isPossible(index) else { throw .impossibleOutcome(index: index) }
      terms.append(p.high == 0 ? DoubleDouble(0) : term(index, p))
    }
    return terms
  }

  private func isPossible(_ index: Int) -> Bool {
    logarithms.map { $0.values[index] > -.infinity } ?? (probabilities[index] > 0)
  }

  /// The sum of terms as an entropy. Rounding may leave a sum that is zero in truth just below it.
  private func entropy(ofTerms terms: [DoubleDouble], base: LogarithmBase) -> Entropy {
    Entropy(validated: max(0, Distribution.plainSum(terms).high), base: base)
  }
}
