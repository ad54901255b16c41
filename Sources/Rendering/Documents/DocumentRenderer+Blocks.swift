import KnowledgeBase
import Markdown
import TeXMath

extension DocumentRenderer {
  /// Writes a block's start tag, or the whole block; returns the index of what comes next.
  mutating func renderBlock(_ node: Node, _ index: Int, into output: inout [UInt8]) -> Int {
    switch node.kind {
    case .paragraph:
      return renderParagraph(node, index, into: &output)
    case .heading:
      renderHeading(node, index, into: &output)
    case .blockQuote:
      begin("<blockquote", index, into: &output)
      push(node, endTag: "</blockquote>\n")
    case .list:
      renderList(node, index, into: &output)
    case .item:
      HTMLWriter.append("<li", to: &output)
      appendBlockID(of: index, to: &output)
      HTMLWriter.append(">", to: &output)
      push(node, endTag: "</li>\n", open.last?.traits.intersection(.tight) ?? [])
    case .taskItem:
      renderTask(node, index, into: &output)
    case .table:
      HTMLWriter.append("<div class=\"table\" tabindex=\"0\"", to: &output)
      appendBlockID(of: index, to: &output)
      HTMLWriter.append("><table>\n", to: &output)
      // The first row has its own end; with further rows, they stand in a body.
      let hasBody = Int(document.nodes[index + 1].subtreeEnd) < Int(node.subtreeEnd)
      push(node, endTag: hasBody ? "</tbody></table></div>\n" : "</table></div>\n")
    case .tableRow:
      renderRow(node, into: &output)
    case .tableCell:
      renderCell(node, index, into: &output)
    case .thematicBreak:
      HTMLWriter.append("<hr>\n", to: &output)
    case .codeBlock:
      renderCode(node, index, into: &output)
    case .htmlBlock:
      renderHTML(node, at: .block(depth: open.count), into: &output)
    case .callout:
      renderCallout(node, index, into: &output)
    case .calloutTitle:
      renderCalloutTitle(node, into: &output)
    case .footnoteDefinition:
      // Footnotes stand at the end.
      return Int(node.subtreeEnd)
    default:
      push(node, endTag: "")
    }
    return index + 1
  }

  private func begin(_ tag: StaticString, _ index: Int, into output: inout [UInt8]) {
    HTMLWriter.append(tag, to: &output)
    appendBlockID(of: index, to: &output)
    HTMLWriter.append(">\n", to: &output)
  }

  private mutating func renderParagraph(_ node: Node, _ index: Int, into output: inout [UInt8]) -> Int {
    let end = Int(node.subtreeEnd)
    if end == index + 2, isDisplayFormula(document.nodes[index + 1]) {
      appendCheckbox(to: &output)
      renderFormula(index + 1, block: index, into: &output)
      return end
    }
    if index + 1 < end, document.nodes[index + 1].kind == .wikiLink,
      renderEmbeds(paragraph: index, into: &output)
    {
      return end
    }
    if let parent = open.last, parent.traits.contains(.tight) {
      appendBlockAnchor(of: index, to: &output)
      push(node, endTag: end < parent.end ? "\n" : "", .flow)
    } else {
      HTMLWriter.append("<p", to: &output)
      appendBlockID(of: index, to: &output)
      HTMLWriter.append(">", to: &output)
      push(node, endTag: "</p>\n")
    }
    appendCheckbox(to: &output)
    return index + 1
  }

  private mutating func renderHeading(_ node: Node, _ index: Int, into output: inout [UInt8]) {
    let level = UInt8(truncatingIfNeeded: min(Int(node.detail) + headingShift, 6))
    let heading = document.headings[Int(node.payload)]
    HTMLWriter.append("<h", to: &output)
    output.append(0x30 + level)
    appendID(heading.id, to: &output)
    if !heading.attributes.classes.isEmpty {
      HTMLWriter.append("class", Array(heading.attributes.classes.joined(separator: [0x20])), to: &output)
    }
    HTMLWriter.append(">", to: &output)
    appendBlockAnchor(of: index, to: &output)
    let endTag: StaticString =
      switch level {
      case 1: "</h1>\n"
      case 2: "</h2>\n"
      case 3: "</h3>\n"
      case 4: "</h4>\n"
      case 5: "</h5>\n"
      default: "</h6>\n"
      }
    push(node, endTag: endTag)
    guard linksToItself(headingAt: index) else { return }
    HTMLWriter.append("<a", to: &output)
    HTMLWriter.append("href", [0x23] + PercentEncoding.encode(heading.id), to: &output)
    HTMLWriter.append(">", to: &output)
    openLinks += 1
    push(node, endTag: "</a>", .anchor)
  }

  /// Whether a heading is a link to itself, by which readers get its address: on a page of a site, where no other
  /// link stands in it.
  private func linksToItself(headingAt index: Int) -> Bool {
    guard case .site = surroundings, !surroundings.isFeed, !isExcerpt, !isInLink else { return false }
    return !document.nodes[index..<Int(document.nodes[index].subtreeEnd)].contains { node in
      switch node.kind {
      case .link, .wikiLink, .citation, .footnoteReference: true
      case .htmlInline: document.bytes(of: node.literal).starts(with: [0x3C, 0x61])  // `<a`
      case .math: !entry.formulas[Int(node.payload)].references.isEmpty
      default: false
      }
    }
  }

  // MARK: Lists

  private mutating func renderList(_ node: Node, _ index: Int, into output: inout [UInt8]) {
    let list = document.lists[Int(node.payload)]
    guard let start = list.start else {
      begin("<ul", index, into: &output)
      push(node, endTag: "</ul>\n", list.isTight ? .tight : [])
      return
    }
    HTMLWriter.append("<ol", to: &output)
    if start != 1 {
      HTMLWriter.append(" start=\"", to: &output)
      HTMLWriter.append(start, to: &output)
      HTMLWriter.append("\"", to: &output)
    }
    begin("", index, into: &output)
    push(node, endTag: "</ol>\n", list.isTight ? .tight : [])
  }

  /// Writes the start of a task; its checkbox stands in the first paragraph.
  private mutating func renderTask(_ node: Node, _ index: Int, into output: inout [UInt8]) {
    HTMLWriter.append("<li class=\"task-item\"", to: &output)
    appendBlockID(of: index, to: &output)
    HTMLWriter.append(">", to: &output)
    push(node, endTag: "</li>\n", open.last?.traits.intersection(.tight) ?? [])
    pendingCheckbox = node
    let hasText = Int(node.subtreeEnd) > index + 1 && document.nodes[index + 1].kind == .paragraph
    if !hasText { appendCheckbox(to: &output) }
  }

  private mutating func appendCheckbox(to output: inout [UInt8]) {
    guard let task = pendingCheckbox else { return }
    pendingCheckbox = nil
    HTMLWriter.append("<input type=\"checkbox\" disabled=\"\"", to: &output)
    if task.detail == 1 { HTMLWriter.append(" checked=\"\"", to: &output) }
    HTMLWriter.append("aria-label", phrases.task, to: &output)
    HTMLWriter.append("> ", to: &output)
  }

  // MARK: Tables

  private mutating func renderRow(_ node: Node, into output: inout [UInt8]) {
    guard node.detail == 1 else {
      HTMLWriter.append("<tr>", to: &output)
      push(node, endTag: "</tr>\n")
      return
    }
    HTMLWriter.append("<thead><tr>", to: &output)
    let isAlone = open.last.map { $0.end == Int(node.subtreeEnd) } ?? true
    push(node, endTag: isAlone ? "</tr></thead>\n" : "</tr></thead>\n<tbody>\n", .header)
  }

  private mutating func renderCell(_ node: Node, _ index: Int, into output: inout [UInt8]) {
    // An empty cell heads nothing, and a reader of the page aloud should not be told so.
    let isHeader = (open.last?.traits.contains(.header) ?? false) && Int(node.subtreeEnd) > index + 1
    HTMLWriter.append(isHeader ? "<th scope=\"col\"" : "<td", to: &output)
    switch TableAlignment(rawValue: node.detail) {
    case .left: HTMLWriter.append(" class=\"align-left\"", to: &output)
    case .center: HTMLWriter.append(" class=\"align-center\"", to: &output)
    case .right: HTMLWriter.append(" class=\"align-right\"", to: &output)
    case .some(.none), nil: break
    }
    HTMLWriter.append(">", to: &output)
    push(node, endTag: isHeader ? "</th>" : "</td>", .flow)
  }
}
