import SourceText

extension TreeBuilder {
  /// Adds the inlines of a paragraph, heading or cell that stands at `range` in the file.
  mutating func appendInlines(of block: CmarkNode, in range: Range<Int>) {
    cursor = range.lowerBound
    limit = range.upperBound
    pendingLineEndings = 0
    var node = block.firstChild
    var depth = 0
    while let current = node {
      if let child = appendInline(current) {
        depth += 1
        node = child
        continue
      }
      var last = current
      while last.next == nil, depth > 0, let parent = last.parent {
        closeInline(parent)
        depth -= 1
        last = parent
      }
      node = last.next
    }
    endText()
  }

  /// Adds one inline; returns its first child when it holds inlines.
  private mutating func appendInline(_ node: CmarkNode) -> CmarkNode? {
    switch node.kind {
    case .text:
      node.withLiteral { appendText($0) }
    case .softBreak, .lineBreak:
      appendBreak(node.kind == .softBreak ? .softBreak : .lineBreak)
    case .code:
      appendCode(node)
    case .htmlInline:
      endText()
      let literal = node.literal
      let range = literal.withUnsafeBufferPointer { locate($0) }
      append(.htmlInline, range ?? cursor..<cursor, literal: range.map { TextSlice(source: $0) } ?? keep(literal))
      cursor = range?.upperBound ?? cursor
    case .emphasis, .strong:
      let start = position(of: { $0 == 0x2A || $0 == 0x5F })
      let isStrong = node.kind == .strong
      begin(isStrong ? .strong : .emphasis, start..<start)
      cursor = min(start + (isStrong ? 2 : 1), limit)
      return enter(node)
    case .link, .image:
      let isImage = node.kind == .image
      let start = position(of: { isImage ? $0 == 0x21 : $0 == 0x5B || $0 == 0x3C })
      document.links.append(LinkData(destination: node.destination, title: node.title))
      begin(isImage ? .image : .link, start..<start, payload: document.links.count - 1)
      linkDepth += 1
      cursor = min(start + (isImage ? 2 : 1), limit)
      return enter(node)
    default:
      break
    }
    return nil
  }

  private mutating func enter(_ node: CmarkNode) -> CmarkNode? {
    if let child = node.firstChild { return child }
    closeInline(node)
    return nil
  }

  private mutating func closeInline(_ node: CmarkNode) {
    endText()
    switch node.kind {
    case .emphasis, .strong:
      let end = position(of: { $0 == 0x2A || $0 == 0x5F })
      cursor = min(end + (node.kind == .strong ? 2 : 1), limit)
    case .link, .image:
      linkDepth -= 1
      let start = Int(document.nodes[openNode].range.start)
      if start < limit, scan.masked[start] == 0x3C {
        cursor = min(position(of: { $0 == 0x3E }) + 1, limit)
      } else {
        cursor = endOfLink(from: position(of: { $0 == 0x5D }))
      }
    default:
      break
    }
    close(at: cursor)
  }

  /// The offset behind `](…)`, `][…]` or `]`.
  private func endOfLink(from bracket: Int) -> Int {
    guard bracket + 1 < limit else { return limit }
    switch scan.masked[bracket + 1] {
    case 0x28:
      return InlineSkipper.endOfLinkTail(at: bracket + 1, end: limit, in: scan.masked) ?? bracket + 1
    case 0x5B:
      return scan.masked[bracket..<limit].dropFirst(2).firstIndex(of: 0x5D).map { $0 + 1 } ?? bracket + 1
    default:
      return bracket + 1
    }
  }

  /// The next byte of a kind; the cursor when there is none near.
  private func position(of isWanted: (UInt8) -> Bool) -> Int {
    let end = min(limit, cursor + TreeBuilder.reach)
    var index = cursor
    while index < end {
      if isWanted(scan.masked[index]) { return index }
      index += 1
    }
    return cursor
  }

  private mutating func appendBreak(_ kind: NodeKind) {
    if pendingLineEndings > 0 {
      pendingLineEndings -= 1
      return
    }
    endText()
    let start = position(of: { $0 == 0x0A || $0 == 0x0D })
    cursor = min(start + 1, limit)
    append(kind, start..<cursor)
  }

  private mutating func appendCode(_ node: CmarkNode) {
    endText()
    let start = position(of: { $0 == 0x60 })
    let open = LineShape.run(of: 0x60, from: start, to: limit, in: scan.masked)
    var end = open
    while end < limit {
      let run = LineShape.run(of: 0x60, from: end, to: limit, in: scan.masked)
      if run - end == open - start {
        end = run
        break
      }
      end = max(run, end + 1)
    }
    cursor = min(open, limit)
    let literal = node.literal
    let place = literal.withUnsafeBufferPointer { locate($0) }
    let isVerbatim = place.map { $0.upperBound <= end } ?? false
    append(.code, start..<end, literal: isVerbatim ? place.map { TextSlice(source: $0) } ?? .empty : keep(literal))
    cursor = end
  }

  /// Called before anything that is not text is added.
  mutating func endText() {
    guard endsInText else { return }
    endsInText = false
    if splitsNumericCitations, linkDepth == 0 { splitNumericCitations() }
  }
}
