import SourceText

extension TreeBuilder {
  /// Adds a code or HTML block, as a part of the file where it stands there as it is.
  mutating func appendLiteral(_ kind: NodeKind, _ node: CmarkNode, payload: Int = 0) {
    let start = nextLiteral < scan.literalStarts.count ? scan.literalStarts[nextLiteral] : 0
    nextLiteral += 1
    let source = text.bytes
    let hasReplacements = text.hasReplacements
    let literal = node.withLiteral { literal in
      let end = start + literal.count
      document.work.read(start, to: end)
      let isVerbatim = !hasReplacements && end <= source.count && source[start..<end].elementsEqual(literal)
      return isVerbatim ? TextSlice(source: start..<end) : keep(literal)
    }
    append(kind, blockRange(node), literal: literal, payload: payload)
    widenParent()
  }

  /// Adds a code block, or the formula that a fenced `math` block is.
  mutating func appendCodeBlock(_ node: CmarkNode) {
    let code = CodeBlockData(info: node.info)
    if code.language.elementsEqual("math".utf8), scan.hasExtensions, let content = contentLines(of: node) {
      nextLiteral += 1
      tables.formulas.append(
        MathSpan(
          contentRange: SourceRange(content), isDisplay: true, quoteDepth: quoteDepth, label: code.id,
          isInTable: false))
      append(.math, blockRange(node), payload: tables.formulas.count - 1)
      noteBlock()
      return widenParent()
    }
    tables.codeBlocks.append(code)
    appendLiteral(.codeBlock, node, payload: tables.codeBlocks.count - 1)
  }

  /// Number of quotes that are open.
  private var quoteDepth: Int {
    open.count { document.nodes[$0.node].kind == .blockQuote || document.nodes[$0.node].kind == .callout }
  }

  /// The bytes from the first to the last line of a fenced block; `nil` when there are none.
  private func contentLines(of node: CmarkNode) -> Range<Int>? {
    let count = node.withLiteral { $0.count { $0 == 0x0A } }
    guard count > 0, nextLiteral < scan.literalStarts.count else { return nil }
    let last = places.fileLine(node.start.line + count)
    let end = document.source.lineRange(min(last, document.source.lineStarts.count - 1)).upperBound
    let start = ContainerPrefix.skipQuoteMarks(
      in: document.source.bytes, from: scan.literalStarts[nextLiteral], to: end, depth: quoteDepth)
    return start..<max(start, end)
  }
}
