import KnowledgeBase
import Markdown
import SourceText

extension MirrorRenderer {
  /// Whether a node is a formula on a line of its own.
  func isDisplayFormula(_ node: Node) -> Bool {
    node.kind == .math && document.formulas[Int(node.payload)].isDisplay
  }

  /// Writes a formula as its author wrote it, between dollars.
  mutating func renderFormula(_ node: Node, _ index: Int, into writer: inout MarkdownWriter) {
    let isBetweenBlocks =
      switch open.last?.kind {
      case nil, .blockQuote, .item, .taskItem, .callout, .footnoteDefinition: true
      default: false
      }
    if isBetweenBlocks {
      beginBlock(.math, into: &writer)
      renderDisplayFormula(node, into: &writer)
      return
    }
    let tex = document.trimmedTeX(of: Int(node.payload))
    // Further lines could begin with what is a block's mark. A comment of TeX ends with its line.
    let line = tex.contains(0x25) ? tex : tex.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    if document.formulas[Int(node.payload)].isDisplay {
      writer.append("$$")
      writer.append(inlines: line)
      writer.append("$$")
      appendNumbers(of: node, into: &writer)
    } else if isFollowedByDigit(index) {
      // A dollar before a digit closes nothing; in many dialects this form does.
      writer.append("$`")
      writer.append(inlines: line)
      writer.append("`$")
    } else {
      writer.append("$")
      writer.append(inlines: line)
      writer.append("$")
    }
  }

  private func isFollowedByDigit(_ formula: Int) -> Bool {
    guard formula + 1 < open.last?.end ?? document.nodes.count else { return false }
    let next = document.nodes[formula + 1]
    switch next.kind {
    case .text: return document.bytes(of: next.literal).first.map { $0 &- 0x30 < 10 } ?? false
    case .calculation: return true
    default: return false
    }
  }

  /// Writes a formula that is a block.
  func renderDisplayFormula(_ node: Node, into writer: inout MarkdownWriter) {
    let tex = document.trimmedTeX(of: Int(node.payload))
    let lines = tex.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      .filter { $0.contains { $0 > 0x20 } }
    writer.append("$$")
    if lines.count < 2 {
      writer.append(tex[...])
    } else {
      for line in lines {
        writer.breakLine()
        writer.append(line.drop { $0 == 0x20 || $0 == 0x09 })
      }
      writer.breakLine()
    }
    writer.append("$$")
    appendNumbers(of: node, into: &writer)
  }

  /// Writes the numbers that stand beside the rows of a formula, by which the text speaks of them.
  private func appendNumbers(of node: Node, into writer: inout MarkdownWriter) {
    let equations = entry.equations(ofFormula: Int(node.payload)).filter { !$0.isTagged }
    guard !equations.isEmpty else { return }
    for (position, equation) in equations.enumerated() {
      writer.append(position == 0 ? " " : ", ")
      writer.append(text: equation.shownNumber[...])
    }
  }
}

extension Document {
  /// A formula's TeX without white space at its ends, as UTF-8.
  fileprivate func trimmedTeX(of formula: Int) -> [UInt8] {
    let tex = readableTeX(of: formula)
    guard let start = tex.firstIndex(where: { $0 > 0x20 }), let end = tex.lastIndex(where: { $0 > 0x20 })
    else { return [] }
    return tex.count == end + 1 - start ? tex : Array(tex[start...end])
  }
}
