/// The seven kinds of HTML blocks of CommonMark 0.30 (section 4.6), as far as where they end.
enum HTMLBlockRule {
  /// Ends with the line that holds this text, compared without case.
  case until(StaticString)
  /// Ends before the next blank line.
  case untilBlank

  /// The rule of an HTML block that begins at `start`, if one does.
  static func starting(at start: Int, lineEnd: Int, in bytes: [UInt8], interruptsParagraph: Bool) -> HTMLBlockRule? {
    guard start + 1 < lineEnd, bytes[start] == 0x3C else { return nil }
    switch bytes[start + 1] {
    case 0x21:
      if hasPrefix("<!--", at: start, in: bytes, end: lineEnd) { return .until("-->") }
      if hasPrefix("<![CDATA[", at: start, in: bytes, end: lineEnd) { return .until("]]>") }
      return start + 2 < lineEnd && isLetter(bytes[start + 2]) ? .until(">") : nil
    case 0x3F:
      return .until("?>")
    default:
      let isClosing = bytes[start + 1] == 0x2F
      let nameStart = start + (isClosing ? 2 : 1)
      var nameEnd = nameStart
      while nameEnd < lineEnd, isLetter(bytes[nameEnd]) || bytes[nameEnd] &- 0x30 < 10 { nameEnd += 1 }
      guard nameEnd > nameStart else { return nil }
      let name = bytes[nameStart..<nameEnd].map { $0 | 0x20 }
      let isTerminated =
        nameEnd == lineEnd || [0x20, 0x09, 0x0D, 0x3E].contains(bytes[nameEnd])
        || (bytes[nameEnd] == 0x2F && nameEnd + 1 < lineEnd && bytes[nameEnd + 1] == 0x3E)
      if isTerminated {
        if !isClosing, let rule = rawTextRule(name) { return rule }
        if blockNames.contains(where: { $0.matches(name) }) { return .untilBlank }
      }
      return interruptsParagraph || !isLoneTag(start..<lineEnd, in: bytes) ? nil : .untilBlank
    }
  }

  /// Whether a line ends the block.
  func ends(with line: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard case .until(let text) = self else { return false }
    let length = text.utf8CodeUnitCount
    guard line.count >= length else { return false }
    return (line.lowerBound...(line.upperBound - length)).contains {
      HTMLBlockRule.hasPrefix(text, at: $0, in: bytes, end: line.upperBound)
    }
  }

  private static func rawTextRule(_ name: [UInt8]) -> HTMLBlockRule? {
    if ("script" as StaticString).matches(name) { return .until("</script>") }
    if ("pre" as StaticString).matches(name) { return .until("</pre>") }
    if ("style" as StaticString).matches(name) { return .until("</style>") }
    if ("textarea" as StaticString).matches(name) { return .until("</textarea>") }
    return nil
  }

  /// Whether nothing but one complete tag stands on the line.
  private static func isLoneTag(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard let end = InlineSkipper.endOfTag(at: line.lowerBound, end: line.upperBound, in: bytes) else {
      return false
    }
    return bytes[end..<line.upperBound].allSatisfy(LineShape.isSpace)
  }

  private static func hasPrefix(_ text: StaticString, at start: Int, in bytes: [UInt8], end: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start + length <= end else { return false }
    return text.withUTF8Buffer { expected in
      (0..<length).allSatisfy { offset in
        let byte = bytes[start + offset]
        return byte == expected[offset] || (isLetter(byte) && byte | 0x20 == expected[offset])
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static let blockNames: [StaticString] = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup",
    "option", "p", "param", "section", "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "title", "tr", "track", "ul",
  ]
}
