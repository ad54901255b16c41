extension DecimalNumber {
  /// A number literal read from text.
  struct Literal {
    var number: DecimalNumber
    /// Behind its last byte.
    var end: Int
    /// The place of the last digit shown, after the decimal point; negative when it is left of it (`2.6e3`: −2).
    var decimalPlaces: Int
    /// How many digits are shown, without leading zeros.
    var significantDigits: Int
  }

  /// Reads the longest unsigned literal at an offset: digits, or digits around one point, then perhaps `e` or `E`,
  /// a sign and digits; nil when no literal begins there.
  ///
  /// - Complexity: O(length of the literal).
  static func literal(in bytes: [UInt8], at start: Int) -> Literal? {
    var offset = start
    func digit(at offset: Int) -> UInt8? {
      guard offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 else { return nil }
      return bytes[offset] - 0x30
    }
    var digits: [UInt8] = []
    while let next = digit(at: offset) {
      digits.append(next)
      offset += 1
    }
    let integerDigits = digits.count
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "."), digit(at: offset + 1) != nil {
      offset += 1
      while let next = digit(at: offset) {
        digits.append(next)
        offset += 1
      }
    }
    guard !digits.isEmpty else { return nil }
    let fractionDigits = digits.count - integerDigits

    var exponent = 0
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      var cursor = offset + 1
      let isNegative = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "-")
      if cursor < bytes.count, isNegative || bytes[cursor] == UInt8(ascii: "+") { cursor += 1 }
      if digit(at: cursor) != nil {
        while let next = digit(at: cursor) {
          exponent = min(exponent * 10 + Int(next), 100_000)
          cursor += 1
        }
        if isNegative { exponent = -exponent }
        offset = cursor
      }
    }
    return Literal(
      number: DecimalNumber(isNegative: false, digits: digits, exponent: integerDigits - 1 + exponent),
      end: offset, decimalPlaces: fractionDigits - exponent,
      significantDigits: digits.count - digits.prefix { $0 == 0 }.count)
  }

  /// The number as ECMAScript writes it: plain from 10^-6 below 10^21, otherwise with an exponent.
  ///
  /// - Parameters:
  ///   - minimumDigits: zeros are added until so many significant digits stand there.
  ///   - isScientific: writes an exponent in any case.
  func text(minimumDigits: Int = 1, isScientific: Bool = false) -> [UInt8] {
    var digits = self.digits.map { $0 + 0x30 }
    while digits.count < minimumDigits { digits.append(0x30) }
    var text: [UInt8] = isNegative && !isZero ? [UInt8(ascii: "-")] : []
    guard exponent >= -6, exponent <= 20, !isScientific else {
      text.append(digits[0])
      if digits.count > 1 { text.append(UInt8(ascii: ".")) }
      text += digits[1...]
      text += [UInt8(ascii: "e"), exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")]
      return text + DecimalNumber.text(ofNatural: exponent.magnitude)
    }
    if exponent < 0 {
      text += [UInt8(ascii: "0"), UInt8(ascii: ".")]
      text += [UInt8](repeating: 0x30, count: -exponent - 1)
      return text + digits
    }
    while digits.count <= exponent { digits.append(0x30) }
    text += digits[...exponent]
    if digits.count > exponent + 1 {
      text.append(UInt8(ascii: "."))
      text += digits[(exponent + 1)...]
    }
    return text
  }

  /// The number with exactly so many digits behind the decimal point, which must be all it needs.
  func text(decimalPlaces: Int) -> [UInt8] {
    var text: [UInt8] = isNegative && !isZero ? [UInt8(ascii: "-")] : []
    var position = max(exponent, 0)
    while position >= -decimalPlaces {
      if position == -1 { text.append(UInt8(ascii: ".")) }
      let index = exponent - position
      text.append(digits.indices.contains(index) ? digits[index] + 0x30 : 0x30)
      position -= 1
    }
    return text
  }

  private static func text(ofNatural value: UInt) -> [UInt8] {
    var reversed: [UInt8] = []
    var rest = value
    repeat {
      reversed.append(UInt8(rest % 10) + 0x30)
      rest /= 10
    } while rest > 0
    reversed.reverse()
    return reversed
  }
}
