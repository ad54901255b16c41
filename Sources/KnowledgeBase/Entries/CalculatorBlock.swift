package import Calculator
import Markdown
import SourceText

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
  /// An exercise as it was written, in inline Markdown; the calculation is its solution.
  var ask: [UInt8] = []
  /// The exercise with its formulas and emphasis; `nil` for none.
  package var question: Title?
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

  /// The block that a node of a page is; `nil` for other nodes, and where it gives no number to calculate with.
  ///
  /// - Parameter preset: which usual ratios hold on the page.
  /// - Complexity: O(bytes of the block).
  package init?(_ node: Int, of entry: Entry, preset: RatioPreset) {
    self.init(node, of: entry.document, exercises: entry.exercises, preset: preset)
  }

  init?(_ index: Int, of document: Document, exercises: [Int: Title], preset: RatioPreset) {
    let node = document.nodes[index]
    guard CalculatorBlock.isBlock(node, of: document) else { return nil }
    let reader = CalculatorBlockReader(node, of: document, preset: preset)
    guard let block = reader.block else { return nil }
    self = block
    question = exercises[index]
  }

  /// A calculation, and the exercise whose solution it is.
  package init(request: CalculatorRequest, question: Title? = nil) {
    self.request = request
    self.question = question
  }

  static func isBlock(_ node: Node, of document: Document) -> Bool {
    node.kind == .codeBlock
      && document.codeBlocks[Int(node.payload)].language.elementsEqual("calculator".utf8)
  }

  /// Reads the exercise.
  ///
  /// - Parameters:
  ///   - converter: knows the macros of the site and the page.
  ///   - diagnostics: gets what is wrong in its formulas, at places in the exercise alone.
  /// - Complexity: O(bytes of the exercise, and of what its macros expand to).
  func question(_ converter: FormulaConverter, reporting diagnostics: inout [Diagnostic]) -> Title? {
    guard !ask.isEmpty else { return nil }
    // It is one line, also where YAML lets it hold several.
    let bytes = ask.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    let document = Document(parsingInlinesIn: 0..<bytes.count, of: SourceFile(path: "", bytes: bytes))
    return Title(document, converter: converter, diagnostics: &diagnostics)
  }

  /// The calculation as lines of text that lose nothing, for readers without markup.
  ///
  /// - Parameter words: the units' names.
  package func lines(words: CalculatorWords) -> [[UInt8]] {
    let sheet = CalculatorSheet(request, words: words)
    var formulas = sheet.formulas
    if parts.contains(.sequence) { formulas += sheet.sequence }
    return formulas.map { $0.text }
  }
}
