import KnowledgeBase
import Markdown
import SourceText
import Testing

@testable import Lint

@Suite("Punctuation and widths")
struct TypographyTests {
  @Test(
    "ASCII marks within Chinese text become Chinese ones",
    arguments: [
      ("困惑度越低,模型越好.", "困惑度越低，模型越好。"), ("你好, 世界! 对吗? 是的:好;行", "你好，世界！对吗？是的：好；行"),
      ("模型(稀疏)的参数", "模型（稀疏）的参数"), ("- 一点,又一点", "- 一点，又一点"),
      ("| 甲,乙 |\n|-|\n| 丙,丁 |", "| 甲，乙 |\n|-|\n| 丙，丁 |"),
      ("**粗,体**好", "**粗，体**好"), ("## 标题,其一", "## 标题，其一"),
      ("**困惑度**,也就是", "**困惑度**，也就是"), ("[熵](b.md),然后", "[熵](b.md)，然后"), ("见[[熵]],然后", "见[[熵]]，然后"),
      ("设$x$,然后", "设$x$，然后"), ("即困惑度,**也就是**它", "即困惑度，**也就是**它"), ("**困惑度**.", "**困惑度**。"),
      ("写 <code>甲,乙</code> 后,再看", "写 <code>甲,乙</code> 后，再看"),
      ("程序（测试）,输出", "程序（测试），输出"), ("《民法典》;然后", "《民法典》；然后"), ("他说“好”,然后走", "他说“好”，然后走"),
      ("甲方 ,乙方 ; 丙方", "甲方，乙方；丙方"), ("**困惑度** ,也就是", "**困惑度**，也就是"),
      ("~~熵~~;然后", "~~熵~~；然后"), ("***困惑度***(稀疏)的", "***困惑度***（稀疏）的"), ("设困惑度, [[熵]]", "设困惑度，[[熵]]"),
    ])
  func marks(text: String, fixed: String) {
    #expect(LintFixture(text).fixed == fixed)
    #expect(LintFixture(fixed).found.isEmpty)
  }

  @Test(
    "Marks of numbers, words, code, formulas and addresses stay",
    arguments: [
      "共 3,000 个", "GPT,BERT 与 T5", "用 Adam, SGD 等", "`你好,世界`", "$甲,乙$", "https://a.org/你好,世界", "第 1.5 节",
      "比分 3:2", "见 (Kingma, 2015) 一文", "见(a)", "如下:\n\n- 一", "[文](你好,世界.md)", "[[甲,乙]]", "甲\\,乙",
      "<span title=\"甲,乙\">文</span>",
      "English, text. Only: here!", "《Nature》, 2015", "比分 3 :2", "甲 .乙", "（注）, see", "时间 12:30", "甲,\n乙",
      "e.g. 甲", "**Adam**,然后", "`x`,然后", "[[Adam]],然后",
      "**甲**, Adam", "[甲](b.md),\n乙", "$x$, $y$ 与 $z$", "设 $x$.", "熵,$x$", "<b>甲</b>,乙", "![甲](b.png),乙",
      "甲,<br>乙",
      "**甲**\\,乙", "$x$,y", "Readers are told in Chinese, see [[交叉熵与困惑度]].",
      "It names **熵**, [[困惑度]] and others.", "https://a.org,乙", "熵[@a],乙",
      "见 http://例,子.cn/路,径 的说明", "打开 C:\\文件,夹 即可", "写 <code>甲,乙</code> 即可", "按 <KBD>上,下</KBD> 键",
    ])
  func noMarks(text: String) {
    #expect(!LintFixture(text).found.contains { $0.hasPrefix("ascii") })
  }

  @Test("Between two characters a point or question mark may stand for something else")
  func ambiguous() {
    for text in ["弗朗西斯科.马勒来了", "深水?区"] {
      let page = LintFixture(text)
      #expect(page.diagnostics.map { $0.fix?.applicability } == [.proposed], "\(text)")
      #expect(page.fixed == text)
    }
    #expect(LintFixture("对吗? 对.").fixed == "对吗？对。")
    #expect(LintFixture("设 $x$:变量").diagnostics.map { $0.fix?.applicability } == [.proposed])
  }

  @Test("A formula between `$$` within a sentence is found, one that ends its line is not")
  func displayInText() {
    let page = LintFixture("熵 $$ H $$ 是平均的信息量。")
    #expect(page.found == ["display-in-text <$$ H $$>"])
    #expect(page.diagnostics.first?.fix?.replacement == "$H$")
    #expect(page.diagnostics.first?.fix?.applicability == .proposed)
    for text in [
      "$$\nH\n$$", "熵是 $$H$$。", "熵是 $$H$$\n平均的", "`$$H$$` 是", "熵 $$H \\label{eq:h}$$ 是",
      "$$H$$ {#eq:h}", "熵 $H$ 是",
    ] {
      #expect(LintFixture(text).found.isEmpty, "\(text)")
    }
  }

  @Test("Wide letters and digits become narrow, brackets of two widths one")
  func widths() {
    #expect(LintFixture("ＧＰＴ－４ 与 ２０２４").fixed == "GPT-4 与 2024")
    #expect(LintFixture("好（一种模型) 的").fixed == "好（一种模型）的".replacing("）的", with: "） 的"))
    #expect(LintFixture("see (this）.").fixed == "see （this）.".replacing("（this）", with: "(this)"))
    #expect(LintFixture("斯威策（Stephen Switzer)著").fixed == "斯威策（Stephen Switzer）著")
    #expect(LintFixture("Ａ．Ｌ．纳戴").fixed == "A.L.纳戴")
    for text in ["`ＧＰＴ`", "（一句。又一句)", "（好）与 (good)", "1) 一", "：）", "见（图 (a)）"] {
      #expect(!LintFixture(text).found.contains { $0.hasPrefix("wide") }, "\(text)")
    }
  }

  @Test("Spaces before Chinese marks go")
  func spaces() {
    #expect(LintFixture("困惑度 ，也叫 PPL 。").fixed == "困惑度，也叫 PPL。")
    #expect(LintFixture("$x$ ，`y` 。").fixed == "$x$，`y`。")
    for text in ["见 《书》 与 「引」", "`甲 ，乙`", "甲\n，乙", "$甲 ，乙$", "a , b"] {
      #expect(!LintFixture(text).found.contains { $0.hasPrefix("space") }, "\(text)")
    }
  }

  @Test(
    "Nothing is changed in another's words, only proposed",
    arguments: [
      "> 引文,中文", "> [!quote]\n> 引文,中文", "他说“引文,中文”。", "他说「引文,中文」。", "他说‘引文,中文’。", "见《书名,副题》。", "他说«引文,中文»。",
      "## References\n\n1. 引文,中文",
      "他说\"引文,中文\"。", "> 甲\n>\n> - 引文,中文",
    ])
  func quotations(text: String) {
    let page = LintFixture(text)
    #expect(page.diagnostics.map { $0.fix?.applicability } == [.proposed])
    #expect(page.fixed == text)
  }

  @Test("Fixes of other rules are proposals within quotations too")
  func fixesOfOtherRules() {
    let text = Array("> 甲\u{200B}乙\n\n丙".utf8)
    let file = SourceFile(path: "content/questions/a.md", bytes: text)
    let read = EntryReader(options: ParseOptions()).read(file, place: "questions/a")
    let spared = read.entry.map { LintPass.sparingQuotations(read.diagnostics, of: $0) }
    #expect(read.diagnostics.map(\.id) == [.textZeroWidth])
    #expect(read.diagnostics.map { $0.fix?.applicability } == [.safe])
    #expect(spared?.map { $0.fix?.applicability } == [.proposed])
  }

  @Test("Beside a quotation the author's own words are mended")
  func besideQuotations() {
    #expect(LintFixture("他说“甲,乙”,我说丙,丁。").fixed.hasSuffix("我说丙，丁。"))
    #expect(LintFixture("> 甲,乙\n\n丙,丁").fixed == "> 甲,乙\n\n丙，丁")
    #expect(LintFixture("> [!note]\n> 丙,丁").fixed == "> [!note]\n> 丙，丁")
    #expect(LintFixture("没有关上的“引号\n\n丙,丁").fixed == "没有关上的“引号\n\n丙，丁")
  }
}
