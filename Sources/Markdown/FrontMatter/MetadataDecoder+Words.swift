import SourceText

extension MetadataDecoder {
  /// Several short texts: a list's items, or one scalar cut at commas, full-width ones too.
  package mutating func words(_ entry: MetadataEntry) -> [Sourced<String>] {
    guard case .scalar(_, let style) = entry.value.content, style != .unread else {
      return dividingWideCommas(in: texts(entry), of: entry)
    }
    guard let text = text(entry) else { return [] }
    return text.value.unicodeScalars.split(whereSeparator: MetadataDecoder.separates).compactMap { part in
      let word = String(part).trimmingSpaces
      return word.isEmpty ? nil : Sourced(word, range: text.range)
    }
  }

  /// Takes items of a list in brackets apart at full-width commas, which YAML does not see, and tells of it.
  private mutating func dividingWideCommas(
    in items: [Sourced<String>], of entry: MetadataEntry
  ) -> [Sourced<String>] {
    let list = entry.value.range.bytes
    guard case .list = entry.value.content, list.first.map({ file.bytes[$0] }) == UInt8(ascii: "[") else {
      return items
    }
    var words: [Sourced<String>] = []
    var commas: [SourceRange] = []
    for item in items {
      guard item.value.unicodeScalars.contains(where: MetadataDecoder.isWideComma),
        let text = item.verbatimRange(in: file), text == item.range
      else {
        words.append(item)
        continue
      }
      var start = text.bytes.lowerBound
      for index in text.bytes.indices where isWideComma(at: index, before: text.bytes.upperBound) {
        commas.append(SourceRange(index..<index + 3))
        appendWord(start..<index, to: &words)
        start = index + 3
      }
      appendWord(start..<text.bytes.upperBound, to: &words)
    }
    guard let first = commas.first else { return items }
    report(
      first, "a full-width comma does not divide a list in brackets; write a comma and a space",
      fix: FixIt(range: first, replacement: ", ", furtherRanges: Array(commas.dropFirst())),
      severity: .warning)
    return words
  }

  private func appendWord(_ range: Range<Int>, to words: inout [Sourced<String>]) {
    let range = YAMLLine.trimmed(range, of: file)
    guard !range.isEmpty else { return }
    words.append(Sourced(String(decoding: file.bytes[range], as: UTF8.self), range: SourceRange(range)))
  }

  /// `，` is EF BC 8C, `、` is E3 80 81.
  private func isWideComma(at index: Int, before end: Int) -> Bool {
    guard index + 3 <= end else { return false }
    let bytes = file.bytes[index..<index + 3]
    return bytes.elementsEqual([0xEF, 0xBC, 0x8C]) || bytes.elementsEqual([0xE3, 0x80, 0x81])
  }

  private static func isWideComma(_ scalar: Unicode.Scalar) -> Bool { scalar == "，" || scalar == "、" }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || isWideComma(scalar)
  }
}
