import SourceText

/// Formulas, which are kept for the page to convert.
extension TeXTextReader {
  /// Keeps a formula whose opening mark stands at an offset; the mark alone is text.
  mutating func readFormula(from start: Int) {
    let isCommand = bytes[start] == UInt8(ascii: "\\")
    let isDouble = !isCommand && start + 1 < end && bytes[start + 1] == UInt8(ascii: "$")
    let closer: [UInt8] =
      switch (isCommand, isDouble) {
      case (true, _): [0x5C, bytes[start + 1] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")]
      case (false, true): [0x24, 0x24]
      case (false, false): [0x24]
      }
    let content = start + (isCommand || isDouble ? 2 : 1)
    guard let close = place(of: closer, from: content) else {
      position = content
      return emit(String(decoding: bytes[start..<content], as: UTF8.self), from: start)
    }
    position = close + closer.count
    appendFormula(content..<close, from: start)
  }

  private mutating func place(of closer: [UInt8], from start: Int) -> Int? {
    guard !missingClosers.contains(closer) else { return nil }
    var index = start
    while index + closer.count <= end {
      if bytes[index] == closer[0], bytes[index..<index + closer.count].elementsEqual(closer) { return index }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    missingClosers.insert(closer)
    return nil
  }

  mutating func appendFormula(_ part: Range<Int>, from start: Int) {
    let content = ASCII.trim(part, in: bytes)
    let range = source.nearestPlace(of: start..<position)
    let written = [0x24] + bytes[content] + [0x24]
    dropAccents()
    closeGap(before: nil)
    guard !content.isEmpty, let place = source.place(of: content) else {
      // A formula that is put together from several strings has no place in the file.
      return emit(String(decoding: written, as: UTF8.self), from: start)
    }
    flush()
    runs.append(
      TeXRun(
        kind: .formula(content: place), text: CleanText.withoutControls(CleanText.wellFormed(written)),
        range: range))
    last = "$"
  }
}
