import KnowledgeBase
import Markdown
import SourceText

extension MirrorRenderer {
  /// Writes an inline's start, or all of it; returns the index of what comes next.
  mutating func renderInline(_ node: Node, _ index: Int, into writer: inout MarkdownWriter) -> Int {
    switch node.kind {
    case .text:
      writer.append(textOf: node, in: document, endsLine: endsLine(index))
    case .softBreak:
      renderBreak(isHard: context.breaksLines, index, into: &writer)
    case .lineBreak:
      renderBreak(isHard: true, index, into: &writer)
    case .code:
      writer.append(inlines: MarkdownText.code(document.bytes(of: node.literal)))
    case .htmlInline:
      renderHTMLTag(node, into: &writer)
    case .emphasis, .strong, .strikethrough, .mark:
      let mark = document.delimiter(of: node)
      writer.append(mark[...])
      push(node, mark: mark)
    case .link:
      return renderLink(node, index, into: &writer)
    case .image:
      renderImage(node, index, into: &writer)
      return Int(node.subtreeEnd)
    case .math:
      renderFormula(node, index, into: &writer)
    case .wikiLink:
      renderWikiLink(node, into: &writer)
    case .citation:
      renderCitation(node, into: &writer)
    case .footnoteReference:
      renderFootnoteReference(node, into: &writer)
    case .calculation:
      writer.append(text: document.calculations[Int(node.payload)].value[...])
    default:
      push(node)
    }
    return index + 1
  }

  /// Whether a line ends behind a text.
  private func endsLine(_ text: Int) -> Bool {
    guard let parent = open.last, parent.kind.isBlock, text + 1 < parent.end else { return true }
    switch document.nodes[text + 1].kind {
    case .softBreak, .lineBreak, .htmlInline: return true
    default: return false
    }
  }

  /// Writes a line's end: nothing between characters that are written without spaces, as on the page, so that words
  /// are whole.
  private func renderBreak(isHard: Bool, _ index: Int, into writer: inout MarkdownWriter) {
    let isOneLine = open.contains { $0.kind == .heading || $0.kind == .calloutTitle }
    // Nothing may be left of a line, and an empty one would end the paragraph.
    let isFirst = writer.beginsLine || document.nodes[index - 1].kind.isBlock
    if isFirst || index + 1 == open.last?.end { return }
    if isHard {
      writer.trimLine()
      writer.append(isOneLine ? "<br>" : "  ")
      if !isOneLine { writer.breakLine() }
    } else if !LinearText.joinsWithoutSpace(document, at: index) {
      if isOneLine { return writer.append(" ") }
      writer.trimLine()
      writer.breakLine()
    }
  }

  // MARK: Raw HTML

  private mutating func renderHTMLTag(_ node: Node, into writer: inout MarkdownWriter) {
    let place = SafeHTMLPlace.inline(
      depth: open.count, allowsBlocks: isBareText, isInLink: openLinks > 0)
    let tag = markup(node, at: place)
    guard let first = tag.first else { return }
    // What is not allowed is shown as text, which begins with a reference.
    if first == 0x26 {
      writer.append(text: document.bytes(of: node.literal))
    } else {
      writer.append(inlines: tag.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
    }
  }

  /// Whether text stands here without a paragraph's tags on the page, so that blocks may stand beside it.
  private var isBareText: Bool {
    switch open.last?.kind {
    case .tableCell: true
    case .paragraph: open.dropLast().last?.isTight ?? false
    default: false
    }
  }

  /// A piece of raw HTML, as far as it is allowed.
  mutating func markup(_ node: Node, at place: SafeHTMLPlace) -> [UInt8] {
    let (context, links) = (context, links)
    var markup: [UInt8] = []
    html.write(document.bytes(of: node.literal), at: place, into: &markup) { address, isImage in
      let target = links.rawHTML[address] ?? .broken
      guard let url = context.mirrorURL(of: target) else { return .broken }
      return isImage && target.isOfSite ? .image(url, nil) : .link(url)
    }
    return markup
  }
}

extension MarkdownWriter {
  /// Appends a text of a document: copied where it stands in the file as it is read.
  ///
  /// - Parameter endsLine: whether nothing else follows in the line.
  mutating func append(textOf node: Node, in document: Document, endsLine: Bool = false) {
    var text = document.bytes(of: node.literal)
    guard node.literal.isVerbatim else { return append(text: text) }
    if document.isEscaped(node) {
      append("\\")
      append(text.prefix(1))
      text = text.dropFirst()
    }
    append(written: text, endsLine: endsLine)
  }
}

extension Document {
  /// The mark at both ends of emphasis and of what resembles it.
  func delimiter(of node: Node) -> [UInt8] {
    switch node.kind {
    case .strikethrough: return [0x7E, 0x7E]
    case .mark: return [0x3D, 0x3D]
    default:
      let isUnderscore = source.bytes[Int(node.range.start)] == 0x5F
      return [UInt8](repeating: isUnderscore ? 0x5F : 0x2A, count: node.kind == .strong ? 2 : 1)
    }
  }

  /// Whether a backslash before a text that stands in the file keeps its first character from being markup.
  fileprivate func isEscaped(_ text: Node) -> Bool {
    let start = Int(text.range.start)
    guard start > 0, source.bytes[start - 1] == 0x5C else { return false }
    return isPunctuation(source.bytes[start])
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
