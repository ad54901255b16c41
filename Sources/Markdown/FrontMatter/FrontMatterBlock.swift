import SourceText

/// Where front matter stands in a file.
struct FrontMatterBlock {
  /// From the byte behind a byte order mark to behind the closing line; empty when there is no front matter.
  var range: Range<Int>
  /// The lines between the two `---`.
  var content: Range<Int>
  /// Where the document's text begins.
  var bodyStart: Int
  /// The opening `---`, when no closing line was found although keys follow.
  var unclosed: Range<Int>?

  /// Finds the block.
  ///
  /// A first line `---` opens front matter when a later line `---` or `...` closes it and a line between them looks like a
  /// key, or nothing but comments stands there. Otherwise it is a thematic break, unless keys follow at once: then
  /// the closing line was forgotten, and the block is taken to end where lines stop to look like entries.
  ///
  /// - Complexity: O(lines of the block); O(1) without front matter.
  static func locate(in file: SourceFile) -> FrontMatterBlock {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let none = FrontMatterBlock(range: start..<start, content: start..<start, bodyStart: start)
    guard isFence(at: start, in: file) else { return none }
    guard file.lineStarts.count > 1 else { return none }
    let contentStart = Int(file.lineStarts[1])
    for line in 1..<file.lineStarts.count where isClosing(at: Int(file.lineStarts[line]), in: file) {
      let content = contentStart..<Int(file.lineStarts[line])
      guard holdsEntries(lines: 1..<line, of: file) else { return none }
      let end = line + 1 < file.lineStarts.count ? Int(file.lineStarts[line + 1]) : file.bytes.count
      return FrontMatterBlock(range: start..<end, content: content, bodyStart: end)
    }
    return unclosed(from: start, in: file) ?? none
  }

  /// Whether a line is `---` or YAML's own end of a document, `...`.
  private static func isClosing(at start: Int, in file: SourceFile) -> Bool {
    isFence(at: start, in: file) || isFence(of: UInt8(ascii: "."), at: start, in: file)
  }

  /// Whether a line is three times a byte, perhaps with white space behind.
  private static func isFence(
    of byte: UInt8 = UInt8(ascii: "-"), at start: Int, in file: SourceFile
  ) -> Bool {
    let bytes = file.bytes
    guard start + 3 <= bytes.count, bytes[start] == byte, bytes[start + 1] == byte, bytes[start + 2] == byte
    else { return false }
    var index = start + 3
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
  }

  private static func holdsEntries(lines: Range<Int>, of file: SourceFile) -> Bool {
    var isEmpty = true
    for line in lines {
      let text = file.lineRange(line)
      if looksLikeEntry(text, of: file) { return true }
      isEmpty = isEmpty && YAMLLine.isBlank(text, of: file)
    }
    return isEmpty
  }

  /// A key and a colon, or one of our keys with a colon that YAML does not see, or a map in braces; indented or not.
  private static func looksLikeEntry(_ line: Range<Int>, of file: SourceFile) -> Bool {
    let text = YAMLLine.trimmed(line, of: file)
    if let first = text.first, file.bytes[first] == UInt8(ascii: "{") { return true }
    if YAMLLine.key(in: text, of: file) != nil { return true }
    guard let (name, _, _) = YAMLLine.almostKey(in: text, of: file) else { return false }
    return FrontMatterKey.meaning(of: String(decoding: file.bytes[name], as: UTF8.self)) != nil
  }

  private static func unclosed(from start: Int, in file: SourceFile) -> FrontMatterBlock? {
    var line = 1
    while line < file.lineStarts.count {
      let text = file.lineRange(line)
      let isEntry = looksLikeEntry(text, of: file)
      let mayContinue = line > 1 && !YAMLLine.isBlank(text, of: file) && YAMLLine.continues(text, of: file)
      guard isEntry || mayContinue else { break }
      line += 1
    }
    guard line > 1 else { return nil }
    let end = line < file.lineStarts.count ? Int(file.lineStarts[line]) : file.bytes.count
    return FrontMatterBlock(
      range: start..<end, content: Int(file.lineStarts[1])..<end, bodyStart: end, unclosed: start..<start + 3)
  }
}
