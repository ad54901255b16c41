import Markdown
import SourceText
import Testing

@testable import Importing

/// Pages as people copy them from a browser, print them or take them from a browser in text.
@Suite("Pasted pages")
struct PastedPageTests {
  @Test(
    "A formula copied with its TeX becomes the TeX",
    arguments: [
      ("所以 x2x^2x2 是平方。", "所以 $x^2$ 是平方。"),
      (
        "设 H(p)=−∑xp(x)log⁡2p(x)H(p) = -\\sum_x p(x)\\log_2 p(x)H(p)=−x∑​p(x)log2​p(x)。",
        "设 $H(p) = -\\sum_x p(x)\\log_2 p(x)$。"
      ),
      ("Then 1−px\\frac{1-p}{x}x1−p​ holds.", "Then $\\frac{1-p}{x}$ holds."),
      ("The value H(p)H(p)H(p) is large.", "The value $H(p)$ is large."),
      ("Here a≠0a \\neq 0a\u{E020}=0 holds.", "Here $a \\neq 0$ holds."),
      ("PPL=2H(p)\\text{PPL} = 2^{H(p)}", "$$\\text{PPL} = 2^{H(p)}$$"),
      ("It is α≤β\\alpha\\leq\\betaα≤β here.", "It is $\\alpha\\leq\\beta$ here."),
    ])
  func copiedFormulas(_ text: String, _ expected: String) {
    #expect(Imported(answer: text).answer == expected + "\n")
  }

  @Test("What a copied formula showed is told of, and its invisible signs are left out")
  func told() {
    let page = Imported(answer: "所以 x2x^2x2，而 log2\u{2061}(8) 是 3。")
    #expect(page.answer == "所以 $x^2$，而 log2(8) 是 3。\n")
    #expect(page.messages(.importRepaired).contains { $0.hasSuffix("`x2x^2x2`") })
    #expect(page.messages(.importRepaired).count == 2)
  }

  @Test(
    "Names, calls, code and addresses are no copied formulas",
    arguments: [
      "The name bar_barbar and a_aa and foo_foo stay.", "`x2x^2x2` stays code.",
      "f(x) and f(x) and f(x) are calls.", "ha ha ha (really) (really) (really)",
    ])
  func noCopiedFormulas(_ text: String) {
    #expect(Imported(answer: text).answer == text + "\n")
  }

  @Test(
    "Text that is indented below an item belongs to it",
    arguments: [
      (
        "1. First line\n   goes on.\n2. Second.\n   Text.",
        "1. First line\n   goes on.\n2. Second.\n\n   Text.\n"
      ),
      ("1. 相量表示\n 阻抗是复数。\n2. 变换\n 分解。", "1. 相量表示\n\n   阻抗是复数。\n\n2. 变换\n\n   分解。\n"),
      ("- One.\n\n  More of it.\n- Two.", "- One.\n\n  More of it.\n\n- Two.\n"),
      ("- One.\nText at the margin.", "- One.\n\nText at the margin.\n"),
    ])
  func indentedText(_ text: String, _ expected: String) {
    #expect(Imported(answer: text).answer == expected)
  }

  @Test("A short line of Chinese text does not run into the next")
  func shortLines() {
    #expect(Imported(answer: "定义\n对离散分布有公式。").answer == "定义\n\n对离散分布有公式。\n")
  }

  @Test(
    "Sources have short keys",
    arguments: [
      (
        "Srivastava et al. (2014). Dropout: A Simple Way to Prevent Overfitting. JMLR 15(56).",
        "srivastava-2014"
      ),
      ("Hinton, G. E., & Krizhevsky, A. (2012). Improving networks. arXiv:1207.0580.", "hinton-2012"),
      ("李航. 统计学习方法（第2版）. 清华大学出版社, 2019.", "李航-2019"),
      (
        "Perplexity of fixed-length models and what it means for the rest of us",
        "perplexity-of-fixed-length-models"
      ),
      ("浅谈大规模语言模型的训练方法及其在工业界中的应用", "浅谈大规模语言模型的训练"),
      ("J. Strutt, \"On the light from the sky\", Phil. Mag. 41, 107 (1871).", "strutt-1871"),
      ("A short title", "a-short-title"),
    ])
  func keys(_ title: String, _ key: String) {
    let page = Imported("Title?\nAnswer\nText [1].\nReferences\n1. \(title)\nhttps://example.org/a\nExcerpt.")
    #expect(page.paths.last == "references/\(key).md")
  }

  @Test("A source without a title is named by its site and page")
  func addressKeys() {
    let page = Imported(
      "Title?\nAnswer\nText [1][2].\nReferences\n1. https://en.wikipedia.org/wiki/Perplexity\n2. https://arxiv.org/abs/1502.03167"
    )
    #expect(
      page.paths.dropFirst() == ["references/wikipedia-perplexity.md", "references/arxiv-1502-03167.md"])
  }

  @Test("A count of answers is their label where no other is")
  func answerCounts() throws {
    let page = Imported(
      "Skip to main content\nCross Validated\nWhy two?\nAsked May 3, 2018\nThe details.\n3 Answers\nSorted by:\nOne.\nRelated\n5\nWhy three?"
    )
    let text = try #require(page.text("questions/why-two.md"))
    #expect(text.contains("\nThe details.\n\n## Answer\n"))
    #expect(page.paths == ["questions/why-two.md", "questions/why-three.md"])
    #expect(Imported("为什么？\n细节。\n2 个回答\n因为。").paths == ["questions/为什么.md"])
  }

  @Test("A transcript names the program that wrote the answer")
  func transcripts() throws {
    let page = Imported("你说：\n什么是熵？\n\nChatGPT 说：\n熵是不确定性。\n\nChatGPT 也可能会犯错。请核查重要信息。")
    let text = try #require(page.text("questions/什么是熵.md"))
    #expect(text.contains("provenance: ai\ngenerator: ChatGPT\n"))
    #expect(text.hasSuffix("## 回答\n\n熵是不确定性。\n"))
    #expect(page.lostWords == [])
  }

  @Test("The name below `Answered by` is the author")
  func namesBelowLabels() throws {
    let page = Imported("What is it?\nAnswer\nAnswered by\nRavi Kumar\n\nIt is this.")
    #expect(page.frontMatter("questions/what-is-it.md")?.authors.map(\.value) == ["Ravi Kumar"])
    #expect(try #require(page.text("questions/what-is-it.md")).hasSuffix("## Answer\n\nIt is this.\n"))
    #expect(page.lostWords == [])
  }

  @Test("What a browser prints above and below a page is none of its text")
  func printed() throws {
    let page = Imported(
      "2024/5/6 上午10:21              什么是动态规划 - 问答网\n\n什么是动态规划\n\n答案\n\n一种方法。\n\nhttps://x.example/q/1        1/2"
    )
    #expect(page.paths == ["questions/什么是动态规划.md"])
    #expect(try #require(page.text(page.paths[0])).hasSuffix("一种方法。\n"))
    #expect(page.lostWords == [])
  }

  @Test("Questions behind `See also` are related ones, other lines are text")
  func seeAlso() {
    let page = Imported("Why?\nAnswer\nText.\nSee also\n- What is b?\n- What is c?")
    #expect(page.paths == ["questions/why.md", "questions/what-is-b.md", "questions/what-is-c.md"])
    #expect(Imported("Why?\nAnswer\nText.\nSee also\nthe manual.").paths == ["questions/why.md"])
  }

  @Test("Lines below titles and numbered links of a browser in text are none of the text")
  func dumps() throws {
    let page = Imported(
      "[1]Home\n[2]Log in\n\nWhat is entropy?\n================\n\nAnswer\n------\n\nA number.")
    #expect(
      page.text("questions/what-is-entropy.md")
        == "---\ntitle: What is entropy?\n---\n\n## Answer\n\nA number.\n")
    #expect(page.lostWords == [])
  }

  @Test("A step of a breadcrumb that repeats the question is no title")
  func steps() throws {
    let page = Imported("Forum\n> Physics\n> Why is it blue?\n\nWhy is it blue?\nAnswer\nIt scatters.")
    #expect(page.paths == ["questions/why-is-it-blue.md"])
    #expect(page.frontMatter(page.paths[0])?.tags.map(\.value) == ["Forum", "Physics"])
  }

  @Test("A site, data in a quotation and who answers are told from the text")
  func sites() throws {
    let page = Imported(
      "r/learn\n•\n3 yr. ago\nann\n\nWhat is a thread?\n> 更新时间：2024年5月1日\n专家解答（1）\nA path.\n有用(12) 无用(1)\n相关推荐\n什么是进程\n2023-10-01 15人回答"
    )
    let text = try #require(page.text("questions/what-is-a-thread.md"))
    #expect(text == "---\ntitle: What is a thread?\nupdated: 2024-05-01\n---\n\n## Answer\n\nA path.\n")
    #expect(page.text("questions/什么是进程.md") == "---\ntitle: 什么是进程\ndate: 2023-10-01\ndraft: true\n---\n")
    #expect(page.lostWords == [])
  }
}
