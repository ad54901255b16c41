/// A finite number in decimal, exactly: ± d₀.d₁d₂… × 10^exponent.
struct DecimalNumber: Hashable {
  /// What becomes of a number exactly half-way between two that may be shown.
  enum TieRule {
    case toEven, awayFromZero, towardZero
  }

  var isNegative: Bool
  /// Digits 0–9 without zeros at either end; none for the number 0.
  private(set) var digits: [UInt8]
  /// The power of ten of the first digit; 0 for the number 0.
  private(set) var exponent: Int

  /// Drops the zeros at both ends.
  init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.exponent = exponent
    let zeros = digits.prefix { $0 == 0 }.count
    self.digits.removeFirst(zeros)
    self.exponent -= zeros
    while self.digits.last == 0 { self.digits.removeLast() }
    if self.digits.isEmpty { self.exponent = 0 }
  }

  var isZero: Bool { digits.isEmpty }

  func timesTenTo(_ power: Int) -> DecimalNumber {
    DecimalNumber(isNegative: isNegative, digits: digits, exponent: exponent + power)
  }

  /// The nearest number with at most so many significant digits.
  func rounded(toSignificantDigits count: Int, ties: TieRule = .toEven) -> DecimalNumber {
    rounded(toDecimalPlaces: count - 1 - exponent, ties: ties)
  }

  /// The nearest multiple of 10^-places; places may be negative.
  func rounded(toDecimalPlaces places: Int, ties: TieRule = .toEven) -> DecimalNumber {
    let kept = exponent + 1 + places
    guard kept < digits.count else { return self }
    guard kept >= 0 else { return DecimalNumber(isNegative: isNegative, digits: [], exponent: 0) }
    var result = Array(digits[..<kept])
    guard roundsUp(at: kept, ties: ties) else {
      return DecimalNumber(isNegative: isNegative, digits: result, exponent: exponent)
    }
    var index = kept - 1
    while index >= 0, result[index] == 9 {
      result[index] = 0
      index -= 1
    }
    if index >= 0 {
      result[index] += 1
      return DecimalNumber(isNegative: isNegative, digits: result, exponent: exponent)
    }
    return DecimalNumber(isNegative: isNegative, digits: [1], exponent: exponent + 1)
  }

  /// Whether the digits from an index on are worth at least half a unit of the digit before.
  private func roundsUp(at index: Int, ties: TieRule) -> Bool {
    guard digits[index] == 5, index == digits.count - 1 else { return digits[index] >= 5 }
    switch ties {
    case .awayFromZero: return true
    case .towardZero: return false
    case .toEven: return index > 0 && digits[index - 1] % 2 == 1
    }
  }
}
