import Calculator
import PerplexityMath

/// One value from one unit to another, with the digits of the calculator's page.
struct CalcConversion {
  private let value: TypedNumber
  private let from: CalcUnit
  private let to: CalcUnit?
  private let base: LogarithmBase
  private let scale: CalcInput.Scale?
  private let tokens: TypedNumber?
  private let digits: ResultDigits

  /// Fills in the units that were not given.
  init(
    value: TypedNumber, from: CalcUnit?, to: CalcUnit?, base: LogarithmBase?, scale: CalcInput.Scale?,
    tokens: TypedNumber?
  ) throws(CommandFailure) {
    self.value = value
    self.digits = ResultDigits(typed: value.significantDigits)
    self.from = from ?? .perplexity
    self.base = base ?? .two
    self.scale = scale
    self.tokens = tokens
    if let to {
      self.to = to
    } else if tokens != nil, scale == nil {
      self.to = nil
    } else {
      self.to = self.from == .perplexity ? .entropy(self.base) : .perplexity
    }
    if let base, self.from != .entropy(base), let to = self.to, to != .entropy(base) {
      throw CommandFailure(
        "--base \(CalcNumber.short(base)) fits neither \(self.from.name) nor \(to.name)")
    }
    if tokens != nil, scale == nil, to == .perplexity {
      throw CommandFailure("--tokens gives a probability or an entropy, not a perplexity")
    }
  }

  func report() throws(CommandFailure) -> CalcReport {
    let amount: Amount
    do throws(QuantityError) {
      amount =
        switch from {
        case .perplexity: try Amount(perplexity: value)
        case .entropy(let base): try Amount(entropy: value, base: base)
        }
      guard !amount.isTooLarge else { throw .tooLarge }
    } catch {
      throw CommandFailure("\(text(value)) \(from.name(for: text(value))): \(error.message)")
    }
    let input = CalcReport.Quantity(number: value.value, text: text(value), unit: from.name)
    let whole = tokens.map { sequence(of: $0, amount) }
    guard let output = scale != nil || whole == nil ? converted(amount) : whole else {
      return CalcReport(input: input, output: input, formula: "")
    }
    var report = CalcReport(input: input, output: output.quantity, formula: output.formula)
    if scale != nil, let whole { report.add("sequence", whole.quantity, formula: whole.formula) }
    return report
  }

  private typealias Result = (quantity: CalcReport.Quantity, formula: String)

  private func text(_ number: TypedNumber) -> String { String(decoding: number.text, as: UTF8.self) }

  private func converted(_ amount: Amount) -> Result {
    let result: Amount
    let factor: String
    if let scale, scale.ratio.value != 1 {
      result = amount.multiplied(by: scale.ratio.extended)
      factor = text(scale.ratio)
    } else {
      result = amount
      factor = ""
    }
    let given = text(value)
    let product = factor.isEmpty ? given : "\(given) × \(factor)"
    let suffix = scale.map { " per \($0.unit)" } ?? ""
    switch (from, to ?? .perplexity) {
    case (.perplexity, .perplexity):
      let left = factor.isEmpty ? given : "\(given)^\(factor)"
      return self.result(perplexity: result, unit: "perplexity" + suffix, left)
    case (.entropy(let base), .perplexity):
      return self.result(perplexity: result, unit: "perplexity" + suffix, CalcFormula.power(base, product))
    case (.perplexity, .entropy(let base)):
      let left = CalcFormula.logarithm(base, of: given) + (factor.isEmpty ? "" : " × \(factor)")
      return self.result(entropy: result.extendedEntropy(base), base, suffix: suffix, left)
    case (.entropy(let base), .entropy(let target)):
      let left = CalcFormula.conversion(product, from: base, to: target)
      return self.result(entropy: result.extendedEntropy(target), target, suffix: suffix, left)
    }
  }

  /// The probability PPL^-n of n tokens, or their information n H.
  private func sequence(of count: TypedNumber, _ amount: Amount) -> Result {
    let given = text(value)
    if scale == nil, case .entropy(let target) = to {
      let left =
        switch from {
        case .perplexity: CalcFormula.logarithm(target, of: given)
        case .entropy(let base): CalcFormula.conversion(given, from: base, to: target)
        }
      let whole = amount.extendedEntropy(target) * count.extended
      return result(entropy: whole, target, suffix: "", "\(text(count)) × \(left)")
    }
    let left =
      switch from {
      case .perplexity: "\(given)^-\(text(count))"
      case .entropy(let base): CalcFormula.power(base, "-\(given) × \(text(count))")
      }
    let written = digits.probability(amount, tokens: count.extended)
    let number = ResultDigits(typed: 15).probability(amount, tokens: count.extended).text
    let probability = ElementaryFunctions.exp(-(amount.extendedEntropy(.e) * count.extended)).high
    var quantity = CalcReport.Quantity(
      number: probability, text: String(decoding: written.text, as: UTF8.self), unit: "probability",
      isWhole: isWhole(written.isWhole))
    // Below the doubles' normal range the decimal number tells what the double cannot.
    if probability < .leastNormalMagnitude { quantity.json = String(decoding: number, as: UTF8.self) }
    quantity.decimalLogarithm = -(amount.extendedEntropy(.ten) * count.extended).high
    return (quantity, quantity.equation(left))
  }

  // MARK: Results

  private func result(perplexity amount: Amount, unit: String, _ left: String) -> Result {
    let quantity = CalcReport.Quantity(perplexity: amount, digits: digits, unit: unit, isExact: isWhole(true))
    return (quantity, quantity.equation(left))
  }

  private func result(
    entropy: DoubleDouble, _ base: LogarithmBase, suffix: String, _ left: String
  ) -> Result {
    let written = digits.written(entropy)
    let quantity = CalcReport.Quantity(
      number: entropy.high, text: String(decoding: written.text, as: UTF8.self),
      unit: CalcUnit.entropy(base).name + suffix, isWhole: isWhole(written.isWhole))
    return (quantity, quantity.equation(left))
  }

  /// Whether a result is wholly what its text says; of what was typed 25 digits are certain.
  private func isWhole(_ isTextWhole: Bool) -> Bool { isTextWhole && value.significantDigits <= 25 }
}
