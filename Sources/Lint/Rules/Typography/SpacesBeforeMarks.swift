import SourceText

/// Spaces before Chinese punctuation: `你好 ，世界`.
enum SpacesBeforeMarks: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    for run in page.runs {
      var offset = run.range.lowerBound
      let end = run.range.upperBound
      while offset < end {
        guard Characters.isBlank(page.bytes[offset]) else {
          offset += 1
          continue
        }
        let start = offset
        offset = Characters.skipBlanks(from: offset, to: end, in: page.bytes)
        guard start > run.range.lowerBound || !run.beginsLine,
          let (value, _) = Characters.character(at: offset, in: page.bytes, to: end),
          Characters.isClosingMark(value)
        else { continue }
        findings.append(
          Finding(
            .lintSpaceBeforeMark, start..<offset, "A space stands before a Chinese punctuation mark.",
            advice: "Delete it; the mark brings its own white space."
          ).replacing(start..<offset, by: ""))
      }
    }
  }
}
