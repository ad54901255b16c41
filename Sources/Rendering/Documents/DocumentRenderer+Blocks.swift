import KnowledgeBase
import Markdown

extension DocumentRenderer {
  /// Writes a block's start tag, or the whole block when it has no children.
  mutating func renderBlock(_ node: Node, _ index: Int, into output: inout [UInt8]) -> Int {
    switch node.kind {
    case .paragraph:
      return renderParagraph(node, index, into: &output)
    case .heading:
      return renderHeading(node, index, into: &output)
    case .blockQuote:
      HTMLWriter.append("<blockquote>\n", to: &output)
      push(node, endTag: "</blockquote>\n")
    case .list:
      renderList(node, into: &output)
    case .item:
      HTMLWriter.append("<li>", to: &output)
      push(node, endTag: "</li>\n", isTight: open.last?.isTight ?? false)
    case .table:
      HTMLWriter.append("<div class=\"table\" tabindex=\"0\"><table>\n", to: &output)
      push(node, endTag: "</tbody></table></div>\n")
    case .tableRow:
      HTMLWriter.append(node.detail == 1 ? "<thead><tr>" : "<tr>", to: &output)
      push(
        node, endTag: node.detail == 1 ? "</tr></thead>\n<tbody>\n" : "</tr>\n", isHeader: node.detail == 1)
    case .tableCell:
      renderCell(node, index, into: &output)
    case .thematicBreak:
      HTMLWriter.append("<hr>\n", to: &output)
    case .codeBlock:
      renderCode(node, into: &output)
    case .htmlBlock:
      renderHTML(entry.document.bytes(of: node.literal), into: &output)
    default:
      push(node, endTag: "")
    }
    return index + 1
  }

  private mutating func renderParagraph(_ node: Node, _ index: Int, into output: inout [UInt8]) -> Int {
    let end = Int(node.subtreeEnd)
    if end == index + 2, entry.document.nodes[index + 1].kind == .math,
      entry.document.formulas[Int(entry.document.nodes[index + 1].payload)].isDisplay
    {
      renderFormula(entry.document.nodes[index + 1], isBlock: true, into: &output)
      return end
    }
    if let parent = open.last, parent.kind == .item, parent.isTight {
      push(node, endTag: end < parent.end ? "\n" : "")
    } else {
      HTMLWriter.append("<p>", to: &output)
      push(node, endTag: "</p>\n")
    }
    return index + 1
  }

  private mutating func renderHeading(_ node: Node, _ index: Int, into output: inout [UInt8]) -> Int {
    let level = min(Int(node.detail) + headingShift, 6)
    output += Array("<h\(level)".utf8)
    if !isExcerpt {
      HTMLWriter.append(" id=\"", to: &output)
      HTMLWriter.append(text: entry.document.headings[Int(node.payload)].id, to: &output)
      HTMLWriter.append("\"", to: &output)
    }
    HTMLWriter.append(">", to: &output)
    let endTags: [StaticString] = ["", "</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"]
    push(node, endTag: endTags[level])
    return index + 1
  }

  private mutating func renderList(_ node: Node, into output: inout [UInt8]) {
    let list = entry.document.lists[Int(node.payload)]
    guard let start = list.start else {
      HTMLWriter.append("<ul>\n", to: &output)
      push(node, endTag: "</ul>\n", isTight: list.isTight)
      return
    }
    if start == 1 {
      HTMLWriter.append("<ol>\n", to: &output)
    } else {
      output += Array("<ol start=\"\(start)\">\n".utf8)
    }
    push(node, endTag: "</ol>\n", isTight: list.isTight)
  }

  private mutating func renderCell(_ node: Node, _ index: Int, into output: inout [UInt8]) {
    // An empty cell heads nothing, and a reader of the page aloud should not be told so.
    let isHeader = (open.last?.isHeader ?? false) && Int(node.subtreeEnd) > index + 1
    HTMLWriter.append(isHeader ? "<th scope=\"col\"" : "<td", to: &output)
    switch TableAlignment(rawValue: node.detail) {
    case .left: HTMLWriter.append(" class=\"align-left\"", to: &output)
    case .center: HTMLWriter.append(" class=\"align-center\"", to: &output)
    case .right: HTMLWriter.append(" class=\"align-right\"", to: &output)
    case .some(.none), nil: break
    }
    HTMLWriter.append(">", to: &output)
    push(node, endTag: isHeader ? "</th>" : "</td>")
  }

  private func renderCode(_ node: Node, into output: inout [UInt8]) {
    let block = entry.document.codeBlocks[Int(node.payload)]
    HTMLWriter.append("<pre tabindex=\"0\"><code", to: &output)
    if !block.language.isEmpty {
      HTMLWriter.append(" class=\"language-", to: &output)
      HTMLWriter.append(text: block.language, to: &output)
      HTMLWriter.append("\"", to: &output)
    }
    HTMLWriter.append(">", to: &output)
    HTMLWriter.append(text: entry.document.bytes(of: node.literal), to: &output)
    HTMLWriter.append("</code></pre>\n", to: &output)
  }

  /// Writes the raw HTML that is allowed, and the rest as text.
  mutating func renderHTML(_ html: ArraySlice<UInt8>, into output: inout [UInt8]) {
    for piece in SafeHTML.pieces(of: html) {
      switch piece {
      case .text(let text):
        HTMLWriter.append(text: text, to: &output)
      case .open(let name, let isVoid):
        output += [0x3C] + name + [0x3E]
        if !isVoid { openHTML.append((name, open.count)) }
      case .close(let name):
        guard let last = openHTML.last, last.name == name, last.depth == open.count else { continue }
        output += Array("</".utf8) + name + [0x3E]
        openHTML.removeLast()
      }
    }
  }
}
