import PerplexityMath
import SourceText

/// What `quaestio calc` prints.
struct CalcReport {
  /// A value with its unit, for people and as JSON.
  struct Quantity {
    var json: String
    var text: String
    var unit: String

    init(json: String, text: String, unit: String) {
      self.json = json
      self.text = text
      self.unit = unit
    }

    init(number: Double, text: String, unit: String) {
      self.init(json: CalcNumber.full(number), text: text, unit: unit)
    }
  }

  var input: Quantity
  var output: Quantity
  var formula: String
  /// What people read above the formula; `nil` for "input = output".
  var lines: [String]?

  var text: String {
    let equation = "\(input.text) \(input.unit) = \(output.text) \(output.unit)"
    return ((lines ?? [equation]) + [formula]).joined(separator: "\n")
  }

  var json: String {
    func object(_ quantity: Quantity) -> String {
      "{\"value\":\(quantity.json),\"unit\":\(CalcReport.quoted(quantity.unit))}"
    }
    return
      "{\"input\":\(object(input)),\"output\":\(object(output)),\"formula\":\(CalcReport.quoted(formula))}"
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension CalcReport {
  static func evaluating(_ text: String) throws(CommandFailure) -> CalcReport {
    let value: Double
    do {
      value = try Expression(parsing: Array(text.utf8)).value()
    } catch {
      let before = Array(text.utf8)[..<error.range.lowerBound]
      let indent = String(repeating: " ", count: String(decoding: before, as: UTF8.self).count)
      throw CommandFailure("\(error.message)\n  \(text)\n  \(indent)^")
    }
    let formula = "\(text) = \(CalcNumber.short(value))"
    return CalcReport(
      input: Quantity(json: quoted(text), text: text, unit: "expression"),
      output: Quantity(number: value, text: CalcNumber.short(value), unit: "number"),
      formula: formula, lines: [])
  }

  static func measuring(_ tokens: TokenLogProbabilities, in unit: CalcUnit) throws(CommandFailure)
    -> CalcReport
  {
    let entropy: Entropy
    do {
      entropy = try tokens.crossEntropy()
    } catch {
      throw CommandFailure("the perplexity is infinite; token \(CalcInput.sentence(for: error))")
    }
    let amount = CalcNumber.short(entropy.value)
    let result: Double
    let left: String
    do throws(QuantityError) {
      switch unit {
      case .perplexity:
        result = try entropy.perplexity().value
        left = CalcFormula.power(tokens.base, amount)
      case .entropy(let base):
        result = try entropy.converted(to: base).value
        left = CalcFormula.conversion(amount, from: tokens.base, to: base)
      }
    } catch {
      throw CommandFailure(
        "the mean of \(amount) \(CalcUnit.entropy(tokens.base).name) a token: \(error.message)")
    }
    let count = Double(tokens.values.count)
    return CalcReport(
      input: Quantity(number: count, text: CalcNumber.full(count), unit: "tokens"),
      output: Quantity(number: result, text: CalcNumber.short(result), unit: unit.name),
      formula: "\(left) = \(CalcNumber.short(result))")
  }

  static func measuring(
    _ p: Distribution, against q: Distribution?, base: LogarithmBase
  ) throws(CommandFailure) -> CalcReport {
    let unit = CalcUnit.entropy(base).name
    let entropy = p.entropy(base: base)
    let entropyText = CalcNumber.short(entropy.value)
    let input = Quantity(
      json: "[\(p.probabilities.map(CalcNumber.full).joined(separator: ","))]",
      text: p.probabilities.map(CalcNumber.short).joined(separator: ", "), unit: "probabilities")
    var lines = ["entropy H(P) = \(entropyText) \(unit)"]
    if let perplexity = try? entropy.perplexity() {
      lines.append("perplexity = \(CalcNumber.short(perplexity.value))")
    }
    guard let q else {
      return CalcReport(
        input: input, output: Quantity(number: entropy.value, text: entropyText, unit: unit),
        formula: "H(P) = −Σ p \(symbol(base)) p = \(entropyText)", lines: lines)
    }
    do {
      let cross = try p.crossEntropy(against: q, base: base)
      let divergence = CalcNumber.short(try p.divergence(from: q, base: base).value)
      let crossText = CalcNumber.short(cross.value)
      lines += ["cross-entropy H(P, Q) = \(crossText) \(unit)", "divergence D(P‖Q) = \(divergence) \(unit)"]
      return CalcReport(
        input: input, output: Quantity(number: cross.value, text: crossText, unit: unit),
        formula: "H(P, Q) = H(P) + D(P‖Q) = \(entropyText) + \(divergence) = \(crossText)", lines: lines)
    } catch {
      throw CommandFailure("--against: \(CalcInput.sentence(for: error))")
    }
  }

  private static func symbol(_ base: LogarithmBase) -> String {
    switch base {
    case .two: "log2"
    case .e: "ln"
    case .ten: "log10"
    default: "log\(CalcNumber.short(base.value))"
    }
  }
}
