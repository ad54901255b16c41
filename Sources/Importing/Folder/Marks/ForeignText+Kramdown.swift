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
      let close = bytes[start..<line.upperBound].firstIndex(of: 0x7D)
    else { return }
    let whole = start..<close + 1
    guard bytes[start + 2] != 0x3A else {
      return keepAsCode(
        whole, isCode: false, "kramdown's extensions have no counterpart here; it was kept as code")
    }
    if start > line.lowerBound, bytes[start - 1] == 0x29 {
      replace(whole, by: [0x7B] + bytes[trimmed(start + 2..<close)] + [0x7D])
    } else {
      report.addRemoval(whole, "attributes of text have no counterpart here")
      replace(whole, by: [])
    }
  }

  /// `\\(` and `\\[`, which a Markdown without formulas needs to write `\(` and `\[`.
  mutating func readDoubleBackslash(in line: Range<Int>) {
    let start = position
    guard start + 2 < line.upperBound, bytes[start + 1] == 0x5C else {
      // An escaped character begins nothing.
      return skip(to: min(start + 2, line.upperBound))
    }
    let mark = bytes[start + 2]
    if mark == 0x28 {
      let close = Array("\\\\)".utf8)
      guard let end = TextBytes.find(close, in: start + 3..<line.upperBound, of: bytes),
        end.lowerBound > start + 3
      else { return skip(to: start + 3) }
      replace(start..<end.upperBound, by: [0x5C, 0x28] + bytes[start + 3..<end.lowerBound] + [0x5C, 0x29])
    } else if mark == 0x5B || mark == 0x5D, TextBytes.trim(line, in: bytes) == start..<start + 3 {
      replace(start..<start + 3, by: [0x5C, mark])
    } else {
      skip(to: start + 2)
    }
  }

  /// `$$…$$` within a line, which is how kramdown writes a formula in the text.
  mutating func readInlineFormula(in line: Range<Int>) {
    let start = position
    guard start + 1 < line.upperBound, bytes[start + 1] == 0x24 else { return skip(to: start + 1) }
    let mark: [UInt8] = [0x24, 0x24]
    guard let end = TextBytes.find(mark, in: start + 2..<line.upperBound, of: bytes) else {
      return skip(to: line.upperBound)
    }
    let content = trimmed(start + 2..<end.lowerBound)
    let isAlone = TextBytes.trim(line, in: bytes) == start..<end.upperBound
    let isBeforeDigit = end.upperBound < line.upperBound && TextBytes.isDigit(bytes[end.upperBound])
    guard !isAlone, !isBeforeDigit, !content.isEmpty, !bytes[content].contains(0x24) else {
      return skip(to: end.upperBound)
    }
    replace(start..<end.upperBound, by: [0x24] + bytes[content] + [0x24])
  }
}
