import Testing

@testable import SearchIndex

/// What a reader can type beside words.
@Suite struct QuerySyntaxTests {
  private let library: Library = {
    var library = Library([
      page(
        "a/", title: "交叉熵与困惑度", answer: "交叉熵是编码长度。Perplexity is two to the cross entropy.",
        tags: ["信息论", "Two Words"]),
      page("b/", title: "困惑度", answer: "叉熵交换。The entropy of a cross.", tags: ["信息论"]),
      page("c/", title: "Adam", answer: "Sparse gradients and momentum.", tags: ["优化"]),
      page("d/", title: "Sparse attention", answer: "Attention weights, mostly zero.", tags: ["稀疏"]),
    ])
    library.files["../a/index.md"] = utf8(
      "# 交叉熵与困惑度\n\n**交叉**熵是编码长度。Perplexity is two to the cross\nentropy.")
    library.files["../b/index.md"] = utf8("# 困惑度\n\n叉熵交换。The entropy of a cross.")
    library.files["../c/index.md"] = utf8("# Adam\n\nSparse gradients and momentum.")
    library.files["../d/index.md"] = utf8("# Sparse attention\n\nAttention weights, mostly zero.")
    return library
  }()

  @Test(
    "Phrases, exclusions and filters",
    arguments: [
      ("\"cross entropy\"", ["a/"]), ("“交叉熵”", ["a/"]), ("「交叉熵是」", ["a/"]), ("『momentum』", ["c/"]),
      ("entropy -perplexity", ["b/"]), ("困惑度 -\"cross entropy\"", []), ("困惑度 -交叉熵", ["b/"]),
      ("sparse -gradients", ["d/"]), ("- sparse", ["c/", "d/"]),
      ("tag:信息论", ["a/", "b/"]), ("困惑度 tag:two", []), ("困惑度 tag:\"two words\"", ["a/"]),
      ("sparse tag:優化", ["c/"]), ("sparse tag:优化 tag:稀疏", []), ("sparse kind:question", ["c/", "d/"]),
      ("sparse kind:reference", []), ("sparse kind:reference kind:question", ["c/", "d/"]),
      ("sparse language:zh-hans", ["c/", "d/"]), ("kind:", []), ("tag: sparse", ["c/", "d/"]),
      ("\"sparse", ["c/", "d/"]), ("\"\"", []), ("-", []), ("--sparse", ["c/", "d/"]),
    ])
  func syntax(_ query: String, _ paths: [String]) throws {
    #expect(try Set(library.paths(query)) == Set(paths))
  }

  @Test(
    "A minus leaves nothing out before a formula, before a number that begins the query, before its only word",
    arguments: [
      ("-14", ["a/"]), ("-.5 frost", ["a/", "b/"]), ("-fmodules-ts", ["c/"]), ("-\\sum", ["c/"]),
      ("-$sum$", ["c/"]),
      ("-\\sum flag", ["c/"]), ("flag -\\sum", ["c/"]), ("-\"cold frost\"", ["a/"]), ("cold -14", ["b/"]),
      ("-frost -cold", []), ("-frost cold", ["b/"]), ("-\"frost\" cold", ["b/"]),
      ("-cold kind:question", ["c/"]),
    ])
  func minus(_ query: String, _ paths: [String]) throws {
    let library = Library([
      page("a/", answer: "cold frost −14 °C"), page("b/", answer: "cold -.5"),
      page("c/", answer: "the flag -fmodules-ts has a sum"),
    ])
    #expect(try Set(library.paths(query)) == Set(paths))
  }

  @Test("A phrase that no page holds counts as its words")
  func unknownPhrase() throws {
    #expect(try library.paths("\"gradients sparse\"") == ["c/", "d/"])
  }

  @Test("A page whose Markdown cannot be loaded counts as holding the phrase, and the loss is told")
  func missingMarkdown() throws {
    var library = library
    library.files["../a/index.md"] = nil
    var engine = try library.engine()
    #expect(library.answer(utf8("\"cross entropy\""), with: &engine).results.map { text($0.path) } == ["a/"])
    #expect(engine.problems == [.missing(name: utf8("../a/index.md"))])
  }

  @Test("Neighbouring words of a title rank it before pages with both words apart")
  func wordPairs() throws {
    let library = Library([
      page("apart/", title: "Entropy of a cross", answer: "x"),
      page("together/", title: "Cross entropy", answer: "x"),
      page("other/", title: "Entropy", answer: "cross x"),
    ])
    #expect(try library.paths("cross entropy").first == "together/")
  }

  @Test(
    "A misspelt English word finds its neighbours, and the engine says what it took it for",
    arguments: [
      ("perplxity", "perplexity"), ("preplexity", "perplexity"), ("perplexityy", "perplexity"),
      ("berplexity", "perplexity"), ("perplexitu", "perplexity"), ("momemtun", "momentum"),
      ("sparce attention", "sparse attention"), ("grdients?", "gradients?"),
      ("atention wieghts", "attention weights"),
    ])
  func typingErrors(_ query: String, _ corrected: String) throws {
    var engine = try library.engine()
    #expect(!library.answer(utf8(query), with: &engine).results.isEmpty)
    #expect(engine.correction().map { text($0) } == corrected)
  }

  @Test("An inflected word is no misspelt one")
  func inflections() throws {
    let library = Library([
      page("cause/", title: "Cause", answer: "causes"),
      page("other/", title: "Krakatoa", answer: "caused by a batch"),
      page("lists/", answer: "list stopped"),
    ])
    for query in ["causing", "batches", "listed", "stops"] {
      var engine = try library.engine()
      #expect(!library.answer(utf8(query), with: &engine).results.isEmpty, "\(query)")
      #expect(engine.correction() == nil, "\(query)")
    }
    #expect(try library.paths("listing krakatoa", limit: 1) == ["other/"])
  }

  @Test(
    "Known words, beginnings, short words, names and other scripts are not corrected",
    arguments: ["perplexity", "perpl", "sparse", "cros", "xyzzyplugh", "gpt4", "困感度"])
  func noCorrection(_ query: String) throws {
    var engine = try library.engine()
    _ = library.answer(utf8(query), with: &engine)
    #expect(engine.correction() == nil)
  }

  @Test("Facets count the pages found, by value")
  func facets() throws {
    var engine = try library.engine()
    engine.begin(utf8("困惑度"), QueryOptions(limit: 1, facets: true))
    while case let names = engine.needs(), !names.isEmpty {
      for name in names { engine.supply(name, library.files[text(name)]) }
    }
    #expect(
      engine.facets().map { "\($0.key) \(text($0.value)) \($0.count)" } == [
        "kind question 2", "language zh-Hans 2", "tag Two Words 1", "tag 信息论 2",
      ])
  }

  @Test("Marks are UTF-16 places of the query's words, of words that stand in for misspelt ones too")
  func marks() throws {
    var engine = try library.engine()
    _ = library.answer(utf8("perplxity 熵"), with: &engine)
    #expect(text(engine.marksJSON(utf8("𠮷 Perplexity，熵"))) == "[3,13,14,15]")
    _ = library.answer([], with: &engine)
    #expect(text(engine.marksJSON(utf8("a"))) == "[]")
  }

  @Test("Formula terms follow the text, each behind a space; a broken one harms nothing")
  func formulaTerms() throws {
    var first = page("f/", title: "one")
    first.formulaTerms = FormulaTermList([(utf8("\u{2}H>P"), 4), (utf8("\u{2}same"), 2)])
    var second = page("g/", title: "two")
    second.formulaTerms = FormulaTermList([(utf8("\u{2}same"), 2)])
    let library = Library([first, second])
    #expect(try library.paths("\u{2}H>P \u{2}same") == ["f/", "g/"])
    #expect(try library.paths("two \u{2}H>P").count == 2)
    #expect(try library.paths("\u{2} \u{2}\u{2} \u{2}\u{1}").isEmpty)
  }

  @Test("Of a term that very many pages hold the best count, and with a filter all of them")
  func overflow() throws {
    let pages = (0..<900).map { number in
      page(
        "p\(number)/", title: number % 300 == 7 ? "rare" : "", answer: "常见",
        tags: number % 300 == 8 ? ["seldom"] : [])
    }
    let library = Library(pages)
    var engine = try library.engine()
    let plain = library.answer(utf8("常见"), limit: 100, with: &engine)
    #expect(plain.results.count == 100)
    #expect(!library.files.keys.filter { $0.hasPrefix("o-") }.isEmpty)
    #expect(try Set(library.paths("常见 tag:seldom")) == ["p8/", "p308/", "p608/"])
    #expect(try library.paths("rare -常见").isEmpty)
  }
}
