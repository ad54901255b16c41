extension DecimalNumber {
  /// All digits of the sum of two doubles that are finite.
  init(exactly value: DoubleDouble) {
    guard value.low != 0 else {
      self.init(exactly: value.high)
      return
    }
    let (high, highExponent) = DecimalNumber.decomposed(value.high)
    let (low, lowExponent) = DecimalNumber.decomposed(value.low)
    let exponent = min(highExponent, lowExponent)
    var integer = BigNatural(high)
    var rest = BigNatural(low)
    integer.shiftLeft(by: highExponent - exponent)
    rest.shiftLeft(by: lowExponent - exponent)
    if value.high.sign == value.low.sign {
      integer = integer + rest
    } else {
      integer.subtract(rest)
    }
    self.init(isNegative: value.high.sign == .minus, integer, timesTwoTo: exponent)
  }

  /// The number to about 2^-100 of itself; as exact as a double below 10^-290, infinite beyond the largest double.
  ///
  /// - Complexity: O(digits) beyond a bounded cost.
  var extended: DoubleDouble {
    let value = double
    guard value != 0, value.magnitude < .infinity, value.magnitude > 1e-290 else {
      return DoubleDouble(value)
    }
    // 31 digits are an integer below 2^103, which two doubles hold exactly.
    let kept = digits.prefix(31)
    var number = DoubleDouble(0)
    for digit in kept { number = number * 10 + Double(digit) }
    var power = exponent + 1 - kept.count
    // Powers of ten up to the 22nd are doubles; 2^73 keeps the number in the middle of their range on the way.
    var scale = 0
    while power != 0 {
      let step = min(power.magnitude, 22)
      var factor = 1.0
      for _ in 0..<step { factor *= 10 }
      if power > 0 {
        number = (number * factor).scaled(by: -73)
        scale += 73
        power -= Int(step)
      } else {
        number = (number / DoubleDouble(factor)).scaled(by: 73)
        scale -= 73
        power += Int(step)
      }
    }
    number = number.scaled(by: scale)
    return isNegative ? -number : number
  }

  /// ln of a positive number, to about 2^-100 of itself however near to 1 it is.
  ///
  /// - Complexity: O(digits) beyond a bounded cost.
  var naturalLogarithm: DoubleDouble {
    // Without its first digit, 1.d₁d₂… is its distance from 1.
    if exponent == 0, digits.first == 1 {
      let distance = DecimalNumber(isNegative: false, digits: [0] + digits.dropFirst(), exponent: 0).extended
      if distance.high < 0.41 { return ElementaryFunctions.log1p(distance) }
    }
    return ElementaryFunctions.log(extended)
  }
}

extension NumberFormat {
  /// The number of ``number(from:)`` to about 2^-100 of itself; `nil` for anything else.
  ///
  /// - Complexity: O(length) beyond a bounded cost.
  public static func extendedNumber(from text: [UInt8]) -> DoubleDouble? {
    let sign = text.first == UInt8(ascii: "+") ? 1 : minusLength(in: text, at: 0)
    guard let literal = DecimalNumber.literal(in: text, at: sign ?? 0), literal.end == text.count else {
      return nil
    }
    let magnitude = literal.number.extended
    return sign != nil && text.first != UInt8(ascii: "+") ? -magnitude : magnitude
  }

  /// How many digits of a number that comes from calculations in `DoubleDouble` are taken for certain.
  static var certainDigits: Int { 25 }

  /// The number to so many significant digits, from 1 to 30, and whether that is all of it.
  ///
  /// As ``approximate(_:digits:)-(Double,_)`` for doubles: zeros at the end stay unless the number is wholly what the
  /// digits say. What stands behind the 25th digit is taken for the noise of calculation.
  ///
  /// - Complexity: O(k²) in the binary exponents' magnitudes, at most 2,200.
  public static func approximate(_ value: DoubleDouble, digits: Int) -> (text: [UInt8], isWhole: Bool)? {
    guard value.high.magnitude < .infinity else { return nil }
    let asked = min(max(digits, 1), 30)
    let exact = DecimalNumber(exactly: value)
    let known = exact.rounded(toSignificantDigits: max(certainDigits, asked))
    let digits = known.readableDigits(atLeast: asked)
    // Rounding twice is right only where noise alone stands behind the digits known.
    let shown = (digits + 8 <= certainDigits ? known : exact).rounded(toSignificantDigits: digits)
    let isWhole = shown.equals(known)
    return (shown.text(ofDigits: digits, isWhole: isWhole), isWhole)
  }

  /// 10^x to so many significant digits, with an exponent of any size, and whether that is all of it.
  ///
  /// x may be as large as 10^27; the digits that its whole part takes are not shown of the power, at least one is.
  public static func powerOfTen(_ x: DoubleDouble, digits: Int) -> (text: [UInt8], isWhole: Bool) {
    let (whole, fraction) = parts(of: x)
    let magnitude = whole.high < 0 ? -whole : whole
    let wholeDigits = DecimalNumber(exactly: magnitude).text(decimalPlaces: 0)
    let certain = certainDigits + 3 - wholeDigits.count
    let digits = max(1, min(digits, certain))
    let mantissa = DecimalNumber(
      exactly: ElementaryFunctions.exp(fraction * ElementaryFunctions.naturalLogarithmOfTen))
    let known = mantissa.rounded(toSignificantDigits: max(digits, certain))
    let shown = (digits + 8 <= certain ? known : mantissa).rounded(toSignificantDigits: digits)
    let isWhole = shown.equals(known) && digits + 2 <= certain
    let minimum = isWhole ? 1 : digits
    if magnitude.high <= 21 {
      let number = shown.timesTenTo(Int(whole.high))
      if number.exponent >= -6, number.exponent <= 20 {
        return (number.text(minimumDigits: minimum), isWhole)
      }
    }
    // A mantissa that was rounded up to 10 is one of the next power.
    let exponent = whole + Double(shown.exponent)
    var text = shown.timesTenTo(-shown.exponent).text(minimumDigits: minimum)
    text += [UInt8(ascii: "e"), exponent.high < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")]
    text += DecimalNumber(exactly: exponent.high < 0 ? -exponent : exponent).text(decimalPlaces: 0)
    return (text, isWhole)
  }

  /// The largest integer not above a number, and what it leaves.
  private static func parts(of x: DoubleDouble) -> (whole: DoubleDouble, fraction: DoubleDouble) {
    let high = floor(x.high)
    guard high == x.high else { return (DoubleDouble(high), x + -high) }
    let low = floor(x.low)
    return (DoubleDouble(sum: high, low), DoubleDouble(x.low - low))
  }

  private static func floor(_ value: Double) -> Double {
    guard value.magnitude < 0x1p52 else { return value }
    let truncated = Double(Int64(value))
    return truncated > value ? truncated - 1 : truncated
  }
}
