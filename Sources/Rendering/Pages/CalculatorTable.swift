import Calculator
import KnowledgeBase
import PerplexityMath

/// Perplexities side by side with their entropies, for readers without scripts.
enum CalculatorTable {
  static let rows: [CalculatorRow] = [
    1, 2, 4, 8, 10, 16, 20, 25.99, 31.1, 50, 64, 100, 128, 256, 1000, 50257,
  ]
  .compactMap { row($0) }

  private static func row(_ value: Double) -> CalculatorRow? {
    guard let perplexity = try? Perplexity(value) else { return nil }
    func text(_ base: LogarithmBase) -> [UInt8] {
      NumberFormat.approximate(perplexity.entropy(base: base).value, digits: 5)?.text ?? []
    }
    return CalculatorRow(
      perplexity: NumberFormat.shortest(value) ?? [], bits: text(.two), nats: text(.e), hartleys: text(.ten))
  }
}

extension UILanguage {
  /// The usual ratios of texts in this language.
  var ratioPreset: RatioPreset {
    switch self {
    case .zhHans, .zhHant: .chinese
    case .en: .english
    }
  }
}

extension CalculatorExample {
  /// What the calculator's page shows before anything is typed: a perplexity of 31.1, in bits.
  init(_ language: UILanguage) {
    let strings = language.calculatorStrings
    let sheet = CalculatorSheet(
      CalculatorRequest(query: Array("ppl=31.1&base=2".utf8), preset: language.ratioPreset),
      words: strings.words)
    func text(_ ratio: Ratio) -> [UInt8] {
      sheet.fields.first { $0.name == Array("\(ratio.name)".utf8) }?.text ?? []
    }
    self.init(
      query: sheet.request.query, isEnglish: language == .en, perplexity: sheet.text(.perplexity),
      bits: sheet.text(.entropy(.two)), nats: sheet.text(.entropy(.e)), hartleys: sheet.text(.entropy(.ten)),
      formula: CalculatorSheet.markup(of: sheet.formulas).html, die: sheet.die,
      plot: sheet.plot.map { [$0].html } ?? [],
      sequence: CalculatorSheet.markup(of: sheet.sequence).html, tokens: CalculatorSheet.usualTokens,
      tokensPerWord: text(.tokensPerWord), charactersPerToken: text(.charactersPerToken),
      bytesPerCharacter: text(.bytesPerCharacter),
      units: TextUnit.allCases.map { unit in
        CalculatorUnitRow(
          name: Array("\(unit.name)".utf8), label: strings.label(of: unit),
          entropy: sheet.text(.entropy(.two), per: unit), perplexity: sheet.text(.perplexity, per: unit))
      })
  }
}

extension CalculatorStrings {
  fileprivate func label(of unit: TextUnit) -> [UInt8] {
    switch unit {
    case .token: Array(token.utf8)
    case .word: Array(word.utf8)
    case .character: Array(character.utf8)
    case .byte: Array(byte.utf8)
    }
  }

  /// The exercises of the calculator's page, as blocks of a text.
  func exercises(_ language: UILanguage, link: [UInt8]) -> [CalculatorExercise] {
    let blocks: [(ask: String, query: String)] = [
      (exerciseBits, "ppl=31.1"), (exercisePerplexity, "bits=4.7"), (exerciseNats, "nats=2.5&base=2"),
    ]
    return blocks.map { ask, query in
      let block = CalculatorBlock(
        request: CalculatorRequest(query: Array(query.utf8), preset: language.ratioPreset),
        question: Title(plain: Array(ask.utf8)))
      var html: [UInt8] = []
      CalculatorBlockView(block, language: language, link: link).appendHTML(to: &html)
      return CalculatorExercise(html: html)
    }
  }
}
