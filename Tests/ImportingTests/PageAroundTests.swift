import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("What stands around the text of a scraped page")
struct PageAroundTests {
  private func first(_ text: String) -> FrontMatter? {
    let page = Imported(text)
    #expect(page.lostWords == [], "\(text.debugDescription)")
    return page.paths.first.flatMap { page.frontMatter($0) }
  }

  @Test(
    "A title is found below menus and steps of a breadcrumb",
    arguments: [
      ("首页\n机器学习\n信息论\n什么是熵？\n", "什么是熵？", ["机器学习", "信息论"]),
      ("首页\n>\n机器学习\n>\n熵的定义\n\n", "熵的定义", ["机器学习"]),
      ("Skip to content\nMenu\nHome › Maths › Sets\nWhat is a set?\n", "What is a set?", ["Maths", "Sets"]),
      ("We use cookies to improve this site. Accept | Reject\nWhat is a set?\n", "What is a set?", []),
      ("登录 / 注册\n搜索\n为什么天空是蓝色的\n", "为什么天空是蓝色的", []),
      ("机器学习 · 优化\n为什么 Adam 快？\n", "为什么 Adam 快？", ["机器学习", "优化"]),
      ("Title: What is a set?\nCategory: Maths\n", "What is a set?", ["Maths"]),
      (
        "Entropy of a die | QuestionHub\n\nEntropy of a die\n\nHub › Maths › Dice\n", "Entropy of a die",
        ["Hub", "Maths", "Dice"]
      ),
      ("知识平台\n您的位置：首页 > 数学\n什么是熵？\n", "什么是熵？", ["数学"]), ("Q\n\n什么是熵？\n", "什么是熵？", []),
      ("什么是熵？\n首页 > 数学 > 什么是熵？\n", "什么是熵？", ["数学"]),
    ])
  func title(_ top: String, _ title: String, _ tags: [String]) {
    let page = first("\(top)Answer\nText.\n")
    #expect(page?.title?.value == title)
    #expect(page?.tags.map(\.value) == tags)
  }

  @Test(
    "A question below a title is no title",
    arguments: [
      "Explain perplexity\nWhat is it good for?\n", "困惑度\n2024-05-01\n它越低越好吗？\n", "熵\n标签：数学\n怎么算？\n",
    ])
  func details(_ top: String) {
    #expect(first("\(top)Answer\nText.\n")?.title?.value == String(top.prefix { $0 != "\n" }))
  }

  @Test(
    "Dates and names in one line are read",
    arguments: [
      ("发布于：2024/11/03  浏览 1,204", "2024-11-03", []),
      ("By Jane Doe | May 6, 2024", "2024-05-06", ["Jane Doe"]),
      ("Jane Roe · 12 March 2024 · 5 min read", "2024-03-12", ["Jane Roe"]),
      ("Asked Jan 5, 2025 at 10:32 by jdoe", "2025-01-05", ["jdoe"]),
      ("Asked by Ann Lee on 2024-03-03", "2024-03-03", ["Ann Lee"]),
      ("by Ann Lee on March 3rd, 2024", "2024-03-03", ["Ann Lee"]),
      ("2024年9月7日 星期六 上午10:30", "2024-09-07", []), ("Date: 25/12/2024", "2024-12-25", []),
      ("提问时间：2023年12月31日 23:59", "2023-12-31", []), ("2024-06-01 10:00 · 阅读 3.2万", "2024-06-01", []),
    ] as [(String, String, [String])])
  func data(_ line: String, _ date: String, _ authors: [String]) {
    let page = first("What is a set?\n\(line)\nAnswer\nText.\n")
    #expect(page?.date.map { String(decoding: $0.isoBytes, as: UTF8.self) } == date)
    #expect((page?.authors.map(\.value) ?? []) == authors)
  }

  @Test("A day that can be two days is none", arguments: ["Date: 05/06/2024", "Updated 05.06.2024"])
  func ambiguous(_ line: String) {
    let page = Imported("What is a set?\n\(line)\nAnswer\nText.\n")
    #expect(page.frontMatter(page.paths[0])?.date == nil)
    #expect(page.messages(.importRemoved).contains { $0.contains("nobody knows which day") })
  }

  @Test(
    "A notice in other words becomes provenance",
    arguments: [
      "由 AI 生成，仅供参考。", "本文由大語言模型撰寫，未經人工審核。",
      "This text was produced by an AI assistant and may contain errors.",
      "Written by ChatGPT-4.", "（AI生成，仅供参考）", "该回答由 DeepSeek 模型生成", "註：此內容由 AI 產生，可能不準確。",
    ])
  func notice(_ line: String) {
    let page = Imported("What is a set?\nAnswer\nText.\n\(line)\n")
    #expect(page.answer == "Text.\n")
    #expect(page.frontMatter(page.paths[0])?.provenance.kind == .ai)
    #expect(page.lostWords == [])
  }

  @Test(
    "A sentence about models or by people is no notice",
    arguments: [
      "本文由浅入深地介绍模型生成的过程。", "AI 生成的文本往往困惑度较低。", "内容由团队成员撰写。", "This text was written by Jane in Spain.",
      "由数据生成的模型叫生成模型。", "以上由两位作者撰写。",
    ])
  func noNotice(_ line: String) {
    let page = Imported("What is a set?\nAnswer\n\(line)\n")
    #expect(page.frontMatter(page.paths[0])?.provenance.kind == nil)
    #expect(page.answer == line + "\n")
  }

  @Test(
    "Links of the page end up in no file",
    arguments: [
      "Share\nEdit\nFollow", "赞同 128", "分享到： 微信 微博", "Facebook Twitter Email", "12 votes", "Viewed 3k times",
    ])
  func furniture(_ lines: String) {
    let page = Imported(
      "What is a set?\nAnswer\nText.\n\(lines)\nReferences\n1. One\nOthers are asking\nWhy?\n\(lines)\n")
    #expect(page.answer.hasPrefix("Text.\n\n## References"))
    #expect(page.paths == ["questions/what-is-a-set.md", "questions/why.md"])
    #expect(page.lostWords == [])
  }

  @Test(
    "Related questions lose the link to more, not their answers",
    arguments: [
      "Why?\nBecause it is… more", "Why?\nBecause it is... [更多]", "Why? Because it is… More (2024-05-01)",
      "Q: Why?\nA: Because it is…\nmore",
      "- [Why?](https://e.example/q/1) - Apr 2, 2024\nBecause it is…",
      "Why? ▼\nBecause it is…", "Q1. Why?\nBecause it is…\n2 weeks ago · 3 answers",
    ])
  func related(_ lines: String) {
    let page = Imported("What is a set?\nAnswer\nText.\nOthers are asking\n\(lines)\n")
    #expect(page.paths == ["questions/what-is-a-set.md", "questions/why.md"])
    let text = page.text("questions/why.md") ?? ""
    #expect(text.hasPrefix("---\ntitle: Why?\n") && text.contains("\nBecause it is"))
    #expect(!text.contains("ore\n") && !text.contains("更多"))
    #expect(page.lostWords == [])
  }

  @Test(
    "Answers have labels of many kinds",
    arguments: ["Answer 2 — score 3", "其他回答 共2条", "Answer 2 (accepted)", "最佳答案", "Other answers"])
  func answers(_ label: String) {
    let page = Imported("What is a set?\nAnswer\nOne.\n\(label)\nTwo.\n")
    #expect(page.text(page.paths[0])?.ranges(of: "\n## ").count == 2, "\(label)")
    #expect(page.lostWords == [])
  }

  @Test("A label of several answers above the first is no answer")
  func emptyAnswer() {
    let page = Imported("What is a set?\nAnswers (2)\n\nAnswer 1\nOne.\nAnswer 2\nTwo.\n")
    #expect(page.text(page.paths[0])?.ranges(of: "\n## Answer\n").count == 2)
    #expect(page.lostWords == [])
  }

  @Test("HTML is told of")
  func markup() {
    #expect(
      Imported("<!DOCTYPE html>\n<h1>T</h1>\nAnswer\nx\n").messages(.importDamaged).contains {
        $0.contains("HTML")
      })
  }
}
