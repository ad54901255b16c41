import KnowledgeBase
import Markdown

extension DocumentRenderer {
  /// Writes an inline's start tag, or all of it; returns the index of what comes next.
  mutating func renderInline(_ node: Node, _ index: Int, into output: inout [UInt8]) -> Int {
    switch node.kind {
    case .text:
      HTMLWriter.append(text: document.bytes(of: node.literal).dropFirst(writtenBytes), to: &output)
      writtenBytes = 0
    case .softBreak:
      if breaksLines {
        HTMLWriter.append("<br>\n", to: &output)
      } else if !LinearText.joinsWithoutSpace(document, at: index) {
        output.append(0x0A)
      }
    case .lineBreak:
      HTMLWriter.append("<br>\n", to: &output)
    case .code:
      HTMLWriter.append("<code>", to: &output)
      HTMLWriter.append(text: document.bytes(of: node.literal), to: &output)
      HTMLWriter.append("</code>", to: &output)
    case .htmlInline:
      let allowsBlocks = open.last?.traits.contains(.flow) ?? false
      renderHTML(
        node, at: .inline(depth: open.count, allowsBlocks: allowsBlocks, isInLink: openLinks > 0),
        into: &output)
    case .emphasis:
      if let next = renderEmphasizedFormula(index, into: &output) { return next }
      HTMLWriter.append("<em>", to: &output)
      push(node, endTag: "</em>")
    case .strong:
      if let next = renderEmphasizedFormula(index, into: &output) { return next }
      HTMLWriter.append("<strong>", to: &output)
      push(node, endTag: "</strong>")
    case .strikethrough:
      HTMLWriter.append("<del>", to: &output)
      push(node, endTag: "</del>")
    case .mark:
      HTMLWriter.append("<mark>", to: &output)
      push(node, endTag: "</mark>")
    case .link:
      renderLink(node, index, into: &output)
    case .image:
      renderImage(node, index, into: &output)
      return Int(node.subtreeEnd)
    case .math:
      renderFormula(index, block: isBlockPlace ? index : nil, into: &output)
    case .wikiLink:
      renderWikiLink(node, at: index, into: &output)
    case .citation:
      appendMentionAnchors(of: index, to: &output)
      renderCitation(node, at: index, into: &output)
    case .footnoteReference:
      renderFootnoteReference(node, at: index, into: &output)
    case .calculation:
      HTMLWriter.append(text: document.calculations[Int(node.payload)].value, to: &output)
    default:
      push(node, endTag: "")
    }
    return index + 1
  }

  /// Writes a piece of raw HTML, as far as it is allowed.
  mutating func renderHTML(_ node: Node, at place: SafeHTMLPlace, into output: inout [UInt8]) {
    let surroundings = surroundings
    html.write(document.bytes(of: node.literal), at: place, into: &output) { address, isImage in
      switch surroundings.destination(ofRawHTML: address, isImage: isImage) {
      case .url(let url): .link(url)
      case .image(let url, let natural): .image(url, natural)
      case .wanted(let url): .link(url)
      case .unresolved, .broken: .broken
      }
    }
  }
}
