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
        let lineEndings = lineEndings(in: span.range)
        if span.isMasked, lineEndings > 0 {
          index += 1
          while index < literal.count, literal[index] == MaskByte.filler { index += 1 }
        } else {
          index += span.range.count
        }
        let isFirst = !endsInText && document.nodes.count == openNode + 1
        appendSpan(span)
        reader.cursor = span.range.upperBound
        reader.pendingLineEndings = lineEndings
        if isFirst, span.kind == .comment { skipBlanks(literal, &index) }
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
        // Behind a fault of our reading; whatever libcmark made of the rest is shown.
        appendText(keep(CleanText.wellFormed(Array(literal[index...]))), at: reader.cursor..<reader.cursor)
        return
      }
    }
  }

  /// How many bytes of the literal stand in the file as they are: no escape, entity or span begins in them.
  private mutating func agreement(_ literal: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let limit = reader.limit
    skipSpans(before: reader.cursor)
    let stop = nextSpan < scan.spans.count ? min(limit, scan.spans[nextSpan].range.lowerBound) : limit
    let end = max(0, min(literal.count - start, stop - reader.cursor))
    var agreed = 0
    // Piece by piece, because where many stop the comparison it must not begin with all that is left each time.
    while agreed < end {
      let piece = min(TreeBuilder.comparedAtOnce, end - agreed)
      let count = agreement(literal, from: start + agreed, at: reader.cursor + agreed, count: piece)
      document.work.read(agreed, to: agreed + count)
      agreed += count
      if count < piece { break }
    }
    return agreed
  }

  private static let comparedAtOnce = 256

  /// How many of so many bytes agree.
  private func agreement(
    _ literal: UnsafeBufferPointer<UInt8>, from start: Int, at cursor: Int, count: Int
  ) -> Int {
    scan.masked.withUnsafeBufferPointer { masked in
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
      var agreed =
        text.indices.first { index in
          switch text[index] {
          case expected[index] where text[index] == 0x5C: escapedOffset(at: cursor + index) != nil
          case expected[index] where text[index] == 0x26:
            Entity(at: cursor + index, end: reader.limit, in: scan.masked) != nil
          case expected[index]: false
          default: true
          }
        } ?? count
      // A character is taken whole or not at all.
      while agreed > 0, agreed < count, text[agreed] & 0xC0 == 0x80 { agreed -= 1 }
      return agreed
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

  private mutating func lineEndings(in range: Range<Int>) -> Int {
    document.work.read(range.lowerBound, to: range.upperBound)
    let bytes = scan.masked
    return range.count { bytes[$0] == 0x0A || (bytes[$0] == 0x0D && bytes[$0 + 1] != 0x0A) }
  }

  private mutating func takeSpan(at offset: Int) -> SpecialSpan? {
    skipSpans(before: offset)
    guard nextSpan < scan.spans.count, scan.spans[nextSpan].range.lowerBound == offset else { return nil }
    nextSpan += 1
    return scan.spans[nextSpan - 1]
  }

  /// Leaves out the blanks behind a comment that begins a text, so that the text does not begin with them.
  private mutating func skipBlanks(_ literal: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    while index < literal.count, ASCII.isBlank(literal[index]), reader.cursor < reader.limit,
      scan.masked[reader.cursor] == literal[index]
    {
      index += 1
      reader.cursor += 1
    }
  }

  private mutating func skipSpans(before offset: Int) {
    while nextSpan < scan.spans.count, scan.spans[nextSpan].range.lowerBound < offset {
      nextSpan += 1
      document.work.visit()
    }
  }

  /// Adds text that stands in the file.
  mutating func appendPlain(_ range: Range<Int>) {
    if text.hasReplacements { document.work.read(range.lowerBound, to: range.upperBound) }
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
