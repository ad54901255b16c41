import KnowledgeBase
import Markdown
import TeXMath

extension DocumentRenderer {
  /// Whether what comes next stands between blocks, not in a paragraph, heading or cell.
  var isBlockPlace: Bool {
    guard let parent = open.last else { return true }
    switch parent.kind {
    case .blockQuote, .item, .taskItem, .callout, .footnoteDefinition: return true
    default: return false
    }
  }

  /// Whether a node is a formula on a line of its own.
  func isDisplayFormula(_ node: Node) -> Bool {
    node.kind == .math && document.formulas[Int(node.payload)].isDisplay
  }

  /// Writes a formula; a display formula in a box that scrolls.
  ///
  /// - Parameters:
  ///   - node: the formula's node.
  ///   - block: the node whose name the formula bears, if it stands alone between blocks.
  mutating func renderFormula(_ node: Int, block: Int?, into output: inout [UInt8]) {
    let index = Int(document.nodes[node].payload)
    guard !entry.formulas[index].hasErrors else {
      return renderSource(of: index, block: block, into: &output)
    }
    let isDisplay = document.formulas[index].isDisplay
    guard !surroundings.isFeed else {
      return renderFormulaText(of: index, isBlock: block != nil, isDisplay: isDisplay, into: &output)
    }
    guard isDisplay else { return renderInlineFormula(node, into: &output) }
    HTMLWriter.append(block == nil ? "<span class=\"equation\"" : "<div class=\"equation\"", to: &output)
    if let block { appendBlockID(of: block, to: &output) }
    HTMLWriter.append(" tabindex=\"0\">", to: &output)
    appendMathML(of: index, to: &output)
    HTMLWriter.append(block == nil ? "</span>" : "</div>\n", to: &output)
  }

  /// Writes a formula as readable text that loses nothing, a display formula on lines of its own with its numbers.
  private func renderFormulaText(of index: Int, isBlock: Bool, isDisplay: Bool, into output: inout [UInt8]) {
    HTMLWriter.append(isBlock ? "<p>" : isDisplay ? "<br>" : "", to: &output)
    HTMLWriter.append(text: entry.formulas[index].text, to: &output)
    for equation in isDisplay ? entry.equations(ofFormula: index) : [] {
      output.append(0x20)
      HTMLWriter.append(text: equation.shownNumber, to: &output)
    }
    HTMLWriter.append(isBlock ? "</p>\n" : isDisplay ? "<br>" : "", to: &output)
  }

  /// Writes a formula's `<math>` with its TeX, for copying, as `data-tex`.
  ///
  /// An `<annotation>` would cost five times as much and be shown as text by browsers that do not know MathML. A
  /// formula within a line that may be wider than a small screen scrolls, and the keyboard reaches it to do so, unless
  /// it is part of a link.
  func appendMathML(of formula: Int, to output: inout [UInt8]) {
    let conversion = entry.formulas[formula]
    // The names of its rows belong to the page that it is from.
    let mayHaveIDs = !entry.equations(ofFormula: formula).isEmpty
    let mathML = isExcerpt && mayHaveIDs ? conversion.mathMLWithoutIDs : conversion.mathML
    let name = "<math".utf8.count
    output += mathML[..<name]
    HTMLWriter.append("data-tex", document.readableTeX(of: formula), to: &output)
    if !document.formulas[formula].isDisplay, openLinks == 0, mathML.isWide {
      HTMLWriter.append(" tabindex=\"0\"", to: &output)
    }
    output += mathML[name...]
  }

  /// Writes the TeX of a formula that could not be read.
  private func renderSource(of formula: Int, block: Int?, into output: inout [UInt8]) {
    if block != nil { HTMLWriter.append("<p>", to: &output) }
    HTMLWriter.append("<code class=\"formula-error\"", to: &output)
    let ids = entry.equations(ofFormula: formula).map(\.id).filter { !$0.isEmpty }
    if let id = ids.first { appendID(id, to: &output) }
    HTMLWriter.append(">", to: &output)
    for id in ids.dropFirst() { appendAnchor(id, to: &output) }
    HTMLWriter.append(text: document.readableTeX(of: formula), to: &output)
    HTMLWriter.append(block == nil ? "</code>" : "</code></p>\n", to: &output)
  }
}

extension Document {
  /// The TeX of a formula as UTF-8: the author's bytes may be none.
  func readableTeX(of formula: Int) -> [UInt8] {
    Array(String(decoding: tex(of: formulas[formula]), as: UTF8.self).utf8)
  }
}

extension [UInt8] {
  /// Whether a formula, as MathML, has more signs than stand side by side on a small screen.
  ///
  /// - Complexity: O(n); O(1) for short formulas.
  fileprivate var isWide: Bool {
    let signsOfALine = 24
    let bytesOfASign = "<mi></mi>".utf8.count
    guard count > signsOfALine * bytesOfASign else { return false }
    var signs = 0
    var isTag = false
    for byte in self {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">"): isTag = false
      // The first byte of a character.
      default: if !isTag, byte & 0xC0 != 0x80 { signs += 1 }
      }
    }
    return signs > signsOfALine
  }
}
