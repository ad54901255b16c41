import PerplexityMath
import Testing

@Suite struct DistributionTests {
  @Test func fairDiceHaveTheLogarithmOfTheirFaces() throws {
    #expect(try Distribution([0.5, 0.5]).entropy(base: .two).value == 1)
    for faces in [1, 2, 3, 6, 10, 26, 1000] {
      let die = try Distribution([Double](repeating: 1 / Double(faces), count: faces))
      let expected = try Perplexity(Double(faces)).entropy(base: .two).value
      #expect(abs(die.entropy(base: .two).value - expected) <= 4 * expected.ulp)
    }
  }

  @Test func impossibleOutcomesAddNothing() throws {
    let distribution = try Distribution([0.25, 0, 0.75])
    #expect(distribution.entropyTerms(base: .two) == [0.5, 0, 0.3112781244591329])
    #expect(distribution.entropy(base: .two).value == 0.8112781244591328)
  }

  @Test func crossEntropyIsEntropyPlusDivergence() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let count = Int.random(in: 1...40, using: &random)
      let p = try Distribution(normalizing: (0..<count).map { _ in .random(in: 0...1, using: &random) })
      let q = try Distribution(normalizing: (0..<count).map { _ in .random(in: 0.001...1, using: &random) })
      let entropy = p.entropy(base: .e).value
      let divergence = try p.divergence(from: q, base: .e).value
      #expect(divergence >= 0)
      #expect(abs(try p.crossEntropy(against: q, base: .e).value - entropy - divergence) < 1e-14)
      #expect(try p.divergence(from: p, base: .e).value == 0)
    }
  }

  @Test func knownDivergence() throws {
    let p = try Distribution([0.5, 0.5])
    let q = try Distribution([0.25, 0.75])
    #expect(try p.crossEntropy(against: q, base: .two).value == 1.207518749639422)
    #expect(abs(try p.divergence(from: q, base: .two).value - 0.20751874963942185) < 1e-16)
    #expect(try p.divergenceTerms(from: q, base: .two)[0] == 0.5)
  }

  @Test func tinyProbabilitiesStayExact() throws {
    let p = try Distribution([1, 1e-300])
    let term = p.entropyTerms(base: .ten)[1]
    #expect(term == 300 * 1e-300)
    let q = try Distribution([1e-300, 1])
    #expect(try p.crossEntropy(against: q, base: .ten).value == 300)
    #expect(try p.divergence(from: q, base: .ten).value == 300)
  }

  @Test func logarithmsBelowEveryDoubleStillCount() throws {
    let p = try Distribution([1, 0])
    let q = try Distribution(logProbabilities: [-5000, 0], base: .e)
    #expect(q.probabilities == [0, 1])
    #expect(try p.crossEntropy(against: q, base: .e).value == 5000)
    let excluded = try Distribution(logProbabilities: [-.infinity, 0], base: .e)
    #expect(throws: DistributionError.impossibleOutcome(index: 0)) {
      try p.crossEntropy(against: excluded, base: .e)
    }
  }

  static let badProbabilities: [([Double], DistributionError)] = [
    ([], DistributionError.empty), ([0.5, .nan], .notANumber(index: 1)), ([1.5, -0.5], .negative(index: 1)),
    ([0.5, .infinity], .infinite(index: 1)), ([0.5, 0.25], .sumIsNotOne(sum: 0.75)),
    ([0.3, 0.3, 0.3], .sumIsNotOne(sum: 0.8999999999999999)), ([0, 0], .sumIsNotOne(sum: 0)),
  ]

  @Test(arguments: badProbabilities)
  func badProbabilitiesAreRefused(probabilities: [Double], error: DistributionError) {
    #expect(throws: error) { try Distribution(probabilities) }
  }

  @Test func tenTenthsSumToOne() throws {
    let tenths = try Distribution([Double](repeating: 0.1, count: 10), tolerance: 0)
    #expect(tenths.entropy(base: .ten).value == 1)
  }

  @Test func weightsAreNormalised() throws {
    #expect(try Distribution(normalizing: [1, 3]).probabilities == [0.25, 0.75])
    #expect(try Distribution(normalizing: [1e308, 1e308]).probabilities == [0.5, 0.5])
    #expect(throws: DistributionError.sumIsNotOne(sum: 0)) { try Distribution(normalizing: [0, 0]) }
    #expect(throws: DistributionError.negative(index: 0)) { try Distribution(normalizing: [-1, 2]) }
  }

  @Test func distributionsOfDifferentSizeCannotBeCompared() throws {
    let p = try Distribution([1])
    let q = try Distribution([0.5, 0.5])
    #expect(throws: DistributionError.differentCounts(1, 2)) { try p.divergence(from: q, base: .two) }
  }

  @Test func logSumExpNeitherOverflowsNorUnderflows() {
    #expect(logSumExp([1000, 1000], base: .two) == 1001)
    #expect(logSumExp([-5000, -5000], base: .two) == -4999)
    #expect(logSumExp([-.infinity, 3]) == 3)
    #expect(logSumExp([]) == -.infinity)
    #expect(logSumExp([-.infinity]) == -.infinity)
    #expect(logSumExp([.infinity, 1]) == .infinity)
    #expect(logSumExp([1, .nan]).isNaN)
  }

  @Test func perplexityOfTokensIsTheInverseGeometricMean() throws {
    let tokens = try TokenLogProbabilities([-1, -3, -2], base: .two)
    #expect(try tokens.crossEntropy().value == 2)
    #expect(try tokens.crossEntropy().perplexity().value == 4)
    let certain = try TokenLogProbabilities([0, -0.0])
    #expect(try certain.crossEntropy().perplexity().value == 1)
    #expect(try TokenLogProbabilities([-1e308, -1e308]).crossEntropy().value == 1e308)
  }

  static let badLogProbabilities: [([Double], DistributionError)] = [
    ([], DistributionError.empty), ([-1, .nan], .notANumber(index: 1)),
    ([0.5], .positiveLogProbability(index: 0)),
    ([-1, -2, .infinity], .positiveLogProbability(index: 2)),
  ]

  @Test(arguments: badLogProbabilities)
  func badLogProbabilitiesAreRefused(values: [Double], error: DistributionError) {
    #expect(throws: error) { try TokenLogProbabilities(values) }
    #expect(throws: error) { try Distribution(logProbabilities: values, base: .e) }
  }

  @Test func anExcludedTokenMakesThePerplexityInfinite() throws {
    let tokens = try TokenLogProbabilities([-1, -.infinity])
    #expect(throws: DistributionError.impossibleOutcome(index: 1)) { try tokens.crossEntropy() }
  }
}
