package import Markdown
package import TeXMath

/// Cuts readable sentences out of documents.
package struct SentenceReader: Sendable {
  private let document: Document
  private let text: LinearText

  /// Prepares to read a document whose formulas have been converted.
  package init(document: Document, formulas: [MathConversion]) {
    self.document = document
    self.text = LinearText(document: document, formulas: formulas)
  }

  /// Prepares to read a page whose links are resolved.
  package init(_ knowledge: KnowledgeBase, _ id: EntryID) {
    document = knowledge[id].document
    text = LinearText(knowledge, id)
  }

  /// The sentence around a node, as plain text of about `limit` characters, with the node's own text marked.
  ///
  /// - Parameter block: the paragraph, heading or cell that holds the node.
  /// - Complexity: O(length of the block).
  package func sentence(around node: Int, in block: Int, limit: Int = 200) -> MarkedSentence {
    var whole: [UInt8] = []
    text.append((block + 1)..<node, to: &whole)
    let before = whole.count
    text.append(node..<Int(document.nodes[node].subtreeEnd), to: &whole)
    let placeEnd = whole.count
    text.append(Int(document.nodes[node].subtreeEnd)..<Int(document.nodes[block].subtreeEnd), to: &whole)
    // A citation takes the space before it away.
    let place = min(before, placeEnd)
    var mark = place
    // A citation behind the full stop still speaks of the sentence before it.
    while mark > 0, SentenceReader.isSpace(whole[mark - 1]) { mark -= 1 }
    let stop = SentenceReader.stopLength(endingAt: mark, in: whole)
    let start = SentenceReader.start(before: stop > 0 ? mark - stop : mark, in: whole)
    let end = stop > 0 ? mark : SentenceReader.end(from: placeEnd, in: whole)
    let marked = min(place, end)..<min(placeEnd, end)
    return MarkedSentence(
      before: whole[start..<marked.lowerBound], marked: whole[marked], after: whole[marked.upperBound..<end],
      limit: limit)
  }

  /// The first sentences of a run of nodes, as one line of at most `limit` characters.
  package func beginning(of nodes: Range<Int>, limit: Int = 120) -> [UInt8] {
    var line: [UInt8] = []
    var index = nodes.lowerBound
    while index < nodes.upperBound, line.isEmpty {
      let node = document.nodes[index]
      if [.heading, .codeBlock, .table, .callout, .footnoteDefinition].contains(node.kind) {
        index = Int(node.subtreeEnd)
        continue
      }
      if node.kind == .paragraph { line = text.text(of: index) }
      index += 1
    }
    return SentenceReader.cut(line[...], limit: limit)
  }

  // MARK: Boundaries

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  /// Length of the sentence end that stands directly before an offset: `。！？；` or one of `.!?`.
  private static func stopLength(endingAt end: Int, in text: [UInt8]) -> Int {
    guard end > 0 else { return 0 }
    if text[end - 1] == 0x2E || text[end - 1] == 0x21 || text[end - 1] == 0x3F { return 1 }
    return end >= 3 && isWideStop(text[(end - 3)..<end]) ? 3 : 0
  }

  private static func isWideStop(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.elementsEqual([0xE3, 0x80, 0x82]) || bytes.elementsEqual([0xEF, 0xBC, 0x81])
      || bytes.elementsEqual([0xEF, 0xBC, 0x9F])
  }

  private static func start(before mark: Int, in text: [UInt8]) -> Int {
    var index = mark
    while index > 0 {
      if text[index - 1] == 0x0A { break }
      let isAsciiStop = isSpace(text[index - 1]) && stopLength(endingAt: index - 1, in: text) == 1
      if isAsciiStop || stopLength(endingAt: index, in: text) == 3 { break }
      index -= 1
    }
    while index < mark, isSpace(text[index]) { index += 1 }
    return index
  }

  private static func end(from mark: Int, in text: [UInt8]) -> Int {
    var index = mark
    while index < text.count {
      if text[index] == 0x0A { break }
      index += 1
      let length = stopLength(endingAt: index, in: text)
      if length == 3 || (length == 1 && (index == text.count || isSpace(text[index]))) { break }
    }
    return index
  }

  /// At most `limit` characters, cut behind a word in Latin text and anywhere in Chinese, with `…` where cut.
  package static func cut(_ text: ArraySlice<UInt8>, limit: Int) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(min(text.count, max(0, limit) * 4))
    var characters = 0
    var lastGap = 0
    for byte in text {
      if isSpace(byte) {
        if line.isEmpty || line.last == 0x20 { continue }
        lastGap = line.count
      }
      if byte & 0xC0 != 0x80 {
        characters += 1
        if characters > limit { return closed(line, lastGap: lastGap, next: byte) }
      }
      line.append(isSpace(byte) ? 0x20 : byte)
    }
    while line.last == 0x20 { line.removeLast() }
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
