import PerplexityMath

/// Entropy in all units, and the perplexity that belongs to it.
public struct Amount: Sendable {
  /// In bits.
  public var bits: Double
  /// In nats.
  public var nats: Double
  /// In hartleys.
  public var hartleys: Double
  /// The perplexity; infinite where it exceeds the largest double.
  public var perplexity: Double

  /// What belongs to a perplexity of at least 1.
  init(perplexity: Perplexity) {
    bits = perplexity.entropy(base: .two).value
    nats = perplexity.entropy(base: .e).value
    hartleys = perplexity.entropy(base: .ten).value
    self.perplexity = perplexity.value
  }

  /// What belongs to an entropy; units are converted directly, since a perplexity beside 1 has few digits left.
  init(entropy: Entropy) {
    bits = entropy.base.converting(entropy.value, to: .two)
    nats = entropy.base.converting(entropy.value, to: .e)
    hartleys = entropy.base.converting(entropy.value, to: .ten)
    perplexity = entropy.base.power(entropy.value)
  }

  /// This entropy so many times.
  func multiplied(by factor: Double) -> Amount {
    var amount = self
    amount.bits = bits * factor
    amount.nats = nats * factor
    amount.hartleys = hartleys * factor
    amount.perplexity = ElementaryFunctions.exp2(amount.bits)
    return amount
  }

  /// A part of this entropy.
  func divided(by divisor: Double) -> Amount {
    var amount = self
    amount.bits = bits / divisor
    amount.nats = nats / divisor
    amount.hartleys = hartleys / divisor
    amount.perplexity = ElementaryFunctions.exp2(amount.bits)
    return amount
  }

  /// The entropy in the unit of a base.
  public func entropy(_ base: CalculatorBase) -> Double {
    switch base {
    case .two: bits
    case .e: nats
    case .ten: hartleys
    }
  }
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
  public func written(_ value: Double) -> (text: [UInt8], isWhole: Bool) {
    let isInteger = value.magnitude < 1e15 && Double(Int64(value)) == value
    if isInteger { return (NumberFormat.shortest(value) ?? [], true) }
    return NumberFormat.approximate(value, digits: count) ?? ([], false)
  }

  /// A perplexity, also one beyond the largest double, where its decimal logarithm tells it.
  public func perplexity(_ value: Double, hartleys: Double) -> (text: [UInt8], isWhole: Bool) {
    guard value < .infinity else { return (power(ofTen: hartleys), false) }
    let difference = value - 1
    guard difference > 0, difference < 0.1 else { return written(value) }
    var more = 0
    var scaled = difference
    while scaled < 0.1, more < 15 {
      scaled *= 10
      more += 1
    }
    return NumberFormat.approximate(value, digits: count + more) ?? ([], false)
  }

  /// 10^x for |x| below 10^16, as `NumberFormat` writes numbers with exponents.
  func power(ofTen exponent: Double) -> [UInt8] {
    var whole = Int64(exponent)
    if Double(whole) > exponent { whole -= 1 }
    // What is left of the fraction's digits decides how many the mantissa has.
    var left = 16
    var rest = whole.magnitude
    while rest > 0 {
      rest /= 10
      left -= 1
    }
    let fraction = exponent - Double(whole)
    let digits = max(1, min(count, left))
    var mantissa = NumberFormat.approximate(LogarithmBase.ten.power(fraction), digits: digits)?.text ?? []
    if mantissa.starts(with: [0x31, 0x30]) {
      mantissa = [0x31]
      whole += 1
    }
    let sign: StaticString = whole < 0 ? "e-" : "e+"
    return mantissa + Array(literal: sign) + (NumberFormat.shortest(Double(whole.magnitude)) ?? [])
  }
}
