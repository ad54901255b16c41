package import Markdown
package import TeXMath

/// Cuts readable sentences out of documents.
package struct SentenceReader: Sendable {
  private let text: LinearText
  private var document: Document { text.document }

  /// Prepares to read a document whose formulas have been converted.
  package init(document: Document, formulas: [MathConversion]) {
    self.text = LinearText(document: document, formulas: formulas)
  }

  /// Prepares to read a page whose links are resolved.
  package init(_ knowledge: KnowledgeBase, _ id: EntryID) {
    text = LinearText(knowledge, id, namesSources: true)
  }

  /// The sentence around a node, as plain text of about `limit` characters, with the node's own text marked.
  ///
  /// - Parameter block: the paragraph, heading or cell that holds the node.
  /// - Complexity: O(length of the block).
  package func sentence(around node: Int, in block: Int, limit: Int = 200) -> MarkedSentence {
    var whole: [UInt8] = []
    var parts = SentenceBoundaries.Parts()
    let nodeEnd = Int(document.nodes[node].subtreeEnd)
    append((block + 1)..<node, to: &whole, noting: &parts)
    let before = whole.count
    append(node..<nodeEnd, to: &whole, noting: &parts)
    let appended = whole.count
    append(nodeEnd..<Int(document.nodes[block].subtreeEnd), to: &whole, noting: &parts)
    // A citation takes the space before it away.
    let placeEnd = min(appended, whole.count)
    let place = min(before, placeEnd)
    var mark = place
    // A citation behind the full stop still speaks of the sentence before it; a link begins the next one.
    let mayFollow = document.nodes[node].kind == .citation && appended <= before
    while mayFollow, mark > 0, whole[mark - 1] == 0x20 { mark -= 1 }
    let sentence = SentenceBoundaries(whole, parts)
      .sentence(around: mark..<(mayFollow ? mark : placeEnd), mayFollow: mayFollow)
    let end = sentence.upperBound
    let marked = min(place, end)..<min(placeEnd, end)
    return MarkedSentence(
      before: whole[sentence.lowerBound..<marked.lowerBound], marked: whole[marked],
      after: whole[marked.upperBound..<end], limit: limit)
  }

  /// Appends the text of a run of nodes, and notes what in it is more than words.
  private func append(
    _ nodes: Range<Int>, to whole: inout [UInt8], noting parts: inout SentenceBoundaries.Parts
  ) {
    /// The link whose text is being appended: where its nodes end and where its text begins.
    var link: (end: Int, start: Int)?
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      if let open = link, open.end <= index {
        parts.links.append(open.start..<max(open.start, whole.count))
        link = nil
      }
      let node = document.nodes[index]
      let end = node.kind == .image ? min(Int(node.subtreeEnd), nodes.upperBound) : index + 1
      let start = whole.count
      text.append(index..<end, to: &whole)
      switch node.kind {
      case .math, .code, .calculation: parts.formal.append(start..<max(start, whole.count))
      // A source's title may hold full stops.
      case .citation where whole.count > start: parts.formal.append(start..<whole.count)
      case .wikiLink: parts.links.append(start..<max(start, whole.count))
      case .link: link = (Int(node.subtreeEnd), start)
      default: break
      }
      if node.kind != .text {
        // A citation takes the space before it away.
        while let last = parts.begins.last, last > whole.count { parts.begins.removeLast() }
        parts.begins.append(min(start, whole.count))
      }
      index = end
    }
    if let open = link { parts.links.append(open.start..<max(open.start, whole.count)) }
  }

  /// The first sentences of a run of nodes, as one line of at most `limit` characters.
  package func beginning(of nodes: Range<Int>, limit: Int = 120) -> [UInt8] {
    guard let (line, _) = firstParagraph(of: nodes) else { return [] }
    return SentenceReader.cut(line[...], limit: limit)
  }

  /// The first sentence of a run of nodes, as one line of at most `limit` characters; one of a few words, such as
  /// “No.”, takes the next with it.
  package func firstSentence(of nodes: Range<Int>, limit: Int = 120) -> [UInt8] {
    guard let (line, parts) = firstParagraph(of: nodes) else { return [] }
    let boundaries = SentenceBoundaries(line, parts)
    var end = 0
    while end < line.count, line[..<end].count(where: { $0 & 0xC0 != 0x80 }) < 20 {
      end = boundaries.sentence(around: end..<(end + 1), mayFollow: false).upperBound
    }
    return SentenceReader.cut(line[..<end], limit: limit)
  }

  /// The text of the first paragraph that is not empty, with `…` where a formula of its own goes on with it; where it
  /// is such a formula itself, with the paragraph behind it, which says what stands in it.
  private func firstParagraph(
    of nodes: Range<Int>
  ) -> (line: [UInt8], parts: SentenceBoundaries.Parts)? {
    var index = nodes.lowerBound
    var line: [UInt8] = []
    var parts = SentenceBoundaries.Parts()
    while index < nodes.upperBound {
      let node = document.nodes[index]
      let end = Int(node.subtreeEnd)
      if [.heading, .codeBlock, .table, .callout, .footnoteDefinition].contains(node.kind) {
        index = end
        continue
      }
      if node.kind == .paragraph {
        let isFirst = line.isEmpty
        append((index + 1)..<end, to: &line, noting: &parts)
        if beginsWithDisplayFormula(end..<nodes.upperBound), !SentenceReader.isFinished(line) {
          line += [0xE2, 0x80, 0xA6]
        }
        let isFormula = document.nodes[(index + 1)..<end].allSatisfy { $0.kind == .math }
        if isFirst, isFormula, !line.isEmpty, end < nodes.upperBound, document.nodes[end].kind == .paragraph {
          line.append(0x20)
          index = end
          continue
        }
        if !line.isEmpty { return (line, parts) }
      }
      index += 1
    }
    return nil
  }

  /// Whether a run of nodes begins with a formula of its own, which may stand in a paragraph.
  private func beginsWithDisplayFormula(_ nodes: Range<Int>) -> Bool {
    guard let first = nodes.first else { return false }
    let formula = document.nodes[first].kind == .paragraph ? first + 1 : first
    guard nodes.contains(formula), document.nodes[formula].kind == .math else { return false }
    return document.formulas[Int(document.nodes[formula].payload)].isDisplay
  }

  /// Whether a text ends with a mark that ends a sentence or leads to what follows.
  private static func isFinished(_ line: [UInt8]) -> Bool {
    guard let last = line.last else { return true }
    if last < 0x80 { return [0x21, 0x2E, 0x3A, 0x3B, 0x3F].contains(last) }
    return ["。", "！", "？", "：", "；", "…"].contains { line.suffix(3).elementsEqual($0.utf8) }
  }

  // MARK: Boundaries

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  /// At most `limit` characters, cut behind a word in Latin text and anywhere in Chinese, with `…` where cut.
  package static func cut(_ text: ArraySlice<UInt8>, limit: Int) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(min(text.count, max(0, limit) * 4))
    var characters = 0
    var lastGap = 0
    var isAtGap = false
    for byte in text {
      if isSpace(byte) {
        isAtGap = !line.isEmpty
        continue
      }
      if isAtGap {
        if characters >= limit { return closed(line, lastGap: lastGap, next: 0x20) }
        lastGap = line.count
        characters += 1
        line.append(0x20)
        isAtGap = false
      }
      if byte & 0xC0 != 0x80 {
        characters += 1
        if characters > limit { return closed(line, lastGap: lastGap, next: byte) }
      }
      line.append(byte)
    }
    return line
  }

  private static func closed(_ line: [UInt8], lastGap: Int, next: UInt8) -> [UInt8] {
    var line = line
    let breaksWord = next < 0x80 && (line.last ?? 0x20) < 0x80
    if breaksWord, lastGap > line.count / 2 {
      line.removeSubrange(lastGap...)
    } else {
      // Room for the ellipsis.
      while let last = line.popLast(), last & 0xC0 == 0x80 {}
    }
    while line.last == 0x20 { line.removeLast() }
    return line + [0xE2, 0x80, 0xA6]
  }
}
