import SourceText

/// Hugo's shortcodes and the attributes of its Markdown.
extension ForeignText {
  /// Reads a shortcode that begins at the position, if there is one.
  mutating func readShortcode(isCode: Bool) {
    let start = position
    guard start + 4 < bytes.count, bytes[start + 1] == 0x7B,
      bytes[start + 2] == 0x3C || bytes[start + 2] == 0x25
    else { return }
    let closing = bytes[start + 2] == 0x3C ? ">}}" : "%}}"
    guard let close = find(closing, from: start + 3) else { return }
    let whole = start..<close.upperBound
    let inside = trimmed(start + 3..<close.lowerBound)
    if inside.count >= 4, bytes[inside].starts(with: "/*".utf8),
      bytes[inside].suffix(2).elementsEqual("*/".utf8)
    {
      return writeEscaped(whole, inside.dropFirst(2).dropLast(2), isCode: isCode)
    }
    guard !isCode else { return skip(to: whole.upperBound) }
    let code = Shortcode(bytes[inside])
    switch code.name {
    case "ref", "relref":
      guard let path = code["path"] ?? code.positional.first else { break }
      return writeLink(to: Array(path.utf8), in: whole)
    case "figure":
      guard code["src"] != nil else { break }
      return writeFigure(code, in: whole)
    case "highlight":
      guard let end = find("{{< /highlight >}}", from: whole.upperBound) else { break }
      for option in code.positional.dropFirst() + code.named.map({ "\($0.name)=\($0.value)" }) {
        report.add(.importRemoved, whole, "code is shown in one way here, without the option `\(option)`")
      }
      let text = codeBlock(whole.upperBound..<end.lowerBound, language: code.positional.first ?? "")
      return replace(whole.lowerBound..<endOfBlock(end.upperBound), by: text)
    case "katex", "math":
      guard let end = find("{{< /\(code.name) >}}", from: whole.upperBound) else { break }
      let isDisplay = code.positional.contains("display") || code.positional.contains("block")
      return writeFormula(
        trimmed(whole.upperBound..<end.lowerBound), isDisplay: isDisplay,
        in: whole.lowerBound..<end.upperBound)
    default: break
    }
    keepAsCode(
      whole, isCode: isCode, "the shortcode `\(code.name)` has no counterpart here; it was kept as code")
  }

  /// A shortcode that Hugo shows instead of running it.
  private mutating func writeEscaped(_ whole: Range<Int>, _ inside: Range<Int>, isCode: Bool) {
    let open = bytes[whole.lowerBound..<whole.lowerBound + 3]
    let close = bytes[whole.upperBound - 3..<whole.upperBound]
    let shown = open + bytes[inside] + close
    replace(whole, by: isCode ? Array(shown) : [0x60] + shown + [0x60])
  }

  private mutating func writeFigure(_ figure: Shortcode, in whole: Range<Int>) {
    let source = figure["src"] ?? ""
    let shown = figure["alt"] ?? figure["caption"] ?? ""
    let title = figure["title"].map { " \"\($0.replacing("\"", with: "\\\""))\"" } ?? ""
    var text = "![\(shown.bracketed)](\(ForeignText.address(source))\(title))"
    if let link = figure["link"] { text = "[\(text)](\(ForeignText.address(link)))" }
    var caption = figure["alt"] == nil ? "" : figure["caption"] ?? ""
    if let credit = figure["attr"] {
      let credited = figure["attrlink"].map { "[\(credit.bracketed)](\(ForeignText.address($0)))" } ?? credit
      caption += (caption.isEmpty ? "" : " ") + credited
    }
    if !caption.isEmpty, caption != shown { text += "\n\n\(caption)" }
    let known: Set<String> = ["src", "alt", "caption", "title", "link", "attr", "attrlink"]
    for (name, value) in figure.named where !known.contains(name) {
      report.add(.importRemoved, whole, "images are shown in one way here, without `\(name)=\"\(value)\"`")
    }
    replace(whole, by: text)
  }

  private static func address(_ text: String) -> String {
    text.contains { $0 == " " || $0 == "(" || $0 == ")" } ? "<\(text)>" : text
  }

  private mutating func writeFormula(_ content: Range<Int>, isDisplay: Bool, in whole: Range<Int>) {
    let text = bytes[content]
    let hasMarks = text.first == 0x24 || text.starts(with: "\\(".utf8) || text.starts(with: "\\[".utf8)
    let mark: [UInt8] = hasMarks ? [] : isDisplay ? [0x24, 0x24] : [0x24]
    replace(whole, by: mark + text + mark)
  }

  /// Behind a line end that directly follows.
  private func endOfBlock(_ offset: Int) -> Int {
    var end = offset
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    return end < bytes.count && bytes[end] == 0x0A ? end + 1 : offset
  }

  /// Leaves out a line that only gives attributes to the block before it.
  mutating func readAttributeLine(_ line: Range<Int>) -> Bool {
    let text = TextBytes.trim(line, in: bytes)
    guard text.count > 3, bytes[text.lowerBound] == 0x7B, bytes[text.upperBound - 1] == 0x7D,
      [0x2E, 0x23].contains(bytes[text.lowerBound + 1]), !bytes[text.dropFirst().dropLast()].contains(0x7D)
    else { return false }
    report.addRemoval(text, "attributes of a block have no counterpart here")
    replace(text, by: [])
    return true
  }
}

extension String {
  /// The text as it stands between brackets.
  var bracketed: String { replacing("[", with: "\\[").replacing("]", with: "\\]") }
}
