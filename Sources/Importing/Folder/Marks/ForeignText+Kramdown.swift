import SourceText

/// What kramdown and Goldmark write otherwise.
extension ForeignText {
  /// Leaves out lines that give attributes to a block, and tables of contents.
  mutating func readKramdownLine(_ line: Range<Int>) -> Bool {
    let text = TextBytes.trim(line, in: bytes)
    guard text.count >= 4 else { return false }
    if bytes[text].starts(with: "* toc".utf8) || bytes[text].starts(with: "1. toc".utf8)
      || bytes[text].starts(with: "- toc".utf8) || bytes[text].starts(with: "* TOC".utf8)
    {
      guard line.upperBound < bytes.count else { return false }
      let next = TextBytes.trim(line.upperBound + 1..<endOfLine(from: line.upperBound + 1), in: bytes)
      guard bytes[next].elementsEqual("{:toc}".utf8) || bytes[next].elementsEqual("{: toc}".utf8) else {
        return false
      }
      report.addRemoval(
        text.lowerBound..<next.upperBound, "pages have their table of contents without asking")
      replace(text.lowerBound..<next.upperBound, by: [])
      return true
    }
    if readExtension(in: text) { return true }
    guard bytes[text.lowerBound] == 0x7B, bytes[text.lowerBound + 1] == 0x3A,
      bytes[text.upperBound - 1] == 0x7D
    else { return false }
    if let id = headingID(in: text), let end = endOfHeading(before: line) {
      replace(end..<text.upperBound, by: Array(" {#".utf8) + bytes[id] + [0x7D])
      return true
    }
    report.addRemoval(text, "attributes of a block have no counterpart here")
    replace(text, by: [])
    return true
  }

  /// `{::comment}`…`{:/comment}`, which no reader sees, and `{::nomarkdown}`…`{:/}`, whose text they do.
  private mutating func readExtension(in text: Range<Int>) -> Bool {
    let closings = ["{:/comment}", "{:/nomarkdown}", "{:/}"]
    if closings.contains(where: { bytes[text].elementsEqual($0.utf8) }) {
      let isComment = bytes[text].elementsEqual(closings[0].utf8)
      if !isComment { report.addRemoval(text, "the end of an extension of kramdown") }
      replace(text, by: isComment ? "%%" : "")
      return true
    }
    for (opening, mark) in [("{::comment}", "%%"), ("{::nomarkdown}", "")]
    where bytes[text].starts(with: opening.utf8) {
      let start = text.lowerBound..<text.lowerBound + opening.utf8.count
      if let end = find("{:/", from: start.upperBound, to: text.upperBound),
        let close = find("}", from: end.upperBound, to: text.upperBound)
      {
        let content = bytes[start.upperBound..<end.lowerBound]
        if mark.isEmpty { report.addRemoval(start, "a mark around text that kramdown does not read") }
        replace(start.lowerBound..<close.upperBound, by: Array(mark.utf8) + content + Array(mark.utf8))
        return true
      }
      guard start == text, mark.isEmpty || find("{:/comment}", from: text.upperBound) != nil else {
        return false
      }
      if mark.isEmpty { report.addRemoval(text, "a mark around text that kramdown does not read") }
      replace(text, by: mark)
      return true
    }
    return false
  }

  /// The id of attributes `{: #id}` that hold nothing else.
  private func headingID(in text: Range<Int>) -> Range<Int>? {
    let inside = TextBytes.trim(text.lowerBound + 2..<text.upperBound - 1, in: bytes)
    guard inside.count > 1, bytes[inside.lowerBound] == 0x23, !bytes[inside].contains(0x20) else {
      return nil
    }
    return inside.dropFirst()
  }

  /// The end of the line before, if that is a heading that was taken over as it is.
  private func endOfHeading(before line: Range<Int>) -> Int? {
    var end = line.lowerBound - 1
    guard end > 0 else { return nil }
    if bytes[end - 1] == 0x0D { end -= 1 }
    let start = bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let marks = bytes[start..<end].prefix { $0 == 0x23 }.count
    guard canReplace(from: start), 1...6 ~= marks, start + marks < end, bytes[start + marks] == 0x20,
      bytes[end - 1] != 0x7D
    else { return nil }
    return end
  }

  /// Attributes of a link or an image, which we write without the colon; those of anything else are left out.
  mutating func readInlineAttributes(in line: Range<Int>) {
    let start = position
    guard start + 3 < line.upperBound, bytes[start + 1] == 0x3A,
      let close = find("}", from: start + 2, to: line.upperBound)
    else { return }
    let whole = start..<close.upperBound
    guard bytes[start + 2] != 0x3A else {
      return keepAsCode(
        whole, isCode: false, "kramdown's extensions have no counterpart here; it was kept as code")
    }
    if start > line.lowerBound, bytes[start - 1] == 0x29 {
      replace(whole, by: [0x7B] + bytes[trimmed(start + 2..<close.lowerBound)] + [0x7D])
    } else {
      report.addRemoval(whole, "attributes of text have no counterpart here")
      replace(whole, by: [])
    }
  }

  /// `\\(…\\)` and `\\[…\\]`, which a Markdown without formulas needs to write `\(…\)` and `\[…\]`.
  ///
  /// - Parameters:
  ///   - line: the line of the position.
  ///   - text: the line without white space at its ends.
  mutating func readDoubleBackslash(in line: Range<Int>, _ text: Range<Int>) {
    let start = position
    guard start + 2 < line.upperBound, bytes[start + 1] == 0x5C else {
      // An escaped character begins nothing.
      return skip(to: min(start + 2, line.upperBound))
    }
    switch bytes[start + 2] {
    case 0x28:
      guard let end = find("\\\\)", from: start + 3, to: line.upperBound), end.lowerBound > start + 3 else {
        return skip(to: start + 3)
      }
      let content = bytes[start + 3..<end.lowerBound]
      replace(start..<end.upperBound, by: [0x5C, 0x28] + content + [0x5C, 0x29])
    case 0x5B, 0x5D:
      if text == start..<start + 3 {
        replace(text, by: [0x5C, bytes[start + 2]])
      } else if bytes[start + 2] == 0x5B {
        readDisplay(in: line, text)
      } else {
        skip(to: start + 2)
      }
    default: skip(to: start + 2)
    }
  }

  /// `\\[…\\]`: on lines of its own as `\[…\]`, between words as `$$…$$`.
  private mutating func readDisplay(in line: Range<Int>, _ text: Range<Int>) {
    let start = position
    guard let end = find("\\\\]", from: start + 3), end.lowerBound > start + 3 else {
      return skip(to: start + 3)
    }
    let isInLine = end.upperBound <= line.upperBound
    let endsLine =
      end.upperBound == text.upperBound || end.upperBound == bytes.count
      || [0x0A, 0x0D].contains(bytes[end.upperBound])
    let blankLine = find("\n\n", from: start)?.lowerBound ?? bytes.count
    if start == text.lowerBound, endsLine, end.upperBound <= blankLine {
      return replace(
        start..<end.upperBound, by: [0x5C, 0x5B] + bytes[start + 3..<end.lowerBound] + [0x5C, 0x5D])
    }
    guard isInLine else { return skip(to: start + 3) }
    guard find("$", from: start + 3, to: end.lowerBound) == nil else {
      report.add(
        .importUnsupported, start..<end.upperBound,
        "a formula that stands between words can hold no `$`; it was kept as text")
      return skip(to: end.upperBound)
    }
    let content = trimmed(start + 3..<end.lowerBound)
    guard !content.isEmpty else { return skip(to: end.upperBound) }
    replace(start..<end.upperBound, by: [0x24, 0x24] + bytes[content] + [0x24, 0x24])
  }

  /// `$$…$$` within a line, which is how kramdown writes a formula in the text.
  ///
  /// - Parameters:
  ///   - line: the line of the position.
  ///   - text: the line without white space at its ends.
  mutating func readInlineFormula(in line: Range<Int>, _ text: Range<Int>) {
    let start = position
    guard start + 1 < line.upperBound, bytes[start + 1] == 0x24 else { return skip(to: start + 1) }
    guard let end = find("$$", from: start + 2, to: line.upperBound) else {
      return skip(to: line.upperBound)
    }
    let content = trimmed(start + 2..<end.lowerBound)
    let isAlone = text == start..<end.upperBound
    let isBeforeDigit = end.upperBound < line.upperBound && TextBytes.isDigit(bytes[end.upperBound])
    guard !isAlone, !isBeforeDigit, !content.isEmpty, !bytes[content].contains(0x24) else {
      return skip(to: end.upperBound)
    }
    replace(start..<end.upperBound, by: [0x24] + bytes[content] + [0x24])
  }
}
