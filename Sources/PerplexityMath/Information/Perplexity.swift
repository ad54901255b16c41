/// How many equally likely choices are as uncertain as a source: PPL = b^H, whatever the base b.
///
/// A fair die with PPL faces has the same entropy. Finite and at least 1.
/// Source: F. Jelinek et al. (1977), see ``Entropy/perplexity()``.
public struct Perplexity: Hashable, Sendable {
  /// The number of equally likely choices.
  public let value: Double

  /// A perplexity from 1 up.
  public init(_ value: Double) throws(QuantityError) {
    guard value == value else { throw .notANumber }
    guard value >= 1 else { throw .perplexityBelowOne }
    guard value < .infinity else { throw .tooLarge }
    self.value = value
  }

  /// The entropy log_b PPL; a perplexity of 31.1 has 4.9588… bits.
  public func entropy(base: LogarithmBase) -> Entropy {
    Entropy(validated: base.logarithm(of: value), base: base)
  }

  /// The perplexity per word, character or byte of one that is per token: PPL^r with r tokens in one such unit.
  ///
  /// See ``Entropy/perUnit(tokensPerUnit:)``.
  public func perUnit(tokensPerUnit ratio: Double) throws(QuantityError) -> Perplexity {
    guard ratio == ratio else { throw .notANumber }
    guard ratio > 0 else { throw .ratioNotPositive }
    return try Perplexity(ElementaryFunctions.pow(value, ratio))
  }

  /// The decimal logarithm of the probability of a sequence of n tokens, each as hard as this perplexity says:
  /// log10 PPL^-n = −n log10 PPL.
  public func decimalLogarithmOfProbability(tokens: Double) -> Double {
    -(tokens * ElementaryFunctions.log10(value))
  }

  /// The probability PPL^-n of a sequence of n tokens; 0 where it is too small for a double (then
  /// ``decimalLogarithmOfProbability(tokens:)`` still tells it).
  public func probability(tokens: Double) -> Double { ElementaryFunctions.pow(value, -tokens) }
}
