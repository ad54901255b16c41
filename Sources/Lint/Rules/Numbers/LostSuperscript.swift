import PerplexityMath

/// A power whose exponent sank to the line.
struct Power: Equatable {
  /// A number that the power is multiplied by.
  var factor: String?
  var base: String
  /// With its sign.
  var exponent: String

  /// For people: `1.5 × 10^-3`.
  var text: String { (factor.map { "\($0) × " } ?? "") + "\(base)^\(exponent)" }

  /// As TeX.
  var tex: String { (factor.map { #"\#($0) \times "# } ?? "") + "\(base)^{\(exponent)}" }
}

/// Numbers that were powers before their exponents sank to the line: `24.7` for 2 to the power of 4.7, `10-3` for a
/// thousandth.
enum LostSuperscript {
  /// The ways to split a number into a base and an exponent so that the power is a result to the digits shown.
  ///
  /// A result of one or two digits is evidence only where the exponent is its logarithm to three decimals and more
  /// (`22.585 = 6`): too many numbers are powers of something.
  static func powers(in number: [UInt8], equalTo result: [UInt8]) -> [Power] {
    let isEvidence = result.count(where: { Characters.isDigit($0) }) >= 3
    return splits(of: number).filter { power in
      guard isEvidence || isLogarithm(power.exponent, of: result, base: power.base) else { return false }
      let text = Array("\(power.base)^\(power.exponent)=".utf8) + result
      do throws(ExpressionError) {
        return try Calculation(parsing: text).check() == .correct
      } catch {
        return false
      }
    }
  }

  /// Whether a number with three decimals or more is the logarithm of another one to a whole base, as rounded there.
  private static func isLogarithm(_ exponent: String, of result: [UInt8], base: String) -> Bool {
    guard let point = exponent.firstIndex(of: "."), !base.contains("."),
      let result = NumberFormat.number(from: result), let base = Double(base), let value = Double(exponent),
      result > 0, base > 1
    else { return false }
    let decimals = exponent.utf8.count - exponent.utf8.distance(from: exponent.startIndex, to: point) - 1
    let difference = ElementaryFunctions.log(result) / ElementaryFunctions.log(base) - value
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    return decimals >= 3 && difference.magnitude * scale <= 0.5001
  }

  /// The ways to split a number of 2 to 16 digits into a base and an exponent.
  private static func splits(of number: [UInt8]) -> [Power] {
    let digits = number.count { Characters.isDigit($0) }
    guard 2...16 ~= digits, number.allSatisfy({ Characters.isDigit($0) || $0 == 0x2E }) else { return [] }
    return (1..<number.count).compactMap { split in
      let base = number[..<split]
      let exponent = number[split...]
      guard base.last != 0x2E, exponent.first != 0x2E, exponent.elementsEqual("1".utf8) == false,
        base.first != 0x30 || base.contains(0x2E), exponent.first != 0x30 || exponent.contains(0x2E)
      else { return nil }
      return Power(
        base: String(decoding: base, as: UTF8.self), exponent: String(decoding: exponent, as: UTF8.self))
    }
  }

  /// The ways to read a difference, or the second factor of a product, as a power, so that it is a result to the digits
  /// shown: `10-3 = 0.001`, `1.5 × 10-3 = 0.0015`, `2 × 103 = 2000`, `3 × 210 = 3072`. The difference or product itself
  /// is wrong. Of a power of another base than ten, a result of one or two digits is no evidence.
  ///
  /// - Complexity: O(bytes).
  static func powers(inExpression expression: [UInt8], equalTo result: [UInt8]) -> [Power] {
    let text = String(
      String(decoding: expression, as: UTF8.self).filter { $0 != " " }.map { signs[$0] ?? $0 })
    let factors = text.split(separator: "*", omittingEmptySubsequences: false)
    guard let last = factors.last, factors.count <= 2, factors.allSatisfy({ !$0.isEmpty }) else { return [] }
    let factor = factors.count == 2 ? String(factors[0]) : nil
    if let factor, !isNumber(factor) { return [] }
    let parts = last.split(separator: "-", omittingEmptySubsequences: false)
    switch parts.count {
    case 2:
      let power = Power(factor: factor, base: String(parts[0]), exponent: "-\(String(parts[1]))")
      guard isNumber(power.base), isNumber(String(parts[1])), parts[1].first != "0" else { return [] }
      return isRight(power, result) ? [power] : []
    case 1 where factor != nil:
      let isEvidence = result.count(where: { Characters.isDigit($0) }) >= 3
      return splits(of: Array(last.utf8)).compactMap { power in
        let power = Power(factor: factor, base: power.base, exponent: power.exponent)
        return (power.base == "10" || isEvidence) && isRight(power, result) ? power : nil
      }
    default: return []
    }
  }

  /// Whether a power is a result exactly, or to two digits and more.
  private static func isRight(_ power: Power, _ result: [UInt8]) -> Bool {
    let product = (power.factor.map { "\($0)*" } ?? "") + "\(power.base)^(\(power.exponent))"
    let significant = result.filter(Characters.isDigit).drop { $0 == 0x30 }.count
    do throws(ExpressionError) {
      let calculation = try Calculation(parsing: Array(product.utf8) + [0x3D] + result)
      guard try calculation.check() == .correct else { return false }
      let value = try calculation.expression.value()
      guard let shown = NumberFormat.number(from: result), value > 0 else { return false }
      return significant >= 2 || (value - shown).magnitude <= value * 1e-12
    } catch {
      return false
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.count(where: Characters.isDigit)
    return 1...16 ~= digits && text.utf8.first != 0x2E && text.utf8.last != 0x2E
      && text.utf8.count(where: { $0 == 0x2E }) == text.utf8.count - digits && text.utf8.count - digits <= 1
  }

  private static let signs: [Character: Character] = ["\u{2212}": "-", "×": "*", "·": "*"]
}
