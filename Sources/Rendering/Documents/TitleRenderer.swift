package import KnowledgeBase
import Markdown
import TeXMath

/// Writes titles as HTML without links, because titles stand in links themselves.
package enum TitleRenderer {
  /// A title with its formulas and emphasis.
  package static func html(of title: Title) -> [UInt8] {
    guard let markup = title.markup else {
      var output: [UInt8] = []
      HTMLWriter.append(text: title.plain, to: &output)
      return output
    }
    return html(of: markup.node, in: markup.document, formulas: markup.formulas)
  }

  /// The inlines of a node, such as a heading, with the document's formulas.
  static func html(of parent: Int, in document: Document, formulas: [MathConversion]) -> [UInt8] {
    var output: [UInt8] = []
    let end = Int(document.nodes[parent].subtreeEnd)
    var open: [(end: Int, tag: StaticString, isEmphasis: Bool)] = []
    // Of the next text, with the formula before it.
    var writtenBytes = 0
    for index in (parent + 1)..<end {
      while let last = open.last, last.end <= index {
        HTMLWriter.append(last.tag, to: &output)
        open.removeLast()
      }
      let node = document.nodes[index]
      switch node.kind {
      case .text:
        HTMLWriter.append(text: document.bytes(of: node.literal).dropFirst(writtenBytes), to: &output)
        writtenBytes = 0
      case .code:
        HTMLWriter.append("<code>", to: &output)
        HTMLWriter.append(text: document.bytes(of: node.literal), to: &output)
        HTMLWriter.append("</code>", to: &output)
      case .emphasis:
        HTMLWriter.append("<em>", to: &output)
        open.append((Int(node.subtreeEnd), "</em>", true))
      case .strong:
        HTMLWriter.append("<strong>", to: &output)
        open.append((Int(node.subtreeEnd), "</strong>", true))
      case .strikethrough:
        HTMLWriter.append("<del>", to: &output)
        open.append((Int(node.subtreeEnd), "</del>", false))
      case .mark:
        HTMLWriter.append("<mark>", to: &output)
        open.append((Int(node.subtreeEnd), "</mark>", false))
      case .math:
        let parents = open.reversed().drop { $0.end == index + 1 && $0.isEmphasis }
        writtenBytes = FormulaPunctuation.append(
          before: document.literal(ofTextAt: index - 1, upTo: open.last?.end ?? end),
          behind: document.literal(ofTextAt: index + 1, upTo: parents.first?.end ?? end), to: &output
        ) { renderFormula(Int(node.payload), of: document, formulas, into: &$0) }
      case .wikiLink:
        HTMLWriter.append(text: document.wikiLinks[Int(node.payload)].text, to: &output)
      case .calculation:
        HTMLWriter.append(text: document.calculations[Int(node.payload)].value, to: &output)
      case .htmlInline:
        let html = document.bytes(of: node.literal)
        if !SafeHTMLElement.isMarkup(html) { HTMLWriter.append(text: html, to: &output) }
      case .softBreak, .lineBreak:
        if !LinearText.joinsWithoutSpace(document, at: index) { output.append(0x20) }
      default:
        break
      }
    }
    for last in open.reversed() { HTMLWriter.append(last.tag, to: &output) }
    return output
  }

  private static func renderFormula(
    _ index: Int, of document: Document, _ formulas: [MathConversion], into output: inout [UInt8]
  ) {
    guard formulas[index].hasErrors else {
      // A title stands at many places, also of its own page; at each it can be copied with its TeX.
      let mathML = formulas[index].mathMLWithoutIDs
      let name = "<math".utf8.count
      output += mathML[..<name]
      HTMLWriter.append("data-tex", document.readableTeX(of: index), to: &output)
      output += mathML[name...]
      return
    }
    HTMLWriter.append("<code class=\"formula-error\">", to: &output)
    HTMLWriter.append(text: document.readableTeX(of: index), to: &output)
    HTMLWriter.append("</code>", to: &output)
  }
}
