import SearchIndex
import Testing

@Suite("Search")
struct SearchTests {
  private let library = Library([
    page(
      "questions/sparsity/", title: "什么是模型的稀疏性？",
      answer: "稀疏性指大部分元素为零。Q-Sparse 只保留最大的激活值。", tags: ["稀疏"]),
    page("questions/adam/", title: "Adam 如何处理稀疏梯度？", answer: "动量与自适应学习率，计算量比 SGD 大。", tags: ["优化"]),
    page("questions/perplexity/", title: "What is perplexity?", answer: "PPL = 2^H, so 2^4.7 = 25.99. Café."),
    page(
      "questions/entropy/", title: "Entropy and perplexity",
      answer: "Bits per word. Written in C++ with torch.nn."),
    page("questions/agi/", title: "AI 与 AGI", answer: "大模型与通用智能的比较。熵"),
  ])

  @Test(
    "every way to name a thing finds its page first",
    arguments: [
      ("稀疏性", "questions/sparsity/"),
      ("什么是稀疏性", "questions/sparsity/"),
      ("Q-Sparse", "questions/sparsity/"),
      ("q sparse", "questions/sparsity/"),
      ("稀疏梯度", "questions/adam/"),
      ("what is PERPLEXITY of 25.99", "questions/perplexity/"),
      ("2^4.7", "questions/perplexity/"),
      ("25.99", "questions/perplexity/"),
      ("cafe", "questions/perplexity/"),
      ("ＡＧＩ", "questions/agi/"),
      ("c++", "questions/entropy/"),
      ("torch.nn", "questions/entropy/"),
      ("熵", "questions/agi/"),
      ("entrop", "questions/entropy/"),
    ])
  func finds(query: String, first: String) throws {
    #expect(try library.paths(query).first == first)
  }

  @Test("any term is enough: a whole question with unknown words still finds pages")
  func disjunction() throws {
    #expect(try library.paths("请问zzz究竟什么叫做困惑不解的稀疏性呢").first == "questions/sparsity/")
  }

  @Test("where few pages hold a word, those follow that hold longer words which begin with it")
  func beginnings() throws {
    let library = Library([
      page("exact/", answer: "cat alpha"), page("longer/", title: "Category", answer: "category category"),
      page("also/", answer: "catalogue beta"), page("other/", answer: "concat scat"),
    ])
    #expect(try library.paths("cat").first == "exact/")
    #expect(try Set(library.paths("cat")) == ["exact/", "longer/", "also/"])
    #expect(try library.paths("cat dog").first == "exact/")
    #expect(try Set(library.paths("cat -alpha")) == ["longer/", "also/"])
    #expect(try library.paths("\"cat\"") == ["exact/"])
    // Enough pages hold the word.
    #expect(try library.paths("cat", limit: 1) == ["exact/"])
  }

  @Test("where few pages hold a word or number, those follow that hold it within a longer one")
  func parts() throws {
    let library = Library([
      page("exact/", answer: "530 fox compiled"), page("end/", answer: "1530 foxes precompiled"),
      page("middle/", answer: "1,530.25"), page("beginning/", answer: "5301 compiledness"),
      page("none/", answer: "5.30 35 compile"),
    ])
    #expect(try library.paths("530").first == "exact/")
    #expect(try Set(library.paths("530")) == ["exact/", "end/", "middle/", "beginning/"])
    #expect(try Set(library.paths("30.2")) == ["middle/"])
    #expect(try library.paths("compiled").contains("end/"))
    #expect(try library.paths("\"530\"") == ["exact/"])
    let versions = Library([
      page("release/", answer: "since v3.45.1"), page("exact/", answer: "3.45"),
      page("none/", answer: "v3, v4.5"),
    ])
    #expect(try versions.paths("3.45") == ["exact/", "release/"])
    #expect(try versions.paths("3.45.1") == ["release/"])
    #expect(try versions.paths("45").contains("none/") == false)
    // Enough pages hold the number.
    #expect(try library.paths("530", limit: 1) == ["exact/"])
  }

  @Test(
    "where few pages hold a pair that the index does not know, those follow that hold one of its ideographs")
  func ideographsOfUnknownPairs() throws {
    let library = Library([
      page("both/", answer: "瓷与陶"), page("clay/", title: "陶器"), page("kana/", title: "「は」「が」", answer: "𠮷田"),
      page("none/", answer: "怎样，和，的，在"),
    ])
    #expect(try library.paths("怎样分辨陶和瓷") == ["both/", "clay/"])
    #expect(try library.paths("はとが") == ["kana/"])
    #expect(try library.paths("𠮷屋") == ["kana/"])
    #expect(try library.paths("「陶和瓷」") == ["both/", "clay/"])
    #expect(try library.paths("陶和瓷 -陶器") == ["both/"])
    // The index knows the pair.
    #expect(try library.paths("陶器") == ["clay/"])
    // Enough pages hold a pair.
    #expect(try library.paths("陶器和瓷", limit: 1) == ["clay/"])
  }

  @Test("a title counts more than a passing mention, a rare word more than a common one")
  func ranking() throws {
    let filler = "模型 训练 数据 模型 训练 数据 模型 训练"
    var pages = (0..<40).map { page("p\($0)/", title: "训练数据", answer: filler) }
    pages.append(page("mention/", title: "训练数据", answer: filler + " 困惑度 " + filler))
    pages.append(page("titled/", title: "困惑度", answer: filler))
    let library = Library(pages)
    #expect(try library.paths("困惑度") == ["titled/", "mention/"])
    #expect(try Set(library.paths("训练困惑度").prefix(2)) == ["titled/", "mention/"])
  }

  @Test("covering the whole question beats repeating a part of it")
  func coverage() throws {
    let library = Library([
      page("one/", title: "alpha", answer: "alpha alpha alpha alpha"), page("both/", answer: "alpha beta"),
      page("other/", title: "beta", answer: "beta beta beta"),
    ])
    #expect(try library.paths("alpha beta").first == "both/")
  }

  @Test("pages of equal score come by path")
  func ties() throws {
    let library = Library(["c/", "a/", "d/", "b/"].map { page($0, title: "same") })
    #expect(try library.paths("same") == ["a/", "b/", "c/", "d/"])
  }

  @Test("results carry what the page gave")
  func results() throws {
    var engine = try library.engine()
    let found = try #require(library.answer(utf8("稀疏性"), with: &engine).results.first)
    #expect(text(found.title) == "什么是模型的稀疏性？")
    #expect(text(found.date) == "2024-09-07")
    #expect(text(found.kind) == "question")
    #expect(text(found.language) == "zh-Hans")
    #expect(found.tags.map(text) == ["稀疏"])
    #expect(found.score > 0)
  }

  @Test("a second query loads only what is new")
  func caching() throws {
    var engine = try library.engine()
    #expect(library.answer(utf8("稀疏"), with: &engine).loaded > 0)
    #expect(library.answer(utf8("稀疏"), with: &engine).loaded == 0)
  }

  @Test(
    "any query has an answer",
    arguments: ["", " ", "?!", "\0", "__proto__", "<script>", ".*[", "\u{FEFF}", "constructor", "的", "稀"])
  func oddQueries(query: String) throws {
    var engine = try library.engine()
    _ = library.answer(utf8(query), with: &engine)
    #expect(engine.problems.isEmpty)
  }

  @Test("ten megabytes of anything are a query")
  func hugeQuery() throws {
    var engine = try library.engine()
    var generator = SplitMix(state: 4)
    let start = utf8("稀疏性 ")
    let bytes = start + (0..<10_000_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    let (results, loaded) = library.answer(bytes, with: &engine)
    #expect(results.contains { text($0.path) == "questions/sparsity/" })
    #expect(loaded < 100)
  }

  @Test("the limit holds, and none means none")
  func limits() throws {
    #expect(try library.paths("的 是 模型 perplexity", limit: 2).count == 2)
    #expect(try library.paths("模型", limit: 0).isEmpty)
    #expect(try library.paths("模型", limit: -1).isEmpty)
  }

  @Test("JSON of results")
  func json() throws {
    let library = Library([page("a/", title: "A \"b\"", answer: "c", tags: ["x", "y"])])
    var engine = try library.engine()
    let results = library.answer(utf8("b"), with: &engine).results
    let score = try #require(results.first).score
    #expect(
      text(engine.answerJSON())
        == #"{"results":[{"score":\#(score),"url":"a/","title":"A \"b\"","date":"2024-09-07","kind":"question","#
        + #""language":"zh-Hans","provenance":"","summary":"c","tags":["x","y"]}],"problems":0,"correction":null,"facets":[]}"#
    )
    _ = library.answer([], with: &engine)
    #expect(text(engine.answerJSON()) == #"{"results":[],"problems":0,"correction":null,"facets":[]}"#)
  }
}
