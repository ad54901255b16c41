import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("Related questions, however a page sets them")
struct RelatedStubTests {
  /// `title|date|answer` of each draft.
  private func stubs(_ lines: String) -> [String] {
    let page = Imported("Title\nAnswer\nText.\n其他人在问\n\(lines)\n")
    #expect(page.lostWords == [])
    return page.paths.dropFirst().map { path in
      let front = page.frontMatter(path)
      let text = page.text(path) ?? ""
      let heading = text.firstRange(of: "\n## 回答\n\n") ?? text.firstRange(of: "\n## Answer\n\n")
      let answer = heading.map { text[$0.upperBound...].dropLast() } ?? ""
      let date = front?.date.map { String(decoding: $0.isoBytes, as: UTF8.self) } ?? ""
      return "\(front?.title?.value ?? "")|\(date)|\(answer)"
    }
  }

  @Test("A block is a question with the beginning of its answer")
  func blocks() {
    #expect(
      stubs("什么是困惑度的定义\n困惑度是衡量语言模型的一个指标，它等于\n\n如何比较语言模型\n可以从困惑度和基准两个方面")
        == ["什么是困惑度的定义||困惑度是衡量语言模型的一个指标，它等于", "如何比较语言模型||可以从困惑度和基准两个方面"])
    #expect(
      stubs("1. 困惑度的定义\n它等于\n2024-09-07\n\n2. 比较语言模型\n3天前\n可以从两个方面\n再看一个方面")
        == ["困惑度的定义|2024-09-07|它等于", "比较语言模型||可以从两个方面\n\n再看一个方面"])
  }

  @Test("Titles in groups stay titles, and an answer of several paragraphs stays one")
  func noBlocks() {
    #expect(stubs("什么是熵\n如何计算熵\n\n什么是困惑度\n怎样比较模型").count == 4)
    #expect(stubs("什么是熵\n\n熵与压缩率的关系\n\n语言模型能压缩图片吗").count == 3)
    #expect(stubs("什么是熵\n熵是期望。\n\n它以比特计。\n\n什么是困惑度？\n困惑度是指数。").count == 2)
  }

  @Test(
    "A date at the end of an answer is read",
    arguments: ["……发布于 2024年9月7日", "……  2024-09-07", "…… · Sep 7, 2024", "…… 更新时间：2024-09-07", "。2024-09-07"])
  func trailing(_ end: String) {
    let found = stubs("什么是自注意力？\n自注意力是一种机制\(end)\n什么是熵？\n熵是期望。")
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("什么是自注意力？|2024-09-07|自注意力是一种机制"))
    #expect(!found[0].contains("发布") && !found[0].contains("更新") && !found[0].hasSuffix("·"))
  }

  @Test("A day of which a sentence speaks is none of the page")
  func spokenDates() {
    #expect(
      stubs("模型何时发布？\n这个模型发布于 2023年3月14日\n什么是熵？\n熵是期望。")[0]
        == "模型何时发布？||这个模型发布于 2023年3月14日")
  }

  @Test("A date in parentheses may stand between a question and its answer")
  func datesBetween() {
    #expect(
      stubs(
        "- Is it the same? (Jan 2, 2024) - No: a credible one is.\n- 什么是熵？（2024年9月8日）——熵是期望。\n- 为什么？(见下) 因为熵。"
      )
        == ["Is it the same?|2024-01-02|No: a credible one is.", "什么是熵？|2024-09-08|熵是期望。", "为什么？||(见下) 因为熵。"])
  }

  @Test("Question, answer and date may stand in one line")
  func lines() {
    #expect(
      stubs("什么是困惑度？ 困惑度是指数。 2024-09-07\n什么是熵？ 熵是期望。 3天前\nWhat is it? It is a mean. Sep 8, 2024")
        == ["什么是困惑度？|2024-09-07|困惑度是指数。", "什么是熵？||熵是期望。", "What is it?|2024-09-08|It is a mean."])
    #expect(stubs("什么是熵 2024-09-07\n熵与压缩 2天前") == ["什么是熵|2024-09-07|", "熵与压缩||"])
    #expect(stubs("什么是熵？为什么重要？\n如何计算？用什么单位？").count == 2, "two questions are one title")
    #expect(stubs("什么是熵？\n为什么要问？因为它是下界。\n什么是困惑度？\n困惑度是指数。").count == 2)
  }

  @Test("Links of the page around the text are no questions")
  func furniture() {
    let page = Imported(
      "Title\nAnswer\nText.\n其他人在问\n什么是熵？\n什么是困惑度？\n查看更多 >\nShow more\n关于我们 | 隐私政策 | 联系我们\n© 2024 某公司 京ICP备12345号\n"
    )
    #expect(page.paths == ["questions/title.md", "questions/什么是熵.md", "questions/什么是困惑度.md"])
    #expect(page.lostWords == [])
    #expect(page.messages(.importRemoved).filter { $0.hasPrefix("a link of the page") }.count == 4)
    #expect(stubs("更多的参数更好吗\nHelp or harm\n什么是版权所有？").count == 3)
  }
}
