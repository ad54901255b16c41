import PerplexityMath
import SourceText

/// An equation both of whose sides are plain numbers or are computed from plain numbers.
struct NumericEquation {
  /// The left side as an expression `PerplexityMath` reads.
  var left: [UInt8]
  /// The left side's bytes in the file.
  var leftRange: Range<Int>
  /// A number as it is shown.
  var right: [UInt8]
  var rightRange: Range<Int>
  /// Whether `≈` stands between them.
  var isApproximate: Bool
  /// Whether nothing with a relation stands before the left side.
  var isFirst: Bool

  /// What an editor says of an equation.
  enum Judgement {
    /// Right to the digits shown, or nothing that can be judged.
    case fine
    /// Cut off; this is the value at as many digits, rounded.
    case truncated(rounded: String)
    /// Wrong; this is the value at as many digits.
    case wrong(right: String)
    /// Wrong as it stands, right with a power in place of the number on the left: base and exponent.
    case lostSuperscript([Power])
  }

  /// Judges the equation.
  ///
  /// - Complexity: O(bytes) of the equation; a number on the left has at most 16 digits.
  func judgement() -> Judgement {
    if let number = NumberFormat.number(from: left) {
      guard isFirst, let result = NumberFormat.number(from: right), number != result else { return .fine }
      let powers = LostSuperscript.powers(in: left, equalTo: right)
      return powers.isEmpty ? .fine : .lostSuperscript(powers)
    }
    let text = left + Array("=".utf8) + right
    do throws(ExpressionError) {
      let calculation = try Calculation(parsing: text)
      guard case .incorrect(let expected) = try calculation.check() else { return .fine }
      let value = try calculation.expression.value()
      guard let shown = NumberFormat.number(from: right) else { return .fine }
      let powers = isFirst ? LostSuperscript.powers(inExpression: left, equalTo: right) : []
      if !powers.isEmpty { return .lostSuperscript(powers) }
      if isApproximate, isNearEnough(shown, to: value) { return .fine }
      let text = String(decoding: expected, as: UTF8.self)
      return isTruncated(shown, of: value) ? .truncated(rounded: text) : .wrong(right: text)
    } catch {
      return .fine
    }
  }

  /// Whether a number is the beginning of a value's digits.
  private func isTruncated(_ shown: Double, of value: Double) -> Bool {
    guard shown != 0, (shown < 0) == (value < 0), shown.magnitude <= value.magnitude else { return false }
    return value.magnitude - shown.magnitude < NumericEquation.unit(ofLastDigitIn: right)
  }

  /// `2^10 ≈ 1000`: zeros at the end of a whole number show that it is rounded there.
  private func isNearEnough(_ shown: Double, to value: Double) -> Bool {
    guard !right.contains(0x2E) else { return false }
    let zeros = right.reversed().prefix { $0 == 0x30 }.count
    var unit = 1.0
    for _ in 0..<min(zeros, 30) { unit *= 10 }
    return (value - shown).magnitude <= unit / 2
  }

  private static func unit(ofLastDigitIn text: [UInt8]) -> Double {
    let places = text.firstIndex(of: 0x2E).map { text.count - $0 - 1 } ?? 0
    var unit = 1.0
    for _ in 0..<min(places, 30) { unit /= 10 }
    return unit
  }
}

extension NumericEquation {
  /// What is to be said of the equation, with the fix written as running text or as TeX.
  func finding(isTeX: Bool) -> Finding? {
    switch judgement() {
    case .fine:
      return nil
    case .truncated(let rounded):
      return Finding(
        .lintTruncatedNumber, rightRange, "This result was cut off; it rounds to \(rounded).",
        advice: "Write the rounded number, unless more digits follow."
      ).replacing(rightRange, by: rounded, .proposed)
    case .wrong(let right):
      return Finding(
        .lintWrongNumber, rightRange, "This is not the value of the left side: \(right).",
        advice: "Compute it again; one of the two sides is wrong."
      ).replacing(rightRange, by: right, .proposed)
    case .lostSuperscript(let powers):
      let readings = powers.map(\.text).joined(separator: " or ")
      let result = String(decoding: right, as: UTF8.self)
      let whole = leftRange.lowerBound..<rightRange.upperBound
      let finding = Finding(
        .lintLostSuperscript, whole, "A superscript was lost here: \(readings) = \(result).",
        advice: "Write the power as a formula.")
      let power = powers[0].tex
      let isSure: FixIt.Applicability = powers.count == 1 && powers[0].factor == nil ? .safe : .proposed
      if isTeX { return finding.replacing(leftRange, by: power, isSure) }
      let sign = isApproximate ? #"\approx"# : "="
      return finding.replacing(whole, by: "$\(power) \(sign) \(result)$", isSure)
    }
  }
}
