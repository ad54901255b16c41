package import Markdown
import SourceText

/// Writes a document's tree as JSON: `{"kind","range","literal"?,…,"children"?}`, ranges in bytes of the file.
///
/// Nodes that can hold others always have `children`. What else a node has depends on its kind and is described in
/// COMMANDS; keys that say nothing are left out.
package enum TreeJSON {
  /// Appends the tree as one JSON value.
  ///
  /// - Complexity: O(nodes and bytes).
  package static func append(_ document: Document, to output: inout [UInt8]) {
    var ends: [Int] = []
    var isFirst = true
    // Trees can be deeper than a stack: every node is written without its end, and ended when its last child was.
    for (index, node) in document.nodes.enumerated() {
      while let end = ends.last, end <= index {
        output += [0x5D, 0x7D]
        ends.removeLast()
        isFirst = false
      }
      if !isFirst { output.append(0x2C) }
      isFirst = false
      var json = JSONWriter()
      json.object { NodeMembers(document, index).write(to: &$0) }
      guard node.kind.holdsNodes else {
        output += json.bytes
        continue
      }
      output += json.bytes.dropLast()
      output += ",\"children\":[".utf8
      ends.append(Int(node.subtreeEnd))
      isFirst = true
    }
    for _ in ends { output += [0x5D, 0x7D] }
  }
}

extension NodeKind {
  /// Whether nodes of this kind can have children.
  fileprivate var holdsNodes: Bool {
    switch self {
    case .document, .blockQuote, .list, .item, .paragraph, .heading, .table, .tableRow, .tableCell, .taskItem,
      .footnoteDefinition, .callout, .calloutTitle, .emphasis, .strong, .link, .image, .strikethrough, .mark:
      true
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline, .math,
      .wikiLink, .citation, .calculation, .footnoteReference:
      false
    }
  }
}

/// What the object of one node holds besides its children.
private struct NodeMembers {
  let document: Document
  let index: Int
  let node: Node
  let payload: Int

  init(_ document: Document, _ index: Int) {
    self.document = document
    self.index = index
    node = document.nodes[index]
    payload = Int(node.payload)
  }

  func write(to json: inout JSONWriter) {
    json.member("kind", node.kind.name)
    json.array("range") { json in
      json.value(Int(node.range.start))
      json.value(Int(node.range.end))
    }
    switch node.kind {
    case .text, .code, .htmlInline, .htmlBlock: writeLiteral(to: &json)
    case .codeBlock: writeCode(to: &json)
    case .heading: writeHeading(to: &json)
    case .list: writeList(to: &json)
    case .taskItem: json.member("checked", node.detail == 1)
    case .tableRow: json.member("header", node.detail == 1)
    case .tableCell: writeCell(to: &json)
    case .callout: writeCallout(to: &json)
    case .footnoteDefinition: write(document.footnotes[payload], to: &json)
    case .footnoteReference:
      write(document.footnotes[document.footnoteReferences[payload].footnote], to: &json)
    case .link, .image: writeLink(to: &json)
    case .math: writeFormula(to: &json)
    case .wikiLink: writeWikiLink(to: &json)
    case .citation: writeCitation(to: &json)
    case .calculation:
      json.member("expression", string(document.calculations[payload].expression))
      json.member("value", string(document.calculations[payload].value))
    case .document, .blockQuote, .item, .paragraph, .thematicBreak, .table, .calloutTitle, .softBreak,
      .lineBreak, .emphasis, .strong, .strikethrough, .mark:
      break
    }
  }

  private func string(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }

  private func writeLiteral(to json: inout JSONWriter) {
    json.member("literal", string(document.bytes(of: node.literal)))
  }

  // MARK: Blocks

  private func writeCode(to json: inout JSONWriter) {
    let block = document.codeBlocks[payload]
    writeLiteral(to: &json)
    json.member("info", string(block.info))
    if let title = block.title { json.member("title", string(title)) }
    guard !block.markedLines.isEmpty else { return }
    json.array("marked_lines") { json in
      for lines in block.markedLines {
        json.array { json in
          json.value(lines.lowerBound)
          json.value(lines.upperBound)
        }
      }
    }
  }

  private func writeHeading(to json: inout JSONWriter) {
    let heading = document.headings[payload]
    json.member("level", heading.level)
    json.member("id", string(heading.id))
    write(heading.attributes, to: &json)
  }

  private func writeList(to json: inout JSONWriter) {
    let list = document.lists[payload]
    json.member("type", list.start == nil ? "bullet" : "ordered")
    if let start = list.start { json.member("start", start) }
    json.member("tight", list.isTight)
  }

  private func writeCell(to json: inout JSONWriter) {
    json.key("align")
    switch TableAlignment(rawValue: node.detail) {
    case .left: json.value("left")
    case .center: json.value("center")
    case .right: json.value("right")
    case .some(.none), nil: json.null()
    }
  }

  private func writeCallout(to json: inout JSONWriter) {
    let callout = document.callouts[payload]
    json.member("type", string(callout.type))
    let first = index + 1
    let hasTitle = first < Int(node.subtreeEnd) && document.nodes[first].kind == .calloutTitle
    write("title", hasTitle ? document.plainText(of: first) : nil, to: &json)
    switch callout.fold {
    case .none:
      json.key("fold")
      json.null()
    case .open: json.member("fold", "open")
    case .closed: json.member("fold", "closed")
    }
  }

  private func write(_ footnote: Footnote, to json: inout JSONWriter) {
    json.member("label", string(footnote.label))
    json.key("number")
    if let number = footnote.number { json.value(number) } else { json.null() }
  }

  // MARK: Inlines

  private func writeLink(to json: inout JSONWriter) {
    let link = document.links[payload]
    json.member("destination", string(link.destination))
    json.member("title", string(link.title))
    write(link.attributes, to: &json)
  }

  private func writeFormula(to json: inout JSONWriter) {
    let formula = document.formulas[payload]
    json.member("tex", string(document.tex(of: formula)))
    json.member("display", formula.isDisplay)
    if let label = formula.label { json.member("label", string(label)) }
  }

  private func writeWikiLink(to json: inout JSONWriter) {
    let link = document.wikiLinks[payload]
    json.member("target", string(link.target))
    write("fragment", link.fragment, to: &json)
    json.member("text", string(link.text))
    json.member("embed", link.isEmbed)
  }

  private func writeCitation(to json: inout JSONWriter) {
    json.array("items") { json in
      for item in document.citations[payload].items {
        json.object { json in
          switch item.target {
          case .key(let key): json.member("key", string(key))
          case .number(let number):
            json.key("key")
            json.null()
            json.member("number", number)
          }
          write("anchor", item.anchor, to: &json)
          json.member("prefix", string(item.prefix))
          json.member("suffix", string(item.suffix))
        }
      }
    }
  }

  private func write(_ name: String, _ value: [UInt8]?, to json: inout JSONWriter) {
    json.key(name)
    if let value { json.value(string(value)) } else { json.null() }
  }

  private func write(_ attributes: Attributes, to json: inout JSONWriter) {
    guard attributes != .none else { return }
    json.object("attributes") { json in
      if let id = attributes.id { json.member("id", string(id)) }
      if !attributes.classes.isEmpty {
        json.array("classes") { json in
          for name in attributes.classes { json.value(string(name)) }
        }
      }
      if !attributes.values.isEmpty {
        json.array("values") { json in
          for (key, value) in attributes.values {
            json.array { json in
              json.value(string(key))
              json.value(string(value))
            }
          }
        }
      }
    }
  }
}
