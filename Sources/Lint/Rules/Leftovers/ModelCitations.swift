import SourceText

/// Citation marks of chat programs that lead nowhere outside of them: `【8†source】`, `citeturn0search1` (in private-use
/// characters or without), `:contentReference[oaicite:3]{index=3}`, `[oaicite:3]`, `[citation:3]`, `[^3^]`; and
/// `[oai_citation:0‡site](https://…)`, which leads somewhere under a name that says nothing.
package enum ModelCitations: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    for run in page.runs {
      var offset = run.range.lowerBound
      while offset < run.range.upperBound {
        guard mayBeginMark(page.bytes[offset]) else {
          offset += 1
          continue
        }
        let rest = offset..<run.range.upperBound
        if let name = OpenAICitation(at: rest, in: page.bytes) {
          findings.append(name.finding(in: run, of: page))
          offset = name.range.upperBound
        } else if let mark = end(ofMarkAt: rest, in: page.bytes, from: run.range.lowerBound) {
          findings.append(finding(offset..<mark, in: run.range, of: page.bytes))
          offset = mark
        } else {
          offset += 1
        }
      }
    }
  }

  private static func mayBeginMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3A, 0x5B, 0x63, 0x66, 0x6E, 0x6F, 0x74, 0xE3, 0xEE: true
    default: false
    }
  }

  /// What is said of every mark.
  static func finding(_ mark: Range<Int>) -> Finding {
    Finding(
      .lintModelCitation, mark, "This is a chat program's own citation mark; it leads nowhere here.",
      advice: "Cite the source itself, `[@key]`, or delete the mark.")
  }

  private static func finding(_ mark: Range<Int>, in run: Range<Int>, of bytes: [UInt8]) -> Finding {
    // The space before a mark goes with it when nothing but an end follows.
    let follows = mark.upperBound < run.upperBound ? bytes[mark.upperBound] : 0x0A
    let isFollowedByWord = follows >= 0x80 || Characters.isLetter(follows) || Characters.isDigit(follows)
    let start =
      isFollowedByWord
      ? mark.lowerBound : Characters.skipBlanks(backFrom: mark.lowerBound, to: run.lowerBound, in: bytes)
    return finding(mark).replacing(start..<mark.upperBound, by: "")
  }

  /// Where the mark ends that begins a piece of text, if one does.
  ///
  /// - Parameter start: where the text begins that the piece belongs to.
  /// - Complexity: O(length of the mark).
  package static func end(ofMarkAt rest: Range<Int>, in bytes: [UInt8], from start: Int) -> Int? {
    switch bytes[rest.lowerBound] {
    case 0xE3: daggerMark(rest, bytes)
    case 0xEE: privateUseMark(rest, bytes)
    case 0x3A: contentReference(rest, bytes)
    case 0x5B: bracketMark(rest, bytes)
    case 0x63, 0x66, 0x6E, 0x74: bareMark(rest, bytes, behind: start)
    default: nil
    }
  }

  /// `【8†source】`, `【4:0†report.pdf】`, `【12†L5-L9】`.
  private static func daggerMark(_ rest: Range<Int>, _ bytes: [UInt8]) -> Int? {
    guard ByteSearch.matches(daggerBracket, at: rest.lowerBound, in: bytes, to: rest.upperBound) else {
      return nil
    }
    let start = rest.lowerBound + 3
    var index = start
    while index < rest.upperBound, Characters.isDigit(bytes[index]) || (bytes[index] == 0x3A && index > start)
    {
      index += 1
    }
    guard index > start,
      ["†", "‡"].contains(where: {
        ByteSearch.matches(Array($0.utf8), at: index, in: bytes, to: rest.upperBound)
      })
    else { return nil }
    return close("】", from: index, rest, bytes)
  }

  private static let daggerBracket = Array("【".utf8)

  /// From U+E200 to U+E201; without its end, the run of such characters alone.
  private static func privateUseMark(_ rest: Range<Int>, _ bytes: [UInt8]) -> Int? {
    guard isPrivateUse(rest.lowerBound, rest, bytes) else { return nil }
    if bytes[rest.lowerBound + 2] == 0x80, let end = close("\u{E201}", from: rest.lowerBound, rest, bytes) {
      return end
    }
    var index = rest.lowerBound
    while isPrivateUse(index, rest, bytes) { index += 3 }
    return index
  }

  private static func isPrivateUse(_ offset: Int, _ rest: Range<Int>, _ bytes: [UInt8]) -> Bool {
    offset + 3 <= rest.upperBound && bytes[offset] == 0xEE && bytes[offset + 1] == 0x88
      && 0x80...0x86 ~= bytes[offset + 2]
  }

  /// `:contentReference[oaicite:3]{index=3}`.
  private static func contentReference(_ rest: Range<Int>, _ bytes: [UInt8]) -> Int? {
    let head = Array(":contentReference[oaicite:".utf8)
    guard ByteSearch.matches(head, at: rest.lowerBound, in: bytes, to: rest.upperBound),
      let end = close("]", from: rest.lowerBound, rest, bytes)
    else { return nil }
    guard ByteSearch.matches(Array("{index=".utf8), at: end, in: bytes, to: rest.upperBound) else {
      return end
    }
    return close("}", from: end, rest, bytes) ?? end
  }

  /// `[oaicite:3]`, `[oai_citation:1‡example.org]`; DeepSeek's `[citation:3]`, Bing's and Kimi's `[^3^]`.
  private static func bracketMark(_ rest: Range<Int>, _ bytes: [UInt8]) -> Int? {
    for head in ["[oaicite:", "[oai_citation:", "[oai_citation_attribution:"]
    where ByteSearch.matches(Array(head.utf8), at: rest.lowerBound, in: bytes, to: rest.upperBound) {
      return close("]", from: rest.lowerBound, rest, bytes)
    }
    for (head, tail) in [("[citation:", "]"), ("[^", "^]")]
    where ByteSearch.matches(Array(head.utf8), at: rest.lowerBound, in: bytes, to: rest.upperBound) {
      let start = rest.lowerBound + head.utf8.count
      var index = start
      while index < rest.upperBound, index - start < 3, Characters.isDigit(bytes[index]) { index += 1 }
      guard index > start, ByteSearch.matches(Array(tail.utf8), at: index, in: bytes, to: rest.upperBound)
      else {
        return nil
      }
      return index + tail.utf8.count
    }
    return nil
  }

  /// `citeturn0search1turn0news2`, `cite turn0search1`, `turn0search1`: what is left when private-use characters were
  /// lost or became spaces.
  private static func bareMark(_ rest: Range<Int>, _ bytes: [UInt8], behind start: Int) -> Int? {
    if rest.lowerBound > start {
      let previous = bytes[rest.lowerBound - 1]
      if Characters.isLetter(previous) || Characters.isDigit(previous) || previous == 0x5F { return nil }
    }
    var index = rest.lowerBound
    for head in bareHeads where ByteSearch.matches(head, at: index, in: bytes, to: rest.upperBound) {
      index += head.count
      break
    }
    var end: Int?
    while let next = turn(at: skipGap(from: index, rest, bytes), rest, bytes) {
      index = next
      end = next
    }
    if let last = end, isPrivateUse(last, rest, bytes) { end = skipGap(from: last, rest, bytes) }
    guard let end, end == rest.upperBound || !Characters.isLetter(bytes[end]) else { return nil }
    return end
  }

  private static func skipGap(from start: Int, _ rest: Range<Int>, _ bytes: [UInt8]) -> Int {
    var index = start
    while index < rest.upperBound {
      if isPrivateUse(index, rest, bytes) {
        index += 3
      } else if bytes[index] == 0x20 {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// `turn0search1`.
  private static func turn(at start: Int, _ rest: Range<Int>, _ bytes: [UInt8]) -> Int? {
    func digits(from start: Int) -> Int? {
      var index = start
      while index < rest.upperBound, Characters.isDigit(bytes[index]) { index += 1 }
      return index > start ? index : nil
    }
    guard ByteSearch.matches(turn, at: start, in: bytes, to: rest.upperBound),
      let kind = digits(from: start + 4)
    else { return nil }
    for name in kinds where ByteSearch.matches(Array(name.utf8), at: kind, in: bytes, to: rest.upperBound) {
      return digits(from: kind + name.utf8.count)
    }
    return nil
  }

  private static let turn = Array("turn".utf8)
  private static let bareHeads = ["cite", "filecite", "navlist"].map { Array($0.utf8) }

  private static let kinds = [
    "search", "view", "news", "image", "file", "fetch", "academia", "finance", "forecast", "product",
    "sports",
    "maps", "video", "reddit",
  ]

  private static let longestMark = 300

  private static func close(_ mark: String, from start: Int, _ rest: Range<Int>, _ bytes: [UInt8]) -> Int? {
    let text = Array(mark.utf8)
    let range = start..<min(rest.upperBound, start + longestMark)
    return ByteSearch.first(text, in: bytes, range).map { $0 + text.count }
  }
}
