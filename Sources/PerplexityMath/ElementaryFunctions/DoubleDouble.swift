/// A number kept as the exact sum of two doubles, about 106 significant bits.
///
/// `low` is at most half a unit in the last place of `high`, so `high` is the number rounded to a double.
/// Operations use only IEEE 754 additions, multiplications and divisions, so that their results are the same bits on
/// every machine; none may be fused or reordered, and Swift does neither.
///
/// Source: T. J. Dekker, "A floating-point technique for extending the available precision", Numerische
/// Mathematik 18 (1971); Y. Hida, X. Li, D. Bailey, "Library for Double-Double and Quad-Double Arithmetic" (2007).
public struct DoubleDouble: Hashable, Sendable {
  /// The number rounded to a double.
  public var high: Double
  /// What `high` leaves of it.
  public var low: Double

  /// A double, exactly.
  public init(_ value: Double) {
    high = value
    low = 0
  }

  /// Takes two parts that already satisfy the invariant of the type.
  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// The exact sum of two doubles (Knuth's TwoSum).
  init(sum a: Double, _ b: Double) {
    high = a + b
    let partOfB = high - a
    low = (a - (high - partOfB)) + (b - partOfB)
  }

  /// The exact sum of two doubles of which the first is zero or no smaller in magnitude (Dekker's FastTwoSum).
  init(ordered a: Double, _ b: Double) {
    high = a + b
    low = b - (high - a)
  }

  /// The exact product of two doubles whose magnitudes are below 2^996 and whose product does not underflow
  /// (Dekker's product with Veltkamp's splitting).
  init(product a: Double, _ b: Double) {
    high = a * b
    let (aHigh, aLow) = DoubleDouble.split(a)
    let (bHigh, bLow) = DoubleDouble.split(b)
    low = ((aHigh * bHigh - high) + aHigh * bLow + aLow * bHigh) + aLow * bLow
  }

  /// The two halves of a significand, each of at most 26 bits.
  private static func split(_ value: Double) -> (high: Double, low: Double) {
    let scaled = 134_217_729 * value
    let high = scaled - (scaled - value)
    return (high, value - high)
  }

  /// A sum, to about 2^-105 of itself.
  public static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = DoubleDouble(sum: a.high, b.high)
    let low = DoubleDouble(sum: a.low, b.low)
    let middle = DoubleDouble(ordered: high.high, high.low + low.high)
    return DoubleDouble(ordered: middle.high, middle.low + low.low)
  }

  /// A sum, to about 2^-105 of the larger part.
  public static func + (a: DoubleDouble, b: Double) -> DoubleDouble {
    let sum = DoubleDouble(sum: a.high, b)
    return DoubleDouble(ordered: sum.high, sum.low + a.low)
  }

  /// The number with the other sign.
  public static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(high: -a.high, low: -a.low) }

  /// A product, to about 2^-104 of itself; the factors are as ``init(product:_:)`` takes them.
  public static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(product: a.high, b.high)
    return DoubleDouble(ordered: product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  /// A product, to about 2^-104 of itself; the factors are as ``init(product:_:)`` takes them.
  public static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
    let product = DoubleDouble(product: a.high, b)
    return DoubleDouble(ordered: product.high, product.low + a.low * b)
  }

  /// A quotient, to about 2^-104 of itself; its product with the divisor is as ``init(product:_:)`` takes it.
  public static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let remainder = a + -(b * first)
    let second = remainder.high / b.high
    let rest = remainder + -(b * second)
    return DoubleDouble(ordered: first, second) + rest.high / b.high
  }

  /// This number times 2^exponent; exact unless a part leaves the range of normal doubles.
  public func scaled(by exponent: Int) -> DoubleDouble {
    var (high, low) = (high, low)
    var rest = exponent
    while rest != 0 {
      let step = min(max(rest, -1000), 1000)
      high *= ElementaryFunctions.powerOfTwo(step)
      low *= ElementaryFunctions.powerOfTwo(step)
      rest -= step
    }
    return DoubleDouble(ordered: high, low)
  }
}
