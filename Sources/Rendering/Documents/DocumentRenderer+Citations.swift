import KnowledgeBase
import Markdown
import SourceText

extension DocumentRenderer {
  /// Writes a citation: `[1, p. 3]` raised, or the numbers of equations.
  func renderCitation(_ node: Node, at index: Int, into output: inout [UInt8]) {
    let items = document.citations[Int(node.payload)].items
    let marks = items.indices.map {
      surroundings.mark(ofCitation: Int(node.payload), item: $0, in: entry, namesSources: namesSources)
    }
    if marks.allSatisfy({ if case .text = $0 { true } else { false } }) {
      return HTMLWriter.append(text: document.source.bytes[node.range.bytes], to: &output)
    }
    let isEquation = marks.contains { if case .equation = $0 { true } else { false } }
    if !isEquation {
      // The name of a source is as long as words, and stands apart from them.
      let hasNames = marks.contains { if case .source = $0 { true } else { false } }
      if !hasNames { removeBlank(before: index, from: &output) }
      HTMLWriter.append("<sup class=\"cite\">[", to: &output)
    }
    for (position, item) in items.enumerated() {
      if position > 0 { HTMLWriter.append(", ", to: &output) }
      if !item.prefix.isEmpty {
        HTMLWriter.append(text: item.prefix, to: &output)
        output.append(0x20)
      }
      render(marks[position], of: item, into: &output)
      if let first = item.suffix.first {
        if first != 0x2C && first < 0x80 { output.append(0x20) }
        HTMLWriter.append(text: item.suffix, to: &output)
      }
    }
    if !isEquation { HTMLWriter.append("]</sup>", to: &output) }
  }

  /// Takes away the blank before a raised mark, at which a line could end and the next begin with the mark; not in
  /// feeds, whose readers may not raise it.
  func removeBlank(before index: Int, from output: inout [UInt8]) {
    guard index > 0, !surroundings.isFeed, [.text, .softBreak].contains(document.nodes[index - 1].kind) else {
      return
    }
    while let last = output.last, last == 0x20 || last == 0x0A { output.removeLast() }
  }

  private func render(_ mark: CitationMark, of item: CitationItem, into output: inout [UInt8]) {
    switch mark {
    case .source(let page, let url):
      beginAnchor(url, to: page.id, into: &output)
      output += surroundings.html(of: page.title)
      endAnchor(into: &output)
    case .number(let number, let occurrence):
      render(number, occurrence: isInLink ? nil : occurrence, into: &output)
    case .item(let number, let url):
      beginAnchor(url, to: nil, into: &output)
      HTMLWriter.append(number, to: &output)
      endAnchor(into: &output)
    case .equation(let url, let number, let page):
      beginAnchor(url, to: page?.id, into: &output)
      if let page {
        output += surroundings.html(of: page.title)
        output += Title.separator(after: page.title.plain)
      }
      HTMLWriter.append(text: number, to: &output)
      endAnchor(into: &output)
    case .unresolved:
      HTMLWriter.append(isInLink ? "<span" : "<a", to: &output)
      HTMLWriter.append("data-key", item.name, to: &output)
      HTMLWriter.append(">", to: &output)
      HTMLWriter.append(text: item.name, to: &output)
      HTMLWriter.append(isInLink ? "</span>" : "</a>", to: &output)
    case .text, .broken:
      HTMLWriter.append("<span class=\"broken\">", to: &output)
      HTMLWriter.append(text: item.name, to: &output)
      HTMLWriter.append("</span>", to: &output)
    }
  }

  /// Writes the number of a source; with an occurrence it leads to the list, which leads back.
  private func render(_ number: Int, occurrence: Int?, into output: inout [UInt8]) {
    guard let occurrence else { return HTMLWriter.append(number, to: &output) }
    HTMLWriter.append("<a", to: &output)
    if occurrence > 0 { HTMLWriter.append("id", Array("cite-\(number)-\(occurrence)".utf8), to: &output) }
    HTMLWriter.append(" href=\"#ref-", to: &output)
    HTMLWriter.append(number, to: &output)
    HTMLWriter.append("\">", to: &output)
    HTMLWriter.append(number, to: &output)
    HTMLWriter.append("</a>", to: &output)
  }

  /// Begins a link that is called by the title of a page.
  private func beginAnchor(_ url: [UInt8], to page: EntryID?, into output: inout [UInt8]) {
    guard !isInLink else { return }
    HTMLWriter.append("<a", to: &output)
    HTMLWriter.append("href", url: url, to: &output)
    if let page { appendLanguage(of: page, to: &output) }
    HTMLWriter.append(">", to: &output)
  }

  private func endAnchor(into output: inout [UInt8]) {
    if !isInLink { HTMLWriter.append("</a>", to: &output) }
  }
}

extension CitationItem {
  /// The key or number as written.
  var name: [UInt8] {
    switch target {
    case .key(let key): key
    case .number(let number): Array(String(number).utf8)
    }
  }
}
