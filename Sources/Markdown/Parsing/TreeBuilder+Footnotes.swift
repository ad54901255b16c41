import SourceText

/// The labels of footnotes, compared without case.
enum FootnoteLabel {
  static func fold(_ label: ArraySlice<UInt8>) -> [UInt8] {
    guard label.contains(where: { $0 >= 0x80 }) else { return label.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
    return Array(String(decoding: label, as: UTF8.self).lowercased().utf8)
  }
}

extension TreeBuilder {
  /// Adds the blocks of a footnote in the place where it is defined.
  mutating func appendFootnote(_ index: Int, cells: [[[Range<Int>]]]) {
    let span = scan.footnotes[index]
    while let node = nextFootnote, node.kind != .list { nextFootnote = node.next }
    guard let list = nextFootnote else { return }
    nextFootnote = list.next
    let start = span.label.lowerBound - 2
    begin(.footnoteDefinition, start..<(span.label.upperBound + 2), payload: tables.footnotes.count)
    let label = shown(Array(text.bytes[span.label]))
    tables.footnotes.append(Footnote(label: label, node: openNode))
    if footnoteIndices[FootnoteLabel.fold(scan.masked[span.label])] != index {
      report(.footnoteDuplicate, at: span.label, "The footnote [^\(text(label))] is defined twice.") {
        "The first definition counts; give this one another label."
      }
    }
    if let item = list.firstChild {
      let outer = places
      places = footnotePlaces
      appendBlocks(of: item, cells: cells)
      places = outer
    }
    endOfFootnote = span.fileLines.upperBound
    close()
  }

  /// Adds a reference, or its text where no footnote has such a label.
  mutating func appendFootnoteReference(_ span: SpecialSpan) {
    guard imageDepth == 0 else { return appendPlain(span.range) }
    guard
      let footnote = footnoteIndices[FootnoteLabel.fold(scan.masked.isEmpty ? [] : text.bytes[span.content])]
    else {
      report(
        .footnoteUndefined, at: span.range,
        "No footnote [^\(text(Array(text.bytes[span.content])))] is defined on this page."
      ) { "Add a line that begins with its label and a colon, or write \\[ for a bracket." }
      return appendPlain(span.range)
    }
    endText()
    tables.footnoteReferences.append(FootnoteReference(footnote: footnote, occurrence: 0))
    append(.footnoteReference, span.range, payload: tables.footnoteReferences.count - 1)
  }

  private mutating func report(
    _ id: DiagnosticID, at range: Range<Int>, _ message: String, note: () -> String
  ) {
    document.diagnostics.append(
      Diagnostic(id, at: SourceLocation(range, in: document.source), message, notes: [Note(note())]))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Numbers the footnotes in the order in which a reader meets their references: first those of the page, then those
  /// inside footnotes.
  ///
  /// - Complexity: O(nodes).
  mutating func numberFootnotes() {
    guard !tables.footnotes.isEmpty else { return }
    var queue: [Int] = []
    var index = 0
    while index < document.nodes.count {
      let node = document.nodes[index]
      document.work.visit()
      if node.kind == .footnoteDefinition {
        index = Int(node.subtreeEnd)
        continue
      }
      if node.kind == .footnoteReference { count(node, &queue) }
      index += 1
    }
    var next = 0
    while next < queue.count {
      let definition = tables.footnotes[queue[next]].node
      document.work.visit(Int(document.nodes[definition].subtreeEnd) - definition)
      for node in document.nodes[definition..<Int(document.nodes[definition].subtreeEnd)]
      where node.kind == .footnoteReference {
        count(node, &queue)
      }
      next += 1
    }
    for (index, footnote) in tables.footnotes.enumerated()
    where footnote.number == nil && footnoteIndices[FootnoteLabel.fold(footnote.label[...])] == index {
      let span = document.nodes[footnote.node].range
      let label = Int(span.start)..<(Int(span.start) + footnote.label.count + 3)
      report(.footnoteUnused, at: label, "Nothing refers to the footnote [^\(text(footnote.label))].") {
        "It is not shown; refer to it with its label, or take it out."
      }
    }
  }

  private mutating func count(_ node: Node, _ queue: inout [Int]) {
    let footnote = tables.footnoteReferences[Int(node.payload)].footnote
    tables.footnoteReferences[Int(node.payload)].occurrence = tables.footnotes[footnote].referenceCount
    tables.footnotes[footnote].referenceCount += 1
    if tables.footnotes[footnote].number == nil {
      queue.append(footnote)
      tables.footnotes[footnote].number = queue.count
    }
  }

  // MARK: Callouts

  /// Makes a callout of the quote that is open, and adds its title.
  mutating func appendCalloutTitle(_ node: CmarkNode, _ callout: Callout, _ lines: ArraySlice<ContentLine>) {
    guard document.nodes[openNode].kind == .blockQuote, let line = lines.first else { return }
    document.nodes[openNode].kind = .callout
    document.nodes[openNode].payload = UInt32(tables.callouts.count)
    tables.callouts.append(callout)
    guard !line.range.isEmpty else { return }
    begin(.calloutTitle, line.range)
    appendInlines(of: node, lines: lines)
    // A title that is nothing but a comment is none.
    document.nodes.count == openNode + 1 ? withdraw() : close()
  }
}
