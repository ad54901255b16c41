/// A file of cards, each the lines of a result: what is repeated costs nothing, since the file is published compressed.
struct CardFile {
  private(set) var content = FileHeader.bytes(.documents)

  var isEmpty: Bool { content.count == FileHeader.length }

  /// Adds a page by the low bits of its id; gives where its summary is in the card. O(card).
  mutating func append(_ card: DocumentCard, slot: UInt8) -> Range<Int> {
    let texts = card.bytes.span
    var reader = CardReader()
    content.append(slot)
    for _ in 0..<SearchResult.summaryPlace { appendLine(texts.extracting(reader.next(texts))) }
    let summary = reader.next(texts)
    appendLine(Span())
    while !reader.isAtEnd(texts) {
      let tag = reader.next(texts)
      if !tag.isEmpty { appendLine(texts.extracting(tag)) }
    }
    appendLine(Span())
    return summary
  }

  /// A line feed within a text becomes a space.
  private mutating func appendLine(_ text: Span<UInt8>) {
    for index in text.indices { content.append(text[index] == 0x0A ? 0x20 : text[index]) }
    content.append(0x0A)
  }
}
