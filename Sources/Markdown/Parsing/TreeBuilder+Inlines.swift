import SourceText

extension TreeBuilder {
  /// Adds the inlines of a paragraph, heading or cell whose text stands on these lines.
  mutating func appendInlines(of block: CmarkNode, lines: ArraySlice<ContentLine>) {
    reader = ContentReader(lines)
    var node = block.firstChild
    var depth = 0
    while let current = node {
      document.work.visit()
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
    openDelimiters.closeParent(depth: open.count)
    openAnchors = 0
  }

  /// Adds one inline; returns its first child when it holds inlines.
  private mutating func appendInline(_ node: CmarkNode) -> CmarkNode? {
    let kind = node.kind
    switch kind {
    case .text:
      node.withLiteral { appendText($0) }
    case .softBreak, .lineBreak:
      appendBreak(kind == .softBreak ? .softBreak : .lineBreak)
    case .code:
      appendCode(node)
    case .htmlInline:
      appendHTML(node)
    case .emphasis, .strong:
      let start = position(of: 0x2A, or: 0x5F)
      begin(kind == .strong ? .strong : .emphasis, start..<start)
      reader.cursor = start + (kind == .strong ? 2 : 1)
      return enter(node)
    case .link, .image:
      let start = kind == .image ? position(of: 0x21, or: 0x21) : position(of: 0x5B, or: 0x3C)
      tables.links.append(LinkData(destination: node.destination, title: node.title))
      begin(kind == .image ? .image : .link, start..<start, payload: tables.links.count - 1)
      linkDepth += 1
      if kind == .image { imageDepth += 1 }
      isInAutolink = kind == .link && byte(at: start) == 0x3C
      reader.cursor = start + (kind == .image ? 2 : 1)
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
    openDelimiters.closeParent(depth: open.count)
    switch node.kind {
    case .emphasis:
      reader.cursor = position(of: 0x2A, or: 0x5F) + 1
    case .strong:
      reader.cursor = position(of: 0x2A, or: 0x5F) + 2
    case .link, .image:
      linkDepth -= 1
      if node.kind == .image { imageDepth -= 1 }
      lastLink = openNode
      if isInAutolink {
        isInAutolink = false
        reader.cursor = position(of: 0x3E, or: 0x3E) + 1
      } else {
        reader.cursor = endOfLink(from: position(of: 0x5D, or: 0x5D))
      }
    default:
      break
    }
    reader.cursor = min(reader.cursor, reader.limit)
    close(at: reader.cursor)
  }

  /// The offset behind `](…)`, `][…]` or `]`.
  private mutating func endOfLink(from bracket: Int) -> Int {
    let next = bracket + 1
    switch byte(at: next) {
    case 0x28:
      return LinkSyntax.endOfTail(
        at: next, end: reader.limit, in: scan.masked, work: &document.work) ?? next
    case 0x5B:
      return LinkSyntax.endOfLabel(
        at: next, end: reader.limit, in: scan.masked, work: &document.work) ?? next
    default:
      return next
    }
  }

  /// A byte of the block; 0 behind its end.
  private func byte(at offset: Int) -> UInt8 { offset < reader.limit ? scan.masked[offset] : 0 }

  /// The next of two bytes on the line, where the cursor should stand; the cursor when there is none.
  private mutating func position(of first: UInt8, or second: UInt8) -> Int {
    let end = reader.lineEnd
    var index = reader.cursor
    defer { document.work.read(reader.cursor, to: index) }
    while index < end {
      if scan.masked[index] == first || scan.masked[index] == second { return index }
      index += 1
    }
    return min(reader.cursor, reader.limit)
  }

  private mutating func appendBreak(_ kind: NodeKind) {
    if reader.pendingLineEndings > 0 {
      reader.pendingLineEndings -= 1
      return
    }
    endText()
    let start = reader.cursor
    let lineEnd = reader.lineEnd
    var end = lineEnd
    if end < scan.masked.count, scan.masked[end] == 0x0D { end += 1 }
    if end < scan.masked.count, scan.masked[end] == 0x0A { end += 1 }
    append(kind, min(start, lineEnd)..<end)
    let isBackslash = kind == .lineBreak && lineEnd > start && scan.masked[lineEnd - 1] == 0x5C
    reader.advanceLine()
    if !isBackslash {
      reader.cursor = ASCII.skipBlanks(from: reader.cursor, to: reader.limit, in: scan.masked)
    }
  }

  private mutating func appendCode(_ node: CmarkNode) {
    endText()
    let start = position(of: 0x60, or: 0x60)
    let limit = reader.limit
    let open = ASCII.endOfRun(of: 0x60, from: start, to: limit, in: scan.masked)
    var closeStart = open
    var end = open
    while closeStart < limit {
      end = ASCII.endOfRun(of: 0x60, from: closeStart, to: limit, in: scan.masked)
      if end - closeStart == open - start { break }
      closeStart = max(end, closeStart + 1)
    }
    end = max(end, open)
    document.work.read(start, to: end)
    let source = text.bytes
    let literal = node.withLiteral { literal in
      // One space at each end does not count.
      let inset = literal.count + 2 == closeStart - open ? 1 : 0
      let content = min(open + inset, closeStart)..<max(closeStart - inset, open)
      let isVerbatim = !text.hasReplacements && !content.isEmpty && source[content].elementsEqual(literal)
      return isVerbatim ? TextSlice(source: content) : keep(literal)
    }
    append(.code, start..<end, literal: literal)
    reader.cursor = end
  }

  private mutating func appendHTML(_ node: CmarkNode) {
    endText()
    let start = position(of: 0x3C, or: 0x3C)
    let source = text.bytes
    let literal = node.withLiteral { literal in
      let end = start + literal.count
      document.work.read(start, to: end)
      let isVerbatim =
        !text.hasReplacements && end <= reader.limit && source[start..<end].elementsEqual(literal)
      reader.cursor = start
      for byte in literal {
        if byte == 0x0A { reader.advanceLine() } else { reader.cursor += 1 }
      }
      return isVerbatim ? TextSlice(source: start..<end) : keep(literal)
    }
    reader.cursor = min(reader.cursor, reader.limit)
    append(.htmlInline, start..<max(start, reader.cursor), literal: literal)
    countAnchor(document.bytes(of: literal))
  }

  /// Notes whether raw HTML opens or closes a link, in which no other may stand.
  private mutating func countAnchor(_ tag: ArraySlice<UInt8>) {
    if ASCII.isTag("<a", tag) { openAnchors += 1 }
    if ASCII.isTag("</a", tag) { openAnchors = max(0, openAnchors - 1) }
  }

  /// Called before anything that is not text is added.
  mutating func endText() {
    guard endsInText else { return }
    endsInText = false
    if splitsNumericCitations, linkDepth == 0 { splitNumericCitations() }
  }
}
