/// A number as it was written: its value, and how exactly it was given.
public struct WrittenNumber: Hashable, Sendable {
  /// The nearest double, ties to even; infinite beyond the largest.
  public let value: Double
  /// The digits shown, without the zeros before them: 4 in `0.02500`; 0 in `0`.
  public let significantDigits: Int
  /// Whether the double is exactly the number written.
  public let isExact: Bool
  private let number: DecimalNumber

  /// The number to about 2^-100 of itself, where a double has 2^-53; infinite beyond the largest double.
  public var extended: DoubleDouble { number.extended }

  /// The natural logarithm of a positive number, to about 2^-100 of itself, also where the number is nearer to 1 than
  /// any double is.
  public var naturalLogarithm: DoubleDouble { number.naturalLogarithm }

  /// Reads a number that fills the whole text, as ``NumberFormat/number(from:)`` takes it; `nil` for anything else.
  ///
  /// - Complexity: O(length) beyond a bounded cost.
  public init?(_ text: [UInt8]) {
    var start = 0
    var isNegative = false
    if text.first == UInt8(ascii: "+") {
      start = 1
    } else if let length = NumberFormat.minusLength(in: text, at: 0) {
      start = length
      isNegative = true
    }
    guard let literal = DecimalNumber.literal(in: text, at: start), literal.end == text.count else {
      return nil
    }
    let magnitude = literal.number.double
    value = isNegative ? -magnitude : magnitude
    significantDigits = literal.significantDigits
    var number = literal.number
    number.isNegative = isNegative
    self.number = number
    isExact = magnitude < .infinity && DecimalNumber(exactly: magnitude).equals(literal.number)
  }
}

extension NumberFormat {
  /// The number to so many significant digits, and whether that is all of it.
  ///
  /// Zeros at the end stay, because they say how exactly the number is known; but a number that those digits give wholly
  /// has none: `4.700` for 4.69988, `4.7` for 4.7. The noise of binary arithmetic beyond the 15th digit does not
  /// count: 0.1 + 0.2 is wholly `0.3`. No zero stands for a digit that is not known: whole parts below 10^6 have all
  /// their digits, `161369` where four were asked for, and larger numbers an exponent, `1.589e+6`.
  ///
  /// - Complexity: as ``significant(_:digits:keepingTrailingZeros:)``.
  public static func approximate(_ value: Double, digits: Int) -> (text: [UInt8], isWhole: Bool)? {
    guard value.magnitude < .infinity else { return nil }
    let asked = min(max(digits, 1), 15)
    let known = DecimalNumber(exactly: value).rounded(toSignificantDigits: 15)
    let digits = known.readableDigits(atLeast: asked)
    let shown = known.rounded(toSignificantDigits: digits)
    let isWhole = shown.equals(known)
    return (shown.text(ofDigits: digits, isWhole: isWhole), isWhole)
  }
}

extension DecimalNumber {
  /// So many digits, or those of a whole part below 10^6.
  func readableDigits(atLeast digits: Int) -> Int {
    0...5 ~= exponent ? max(digits, exponent + 1) : digits
  }

  /// The number, rounded to so many digits, in which zeros at the end are digits that are known.
  func text(ofDigits digits: Int, isWhole: Bool) -> [UInt8] {
    text(minimumDigits: isWhole || isZero ? 1 : digits, isScientific: !isWhole && exponent >= digits)
  }
}
