import Markdown
import SearchIndex
import SourceText
import Testing

@testable import KnowledgeBase

@Suite("Near-duplicates")
struct NearDuplicatesTests {
  private struct Found {
    var pairs: [[String]]
    var groups: [[String]]
    var twins: [[String]]
  }

  private func found(_ files: [String: String]) -> Found {
    let fixture = KnowledgeFixture(files)
    let questions = fixture.knowledge.ids(of: .question)
    let documents = questions.map { id in
      let entry = fixture.knowledge[id]
      return AnalyzedDocument(
        SearchDocument(
          path: entry.path.url, title: entry.title.plain, summary: [], date: [], kind: [], language: [],
          tags: [],
          fields: [
            SearchField(kind: .title, text: entry.title.plain),
            SearchField(kind: .answer, text: LinearText(fixture.knowledge, id).text(of: 0)),
          ]))
    }
    let result = NearDuplicates(fixture.knowledge, questions: questions, documents: documents)
    func names(_ ids: [EntryID]) -> [String] { ids.map { String(fixture.knowledge[$0].name.suffix(1)) } }
    return Found(
      pairs: result.pairs.map { names([$0.first, $0.second]) }, groups: result.groups.map(names),
      twins: result.twins.map(names))
  }

  private let files = [
    "questions/a": "# 什么是困惑度？\n\n困惑度是交叉熵的指数，表示模型平均在多少个词之间犹豫。\n",
    "questions/b": "# 困惑度是什么\n\n它表示模型平均在多少个词之间犹豫，是交叉熵的指数。\n",
    "questions/c": "# 学习率为什么要预热\n\n二阶矩的估计起初很不稳定，步长太大会把参数推远。\n",
    "questions/d": "# 什么是交叉熵\n\n用一个分布的编码去写另一个分布的样本，平均要多少比特。\n",
  ]

  private func with(_ frontMatter: String, in name: String) -> [String: String] {
    var files = files
    files["questions/\(name)"] = "---\n\(frontMatter)\n---\n" + (files["questions/\(name)"] ?? "")
    return files
  }

  @Test("Questions that ask the same are found, others are not")
  func pairs() {
    #expect(found(files).pairs == [["a", "b"]])
    #expect(found(files).groups == [["a", "b"]])
    #expect(found(files).twins == [])
  }

  @Test(
    "What the author has settled is not said again, from either side",
    arguments: [
      ("duplicate_of: b", "a"), ("duplicate_of: a", "b"), ("duplicate_of: c", "b"),
      ("translation_of: a", "b"),
      ("translation_of: b", "a"), ("related: [-b]", "a"), ("related: [-a]", "b"),
    ])
  func settled(_ frontMatter: String, _ name: String) {
    #expect(found(with(frontMatter, in: name)).pairs == [])
  }

  @Test("Two translations of a third question are one question; what else an author writes settles nothing")
  func commonOriginal() {
    var both = with("translation_of: d", in: "a")
    both["questions/b"] = "---\ntranslation_of: d\n---\n" + (files["questions/b"] ?? "")
    #expect(found(both).pairs == [])
    #expect(found(with("related: [b]", in: "a")).pairs == [["a", "b"]])
    #expect(found(with("translation_of: missing", in: "a")).pairs == [["a", "b"]])
  }

  @Test("Translations that name each other in a circle settle nothing")
  func circle() {
    var circle = with("translation_of: b", in: "a")
    circle["questions/b"] = "---\ntranslation_of: a\n---\n" + (files["questions/b"] ?? "")
    #expect(found(circle).pairs == [["a", "b"]])
  }

  @Test("Titles that are the same but for punctuation, width, case or script are twins")
  func twins() {
    let files = [
      "questions/a": "# GPT-4 的困惑度？\n\n一。\n", "questions/b": "# ｇｐｔ－４ 的困惑度\n\n二。\n",
      "questions/c": "# GPT-4 的困惑度 !\n\n三。\n", "questions/d": "# GPT-3 的困惑度\n\n四。\n",
      "questions/e": "# C++ 是什么\n\n五。\n", "questions/f": "# C 是什么\n\n六。\n",
    ]
    #expect(found(files).twins == [["a", "b", "c"]])
    var settled = files
    settled["questions/b"] = "---\nduplicate_of: a\n---\n" + (files["questions/b"] ?? "")
    #expect(found(settled).twins == [["a", "c"]])
  }

  @Test("A site of one page many times is one group, with few pairs")
  func allAlike() {
    var same: [String: String] = [:]
    for number in 100..<300 { same["questions/\(number)"] = files["questions/a"] }
    let result = found(same)
    #expect(result.groups.map(\.count) == [200])
    #expect(result.twins.map(\.count) == [200])
    #expect(result.pairs.count <= 200 * 16)
  }
}

@Suite("Disjoint sets")
struct DisjointSetsTests {
  @Test("Joined numbers have one root, and it is the least; groups hold no number alone")
  func join() {
    var sets = DisjointSets(8)
    sets.join(6, 2)
    sets.join(4, 6)
    sets.join(7, 1)
    #expect(sets.root(of: 4) == 2)
    #expect(sets.root(of: 5) == 5)
    #expect(sets.groups == [[1, 7], [2, 4, 6]])
    sets.join(1, 4)
    #expect(sets.groups == [[1, 2, 4, 6, 7]])
  }
}
