import Calculator
import PerplexityMath

/// One value from one unit to another.
struct CalcConversion {
  private let value: Double
  private let from: CalcUnit
  private let to: CalcUnit?
  private let base: LogarithmBase
  private let scale: CalcInput.Scale?
  private let tokens: Double?
  private let digits: ResultDigits

  /// Fills in the units that were not given.
  init(
    value: Double, from: CalcUnit?, to: CalcUnit?, base: LogarithmBase?, scale: CalcInput.Scale?,
    tokens: Double?, digits: ResultDigits
  ) throws(CommandFailure) {
    self.value = value
    self.digits = digits
    self.from = from ?? .perplexity
    self.base = base ?? .two
    self.scale = scale
    self.tokens = tokens
    if let to {
      self.to = to
    } else if tokens != nil {
      self.to = nil
    } else {
      self.to = self.from == .perplexity ? .entropy(self.base) : .perplexity
    }
    if let base, self.from != .entropy(base), let to = self.to, to != .entropy(base) {
      throw CommandFailure(
        "--base \(CalcNumber.short(base)) fits neither \(self.from.name) nor \(to.name)")
    }
    if tokens != nil, to == .perplexity {
      throw CommandFailure("--tokens gives a probability or an entropy, not a perplexity")
    }
  }

  func report() throws(CommandFailure) -> CalcReport {
    do throws(QuantityError) {
      let input = CalcReport.Quantity(number: value, text: CalcNumber.full(value), unit: from.name)
      let output = if let tokens { try sequence(of: tokens) } else { try converted() }
      return CalcReport(input: input, output: output.quantity, formula: output.formula)
    } catch {
      throw CommandFailure("\(CalcNumber.full(value)) \(from.name): \(error.message)")
    }
  }

  private typealias Result = (quantity: CalcReport.Quantity, formula: String)

  private func converted() throws(QuantityError) -> Result {
    let ratio = scale?.ratio ?? 1
    let suffix = scale.map { " per \($0.unit)" } ?? ""
    let factor = ratio == 1 ? "" : " × \(CalcNumber.full(ratio))"
    let given = CalcNumber.full(value)
    let result: Double
    let left: String
    switch (from, to ?? .perplexity) {
    case (.perplexity, .perplexity):
      result = try Perplexity(value).perUnit(tokensPerUnit: ratio).value
      left = ratio == 1 ? given : "\(given)^\(CalcNumber.full(ratio))"
    case (.perplexity, .entropy(let base)):
      result = try Perplexity(value).entropy(base: base).perUnit(tokensPerUnit: ratio).value
      left = CalcFormula.logarithm(base, of: given) + factor
    case (.entropy(let base), .perplexity):
      result = try Entropy(value, base: base).perUnit(tokensPerUnit: ratio).perplexity().value
      left = CalcFormula.power(base, given + factor)
    case (.entropy(let base), .entropy(let target)):
      result = try Entropy(value, base: base).converted(to: target).perUnit(tokensPerUnit: ratio).value
      left = CalcFormula.conversion(given, from: base, to: target) + factor
    }
    let text: String
    if case .entropy = to {
      text = shown(result)
    } else {
      text = String(decoding: digits.perplexity(result, hartleys: 0).text, as: UTF8.self)
    }
    let unit = (to ?? .perplexity).name + suffix
    return (CalcReport.Quantity(number: result, text: text, unit: unit), "\(left) = \(text)")
  }

  /// A result with as many digits as follow from what was entered, as on the calculator's page.
  private func shown(_ value: Double) -> String {
    String(decoding: digits.written(value).text, as: UTF8.self)
  }

  /// The probability PPL^-n of n tokens, or their information n H.
  private func sequence(of count: Double) throws(QuantityError) -> Result {
    let number = CalcNumber.full(count)
    let given = CalcNumber.full(value)
    if case .entropy(let target) = to {
      let (perToken, left) =
        switch from {
        case .perplexity:
          (try Perplexity(value).entropy(base: target), CalcFormula.logarithm(target, of: given))
        case .entropy(let base):
          (
            try Entropy(value, base: base).converted(to: target),
            CalcFormula.conversion(given, from: base, to: target)
          )
        }
      let whole = try Entropy(perToken.value * count, base: target).value
      let text = shown(whole)
      let quantity = CalcReport.Quantity(number: whole, text: text, unit: CalcUnit.entropy(target).name)
      return (quantity, "\(number) × \(left) = \(text)")
    }
    let perplexity: Perplexity
    let left: String
    switch from {
    case .perplexity:
      perplexity = try Perplexity(value)
      left = "\(given)^-\(number)"
    case .entropy(let base):
      perplexity = try Entropy(value, base: base).perplexity()
      left = CalcFormula.power(base, "-\(given) × \(number)")
    }
    let probability = perplexity.probability(tokens: count)
    let exponent = perplexity.decimalLogarithmOfProbability(tokens: count)
    // Below the doubles' normal range the power of ten tells what the number cannot.
    let text =
      probability >= .leastNormalMagnitude
      ? shown(probability) : "10^\(shown(exponent))"
    let quantity = CalcReport.Quantity(number: probability, text: text, unit: "probability")
    return (quantity, "\(left) = \(text)")
  }
}
