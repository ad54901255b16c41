import Markdown
import Testing

@testable import Importing

/// Several answers on a page keep who wrote each, when, and which was accepted.
@Suite("Bylines of answers")
struct AnswerBylineTests {
  private func headings(_ page: Imported) -> [String] {
    page.text(page.paths[0])?.split(separator: "\n").filter { $0.hasPrefix("## ") }.map(String.init) ?? []
  }

  @Test(
    "Names, dates and acceptance become attributes",
    arguments: [
      (
        "问：合同怎么办？\n答：\n最佳答案\n张律师    某某事务所    2024-03-11 10:05\n可以主张损失。\n\n其他回答（2）\n李某某    2024-03-12\n先协商。\n赞(12) 踩(0)\n\n王先生    2024-03-15 20:31\n我也遇到过。",
        [
          "## 回答 {author=\"张律师\" date=2024-03-11 accepted}",
          "## 其他回答 {author=\"李某某\" date=2024-03-12}", "## 回答 {author=\"王先生\" date=2024-03-15}",
        ]
      ),
      (
        "什么是熵？\n回答 1：\n作者：小明 · 2023-05-01 · 👍 12\n一个数。\n回答 2：\n作者：Bob（已采纳）\n发布于 2023年5月3日\n另一个数。\n回答 3\n匿名用户\n编辑于 2023-06-11 12:00\n同意。",
        [
          "## 回答 {author=\"小明\" date=2023-05-01}", "## 回答 {author=\"Bob\" date=2023-05-03 accepted}",
          "## 回答 {author=\"匿名用户\" date=2023-06-11}",
        ]
      ),
      (
        "Why salt?\nBest Answer - Chosen by Asker\nChef Pete answered 11 years ago\nIt slows the yeast.\nOther Answers (1)\nlizzie\nJan 4, 2020\nIt tastes bad.",
        ["## Answer {author=\"Chef Pete\" accepted}", "## Answer {author=\"lizzie\" date=2020-01-04}"]
      ),
      (
        "如何入睡？\n最佳回答\n呼吸。\n回答者：老王 | 2022/08/19\n\n更多回答 (1 条)\n睡前别看手机。",
        ["## 回答 {author=\"老王\" date=2022-08-19 accepted}"]
      ),
      (
        "如何入睡？\n其他回答\n1楼 小鱼儿 2022-08-20\n别看手机。\n赞(3) 踩(1)\n2楼 阿明 2022-08-21\n喝牛奶。",
        ["## 回答 {author=\"小鱼儿\" date=2022-08-20}", "## 回答 {author=\"阿明\" date=2022-08-21}"]
      ),
      (
        "如何学钢琴？\r\n回答1：\r\n答主：王老师　2022年1月2日\r\n先练手型。\r\n\r\n回答2：\r\n答主：李老师　2022年1月3日\r\n慢练。",
        ["## 回答 {author=\"王老师\" date=2022-01-02}", "## 回答 {author=\"李老师\" date=2022-01-03}"]
      ),
      (
        "How?\nAnswer #1:\nThis way.\nAnswer #2 (accepted)\nThat way.",
        ["## Answer", "## Answer {accepted}"]
      ),
    ])
  func attributes(_ text: String, _ expected: [String]) {
    let page = Imported(text)
    let found = headings(page).map { $0.replacing("## 其他回答", with: "## 回答") }
    #expect(Array(found.prefix(expected.count)) == expected.map { $0.replacing("## 其他回答", with: "## 回答") })
    #expect(page.lostWords == [])
    #expect(page.text(page.paths[0])?.contains("踩") == false)
  }

  @Test(
    "Text that begins like a name stays text",
    arguments: [
      "Paris    Lyon    Nice", "In 2024\nmuch changed.", "2024-03-11 was a Monday.", "Yes.\n2024-01-01",
      "李白\n一位诗人。",
    ])
  func text(_ text: String) {
    let page = Imported("Why?\nAnswer 1\n\(text)\nMore text.\nAnswer 2\nOther.")
    #expect(headings(page) == ["## Answer", "## Answer"])
    #expect(page.lostWords == [])
  }

  @Test("The author of the only answer is the page's")
  func onlyAnswer() {
    let page = Imported("Why?\nAnswer\n作者：张三\nText.")
    #expect(page.frontMatter("questions/why.md")?.authors.map(\.value) == ["张三"])
    #expect(headings(page) == ["## Answer"])
  }

  @Test("Numbers of links that a browser in text prints are in no name, subject or key")
  func linkNumbers() {
    let page = Imported(
      "[1]Physics > [2]Optics\n\nWhat is light?\n==============\n\nPosted on 12 May 2022 by [3]Maria Lopez\n\nAnswer\n\nA wave [4]indeed.\n\nReferences\n\nVisible links\n1. https://o.example/p\n2. https://o.example/o\n3. https://o.example/m\n4. https://o.example/w\n\nRelated questions\n\n * [5]Why is it fast?"
    )
    #expect(page.paths.last == "questions/why-is-it-fast.md")
    #expect(page.lostWords == [])
    #expect(page.frontMatter(page.paths[0])?.authors.map(\.value) == ["Maria Lopez"])
    #expect(page.frontMatter(page.paths[0])?.tags.map(\.value) == ["Physics", "Optics"])
    #expect(!page.paths.contains("references/visible-links.md"))
  }
}
