import KnowledgeBase
import Markdown
import SearchIndex
import SourceText
import Testing

@testable import Lint

@Suite("Questions asked twice")
struct NearDuplicateTests {
  private let answer = "困惑度是交叉熵的指数，表示模型平均在多少个词之间犹豫。\n"

  private func diagnostics(_ files: [String: String]) -> [Diagnostic] {
    let reader = EntryReader(options: ParseOptions())
    var faults: [Diagnostic] = []
    let entries = files.sorted { $0.key < $1.key }.compactMap { name, text in
      reader.read(
        SourceFile(path: "content/questions/\(name).md", bytes: Array(text.utf8)), place: "questions/\(name)"
      ).entry
    }
    var knowledge = KnowledgeBase(entries, reserved: [], diagnostics: &faults)
    let resolver = LinkResolver(knowledge, assets: [], builtIn: [], contentFolder: "content/")
    knowledge.connect(knowledge.entries.indices.map { resolver.resolve(EntryID($0)).links })
    let questions = knowledge.ids(of: .question)
    let documents = questions.map { id in
      let title = knowledge[id].title.plain
      return AnalyzedDocument(
        SearchDocument(
          path: knowledge[id].path.url, title: title, summary: [], date: [], kind: [], language: [], tags: [],
          fields: [
            SearchField(kind: .title, text: title),
            SearchField(kind: .answer, text: Array(knowledge[id].document.source.bytes)),
          ]))
    }
    return NearDuplicates(knowledge, questions: questions, documents: documents).diagnostics(in: knowledge)
  }

  @Test("A pair is reported once, at the title of the newer question, with what to write there")
  func pair() throws {
    let found = diagnostics([
      "a": "---\ndate: 2024-05-01\n---\n# 什么是困惑度\n\n" + answer,
      "b": "---\ndate: 2024-03-01\n---\n# 困惑度是什么\n\n" + answer,
      "c": "---\ndate: 2024-04-01\n---\n# 学习率怎么选\n\n先小后大。\n",
    ])
    let diagnostic = try #require(found.first)
    #expect(found.count == 1)
    #expect(diagnostic.id == .lintNearDuplicate)
    #expect(diagnostic.location?.path == "content/questions/a.md")
    #expect(diagnostic.location?.position?.line == 4)
    #expect(diagnostic.message.contains("content/questions/b.md"))
    #expect(diagnostic.message.contains("titles 100 %"))
    #expect(diagnostic.notes.first?.location?.path == "content/questions/b.md")
    #expect(diagnostic.notes.contains { $0.message.contains("`duplicate_of: b`") })
  }

  @Test("Titles that differ only in how they are written are one message of their own")
  func twins() throws {
    let found = diagnostics(["a": "# 什么是困惑度\n\n" + answer, "b": "---\ntitle: 什麼是困惑度？\n---\n短。\n"])
    #expect(found.map(\.id) == [.lintTitleTwin])
    #expect(found.first?.location?.path == "content/questions/b.md")
    #expect(found.first?.location?.position?.line == 2)
  }

  @Test("A group of many is one message that names five")
  func group() throws {
    var files: [String: String] = [:]
    let titles = ["什么是困惑度", "困惑度是什么", "请问困惑度是什么意思", "困惑度的定义", "困惑度的含义是什么", "究竟什么是困惑度", "困惑度到底是什么"]
    for (place, title) in titles.enumerated() { files["q\(place)"] = "# \(title)\n\n" + answer }
    let found = diagnostics(files)
    let diagnostic = try #require(found.first { $0.id == .lintNearDuplicate })
    #expect(found.filter { $0.id == .lintNearDuplicate }.count == 1)
    #expect(diagnostic.message.contains("6 others"))
    #expect(diagnostic.notes.count == 7)
    #expect(diagnostic.notes.contains { $0.message == "And 1 more." })
    let named = diagnostic.notes.prefix(5).map(\.message)
    #expect(named.allSatisfy { $0.contains(" % sure, titles ") && $0.contains("alike") }, "\(named)")
  }

  @Test("Nothing is said of questions that are two")
  func different() {
    #expect(diagnostics(["a": "# 什么是困惑度\n\n" + answer, "b": "# 什么是交叉熵\n\n平均的比特数。\n"]) == [])
  }
}
