extension DecimalNumber {
  /// All digits of a finite double; every double has a finite decimal expansion, of at most 767 digits.
  init(exactly value: Double) {
    let (significand, exponent) = DecimalNumber.decomposed(value)
    self.init(isNegative: value.sign == .minus, BigNatural(significand), timesTwoTo: exponent)
  }

  /// ± an integer times a power of two, all digits of it.
  init(isNegative: Bool, _ integer: BigNatural, timesTwoTo exponent: Int) {
    // An integer over 10^places.
    var integer = integer
    let places = max(0, -exponent)
    if exponent >= 0 {
      integer.shiftLeft(by: exponent)
    } else {
      for _ in 0..<places { integer.multiply(by: 5) }
    }
    let digits = DecimalNumber.digits(of: integer)
    self.init(isNegative: isNegative, digits: digits, exponent: digits.count - 1 - places)
  }

  /// The fewest digits that read back as the same finite double, and among those the closest to it (an even
  /// last digit on a tie).
  ///
  /// Source: R. G. Burger, R. K. Dybvig, "Printing Floating-Point Numbers Quickly and Accurately" (1996), the
  /// free-format algorithm with exact integers; an end of the rounding interval counts when the significand is even.
  init(shortest value: Double) {
    guard value != 0 else {
      self.init(isNegative: value.sign == .minus, digits: [], exponent: 0)
      return
    }
    let (significand, exponent) = DecimalNumber.decomposed(value)
    // value = numerator / denominator; the neighbours' midpoints lie `below` and `above` it, over the denominator.
    let isAtBinade = significand == 1 << 52 && exponent > -1074
    let extra = isAtBinade ? 2 : 1
    var numerator = BigNatural(significand)
    var denominator = BigNatural(1)
    var below = BigNatural(1)
    numerator.shiftLeft(by: max(0, exponent) + extra)
    denominator.shiftLeft(by: max(0, -exponent) + extra)
    below.shiftLeft(by: max(0, exponent))
    var above = below
    if isAtBinade { above.shiftLeft(by: 1) }
    let includesEnds = significand % 2 == 0

    // First guess of the decimal exponent, never too large: 1233/4096 is just below log10 2.
    let binaryExponent = exponent + 63 - significand.leadingZeroBitCount
    var position = (binaryExponent * 1233) >> 12
    if binaryExponent < 0 { position -= 1 }
    if position > 0 {
      denominator = denominator * BigNatural.powerOfTen(position)
    } else {
      let scale = BigNatural.powerOfTen(-position)
      numerator = numerator * scale
      below = below * scale
      above = above * scale
    }
    func reaches(_ a: BigNatural, _ b: BigNatural) -> Bool { includesEnds ? !(a < b) : b < a }
    func ten(_ number: BigNatural) -> BigNatural {
      var number = number
      number.multiply(by: 10)
      return number
    }
    while reaches(numerator + above, ten(denominator)) {
      denominator.multiply(by: 10)
      position += 1
    }

    var digits: [UInt8] = []
    while true {
      var digit: UInt8 = 0
      while !(numerator < denominator) {
        numerator.subtract(denominator)
        digit += 1
      }
      let isLow = reaches(below, numerator)
      let isHigh = reaches(numerator + above, denominator)
      if isLow || isHigh {
        let doubled = numerator + numerator
        let isNearerAbove = denominator < doubled || (denominator == doubled && digit % 2 == 1)
        let roundsUp = isLow && isHigh ? isNearerAbove : isHigh
        digits.append(roundsUp ? digit + 1 : digit)
        break
      }
      digits.append(digit)
      numerator.multiply(by: 10)
      below.multiply(by: 10)
      above.multiply(by: 10)
    }
    self.init(isNegative: value.sign == .minus, digits: digits, exponent: position)
  }

  /// The nearest double, ties to even; infinite beyond the largest.
  var double: Double {
    let sign: Double = isNegative ? -1 : 1
    if isZero { return sign * 0 }
    if exponent > 308 { return sign * .infinity }
    if exponent < -325 { return sign * 0 }
    if let quick = quickDouble { return sign * quick }
    // More digits than any midpoint between two doubles has tell only that the number lies above it.
    let limit = 800
    var numerator = BigNatural(0)
    for digit in digits.prefix(limit) { numerator.multiply(by: 10, adding: UInt32(digit)) }
    if digits.count > limit { numerator.multiply(by: 10, adding: 1) }
    let power = exponent + 1 - min(digits.count, limit + 1)
    if power >= 0 {
      numerator = numerator * BigNatural.powerOfTen(power)
      return sign * DecimalNumber.nearestDouble(numerator, over: BigNatural(1))
    }
    return sign * DecimalNumber.nearestDouble(numerator, over: BigNatural.powerOfTen(-power))
  }

  /// The double of a number of at most 15 digits and a small exponent: an integer and a power of ten that are both exact,
  /// so that their one product or quotient is rounded correctly.
  ///
  /// Source: W. D. Clinger, "How to Read Floating Point Numbers Accurately" (1990).
  private var quickDouble: Double? {
    let power = exponent + 1 - digits.count
    guard digits.count <= 15, power.magnitude <= 22 else { return nil }
    var integer = 0.0
    for digit in digits { integer = integer * 10 + Double(digit) }
    var scale = 1.0
    for _ in 0..<power.magnitude { scale *= 10 }
    return power < 0 ? integer / scale : integer * scale
  }

  /// The double nearest to a quotient of positive integers.
  private static func nearestDouble(_ numerator: BigNatural, over denominator: BigNatural) -> Double {
    // Scaled by 2^shift, the quotient has 65 or 66 bits.
    let shift = 65 - numerator.bitWidth + denominator.bitWidth
    var rest = numerator
    var divisor = denominator
    if shift >= 0 { rest.shiftLeft(by: shift) } else { divisor.shiftLeft(by: -shift) }
    divisor.shiftLeft(by: 65)
    var quotient = BigNatural(0)
    for _ in 0...65 {
      quotient.shiftLeft(by: 1)
      if !(rest < divisor) {
        rest.subtract(divisor)
        quotient = quotient + BigNatural(1)
      }
      rest.shiftLeft(by: 1)
    }
    // Keep 53 bits, fewer below the normal range.
    let lowest = max(quotient.bitWidth - 53, shift - 1074)
    var half = BigNatural(1)
    half.shiftLeft(by: lowest - 1)
    var significand = quotient + half
    let hasRest = significand.shiftRight(by: lowest) || !rest.isZero
    var word = significand.lowWord
    if !hasRest, word % 2 == 1 { word -= 1 }
    let exponent = lowest - shift
    // At most 2^53 times a power of two: exact, or infinite beyond the largest double.
    if exponent >= -1022 { return Double(word) * ElementaryFunctions.powerOfTwo(exponent) }
    return Double(word) * ElementaryFunctions.powerOfTwo(exponent + 60) * 0x1p-60
  }

  /// The integers of |value| = significand · 2^exponent.
  static func decomposed(_ value: Double) -> (significand: UInt64, exponent: Int) {
    let bits = value.bitPattern
    let fraction = bits & 0x000F_FFFF_FFFF_FFFF
    let field = Int(bits >> 52 & 0x7FF)
    return field == 0 ? (fraction, -1074) : (fraction | 1 << 52, field - 1075)
  }

  /// The decimal digits of an integer, most significant first, perhaps with leading zeros.
  private static func digits(of integer: BigNatural) -> [UInt8] {
    var integer = integer
    var reversed: [UInt8] = []
    while !integer.isZero {
      var group = integer.divide(by: 1_000_000_000)
      for _ in 0..<9 {
        reversed.append(UInt8(group % 10))
        group /= 10
      }
    }
    reversed.reverse()
    return reversed
  }
}
