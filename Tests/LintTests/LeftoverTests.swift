import SourceText
import Testing

@testable import Lint

@Suite("What programs left in a text")
struct LeftoverTests {
  @Test(
    "Citation marks of chat programs are found to the byte and removed with their gap",
    arguments: [
      ("熵是平均信息量【8†source】。", "【8†source】", "熵是平均信息量。"),
      ("见报告【4:0†report.pdf】一节", "【4:0†report.pdf】", "见报告一节"),
      ("行号【12†L5-L9】也一样", "【12†L5-L9】", "行号也一样"),
      (
        "Entropy is a mean :contentReference[oaicite:3]{index=3}.", ":contentReference[oaicite:3]{index=3}",
        "Entropy is a mean."
      ),
      ("Entropy is a mean [oaicite:0].", "[oaicite:0]", "Entropy is a mean."),
      ("A mean citeturn0search1turn2news13 indeed", "citeturn0search1turn2news13", "A mean indeed"),
      ("熵是均值[citation:3]。", "[citation:3]", "熵是均值。"),
      ("熵是均值[^12^]。", "[^12^]", "熵是均值。"),
      ("均值turn0search1。", "turn0search1", "均值。"),
      ("A mean cite turn0search1 turn0view2 indeed", "cite turn0search1 turn0view2", "A mean indeed"),
      ("A mean filecite turn0file0.", "filecite turn0file0", "A mean."),
      ("A mean cite\u{E202}turn0search1\u{E201}.", "cite\u{E202}turn0search1\u{E201}", "A mean."),
      ("A mean oai_citation:1‡example.org too", "oai_citation:1‡example.org", "A mean too"),
      ("A mean (oai_citation:1‡example).", "oai_citation:1‡example", "A mean ()."),
      (
        "均值\u{E200}cite\u{E202}turn0search1\u{E202}turn0view2\u{E201}。",
        "\u{E200}cite\u{E202}turn0search1\u{E202}turn0view2\u{E201}", "均值。"
      ),
    ])
  func citationMarks(text: String, mark: String, fixed: String) {
    let page = LintFixture(text)
    #expect(page.found == ["model-citation <\(mark)>"])
    #expect(page.fixed.filter { $0 != " " } == fixed.filter { $0 != " " })
    #expect(!page.fixed.contains(" ."))
  }

  @Test(
    "What only looks like a citation mark, or is shown as code, is left alone",
    arguments: [
      "`【8†source】` 是聊天程序的引注。", "```\ncite turn0search1\n```", "【重点】不是引注，【8】也不是。",
      "Take a turn0 and search1 it.", "overturn0search1 is a word", "`:contentReference[oaicite:3]{index=3}`",
      "$x【8†y】$", "【注†】", "[citation: 3] 与 [citation:a] 与 [^a^]",
      "Please cite turn and search.", "The word oai_citation: is a mark.", "`oai_citation:0‡a`",
    ])
  func noCitationMarks(text: String) {
    #expect(!LintFixture(text).found.contains { $0.hasPrefix("model-citation") })
  }

  @Test("A link that a chat program named keeps its name and its address")
  func namedLinks() {
    let page = LintFixture("均值 ([oai_citation:0‡维基百科](https://a.org/x))。")
    #expect(page.found == ["model-citation <oai_citation:0‡>"])
    #expect(page.fixed == "均值 ([维基百科](https://a.org/x))。")
    let bare = LintFixture("均值 [oai_citation:0](https://a.org/x)。")
    #expect(
      bare.found == ["model-citation <oai_citation:0>"] && bare.diagnostics.allSatisfy { $0.fix == nil })
    let open = LintFixture("均值 oai_citation:0‡维基百科也说过。")
    #expect(open.diagnostics.map { $0.fix?.applicability } == [.proposed], "nobody knows where the name ends")
  }

  @Test("Titles and descriptions are text too")
  func frontMatter() {
    let text = "---\ntitle: 什么是熵【8†source】\ndescription: \"熵,即信息量\"\nprovenance: ai\n---\n文"
    let page = LintFixture(text, claimsProvenance: false)
    #expect(page.found == ["model-citation <【8†source】>", "ascii-punctuation <,>"])
    #expect(page.diagnostics.map { $0.fix?.applicability } == [.safe, .safe])
    let marks = LintFixture("---\ntitle: 熵 24.7=25.99\nprovenance: ai\n---\n文", claimsProvenance: false)
    #expect(marks.diagnostics.map { $0.fix?.applicability } == [.proposed], "braces mean something to YAML")
  }

  @Test("Files that only a chat has are found in text, too")
  func sandboxFiles() {
    #expect(
      LintFixture("下载 sandbox:/mnt/data/a.csv，或 (sandbox:/mnt/data/结果.csv)。").found == [
        "model-link <sandbox:/mnt/data/a.csv>", "model-link <sandbox:/mnt/data/结果.csv>",
      ])
    #expect(LintFixture("See sandbox:/mnt/data/a.csv.").found == ["model-link <sandbox:/mnt/data/a.csv>"])
    #expect(LintFixture("`sandbox:/mnt/data/a.csv` and a sandbox: a box, sandbox:x").found.isEmpty)
  }

  @Test(
    "A model that speaks of itself is found where a sentence begins",
    arguments: [
      ("作为一个AI语言模型，我不能下结论。", "作为一个AI语言模型"),
      ("困惑度是指数。作为人工智能助手，我建议再查。", "作为人工智能助手"),
      ("很抱歉，我无法访问实时信息。", "我无法访问实时"),
      ("As an AI language model, I cannot know.", "As an AI language model"),
      ("Perhaps. I don't have access to real-time data.", "I don't have access to real-time"),
      ("I'm sorry, as an AI language model I cannot.", "as an AI language model"),
      ("当然！以下是困惑度的解释。", "当然！以下"),
      ("Certainly! Here is the answer.", "Certainly! Here"),
    ])
  func phrases(text: String, phrase: String) {
    #expect(LintFixture("## Answer\n\n" + text).found == ["model-phrase <\(phrase)>"])
  }

  @Test(
    "Sentences about models are no such sentences",
    arguments: [
      "ChatGPT 常说 `作为一个AI语言模型`。", "它总以“作为一个AI语言模型，我”开头。", "作为一个语言模型，GPT-2 预测下一个词。",
      "GPT-4, as an AI language model, predicts words.", "As an AI language model, GPT-4 predicts words.",
      "The reply \"As an AI language model, I cannot\" is a cliché.", "编辑说：「作为一个AI语言模型」是套话。",
      "第一段。\n\n当然！以下是另一段。", "当然可以！把它写进前言就行。", "Certainly not: it is a mean.",
    ])
  func noPhrases(text: String) {
    #expect(LintFixture("## Answer\n\n" + text).found.isEmpty)
  }

  @Test("Markers of scrapers become the Markdown they stood for")
  func markers() {
    let page = LintFixture("[heading2]困惑度的定义[content]困惑度是一个量。")
    #expect(page.found == ["scraper-marker <[heading2]>", "scraper-marker <[content]>"])
    #expect(page.fixed == "## 困惑度的定义\n\n困惑度是一个量。")
    #expect(LintFixture("见 https://a.org/ab[content]cd 一文").fixed == "见 https://a.org/abcd 一文")
    #expect(LintFixture("`[heading2]` 与 `[content]` 是标记").found.isEmpty)
    #expect(LintFixture("[contents] 与 [heading] 与 [heading9] 不是标记").found.isEmpty)
    #expect(LintFixture("见 [content]\n\n[content]: https://a.org/x").found.isEmpty)
    #expect(LintFixture("[heading2]定义[/heading2]\n[content]它是一个量。[/content]").found.count == 4)
    #expect(LintFixture("[title]和[paragraph]由人填写").found.isEmpty)
  }

  @Test("Cut addresses are found in links and in text; placeholders and words with dots are not")
  func cutAddresses() {
    #expect(LintFixture("见 https://a.org/very/lo... 一文").found == ["cut-address <https://a.org/very/lo...>"])
    #expect(LintFixture("[文](https://a.org/very/lo…)").found == ["cut-address <https://a.org/very/lo…>"])
    for text in [
      "形如 https://a.org/... 的地址", "`https://a.org/very/lo...`", "见 https://a.org ... 等", "等等... 再说",
      "[https://a.org/very/lo...](https://a.org/very/long)",
    ] {
      #expect(LintFixture(text).found.isEmpty, "\(text)")
    }
  }

  @Test("A paragraph that stands twice is found; the second goes where it follows the first")
  func repeated() {
    let text = "困惑度越低，模型对下文越有把握，预测得也越准确。"
    #expect(LintFixture("\(text)\n\n\(text)\n\n完。").fixed == "\(text)\n\n完。")
    let apart = LintFixture("\(text)\n\n另一段。\n\n\(text)")
    #expect(apart.found == ["repeated-paragraph <\(text)>"])
    #expect(apart.diagnostics.allSatisfy { $0.fix == nil })
    #expect(LintFixture("\(text)\n\n> \(text)").found.isEmpty, "a page may quote itself")
    #expect(LintFixture("短句。\n\n短句。").found.isEmpty)
    #expect(LintFixture("```\n\(text)\n```\n\n```\n\(text)\n```").found.isEmpty)
    #expect(LintFixture("\(text)\n\n\(text)\n\n\(text)").fixed == text)
  }

  @Test(
    "Lists that were run together are found",
    arguments: [
      "优点：1. 训练快 2. 显存少 3. 部署易", "1. 训练快 2. 显存少 3. 部署易", "- 快 - 小 - 省", "Points: • fast • small • cheap",
      "It is good: 1. fast 2. small 3. cheap", "主要特点：* 快速 * 省内存 * 易解释", "* 快速 * 省内存 * 易解释",
      "步骤：1）打开 2）写入 3）关闭", "步骤：1）打开2）写入3）关闭", "步骤：1)打开 2)写入 3)关闭", "1）打开。2）写入。3）关闭。",
      "步骤：1、打开 2、写入 3、关闭", "1、打开 2、写入 3、关闭", "The benefits are: 1) speed 2) memory 3) clarity",
      "①快速 ②省内存 ③易解释", "特点：① 快速 ② 省内存 ③ 易解释", "① 打开文件。② 写入内容。③ 关闭文件。",
      "步骤 1. 打开文件。 2. 写入内容。 3. 关闭文件。", "特点：- 快速 - 省内存 - 易解释",
      "步骤：1. 用 `open` 打开 2. 写入 $x$ 3. 关闭", "记号：1. $p$ 是概率 2. $H$ 是熵 3. $b$ 是底",
      "1. `a` 打开 2. `b` 写入 3. `c` 关闭",
      "Steps: 1. run `make` 2. open **the page** 3. read it", "①$p$ 的定义 ②[[熵]]的定义 ③易解释",
    ])
  func flattened(text: String) {
    #expect(LintFixture(text).found.map { $0.prefix(14) } == ["flattened-list"])
  }

  @Test(
    "Numbers and dashes in sentences are no lists",
    arguments: [
      "- 快\n- 小\n- 省", "1. 一\n2. 二\n3. 三", "See section 1. Then section 2. And section 3. End.",
      "版本 1.2.3 与 2.3.4", "- Adam - an optimizer", "`- a - b - c`", "1、快；2、小；3、省。", "$1. a 2. b 3. c$",
      "It is - as said - good - or not - so.", "见图 1。 图 2。 图 3。", "保罗•阿德里安•莫里斯•狄拉克",
      "分三步：1）打开；2）写入；3）关闭。", "Three things: 1) speed, 2) memory, and 3) clarity.", "分为（1）快；（2）小；（3）省。",
      "特点：①快速；②省内存；③易解释。", "由①代入②可得③。", "①式代入 ②式即得 ③式", "① 式代入 ② 式即得 ③ 式", "如①②③所示", "其中①、②和③不变",
      "见图1、图2、图3", "取值为：1、2、3、4", "第 1、2、3 节", "分为任务1、任务2、任务3", "方案 1）与方案 2）与方案 3）", "（图 1）甲（图 2）乙（图 3）丙",
      "a * b * c * d", "结果：a * b * c", "体积：* x * y * z", "长度为 3 * 4 * 5", "f(1) a f(2) b f(3) c",
      "比分是 1:2. 后来 2:3. 最后 3:4. 完",
      "先看 1. 再看 2. 然后 3. 就好", "On May 1. He left. On May 2. He came. On May 3. He stayed.",
      "时间 1:30、2:30、3:30", "由 $x$ 得 1. 又由 $y$ 得 2. 再由 $z$ 得 3. 完", "图 1. $x$ 见图 2. $y$ 见图 3. $z$ 完",
      "**甲** *乙* *丙* *丁*", "1. e4 c5 2. Nf3 d6 3. d4 cxd4 4. Nxd4 Nf6 5. Nc3 a6 is the Najdorf.",
      "Play 1. d4 d5 2. c4 e6 3. Nc3 Nf6 4. O-O Be7 5. e8=Q+ Kxe8.",
    ])
  func notFlattened(text: String) {
    #expect(!LintFixture(text).found.contains { $0.hasPrefix("flattened") })
  }

  @Test("Headings and their text are told apart")
  func glued() {
    #expect(LintFixture("##稀疏性的好处\n\n文").fixed == "## 稀疏性的好处\n\n文")
    #expect(LintFixture("完。 ## 下一节 内容").found == ["glued-heading <##>"])
    #expect(LintFixture("## 稀疏性。模型中大多数参数为零。").found.count == 1)
    #expect(LintFixture("稀疏性稀疏性是指大多数元素为零。").found == ["glued-heading <稀疏性稀疏性>"])
    #expect(LintFixture("贞观之治 贞观之治是唐太宗在位的年代。").found == ["glued-heading <贞观之治 贞观之治>"])
    #expect(LintFixture("来来来 来来来喝完这杯。").found == [])
    #expect(LintFixture("贞观之治 贞观之治").found == [])
    #expect(LintFixture("SparsitySparsity means zeros.").found == ["glued-heading <SparsitySparsity>"])
    for text in [
      "### What is entropy? Entropy is the average information of a random variable. It was named by Shannon.",
      "### Sparsity. Most of the parameters of the model are zero.",
      "### What is it? It is the exponent of the mean of the losses.",
    ] {
      #expect(LintFixture(text).found.map { $0.prefix(13) } == ["glued-heading"], "\(text)")
    }
    for text in [
      "## 什么是熵？为什么重要？", "#标签 一段", "用 C## 与 `##标题`", "哈哈哈哈哈哈，好笑", "研究研究再说", "## 困惑度越低越好。",
      "Bonbon and cancan", "```\n##稀疏\n```", "\\##稀疏",
      "### What is entropy? An introduction for people who read maps",
      "### Step 1. Install the package and all that it needs to work",
      "### Who was A. N. Kolmogorov, and what did he measure?",
      "### GPT-4 vs. Claude vs. Gemini: which of them is the best for code?", "### Is it right? Is it wrong?",
      "### The work of Shannon et al. In the years before the war",
      "### Why U.S. Models are trained in the U.S. Only",
      "### What is new in version 2.0. The list of all changes since May",
    ] {
      #expect(LintFixture(text).found.isEmpty, "\(text)")
    }
  }
}
