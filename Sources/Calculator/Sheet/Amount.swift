public import PerplexityMath

/// An entropy in all units, and the perplexity that belongs to it.
public struct Amount: Sendable {
  /// In nats, to about 100 bits.
  let natural: DoubleDouble

  /// What belongs to a perplexity of at least 1, as it was typed.
  public init(perplexity: TypedNumber) throws(QuantityError) {
    _ = try Perplexity(perplexity.value)
    natural = perplexity.naturalLogarithm
    // The nearest double of a number just below 1 is 1.
    guard natural.high >= 0 else { throw .perplexityBelowOne }
  }

  /// What belongs to an entropy in the unit of a base.
  public init(entropy: TypedNumber, base: LogarithmBase) throws(QuantityError) {
    _ = try Entropy(entropy.value, base: base)
    // Beyond it the product of 106 bits would overflow on the way.
    guard entropy.value < 1e290 else { throw .tooLarge }
    natural = entropy.extended * base.naturalLogarithm
  }

  /// An entropy of about 100 bits in the unit of a base; `nil` beyond 10^300 nats.
  public init?(_ entropy: DoubleDouble, base: LogarithmBase) {
    guard entropy.high < 1e290 else { return nil }
    natural = entropy * base.naturalLogarithm
  }

  private init(natural: DoubleDouble) {
    self.natural = natural
  }

  /// This entropy so many times.
  public func multiplied(by factor: DoubleDouble) -> Amount { Amount(natural: natural * factor) }

  /// A part of this entropy.
  public func divided(by divisor: DoubleDouble) -> Amount { Amount(natural: natural / divisor) }

  /// The entropy in the unit of a base, to about 100 bits.
  public func extendedEntropy(_ base: LogarithmBase) -> DoubleDouble {
    base == .e ? natural : natural / base.naturalLogarithm
  }

  /// The entropy in the unit of a base.
  public func entropy(_ base: CalculatorBase) -> Double { extendedEntropy(base.logarithm).high }

  /// In bits.
  public var bits: Double { entropy(.two) }
  /// In nats.
  public var nats: Double { natural.high }
  /// In hartleys.
  public var hartleys: Double { entropy(.ten) }
  /// The perplexity; infinite where it exceeds the largest double.
  public var perplexity: Double { ElementaryFunctions.exp(natural).high }
  /// Whether nothing is uncertain: the perplexity is 1.
  var isZero: Bool { natural.high == 0 }
  /// Whether there are digits enough to write the perplexity: up to an entropy of 10^9 bits, or nats.
  public var isTooLarge: Bool { !(bits <= 1e9 && nats <= 1e9) }
}

/// How many digits results show, and how they are written.
///
/// A result has one significant digit more than what was typed, at least 4 and at most 15: 31.1 gives 4.959 bits. A
/// perplexity beside 1 has as many more as it takes to tell it from 1, and whole numbers below 10^15 are written out.
public struct ResultDigits: Sendable {
  /// The digits of a result.
  public let count: Int

  /// The digits that follow from so many typed ones.
  public init(typed: Int) {
    count = min(max(typed + 1, 4), 15)
  }

  /// A number, and whether its text is all of it.
  public func written(_ value: DoubleDouble) -> (text: [UInt8], isWhole: Bool) {
    if value.high.magnitude < 1e15, let all = NumberFormat.approximate(value, digits: 15), all.isWhole,
      !all.text.contains(UInt8(ascii: ".")), !all.text.contains(UInt8(ascii: "e"))
    {
      return all
    }
    return NumberFormat.approximate(value, digits: count) ?? ([], false)
  }

  /// An entropy in the unit of a base.
  public func entropy(_ amount: Amount, _ base: LogarithmBase) -> (text: [UInt8], isWhole: Bool) {
    written(amount.extendedEntropy(base))
  }

  /// A perplexity, also one beyond the largest double, where its decimal logarithm tells it.
  public func perplexity(_ amount: Amount) -> (text: [UInt8], isWhole: Bool) {
    let value = ElementaryFunctions.exp(amount.natural)
    guard value.high < 1e300 else {
      return NumberFormat.powerOfTen(amount.extendedEntropy(.ten), digits: count)
    }
    let difference = (value + -1).high
    guard difference > 0, difference < 0.1 else { return written(value) }
    var more = 0
    var scaled = difference
    while scaled < 0.1, more < 30 {
      scaled *= 10
      more += 1
    }
    return NumberFormat.approximate(value, digits: count + more) ?? ([], false)
  }

  /// The probability PPL^-n of n tokens, with an exponent of any size.
  public func probability(_ amount: Amount, tokens: DoubleDouble) -> (text: [UInt8], isWhole: Bool) {
    NumberFormat.powerOfTen(-(amount.extendedEntropy(.ten) * tokens), digits: count)
  }
}
