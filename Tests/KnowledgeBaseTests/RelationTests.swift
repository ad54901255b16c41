import Markdown
import Testing

@testable import KnowledgeBase

/// Duplicates, translations, former addresses, wanted pages.
@Suite struct RelationTests {
  private static func question(_ frontMatter: String, _ body: String = "Text.") -> String {
    "---\n\(frontMatter)\n---\n\(body)\n"
  }

  // MARK: Duplicates

  @Test func duplicatesLeadToTheLastOfTheirChain() throws {
    let fixture = KnowledgeFixture([
      "questions/a": Self.question("duplicate_of: b"), "questions/b": Self.question("duplicate_of: c"),
      "questions/c": Self.question("title: C", "## One\nText."),
      "questions/link": "See [[a]], [b](b.md), [[a#One]] and [[b#Two]].\n",
    ])
    let c = try #require(fixture.id("questions/c"))
    let a = try #require(fixture.id("questions/a"))
    #expect(fixture.knowledge.original(of: a) == c)
    #expect(fixture.knowledge.isDuplicate(a) && !fixture.knowledge.isDuplicate(c))
    #expect(
      fixture.knowledge.newestQuestions.map { fixture.knowledge[$0].name } == [
        "questions/c", "questions/link",
      ])
    let links = try #require(fixture.links("questions/link"))
    #expect(links.wikiLinks.prefix(2) == [.entry(c, anchor: nil), .entry(c, anchor: Array("one".utf8))])
    #expect(links.links == [.entry(c, anchor: nil)])
    #expect(fixture.faults == ["link.fragment"])
  }

  @Test func aPlaceOnlyTheDuplicateHasIsLinkedToThere() throws {
    let fixture = KnowledgeFixture([
      "questions/a": Self.question("duplicate_of: b", "## Own\nText, see [[#Own]]."), "questions/b": "# B\n",
      "questions/link": "See [[a#Own]].\n",
    ])
    let a = try #require(fixture.id("questions/a"))
    #expect(fixture.links("questions/link")?.wikiLinks == [.entry(a, anchor: Array("own".utf8))])
    #expect(fixture.links("questions/a")?.wikiLinks == [.entry(a, anchor: Array("own".utf8))])
    #expect(fixture.faults == [])
  }

  @Test func circlesAndOtherKindsOfPagesSettleNothing() throws {
    let fixture = KnowledgeFixture([
      "questions/a": Self.question("duplicate_of: b"), "questions/b": Self.question("duplicate_of: c"),
      "questions/c": Self.question("duplicate_of: b"), "questions/self": Self.question("duplicate_of: self"),
      "references/r": "# R\n", "questions/odd": Self.question("duplicate_of: r"),
      "pages/p": Self.question("duplicate_of: a"),
    ])
    #expect(fixture.faults == Array(repeating: "duplicate.invalid", count: 4))
    let places = ["a", "b", "c", "self", "odd"].compactMap { fixture.id("questions/" + $0) }
    #expect(
      places.map { fixture.knowledge[fixture.knowledge.original(of: $0)].name } == [
        "questions/b", "questions/b", "questions/c", "questions/self", "questions/odd",
      ])
  }

  @Test func aNameInFrontMatterMeansAPageOfTheSameKind() throws {
    let fixture = KnowledgeFixture([
      "pages/entropy": "# Entropy\n", "questions/entropy": "# What is entropy?\n",
      "questions/a": Self.question("duplicate_of: entropy\nrelated: [-entropy]"),
    ])
    #expect(fixture.faults == [])
    let a = try #require(fixture.id("questions/a"))
    #expect(fixture.knowledge.original(of: a) == fixture.id("questions/entropy"))
  }

  @Test func aNameThatAQuestionSharesWithItsDuplicateMeansTheQuestion() throws {
    let fixture = KnowledgeFixture([
      "questions/a": Self.question("title: Entropy"),
      "questions/b": Self.question("title: Entropy\nduplicate_of: a"),
      "questions/link": "See [[Entropy]].\n",
    ])
    #expect(fixture.faults == [])
    let a = try #require(fixture.id("questions/a"))
    #expect(fixture.links("questions/link")?.wikiLinks == [.entry(a, anchor: nil)])
  }

  @Test func aTranslationOfADuplicateStaysInLists() {
    let fixture = KnowledgeFixture([
      "questions/a": Self.question("duplicate_of: c\nlang: en"), "questions/a.zh": Self.question("title: 甲"),
      "questions/c": Self.question("title: C"),
    ])
    #expect(
      fixture.knowledge.newestQuestions.map { fixture.knowledge[$0].name } == [
        "questions/a.zh", "questions/c",
      ])
  }

  // MARK: Translations

  @Test(arguments: [("zh-Hans", "questions/a"), ("en", "questions/a.en"), ("ja", "questions/a")])
  func listsShowTheTranslationInTheSitesLanguage(language: String, listed: String) throws {
    let fixture = KnowledgeFixture(
      [
        "questions/a": Self.question("lang: zh-CN\ntitle: A"), "questions/a.en": Self.question("title: B"),
        "questions/x": Self.question("translation_of: a.en\nlang: de"), "questions/torch.nn": "# torch.nn\n",
        "questions/torch": "# torch\n",
      ], language: language)
    #expect(fixture.faults == [])
    let a = try #require(fixture.id("questions/a"))
    #expect(
      fixture.knowledge.translations(of: a).map { fixture.knowledge[$0].name } == [
        "questions/a", "questions/a.en", "questions/x",
      ])
    #expect(fixture.entry("questions/a.en")?.frontMatter.lang?.value == "en")
    #expect(
      fixture.knowledge.newestQuestions.map { fixture.knowledge[$0].name }
        == [
          listed, "questions/torch", "questions/torch.nn",
        ].sorted())
    #expect(fixture.knowledge.translations(of: try #require(fixture.id("questions/torch"))).isEmpty)
  }

  @Test(arguments: [
    ("a: b, lang: en", "b: a, lang: zh"), ("a: a, lang: en", "b: , lang: zh"),
    ("a: b, lang: zh-CN", "b: , lang: zh"),
    ("a: r, lang: en", "b: , lang: zh"),
  ])
  func translationsThatCannotBeAreReported(first: String, second: String) {
    func page(_ text: String) -> String {
      let parts = text.dropFirst(3).split(separator: ",", omittingEmptySubsequences: false)
      let target = parts[0].trimmingPrefix(" ")
      return Self.question(
        (target.isEmpty ? "" : "translation_of: \(target)\n") + parts[1].trimmingPrefix(" "))
    }
    let fixture = KnowledgeFixture([
      "questions/a": page(first), "questions/b": page(second), "references/r": "# R\n",
    ])
    #expect(fixture.faults == ["translation.invalid"])
  }

  // MARK: Former addresses

  @Test(arguments: [
    ("Old name", "questions/old-name/"), ("/old/name/", "old/name/"), ("/2019/a.html", "2019/a.html"),
    ("/index.php", "index.php/"), ("/questions/old", "questions/old/"), ("/a/index.html", "a/"),
    ("/%E7%86%B5/", "熵/"),
  ])
  func anAliasIsAnAddress(alias: String, address: String) throws {
    let fixture = KnowledgeFixture([
      "questions/q": Self.question("aliases: ['\(alias)']"), "questions/link": "[x](/\(address))\n",
    ])
    #expect(fixture.faults == [])
    #expect(fixture.knowledge.redirects.map(\.path.text) == [address])
    let q = try #require(fixture.id("questions/q"))
    #expect(fixture.links("questions/link")?.links == [.entry(q, anchor: nil)])
  }

  @Test(arguments: [
    "/search/", "/", "/../x/", "/.git/config", "/a\\b/", "other", "/questions/other/", "/Questions/OTHER/",
    "/questions/page/2/", "/a.html/b/", "/old?page=1", "/old#part", "/questions/other/index.md",
  ])
  func anAliasThatCanBeNoAddressIsReported(alias: String) {
    let fixture = KnowledgeFixture([
      "questions/q": Self.question("aliases: ['\(alias)']"), "questions/other": "# Other\n",
    ])
    #expect(fixture.faults == ["alias.address"])
    #expect(fixture.knowledge.redirects.isEmpty)
  }

  @Test func aNameThatIsOneOfQuaestiosOwnPagesIsNoAddress() {
    let fixture = KnowledgeFixture(["pages/q": Self.question("aliases: [Search, fine]")])
    #expect(fixture.faults == ["alias.address"])
    #expect(fixture.knowledge.redirects.map(\.path.text) == ["fine/"])
  }

  @Test func aPagesOwnNameIsNoRedirect() {
    let fixture = KnowledgeFixture(["questions/q": Self.question("aliases: [q, Q, /questions/q/]")])
    #expect(fixture.faults == [])
    #expect(fixture.knowledge.redirects.isEmpty)
  }

  // MARK: Wanted pages

  @Test func wantedPagesAreRankedByThePagesThatWantThem() {
    let fixture = KnowledgeFixture([
      "questions/a": "[[Zipf law]] [[Zipf law]] [[Zipf law]] [[Beam search]]\n",
      "questions/b": "[[beam search|it]] [[Heaps law]]\n", "questions/c": "[[Beam search#Cost]]\n",
    ])
    let wanted = fixture.knowledge.wantedPages()
    #expect(wanted.map(\.name) == ["Beam search", "Heaps law", "Zipf law"])
    #expect(wanted.map(\.demand) == [3, 1, 1])
    #expect(wanted.map(\.mentions.count) == [3, 1, 1])
  }

  // MARK: Short questions, excerpts

  @Test func aShortQuestionIsFoundByItsHeading() throws {
    let fixture = KnowledgeFixture([
      "faq/units": "# Units\n\n## Why base two?\nText.\n\n### Detail\nText.\n\n## Twice\nText.\n",
      "faq/more": "# More\n\n## Twice\nText.\n", "questions/q": "[[why base two?]] [[Detail]] [[Twice]]\n",
    ])
    let units = try #require(fixture.id("faq/units"))
    #expect(
      fixture.links("questions/q")?.wikiLinks.first == .entry(units, anchor: Array("why-base-two".utf8)))
    #expect(fixture.faults.sorted() == ["link.ambiguous", "link.wanted"])
  }

  @Test func aSourceShowsTheExcerptsThatAreCited() throws {
    let source =
      "# Part one\nFirst. ^cost\n\n# Part two\nSecond.\n\n## Below\nThird.\n\n# Part three\nFourth.\n"
    let cases: [(String, [String])] = [
      ("[@r#part-two]", ["part-two"]), ("[@r#^cost; @r#part-three, p. 2]", ["^cost", "part-three"]),
      ("[@r#cost] and [@r]", []), ("[@r#part-two] [@r#part-two]", ["part-two"]),
    ]
    for (citation, excerpts) in cases {
      let fixture = KnowledgeFixture(["references/r": source, "questions/q": "Text \(citation).\n"])
      #expect(fixture.faults == [], "\(citation)")
      #expect(
        fixture.links("questions/q")?.references.map { $0.excerpts.map(\.text) } == [excerpts], "\(citation)")
    }
    let faulty = KnowledgeFixture(["references/r": source, "questions/q": "Text [@r#nowhere].\n"])
    #expect(faulty.faults == ["link.fragment"])
    let entry = try #require(faulty.entry("references/r"))
    let nodes = try #require(entry.nodes(at: Array("part-two".utf8)))
    #expect(nodes.filter { entry.document.nodes[$0].kind == .heading }.count == 2)
  }

  // MARK: Embeds

  @Test(
    arguments: [
      (["a": "![[b]]", "b": "![[c]]", "c": "Text."], 0), (["a": "![[a]]"], 1),
      (["a": "![[b]]", "b": "![[a]]"], 1),
      (["a": "# One\n\n![[#Two]]\n\n# Two\n\nText."], 0),
      (["a": "# One\n\n![[#Two]]\n\n# Two\n\n![[#One]]"], 1),
      (["a": "![[b#One]]", "b": "# One\n\nText.\n\n# Two\n\n![[a]]"], 0),
      (["a": "![[b]]\n\n![[b]]", "b": "![[c]]\n\n![[c]]", "c": "Text."], 0),
    ] as [([String: String], Int)])
  func passagesThatShowThemselvesAreReported(pages: [String: String], count: Int) {
    let files = Dictionary(uniqueKeysWithValues: pages.map { ("questions/" + $0.key, $0.value + "\n") })
    #expect(KnowledgeFixture(files).faults == Array(repeating: "embed.circle", count: count))
  }

  @Test(arguments: [
    ("In text ![[b]].", 1), ("# On ![[b]]", 1), ("| ![[b]] | ![[b#x]] |\n| - | - |", 2), ("![[b]] ![[b]]", 0),
    ("- ![[b]]", 0), ("> ![[b]]", 0), ("In text [[b]] and ![[a.png]].", 0),
  ])
  func passagesWithinTextAreReported(text: String, count: Int) {
    let fixture = KnowledgeFixture(["questions/a": "\(text)\n", "questions/b": "Text.\n\n# X\n\nMore.\n"])
    #expect(fixture.faults == Array(repeating: "embed.inline", count: count))
  }

  @Test(arguments: [(5, []), (6, ["embed.limit"])])
  func passagesWithinPassagesEnd(depth: Int, faults: [String]) {
    let chain =
      (0..<depth).map { ("questions/p\($0)", "![[p\($0 + 1)]]\n") } + [("questions/p\(depth)", "Text.\n")]
    #expect(KnowledgeFixture(Dictionary(uniqueKeysWithValues: chain)).faults == faults)
  }

  @Test(arguments: [(256, []), (257, ["embed.limit"])])
  func aPageShowsSoManyPassages(count: Int, faults: [String]) {
    let page = String(repeating: "![[b]]\n\n", count: count)
    #expect(KnowledgeFixture(["questions/a": page, "questions/b": "Text.\n"]).faults == faults)
  }

  @Test func passagesThatDoubleWithEveryStepAreCounted() {
    let files = (0..<4).map { step in
      ("questions/p\(step)", String(repeating: "![[p\(step + 1)]]\n\n", count: 30))
    }
    let fixture = KnowledgeFixture(Dictionary(uniqueKeysWithValues: files + [("questions/p4", "Text.\n")]))
    #expect(fixture.faults == Array(repeating: "embed.limit", count: 3))
  }

  @Test func aThousandPagesInOneCircleAreOneFault() {
    let files = (0..<1000).map { ("questions/p\($0)", "![[p\(($0 + 1) % 1000)]]\n") }
    #expect(KnowledgeFixture(Dictionary(uniqueKeysWithValues: files)).faults == ["embed.circle"])
  }
}
