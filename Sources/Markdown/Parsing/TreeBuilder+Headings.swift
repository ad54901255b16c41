import SourceText

/// Headings, and what stands in the tree of libcmark as one: tables, titles of callouts, footnotes, ids of blocks.
extension TreeBuilder {
  mutating func appendHeading(_ node: CmarkNode, cells: [[[Range<Int>]]]) {
    guard places.fileLine(node.start.line) >= endOfFootnote, let block = takeBlock(of: node) else { return }
    switch block.kind {
    case .table(let index):
      if places.fileLine(node.start.line) == block.fileLine { appendTable(scan.tables[index], cells[index]) }
      return
    case .calloutTitle(let callout):
      return appendCalloutTitle(node, callout, scan.lines[block.lines])
    case .footnote(let index):
      return appendFootnote(index, cells: cells)
    case .blockID(let id):
      return appendLoneBlockID(id)
    case .paragraph, .heading:
      break
    }
    let level = node.headingLevel
    let whole = range(of: block.lines)
    let start = blockRange(node).lowerBound
    begin(
      .heading, min(start, whole.lowerBound)..<max(whole.upperBound, blockRange(node).upperBound),
      detail: UInt8(truncatingIfNeeded: level), payload: tables.headings.count)
    let index = openNode
    appendInlines(of: node, lines: scan.lines[block.lines])
    close()
    takeBlockID(for: index)
    var attributes = Attributes.none
    var place = document.nodes[index].range.bytes
    if nextAttributes < scan.headingAttributes.count,
      scan.headingAttributes[nextAttributes].block == nextBlock - 1
    {
      attributes = scan.headingAttributes[nextAttributes].attributes
      place = scan.headingAttributes[nextAttributes].range
      document.nodes[index].range.end = max(document.nodes[index].range.end, UInt32(place.upperBound))
      if let parent = open.last { widen(parent.node, to: document.nodes[index].range) }
      nextAttributes += 1
    }
    let text = document.plainText(of: index, with: tables)
    let id = headingIDs.make(explicit: attributes.id, text: text)
    if let fault = id.fault { report(fault, attributes.id ?? [], at: place) }
    tables.headings.append(
      Heading(level: level, id: id.id, plainText: text, attributes: attributes, node: index))
  }

  private mutating func report(_ fault: HeadingIDs.Fault, _ id: [UInt8], at place: Range<Int>) {
    let name = String(decoding: id, as: UTF8.self)
    let (message, advice) =
      switch fault {
      case .repeated:
        (
          "The id \"\(name)\" stands twice on this page.",
          "Links reach only the first; give this heading another {#id}."
        )
      case .reserved:
        ("The id \"\(name)\" is that of a part of the page itself.", "Give this heading another {#id}.")
      }
    document.diagnostics.append(
      Diagnostic(
        .headingDuplicateID, at: SourceLocation(place, in: document.source), message, notes: [Note(advice)]))
  }
}
