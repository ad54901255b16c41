/// The base b of the logarithm in which entropy is measured; it fixes the unit.
///
/// Base 2 measures in bits (shannons), base e in nats, base 10 in hartleys (bans, dits) — ISO/IEC 80000-13.
public struct LogarithmBase: Hashable, Sendable {
  enum Kind: Hashable {
    case two, e, ten, other
  }

  let kind: Kind
  /// The base as a number; for the natural logarithm the double nearest to e.
  public let value: Double

  private init(kind: Kind, value: Double) {
    self.kind = kind
    self.value = value
  }

  /// Base 2: entropy in bits.
  public static var two: LogarithmBase { LogarithmBase(kind: .two, value: 2) }
  /// Base e, exactly: entropy in nats.
  public static var e: LogarithmBase { LogarithmBase(kind: .e, value: 0x1.5bf0_a8b1_45769p+1) }
  /// Base 10: entropy in hartleys.
  public static var ten: LogarithmBase { LogarithmBase(kind: .ten, value: 10) }

  /// Any base greater than 1; 2, 10 and the double nearest to e are ``two``, ``ten`` and ``e``.
  public init(_ value: Double) throws(QuantityError) {
    guard value == value else { throw .notANumber }
    guard value > 1 else { throw .baseNotAboveOne }
    guard value < .infinity else { throw .tooLarge }
    switch value {
    case 2: self = .two
    case 10: self = .ten
    case LogarithmBase.e.value: self = .e
    default: self.init(kind: .other, value: value)
    }
  }

  /// log_b x, within 0.51 ulp; NaN below zero, −∞ at zero.
  public func logarithm(of x: Double) -> Double {
    switch kind {
    case .two: return ElementaryFunctions.log2(x)
    case .e: return ElementaryFunctions.log(x)
    case .ten: return ElementaryFunctions.log10(x)
    case .other:
      guard let special = ElementaryFunctions.logarithmOfSpecial(x) else {
        return (ElementaryFunctions.extendedLogarithm(x) / naturalLogarithm).high
      }
      return special
    }
  }

  /// b^x, within 0.51 ulp.
  public func power(_ x: Double) -> Double {
    switch kind {
    case .two: ElementaryFunctions.exp2(x)
    case .e: ElementaryFunctions.exp(x)
    case .ten, .other: ElementaryFunctions.pow(value, x)
    }
  }

  /// The same amount of information in another base's unit: x ln b / ln c, within 0.51 ulp (1 ulp where
  /// it is subnormal).
  public func converting(_ x: Double, to other: LogarithmBase) -> Double {
    if self == other { return x }
    let factor = naturalLogarithm / other.naturalLogarithm
    // Moved towards 1 where the exact product would overflow or underflow on the way.
    let scale: Double = x.magnitude > 1 ? 0x1p-100 : 0x1p100
    return (factor * (x * scale)).high / scale
  }

  /// ln b to 106 bits.
  public var naturalLogarithm: DoubleDouble {
    switch kind {
    case .two: ElementaryFunctions.naturalLogarithmOfTwo
    case .e: DoubleDouble(1)
    case .ten: ElementaryFunctions.naturalLogarithmOfTen
    case .other: ElementaryFunctions.extendedLogarithm(value)
    }
  }
}
