/// Writes what results show: a file of cards for each range of 2^blockBits ids that has documents, and one of summaries
/// for sixteen of them. Gives the names for the root: of all files, or of directories.
func writeDocumentFiles(
  _ documents: [AnalyzedDocument], placement: DocumentPlacement, into files: inout FileCollection
) -> DocumentNames {
  var names = DocumentNames()
  var summaries = FileHeader.bytes(.summaries)
  var position = 0
  let blockCount = 1 << (placement.idBits - IndexLimits.blockBits)
  for block in 0..<blockCount {
    var cards = CardFile()
    while position < placement.ids.count, Int(placement.ids[position]) >> IndexLimits.blockBits == block {
      let id = placement.ids[position]
      let card = documents[placement.order[position]].card
      cards.append(card, slot: UInt8(truncatingIfNeeded: id & (1 << UInt32(IndexLimits.blockBits) - 1)))
      if !card.summary.isEmpty {
        appendLength(IndexLimits.placeOfSummary(id), to: &summaries)
        appendText(card.summary, to: &summaries)
      }
      position += 1
    }
    names.cards.append(cards.isEmpty ? 0 : files.add(.documents, cards.content()))
    if (block + 1) & (1 << IndexLimits.summaryBits - 1) == 0 || block + 1 == blockCount {
      let isEmpty = summaries.count == FileHeader.length
      names.summaries.append(isEmpty ? 0 : files.add(.summaries, summaries))
      summaries = FileHeader.bytes(.summaries)
    }
  }
  return blockCount <= IndexLimits.fanOut ? names : writeDirectories(of: names, into: &files)
}

/// The digests of files of cards and of summaries, by ascending range of ids, 0 for none; or of directories.
struct DocumentNames: Sendable {
  var cards: [UInt64] = []
  var summaries: [UInt64] = []
  var directories: [UInt64] = []
}

private func writeDirectories(of names: DocumentNames, into files: inout FileCollection) -> DocumentNames {
  var result = DocumentNames()
  let summaryCount = IndexLimits.summaryFiles(IndexLimits.fanOut)
  for place in 0..<names.cards.count / IndexLimits.fanOut {
    let cards = names.cards[place * IndexLimits.fanOut..<(place + 1) * IndexLimits.fanOut]
    var content = FileHeader.bytes(.documentDirectory)
    for digest in cards { appendDigest(digest, to: &content) }
    for digest in names.summaries[place * summaryCount..<(place + 1) * summaryCount] {
      appendDigest(digest, to: &content)
    }
    let isEmpty = cards.allSatisfy { $0 == 0 }
    result.directories.append(isEmpty ? 0 : files.add(.documentDirectory, content))
  }
  return result
}

/// Cards, in which each text that many share stands once.
private struct CardFile {
  private var strings: [[UInt8]] = []
  private var cards: [UInt8] = []

  var isEmpty: Bool { cards.isEmpty }

  mutating func append(_ card: DocumentCard, slot: UInt8) {
    cards.append(slot)
    let folder = (card.path.firstIndex(of: 0x2F) ?? -1) + 1
    appendShared(Array(card.path[..<folder]))
    appendText(Array(card.path[folder...]), to: &cards)
    appendText(card.title, to: &cards)
    if let day = PackedDay(card.date) {
      appendLength(day.number, to: &cards)
    } else {
      appendLength(0, to: &cards)
      appendText(card.date, to: &cards)
    }
    appendLength(card.tags.count, to: &cards)
    for text in [card.kind, card.language, card.provenance] + card.tags { appendShared(text) }
  }

  func content() -> [UInt8] {
    var content = FileHeader.bytes(.documents)
    appendLength(strings.count, to: &content)
    for text in strings { appendText(text, to: &content) }
    return content + cards
  }

  private mutating func appendShared(_ text: [UInt8]) {
    let place = strings.firstIndex(of: text) ?? strings.count
    if place == strings.count { strings.append(text) }
    appendLength(place, to: &cards)
  }
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
