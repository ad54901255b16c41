import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("The parts of a scraped page")
struct PagePartTests {
  private func date(_ text: String) -> WrittenDate.Reading? {
    let bytes = Array(text.utf8)
    return WrittenDate.read(0..<bytes.count, in: bytes)
  }

  @Test(
    "A day is read in every form",
    arguments: [
      "2024-09-07", "2024/9/7", "2024.09.07", "2024-09-07 10:00", "2024年9月7日", "2024 年 09 月 07 日 12:30",
      "2024年9月7号",
      "Sep 7, 2024", "Sept. 7, 2024", "September 7th, 2024", "7 September 2024", "7 sep 2024",
    ])
  func day(_ text: String) throws {
    #expect(date(text) == .day(try #require(CalendarDate(year: 2024, month: 9, day: 7))))
  }

  @Test(
    "A day that depends on today is unknown",
    arguments: [
      "3天前", "2 周前", "一小时前".replacing("一", with: "1"), "昨天", "5 days ago", "1 month ago", "Yesterday",
    ])
  func relative(_ text: String) {
    #expect(date(text) == .relative)
  }

  @Test(
    "What is no day is text",
    arguments: [
      "", "2024", "2024-13-07", "2024年13月7日", "Septober 7, 2024", "7, 2024", "May 2024", "2024年", "3天",
      "9月7日", "很久以前",
      "Version 1, 2024",
    ])
  func noDay(_ text: String) {
    #expect(date(text) == nil)
  }

  @Test(
    "A breadcrumb becomes tags",
    arguments: [
      ("首页 > 机器学习 > 熵是什么", ["机器学习"]), ("Home / Maths / Entropy", ["Maths", "Entropy"]),
      ("A › B › C", ["A", "B", "C"]),
      ("主页 » 问答 » 信息论", ["信息论"]), ("首頁＞資訊", ["資訊"]), ("問題 › 熵", ["熵"]), ("机器学习 › 熵是什么", ["机器学习"]),
    ])
  func breadcrumb(_ line: String, _ tags: [String]) {
    let page = Imported("\(line)\n熵是什么\n回答\n期望。\n")
    #expect(page.frontMatter("questions/熵是什么.md")?.tags.map(\.value) == tags)
  }

  @Test(
    "A title with a sign is no breadcrumb",
    arguments: ["Why is 3 > 2?", "TCP / IP 是什么", "x > y > z: ".replacing(" > z: ", with: "?")])
  func noBreadcrumb(_ line: String) {
    let title = Imported("\(line)\nAnswer\nText.\n").site.files.first.map {
      Document(parsing: SourceFile(path: "", bytes: $0.bytes))
    }
    #expect(title?.frontMatter.title?.value == line)
  }

  @Test("A breadcrumb that names nothing but the title makes no tags")
  func emptyBreadcrumb() {
    let page = Imported("問題 › 什麼是困惑度\n什麼是困惑度\n回答\n指數。\n")
    #expect(page.frontMatter("questions/什麼是困惑度.md")?.title?.value == "什麼是困惑度")
    #expect(page.messages(.importRemoved).count == 1 && !page.messages(.importRemoved)[0].contains("tags"))
    #expect(page.lostWords == [])
  }

  @Test("The label of a notice goes with it", arguments: ["Notice:", "免责声明：", "**声明**"])
  func noticeLabel(_ label: String) {
    for gap in ["", " ", "\n", "\n\n"] {
      let page = Imported("T\nAnswer\nText.\n\(label)\(gap)以上内容由AI大模型生成，请仔细甄别\n")
      #expect(
        page.answer == "" || page.text("questions/t.md")?.hasSuffix("Text.\n") == true,
        "\(gap.debugDescription)")
      #expect(page.frontMatter("questions/t.md")?.provenance.kind == .ai && page.lostWords == [])
    }
    #expect(Imported(answer: "\(label)\nText.").messages(.importRemoved).isEmpty)
  }

  @Test("Author, day and subjects may stand above the answer")
  func header() {
    let page = Imported("熵是什么\n作者：张三、李四\n标签：信息论，机器学习\n2024-09-07 更新\n发布于 2024-09-01\n回答 以下是定义。\n")
    let front = page.frontMatter("questions/熵是什么.md")
    #expect(front?.authors.map(\.value) == ["张三", "李四"])
    #expect(front?.tags.map(\.value) == ["信息论", "机器学习"])
    #expect(front?.updated == CalendarDate(year: 2024, month: 9, day: 7))
    #expect(front?.date == CalendarDate(year: 2024, month: 9, day: 1))
    #expect(page.text("questions/熵是什么.md")?.hasSuffix("\n---\n\n## 回答\n\n以下是定义。\n") == true)
    #expect(page.lostWords == [])
    let english = Imported("T\nAuthor: Claude Shannon and Warren Weaver\nAnswer 以下是定义。\n")
    #expect(
      english.frontMatter("questions/t.md")?.authors.map(\.value) == ["Claude Shannon", "Warren Weaver"])
    #expect(english.answer == "以下是定义。\n")
    let text = Imported("T\nAnswer the question in one line.\nAuthorship is unknown.\nAnswer\nText.\n")
    #expect(
      text.text("questions/t.md")?.contains("Answer the question in one line.\n\nAuthorship is unknown.")
        == true)
  }

  @Test("A source may name its authors, and a marker may stand within its address")
  func sources() {
    let page = Imported(
      "T\nAnswer\nText [1][2].\nReferences\n1. One\n作者：张三\nhttps://link.zhihu.com/?target=https%3A//example.org/ppl[heading2]x\n\n2. Two\nAuthors: Shannon, C. E.; Weaver, W.\nhttps://example.org/ppl[heading2]y\nAuthor: of the text.\n"
    )
    #expect(page.frontMatter("references/one.md")?.authors.map(\.value) == ["张三"])
    #expect(page.frontMatter("references/one.md")?.url?.value == "https://example.org/pplx")
    #expect(page.frontMatter("references/two.md")?.authors.map(\.value) == ["Shannon, C. E.", "Weaver, W."])
    #expect(page.frontMatter("references/two.md")?.url?.value == "https://example.org/pply")
    #expect(page.text("references/one.md")?.contains("### ") == false)
    #expect(page.lostWords.isSubset(of: ["ppl", "y"]), "they are one word again")
  }

  @Test(
    "A text that begins with the label of a part has no title",
    arguments: ["Answer\nNo title here.\nReferences\nOnly ref\n", "首页 > 熵\n回答：期望。\n", "参考资料\n1. 甲\n"])
  func untitled(_ text: String) {
    let page = Imported(text)
    #expect(page.site.files.isEmpty && page.messages(.importIncomplete).count == 1)
  }

  @Test(
    "A notice becomes provenance",
    arguments: [
      ("以上内容由AI大模型生成，请仔细甄别", nil), ("（以上内容由 AI 生成，仅供参考）", nil), ("内容由文心一言大模型生成", "文心一言大模型"),
      ("本回答由 Kimi 助手生成，请仔细甄别。", "Kimi 助手"), ("以上內容由人工智慧產生", nil),
      ("This answer was generated by an AI language model.", nil),
      ("This answer was written by GPT-4o and may be wrong.", "GPT-4o"),
      ("AI-generated content: written by a model", nil),
    ])
  func notice(_ line: String, _ generator: String?) {
    for text in [
      "Title\nAnswer\nText.\n\(line)\n", "Title\nAnswer\nText. \(line)\n",
      "Title\nAnswer\nText.\nReferences\n1. A\n\n\(line)",
    ] {
      let page = Imported(text)
      let claim = page.frontMatter("questions/title.md")?.provenance
      #expect(claim?.kind == .ai && claim?.generator?.value == generator)
      #expect(page.answer.hasPrefix("Text.\n") && !page.answer.contains(line.dropFirst(3)))
      #expect(page.lostWords == [])
    }
  }

  @Test(
    "A sentence about models is no notice",
    arguments: [
      "语言模型生成的内容由词表决定。", "The model generated this answer in one pass.", "回答由两部分组成。", "本内容介绍模型的训练。",
    ])
  func noNotice(_ line: String) {
    let page = Imported(answer: line)
    #expect(page.answer == line + "\n" && page.frontMatter("questions/title.md")?.provenance.kind == nil)
  }

  @Test(
    "Labels vary",
    arguments: [
      ("Answer", "References"), ("ANSWER:", "Sources (3)"), ("回答", "参考资料（3）"), ("## 答案", "## 参考文献"),
      ("【回答】", "【參考資料】"),
      ("解答：", "参考链接 3"), ("回答：", "引用来源"),
    ])
  func labels(_ answer: String, _ references: String) {
    let page = Imported("T\n\(answer)\nText [1].\n\(references)\n1. One\nhttps://a.example/\n")
    #expect(page.paths == ["questions/t.md", "references/one.md"])
    #expect(page.text("questions/t.md")?.contains("Text [@one].") == true)
    #expect(page.lostWords == [])
  }

  @Test func aLabelWithinASentenceIsText() {
    let page = Imported(answer: "References are useful.\n来源不明的数据要小心。\nThe answer: 42.")
    #expect(page.paths == ["questions/title.md"])
    #expect(page.answer.contains("References are useful.") && page.answer.contains("42"))
  }

  @Test func severalAnswersStaySeveral() {
    let text = Imported("T\nAnswer\nOne.\nAnswer\nTwo.\n").text("questions/t.md")
    #expect(text?.contains("## Answer\n\nOne.\n\n## Answer\n\nTwo.\n") == true)
  }

  @Test func textBeforeTheAnswerIsTheQuestion() {
    let text = Imported("T\n2024-01-02\nSome details.\nAnswer\nText.\n").text("questions/t.md")
    #expect(text == "---\ntitle: T\ndate: 2024-01-02\n---\n\nSome details.\n\n## Answer\n\nText.\n")
  }

  @Test func aTextWithoutATitleMakesNothing() {
    for text in ["", "\n\n  \n", "首页 > 甲 > 乙\n"] {
      let page = Imported(text)
      #expect(page.site.files.isEmpty && page.messages(.importIncomplete).count == 1)
    }
    #expect(Imported("T\n").messages(.importIncomplete).count == 1)
    #expect(Imported("T\nAnswer\n\n").messages(.importIncomplete).count == 1)
  }

  @Test("Names that are taken get a number")
  func names() {
    let list =
      "1. Same\nhttps://a.example/1\n\n2. Same\nhttps://a.example/2\n\n3. same!\nhttps://a.example/3\n"
    let page = Imported(
      "Title\nAnswer\nText [1][2][3].\nReferences\n\(list)Related questions\nTitle\nText of another.\n",
      occupied: ["questions/Title.md", "references/same.md"])
    #expect(
      page.paths == [
        "questions/title-2.md", "references/same-2.md", "references/same-3.md", "references/same-4.md",
        "questions/title-3.md",
      ])
    #expect(page.answer == "Text [@same-2; @same-3; @same-4].\n")
  }

  @Test(
    "A title that makes no good name gets one",
    arguments: [".NET", "_x", "???", "+1", String(repeating: "长", count: 300)])
  func oddNames(_ title: String) {
    let page = Imported("\(title)\nAnswer\nText.\n")
    let name = page.paths.first?.dropFirst("questions/".count) ?? ""
    #expect(
      name.utf8.count > ".md".utf8.count && name.utf8.count < 200 && !"._+-".contains(name.first ?? "."))
  }

  @Test(
    "Values of front matter read back",
    arguments: [
      "No", "null", "1.10", "a: b", "a #b", "'quoted'", "\"x\"", "@at", "[a]", "{a}", "a, b", "甲，乙", "x:",
      "- dash", "~", "% d", "a\\b", "é", "！",
      "*", "&x", "熵（entropy）", "?", "? x", "true",
    ])
  func yaml(_ value: String) {
    let text =
      "---\nextra:\n  a: \(String(decoding: YAMLText.scalar(Array(value.utf8)), as: UTF8.self))\ntags: \(String(decoding: YAMLText.list([Array(value.utf8), [0x61]]), as: UTF8.self))\n---\n"
    let (frontMatter, _, diagnostics) = FrontMatter.parse(SourceFile(path: "", bytes: Array(text.utf8)))
    #expect(diagnostics.map(\.message) == [])
    #expect(frontMatter.extra.first?.value.text == value)
    #expect(frontMatter.tags.first?.value == value)
  }
}
