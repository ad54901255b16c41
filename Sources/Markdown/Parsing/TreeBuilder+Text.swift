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
      } else if let span = takeSpan(at: reader.cursor) {
        if literal[index] == MaskByte.first {
          index += 1
          while index < literal.count, literal[index] == MaskByte.filler { index += 1 }
        } else {
          index += span.range.count
        }
        appendSpan(span)
        reader.cursor = span.range.upperBound
        reader.pendingLineEndings = lineEndings(in: span.range)
      } else if let escaped = escapedOffset(at: reader.cursor), scan.masked[escaped] == literal[index] {
        appendPlain(escaped..<(escaped + 1))
        reader.cursor = escaped + 1
        index += 1
      } else if let entity = Entity(at: reader.cursor, end: reader.limit, in: scan.masked),
        literal[index...].starts(with: entity.resolved)
      {
        appendText(keep(entity.text), at: reader.cursor..<entity.end)
        reader.cursor = entity.end
        index += entity.resolved.count
      } else {
        appendText(keep(literal[index...]), at: reader.cursor..<reader.cursor)
        return
      }
    }
  }

  /// How many bytes of the literal stand in the file as they are: no escape, entity or span begins in them.
  private mutating func agreement(_ literal: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let limit = reader.limit
    let cursor = reader.cursor
    skipSpans(before: cursor)
    let stop = nextSpan < scan.spans.count ? min(limit, scan.spans[nextSpan].range.lowerBound) : limit
    let count = max(0, min(literal.count - start, stop - cursor))
    return scan.masked.withUnsafeBufferPointer { masked in
      let text = UnsafeBufferPointer(rebasing: masked[cursor..<(cursor + count)])
      let expected = UnsafeBufferPointer(rebasing: literal[start..<(start + count)])
      // Nearly always all of it agrees, which is seen many bytes at a time.
      var difference: UInt8 = 0
      for index in 0..<count {
        let byte = text[index]
        let isMarkup: UInt8 = (byte == 0x5C ? 1 : 0) | (byte == 0x26 ? 1 : 0)
        difference |= (byte ^ expected[index]) | isMarkup
      }
      if difference == 0 { return count }
      return text.indices.first { index in
        switch text[index] {
        case expected[index] where text[index] == 0x5C: escapedOffset(at: cursor + index) != nil
        case expected[index] where text[index] == 0x26:
          Entity(at: cursor + index, end: limit, in: scan.masked) != nil
        case expected[index]: false
        default: true
        }
      } ?? count
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
    skipSpans(before: offset)
    guard nextSpan < scan.spans.count, scan.spans[nextSpan].range.lowerBound == offset else { return nil }
    nextSpan += 1
    return scan.spans[nextSpan - 1]
  }

  private mutating func skipSpans(before offset: Int) {
    while nextSpan < scan.spans.count, scan.spans[nextSpan].range.lowerBound < offset { nextSpan += 1 }
  }

  /// Adds text that stands in the file.
  mutating func appendPlain(_ range: Range<Int>) {
    let isClean = !text.hasReplacements || !text.bytes[range].contains(MaskByte.replaced)
    appendText(isClean ? TextSlice(source: range) : keep(text.bytes[range]), at: range)
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
