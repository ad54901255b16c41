/// A formula with numbers in it, small enough to be built by hand; readable as MathML, TeX and a line of text.
public indirect enum Formula: Sendable {
  /// A number as ``PerplexityMath/NumberFormat`` writes it; `1.5e+300` is shown as 1.5 × 10^300.
  case number([UInt8])
  /// A variable, such as H.
  case variable(StaticString)
  /// A name that is set upright, such as PPL.
  case name(StaticString)
  /// A word of the reader's language.
  case word([UInt8])
  /// A unit in the reader's language, behind a number.
  case unit([UInt8])
  case sign(Sign)
  case row([Formula])
  case power(Formula, Formula)
  case index(Formula, Formula)
  /// log_b of what follows, with the names people use: log_2, ln, lg for base 10 is written log_10.
  case logarithm(CalculatorBase, Formula)

  /// Operators and relations.
  public enum Sign: Sendable {
    /// The minus is that of a number or a term, not of a difference; the space is a thin one.
    case equals, approximately, plus, minus, times, divides, sum, parallel, comma, open, close, space
  }
}

extension Formula {
  /// As a display formula.
  public var markup: MarkupNode {
    .element("math", [.init("display", "block")], [.element("mrow", parts)])
  }

  /// As a formula in a line of text.
  var inlineMarkup: MarkupNode { .element("math", parts) }

  private var parts: [MarkupNode] {
    if case .row(let items) = self { return items.flatMap { $0.parts } }
    return [node]
  }

  private var node: MarkupNode {
    switch self {
    case .number(let text): return Formula.number(text)
    case .variable(let name): return .element("mi", [.text(name)])
    case .name(let name): return .element("mi", [.init("mathvariant", "normal")], [.text(name)])
    case .word(let text): return .element("mtext", [.text(text)])
    case .unit(let text):
      let space = MarkupNode.element("mspace", [.init("width", "0.3em")], [])
      return .element("mrow", [space, .element("mtext", [.text(text)])])
    case .sign(let sign): return sign.markup
    case .row(let items): return .element("mrow", items.flatMap { $0.parts })
    case .power(let base, let exponent):
      guard base.isPower else { return .element("msup", [base.node, exponent.node]) }
      let inBrackets = [Sign.open.markup] + base.parts + [Sign.close.markup]
      return .element("msup", [.element("mrow", inBrackets), exponent.node])
    case .index(let base, let index): return .element("msub", [base.node, index.node])
    case .logarithm(let base, let argument):
      let name: MarkupNode =
        switch base {
        case .e: .element("mi", [.text("ln")])
        case .two: .element("msub", [.element("mi", [.text("log")]), .element("mn", [.text("2")])])
        case .ten: .element("msub", [.element("mi", [.text("log")]), .element("mn", [.text("10")])])
        }
      let space = MarkupNode.element("mspace", [.init("width", "0.167em")], [])
      guard argument.isProduct else { return .element("mrow", [name, space] + argument.parts) }
      return .element("mrow", [name, Sign.open.markup] + argument.parts + [Sign.close.markup])
    }
  }

  /// Whether the formula is shown as a product, and so stands in brackets behind a function.
  private var isProduct: Bool {
    guard case .number(let text) = self else { return false }
    let parts = Exponential(text)
    return parts.exponent != nil && !parts.isPowerOfTen
  }

  /// Whether the formula is shown with an exponent of its own, and so stands in brackets below another.
  private var isPower: Bool {
    guard case .number(let text) = self else { return false }
    return Exponential(text).exponent != nil
  }

  private static func number(_ text: [UInt8]) -> MarkupNode {
    let parts = Exponential(text)
    var nodes: [MarkupNode] = []
    if parts.isNegative { nodes.append(Sign.minus.prefix) }
    if !parts.isPowerOfTen { nodes.append(.element("mn", [.text(parts.mantissa)])) }
    if let exponent = parts.exponent {
      let power: MarkupNode =
        parts.isExponentNegative
        ? .element("mrow", [Sign.minus.prefix, .element("mn", [.text(exponent)])])
        : .element("mn", [.text(exponent)])
      if !parts.isPowerOfTen { nodes.append(Sign.times.markup) }
      nodes.append(.element("msup", [.element("mn", [.text("10")]), power]))
    }
    if nodes.count == 1 { return nodes[0] }
    return .element("mrow", nodes)
  }

  /// Appends the formula as LaTeX.
  func appendTeX(to output: inout [UInt8]) {
    switch self {
    case .number(let text):
      let parts = Exponential(text)
      if parts.isNegative { output.append(0x2D) }
      if !parts.isPowerOfTen { output.append(contentsOf: parts.mantissa) }
      guard let exponent = parts.exponent else { return }
      if !parts.isPowerOfTen { output.append(" \\times ") }
      output.append("10^{")
      if parts.isExponentNegative { output.append(0x2D) }
      output.append(contentsOf: exponent)
      output.append(0x7D)
    case .variable(let name): output.append(name)
    case .name(let name):
      output.append("\\mathrm{")
      output.append(name)
      output.append(0x7D)
    case .word(let text), .unit(let text):
      if case .unit = self { output.append("\\ ") }
      output.append("\\text{")
      output.append(contentsOf: text)
      output.append(0x7D)
    case .sign(let sign): output.append(sign.tex)
    case .row(let items): for item in items { item.appendTeX(to: &output) }
    case .power(let base, let exponent):
      if base.isPower { output.append("(") }
      base.appendTeX(to: &output)
      if base.isPower { output.append(")") }
      output.append("^{")
      exponent.appendTeX(to: &output)
      output.append(0x7D)
    case .index(let base, let index):
      base.appendTeX(to: &output)
      output.append("_{")
      index.appendTeX(to: &output)
      output.append(0x7D)
    case .logarithm(let base, let argument):
      output.append(base == .e ? "\\ln " : base == .two ? "\\log_{2} " : "\\log_{10} ")
      if argument.isProduct { output.append("(") }
      argument.appendTeX(to: &output)
      if argument.isProduct { output.append(")") }
    }
  }

  /// Appends the formula as a line of text that loses nothing: `H = log_2(31.1) ≈ 4.959 bits`.
  func appendText(to output: inout [UInt8]) {
    switch self {
    case .number(let text): output.append(contentsOf: text)
    case .variable(let name), .name(let name): output.append(name)
    case .word(let text): output.append(contentsOf: text)
    case .unit(let text):
      output.append(0x20)
      output.append(contentsOf: text)
    case .sign(let sign): output.append(sign.text)
    case .row(let items): for item in items { item.appendText(to: &output) }
    case .power(let base, let exponent):
      if base.isPower { output.append(0x28) }
      base.appendText(to: &output)
      if base.isPower { output.append(0x29) }
      output.append(0x5E)
      if case .row = exponent {
        output.append(0x28)
        exponent.appendText(to: &output)
        output.append(0x29)
      } else {
        exponent.appendText(to: &output)
      }
    case .index(let base, let index):
      base.appendText(to: &output)
      output.append(0x5F)
      index.appendText(to: &output)
    case .logarithm(let base, let argument):
      output.append(base == .e ? "ln(" : base == .two ? "log_2(" : "log_10(")
      argument.appendText(to: &output)
      output.append(0x29)
    }
  }

  /// The formula as LaTeX.
  public var tex: [UInt8] {
    var output: [UInt8] = []
    appendTeX(to: &output)
    return output
  }

  /// The formula as a line of text.
  public var text: [UInt8] {
    var output: [UInt8] = []
    appendText(to: &output)
    return output
  }
}

extension Formula.Sign {
  fileprivate var markup: MarkupNode {
    switch self {
    case .space: .element("mspace", [.init("width", "0.167em")], [])
    case .minus: prefix
    case .open: .element("mo", [.init("form", "prefix"), .init("stretchy", "false")], [.text(symbol)])
    case .close: .element("mo", [.init("form", "postfix"), .init("stretchy", "false")], [.text(symbol)])
    default: .element("mo", [.text(symbol)])
    }
  }

  /// The sign before a number, which has no space behind it.
  fileprivate var prefix: MarkupNode { .element("mo", [.init("form", "prefix")], [.text(symbol)]) }

  private var symbol: StaticString {
    switch self {
    case .equals: "="
    case .approximately: "≈"
    case .plus: "+"
    case .minus: "−"
    case .times: "×"
    case .divides: "/"
    case .sum: "∑"
    case .parallel: "∥"
    case .comma: ","
    case .open: "("
    case .close: ")"
    case .space: " "
    }
  }

  fileprivate var tex: StaticString {
    switch self {
    case .equals: " = "
    case .approximately: " \\approx "
    case .plus: " + "
    case .minus: "-"
    case .times: " \\times "
    case .divides: " / "
    case .sum: "\\sum "
    case .parallel: " \\parallel "
    case .comma: ", "
    case .open: "("
    case .close: ")"
    case .space: " "
    }
  }

  fileprivate var text: StaticString {
    switch self {
    case .equals: " = "
    case .approximately: " ≈ "
    case .plus: " + "
    case .minus: "−"
    case .times: " × "
    case .divides: " / "
    case .sum: "Σ "
    case .parallel: " ‖ "
    case .comma: ", "
    case .open: "("
    case .close: ")"
    case .space: " "
    }
  }
}
