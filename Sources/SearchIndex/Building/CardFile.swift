/// A file of cards, in which each text that many share stands once.
struct CardFile {
  /// The shared texts, one behind the other, and where they are.
  private var shared: [UInt8] = []
  private var places: [Range<Int>] = []
  private var cards: [UInt8] = []

  var isEmpty: Bool { cards.isEmpty }

  /// Adds a page by the low bits of its id; gives where its summary is in the card. O(card · shared texts).
  mutating func append(_ card: DocumentCard, slot: UInt8) -> Range<Int> {
    let texts = card.bytes.span
    var reader = CardReader()
    cards.append(slot)
    let path = reader.next(texts)
    var folder = path.lowerBound
    while folder < path.upperBound, texts[folder] != 0x2F { folder += 1 }
    folder = folder == path.upperBound ? path.lowerBound : folder + 1
    appendShared(texts.extracting(path.lowerBound..<folder))
    appendText(texts.extracting(folder..<path.upperBound), to: &cards)
    appendText(texts.extracting(reader.next(texts)), to: &cards)
    appendDate(texts.extracting(reader.next(texts)))
    let kinds = [reader.next(texts), reader.next(texts), reader.next(texts)]
    let summary = reader.next(texts)
    var tags: [Range<Int>] = []
    while !reader.isAtEnd(texts) { tags.append(reader.next(texts)) }
    appendLength(tags.count, to: &cards)
    for text in kinds + tags { appendShared(texts.extracting(text)) }
    return summary
  }

  /// The content of the file.
  func content() -> [UInt8] {
    var content = FileHeader.bytes(.documents)
    appendLength(places.count, to: &content)
    for place in places { appendText(shared.span.extracting(place), to: &content) }
    return content + cards
  }

  private mutating func appendDate(_ date: Span<UInt8>) {
    if let day = PackedDay([UInt8](date)) {
      appendLength(day.number, to: &cards)
    } else {
      appendLength(0, to: &cards)
      appendText(date, to: &cards)
    }
  }

  private mutating func appendShared(_ text: Span<UInt8>) {
    var number = 0
    while number < places.count, !isShared(text, places[number]) { number += 1 }
    if number == places.count {
      places.append(shared.count..<shared.count + text.count)
      text.withUnsafeBufferPointer { shared.append(contentsOf: $0) }
    }
    appendLength(number, to: &cards)
  }

  private func isShared(_ text: Span<UInt8>, _ place: Range<Int>) -> Bool {
    if place.count != text.count { return false }
    for index in text.indices where shared[place.lowerBound + index] != text[index] { return false }
    return true
  }
}
