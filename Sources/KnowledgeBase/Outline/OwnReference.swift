import Markdown

/// One item of the page's own list of sources.
package struct OwnReference: Sendable {
  /// The blocks of the item; the inlines of its lines where a paragraph holds several items.
  package var nodes: Range<Int>
  /// The source it stands for, when it begins with `[@key]`.
  package var key: [UInt8]?
  /// Its name, when it begins with `{#id}`.
  package var id: [UInt8]?
  /// The first node of its text, of which `hiddenBytes` are not shown; a citation is hidden whole.
  package var markNode: Int?
  /// How many bytes of the text `{#id}` takes.
  package var hiddenBytes = 0
  /// Whether it names its source and says nothing of it.
  package var isBare = false
}

extension OwnReference {
  /// Reads how an item begins.
  ///
  /// - Parameter isNumbered: whether `[n]` at the beginning is the number of the item, and no citation.
  init(_ nodes: Range<Int>, in document: Document, isNumbered: Bool = false) {
    self.nodes = nodes
    guard let first = nodes.first(where: { document.nodes[$0].kind != .paragraph }) else { return }
    let node = document.nodes[first]
    if node.kind == .citation, let item = document.citations[Int(node.payload)].items.first {
      if case .key(let key) = item.target {
        self.key = key
        markNode = first
        isBare = nodes.allSatisfy { OwnReference.saysNothing(document.nodes[$0], mark: node, in: document) }
      } else if isNumbered {
        markNode = first
      }
    } else if node.kind == .text {
      let text = document.bytes(of: node.literal)
      guard text.starts(with: [0x7B, 0x23]), let end = text.firstIndex(of: 0x7D) else { return }
      id = Array(text[(text.startIndex + 2)..<end])
      markNode = first
      hiddenBytes = end + 1 - text.startIndex
    }
  }

  private static func saysNothing(_ node: Node, mark: Node, in document: Document) -> Bool {
    switch node.kind {
    case .paragraph, .softBreak, .lineBreak: return true
    case .citation: return node.payload == mark.payload
    case .text:
      let text = document.bytes(of: node.literal).filter { $0 != 0x20 }
      return text.isEmpty || text == [0x2E] || text == Array("。".utf8)
    default: return false
    }
  }
}

extension PageOutline {
  /// The items of a section of sources: those of its lists; without a list those that `[1]`, `[2]` … begin, each on a
  /// line of its own; else every block. What else the section holds stands between them, so that nothing is lost.
  ///
  /// - Complexity: O(nodes of the section).
  mutating func collectReferences(in nodes: Range<Int>, of document: Document) {
    let hasList = document.blocks(in: nodes).contains { document.nodes[$0].kind == .list }
    let lines =
      hasList ? NumberedLines() : NumberedLines(in: nodes, of: document, following: ownReferences.count)
    for index in document.blocks(in: nodes) {
      let node = document.nodes[index]
      let block = index..<Int(node.subtreeEnd)
      switch node.kind {
      case .list:
        for item in document.children(of: index) {
          ownReferences.append(OwnReference((item + 1)..<Int(document.nodes[item].subtreeEnd), in: document))
        }
      case .heading:
        referenceGroups.append(ReferenceGroup(nodes: block, firstItem: ownReferences.count))
      case .thematicBreak, .footnoteDefinition:
        break
      case _ where hasList:
        appendText(block)
      case .paragraph where lines.items[index] != nil:
        collectLines(of: block, lines.items[index] ?? [], of: document)
      case _ where !lines.items.isEmpty:
        // What follows an item without a number of its own belongs to it.
        if let last = ownReferences.indices.last, ownReferences[last].nodes.upperBound == index,
          document.nodes[ownReferences[last].nodes.lowerBound].kind == .paragraph
        {
          ownReferences[last].nodes = ownReferences[last].nodes.lowerBound..<block.upperBound
        } else {
          appendText(block)
        }
      default:
        ownReferences.append(OwnReference(block, in: document))
      }
    }
  }

  /// The items of a paragraph, by the nodes that begin them.
  private mutating func collectLines(of paragraph: Range<Int>, _ starts: [Int], of document: Document) {
    guard starts.count > 1 || starts[0] > paragraph.lowerBound + 1 else {
      ownReferences.append(OwnReference(paragraph, in: document, isNumbered: true))
      return
    }
    if starts[0] > paragraph.lowerBound + 1 { appendText((paragraph.lowerBound + 1)..<(starts[0] - 1)) }
    for (place, start) in starts.enumerated() {
      // A line's break stands before the next item.
      let end = place + 1 < starts.count ? starts[place + 1] - 1 : paragraph.upperBound
      ownReferences.append(OwnReference(start..<end, in: document, isNumbered: true))
    }
  }

  /// Adds text that is no item; it goes on with a heading or other text directly before it.
  private mutating func appendText(_ nodes: Range<Int>) {
    if let last = referenceGroups.indices.last, referenceGroups[last].nodes.upperBound == nodes.lowerBound,
      referenceGroups[last].firstItem == ownReferences.count
    {
      referenceGroups[last].nodes = referenceGroups[last].nodes.lowerBound..<nodes.upperBound
    } else {
      referenceGroups.append(ReferenceGroup(nodes: nodes, firstItem: ownReferences.count))
    }
  }
}

/// The lines of a section that `[1]`, `[2]` … begin, as texts copied from books and papers number their sources.
private struct NumberedLines {
  /// The nodes that begin items, by their paragraphs; empty where their numbers are not those of a list.
  private(set) var items: [Int: [Int]] = [:]

  init() {}

  init(in nodes: Range<Int>, of document: Document, following count: Int) {
    var next: Int?
    for index in document.blocks(in: nodes) where document.nodes[index].kind == .paragraph {
      var isFirst = true
      for child in document.children(of: index) {
        let kind = document.nodes[child].kind
        if isFirst, let number = NumberedLines.number(child, of: document) {
          guard number == next ?? number, next != nil || number == 1 || number == count + 1 else {
            items = [:]
            return
          }
          next = number + 1
          items[index, default: []].append(child)
        }
        isFirst = kind == .softBreak || kind == .lineBreak
      }
    }
  }

  /// The number that a mark alone gives.
  private static func number(_ node: Int, of document: Document) -> Int? {
    guard document.nodes[node].kind == .citation else { return nil }
    let items = document.citations[Int(document.nodes[node].payload)].items
    guard items.count == 1, case .number(let number) = items[0].target else { return nil }
    return number
  }
}

extension Document {
  /// The blocks of a run of whole subtrees.
  fileprivate func blocks(in nodes: Range<Int>) -> some Sequence<Int> {
    sequence(state: nodes.lowerBound) { index in
      guard index < nodes.upperBound else { return nil }
      defer { index = Int(self.nodes[index].subtreeEnd) }
      return index
    }
  }
}
