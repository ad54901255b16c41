import KnowledgeBase
import Markdown
import SourceText

extension MirrorRenderer {
  /// Writes a citation: `[[1](#ref-1), p. 3]`, or the numbers of equations.
  func renderCitation(_ node: Node, into writer: inout MarkdownWriter) {
    let index = Int(node.payload)
    let items = document.citations[index].items
    let marks = items.indices.map {
      surroundings.mark(ofCitation: index, item: $0, in: entry, namesSources: namesSources)
    }
    if marks.allSatisfy({ if case .text = $0 { true } else { false } }) {
      return writer.append(written: document.source.bytes[node.range.bytes])
    }
    let isEquation = marks.contains { if case .equation = $0 { true } else { false } }
    if !isEquation { writer.append("[") }
    for (position, item) in items.enumerated() {
      if position > 0 { writer.append(", ") }
      if !item.prefix.isEmpty {
        writer.append(text: item.prefix[...])
        writer.append(" ")
      }
      render(marks[position], links.citations[index][position], of: item, into: &writer)
      if let first = item.suffix.first {
        if first != 0x2C && first < 0x80 { writer.append(" ") }
        writer.append(text: item.suffix[...])
      }
    }
    if !isEquation { writer.append("]") }
  }

  private func render(
    _ mark: CitationMark, _ target: CitationTarget, of item: CitationItem, into writer: inout MarkdownWriter
  ) {
    switch mark {
    case .number(let number, let occurrence):
      let address = occurrence == nil ? nil : Array("#ref-\(number)".utf8)
      link(Array(String(number).utf8), to: address, into: &writer)
    case .item(let number, _):
      let address = context.mirrorURL(of: context.id) + Array("#ref-\(number)".utf8)
      link(Array(String(number).utf8), to: address, into: &writer)
    case .source(let page, _):
      link(TitleMarkdown.linkText(of: page.title), to: source(target), into: &writer)
    case .equation(_, let number, let page):
      var text =
        page.map { TitleMarkdown.linkText(of: $0.title) + Title.separator(after: $0.title.plain) } ?? []
      text += MarkdownText.escaped(number[...])
      link(text, to: equation(target), into: &writer)
    case .unresolved, .text, .broken:
      writer.append(text: item.name[...])
    }
  }

  private func link(_ text: [UInt8], to address: [UInt8]?, into writer: inout MarkdownWriter) {
    guard !isInLink, let address else { return writer.append(inlines: text) }
    writer.append("[")
    writer.append(inlines: text)
    writer.append(MarkdownText.linkEnd(address)[...])
  }

  /// The mirror of the source's own page.
  private func source(_ target: CitationTarget) -> [UInt8]? {
    guard case .reference(let number, _) = target else { return nil }
    return links.references[number - 1].entry.map { context.mirrorURL(of: $0) }
  }

  /// The page of an equation, at its place.
  private func equation(_ target: CitationTarget) -> [UInt8]? {
    guard case .equation(let place, _) = target else { return nil }
    let label = context.knowledge[place.page].equations[place.index].label
    return context.mirrorURL(of: .entry(place.page, anchor: label))
  }
}
