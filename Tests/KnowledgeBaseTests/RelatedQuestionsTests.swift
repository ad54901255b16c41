import Markdown
import SearchIndex
import SourceText
import Testing

@testable import KnowledgeBase

@Suite("Related questions")
struct RelatedQuestionsTests {
  private func related(_ files: [String: String], to name: String = "questions/a") throws -> [RelatedQuestions
    .Match]
  {
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
            SearchField(kind: .answer, text: Array(entry.document.source.bytes)),
          ]))
    }
    var scratch = RelatedScratch()
    return RelatedQuestions(fixture.knowledge, questions: questions, nearest: NearestDocuments(documents))
      .matches(for: try #require(fixture.id(name)), with: &scratch)
  }

  private func names(_ files: [String: String], to name: String = "questions/a") throws -> [String] {
    let fixture = KnowledgeFixture(files)
    return try related(files, to: name).map { fixture.knowledge[$0.question].name }
  }

  private let perplexity = [
    "questions/a": "# 什么是困惑度\n\n困惑度衡量语言模型。\n", "questions/b": "# 困惑度和交叉熵\n\n困惑度是指数。\n",
    "questions/c": "# 困惑度为什么越低越好\n\n困惑度。\n", "questions/d": "# Choosing a learning rate\n\nWarm up.\n",
    "questions/e": "# Warming up the learning rate\n\nSlowly.\n",
  ]

  @Test("The nearest by their text come first, and say what they share; others are not listed")
  func text() throws {
    #expect(try Set(names(perplexity)) == ["questions/b", "questions/c"])
    let shared = try related(perplexity).map { $0.sharedTerms.map(\.text) }
    #expect(shared == [["困惑度"], ["困惑度"]])
    #expect(try names(perplexity, to: "questions/d") == ["questions/e"])
  }

  @Test("Tags and sources count too")
  func features() throws {
    var files = ["references/r": "R.\n"]
    for name in ["a", "b", "c", "d"] { files["questions/\(name)"] = "Text.\n" }
    files["questions/a"] = "---\ntags: [熵, common]\n---\nText [@r].\n"
    files["questions/b"] = "---\ntags: [熵]\n---\nText [@r].\n"
    files["questions/c"] = "---\ntags: [common]\n---\nText.\n"
    files["questions/e"] = "---\ntags: [common]\n---\nText.\n"
    let matches = try related(files)
    #expect(try names(files).prefix(3) == ["questions/b", "questions/c", "questions/e"])
    #expect(matches[0].sharedTags == ["熵"])
    #expect(matches[0].sharedSources.count == 1)
  }

  @Test("A tag in another case or another form of Unicode is the same tag")
  func tagForms() throws {
    let files = [
      "questions/a": "---\ntags: [Entropy, Caf\u{E9}, \u{DC}ber]\n---\nText.\n",
      "questions/b": "---\ntags: [entropy, Cafe\u{301}, \u{FC}ber]\n---\nText.\n",
      "questions/c": "---\ntags: [Entropies, Cafe]\n---\nMore.\n",
    ]
    let matches = try related(files)
    #expect(matches.map(\.sharedTags) == [["Entropy", "Caf\u{E9}", "\u{DC}ber"]])
  }

  @Test("The author names some first and keeps others out")
  func named() throws {
    var files = perplexity
    files["questions/a"] = "---\nrelated: [d, -b, a, missing, d]\n---\n" + (perplexity["questions/a"] ?? "")
    #expect(try names(files) == ["questions/d", "questions/c"])
  }

  @Test(
    "Of pages with one name the question is listed; of a question and one that repeats it the former, once")
  func namedOne() throws {
    var files = perplexity
    files["pages/d"] = "Text.\n"
    files["questions/a"] = "---\nrelated: [d]\n---\n" + (perplexity["questions/a"] ?? "")
    #expect(try names(files).first == "questions/d")
    files["questions/a"] = "---\nrelated: [-b]\n---\n" + (perplexity["questions/a"] ?? "")
    files["pages/b"] = "Text.\n"
    #expect(try names(files) == ["questions/c"])
    files = perplexity
    files["questions/a"] = "---\nrelated: [e, d]\n---\n" + (perplexity["questions/a"] ?? "")
    files["questions/e"] = "---\nduplicate_of: d\n---\n# Warm up\n\nSlowly.\n"
    let listed = try names(files)
    #expect(listed.first == "questions/d")
    #expect(listed.count == Set(listed).count && !listed.contains("questions/e"))
  }

  @Test("Neither what the question links to, nor its translations, nor what repeats another question")
  func excluded() throws {
    var files = perplexity
    files["questions/a"] = "# 什么是困惑度\n\n困惑度，见 [[b]]。\n"
    #expect(try names(files) == ["questions/c"])
    files = perplexity
    files["questions/b"] = "---\ntranslation_of: a\n---\n# 困惑度 perplexity\n\n困惑度。\n"
    #expect(try names(files) == ["questions/c"])
    #expect(try names(files, to: "questions/b") == ["questions/c"])
    files = perplexity
    files["questions/b"] = "---\nduplicate_of: c\n---\n# 困惑度越低越好吗\n\n困惑度。\n"
    #expect(try names(files) == ["questions/c"])
    #expect(try names(files, to: "questions/b") == ["questions/a"])
  }

  @Test("At most six, each once")
  func counts() throws {
    var files: [String: String] = [:]
    for name in "abcdefghij" { files["questions/\(name)"] = "---\ntags: [熵]\n---\n# 困惑度 \(name)\n\n困惑度。\n" }
    let found = try names(files)
    #expect(found.count == 6)
    #expect(Set(found).count == 6)
  }
}
