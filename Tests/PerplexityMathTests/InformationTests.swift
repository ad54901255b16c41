import PerplexityMath
import Testing

@Suite struct InformationTests {
  @Test func fourPointSevenBitsAreADieWithTwentySixFacesAlmost() throws {
    let perplexity = try Entropy.bits(4.7).perplexity()
    #expect(NumberFormat.significant(perplexity.value, digits: 9) == Array("25.9920767".utf8))
  }

  @Test func aPerplexityOfThirtyOneHasNearlyFiveBits() throws {
    let entropy = try Perplexity(31.1).entropy(base: .two)
    #expect(NumberFormat.significant(entropy.value, digits: 5) == Array("4.9588".utf8))
  }

  @Test func perplexityDoesNotDependOnTheBase() throws {
    for value in [1, 1.5, 31.1, 50257, 1e100, 1e300] {
      let perplexity = try Perplexity(value)
      for base in [LogarithmBase.two, .e, .ten, try LogarithmBase(3), try LogarithmBase(1.25)] {
        let back = try perplexity.entropy(base: base).perplexity().value
        // b^H magnifies the rounding of H by H ln b.
        #expect(abs(back / value - 1) < 1e-13, "\(value) by base \(base.value)")
      }
    }
  }

  @Test func unitsConvertByTheirLogarithms() throws {
    let bits = try Entropy.bits(1)
    #expect(try bits.converted(to: .e).value == 0.6931471805599453)
    #expect(try bits.converted(to: .ten).value == 0.3010299956639812)
    #expect(try Entropy.hartleys(1).converted(to: .two).value == 3.321928094887362)
    #expect(try Entropy.nats(1).converted(to: .two).value == 1.4426950408889634)
    #expect(try Entropy.bits(6).converted(to: LogarithmBase(8)).value == 2)
    #expect(try Entropy.bits(1e308).converted(to: .e).value == 6.931471805599453e307)
    #expect(throws: QuantityError.tooLarge) { try Entropy.hartleys(1e308).converted(to: .two) }
    #expect(try Entropy.bits(.leastNonzeroMagnitude).converted(to: .two).value == .leastNonzeroMagnitude)
  }

  @Test func namedBasesAreFoundByTheirNumbers() throws {
    #expect(try LogarithmBase(2) == .two)
    #expect(try LogarithmBase(10) == .ten)
    #expect(try LogarithmBase(2.718281828459045) == .e)
    #expect(try LogarithmBase(3).logarithm(of: 81) == 4)
    #expect(try LogarithmBase(3).power(4) == 81)
  }

  static let impossiblePerplexities: [(Double, QuantityError)] = [
    (Double.nan, QuantityError.notANumber), (0.999, .perplexityBelowOne), (-1, .perplexityBelowOne),
    (-.infinity, .perplexityBelowOne), (.infinity, .tooLarge),
  ]

  @Test(arguments: impossiblePerplexities)
  func impossiblePerplexitiesAreRefused(value: Double, error: QuantityError) {
    #expect(throws: error) { try Perplexity(value) }
  }

  static let impossibleEntropies: [(Double, QuantityError)] = [
    (Double.nan, QuantityError.notANumber), (-0.001, .negativeEntropy), (.infinity, .tooLarge),
  ]

  @Test(arguments: impossibleEntropies)
  func impossibleEntropiesAreRefused(value: Double, error: QuantityError) {
    #expect(throws: error) { try Entropy.bits(value) }
  }

  static let impossibleBases: [(Double, QuantityError)] = [
    (Double.nan, QuantityError.notANumber), (1, .baseNotAboveOne), (0.5, .baseNotAboveOne),
    (-2, .baseNotAboveOne),
    (.infinity, .tooLarge),
  ]

  @Test(arguments: impossibleBases)
  func impossibleBasesAreRefused(value: Double, error: QuantityError) {
    #expect(throws: error) { try LogarithmBase(value) }
  }

  @Test func anEntropyTooLargeHasNoPerplexity() throws {
    #expect(throws: QuantityError.tooLarge) { try Entropy.bits(1024).perplexity() }
    #expect(try Entropy.bits(1023).perplexity().value == 0x1p1023)
    #expect(try Entropy.bits(0).perplexity().value == 1)
    #expect(try Entropy.bits(-0.0).value.sign == .plus)
  }

  @Test func ratiosLeadFromTokensToWordsAndBack() throws {
    let perToken = try Entropy.bits(4)
    #expect(try perToken.perUnit(tokensPerUnit: 1.5).value == 6)
    #expect(try perToken.perUnit(tokensPerUnit: 0.25).value == 1)
    #expect(try Perplexity(16).perUnit(tokensPerUnit: 1.5).value == 64)
    #expect(throws: QuantityError.ratioNotPositive) { try perToken.perUnit(tokensPerUnit: 0) }
    #expect(throws: QuantityError.ratioNotPositive) { try Perplexity(16).perUnit(tokensPerUnit: -1) }
    #expect(throws: QuantityError.tooLarge) { try Perplexity(1e300).perUnit(tokensPerUnit: 2) }
  }

  @Test func aSequenceIsAsProbableAsItsTokensTogether() throws {
    let perplexity = try Perplexity(10)
    #expect(perplexity.probability(tokens: 3) == 0.001)
    #expect(perplexity.probability(tokens: 0) == 1)
    #expect(perplexity.probability(tokens: 1000) == 0)
    #expect(perplexity.decimalLogarithmOfProbability(tokens: 1000) == -1000)
  }
}
