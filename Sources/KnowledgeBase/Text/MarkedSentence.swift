/// A sentence as one line of plain text, with a part of it marked.
package struct MarkedSentence: Sendable, Hashable {
  package private(set) var before: [UInt8]
  /// The marked part; empty for a citation, which leaves no text.
  package private(set) var marked: [UInt8]
  package private(set) var after: [UInt8]

  /// The whole line.
  package var text: [UInt8] { before + marked + after }

  /// Makes a line of about `limit` characters, cut on the sides of the marked part.
  ///
  /// - Complexity: O(length of the sentence).
  init(before: ArraySlice<UInt8>, marked: ArraySlice<UInt8>, after: ArraySlice<UInt8>, limit: Int) {
    var line = LineBuilder()
    line.append(before)
    let start = line.nextPlace
    line.append(marked)
    let end = max(start, line.bytes.count)
    line.append(after)
    let bytes = line.bytes
    var first = 0
    var room = limit
    if MarkedSentence.characters(bytes[..<min(end, bytes.count)]) >= limit {
      first = MarkedSentence.place(limit / 3, charactersBefore: start, in: bytes)
      room = max(limit - 1, MarkedSentence.characters(bytes[first..<min(end, bytes.count)]) + 1)
    }
    let ellipsis: [UInt8] = first > 0 ? [0xE2, 0x80, 0xA6] : []
    let cut = SentenceReader.cut(bytes[first...], limit: room)
    let from = min(start - first, cut.count)
    let to = min(max(from, end - first), cut.count)
    self.before = ellipsis + cut[..<from]
    self.marked = Array(cut[from..<to])
    self.after = Array(cut[to...])
  }

  private static func characters(_ text: ArraySlice<UInt8>) -> Int { text.count { $0 & 0xC0 != 0x80 } }

  /// A place some characters before another one; in Latin text behind a word.
  private static func place(_ count: Int, charactersBefore end: Int, in text: [UInt8]) -> Int {
    var place = end
    var left = count
    while place > 0, left > 0 {
      place -= 1
      if text[place] & 0xC0 != 0x80 { left -= 1 }
    }
    guard place > 0, text[place] < 0x80, text[place - 1] < 0x80,
      let gap = text[place..<end].firstIndex(of: 0x20)
    else { return place }
    return gap + 1
  }
}

/// Joins pieces of text into a line in which runs of white space are one space, none at the beginning or end.
private struct LineBuilder {
  private(set) var bytes: [UInt8] = []
  private var isAtGap = false

  /// Where the next piece begins, if it begins with no space.
  var nextPlace: Int { bytes.count + (isAtGap && !bytes.isEmpty ? 1 : 0) }

  mutating func append(_ piece: ArraySlice<UInt8>) {
    for byte in piece {
      if SentenceReader.isSpace(byte) {
        isAtGap = true
        continue
      }
      if isAtGap, !bytes.isEmpty { bytes.append(0x20) }
      isAtGap = false
      bytes.append(byte)
    }
  }
}
