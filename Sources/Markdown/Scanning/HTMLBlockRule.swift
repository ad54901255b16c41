/// The seven kinds of HTML blocks of CommonMark 0.30 (section 4.6), as far as where they begin and end.
enum HTMLBlockRule {
  /// Ends with the line that holds one of these texts, compared without case.
  case until([StaticString])
  /// Ends before the next blank line.
  case untilBlank

  /// The rule of an HTML block that begins with the content of a line, if one does.
  static func starting(
    at start: Int, end: Int, interruptsParagraph: Bool, in bytes: [UInt8], work: inout ParseWork
  ) -> HTMLBlockRule? {
    guard start + 1 < end, bytes[start] == 0x3C else { return nil }
    switch bytes[start + 1] {
    case 0x21:
      if ASCII.hasPrefix("<!--", at: start, to: end, in: bytes) { return .until(["-->"]) }
      if ASCII.hasPrefix("<![cdata[", at: start, to: end, in: bytes) { return .until(["]]>"]) }
      return start + 2 < end && 0x41...0x5A ~= bytes[start + 2] ? .until([">"]) : nil
    case 0x3F:
      return .until(["?>"])
    default:
      if let rule = named(at: start, end: end, in: bytes) { return rule }
      return !interruptsParagraph && isLoneTag(start..<end, in: bytes, work: &work) ? .untilBlank : nil
    }
  }

  /// Whether a line ends the block.
  func ends(with line: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard case .until(let texts) = self else { return false }
    return line.contains { index in
      texts.contains { ASCII.hasPrefix($0, at: index, to: line.upperBound, in: bytes) }
    }
  }

  private static func named(at start: Int, end: Int, in bytes: [UInt8]) -> HTMLBlockRule? {
    let isClosing = bytes[start + 1] == 0x2F
    let nameStart = start + (isClosing ? 2 : 1)
    var nameEnd = nameStart
    while nameEnd < end, ASCII.isLetter(bytes[nameEnd]) || ASCII.isDigit(bytes[nameEnd]) { nameEnd += 1 }
    guard 1...10 ~= nameEnd - nameStart else { return nil }
    let name = bytes[nameStart..<nameEnd].map { $0 | 0x20 }
    if nameEnd == end || ASCII.isSpace(bytes[nameEnd]) || bytes[nameEnd] == 0x3E {
      if !isClosing, rawTextNames.contains(where: { $0.matches(name) }) { return .until(rawTextEnds) }
    } else {
      guard bytes[nameEnd] == 0x2F, nameEnd + 1 < end, bytes[nameEnd + 1] == 0x3E else { return nil }
    }
    return blockNames.contains { $0.matches(name) } ? .untilBlank : nil
  }

  /// Whether nothing but one complete tag stands on the line.
  private static func isLoneTag(_ line: Range<Int>, in bytes: [UInt8], work: inout ParseWork) -> Bool {
    guard let end = TagScanner.endOfTag(at: line.lowerBound, end: line.upperBound, in: bytes, work: &work)
    else {
      return false
    }
    return bytes[end..<line.upperBound].allSatisfy { ASCII.isBlank($0) || $0 == 0x0C }
  }

  private static let rawTextNames: [StaticString] = ["script", "pre", "textarea", "style"]
  private static let rawTextEnds: [StaticString] = ["</script>", "</pre>", "</textarea>", "</style>"]

  private static let blockNames: [StaticString] = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup",
    "option", "p", "param", "section", "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "title", "tr", "track", "ul",
  ]
}
