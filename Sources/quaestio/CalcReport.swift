import Calculator
import PerplexityMath
import SourceText

/// What `quaestio calc` prints.
struct CalcReport {
  /// A value with its unit, for people and as JSON.
  struct Quantity {
    var json: String
    var text: String
    var unit: String
    /// Whether the text is all of the value, so that `=` may stand before it.
    var isWhole = true
    /// Of probabilities and perplexities, which may leave the range of doubles.
    var decimalLogarithm: Double?

    init(json: String, text: String, unit: String) {
      self.json = json
      self.text = text
      self.unit = unit
    }

    init(number: Double, text: String, unit: String, isWhole: Bool = true) {
      self.init(json: CalcNumber.full(number), text: text, unit: unit)
      self.isWhole = isWhole
    }

    /// A perplexity, also one that no double holds.
    init(perplexity amount: Amount, digits: ResultDigits, unit: String, isExact: Bool = true) {
      let written = digits.perplexity(amount)
      let text = String(decoding: written.text, as: UTF8.self)
      if amount.perplexity < .infinity {
        self.init(number: amount.perplexity, text: text, unit: unit)
      } else {
        let number = ResultDigits(typed: 15).perplexity(amount).text
        self.init(json: String(decoding: number, as: UTF8.self), text: text, unit: unit)
      }
      isWhole = written.isWhole && isExact
      decimalLogarithm = amount.hartleys
    }

    var sign: String { isWhole ? "=" : "≈" }

    /// `2^4.7 ≈ 25.99`
    func equation(_ left: String) -> String { "\(left) \(sign) \(text)" }

    /// `25.99 perplexity`, `1 bit`
    var phrase: String { "\(text) \(CalcUnit.singular(unit, for: text))" }

    var object: String {
      let logarithm = decimalLogarithm.map { ",\"log10\":\(CalcNumber.full($0))" } ?? ""
      return "{\"value\":\(json),\"unit\":\(CalcReport.quoted(unit))\(logarithm)}"
    }
  }

  var input: Quantity
  var output: Quantity
  var formula: String
  /// What people read above the formula; `nil` for "input = output".
  var lines: [String]?
  /// More of JSON, as members of the object.
  private var members = ""
  /// What people read below the formula.
  var tail: [String] = []

  init(input: Quantity, output: Quantity, formula: String, lines: [String]? = nil) {
    self.input = input
    self.output = output
    self.formula = formula
    self.lines = lines
  }

  var text: String {
    let equation = "\(input.phrase) \(output.sign) \(output.phrase)"
    return ((lines ?? [equation]) + [formula] + tail).joined(separator: "\n")
  }

  var json: String {
    "{\"input\":\(input.object),\"output\":\(output.object),\"formula\":\(CalcReport.quoted(formula))\(members)}"
  }

  /// Adds a result beside the one that was asked for.
  mutating func add(_ name: String, _ quantity: Quantity, formula: String? = nil) {
    add(name, json: quantity.object)
    if let formula { tail.append("\(formula) \(quantity.unit)") }
  }

  mutating func add(_ name: String, json: String) { members += ",\"\(name)\":\(json)" }

  static func quoted(_ text: String) -> String {
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
    let output = Quantity(measured: value, unit: "number")
    return CalcReport(
      input: Quantity(json: quoted(text), text: text, unit: "expression"), output: output,
      formula: output.equation(text), lines: [])
  }
}
