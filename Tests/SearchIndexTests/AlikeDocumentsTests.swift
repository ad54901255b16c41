import Testing

@testable import SearchIndex

@Suite("Alike documents")
struct AlikeDocumentsTests {
  private func pairs(_ pages: [SearchDocument]) -> [AlikeDocuments.Pair] {
    AlikeDocuments(pages.map { AnalyzedDocument($0) }).pairs
  }

  private func areAlike(_ first: (String, String), _ second: (String, String)) -> Bool {
    let pages = [
      page("a/", title: first.0, answer: first.1), page("b/", title: second.0, answer: second.1),
    ]
    return !pairs(pages).isEmpty
  }

  private let answer = """
    困惑度是交叉熵的指数，表示模型在每个位置上平均在多少个同样可能的词之间犹豫。数值越低，模型对文本越有把握，压缩同样的文本需要的比特也越少。
    """
  private let other = """
    学习率预热让步长在最初几百步里线性上升，等二阶矩的估计稳定以后再放开，否则参数会被推到很差的区域，训练很难恢复。
    """

  @Test(
    "The same question in other punctuation, width, case, script or order is found",
    arguments: [
      ("什么是 GPT-4 的困惑度？", "什么是GPT-4的困惑度"), ("什么是 GPT-4 的困惑度？", "什么是 ＧＰＴ－４ 的困惑度?"),
      ("什么是 GPT-4 的困惑度？", "什麼是 gpt-4 的困惑度？"), ("什么是 GPT-4 的困惑度？", "GPT-4 的困惑度是什么"),
      ("How is a hash table resized?", "HOW IS A HASH TABLE RESIZED"),
      ("动态链接与静态链接的区别", "静态链接和动态链接有什么区别？"),
    ])
  func variants(_ titles: (String, String)) {
    #expect(areAlike((titles.0, answer), (titles.1, other)))
  }

  @Test(
    "Titles that differ in one telling word, name or number are two questions",
    arguments: [
      ("L1 正则化有什么作用？", "L2 正则化有什么作用？"), ("Adam 优化器怎么工作", "AdamW 优化器怎么工作"),
      ("GPT-3 有多少参数？", "GPT-4 有多少参数？"), ("What is a type 1 error?", "What is a type 2 error?"),
      ("困惑度和交叉熵的关系", "困惑度和交叉熵的区别"), ("什么是困惑度", "为什么困惑度越低越好"),
      ("怎么从 MySQL 导入 PostgreSQL", "怎么从 PostgreSQL 导入 MySQL"),
    ])
  func tellingWords(_ titles: (String, String)) {
    #expect(!areAlike((titles.0, answer), (titles.1, other)))
  }

  @Test("One answer under two titles is found, but not where the titles name two things and the texts do")
  func copiedAnswers() {
    #expect(areAlike(("困惑度怎么理解", answer), ("语言模型的把握用什么衡量", answer)))
    let numbers = "模型有 1750 亿个参数，共 96 层，训练用了 3000 亿个词元，半精度的权重占 350 GB，隐藏维度是 12288。"
    let changed = "模型有 15 亿个参数，共 48 层，训练用了 100 亿个词元，半精度的权重占 3 GB，隐藏维度是 1600。"
    #expect(!areAlike(("GPT-3 有多大", numbers), ("GPT-2 有多大", changed)))
  }

  @Test("An answer that a longer page quotes makes no duplicate, nor do short answers that are alike")
  func quotations() {
    #expect(
      !areAlike(
        ("什么是困惑度", answer), ("读书笔记", answer + other + other.reversed() + String(repeating: other, count: 2))))
    #expect(!areAlike(("Bloom filters", "See above."), ("Gradient clipping", "See above.")))
    #expect(!areAlike(("", ""), ("", "")))
  }

  @Test("Pairs are in order, each once, and do not depend on other documents")
  func order() {
    let pages =
      [
        page("a/", title: "什么是困惑度", answer: answer), page("b/", title: "困惑度是什么", answer: answer),
        page("c/", title: "学习率为什么要预热", answer: other), page("d/", title: "为什么学习率要预热", answer: other),
      ] + madeUpPages(40, seed: 21)
    let found = pairs(pages).filter { $0.second < 4 }
    #expect(found.map { [$0.first, $0.second] } == [[0, 1], [2, 3]])
    #expect(pairs(Array(pages.prefix(4))).map { [$0.first, $0.second] } == [[0, 1], [2, 3]])
    #expect(found.allSatisfy { $0.score >= AlikeDocuments.threshold && $0.score <= 1000 })
    #expect(found.map(\.titles) == [1000, 1000])
  }

  @Test("Of many pages that are all alike each is compared with few, and all hang together")
  func allAlike() {
    let count = 400
    let document = AnalyzedDocument(page("a/", title: "什么是困惑度", answer: answer))
    let found = AlikeDocuments([AnalyzedDocument](repeating: document, count: count)).pairs
    #expect(found.count <= count * 16)
    var reached = [Bool](repeating: false, count: count)
    reached[0] = true
    for pair in found where reached[pair.first] { reached[pair.second] = true }
    #expect(!reached.contains(false))
  }
}

@Suite("Folded titles")
struct FoldedTitleTests {
  private func folded(_ title: String) -> String {
    String(decoding: foldedTitle(Array(title.utf8)), as: UTF8.self)
  }

  @Test(
    "Punctuation, spaces, width, case and script fold away",
    arguments: [
      ("什么是困惑度？", "什麼是困惑度"), ("GPT-4 有多大", "ｇｐｔ－４ 有多大?"), ("What’s “entropy”?", "whats entropy"),
      ("Q & A: 熵", "q &a 熵"), ("学习率，怎么选？", "学习率怎么选"),
    ])
  func same(_ titles: (String, String)) {
    #expect(folded(titles.0) == folded(titles.1))
  }

  @Test(
    "Signs that mean something stay",
    arguments: [
      ("C", "C++"), ("C#", "C"), ("a < b", "a > b"), ("2.5", "25"), ("x = -1", "x = 1"), ("log 2", "log2 "),
      ("therapist", "the rapist"), ("熵", "商"),
    ])
  func different(_ titles: (String, String)) {
    #expect(folded(titles.0) != folded(titles.1))
  }
}
