/// A number's text in its parts: `-1.5e+300` is −, 1.5 and 300.
struct Exponential {
  var isNegative = false
  var mantissa: [UInt8]
  var exponent: [UInt8]?
  var isExponentNegative = false
  /// Whether the number is ±10^exponent, where the mantissa need not be shown.
  var isPowerOfTen: Bool { mantissa == [0x31] && exponent != nil }

  init(_ text: [UInt8]) {
    var digits = text[...]
    if digits.first == 0x2D {
      isNegative = true
      digits = digits.dropFirst()
    }
    guard let mark = digits.firstIndex(of: UInt8(ascii: "e")) else {
      mantissa = Array(digits)
      return
    }
    mantissa = Array(digits[..<mark])
    var power = digits[(mark + 1)...]
    isExponentNegative = power.first == 0x2D
    if isExponentNegative || power.first == 0x2B { power = power.dropFirst() }
    exponent = Array(power)
  }
}

extension Exponential {
  /// A number within a sentence: `4.613 × 10³⁰⁰` for `4.613e+300`, in which no line breaks.
  static func inline(_ text: [UInt8]) -> [UInt8] {
    let parts = Exponential(text)
    let sign = parts.isNegative ? Array(literal: "−") : []
    guard let exponent = parts.exponent else { return sign + parts.mantissa }
    let factor = parts.isPowerOfTen ? [] : parts.mantissa + Array(literal: "\u{A0}×\u{A0}")
    let power = parts.isExponentNegative ? Array(literal: "⁻") : []
    return sign + factor + Array(literal: "10") + power + superscript(exponent)
  }

  /// Digits as superscript characters.
  static func superscript(_ digits: [UInt8]) -> [UInt8] {
    let signs: [StaticString] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return digits.flatMap { $0 &- 0x30 < 10 ? Array(literal: signs[Int($0 - 0x30)]) : [] }
  }
}
