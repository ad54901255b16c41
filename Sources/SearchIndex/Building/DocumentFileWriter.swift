/// Writes what results show, two files for each range of 2^blockBits ids that has documents: the cards, and the
/// summaries, which a reader needs a moment later. Gives the manifest's names, nil for an empty range.
func writeDocumentFiles(
  _ documents: [AnalyzedDocument], placement: DocumentPlacement, into files: inout [IndexFile]
) -> [FileName?] {
  let blockCount = 1 << (placement.idBits - IndexLimits.blockBits)
  var names: [FileName?] = []
  names.reserveCapacity(blockCount)
  var position = 0
  for block in 0..<blockCount {
    var cards: [UInt8] = []
    var summaries = FileHeader.bytes(.summaries)
    while position < placement.ids.count, Int(placement.ids[position]) >> IndexLimits.blockBits == block {
      let slot = UInt8(truncatingIfNeeded: placement.ids[position] & ((1 << IndexLimits.blockBits) - 1))
      let card = documents[placement.order[position]].card
      cards.append(slot)
      appendCard(card, to: &cards)
      if !card.summary.isEmpty {
        summaries.append(slot)
        appendText(card.summary, to: &summaries)
      }
      position += 1
    }
    guard !cards.isEmpty else {
      names.append(nil)
      continue
    }
    let hasSummaries = summaries.count > FileHeader.length
    var content = FileHeader.bytes(.documents)
    appendDigest(hasSummaries ? addFile(.summaries, summaries, to: &files).digest : 0, to: &content)
    names.append(addFile(.documents, content + cards, to: &files))
  }
  if names.count <= IndexLimits.fanOut { return names }
  return writeDocumentDirectories(names, into: &files)
}

private func writeDocumentDirectories(_ names: [FileName?], into files: inout [IndexFile]) -> [FileName?] {
  var directories: [FileName?] = []
  var start = 0
  while start < names.count {
    var content = FileHeader.bytes(.documentDirectory)
    var isEmpty = true
    for name in names[start..<min(start + IndexLimits.fanOut, names.count)] {
      appendDigest(name?.digest ?? 0, to: &content)
      isEmpty = isEmpty && name == nil
    }
    directories.append(isEmpty ? nil : addFile(.documentDirectory, content, to: &files))
    start += IndexLimits.fanOut
  }
  return directories
}

private func appendCard(_ card: DocumentCard, to content: inout [UInt8]) {
  for text in [card.path, card.title] { appendText(text, to: &content) }
  if let day = PackedDay(card.date) {
    appendLength(day.number, to: &content)
  } else {
    appendLength(0, to: &content)
    appendText(card.date, to: &content)
  }
  for text in [card.kind, card.language] { appendText(text, to: &content) }
  appendLength(card.tags.count, to: &content)
  for tag in card.tags { appendText(tag, to: &content) }
}

private func appendText(_ text: [UInt8], to content: inout [UInt8]) {
  appendLength(text.count, to: &content)
  content.append(contentsOf: text)
}

/// Seven bits a byte, low bits first, the high bit saying that more follow (LEB128).
private func appendLength(_ length: Int, to content: inout [UInt8]) {
  var rest = length
  while rest >= 0x80 {
    content.append(UInt8(truncatingIfNeeded: rest & 0x7F | 0x80))
    rest >>= 7
  }
  content.append(UInt8(truncatingIfNeeded: rest))
}
