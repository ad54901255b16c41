import SourceText

/// Full-width letters and digits, and brackets of which one is wide and the other narrow.
enum WideForms: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    for run in page.runs {
      var open: (offset: Int, length: Int)?
      var offset = run.range.lowerBound
      let end = run.range.upperBound
      while offset < end {
        guard let (value, length) = Characters.character(at: offset, in: page.bytes, to: end) else {
          offset += 1
          continue
        }
        let start = offset
        offset += length
        switch value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
          let word = wideWord(from: start, to: end, page.bytes)
          findings.append(finding(word, page))
          offset = word.upperBound
        case 0x3002:
          open = nil
        case 0x28, 0xFF08:
          open = (start, length)
        case 0x29, 0xFF09:
          if let (first, firstLength) = open, firstLength != length, offset - first <= longestPair {
            findings.append(brackets(first..<offset, inner: (first + firstLength)..<start, page))
          }
          open = nil
        default: break
        }
      }
    }
  }

  /// A run of wide letters and digits, with the wide signs between them.
  private static func wideWord(from start: Int, to end: Int, _ bytes: [UInt8]) -> Range<Int> {
    var offset = start
    var last = start
    while let (value, length) = Characters.character(at: offset, in: bytes, to: end) {
      offset += length
      switch value {
      case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF0E: last = offset
      case 0xFF05, 0xFF0B, 0xFF0D, 0xFF0F: continue
      default: return start..<last
      }
    }
    return start..<last
  }

  private static func finding(_ word: Range<Int>, _ page: LintedPage) -> Finding {
    let narrow = String(
      String.UnicodeScalarView(
        page.text(word).unicodeScalars.map { Unicode.Scalar($0.value - 0xFEE0) ?? $0 }))
    return Finding(
      .lintWideForm, word,
      "These letters or digits are full-width; a search for \(narrow) does not find them.",
      advice: "Write \(narrow)."
    ).replacing(word, by: narrow)
  }

  /// In bytes; brackets farther apart hardly belong together.
  private static let longestPair = 200

  /// The brackets become wide when Chinese stands in or before them, else narrow.
  private static func brackets(_ whole: Range<Int>, inner: Range<Int>, _ page: LintedPage) -> Finding {
    let before = Characters.skipBlanks(backFrom: whole.lowerBound, to: 0, in: page.bytes)
    let previous = Characters.character(before: before, in: page.bytes, from: 0)?.value ?? 0
    let isChinese = Characters.isHan(previous) || page.bytes[inner].contains { $0 >= 0xE3 && $0 < 0xEF }
    let text = page.text(inner)
    return Finding(
      .lintWideForm, whole, "One of these brackets is wide, the other narrow.",
      advice: isChinese ? "Write （ and ）." : "Write ( and )."
    ).replacing(whole, by: isChinese ? "（\(text)）" : "(\(text))")
  }
}
