import SourceText

/// Finds text that libcmark reports in the author's file again.
extension TreeBuilder {
  /// How far ahead text is looked for.
  static let reach = 4096
  /// How many bytes must agree where reading is taken up again.
  private static let proof = 12

  /// Adds a text as libcmark reports it: escapes and entities resolved, spans masked.
  ///
  /// - Complexity: O(length + what is skipped in the file).
  mutating func appendText(_ literal: UnsafeBufferPointer<UInt8>) {
    guard pendingLineEndings == 0 else { return }
    var index = 0
    while index < literal.count, literal[index] == MaskByte.filler { index += 1 }
    while index < literal.count {
      let start = cursor
      let reading = read(literal, from: index, at: cursor)
      if reading.sourceEnd > start {
        appendVerbatim(start..<reading.sourceEnd)
        index = reading.literalEnd
        continue
      }
      if isEscape(at: cursor, of: literal[index]) {
        cursor += 1
        appendVerbatim(cursor..<(cursor + 1))
        index += 1
      } else if let end = entityEnd(at: cursor) {
        let length = scalarLength(literal[index])
        let last = min(index + length, literal.count)
        appendText(keep(literal[index..<last]), at: cursor..<end)
        cursor = end
        index = last
      } else if let place = resume(literal, from: index) {
        cursor = place
      } else {
        appendText(keep(literal[index...]), at: cursor..<cursor)
        return
      }
    }
  }

  /// Reads the literal and the file along as far as both agree and neither an escape nor an entity begins.
  private func read(
    _ literal: UnsafeBufferPointer<UInt8>, from start: Int, at offset: Int
  ) -> (literalEnd: Int, sourceEnd: Int) {
    scan.masked.withUnsafeBufferPointer { masked in
      var index = start
      var source = offset
      while index < literal.count, source < limit, masked[source] == literal[index] {
        if masked[source] == 0x5C, isEscape(at: source, of: literal[index]) { break }
        if masked[source] == 0x26, isAmpersandEntity(at: source) { break }
        index += 1
        source += 1
      }
      return (index, source)
    }
  }

  /// Whether a backslash that vanishes stands before a byte.
  private func isEscape(at offset: Int, of byte: UInt8) -> Bool {
    guard offset + 1 < limit, scan.masked[offset] == 0x5C, scan.masked[offset + 1] == byte else { return false }
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
    default: return false
    }
  }

  private func isAmpersandEntity(at offset: Int) -> Bool {
    let source = scan.masked[offset..<min(limit, offset + 6)]
    return ["&amp;", "&AMP;", "&#38;", "&#x26;", "&#X26;"].contains { source.starts(with: $0.utf8) }
  }

  /// The offset behind an entity that stands at an offset.
  private func entityEnd(at offset: Int) -> Int? {
    guard offset < limit, scan.masked[offset] == 0x26 else { return nil }
    return scan.masked[offset..<min(limit, offset + 40)].firstIndex(of: 0x3B).map { $0 + 1 }
  }

  private func scalarLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }

  /// The next place where the file agrees with the rest of a literal.
  private func resume(_ literal: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    let end = min(limit, cursor + TreeBuilder.reach)
    var offset = cursor + 1
    while offset < end {
      if agrees(literal, from: index, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  private func agrees(_ literal: UnsafeBufferPointer<UInt8>, from start: Int, at offset: Int) -> Bool {
    var index = start
    var source = offset
    let last = min(literal.count, start + TreeBuilder.proof)
    while index < last {
      guard source < limit else { return false }
      if isEscape(at: source, of: literal[index]) {
        source += 2
        index += 1
      } else if scan.masked[source] == 0x26, isAmpersandEntity(at: source) || scan.masked[source] != literal[index],
        let end = entityEnd(at: source)
      {
        source = end
        index += scalarLength(literal[index])
      } else if scan.masked[source] == literal[index] {
        source += 1
        index += 1
      } else {
        return false
      }
    }
    return true
  }

  /// Where the literal of code or raw HTML stands next in the masked text.
  func locate(_ literal: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let count = literal.count
    guard count > 0 else { return cursor..<cursor }
    let last = min(limit - count, cursor + TreeBuilder.reach)
    guard cursor <= last else { return nil }
    return scan.masked.withUnsafeBufferPointer { masked in
      (cursor...last).first { masked[$0] == literal[0] && masked[$0..<($0 + count)].elementsEqual(literal) }
        .map { $0..<($0 + count) }
    }
  }

  /// Adds a stretch of the file: its text, and the spans that were masked in it.
  private mutating func appendVerbatim(_ range: Range<Int>) {
    cursor = range.lowerBound
    while nextSpan < scan.spans.count, scan.spans[nextSpan].range.lowerBound < cursor { nextSpan += 1 }
    while nextSpan < scan.spans.count, scan.spans[nextSpan].range.lowerBound < range.upperBound {
      let span = scan.spans[nextSpan]
      nextSpan += 1
      appendPlain(cursor..<span.range.lowerBound)
      endText()
      appendSpan(span)
      cursor = span.range.upperBound
      pendingLineEndings = document.source.bytes[span.range].count { $0 == 0x0A }
    }
    if cursor < range.upperBound { appendPlain(cursor..<range.upperBound) }
    cursor = max(cursor, range.upperBound)
  }

  private mutating func appendPlain(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let isClean = !scan.masked[range].contains(MaskByte.replaced)
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
