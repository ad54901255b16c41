package import Calculator
package import Markdown

/// A fenced block `calculator`: one calculation within a text, or an exercise.
///
///     ```calculator
///     perplexity: 31.1
///     base: 2
///     show: [numbers, formula, plot]
///     expect: 4.959 bits
///     ```
package struct CalculatorBlock: Sendable {
  /// A part of a calculation that can be shown.
  package enum Part: String, CaseIterable, Sendable {
    case numbers, formula, plot, die, sequence
  }

  /// What is calculated.
  package var request: CalculatorRequest
  /// An exercise, as plain text; the calculation is its solution.
  package var ask: [UInt8] = []
  /// What is shown, in this order.
  package var parts: [Part] = [.numbers, .formula]

  /// The keys a block knows.
  enum Key: String, CaseIterable {
    case perplexity, bits, nats, hartleys, entropy
    case base, of, per, ratio, text, tokens
    case tokensPerWord = "tokens_per_word"
    case charactersPerToken = "characters_per_token"
    case bytesPerCharacter = "bytes_per_character"
    case show, ask, expect
  }

  /// The block that a node of a document is; `nil` for other nodes, and where it gives no number to calculate with.
  ///
  /// - Parameter preset: which usual ratios hold on the page.
  /// - Complexity: O(bytes of the block).
  package init?(_ node: Node, of document: Document, preset: RatioPreset) {
    guard CalculatorBlock.isBlock(node, of: document) else { return nil }
    let reader = CalculatorBlockReader(node, of: document, preset: preset)
    guard let block = reader.block else { return nil }
    self = block
  }

  /// A calculation with nothing else said of it.
  package init(request: CalculatorRequest) {
    self.request = request
  }

  static func isBlock(_ node: Node, of document: Document) -> Bool {
    node.kind == .codeBlock
      && document.codeBlocks[Int(node.payload)].language.elementsEqual("calculator".utf8)
  }

  /// The calculation as lines of text that lose nothing, for readers without markup: the exercise, then the formulas.
  ///
  /// - Parameter words: the units' names.
  package func lines(words: CalculatorWords) -> [[UInt8]] {
    let sheet = CalculatorSheet(request, words: words)
    var formulas = sheet.formulas
    if parts.contains(.sequence) { formulas += sheet.sequence }
    return (ask.isEmpty ? [] : [ask]) + formulas.map { $0.text }
  }
}
