import SourceText

/// Jekyll's Liquid tags.
extension ForeignText {
  /// Reads a tag `{% … %}` or an output `{{ … }}` that begins at the position, if there is one.
  ///
  /// A tag may go on over lines, an output may not.
  mutating func readLiquid(in line: Range<Int>, isCode: Bool) {
    let start = position
    guard start + 3 < bytes.count else { return }
    switch bytes[start + 1] {
    case 0x25:
      guard let close = find("%}", from: start + 2) else { return }
      readTag(start..<close.upperBound, inside: start + 2..<close.lowerBound, isCode: isCode)
    case 0x7B:
      guard let close = find("}}", from: start + 2, to: line.upperBound) else { return }
      readOutput(start..<close.upperBound, inside: trimmed(start + 2..<close.lowerBound), isCode: isCode)
    default: return
    }
  }

  private mutating func readTag(_ whole: Range<Int>, inside: Range<Int>, isCode: Bool) {
    var inside = trimmed(inside)
    // A hyphen takes away the white space beside the tag.
    if inside.first.map({ bytes[$0] }) == 0x2D { inside = trimmed(inside.dropFirst()) }
    if inside.last.map({ bytes[$0] }) == 0x2D { inside = trimmed(inside.dropLast()) }
    let tag = Shortcode(bytes[inside])
    if tag.name == "raw", let end = find("{% endraw %}", from: whole.upperBound) {
      report.addRemoval(whole, "nothing needs to be kept from being run here")
      report.addRemoval(end, "nothing needs to be kept from being run here")
      let text = Array(bytes[whole.upperBound..<end.lowerBound])
      return replace(whole.lowerBound..<end.upperBound, by: text)
    }
    guard !isCode else { return skip(to: whole.upperBound) }
    switch tag.name {
    case "post_url", "link":
      guard let target = tag.positional.first else { break }
      return writeLink(to: Array(target.utf8), in: whole)
    case "highlight":
      guard let end = find("{% endhighlight %}", from: whole.upperBound) else { break }
      for option in tag.positional.dropFirst() + tag.named.map({ "\($0.name)=\($0.value)" }) {
        report.add(.importRemoved, whole, "code is shown in one way here, without the option `\(option)`")
      }
      var text = codeBlock(whole.upperBound..<end.lowerBound, language: tag.positional.first ?? "")
      text.removeLast()
      return replace(whole.lowerBound..<end.upperBound, by: text)
    case "comment":
      guard let end = find("{% endcomment %}", from: whole.upperBound) else { break }
      let text = bytes[whole.upperBound..<end.lowerBound]
      guard !text.contains(0x25) else { break }
      return replace(whole.lowerBound..<end.upperBound, by: [0x25, 0x25] + text + [0x25, 0x25])
    default: break
    }
    keepAsCode(whole, isCode: isCode, "the tag `\(tag.name)` has no counterpart here; it was kept as code")
  }

  private mutating func readOutput(_ whole: Range<Int>, inside: Range<Int>, isCode: Bool) {
    guard !isCode else { return skip(to: whole.upperBound) }
    let parts = String(decoding: bytes[inside], as: UTF8.self).split(separator: "|").map(\.trimmingBlanks)
    guard let value = parts.first else { return }
    let filters = parts.dropFirst()
    if value == "site.baseurl" || value == "site.url" {
      report.addRemoval(whole, "addresses begin at the site's root here")
      return replace(whole, by: [])
    }
    let isText = value.count >= 2 && (value.first == "\"" || value.first == "'") && value.last == value.first
    if isText, filters.allSatisfy({ $0 == "relative_url" || $0 == "absolute_url" }) {
      for filter in filters { report.add(.importRemoved, whole, "`\(filter)` is not needed here") }
      return replace(whole, by: String(value.dropFirst().dropLast()))
    }
    keepAsCode(whole, isCode: isCode, "the value `\(value)` is not known here; it was kept as code")
  }
}
