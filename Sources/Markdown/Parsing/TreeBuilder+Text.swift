import SourceText

/// Reads text that libcmark reports along with the author's file.
extension TreeBuilder {
  /// Adds a text as libcmark reports it: escapes and entities resolved, spans masked.
  ///
  /// - Complexity: O(length).
  mutating func appendText(_ literal: UnsafeBufferPointer<UInt8>) {
    guard reader.pendingLineEndings == 0 else { return }
    var index = 0
    while index < literal.count, literal[index] == MaskByte.filler { index += 1 }
    while index < literal.count {
      let count = agreement(literal, from: index)
      if count > 0 {
        appendPlain(reader.cursor..<(reader.cursor + count))
        reader.cursor += count
        index += count
      } else if literal[index] == MaskByte.first, let span = takeSpan(at: reader.cursor) {
        index += 1
        while index < literal.count, literal[index] == MaskByte.filler { index += 1 }
        endText()
        appendSpan(span)
        reader.cursor = span.range.upperBound
        reader.pendingLineEndings = lineEndings(in: span.range)
      } else if let escaped = escapedOffset(at: reader.cursor), scan.masked[escaped] == literal[index] {
        appendPlain(escaped..<(escaped + 1))
        reader.cursor = escaped + 1
        index += 1
      } else if let entity = Entity(at: reader.cursor, end: reader.limit, in: scan.masked),
        literal[index...].starts(with: entity.text)
      {
        appendText(keep(entity.text), at: reader.cursor..<entity.end)
        reader.cursor = entity.end
        index += entity.text.count
      } else {
        appendText(keep(literal[index...]), at: reader.cursor..<reader.cursor)
        return
      }
    }
  }

  /// How many bytes of the literal stand in the file as they are: no escape, entity or span begins in them.
  private func agreement(_ literal: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let limit = reader.limit
    let cursor = reader.cursor
    return scan.masked.withUnsafeBufferPointer { masked in
      let count = min(literal.count - start, limit - cursor)
      var index = 0
      while index < count {
        let byte = masked[cursor + index]
        guard byte == literal[start + index] else { break }
        switch byte {
        case 0x5C: if escapedOffset(at: cursor + index) != nil { return index }
        case 0x26: if Entity(at: cursor + index, end: limit, in: scan.masked) != nil { return index }
        case MaskByte.first: return index
        default: break
        }
        index += 1
      }
      return index
    }
  }

  /// The offset of the byte that a backslash at an offset escapes.
  private func escapedOffset(at offset: Int) -> Int? {
    let next = offset + 1
    guard next < reader.limit, scan.masked[offset] == 0x5C else { return nil }
    let byte = scan.masked[next]
    let isEscape = isInAutolink ? false : ASCII.isPunctuation(byte)
    return isEscape || (isInTable && byte == 0x7C) ? next : nil
  }

  private func lineEndings(in range: Range<Int>) -> Int {
    let bytes = scan.masked
    return range.count { bytes[$0] == 0x0A || (bytes[$0] == 0x0D && bytes[$0 + 1] != 0x0A) }
  }

  private mutating func takeSpan(at offset: Int) -> SpecialSpan? {
    while nextSpan < scan.spans.count, scan.spans[nextSpan].range.lowerBound < offset { nextSpan += 1 }
    guard nextSpan < scan.spans.count, scan.spans[nextSpan].range.lowerBound == offset else { return nil }
    nextSpan += 1
    return scan.spans[nextSpan - 1]
  }

  /// Adds text that stands in the file.
  mutating func appendPlain(_ range: Range<Int>) {
    let isClean = !text.hasReplacements || !scan.masked[range].contains(MaskByte.replaced)
    appendText(isClean ? TextSlice(source: range) : keep(scan.masked[range]), at: range)
  }

  private mutating func appendText(_ slice: TextSlice, at range: Range<Int>) {
    let last = document.nodes.count - 1
    if endsInText, document.nodes[last].literal.isFollowed(by: slice) {
      document.nodes[last].literal.extend(by: slice)
      document.nodes[last].range.end = UInt32(range.upperBound)
      return
    }
    endText()
    append(.text, range, literal: slice)
    endsInText = true
  }
}

/// A character reference such as `&amp;` or `&#38;`.
private struct Entity {
  /// The characters it stands for.
  let text: [UInt8]
  let end: Int
  /// Longest reference: `&`, 32 letters, `;`.
  private static let maximumLength = 34

  /// Reads what stands at an offset, if it is one to libcmark.
  init?(at start: Int, end: Int, in bytes: [UInt8]) {
    guard start + 2 < end, bytes[start] == 0x26 else { return nil }
    let limit = min(end, start + Entity.maximumLength)
    var close = start + 1
    if bytes[close] == 0x23 { close += 1 }
    while close < limit, ASCII.isLetter(bytes[close]) || ASCII.isDigit(bytes[close]) { close += 1 }
    guard close < limit, bytes[close] == 0x3B else { return nil }
    let reference = bytes[start...close]
    let tree = CmarkTree(parsing: reference)
    let text = tree?.withDocument { $0.firstChild?.firstChild?.literal } ?? []
    guard !text.isEmpty, !text.elementsEqual(reference) else { return nil }
    self.text = text
    self.end = close + 1
  }
}
