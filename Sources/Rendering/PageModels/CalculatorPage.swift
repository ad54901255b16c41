package import Templates

/// One perplexity with its entropy in three units, as numbers to read.
package struct CalculatorRow: PageModel {
  package var perplexity: [UInt8]
  package var bits: [UInt8]
  package var nats: [UInt8]
  package var hartleys: [UInt8]

  package init(perplexity: [UInt8], bits: [UInt8], nats: [UInt8], hartleys: [UInt8]) {
    self.perplexity = perplexity
    self.bits = bits
    self.nats = nats
    self.hartleys = hartleys
  }

  package static let modelName = "CalculatorRow"
  package static let fields: [FieldBinding<CalculatorRow>] = [
    .text("perplexity", "A perplexity.") { $0.perplexity },
    .text("bits", "Its entropy in bits.") { $0.bits },
    .text("nats", "Its entropy in nats.") { $0.nats },
    .text("hartleys", "Its entropy in hartleys.") { $0.hartleys },
  ]
}

/// Entropy and perplexity per one unit of text.
package struct CalculatorUnitRow: PageModel {
  package var name: [UInt8]
  package var label: [UInt8]
  package var entropy: [UInt8]
  package var perplexity: [UInt8]

  package static let modelName = "CalculatorUnitRow"
  package static let fields: [FieldBinding<CalculatorUnitRow>] = [
    .text("name", "The unit as fields name it: `token`, `word`, `character`, `byte`.") { $0.name },
    .text("label", "The unit as readers name it.") { $0.label },
    .text("entropy", "The entropy per unit, in bits.") { $0.entropy },
    .text("perplexity", "The perplexity per unit.") { $0.perplexity },
  ]
}

/// An exercise with its solution.
package struct CalculatorExercise: PageModel {
  package var html: [UInt8]

  package static let modelName = "CalculatorExercise"
  package static let fields: [FieldBinding<CalculatorExercise>] = [
    .html("html", "The exercise, as a block `calculator` is shown in a text.") { $0.html }
  ]
}

/// The example that stands on the calculator's page before anything is typed, and stays without scripts.
package struct CalculatorExample: PageModel {
  package var query: [UInt8]
  package var isEnglish: Bool
  package var perplexity: [UInt8]
  package var bits: [UInt8]
  package var nats: [UInt8]
  package var hartleys: [UInt8]
  package var formula: [UInt8]
  package var die: [UInt8]
  package var plot: [UInt8]
  package var sequence: [UInt8]
  package var tokens: [UInt8]
  package var tokensPerWord: [UInt8]
  package var charactersPerToken: [UInt8]
  package var bytesPerCharacter: [UInt8]
  package var units: [CalculatorUnitRow]

  package static let modelName = "CalculatorExample"
  package static let fields: [FieldBinding<CalculatorExample>] = [
    .text("query", "The example as the query of an address.") { $0.query },
    .flag("english", "The usual ratios are those of English, else of Chinese.") { $0.isEnglish },
    .text("perplexity", "The perplexity given.") { $0.perplexity },
    .text("bits", "Its entropy in bits.") { $0.bits },
    .text("nats", "Its entropy in nats.") { $0.nats },
    .text("hartleys", "Its entropy in hartleys.") { $0.hartleys },
    .html("formula", "The numbers in the formulas.") { $0.formula },
    .text("die", "The sentence on the die.") { $0.die },
    .html("plot", "The curve with the point, as SVG.") { $0.plot },
    .html("sequence", "The probability of a sequence, as formulas.") { $0.sequence },
    .text("tokens", "The length of that sequence.") { $0.tokens },
    .text("tokens_per_word", "The usual ratio.") { $0.tokensPerWord },
    .text("characters_per_token", "The usual ratio.") { $0.charactersPerToken },
    .text("bytes_per_character", "The usual ratio.") { $0.bytesPerCharacter },
    .list("units", "Entropy and perplexity per token, word, character and byte.") { $0.units },
  ]
}

/// The perplexity calculator (`calculator.html`); its example and its table answer without scripts.
package struct CalculatorPage: FramedPage {
  package var frame: PageFrame
  package var words: CalculatorStrings
  package var example: CalculatorExample
  package var rows: [CalculatorRow]
  package var exercises: [CalculatorExercise]

  package static let modelName = "CalculatorPage"
  package static let fields: [FieldBinding<CalculatorPage>] =
    framed([
      .record("words", "The calculator's labels.") { $0.words },
      .record("example", "What is shown before anything is typed.") { $0.example },
      .list("rows", "Perplexities side by side with their entropies, ascending.") { $0.rows },
      .list("exercises", "Exercises with their solutions.") { $0.exercises },
    ])
}
