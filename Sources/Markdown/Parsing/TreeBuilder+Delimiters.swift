import SourceText

/// `~~` or `==` that may still be closed.
struct OpenDelimiter {
  var kind: NodeKind
  /// Its node, a text until it is closed.
  var node: Int
  /// How many nodes were open where it stands.
  var depth: Int
}

extension TreeBuilder {
  /// Closes the strikethrough or mark that a delimiter ends, or adds the delimiter as text that may open one.
  ///
  /// In preorder a node becomes the parent of all that follows it by setting where its subtree ends.
  mutating func appendDelimiter(_ kind: NodeKind, _ span: SpecialSpan, _ flanking: Flanking) {
    if flanking.canClose,
      let index = openDelimiters.lastIndex(where: { $0.kind == kind || $0.depth != open.count }),
      openDelimiters[index].depth == open.count
    {
      endText()
      let opener = openDelimiters[index].node
      openDelimiters.removeLast(openDelimiters.count - index)
      document.nodes[opener].kind = kind
      document.nodes[opener].literal = .empty
      document.nodes[opener].range.end = UInt32(span.range.upperBound)
      document.nodes[opener].subtreeEnd = UInt32(document.nodes.count)
      return
    }
    guard flanking.canOpen else { return appendPlain(span.range) }
    endText()
    append(.text, span.range, literal: TextSlice(source: span.range))
    openDelimiters.append(OpenDelimiter(kind: kind, node: document.nodes.count - 1, depth: open.count))
  }

  /// Forgets the delimiters inside a node that is being closed: none can be closed any more.
  mutating func closeDelimiters() {
    while let last = openDelimiters.last, last.depth >= open.count { openDelimiters.removeLast() }
  }

  // MARK: Autolinks and attributes

  /// Adds a link for a plain address; text where it stands in a link already.
  mutating func appendAutolink(_ span: SpecialSpan, _ prefix: AutolinkPrefix) {
    guard linkDepth == 0, openAnchors == 0 else { return appendPlain(span.range) }
    let address = decodingEntities(span.range)
    let scheme = prefix.bytes.withUTF8Buffer { Array($0) }
    document.links.append(
      LinkData(destination: scheme + (address ?? Array(text.bytes[span.range])), title: []))
    begin(.link, span.range, payload: document.links.count - 1)
    append(.text, span.range, literal: address.map { keep($0) } ?? TextSlice(source: span.range))
    close(at: span.range.upperBound)
  }

  /// The text with its character references resolved; `nil` when there are none.
  private func decodingEntities(_ range: Range<Int>) -> [UInt8]? {
    guard text.bytes[range].contains(0x26) else { return nil }
    var decoded: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let entity = Entity(at: index, end: range.upperBound, in: text.bytes) {
        decoded += entity.text
        index = entity.end
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
    document.links[Int(document.nodes[lastLink].payload)].attributes = attributes
    document.nodes[lastLink].range.end = UInt32(span.range.upperBound)
  }
}
