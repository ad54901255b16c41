extension CalculatorSheet {
  /// Formulas as a page shows them, each in a box of its own.
  public static func markup(of formulas: [Formula]) -> [MarkupNode] {
    formulas.map { .element("div", [.init("class", "equation"), .init("tabindex", "0")], [$0.markup]) }
  }

  /// The die with as many faces as the perplexity; empty without a number.
  public var die: [UInt8] {
    guard let perToken else { return [] }
    if perToken.isZero { return words[.certain] }
    let number = Exponential.inline(text(.perplexity))
    return words.filled(.die, [("{n}", number)])
  }

  /// What scripts show:
  ///
  ///     {"fields": {"ppl": "31.1", "bits": "4.959", "word.entropy": "6.447", …},
  ///      "faults": {"ppl": "A perplexity is at least 1."},
  ///      "slots": {"formula": [node, …], "sequence": […], "die": […], "plot": […]},
  ///      "choices": {"base": "2", "text": "en"},
  ///      "tex": "…"}
  ///
  /// A node is a string or `["name", {attributes}, node, …]`.
  public var json: [UInt8] {
    var output: [UInt8] = Array(literal: "{\"fields\":{")
    for field in fields {
      if output.last != 0x7B { output.append(0x2C) }
      JSONText.append(field.name, to: &output)
      output.append(0x3A)
      JSONText.append(field.text, to: &output)
    }
    output.append("},\"faults\":{")
    for fault in faults {
      JSONText.append(key: fault.field, to: &output)
      JSONText.append(fault.message, to: &output)
    }
    output.append("},\"slots\":{")
    let slots: [(StaticString, [MarkupNode])] = [
      ("formula", CalculatorSheet.markup(of: formulas)), ("sequence", CalculatorSheet.markup(of: sequence)),
      ("die", [.text(die)]), ("plot", plot.map { [$0] } ?? []),
      ("unit", [.text(words.unit(of: request.base))]),
    ]
    for (name, nodes) in slots {
      JSONText.append(key: name, to: &output)
      JSONText.append(nodes, to: &output)
    }
    output.append("},\"choices\":{\"base\":\"")
    output.append(request.base.name)
    output.append("\",\"text\":\"")
    output.append(request.preset.name)
    output.append("\"},\"tex\":")
    JSONText.append(tex, to: &output)
    output.append("}")
    return output
  }

  /// The texts of all fields by name: quantities per token by their own names, per unit of text as `word.entropy` and
  /// `word.ppl`, ratios by theirs, and `tokens`.
  public var fields: [(name: [UInt8], text: [UInt8])] {
    let quantities: [CalculatorRequest.Quantity] =
      [.perplexity] + CalculatorBase.allCases.map { .entropy($0) }
    var fields: [(name: [UInt8], text: [UInt8])] = quantities.map {
      (Array(literal: $0.name), text($0))
    }
    for unit in TextUnit.allCases {
      let name = Array(literal: unit.name)
      fields.append((name + Array(literal: ".entropy"), text(.entropy(request.base), per: unit)))
      fields.append((name + Array(literal: ".ppl"), text(.perplexity, per: unit)))
    }
    for ratio in Ratio.allCases {
      fields.append((Array(literal: ratio.name), typedRatio(ratio)?.text ?? []))
    }
    fields.append((Array(literal: "tokens"), tokens?.text ?? []))
    return fields
  }
}

extension JSONText {
  static func append(_ nodes: [MarkupNode], to output: inout [UInt8]) {
    output.append(0x5B)
    for (index, node) in nodes.enumerated() {
      if index > 0 { output.append(0x2C) }
      node.appendJSON(to: &output)
    }
    output.append(0x5D)
  }
}
