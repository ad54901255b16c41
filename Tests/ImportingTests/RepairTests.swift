import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("Repairs and marks")
struct RepairTests {
  @Test(
    "A list in one line has lines again",
    arguments: [
      ("要点：1. 快 2. 省 3. 准", "要点：\n\n1. 快\n2. 省\n3. 准\n"), ("1、甲2、乙3、丙", "1. 甲\n2. 乙\n3. 丙\n"),
      ("Steps: 1) a 2) b 3) c", "Steps:\n\n1. a\n2. b\n3. c\n"), ("• a • b • c", "- a\n- b\n- c\n"),
      ("- a - b - c", "- a\n- b\n- c\n"),
      ("１．甲２．乙３．丙", "1. 甲\n2. 乙\n3. 丙\n"), ("1. $x$ 2. `2. y` 3. z", "1. $x$\n2. `2. y`\n3. z\n"),
    ])
  func flattened(_ line: String, _ expected: String) {
    let page = Imported(answer: line)
    #expect(page.answer == expected)
    #expect(page.messages(.importRepaired).count == 1)
  }

  @Test(
    "What only looks like a list stays a line",
    arguments: [
      "版本 1.2 与 2.3 和 3.4 不同", "见图1、图2、图3", "先看 1. 再看 2. 就好", "在第1、第2、第3步", "（1）甲（2）乙（3）丙", "价格是 1, 2, 3",
      "a - b - c", "$1. a 2. b 3. c$", "`1. a 2. b 3. c`",
    ])
  func noList(_ line: String) {
    #expect(Imported(answer: line).answer == line + "\n")
  }

  @Test(
    "Marks cite sources",
    arguments: [
      ("甲[1]。", "甲[@source-1]。"), ("甲【2】乙", "甲[@source-2]乙"), ("甲¹。", "甲[@source-1]。"),
      ("word²", "word[@source-2]"),
      ("a [1, 3]", "a [@source-1; @source-3]"), ("a [1-3]", "a [@source-1; @source-2; @source-3]"),

      ("ab[1][1][2]", "ab[@source-1; @source-2]"), ("甲[1](乙)", "甲[@source-1] (乙)"), ("甲[^2]", "甲[@source-2]"),
      ("甲¹²", "甲¹²"),
      ("甲【1†source】", "甲[@source-1]"),
    ])
  func marks(_ line: String, _ expected: String) {
    #expect(Imported(answer: line, sources: 3).answer.replacing("\\", with: "") == expected + "\n")
  }

  @Test(
    "What is no mark stays",
    arguments: ["x² + y²", "10²", "$a[1]$", "`a[1]`", "[a]", "[0]", "[1.5]", "x[1]", "[2024]"])
  func noMarks(_ line: String) {
    #expect(!Imported(answer: line, sources: 3).answer.contains("@"))
  }

  @Test func aMarkWithoutASourceLooksDamaged() {
    #expect(Imported(answer: "甲[4]。", sources: 3).messages(.importDamaged).count == 1)
    #expect(Imported(answer: "甲[3]。", sources: 3).messages(.importDamaged) == [])
  }

  @Test("Markers divide headings from text")
  func markers() {
    let page = Imported(
      answer: "Before.[heading2]One[content]Text.\n[heading3]Two\n[content]More.\n[heading2]References\nEnd.")
    #expect(page.answer == "Before.\n\n### One\n\nText.\n\n#### Two\n\nMore.\n\n#### References\n\nEnd.\n")
    #expect(page.lostWords == [])
    #expect(
      Imported(answer: "[heading2]Rule[/heading2][content]It holds.[/content]").answer
        == Imported(answer: "[heading2]Rule[content]It holds.").answer)
    #expect(Imported(answer: "`[heading2]` is a marker").answer == "`[heading2]` is a marker\n")
  }

  @Test func aParagraphTakenTwiceStandsOnce() {
    let long =
      "A paragraph that is long enough to stand in the text twice only because a scraper took it twice, surely."
    #expect(Imported(answer: "\(long)\n\(long)").answer == long + "\n")
    #expect(Imported(answer: "\(long)\nBetween.\n\(long)").answer == "\(long)\n\nBetween.\n")
    #expect(Imported(answer: "Yes.\nYes.").answer == "Yes.\n\nYes.\n")
  }

  @Test(
    "Addresses become links",
    arguments: [
      ("见https://a.example/b。", "见<https://a.example/b>。"),
      ("(https://a.example/b_(c))", "(<https://a.example/b_(c)>)"),
      ("https://a.example/词条，见", "<https://a.example/词条>，见"),
      ("https://a.example/b见上", "<https://a.example/b>见上"),
      ("https://a.example/x_y*z?a=1&b=2.", "<https://a.example/x_y*z?a=1&b=2>."),
      ("HTTP://A.example", "<HTTP://A.example>"),
      ("https://a.example/b/[content]c", "<https://a.example/b/c>"),
      ("https://link.zhihu.com/?target=https%3A%2F%2Fb.example%2Fc%3Fd", "<https://b.example/c?d>"),
    ])
  func addresses(_ line: String, _ expected: String) {
    #expect(Imported(answer: line).answer == expected + "\n")
  }

  @Test func aCutAddressIsReportedAndNoLink() {
    let page = Imported(answer: "https://a.example/very/lo... x\nhttps://a.example/very…")
    #expect(page.messages(.importDamaged).count == 2)
    #expect(page.documents.first?.links.isEmpty == true)
  }

  @Test("Formulas with white space inside their dollar signs are formulas again")
  func spacedFormulas() {
    #expect(Imported(answer: "取 $ x_1 $ 时").answer == "取 $x_1$ 时\n")
    #expect(Imported(answer: "from $ 5 to $ 6").answer == "from \\$ 5 to \\$ 6\n")
    let page = Imported(answer: "设 $ H(p) $ 为熵，$ a + b $ 与 $ \\log_2 31.1 $ 为数。")
    #expect(page.answer == "设 $H(p)$ 为熵，$a + b$ 与 $\\log_2 31.1$ 为数。\n")
    #expect(page.messages(.importRepaired).count == 3)
  }

  @Test(
    "Money with white space behind its sign is no formula",
    arguments: [
      "$ 5 and $ 6", "$ 5 (US) or $ 6", "$ 5/h, $ 6/h", "$ 5 / h - $ 6 / h", "from $ 5 to $ 6 (net)",
      "$ (a $",
      "$ a $", "$ USD - EUR $", "$5 (c) $6",
    ])
  func money(_ text: String) {
    let page = Imported(answer: text)
    #expect(page.answer.replacing("\\", with: "") == text + "\n" && page.answer.contains("\\$"))
    #expect(page.messages(.importRepaired).isEmpty)
  }

  @Test("Numbers that were damaged are mended where that is certain, and told of where not")
  func numbers() {
    let page = Imported(answer: "困惑度 24.7=25.99，log_2 31.1 = 4.95。学习率 10-3 = 0.001。")
    #expect(page.answer == "困惑度 $2^{4.7} = 25.99$，log_2 31.1 = 4.95。学习率 $10^{-3} = 0.001$。\n")
    #expect(page.messages(.importRepaired).count == 2 && page.messages(.importDamaged).count == 1)
    #expect(page.lostWords == [])
    let places = page.site.diagnostics.compactMap { $0.location?.range?.bytes }
    #expect(
      places.map { String(decoding: page.source.bytes[$0], as: UTF8.self) } == [
        "24.7=25.99", "4.95", "10-3 = 0.001",
      ])
    #expect(Imported(answer: "共 210 = 1024 种，`24.7=25.99`，2 + 2 = 4。").messages(.importDamaged).isEmpty)
    let quoted = Imported(answer: "他说“24.7=25.99”。")
    #expect(quoted.answer.contains("“24.7=25.99”") && quoted.messages(.importDamaged).count == 1)
  }

  @Test("What chat programs left is taken out where that is certain, and told of where not")
  func leftovers() {
    let page = Imported(
      answer:
        "均值citeturn0search1。均值 :contentReference[oaicite:3]{index=3}。均值 [^12^]、【8†source】。见 https://a.org/?utm_source=chatgpt.com 。"
    )
    #expect(page.answer == "均值。均值。均值、。见 <https://a.org/> 。\n")
    #expect(page.messages(.importRemoved).count == 5)
    #expect(Imported(answer: "见下。\n\n- citeturn0search1\n- 甲 citeturn0search1 乙").answer.contains("- 甲 乙\n"))
    let told = Imported(answer: "作为一个AI语言模型，我不能下结论。文件在 sandbox:/mnt/data/a.csv 。")
    #expect(told.messages(.importDamaged).count == 2 && told.answer.contains("sandbox:/mnt/data/a.csv"))
  }

  @Test func aHeadingGluedToItsTextIsTold() {
    let page = Imported(answer: "稀疏性的好处稀疏性的好处是省内存。")
    #expect(page.messages(.importDamaged).count == 1 && page.answer == "稀疏性的好处稀疏性的好处是省内存。\n")
  }

  @Test("Lists keep their numbers and their depth")
  func lists() {
    #expect(Imported(answer: "1. a\n2. b\n1. c").answer == "1. a\n2. b\n1) c\n")
    #expect(Imported(answer: "- a\n  - b\n    - c\n- d").answer == "- a\n    - b\n        - c\n- d\n")
    #expect(Imported(answer: "3、甲\n4、乙").answer == "3. 甲\n4. 乙\n")
  }

  @Test("Lines that end no sentence go on")
  func wrappedLines() {
    #expect(Imported(answer: "one\ntwo.\nthree\n\nfour").answer == "one\ntwo.\n\nthree\n\nfour\n")
  }
}
