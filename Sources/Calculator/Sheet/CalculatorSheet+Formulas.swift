import PerplexityMath

extension CalculatorSheet {
  /// The reader's numbers in the formulas, in the order in which they follow from one another: from what was given to the
  /// entropy in the chosen unit and to the perplexity. Empty without a number.
  public var formulas: [Formula] {
    guard perToken != nil, given != nil else { return [] }
    let base = request.base
    let logarithm = Formula.row([
      .variable("H"), .sign(.equals), .logarithm(base, number(.perplexity)), relation(exactPower(base)),
      number(.entropy(base)), unit(base),
    ])
    let power = Formula.row([
      .name("PPL"), .sign(.equals), .power(base.formula, number(.entropy(base))), relation(exactPower(base)),
      number(.perplexity),
    ])
    let steps = request.unit == .token ? [] : [perUnit, perTokenStep].compactMap { $0 }
    switch request.quantity {
    case .perplexity where request.unit == .token: return [logarithm, power]
    case .entropy(let own) where request.unit == .token && own != base: return [conversion(from: own), power]
    case .entropy where request.unit == .token: return [power, logarithm]
    case .perplexity, .entropy: return steps + [power]
    }
  }

  /// The formulas as LaTeX, one below the other.
  public var tex: [UInt8] {
    let formulas = formulas
    guard formulas.count > 1 else { return formulas.first?.tex ?? [] }
    var output = Array(literal: "\\begin{aligned}\n")
    for (index, formula) in formulas.enumerated() {
      if index > 0 { output.append(" \\\\\n") }
      var tex = formula.tex
      if let equals = tex.firstIndex(of: 0x3D) { tex.insert(0x26, at: equals) }
      output.append(contentsOf: tex)
    }
    output.append("\n\\end{aligned}")
    return output
  }

  /// The probability of the sequence, and how much information it holds. Empty without a number.
  public var sequence: [Formula] {
    guard let perToken, let tokens else { return [] }
    let base = request.base
    let count = Formula.number(tokens.text)
    let value = digits.probability(perToken, tokens: tokens.extended)
    let probability = Formula.row([
      .variable("P"), .sign(.equals), .power(number(.perplexity), .row([.sign(.minus), count])),
      relation(value.isWhole && isPerplexityShownWholly), .number(value.text),
    ])
    let whole = digits.written(perToken.extendedEntropy(base.logarithm) * tokens.extended)
    let information = Formula.row([
      .variable("n"), .variable("H"), .sign(.equals), count, .sign(.times), number(.entropy(base)),
      relation(whole.isWhole && isShownWholly(base)), .number(whole.text),
      .unit(words.unit(of: base, for: whole.text)),
    ])
    return [probability, information]
  }

  // MARK: Steps

  private func number(_ quantity: CalculatorRequest.Quantity, per unit: TextUnit = .token) -> Formula {
    .number(text(quantity, per: unit))
  }

  /// The unit behind an entropy.
  private func unit(_ base: CalculatorBase, per unit: TextUnit = .token) -> Formula {
    .unit(words.unit(of: base, for: text(.entropy(base), per: unit)))
  }

  private func relation(_ isExact: Bool) -> Formula { .sign(isExact ? .equals : .approximately) }

  /// `H = 3.437 / ln 2 ≈ 4.959 bits`: the same entropy in another unit.
  private func conversion(from own: CalculatorBase) -> Formula {
    let base = request.base
    let factor: [Formula] =
      own == .e
      ? [.sign(.divides), .logarithm(.e, base.formula)] : [.sign(.times), .logarithm(base, own.formula)]
    return .row(
      [.variable("H"), .sign(.equals), number(.entropy(own))] + factor + [
        relation(perToken?.isZero == true), number(.entropy(base)), unit(base),
      ])
  }

  /// `H_word = log_2 31.1 ≈ 4.959 bits`, where a perplexity was given per another unit than a token.
  private var perUnit: Formula? {
    let unit = request.unit
    let base = request.base
    let name = Formula.index(.variable("H"), .word(words.name(of: unit)))
    let result = [number(.entropy(base), per: unit), self.unit(base, per: unit)]
    switch request.quantity {
    case .perplexity:
      return .row(
        [
          name, .sign(.equals), .logarithm(base, number(.perplexity, per: unit)),
          relation(isExactLogarithm(given, base)),
        ] + result)
    case .entropy(let own) where own != base:
      return .row(
        [
          name, .sign(.equals), number(.entropy(own), per: unit), self.unit(own, per: unit),
          relation(given?.isZero == true),
        ]
          + result)
    case .entropy: return nil
    }
  }

  /// `H = 1.3 × 4 ≈ 5.2 bits`: from another unit to tokens.
  private var perTokenStep: Formula? {
    let base = request.base
    var step: [Formula] = [.variable("H"), .sign(.equals), number(.entropy(base), per: request.unit)]
    let factors: [(Formula.Sign, Ratio)] =
      switch request.unit {
      case .token: []
      case .word: [(.divides, .tokensPerWord)]
      case .character: [(.times, .charactersPerToken)]
      case .byte: [(.times, .bytesPerCharacter), (.times, .charactersPerToken)]
      }
    for (sign, ratio) in factors {
      guard let number = typedRatio(ratio) else { return nil }
      step += [.sign(sign), .number(number.text)]
    }
    let isExact = isShownWholly(base) && given.map { digits.entropy($0, base.logarithm).isWhole } == true
    step += [relation(isExact), number(.entropy(base)), unit(base)]
    return .row(step)
  }

  // MARK: Exactness

  /// Whether the entropy per token is wholly what its text says.
  private func isShownWholly(_ base: CalculatorBase) -> Bool {
    guard let perToken else { return false }
    if request.unit == .token, request.quantity == .entropy(base) { return true }
    if request.unit == .token, !perToken.isZero {
      // The logarithm of a decimal number is a decimal number only where it is whole.
      guard case .perplexity = request.quantity, exactPower(base) else { return false }
    }
    return digits.entropy(perToken, base.logarithm).isWhole
  }

  /// Whether the perplexity per token is wholly what its text says.
  private var isPerplexityShownWholly: Bool {
    guard let perToken else { return false }
    guard request.unit == .token else { return perToken.isZero }
    switch request.quantity {
    case .perplexity: return true
    case .entropy(let own): return exactPower(own)
    }
  }

  /// Whether perplexity and entropy are powers and logarithms of one another to the last digit.
  private func exactPower(_ base: CalculatorBase) -> Bool {
    guard let perToken, let typed else { return false }
    guard request.unit == .token else { return perToken.isZero && typed.isExact }
    if case .entropy(let own) = request.quantity, own != base, !perToken.isZero { return false }
    return isExactLogarithm(perToken, base) && digits.perplexity(perToken).isWhole
  }

  /// Whether an amount that follows from what was typed is a logarithm to a base without any rounding: only whole numbers
  /// are, and only to a whole base.
  private func isExactLogarithm(_ amount: Amount?, _ base: CalculatorBase) -> Bool {
    guard let amount, let typed, typed.isExact else { return false }
    if amount.isZero { return true }
    let entropy = NumberFormat.approximate(amount.extendedEntropy(base.logarithm), digits: 15)
    return base != .e && entropy?.isWhole == true && entropy?.text.contains(UInt8(ascii: ".")) == false
      && amount.entropy(base) >= 1
  }
}
