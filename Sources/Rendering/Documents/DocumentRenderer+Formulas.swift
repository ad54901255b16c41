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

  /// Writes a formula; a display formula in a box that scrolls, its number at the end.
  ///
  /// - Parameter block: the node whose name the formula bears, if it stands alone between blocks.
  mutating func renderFormula(_ node: Node, block: Int?, into output: inout [UInt8]) {
    let index = Int(node.payload)
    let formula = entry.formulas[index]
    guard formula.issues.isEmpty else { return renderSource(of: index, block: block, into: &output) }
    guard document.formulas[index].isDisplay else {
      output += formula.mathML
      return
    }
    let equation = entry.equation(ofFormula: index)
    HTMLWriter.append(block == nil ? "<span class=\"equation\"" : "<div class=\"equation\"", to: &output)
    let hasLabel = equation.map { !$0.label.isEmpty } ?? false
    if let equation, hasLabel {
      appendID(equation.label, to: &output)
    } else if let block {
      appendBlockID(of: block, to: &output)
    }
    HTMLWriter.append(" tabindex=\"0\">", to: &output)
    if hasLabel, let block { appendBlockAnchor(of: block, to: &output) }
    output += formula.mathML
    if let equation { renderNumber(of: equation, into: &output) }
    HTMLWriter.append(block == nil ? "</span>" : "</div>\n", to: &output)
  }

  /// Writes the TeX of a formula that could not be read.
  private func renderSource(of formula: Int, block: Int?, into output: inout [UInt8]) {
    if block != nil { HTMLWriter.append("<p>", to: &output) }
    HTMLWriter.append("<code class=\"formula-error\">", to: &output)
    // A formula's TeX is the author's bytes, which may be no UTF-8.
    let tex = String(decoding: document.tex(of: document.formulas[formula]), as: UTF8.self)
    HTMLWriter.append(text: Array(tex.utf8), to: &output)
    HTMLWriter.append(block == nil ? "</code>" : "</code></p>\n", to: &output)
  }

  private func renderNumber(of equation: Equation, into output: inout [UInt8]) {
    let isLink = !equation.label.isEmpty && !isExcerpt && !isInLink
    if isLink {
      HTMLWriter.append("<a class=\"equation-number\" href=\"#", to: &output)
      output += PercentEncoding.encode(equation.label)
      HTMLWriter.append("\">(", to: &output)
    } else {
      HTMLWriter.append("<span class=\"equation-number\">(", to: &output)
    }
    HTMLWriter.append(text: equation.number, to: &output)
    HTMLWriter.append(isLink ? ")</a>" : ")</span>", to: &output)
  }
}
