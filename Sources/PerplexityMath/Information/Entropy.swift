/// An amount of information per symbol: entropy H or cross-entropy, in the unit of a logarithm's base.
///
/// Finite and never negative. Source: C. E. Shannon, "A Mathematical Theory of Communication" (1948), §6.
public struct Entropy: Hashable, Sendable {
  /// The amount, in the unit of ``base``.
  public let value: Double
  /// The base of the logarithm; it fixes the unit.
  public let base: LogarithmBase

  /// An amount in the unit of a base.
  public init(_ value: Double, base: LogarithmBase) throws(QuantityError) {
    guard value == value else { throw .notANumber }
    guard value >= 0 else { throw .negativeEntropy }
    guard value < .infinity else { throw .tooLarge }
    self.value = value.magnitude
    self.base = base
  }

  /// An amount that follows from another valid quantity.
  init(validated value: Double, base: LogarithmBase) {
    self.value = value
    self.base = base
  }

  /// An amount in bits.
  public static func bits(_ value: Double) throws(QuantityError) -> Entropy { try Entropy(value, base: .two) }

  /// An amount in nats; 1 nat = 1/ln 2 bits.
  public static func nats(_ value: Double) throws(QuantityError) -> Entropy { try Entropy(value, base: .e) }

  /// An amount in hartleys; 1 hartley = log2 10 bits.
  public static func hartleys(_ value: Double) throws(QuantityError) -> Entropy {
    try Entropy(value, base: .ten)
  }

  /// The same entropy in another unit: H_c = H_b ln b / ln c.
  public func converted(to base: LogarithmBase) throws(QuantityError) -> Entropy {
    try Entropy(self.base.converting(value, to: base), base: base)
  }

  /// The perplexity b^H of this entropy; 4.7 bits are 25.992….
  ///
  /// Source: F. Jelinek, R. L. Mercer, L. R. Bahl, J. K. Baker, "Perplexity: a measure of the difficulty of speech
  /// recognition tasks" (1977).
  public func perplexity() throws(QuantityError) -> Perplexity { try Perplexity(base.power(value)) }

  /// Entropy per larger or smaller piece of text: per word, character or byte instead of per token.
  ///
  /// H_unit = r H_token, where r is the number of tokens in one such unit, counted over the same text (1.3 tokens a
  /// word, 0.29 tokens a byte). Source: L. Gao et al., "The Pile" (2020), §3.1, bits per byte = (L_T / L_B) H.
  public func perUnit(tokensPerUnit ratio: Double) throws(QuantityError) -> Entropy {
    guard ratio == ratio else { throw .notANumber }
    guard ratio > 0 else { throw .ratioNotPositive }
    return try Entropy(value * ratio, base: base)
  }
}
