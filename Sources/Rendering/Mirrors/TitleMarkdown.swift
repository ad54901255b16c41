import KnowledgeBase
import Markdown

/// Writes titles as Markdown without links, because titles stand in links themselves.
enum TitleMarkdown {
  /// A title as the text of a link.
  static func linkText(of title: Title) -> [UInt8] {
    let inlines = inlines(of: title)
    return MarkdownText.hasBalancedBrackets(inlines) ? inlines : MarkdownText.escaped(title.plain[...])
  }

  /// A title with its formulas and emphasis.
  static func inlines(of title: Title) -> [UInt8] {
    guard let markup = title.markup else { return MarkdownText.escaped(title.plain[...]) }
    let document = markup.document
    var writer = MarkdownWriter()
    var open: [(end: Int, mark: [UInt8])] = []
    func close(upTo index: Int) {
      while let last = open.last, last.end <= index {
        writer.append(last.mark[...])
        open.removeLast()
      }
    }
    let end = Int(document.nodes[markup.node].subtreeEnd)
    for index in (markup.node + 1)..<end {
      close(upTo: index)
      let node = document.nodes[index]
      switch node.kind {
      case .text:
        writer.append(textOf: node, in: document)
      case .code:
        writer.append(inlines: MarkdownText.code(document.bytes(of: node.literal)))
      case .emphasis, .strong, .strikethrough, .mark:
        let mark = document.delimiter(of: node)
        writer.append(mark[...])
        open.append((Int(node.subtreeEnd), mark))
      case .math:
        writer.append("$")
        writer.append(document.readableTeX(of: Int(node.payload))[...])
        writer.append("$")
      case .wikiLink:
        writer.append(text: document.wikiLinks[Int(node.payload)].text[...])
      case .calculation:
        writer.append(text: document.calculations[Int(node.payload)].value[...])
      case .softBreak, .lineBreak:
        if !LinearText.joinsWithoutSpace(document, at: index) { writer.append(" ") }
      default:
        break
      }
    }
    close(upTo: end)
    return writer.bytes
  }
}
