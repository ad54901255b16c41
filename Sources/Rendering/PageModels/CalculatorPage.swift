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

/// The perplexity calculator (`calculator.html`); its table answers without scripts.
package struct CalculatorPage: FramedPage {
  package var frame: PageFrame
  package var rows: [CalculatorRow]

  package init(frame: PageFrame, rows: [CalculatorRow]) {
    self.frame = frame
    self.rows = rows
  }

  package static let modelName = "CalculatorPage"
  package static let fields: [FieldBinding<CalculatorPage>] =
    framed([
      .list("rows", "Perplexities side by side with their entropies, ascending.") { $0.rows }
    ])
}
