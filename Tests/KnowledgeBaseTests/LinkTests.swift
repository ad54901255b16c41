import Markdown
import SourceText
import Testing

@testable import KnowledgeBase

@Suite struct LinkTests {
  private static let files: [String: String] = [
    "questions/info/熵":
      "---\ntitle: 什么是熵？\naliases: [entropy]\n---\n## 答案\n\n$$H \\label{eq:h}$$\n\n### 单位 Bits\n\nText.\n",
    "questions/Perplexity": "# What is perplexity?\n",
    "questions/x/same": "# Same one\n", "questions/y/same": "---\nslug: other\n---\n# Same two\n",
    "pages/guide/index": "# Guide\n",
    "references/shannon": "# A Mathematical Theory\n",
    "questions/formula": "# 熵 $H$ 与 *信息*\n", "questions/quoted": "---\ntitle: Is $2^H$ it?\n---\n",
    "questions/headings": "# Headings\n\n## $g$ 的测量与**误差**\n\n## The `log2` of ==2==\n\n## `a*b*c`\n",
  ]

  private func resolve(_ link: String) throws -> (
    target: LinkTarget, faults: [String], fixture: KnowledgeFixture
  ) {
    var files = Self.files
    files["questions/start"] = "# Start\n\n\(link)\n"
    let fixture = KnowledgeFixture(files)
    let links = try #require(fixture.links("questions/start"))
    let target = try #require((links.wikiLinks + links.links).first)
    return (target, fixture.faults, fixture)
  }

  @Test(
    arguments: [
      ("[[熵]]", "questions/info/熵", nil), ("[[questions/info/熵]]", "questions/info/熵", nil),
      ("[[entropy|label]]", "questions/info/熵", nil), ("[[什么是熵？]]", "questions/info/熵", nil),
      ("[[perplexity]]", "questions/Perplexity", nil), ("[[熵#单位 Bits]]", "questions/info/熵", "单位-bits"),
      ("[[熵#答案#单位-bits]]", "questions/info/熵", "单位-bits"), ("[[熵#eq:h]]", "questions/info/熵", "eq:h"),
      ("[x](info/%E7%86%B5.md)", "questions/info/熵", nil),
      ("[x](./info/熵.md#eq:h)", "questions/info/熵", "eq:h"),
      ("[x](../references/shannon.md)", "references/shannon", nil),
      ("[x](info/熵.md?raw=1#eq:h)", "questions/info/熵", "eq:h"),
      ("[x](/questions/perplexity/?from=feed)", "questions/Perplexity", nil),
      ("[x](../pages/guide/)", "pages/guide/index", nil),
      ("[x](/questions/perplexity/)", "questions/Perplexity", nil),
      ("[[熵 $H$ 与 *信息*]]", "questions/formula", nil), ("[[熵 H 与 信息]]", "questions/formula", nil),
      ("[[is $2^H$ it?]]", "questions/quoted", nil), ("[[info/熵]]", "questions/info/熵", nil),
      ("[[X/same]]", "questions/x/same", nil), ("[[y/same.md]]", "questions/y/same", nil),
      ("[[shannon]]", "references/shannon", nil), ("[[#start]]", "questions/start", "start"),
      ("[[headings#$g$ 的测量与**误差**]]", "questions/headings", "g-的测量与误差"),
      ("[[headings#The `log2` of ==2==]]", "questions/headings", "the-log2-of-2"),
      ("[[headings#`a*b*c`]]", "questions/headings", "a-b-c"),
      ("[[./info/熵]]", "questions/info/熵", nil), ("[[../questions/y/same]]", "questions/y/same", nil),
      ("[[../references/shannon.md]]", "references/shannon", nil),
      ("[[../pages/guide/index]]", "pages/guide/index", nil),
    ] as [(String, String, String?)])
  func aLinkFindsItsPage(link: String, place: String, anchor: String?) throws {
    let (target, faults, fixture) = try resolve(link)
    let id = try #require(fixture.id(place))
    #expect(target == .entry(id, anchor: anchor.map { Array($0.utf8) }))
    #expect(faults == [])
  }

  @Test(arguments: [
    ("[[same]]", "link.ambiguous"), ("[[nobody wrote this]]", "link.wanted"),
    ("[[fo/熵]]", "link.wanted"), ("[[z/same]]", "link.wanted"), ("[[$H$]]", "link.wanted"),
    ("[x](missing.md)", "link.unresolved"),
    ("[x](missing.png)", "asset.missing"), ("[[熵#nowhere]]", "link.fragment"),
    ("[x](../../../etc/passwd)", "link.unresolved"),
    ("[x](javascript:alert(1))", "link.unsafe"), ("[x](<java\tscript:alert(1)>)", "link.unsafe"),
    ("[x](data:text/html,x)", "link.unsafe"), ("[x](vbscript%3Ax)", "link.unsafe"),
  ])
  func aLinkThatLeadsNowhereIsReported(link: String, fault: String) throws {
    #expect(try resolve(link).faults == [fault])
  }

  @Test(arguments: [
    ("https://example.org/a?b#c", URLPolicy.Judgement.external), ("mailto:a@b.c", .external),
    ("//example.org", .external),
    ("HTTPS://example.org", .external), ("blob:x", .forbidden(scheme: "blob")),
    ("%6Aavascript:x", .forbidden(scheme: "javascript")),
    ("a%20b.md#c%64", .relative(path: "a b.md", fragment: Array("cd".utf8))),
    ("x/y:z", .relative(path: "x/y:z", fragment: nil)),
  ])
  func addressesAreJudgedAsBrowsersReadThem(address: String, judgement: URLPolicy.Judgement) {
    #expect(URLPolicy.judge(Array(address.utf8)) == judgement)
  }

  @Test func manySourcesKeepTheirNumbersWhereverTheyAreCitedAgain() throws {
    var files: [String: String] = [:]
    let keys = (0..<30).map { "source-\($0 * 7 % 30)" }
    for key in keys { files["references/\(key)"] = "# \(key)\n" }
    let citations = (keys + keys.reversed()).map { "Text [@\($0)].\n" }
    files["questions/a"] = "# A\n\n" + citations.joined(separator: "\n")
    let fixture = KnowledgeFixture(files)
    #expect(fixture.faults == [])
    let links = try #require(fixture.links("questions/a"))
    #expect(links.references.map(\.entry) == keys.map { fixture.id("references/\($0)") })
    let first = (1...30).map { [CitationTarget.reference(number: $0, occurrence: 1)] }
    let second = (1...30).reversed().map { [CitationTarget.reference(number: $0, occurrence: 2)] }
    #expect(links.citations == first + second)
  }

  @Test func referencesAreNumberedAsListedThenOwnThenCited() throws {
    var files = Self.files
    files["references/b"] = "# B\n"
    files["references/c"] = "# C\n"
    files["questions/q"] = """
      ---
      references: [c]
      ---
      Cites [@b] and [@shannon; @c] and [1] and [9].

      ## References
      1. Own item.
      2. [@shannon] with a note.
      """
    let fixture = KnowledgeFixture(files)
    let links = try #require(fixture.links("questions/q"))
    let c = try #require(fixture.id("references/c"))
    let b = try #require(fixture.id("references/b"))
    let shannon = try #require(fixture.id("references/shannon"))
    #expect(
      links.references == [
        NumberedReference(entry: c, own: []), NumberedReference(entry: nil, own: [0]),
        NumberedReference(entry: shannon, own: [1]), NumberedReference(entry: b, own: []),
      ])
    #expect(
      links.citations == [
        [.reference(number: 4, occurrence: 1)],
        [.reference(number: 3, occurrence: 1), .reference(number: 1, occurrence: 1)],
        [.reference(number: 2, occurrence: 1)], [.text], [.reference(number: 3, occurrence: 0)],
      ])
    #expect(fixture.faults == [])
  }

  @Test func mentionsAreTheReverseOfLinks() throws {
    let fixture = KnowledgeFixture([
      "questions/a": "See [[b]], [[b]] and [@r].\n", "questions/b": "See [a](a.md).\n",
      "references/r": "R.\n",
    ])
    let a = try #require(fixture.id("questions/a"))
    let b = try #require(fixture.id("questions/b"))
    let r = try #require(fixture.id("references/r"))
    #expect(fixture.knowledge.graph.incoming(of: b).map(\.from) == [a, a])
    #expect(fixture.knowledge.graph.incoming(of: a).map(\.from) == [b])
    #expect(fixture.knowledge.graph.incoming(of: r).map(\.from) == [a])
  }

  @Test func frontMatterNamesPagesThatExist() {
    let b = "---\ntitle: B\n---\nB.\n"
    let known = "---\nrelated: [b, -questions/b]\nduplicate_of: b\ntranslation_of: B\nlang: zh\n---\nText.\n"
    #expect(KnowledgeFixture(["questions/a": known, "questions/b": b]).faults == [])
    for key in ["related: [c]", "related: [-c]", "duplicate_of: c", "translation_of: c"] {
      let fixture = KnowledgeFixture(["questions/a": "---\n\(key)\n---\nText.\n", "questions/b": b])
      #expect(fixture.faults == ["link.unresolved"], "\(key)")
    }
    let twins = ["questions/a": "---\nrelated: [B]\n---\nText.\n", "questions/x": b, "questions/y": b]
    #expect(KnowledgeFixture(twins).faults == ["link.ambiguous"])
  }

  @Test func onlyQuestionsAreRelated() {
    let others = ["pages/p": "P.\n", "references/r": "R.\n", "faq/f": "## F\n\nF.\n", "questions/b": "B.\n"]
    for name in ["p", "r", "faq/f"] {
      let page = KnowledgeFixture(
        others.merging(["questions/a": "---\nrelated: [b, \(name)]\n---\nText.\n"]) { $1 })
      #expect(page.faults == ["front-matter.value"], "\(name)")
      #expect(page.diagnostics.first?.severity == .warning)
      #expect(page.diagnostics.first?.message.hasPrefix("\"\(name)\" is no question") == true)
    }
    let silent = [
      ["questions/a": "---\nrelated: [b, -p]\n---\nText.\n"],
      ["pages/q": "---\nrelated: [p, b]\n---\nText.\n"],
    ]
    for page in silent { #expect(KnowledgeFixture(others.merging(page) { $1 }).faults == []) }
  }
}
