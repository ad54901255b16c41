import PerplexityMath

/// The curve of PPL = b^H with a point on it, as SVG without any style of its own.
///
/// Up to 9 bits the axes are linear, and the window ends a bit or two above the point; further up the perplexity has a
/// logarithmic axis, on which the curve is a straight line, so that any perplexity has a place.
struct Plot {
  let amount: Amount
  let base: CalculatorBase
  let title: [UInt8]
  let description: [UInt8]
  let unit: [UInt8]

  private static let left = 52.0
  private static let right = 346.0
  private static let top = 26.0
  private static let bottom = 214.0

  /// The drawing's width, and what stands free between two labels.
  private static let width = 360.0
  private static let gap = 6.0

  private var isLogarithmic: Bool { amount.bits > 9 }

  /// Whether the exponents are too long for powers, so that the axis shows them as numbers.
  private var showsLogarithms: Bool { amount.hartleys > 8000 }

  /// How much entropy the horizontal axis spans, in the unit of the base.
  private var span: Double {
    guard !isLogarithmic else { return amount.entropy(base) * 1.2 }
    var bits = 3.0
    while bits < amount.bits + 1 { bits += 1 }
    return CalculatorBase.two.logarithm.converting(bits, to: base.logarithm)
  }

  /// How much the vertical axis spans: perplexities, or their decimal logarithms.
  private func height(of span: Double) -> Double {
    isLogarithmic ? base.logarithm.converting(span, to: .ten) : base.logarithm.power(span)
  }

  var markup: MarkupNode {
    let span = span
    let height = height(of: span)
    func x(_ entropy: Double) -> Double { Plot.left + entropy / span * (Plot.right - Plot.left) }
    func y(_ value: Double) -> Double { Plot.bottom - value / height * (Plot.bottom - Plot.top) }
    let entropy = amount.entropy(base)
    let pointX = x(entropy)
    let pointY = y(isLogarithmic ? amount.hartleys : amount.perplexity)
    var parts: [MarkupNode] = [
      .element("title", [.text(title)]), .element("desc", [.text(description)]),
    ]
    let axis = "M\(Plot.left) \(Plot.top)V\(Plot.bottom)H\(Plot.right)" as PlotPath
    parts.append(Plot.path("axis", axis.bytes))
    parts += horizontalTicks(span, x) + verticalTicks(height, y)
    parts.append(Plot.path("curve", curve(span, x, y)))
    let lead: PlotPath = "M\(pointX) \(Plot.bottom)V\(pointY)H\(Plot.left)"
    parts.append(Plot.path("lead", lead.bytes))
    parts.append(
      .element(
        "circle",
        [
          .init("class", "point"), .init("cx", PlotPath.text(pointX)), .init("cy", PlotPath.text(pointY)),
          .init("r", "5"),
        ], []))
    parts.append(Plot.text("H (" as StaticString, unit, at: Plot.right, Plot.bottom + 38, anchor: "end"))
    parts.append(
      Plot.text(showsLogarithms ? "log₁₀ PPL" : "PPL", [], at: Plot.left, Plot.top - 14, anchor: "middle"))
    return .element(
      "svg",
      [
        .init("class", "plot"), .init("viewBox", "0 0 360 256"), .init("role", "img"),
        .init("direction", "ltr"),
        .init("focusable", "false"),
      ], parts)
  }

  // MARK: Parts

  private func curve(_ span: Double, _ x: (Double) -> Double, _ y: (Double) -> Double) -> [UInt8] {
    guard !isLogarithmic else {
      let line: PlotPath = "M\(x(0)) \(y(0))L\(x(span)) \(y(height(of: span)))"
      return line.bytes
    }
    var bytes: [UInt8] = []
    let steps = 48
    for step in 0...steps {
      let entropy = span * Double(step) / Double(steps)
      let start: PlotPath = "M\(x(entropy)) \(y(base.logarithm.power(entropy)))"
      let next: PlotPath = "L\(x(entropy)) \(y(base.logarithm.power(entropy)))"
      bytes += step == 0 ? start.bytes : next.bytes
    }
    return bytes
  }

  private func horizontalTicks(_ span: Double, _ x: (Double) -> Double) -> [MarkupNode] {
    let ticks = Plot.labelledTicks(upTo: span, most: 7) { step in
      step / span * (Plot.right - Plot.left) - Plot.gap
    }
    return ticks.flatMap { value -> [MarkupNode] in
      let place = x(value)
      let label = Plot.label(value)
      let mark: PlotPath = "M\(place) \(Plot.bottom)v4"
      return [
        Plot.path("tick", mark.bytes),
        Plot.text(
          "", label, at: min(place, Plot.width - Plot.width(of: label) / 2), Plot.bottom + 17,
          anchor: "middle"),
      ]
    }
  }

  private func verticalTicks(_ height: Double, _ y: (Double) -> Double) -> [MarkupNode] {
    let step = max(Plot.step(for: height, most: 5), isLogarithmic ? 1 : 0)
    return Plot.ticks(step: step, upTo: height).flatMap { value -> [MarkupNode] in
      let place = y(value)
      let mark: PlotPath = "M\(Plot.left) \(place)h-4"
      let label = isLogarithmic && !showsLogarithms ? Plot.powerLabel(value) : Plot.label(value)
      return [
        Plot.path("tick", mark.bytes),
        Plot.text("", label, at: Plot.left - 8, place + 4, anchor: "end"),
      ]
    }
  }

  /// As many ticks as leave their labels room beside one another.
  private static func labelledTicks(
    upTo span: Double, most: Double, room: (_ step: Double) -> Double
  ) -> [Double] {
    var most = most
    while true {
      let step = step(for: span, most: most)
      let ticks = ticks(step: step, upTo: span)
      let widest = ticks.map { width(of: label($0)) }.max() ?? 0
      if widest <= room(step) || most <= 2 { return ticks }
      most -= 1
    }
  }

  /// How wide a label may be, in the letters that phones show, which are larger.
  private static func width(of label: [UInt8]) -> Double {
    var width = 0.0
    for byte in label where byte & 0xC0 != 0x80 {
      // The superscripts are C2… and E2….
      width += byte == UInt8(ascii: ".") ? 5 : byte == 0xC2 || byte == 0xE2 ? 6 : 9.4
    }
    return width
  }

  /// The smallest of 1, 2, 5 times a power of ten that divides a span into at most so many parts.
  private static func step(for span: Double, most: Double) -> Double {
    var power = 1.0
    while power * most < span, power < 1e300 { power *= 10 }
    while power * most / 10 >= span { power /= 10 }
    for factor in [0.1, 0.2, 0.5] where power * factor * most >= span { return power * factor }
    return power
  }

  private static func ticks(step: Double, upTo limit: Double) -> [Double] {
    var ticks: [Double] = []
    var count = 0.0
    while count * step <= limit * 1.000001, ticks.count < 12 {
      ticks.append(count * step)
      count += 1
    }
    return ticks
  }

  /// A number in few letters: from 10^5 on as a multiple of a power of ten.
  private static func label(_ value: Double) -> [UInt8] {
    var mantissa = value
    var exponent = 0.0
    if value >= 99_999 {
      while mantissa >= 9.999 {
        mantissa /= 10
        exponent += 1
      }
    }
    let text = Exponential(NumberFormat.significant(mantissa, digits: 3) ?? [])
    guard exponent > 0 || text.exponent != nil else { return text.mantissa }
    let power = text.exponent ?? NumberFormat.shortest(exponent) ?? []
    let sign = text.isExponentNegative ? Array(literal: "⁻") : []
    let factor = text.mantissa == [0x31] ? [] : text.mantissa + Array(literal: "×")
    return factor + Array(literal: "10") + sign + Exponential.superscript(power)
  }

  private static func powerLabel(_ exponent: Double) -> [UInt8] {
    Array(literal: "10") + Exponential.superscript(NumberFormat.significant(exponent, digits: 10) ?? [])
  }

  private static func path(_ name: StaticString, _ path: [UInt8]) -> MarkupNode {
    .element("path", [.init("class", name), .init("d", path)], [])
  }

  private static func text(
    _ lead: StaticString, _ text: [UInt8], at x: Double, _ y: Double, anchor: StaticString
  ) -> MarkupNode {
    let closing = lead.utf8CodeUnitCount > 0 && !text.isEmpty ? [UInt8(ascii: ")")] : []
    return .element(
      "text",
      [
        .init("x", PlotPath.text(x)), .init("y", PlotPath.text(y)), .init("text-anchor", anchor),
      ], [.text(Array(literal: lead) + text + closing)])
  }
}

extension CalculatorSheet {
  /// The curve with the reader's point; `nil` without a number.
  public var plot: MarkupNode? {
    guard let perToken else { return nil }
    let unit = words.unit(of: request.base)
    let entropy = text(.entropy(request.base))
    let description = words.filled(
      .plotDescription,
      [
        ("{h}", Exponential.inline(entropy)), ("{unit}", words.unit(of: request.base, for: entropy)),
        ("{ppl}", Exponential.inline(text(.perplexity))),
      ])
    return Plot(
      amount: perToken, base: request.base, title: words[.plotTitle], description: description, unit: unit
    ).markup
  }
}
