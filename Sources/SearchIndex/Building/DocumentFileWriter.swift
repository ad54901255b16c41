/// Writes what results show: a file of cards for each range of 2^blockBits ids that has documents, and one of summaries
/// for 32 of them. Gives the names for the root: of all files, or of directories.
func writeDocumentFiles(
  _ documents: [AnalyzedDocument], placement: DocumentPlacement, into files: inout FileCollection
) -> DocumentNames {
  var cardFiles = FileSeries(.documents)
  var summaryFiles = FileSeries(.summaries)
  var summaries = FileHeader.bytes(.summaries)
  var position = 0
  let blockCount = IndexLimits.blocks(idCount: placement.idCount)
  for block in 0..<blockCount {
    var cards = CardFile()
    while position < placement.ids.count, Int(placement.ids[position]) >> IndexLimits.blockBits == block {
      let id = placement.ids[position]
      let card = documents[placement.order[position]].card
      let summary = cards.append(card, slot: UInt8(truncatingIfNeeded: IndexLimits.placeOfCard(id)))
      if !summary.isEmpty {
        appendLength(IndexLimits.placeOfSummary(id), to: &summaries)
        appendText(card.bytes.span.extracting(summary), to: &summaries)
      }
      position += 1
    }
    cardFiles.append(cards.isEmpty ? [] : cards.content, into: &files)
    if (block + 1) & (1 << IndexLimits.summaryBits - 1) == 0 || block + 1 == blockCount {
      summaryFiles.append(summaries.count == FileHeader.length ? [] : summaries, into: &files)
      summaries = FileHeader.bytes(.summaries)
    }
  }
  let names = DocumentNames(
    cards: cardFiles.finish(into: &files), summaries: summaryFiles.finish(into: &files))
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
  // The last directory may have fewer.
  for place in 0..<IndexLimits.directories(names.cards.count) {
    let cards = padded(names.cards, from: place * IndexLimits.fanOut, count: IndexLimits.fanOut)
    var content = FileHeader.bytes(.documentDirectory)
    for digest in cards { appendDigest(digest, to: &content) }
    for digest in padded(names.summaries, from: place * summaryCount, count: summaryCount) {
      appendDigest(digest, to: &content)
    }
    let isEmpty = cards.allSatisfy { $0 == 0 }
    result.directories.append(isEmpty ? 0 : files.add(.documentDirectory, content))
  }
  return result
}

/// A part of some digests, zeros where they end.
private func padded(_ digests: [UInt64], from start: Int, count: Int) -> [UInt64] {
  (start..<start + count).map { $0 < digests.count ? digests[$0] : 0 }
}
