import Calculator
import KnowledgeBase
import Markdown

/// A block `calculator` as readers see it: numbers, formulas, plot; of an exercise the question, and all else in its
/// solution. With scripts its numbers can be changed.
struct CalculatorBlockView {
  private let block: CalculatorBlock
  private let sheet: CalculatorSheet
  private let strings: CalculatorStrings
  private let link: [UInt8]

  /// Prepares to write a block.
  ///
  /// - Parameter link: the calculator's page, to which the block leads; empty for none.
  init(_ block: CalculatorBlock, language: UILanguage, link: [UInt8]) {
    self.block = block
    self.link = link
    strings = language.calculatorStrings
    sheet = CalculatorSheet(block.request, words: strings.words)
  }

  func appendHTML(to output: inout [UInt8]) {
    let question = block.question
    HTMLWriter.append("<quaestio-calculator class=\"calculation\"", to: &output)
    HTMLWriter.append("data-query", block.request.query, to: &output)
    HTMLWriter.append("data-error", Array(strings.error.utf8), to: &output)
    HTMLWriter.append("><form class=\"calculator\">\n", to: &output)
    if let question {
      HTMLWriter.append("<p class=\"calculation-ask\">", to: &output)
      appendQuestion(question, to: &output)
      HTMLWriter.append("</p>\n<details><summary>", to: &output)
      HTMLWriter.append(text: Array(strings.solution.utf8), to: &output)
      HTMLWriter.append("</summary>\n", to: &output)
    }
    for part in block.parts { append(part, to: &output) }
    appendLink(to: &output)
    if question != nil { HTMLWriter.append("</details>\n", to: &output) }
    HTMLWriter.append("</form></quaestio-calculator>\n", to: &output)
  }

  private func appendQuestion(_ question: Title, to output: inout [UInt8]) {
    HTMLWriter.append("<strong>", to: &output)
    HTMLWriter.append(text: Array(strings.exercise.utf8), to: &output)
    HTMLWriter.append("</strong> ", to: &output)
    output += TitleRenderer.html(of: question)
  }

  /// Writes the block as text, where a page or a feed cannot do more.
  func appendPlainHTML(to output: inout [UInt8]) {
    if let question = block.question {
      HTMLWriter.append("<p>", to: &output)
      appendQuestion(question, to: &output)
      HTMLWriter.append("</p>\n<p><strong>", to: &output)
      HTMLWriter.append(text: Array(strings.solution.utf8), to: &output)
      HTMLWriter.append("</strong></p>\n", to: &output)
    }
    for line in block.lines(words: strings.words) {
      HTMLWriter.append("<p>", to: &output)
      HTMLWriter.append(text: line, to: &output)
      HTMLWriter.append("</p>\n", to: &output)
    }
  }

  private func append(_ part: CalculatorBlock.Part, to output: inout [UInt8]) {
    switch part {
    case .numbers:
      appendNumbers(to: &output)
    case .formula:
      appendSlot("formula", CalculatorSheet.markup(of: sheet.formulas).html, to: &output)
    case .sequence:
      appendSlot("sequence", CalculatorSheet.markup(of: sheet.sequence).html, to: &output)
    case .plot:
      HTMLWriter.append("<figure class=\"calculator-plot\" data-slot=\"plot\">", to: &output)
      if let plot = sheet.plot { output += [plot].html }
      HTMLWriter.append("</figure>\n", to: &output)
    case .die:
      HTMLWriter.append("<p class=\"calculator-die\" data-slot=\"die\">", to: &output)
      HTMLWriter.append(text: sheet.die, to: &output)
      HTMLWriter.append("</p>\n", to: &output)
    }
  }

  private func appendSlot(_ name: StaticString, _ html: [UInt8], to output: inout [UInt8]) {
    HTMLWriter.append("<div data-slot=\"", to: &output)
    HTMLWriter.append(name, to: &output)
    HTMLWriter.append("\">", to: &output)
    output += html
    HTMLWriter.append("</div>\n", to: &output)
  }

  /// Writes the perplexity and its entropy: as text, and as fields for scripts to show in its place.
  private func appendNumbers(to output: inout [UInt8]) {
    HTMLWriter.append("<div class=\"calculator-fields\">\n", to: &output)
    let quantities: [(CalculatorRequest.Quantity, String)] = [
      (.perplexity, strings.perplexity), (.entropy(.two), "\(strings.entropy) · \(strings.bits)"),
      (.entropy(.e), "\(strings.entropy) · \(strings.nats)"),
      (.entropy(.ten), "\(strings.entropy) · \(strings.hartleys)"),
    ]
    for (quantity, label) in quantities {
      let text = sheet.text(quantity)
      HTMLWriter.append("<label><span>", to: &output)
      HTMLWriter.append(text: Array(label.utf8), to: &output)
      HTMLWriter.append("</span><input class=\"live\" name=\"", to: &output)
      HTMLWriter.append(quantity.name, to: &output)
      HTMLWriter.append("\" data-quantity=\"", to: &output)
      HTMLWriter.append(quantity.name, to: &output)
      HTMLWriter.append("\" value=\"", to: &output)
      HTMLWriter.append(text: text, to: &output)
      HTMLWriter.append(
        "\" inputmode=\"decimal\" autocomplete=\"off\" spellcheck=\"false\" dir=\"ltr\"><span class=\"still\">",
        to: &output)
      HTMLWriter.append(text: text, to: &output)
      HTMLWriter.append("</span></label>\n", to: &output)
    }
    HTMLWriter.append(
      "</div>\n<p class=\"fault\" role=\"status\" data-fault=\"ppl bits nats hartleys\"></p>\n", to: &output)
  }

  private func appendLink(to output: inout [UInt8]) {
    guard !link.isEmpty else { return }
    HTMLWriter.append("<p class=\"facts\"><a data-open=\"\"", to: &output)
    HTMLWriter.append("href", url: link + Array("?".utf8) + block.request.query, to: &output)
    HTMLWriter.append(">", to: &output)
    HTMLWriter.append(text: Array(strings.open.utf8), to: &output)
    HTMLWriter.append("</a></p>\n", to: &output)
  }
}

extension [MarkupNode] {
  /// The nodes as HTML.
  var html: [UInt8] {
    var output: [UInt8] = []
    for node in self { node.appendHTML(to: &output) }
    return output
  }
}

extension DocumentRenderer {
  /// Writes a block `calculator`; `false` when a block of code is none.
  func renderCalculator(_ node: Int, into output: inout [UInt8]) -> Bool {
    guard let block = CalculatorBlock(node, of: entry, preset: language.ratioPreset) else { return false }
    var link: [UInt8] = []
    if case .site(let page) = surroundings { link = page.context.root + Array("calculator/".utf8) }
    let view = CalculatorBlockView(block, language: language, link: link)
    if isExcerpt { view.appendPlainHTML(to: &output) } else { view.appendHTML(to: &output) }
    return true
  }
}
