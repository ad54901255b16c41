import Calculator
import PerplexityMath

extension CalcReport.Quantity {
  /// A number that follows from pasted ones, with the six digits of the calculator's page.
  init(measured value: Double, unit: String) {
    let text = NumberFormat.approximate(value == 0 ? 0 : value, digits: 6) ?? ([], false)
    self.init(
      number: value, text: String(decoding: text.text, as: UTF8.self), unit: unit, isWhole: text.isWhole)
  }

  /// The perplexity that follows from pasted numbers.
  init(measured amount: Amount) {
    self.init(perplexity: amount, digits: ResultDigits(typed: 5), unit: "perplexity")
    let written = Measurement.text(perplexity: amount)
    text = String(decoding: written.text, as: UTF8.self)
    isWhole = written.isWhole
  }

  init(_ entropy: Entropy) {
    self.init(measured: entropy.value, unit: CalcUnit.entropy(entropy.base).name)
  }
}

/// The terms of sums, in columns with their names.
private struct TermTable {
  /// What people and JSON call a column, and its numbers.
  var columns: [(name: String, key: String, values: [Double])]

  private static let shownRows = 12

  var lines: [String] {
    guard let count = columns.first?.values.count else { return [] }
    var rows = [columns.map(\.name)]
    for index in 0..<min(count, TermTable.shownRows) {
      rows.append(columns.map { CalcReport.Quantity(measured: $0.values[index], unit: "").text })
    }
    let widths = columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var lines = rows.map { row in
      zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }.joined(separator: "  ")
    }
    if count > TermTable.shownRows { lines.append("… and \(count - TermTable.shownRows) more") }
    return [""] + lines
  }

  var json: String {
    let members = columns.map { column in
      "\"\(column.key)\":[\(column.values.map { $0.isFinite ? CalcNumber.full($0) : "null" }.joined(separator: ","))]"
    }
    return "{\(members.joined(separator: ","))}"
  }
}

extension CalcReport {
  private mutating func add(_ table: TermTable) {
    add("terms", json: table.json)
    tail += table.lines
  }

  /// The perplexity of pasted log-probabilities, or their mean in a unit.
  static func measuring(
    _ values: [DoubleDouble], base: LogarithmBase, in unit: CalcUnit
  ) throws(CommandFailure) -> CalcReport {
    let tokens: TokenLogProbabilities
    let mean: DoubleDouble
    do throws(DistributionError) {
      tokens = try TokenLogProbabilities(values, base: base)
      mean = try tokens.extendedCrossEntropy()
    } catch {
      throw CommandFailure(error.message)
    }
    guard let amount = Amount(mean, base: base), amount.hartleys < 1e25 else {
      throw CommandFailure("the mean of the log-probabilities: \(QuantityError.tooLarge.message)")
    }
    let entropy = Quantity(measured: mean.high, unit: CalcUnit.entropy(base).name)
    let perplexity = Quantity(measured: amount)
    let output: Quantity
    let left: String
    switch unit {
    case .perplexity: (output, left) = (perplexity, CalcFormula.power(base, entropy.text))
    case .entropy(let target):
      output = Quantity(measured: amount.extendedEntropy(target).high, unit: unit.name)
      left = CalcFormula.conversion(entropy.text, from: base, to: target)
    }
    let count = Double(tokens.values.count)
    let input = Quantity(number: count, text: CalcNumber.full(count), unit: "tokens")
    var report = CalcReport(input: input, output: output, formula: output.equation(left))
    var lines = ["cross-entropy H \(entropy.sign) \(entropy.phrase)"]
    if unit != .entropy(base), unit != .perplexity { lines.append("that is \(output.sign) \(output.phrase)") }
    report.lines = [input.phrase] + lines + ["perplexity \(perplexity.sign) \(perplexity.text)"]
    report.add("cross_entropy", entropy)
    report.add("perplexity", perplexity)
    report.add(
      TermTable(columns: [
        (CalcReport.symbol(base) + " p", "log_p", tokens.values),
        ("p", "p", tokens.values.map { base.power($0) }),
      ]))
    return report
  }

  /// The entropy of a distribution, and how another fits it.
  static func measuring(
    _ p: Distribution, against q: Distribution?, base: LogarithmBase, note: String?
  ) throws(CommandFailure) -> CalcReport {
    let entropy = Quantity(p.entropy(base: base))
    let symbol = symbol(base)
    let input = Quantity(
      json: "[\(p.probabilities.map(CalcNumber.full).joined(separator: ","))]",
      text: p.probabilities.map(CalcNumber.short).joined(separator: ", "), unit: "probabilities")
    let note = note.map { [$0] } ?? []
    let first = "entropy H(P) \(entropy.sign) \(entropy.phrase)"
    let surprisals = p.logarithms(base: base).map { $0 == 0 ? 0 : -$0 }
    guard let q else {
      let perplexity = perplexity(of: p.entropy(base: base))
      var report = CalcReport(
        input: input, output: entropy, formula: entropy.equation("H(P) = −Σ p \(symbol) p"),
        lines: note + [first, "perplexity \(perplexity.sign) \(perplexity.text)"])
      report.add("perplexity", perplexity)
      report.add(
        TermTable(columns: [
          ("p", "p", p.probabilities), ("−\(symbol) p", "surprisal", surprisals),
          ("−p \(symbol) p", "entropy", p.entropyTerms(base: base)),
        ]))
      return report
    }
    do {
      let cross = Quantity(try p.crossEntropy(against: q, base: base))
      let divergence = Quantity(try p.divergence(from: q, base: base))
      let perplexity = perplexity(of: try p.crossEntropy(against: q, base: base))
      var report = CalcReport(
        input: input, output: cross,
        formula: cross.equation("H(P, Q) = H(P) + D(P‖Q) \(cross.sign) \(entropy.text) + \(divergence.text)"),
        lines: note + [
          first, "cross-entropy H(P, Q) \(cross.sign) \(cross.phrase)",
          "divergence D(P‖Q) \(divergence.sign) \(divergence.phrase)",
          "perplexity \(perplexity.sign) \(perplexity.text)",
        ])
      report.add("entropy", entropy)
      report.add("divergence", divergence)
      report.add("perplexity", perplexity)
      report.add(
        TermTable(columns: [
          ("p", "p", p.probabilities), ("q", "q", q.probabilities),
          ("−p \(symbol) p", "entropy", p.entropyTerms(base: base)),
          ("−p \(symbol) q", "cross_entropy", try p.crossEntropyTerms(against: q, base: base)),
          ("p \(symbol) (p/q)", "divergence", try p.divergenceTerms(from: q, base: base)),
        ]))
      return report
    } catch {
      throw CommandFailure("--against: \(error.message)")
    }
  }

  /// The perplexity of a measured entropy with six digits.
  private static func perplexity(of entropy: Entropy) -> Quantity {
    let amount = Amount(DoubleDouble(entropy.value), base: entropy.base)
    return amount.map { Quantity(measured: $0) } ?? Quantity(measured: 1, unit: "perplexity")
  }

  private static func symbol(_ base: LogarithmBase) -> String {
    switch base {
    case .two: "log2"
    case .e: "ln"
    case .ten: "log10"
    default: "log\(CalcNumber.short(base))"
    }
  }
}
