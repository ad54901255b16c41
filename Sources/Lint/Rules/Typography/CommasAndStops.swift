import SourceText

/// ASCII punctuation within Chinese text: `你好,世界`, `**你好**,世界`, `$x$,其中`.
enum CommasAndStops: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    let chinese = chineseBlocks(page)
    for run in page.runs {
      var run = run
      // An English sentence may name Chinese pages: `see [[困惑度]], [[熵]].`
      if !chinese.contains(run.block) { (run.before, run.after) = (.other, .other) }
      var offset = run.range.lowerBound
      if run.followsAddress {
        while offset < run.range.upperBound, page.bytes[offset] > 0x20 { offset += 1 }
      }
      while offset < run.range.upperBound {
        if isAddress(at: offset, in: run, page.bytes) {
          while offset < run.range.upperBound, page.bytes[offset] > 0x20 { offset += 1 }
          continue
        }
        if let mark = wideForm(of: page.bytes[offset]),
          let range = range(ofMarkAt: offset, in: run, page.bytes)
        {
          let isSure = isSure(range, in: run, page.bytes)
          findings.append(finding(range, by: mark, narrow: page.bytes[offset], isSure: isSure))
        } else if page.bytes[offset] == 0x28, let range = parentheses(at: offset, in: run, page.bytes) {
          let inner = page.text((range.lowerBound + 1)..<(range.upperBound - 1))
          findings.append(
            Finding(
              .lintASCIIPunctuation, range, "These parentheses are ASCII, the text around them is Chinese.",
              advice: "Write （ and ）."
            ).replacing(range, by: "（\(inner)）"))
          offset = range.upperBound - 1
        }
        offset += 1
      }
    }
  }

  /// Whether an address or a path begins there that is no link: `://` or, behind a letter, `:\`.
  private static func isAddress(at offset: Int, in run: ProseRun, _ bytes: [UInt8]) -> Bool {
    guard bytes[offset] == 0x3A, offset > run.range.lowerBound, Characters.isLetter(bytes[offset - 1]) else {
      return false
    }
    let rest = bytes[offset..<run.range.upperBound].dropFirst()
    return rest.first == 0x5C || rest.starts(with: "//".utf8)
  }

  /// The blocks whose running text is Chinese: a Chinese word of two characters stands for one of five letters.
  private static func chineseBlocks(_ page: LintedPage) -> Set<Int> {
    var surplus: [Int: Int] = [:]
    for run in page.runs {
      let text = page.bytes[run.range]
      let difference = 5 * text.count { 0xE3...0xE9 ~= $0 } - 2 * text.count(where: Characters.isLetter)
      surplus[run.block, default: 0] += difference
    }
    return Set(surplus.filter { $0.value > 0 }.keys)
  }

  private static func wideForm(of byte: UInt8) -> String? {
    switch byte {
    case 0x2C: "，"
    case 0x2E: "。"
    case 0x3A: "："
    case 0x3B: "；"
    case 0x21: "！"
    case 0x3F: "？"
    default: nil
    }
  }

  private static func finding(_ range: Range<Int>, by mark: String, narrow: UInt8, isSure: Bool) -> Finding {
    Finding(
      .lintASCIIPunctuation, range,
      "This `\(Character(Unicode.Scalar(narrow)))` is ASCII, the text around it is Chinese.",
      advice: isSure ? "Write \(mark)." : "Write \(mark), or what was lost here."
    ).replacing(range, by: mark, isSure ? .safe : .proposed)
  }

  /// Between two characters a point may part the names of a foreigner, and a question mark stand for a character that
  /// was lost on the way from another encoding; before a space or at the end of a line they end a sentence.
  private static func isSure(_ range: Range<Int>, in run: ProseRun, _ bytes: [UInt8]) -> Bool {
    let isAmbiguous = bytes[range.lowerBound] == 0x2E || bytes[range.lowerBound] == 0x3F
    if range.lowerBound == run.range.lowerBound, run.before == .formula {
      return bytes[range.lowerBound] == 0x2C || bytes[range.lowerBound] == 0x3B
    }
    return !isAmbiguous || range.count > 1 || range.upperBound == run.range.upperBound
  }

  /// The mark with the spaces behind it, when a Chinese character stands directly before it and another behind it, or
  /// when it ends the line. A formula between Chinese text stands for such a character before it.
  private static func range(ofMarkAt offset: Int, in run: ProseRun, _ bytes: [UInt8]) -> Range<Int>? {
    let isBehindFormula = offset == run.range.lowerBound && run.before == .formula
    let start = startWithBlanks(ofMarkAt: offset, in: run, bytes)
    guard isBehindFormula || isHan(before: start, in: run, bytes) || isClosing(before: start, in: run, bytes)
    else { return nil }
    let end = run.range.upperBound
    let next = Characters.skipBlanks(from: offset + 1, to: end, in: bytes)
    if next == end {
      if case .character(let value) = run.after, Characters.isHan(value) { return start..<next }
      // A comma or colon at the end of a line may lead over to a formula, code or a list of narrow things.
      let endsSentence = bytes[offset] != 0x2C && bytes[offset] != 0x3A
      return endsSentence && !isBehindFormula && run.endsLine && next == offset + 1 ? start..<next : nil
    }
    guard let (value, _) = Characters.character(at: next, in: bytes, to: end), Characters.isHan(value) else {
      return nil
    }
    return start..<next
  }

  /// Where a comma or semicolon begins with the blanks before it: nothing else stands for it, whereas ` .` may begin a name
  /// and ` :` stand between two things.
  private static func startWithBlanks(ofMarkAt offset: Int, in run: ProseRun, _ bytes: [UInt8]) -> Int {
    guard bytes[offset] == 0x2C || bytes[offset] == 0x3B else { return offset }
    return Characters.skipBlanks(backFrom: offset, to: run.range.lowerBound, in: bytes)
  }

  /// Whether a Chinese bracket or quotation mark closes there, such as in `（注）,其中`.
  private static func isClosing(before offset: Int, in run: ProseRun, _ bytes: [UInt8]) -> Bool {
    guard offset > run.range.lowerBound,
      let (value, _) = Characters.character(before: offset, in: bytes, from: run.range.lowerBound)
    else { return false }
    return "）》〉」』】〕”’".unicodeScalars.contains { $0.value == value }
  }

  /// Parentheses around Chinese characters alone, directly behind one.
  private static func parentheses(at open: Int, in run: ProseRun, _ bytes: [UInt8]) -> Range<Int>? {
    guard isHan(before: open, in: run, bytes) else { return nil }
    let end = min(run.range.upperBound, open + longestParenthesis)
    var offset = open + 1
    while let (value, length) = Characters.character(at: offset, in: bytes, to: end) {
      offset += length
      if value == 0x29 { return offset - open > 2 ? open..<offset : nil }
      guard Characters.isHan(value) || Characters.isClosingMark(value) && value != 0xFF09 else { return nil }
    }
    return nil
  }

  private static let longestParenthesis = 240

  private static func isHan(before offset: Int, in run: ProseRun, _ bytes: [UInt8]) -> Bool {
    if offset == run.range.lowerBound {
      guard case .character(let value) = run.before else { return false }
      return Characters.isHan(value)
    }
    guard let (value, _) = Characters.character(before: offset, in: bytes, from: run.range.lowerBound) else {
      return false
    }
    return Characters.isHan(value)
  }
}
