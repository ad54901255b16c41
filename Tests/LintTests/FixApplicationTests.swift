import KnowledgeBase
import Markdown
import SourceText
import Testing

@testable import Lint

@Suite("Fixes in a file, and their diff")
struct FixApplicationTests {
  private func fix(_ range: Range<Int>, _ text: String, _ applicability: FixIt.Applicability = .safe)
    -> Diagnostic
  {
    Diagnostic(
      .lintWideForm, at: nil, "m",
      fix: FixIt(range: SourceRange(range), replacement: text, applicability: applicability))
  }

  @Test("Of overlapping fixes the first is made; proposals are not")
  func overlapping() {
    var application = FixApplication(Array("abcdef".utf8))
    let count = application.apply([
      fix(1..<3, "X"), fix(2..<4, "Y"), fix(5..<6, "Z"), fix(0..<1, "P", .proposed),
    ])
    #expect(count == 2)
    #expect(application.text.elementsEqual("aXdeZ".utf8))
  }

  @Test("One fix may mend several places, and a fix beyond the text is passed over")
  func severalPlaces() {
    var application = FixApplication(Array("a-b-c".utf8))
    let several = Diagnostic(
      .lintWideForm, at: nil, "m",
      fix: FixIt(
        range: SourceRange(1..<2), replacement: "+", furtherRanges: [SourceRange(3..<4)]))
    application.apply([several, fix(5..<9, "no")])
    #expect(application.text.elementsEqual("a+b+c".utf8))
  }

  @Test("Rounds end when nothing is left, and for rules that are never content")
  func rounds() {
    let done = FixApplication.fixing(Array("aaa".utf8)) { text in
      text.firstIndex(of: 0x61).map { [fix($0..<($0 + 1), "b")] } ?? []
    }
    #expect(done.text.elementsEqual("bbb".utf8) && done.changeCount == 3)
    var calls = 0
    _ = FixApplication.fixing([0x61]) { text in
      calls += 1
      return [fix(0..<1, text == [0x61] ? "b" : "a")]
    }
    #expect(calls < 100)
  }

  @Test("The diff names the lines, with three lines around them, and joins what is near")
  func diff() {
    let lines = (1...20).map { "line \($0)\n" }
    let text = Array(lines.joined().utf8)
    func place(_ line: Int) -> Range<Int> {
      let start = lines[..<(line - 1)].joined().utf8.count
      return start..<(start + 4)
    }
    var application = FixApplication(text)
    application.apply([fix(place(2), "LINE"), fix(place(16), "A\nB"), fix(place(18), "LINE")])
    #expect(
      String(decoding: application.unifiedDiff(path: "content/a.md"), as: UTF8.self) == """
        --- a/content/a.md
        +++ b/content/a.md
        @@ -1,5 +1,5 @@
         line 1
        -line 2
        +LINE 2
         line 3
         line 4
         line 5
        @@ -13,8 +13,9 @@
         line 13
         line 14
         line 15
        -line 16
        +A
        +B 16
         line 17
        -line 18
        +LINE 18
         line 19
         line 20

        """)
  }

  @Test("A last line without its end, a removed line and an unchanged text")
  func diffEnds() {
    #expect(FixApplication(Array("a".utf8)).unifiedDiff(path: "x").isEmpty)
    var last = FixApplication(Array("a\nb".utf8))
    last.apply([fix(2..<3, "c")])
    #expect(
      String(decoding: last.unifiedDiff(path: "x"), as: UTF8.self)
        == "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
    )
    var removed = FixApplication(Array("a\nb\nc\n".utf8))
    removed.apply([fix(2..<4, "")])
    #expect(
      String(decoding: removed.unifiedDiff(path: "x"), as: UTF8.self)
        == "--- a/x\n+++ b/x\n@@ -1,3 +1,2 @@\n a\n-b\n c\n")
  }

  /// Applies a diff as `patch` does, without its tolerance.
  private func patched(_ text: [UInt8], with diff: [UInt8]) -> [UInt8]? {
    let old = LineTable(text).ranges.map { Array(text[$0]) }
    var lines = LineTable(diff).ranges.map { Array(diff[$0]) }.dropFirst(2)
    for (index, line) in lines.enumerated().reversed() where line.first == 0x5C {
      lines[lines.startIndex + index - 1].removeLast()
      lines.remove(at: lines.startIndex + index)
    }
    var result: [UInt8] = []
    var position = 0
    for line in lines {
      if line.first == 0x40 {
        let numbers = String(decoding: line, as: UTF8.self).split { !$0.isNumber }
        let isEmpty = String(decoding: line, as: UTF8.self).contains(#/-\d+,0 /#)
        guard let first = numbers.first.flatMap({ Int($0) }) else { return nil }
        let start = isEmpty ? first : first - 1
        for line in old[position..<start] { result += line }
        position = start
        continue
      }
      if line.first != 0x2B {
        guard position < old.count, old[position].elementsEqual(line.dropFirst()) else { return nil }
        position += 1
      }
      if line.first != 0x2D { result += line.dropFirst() }
    }
    for line in old[position...] { result += line }
    return result
  }

  @Test(
    "On random pages nothing is left to fix after fixing, and the diff turns the old text into the new",
    arguments: 0..<300)
  func random(_ seed: UInt64) {
    var generator = SplitMix(state: seed)
    let pieces = [
      "你好,世界. ", "ＧＰＴ－４", "【8†source】", " citeturn0search1 ", "[heading2]标题", "[content]", "\n\n", "\n",
      "> 引,文\n",
      "- ", "24.7=25.99 ", "（坏)", " ，",
      "[a](https://link.zhihu.com/?target=https%3A//a.org%3Futm_source%3Dx)", "`码,字`",
      "https://a.org/?fbclid=1 ", "##题", "“引,文”", "困惑度越低，模型对下文越有把握，预测得也越准确。\n\n", "| 甲,乙 |\n|-|\n",
      "$24.7=25.99$", "\r\n",
      "*", "[", "](", ")", "正文", "word ", "(括号)",
    ]
    let text = (0..<Int.random(in: 1...25, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
    let diagnose = { (bytes: [UInt8]) in LintFixture.diagnostics(of: bytes, place: "questions/a") }
    let once = FixApplication.fixing(Array(text.utf8), diagnose: diagnose)
    let twice = FixApplication.fixing(once.text, diagnose: diagnose)
    #expect(twice.changeCount == 0, "\(text)")
    if once.text != Array(text.utf8) {
      #expect(patched(Array(text.utf8), with: once.unifiedDiff(path: "a.md")) == once.text, "\(text)")
    }
    for finding in diagnose(Array(text.utf8)) {
      #expect(Int(finding.location?.range?.end ?? 0) <= text.utf8.count)
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood, 2014): the same numbers for the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
