import SourceText

/// The `~~` and `==` that may still be closed.
struct OpenDelimiters {
  private struct Opener {
    var kind: NodeKind
    /// Its node, a text until it is closed.
    var node: Int
    /// How many nodes were open where it stands.
    var depth: Int
  }

  /// Below these indices no opener of the kind is left at a depth, so that no search is made twice.
  private struct Floor {
    var strikethrough = 0
    var mark = 0
  }

  private var openers: [Opener] = []
  private var floors: [Floor] = []

  mutating func open(_ kind: NodeKind, node: Int, depth: Int) {
    openers.append(Opener(kind: kind, node: node, depth: depth))
  }

  /// The node of the last opener of a kind in the same parent; it and all behind it are open no more.
  ///
  /// - Complexity: amortised O(1).
  mutating func close(_ kind: NodeKind, depth: Int) -> Int? {
    while floors.count <= depth { floors.append(Floor()) }
    let floor = kind == .mark ? \Floor.mark : \Floor.strikethrough
    var index = openers.count - 1
    while index >= floors[depth][keyPath: floor], openers[index].depth == depth {
      if openers[index].kind == kind {
        let node = openers[index].node
        openers.removeLast(openers.count - index)
        floors[depth].strikethrough = min(floors[depth].strikethrough, index)
        floors[depth].mark = min(floors[depth].mark, index)
        return node
      }
      index -= 1
    }
    floors[depth][keyPath: floor] = openers.count
    return nil
  }

  /// Forgets the delimiters inside a node that is being closed: none can be closed any more.
  mutating func closeParent(depth: Int) {
    while let last = openers.last, last.depth >= depth { openers.removeLast() }
    if depth < floors.count { floors.removeLast(floors.count - depth) }
  }
}

extension TreeBuilder {
  /// Closes the strikethrough or mark that a delimiter ends, or adds the delimiter as text that may open one.
  ///
  /// In preorder a node becomes the parent of all that follows it by setting where its subtree ends.
  mutating func appendDelimiter(_ kind: NodeKind, _ span: SpecialSpan, _ flanking: Flanking) {
    if flanking.canClose, let opener = openDelimiters.close(kind, depth: open.count) {
      endText()
      document.nodes[opener].kind = kind
      document.nodes[opener].literal = .empty
      document.nodes[opener].range.end = UInt32(span.range.upperBound)
      document.nodes[opener].subtreeEnd = UInt32(document.nodes.count)
      return
    }
    guard flanking.canOpen else { return appendPlain(span.range) }
    endText()
    append(.text, span.range, literal: TextSlice(source: span.range))
    openDelimiters.open(kind, node: document.nodes.count - 1, depth: open.count)
  }

  // MARK: Autolinks and attributes

  /// Adds a link for a plain address; text where it stands in a link already.
  mutating func appendAutolink(_ span: SpecialSpan, _ prefix: AutolinkPrefix) {
    guard linkDepth == 0, openAnchors == 0 else { return appendPlain(span.range) }
    let address = decodingEntities(span.range)
    let scheme = prefix.bytes.withUTF8Buffer { Array($0) }
    tables.links.append(
      LinkData(destination: scheme + (address ?? Array(text.bytes[span.range])), title: []))
    begin(.link, span.range, payload: tables.links.count - 1)
    append(.text, span.range, literal: address.map { keep($0) } ?? TextSlice(source: span.range))
    close(at: span.range.upperBound)
  }

  /// The text with its character references resolved; `nil` when there are none.
  private func decodingEntities(_ range: Range<Int>) -> [UInt8]? {
    guard text.bytes[range].contains(where: { $0 == 0x26 || ($0 == 0x5C && isInTable) }) else { return nil }
    var decoded: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let entity = Entity(at: index, end: range.upperBound, in: text.bytes) {
        decoded += entity.text
        index = entity.end
      } else if isInTable, text.bytes[index] == 0x5C, index + 1 < range.upperBound,
        text.bytes[index + 1] == 0x7C
      {
        index += 1
      } else {
        decoded.append(text.bytes[index])
        index += 1
      }
    }
    return decoded.count == range.count ? nil : decoded
  }

  /// Gives the link or image that ends here its attributes; they are text behind anything else.
  mutating func appendAttributes(_ span: SpecialSpan) {
    guard let lastLink, Int(document.nodes[lastLink].range.end) == span.range.lowerBound,
      Int(document.nodes[lastLink].subtreeEnd) == document.nodes.count, !endsInText,
      let (attributes, _) = Attributes.parse(text.bytes[span.range])
    else { return appendPlain(span.range) }
    tables.links[Int(document.nodes[lastLink].payload)].attributes = attributes
    document.nodes[lastLink].range.end = UInt32(span.range.upperBound)
  }
}
