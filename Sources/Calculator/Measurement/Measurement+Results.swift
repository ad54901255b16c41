import PerplexityMath

extension Measurement {
  static var entropySymbol: Formula {
    .row([.variable("H"), .sign(.open), .variable("P"), .sign(.close)])
  }

  static var crossEntropySymbol: Formula {
    .row([.variable("H"), .sign(.open), .variable("P"), .sign(.comma), .variable("Q"), .sign(.close)])
  }

  static var divergenceSymbol: Formula {
    .row([.variable("D"), .sign(.open), .variable("P"), .sign(.parallel), .variable("Q"), .sign(.close)])
  }

  /// −log q
  static func surprisal(_ base: CalculatorBase, _ name: StaticString) -> Formula {
    .row([.sign(.minus), .logarithm(base, .variable(name))])
  }

  /// −p log q
  static func weighted(_ base: CalculatorBase, _ weight: StaticString, _ name: StaticString) -> Formula {
    .row([.sign(.minus), .variable(weight), .sign(.space), .logarithm(base, .variable(name))])
  }

  /// ∑ p log q
  static func sum(_ base: CalculatorBase, _ weight: StaticString, _ name: StaticString) -> Formula {
    .row([.sign(.sum), .variable(weight), .sign(.space), .logarithm(base, .variable(name))])
  }

  /// Six significant digits; `nil` for an infinity.
  static func text(_ value: Double) -> [UInt8]? {
    // A negative zero is none.
    NumberFormat.approximate(value == 0 ? 0 : value, digits: 6)?.text
  }

  static func text(_ count: Int) -> [UInt8] { NumberFormat.shortest(Double(count)) ?? [] }

  mutating func add(_ name: CalculatorWords.Key, _ symbol: Formula?, _ value: Double) {
    results.append(Result(name: name, symbol: symbol, value: Measurement.text(value) ?? [], unit: nil))
  }

  mutating func add(_ name: CalculatorWords.Key, _ symbol: Formula, _ entropy: Entropy) {
    let value = Measurement.text(entropy.value) ?? []
    let unit = words.unit(of: request.base, for: value)
    results.append(Result(name: name, symbol: symbol, value: value, unit: unit))
  }

  /// A sum that is not 1, with as many digits as tell it from 1, and at least six.
  static func text(sum: DoubleDouble, of weights: [DoubleDouble]) -> [UInt8] {
    guard sum.high < .infinity else {
      // Each is divided by 2^100 on the way, which is added to the logarithm again.
      let part = Distribution.plainSum(weights.map { $0.scaled(by: -100) })
      let logarithm = ElementaryFunctions.log(part) + LogarithmBase.two.naturalLogarithm * 100
      return NumberFormat.powerOfTen(logarithm / LogarithmBase.ten.naturalLogarithm, digits: 6).text
    }
    // Two digits of the distance from 1, where that is small.
    var digits = 2
    var distance = (sum + -1).high.magnitude
    while distance > 0, distance < 1, digits < 25 {
      distance *= 10
      digits += 1
    }
    return NumberFormat.approximate(sum, digits: max(digits, 6))?.text ?? []
  }

  /// A perplexity with six significant digits, and with an exponent of its own where no double holds it.
  public static func text(perplexity amount: Amount) -> (text: [UInt8], isWhole: Bool) {
    let value = amount.perplexity
    guard value < .infinity else { return ResultDigits(typed: 5).perplexity(amount) }
    let written = NumberFormat.approximate(value, digits: 6) ?? ([], false)
    // Something uncertain is not wholly 1, however little it is.
    return (written.text, written.isWhole && (value != 1 || amount.isZero))
  }

  /// Adds the perplexity of an entropy; none above 10^(10^25), which has no digits left.
  mutating func addPerplexity(_ amount: Amount) {
    guard amount.hartleys < 1e25 else { return }
    let text = Measurement.text(perplexity: amount).text
    results.append(Result(name: .perplexity, symbol: nil, value: text, unit: nil))
  }

  /// `≈ 1.75 bits`
  func shown(_ entropy: Entropy) -> [Formula] {
    let text = NumberFormat.approximate(entropy.value, digits: 6) ?? ([], false)
    let isExact = entropy.value == 0 || (text.isWhole && request.base != .e)
    return [
      .sign(isExact ? .equals : .approximately), .number(text.text),
      .unit(words.unit(of: request.base, for: text.text)),
    ]
  }
}

extension Measurement {
  /// What scripts show:
  ///
  ///     {"remarks": [{"second": false, "text": "…", "select": [4, 7], "normalize": false, "note": false}],
  ///      "slots": {"results": [node, …], "formula": […], "terms": [table]}, "tex": "…"}
  public var json: [UInt8] {
    var output: [UInt8] = Array(literal: "{\"remarks\":[")
    for (index, remark) in remarks.enumerated() {
      if index > 0 { output.append(0x2C) }
      output.append(remark.isSecond ? "{\"second\":true,\"text\":" : "{\"second\":false,\"text\":")
      JSONText.append(remark.message, to: &output)
      if let selection = remark.selection {
        output.append(",\"select\":[")
        output += Measurement.text(selection.lowerBound)
        output.append(0x2C)
        output += Measurement.text(selection.upperBound)
        output.append(0x5D)
      }
      output.append(remark.normalizing ? ",\"normalize\":true" : ",\"normalize\":false")
      output.append(remark.isNote ? ",\"note\":true}" : ",\"note\":false}")
    }
    output.append("],\"slots\":{\"results\":")
    JSONText.append(resultNodes, to: &output)
    output.append(",\"formula\":")
    JSONText.append(CalculatorSheet.markup(of: formulas), to: &output)
    output.append(",\"terms\":")
    JSONText.append(terms.map { [$0] } ?? [], to: &output)
    output.append("},\"tex\":")
    var tex: [UInt8] = []
    for formula in formulas {
      if !tex.isEmpty { tex.append(0x0A) }
      tex += formula.tex
    }
    JSONText.append(tex, to: &output)
    output.append(0x7D)
    return output
  }

  /// The results as groups of a description list.
  private var resultNodes: [MarkupNode] {
    results.map { result in
      var name: [MarkupNode] = [.text(words[result.name])]
      if let symbol = result.symbol { name += [.text(" "), symbol.inlineMarkup] }
      var value: [MarkupNode] = Measurement.cell(result.value)
      if let unit = result.unit { value.append(.text([0x20] + unit)) }
      return .element("div", [.element("dt", name), .element("dd", value)])
    }
  }

  /// The terms of the first items as a table; how many more there are below it.
  public var terms: MarkupNode? {
    guard let count = columns.first?.count else { return nil }
    let head = MarkupNode.element(
      "thead",
      [
        .element(
          "tr",
          [.element("th", [.init("scope", "col")], [.text("#")])]
            + header.map { .element("th", [.init("scope", "col")], [$0.inlineMarkup]) })
      ])
    var rows: [MarkupNode] = (0..<min(count, Measurement.shownItems)).map { index in
      .element(
        "tr",
        [.element("th", [.init("scope", "row")], [.text(Measurement.text(index + 1))])]
          + columns.map {
            .element("td", Measurement.cell(Measurement.text($0[index]) ?? Array(literal: "∞")))
          })
    }
    if count > Measurement.shownItems {
      let more = words.filled(.more, [("{n}", Measurement.grouped(count - Measurement.shownItems))])
      rows.append(
        .element(
          "tr",
          [.element("td", [.init("colspan", Measurement.text(columns.count + 1))], [.text(more)])]))
    }
    return .element("table", [.init("class", "calculator-terms")], [head, .element("tbody", rows)])
  }

  /// A number as a table shows it; one with an exponent as a power of ten.
  private static func cell(_ text: [UInt8]) -> [MarkupNode] {
    let parts = Exponential(text)
    guard let exponent = parts.exponent else {
      return [.text((parts.isNegative ? Array(literal: "−") : []) + parts.mantissa)]
    }
    let lead = (parts.isNegative ? Array(literal: "−") : []) + parts.mantissa + Array(literal: " × 10")
    let sign: [UInt8] = parts.isExponentNegative ? Array(literal: "−") : []
    return [.text(lead), .element("sup", [.text(sign + exponent)])]
  }

  /// A whole number with its thousands grouped.
  private static func grouped(_ count: Int) -> [UInt8] {
    let digits = text(count)
    var output: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { output.append(0x2C) }
      output.append(digit)
    }
    return output
  }
}
