import KnowledgeBase
import Markdown
import SourceText
import TeXMath

extension DocumentRenderer {
  /// Writes an inline's start tag, or all of it; returns the index of what comes next.
  mutating func renderInline(_ node: Node, _ index: Int, into output: inout [UInt8]) -> Int {
    switch node.kind {
    case .text:
      HTMLWriter.append(text: entry.document.bytes(of: node.literal), to: &output)
    case .softBreak:
      if context.breaksLines {
        HTMLWriter.append("<br>\n", to: &output)
      } else if !LinearText.joinsWithoutSpace(output, entry.document, behind: index) {
        output.append(0x0A)
      }
    case .lineBreak:
      HTMLWriter.append("<br>\n", to: &output)
    case .code:
      HTMLWriter.append("<code>", to: &output)
      HTMLWriter.append(text: entry.document.bytes(of: node.literal), to: &output)
      HTMLWriter.append("</code>", to: &output)
    case .htmlInline:
      renderHTML(entry.document.bytes(of: node.literal), into: &output)
    case .emphasis:
      HTMLWriter.append("<em>", to: &output)
      push(node, endTag: "</em>")
    case .strong:
      HTMLWriter.append("<strong>", to: &output)
      push(node, endTag: "</strong>")
    case .link:
      renderLink(node, into: &output)
    case .image:
      renderImage(node, index, into: &output)
      return Int(node.subtreeEnd)
    case .math:
      renderFormula(node, isBlock: false, into: &output)
    case .wikiLink:
      renderWikiLink(node, into: &output)
    case .citation:
      renderCitation(node, into: &output)
    case .calculation:
      HTMLWriter.append(text: entry.document.calculations[Int(node.payload)].value, to: &output)
    default:
      push(node, endTag: "")
    }
    return index + 1
  }

  // MARK: Formulas

  /// Writes a formula; a display formula in a box that scrolls, its number at the end.
  func renderFormula(_ node: Node, isBlock: Bool, into output: inout [UInt8]) {
    let index = Int(node.payload)
    let formula = entry.formulas[index]
    guard formula.issues.isEmpty else {
      HTMLWriter.append("<code class=\"formula-error\">", to: &output)
      HTMLWriter.append(text: entry.document.tex(of: entry.document.formulas[index]), to: &output)
      HTMLWriter.append("</code>", to: &output)
      return
    }
    guard entry.document.formulas[index].isDisplay else {
      output += formula.mathML
      return
    }
    HTMLWriter.append(isBlock ? "<div class=\"equation\"" : "<span class=\"equation\"", to: &output)
    let equation = entry.equation(ofFormula: index)
    if let equation, !equation.label.isEmpty, !isExcerpt {
      HTMLWriter.append(" id=\"", to: &output)
      HTMLWriter.append(text: equation.label, to: &output)
      HTMLWriter.append("\"", to: &output)
    }
    HTMLWriter.append(" tabindex=\"0\">", to: &output)
    output += formula.mathML
    if let equation { renderNumber(of: equation, into: &output) }
    HTMLWriter.append(isBlock ? "</div>\n" : "</span>", to: &output)
  }

  private func renderNumber(of equation: Equation, into output: inout [UInt8]) {
    let isLink = !equation.label.isEmpty && !isExcerpt
    if !isLink {
      HTMLWriter.append("<span class=\"equation-number\">(", to: &output)
    } else {
      HTMLWriter.append("<a class=\"equation-number\" href=\"#", to: &output)
      output += PercentEncoding.encode(equation.label)
      HTMLWriter.append("\">(", to: &output)
    }
    HTMLWriter.append(text: equation.number, to: &output)
    HTMLWriter.append(isLink ? ")</a>" : ")</span>", to: &output)
  }

  // MARK: Links

  private mutating func renderLink(_ node: Node, into output: inout [UInt8]) {
    let link = entry.document.links[Int(node.payload)]
    if renderLinkStart(links.links[Int(node.payload)], title: link.title, into: &output) {
      push(node, endTag: "</a>")
    } else {
      push(node, endTag: writesLinks ? "</span>" : "")
    }
  }

  /// Writes the start tag of a link; `false` when it is a `span` or nothing, because there is nowhere to go.
  private func renderLinkStart(_ target: LinkTarget, title: [UInt8] = [], into output: inout [UInt8]) -> Bool
  {
    guard writesLinks else { return false }
    guard let url = url(of: target) else {
      HTMLWriter.append(
        target == .wanted ? "<span class=\"wanted\">" : "<span class=\"broken\">", to: &output)
      return false
    }
    HTMLWriter.append("<a href=\"", to: &output)
    HTMLWriter.append(text: url, to: &output)
    if !title.isEmpty {
      HTMLWriter.append("\" title=\"", to: &output)
      HTMLWriter.append(text: title, to: &output)
    }
    HTMLWriter.append("\">", to: &output)
    return true
  }

  private func url(of target: LinkTarget) -> [UInt8]? {
    switch target {
    case .entry(let id, let anchor): return context.url(of: id, anchor: anchor)
    case .builtIn(let address): return context.root + address
    case .address(let address): return address
    case .asset(let path, let fragment):
      guard let asset = context.assets[path] else { return nil }
      return context.root + asset + (fragment.map { [0x23] + PercentEncoding.encode($0) } ?? [])
    case .wanted, .broken: return nil
    }
  }

  private func renderWikiLink(_ node: Node, into output: inout [UInt8]) {
    let link = entry.document.wikiLinks[Int(node.payload)]
    let target = links.wikiLinks[Int(node.payload)]
    if link.isEmbed, case .asset = target, let url = url(of: target) {
      renderImage(url: url, alt: link.hasOwnText ? [] : link.text, into: &output)
      return
    }
    let isLink = renderLinkStart(target, into: &output)
    renderText(of: link, target: target, into: &output)
    if writesLinks { HTMLWriter.append(isLink ? "</a>" : "</span>", to: &output) }
  }

  /// What the reader sees of a wiki link: the author's words, else the page's title, else the heading or number.
  private func renderText(of link: WikiLink, target: LinkTarget, into output: inout [UInt8]) {
    guard !link.hasOwnText, case .entry(let id, let anchor) = target else {
      HTMLWriter.append(text: link.text, to: &output)
      return
    }
    let other = context.knowledge[id]
    let isElsewhere = id != context.id
    if isElsewhere { output += TitleRenderer.html(of: other.title) }
    guard let anchor, let place = other.anchors[anchor] else { return }
    switch place {
    case .equation(let index):
      if isElsewhere { output += Array(", ".utf8) }
      output += [0x28] + other.equations[index].number + [0x29]
    case .heading(let index):
      if isElsewhere { output += Array(" › ".utf8) }
      HTMLWriter.append(text: other.document.headings[index].plainText, to: &output)
    }
  }

  // MARK: Images

  /// Writes an image of this site; one from elsewhere becomes a link, because pages make no requests to other hosts.
  private func renderImage(_ node: Node, _ index: Int, into output: inout [UInt8]) {
    let target = links.links[Int(node.payload)]
    let alt = entry.document.plainText(of: index)
    switch target {
    case .asset, .builtIn:
      guard let url = url(of: target) else { return }
      renderImage(url: url, alt: alt, into: &output)
    default:
      let isLink = renderLinkStart(target, into: &output)
      HTMLWriter.append(text: alt, to: &output)
      if writesLinks { HTMLWriter.append(isLink ? "</a>" : "</span>", to: &output) }
    }
  }

  private func renderImage(url: [UInt8], alt: [UInt8], into output: inout [UInt8]) {
    HTMLWriter.append("<img src=\"", to: &output)
    HTMLWriter.append(text: url, to: &output)
    HTMLWriter.append("\" alt=\"", to: &output)
    HTMLWriter.append(text: alt, to: &output)
    HTMLWriter.append("\" loading=\"lazy\">", to: &output)
  }

  // MARK: Citations

  private func renderCitation(_ node: Node, into output: inout [UInt8]) {
    let items = entry.document.citations[Int(node.payload)].items
    let targets = links.citations[Int(node.payload)]
    if targets.allSatisfy({ $0 == .text }) {
      HTMLWriter.append(text: entry.document.source.bytes[node.range.bytes], to: &output)
      return
    }
    let isEquation = targets.contains { if case .equation = $0 { true } else { false } }
    if !isEquation { HTMLWriter.append("<sup class=\"cite\">[", to: &output) }
    for (position, item) in items.enumerated() where position < targets.count {
      if position > 0 { HTMLWriter.append(", ", to: &output) }
      if !item.prefix.isEmpty {
        HTMLWriter.append(text: item.prefix, to: &output)
        output.append(0x20)
      }
      render(targets[position], item: item, into: &output)
      if let first = item.suffix.first {
        if first != 0x2C && first < 0x80 { output.append(0x20) }
        HTMLWriter.append(text: item.suffix, to: &output)
      }
    }
    if !isEquation { HTMLWriter.append("]</sup>", to: &output) }
  }

  private func render(_ target: CitationTarget, item: CitationItem, into output: inout [UInt8]) {
    switch target {
    case .reference(let number, _) where namesSources:
      guard let source = links.references[number - 1].entry else {
        return HTMLWriter.append(number, to: &output)
      }
      HTMLWriter.append("<a href=\"", to: &output)
      output += context.url(of: source)
      HTMLWriter.append("\">", to: &output)
      output += TitleRenderer.html(of: context.knowledge[source].title)
      HTMLWriter.append("</a>", to: &output)
    case .reference(let number, let occurrence):
      guard writesLinks else { return HTMLWriter.append(number, to: &output) }
      let id = occurrence > 0 ? " id=\"cite-\(number)-\(occurrence)\"" : ""
      output += Array("<a\(id) href=\"#ref-\(number)\">\(number)</a>".utf8)
    case .equation(let id, let label, let number):
      guard writesLinks else { return output += [0x28] + number + [0x29] }
      HTMLWriter.append("<a href=\"", to: &output)
      output += context.url(of: id, anchor: label)
      HTMLWriter.append("\">(", to: &output)
      HTMLWriter.append(text: number, to: &output)
      HTMLWriter.append(")</a>", to: &output)
    case .text, .broken:
      HTMLWriter.append("<span class=\"broken\">", to: &output)
      if case .key(let key) = item.target { HTMLWriter.append(text: key, to: &output) }
      if case .number(let number) = item.target { HTMLWriter.append(number, to: &output) }
      HTMLWriter.append("</span>", to: &output)
    }
  }
}
