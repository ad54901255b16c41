import SourceText
import Testing

@testable import Lint

@Suite("Numbers that an editor computes again")
struct NumberTests {
  @Test(
    "A lost superscript is found where a power makes the equation true",
    arguments: [
      ("相当于 24.7=25.99 面的骰子", "相当于 $2^{4.7} = 25.99$ 面的骰子"),
      ("That is 24.7 ≈ 25.99 sides.", "That is $2^{4.7} \\approx 25.99$ sides."),
      ("共有 210 = 1024 种", "共有 $2^{10} = 1024$ 种"),
      ("$24.7 = 25.99$", "$2^{4.7} = 25.99$"),
      ("$$24.7 = 25.99$$", "$$2^{4.7} = 25.99$$"),
      ("（24.7 = 25.99）", "（$2^{4.7} = 25.99$）"),
      ("学习率 10-3 = 0.001", "学习率 $10^{-3} = 0.001$"),
      ("即 2\u{2212}4 = 0.0625。", "即 $2^{-4} = 0.0625$。"),
      ("$10-3=0.001$", "$10^{-3}=0.001$"),
      ("因为 22.585 = 6，", "因为 $2^{2.585} = 6$，"),
      ("since 101.477 = 30 and", "since $10^{1.477} = 30$ and"),
    ])
  func lostSuperscripts(text: String, fixed: String) {
    let page = LintFixture(text)
    #expect(page.diagnostics.map(\.id) == [.lintLostSuperscript])
    #expect(page.fixed == fixed)
    #expect(LintFixture(fixed).found.isEmpty, "what is mended is right")
  }

  @Test(
    "A power that is a factor is proposed",
    arguments: [
      ("学习率 1.5 × 10-3 = 0.0015", #"$1.5 \times 10^{-3} = 0.0015$"#),
      ("约 2 × 103 = 2000 个", #"$2 \times 10^{3} = 2000$"#),
      ("共 3 × 210 = 3072 个", #"$3 \times 2^{10} = 3072$"#),
      (#"$1.5 \times 10-3 = 0.0015$"#, #"1.5 \times 10^{-3}"#),
      (#"$0.5 \cdot 1.12 = 0.605$"#, #"0.5 \times 1.1^{2}"#),
    ])
  func factors(text: String, proposal: String) {
    let fixes = LintFixture(text).diagnostics.map { ($0.id, $0.fix?.replacement, $0.fix?.applicability) }
    #expect(fixes.count == 1 && fixes[0] == (.lintLostSuperscript, proposal, .proposed))
  }

  @Test("A wrong difference that is no power of its parts is wrong")
  func differences() {
    for text in ["10-3 = 6", "5 - 3 = 0.2", "3-1 = 0.3", "2 × 103 = 207", "2 × 52 = 50", "10-0 = 1"] {
      #expect(LintFixture(text).diagnostics.map(\.id) == [.lintWrongNumber], "\(text)")
    }
  }

  @Test(
    "Results are judged by the digits shown",
    arguments: [
      ("log_2 31.1 = 4.95 比特", "truncated-number <4.95>", "4.96"),
      ("log₂ 31.1 ≈ 4.95", "truncated-number <4.95>", "4.96"),
      ("the value log2(31.1) = 4.958", "truncated-number <4.958>", "4.959"),
      ("the value log2(31.1) = 4.9587", "wrong-number <4.9587>", "4.9588"),
      ("$\\log_2 31.1 = 4.95$", "truncated-number <4.95>", "4.96"),
      ("$\\log_{2}(31.1) \\approx 4.95\\ \\text{bits}$", "truncated-number <4.95>", "4.96"),
      ("$H = \\log_2 8 = 4$", "wrong-number <4>", "3"),
      ("2^4.7 = 26.99", "wrong-number <26.99>", "25.99"),
      ("有 2³ = 9 种", "wrong-number <9>", "8"),
      ("$\\frac{1}{3} = 0.34$", "wrong-number <0.34>", "0.33"),
      ("$2^{10} = 1000$", "wrong-number <1000>", "1024"),
      ("$\\sqrt{2} \\times 2 = 2.82$", "truncated-number <2.82>", "2.83"),
      ("3 × 4 = 13", "wrong-number <13>", "12"),
    ])
  func judged(text: String, finding: String, right: String) {
    let page = LintFixture(text)
    #expect(page.found == [finding])
    #expect(page.diagnostics.first?.fix?.replacement == right)
    #expect(page.diagnostics.first?.fix?.applicability == .proposed, "either side may be the wrong one")
  }

  @Test(
    "What is right, or is no equation of numbers, is left alone",
    arguments: [
      "2^4.7 = 25.99", "$\\log_2 31.1 = 4.96$", "$2^{4.7} = 25.99 \\approx 26$", "$2^{10} \\approx 1000$",
      "$x = 2 + 3$", "$a_2 = 5$", "x - 3 = 4", "$H(X) = 2$", "`24.7=25.99`", "```\n24.7=25.99\n```",
      "https://a.org/?24.7=25.99", "版本 24 = 25", "24.7 = 24.70", "第 3 = 4 节", "50 % = 3 + 4", "1/3 = 33 %",
      "n == 5", "2 + 2 != 5", "3 * 4 => 5", "3/4 = 0.75x", "10^4 = 1 万", "2 × 3 = 6 × 1", "$2 + 2 \\ne 5$",
      "$\\mathrm{KL} 3 + 1 = 5$", "sin 30 + 1 = 5", "$2^10 = 1024$", "5 - 3 = 2", "1 + 1 = 2，好",
      "3 < 2 + 2 = 4",
      "2,000 + 24 = 2,024", "$1{,}000 + 24 = 1{,}025$", "k = 3", "{calc: 2^4.7 = 25.99}", "$\\log 8 = 3$",
      "$2 + 2 = 5 + x$", "`x` + 3 = 4", "$x$ 2 = 3",
    ])
  func silent(text: String) {
    #expect(LintFixture(text).found.isEmpty)
  }

  @Test("A number that is a power of two kinds gets no certain fix, one that is none no finding")
  func ambiguous() {
    #expect(LostSuperscript.powers(in: Array("24".utf8), equalTo: Array("16".utf8)).isEmpty)
    #expect(LostSuperscript.powers(in: Array("22.58".utf8), equalTo: Array("6".utf8)).isEmpty)
    #expect(LostSuperscript.powers(in: Array("22.586".utf8), equalTo: Array("6".utf8)).isEmpty)
    #expect(LostSuperscript.powers(in: Array("24.7".utf8), equalTo: Array("25.98".utf8)).isEmpty)
    let powers = LostSuperscript.powers(in: Array("103".utf8), equalTo: Array("1000".utf8))
    #expect(powers.map(\.base) == ["10"] && powers.map(\.exponent) == ["3"])
    #expect(LostSuperscript.powers(in: Array("1001".utf8), equalTo: Array("100".utf8)).isEmpty)
  }

  @Test("A formula in a quotation is marked where it stands")
  func quoted() {
    let page = LintFixture("> $$\n> \\log_2 31.1\n> = 4.95\n> $$")
    #expect(page.found == ["truncated-number <4.95>"])
  }
}
