import SourceText
import Testing

@testable import SiteBuild

/// Both feeds: whole questions for readers elsewhere, with what is said of how each answer came to be.
@Suite struct FeedTests {
  private static let base = "https://wiki.example/team/"

  private static let question = """
    ---
    title: 困惑度 $2^{4.7}$
    date: 2024-09-07
    updated: 2025-02-18
    lang: zh-Hant
    authors: [甲, 乙]
    tags: [熵]
    provenance: ai
    generator: Aily
    reviewed: 2025-03-01
    ---
    細節[^1]，見 [[b]] 與[下文](#下文)。

    ## Answer

    即 $2^{4.7} = 25.99$，引自 [@r, §2] 與 [2]。

    $$PPL = 2^H$$ {#eq:p}

    ### 下文

    ![图](plot.svg)

    ## Answer {author="Ann" provenance=mixed model=M1}

    Second.

    ## References

    1. [@r]
    2. 自己的一條 [連結](https://example.org/x)。

    [^1]: 註腳。
    """

  private func site(_ more: [String: String] = [:]) throws -> SiteFixture {
    let site = try SiteFixture(
      [
        "quaestio.yml": "title: 小站\nlanguage: zh-Hans\nlicense: CC BY 4.0\nbase_url: \(Self.base)\n",
        "content/questions/a.md": Self.question,
        "content/questions/plot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "content/questions/b.md": "---\ndate: 2024-01-02\n---\n# B\n\nText.\n",
        "content/questions/undated.md": "# Undated\n\nText.\n",
        "content/references/r.md": "---\ntitle: Source\n---\nText.\n",
      ].merging(more) { $1 })
    #expect(SiteFixture.summary(try site.build()) == [])
    return site
  }

  private func atom(_ site: SiteFixture) throws -> [MarkupReader.Element] {
    let reader = MarkupReader(Array(try #require(site.page("feed.xml")).utf8), as: .xml)
    #expect(reader.faults == [])
    return reader.elements
  }

  private func json(_ site: SiteFixture) throws -> JSONValue {
    try JSONReader.read(Array(try #require(site.page("feed.json")).utf8)[...])
  }

  @Test func atomSaysWhatItsSpecificationDemands() throws {
    let elements = try atom(try site())
    let feed = elements.filter { $0.ancestors == ["feed"] }
    #expect(elements[0].attributes == ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "zh-Hans"])
    #expect(feed.filter { $0.name == "title" }.map(\.text) == ["小站"])
    #expect(feed.filter { $0.name == "id" }.map(\.text) == [Self.base])
    #expect(feed.filter { $0.name == "updated" }.map(\.text) == ["2025-02-18T00:00:00Z"])
    #expect(feed.filter { $0.name == "rights" }.map(\.text) == ["CC BY 4.0"])
    let own = feed.first { $0.name == "link" && $0.attributes["rel"] == "self" }
    #expect(own?.attributes["href"] == Self.base + "feed.xml")
    #expect(feed.filter { $0.name == "author" }.map(\.content) == ["小站"])
    let entries = elements.filter { $0.name == "entry" }
    #expect(entries.map { $0.attributes["xml:lang"] } == ["zh-Hant", "zh-Hans"])
    let inEntries = elements.filter { $0.ancestors == ["feed", "entry"] }
    #expect(
      inEntries.filter { $0.name == "id" }.map(\.text) == [
        Self.base + "questions/a/", Self.base + "questions/b/",
      ])
    #expect(inEntries.first { $0.name == "title" }?.text == "困惑度 2^(4.7)")
    #expect(
      inEntries.filter { $0.name == "published" || $0.name == "updated" }.map(\.text) == [
        "2024-09-07T00:00:00Z", "2025-02-18T00:00:00Z", "2024-01-02T00:00:00Z", "2024-01-02T00:00:00Z",
      ])
    #expect(inEntries.filter { $0.name == "author" }.map(\.content) == ["甲", "乙"])
  }

  @Test func theContentIsWholeAndStandsAlone() throws {
    let content = try #require(try atom(try site()).first { $0.name == "content" })
    #expect(content.attributes == ["type": "html"])
    let html = content.text
    #expect(html.contains("即 2^(4.7) = 25.99，引自"))
    #expect(html.contains("<p>PPL = 2^H (1)</p>"))
    #expect(html.contains("[<a href=\"\(Self.base)references/r/\" lang=\"zh-Hans\">Source</a>, §2]"))
    #expect(html.contains("<li value=\"2\"><p>自己的一條 <a href=\"https://example.org/x\">連結</a>。</p>"))
    #expect(html.contains("<h2>答案 1</h2>") && html.contains("<h2>答案 2</h2>") && html.contains("Second."))
    #expect(html.contains("src=\"\(Self.base)assets/plot."))
    #expect(html.contains("註腳。"))
    #expect(!html.contains("<math") && !html.contains(" id="))
    for match in html.matches(of: /(?:href|src)="([^"]*)"/) {
      #expect(match.1.hasPrefix("https://"), "\(match.1)")
    }
  }

  @Test func provenanceIsASentenceAndData() throws {
    let site = try site()
    let elements = try atom(site)
    let html = try #require(elements.first { $0.name == "content" }?.text)
    let (first, second) = (html.firstRange(of: "Aily"), html.firstRange(of: "M1"))
    #expect(first != nil && second != nil)
    let claims = elements.filter { $0.name == "provenance" }
    #expect(
      claims.map(\.attributes) == [
        [
          "xmlns": "tag:quaestio.example,2026:provenance", "answer": "1", "kind": "ai", "generator": "Aily",
          "reviewed": "2025-03-01",
        ],
        [
          "xmlns": "tag:quaestio.example,2026:provenance", "answer": "2", "kind": "mixed",
          "generator": "Aily", "model": "M1", "reviewed": "2025-03-01",
        ],
      ])
    let terms = elements.filter { $0.name == "category" && $0.attributes["scheme"] != nil }
    #expect(
      terms.map { $0.attributes["term"] } == [
        "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia",
      ])
    let items = try #require(try json(site)["items"])
    guard case .array(let questions) = items,
      case .array(let data)? = questions[0]["_quaestio"]?["provenance"]
    else {
      Issue.record("no provenance in feed.json")
      return
    }
    #expect(data.map { $0["kind"]?.text } == ["ai", "mixed"])
    #expect(data[1]["model"]?.text == "M1")
    #expect(
      data[0]["digital_source_type"]?.text
        == "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")
    #expect(questions[1]["_quaestio"] == nil)
  }

  @Test func bothFeedsHoldTheSame() throws {
    let site = try site()
    let elements = try atom(site).filter { $0.ancestors == ["feed", "entry"] }
    let feed = try json(site)
    #expect(feed["version"]?.text == "https://jsonfeed.org/version/1.1")
    #expect(feed["feed_url"]?.text == Self.base + "feed.json")
    #expect(feed["language"]?.text == "zh-Hans")
    guard case .array(let items)? = feed["items"] else {
      Issue.record("no items")
      return
    }
    for (member, element) in [
      ("id", "id"), ("title", "title"), ("content_html", "content"), ("summary", "summary"),
      ("date_published", "published"), ("date_modified", "updated"),
    ] {
      #expect(
        items.map { $0[member]?.text ?? "" } == elements.filter { $0.name == element }.map(\.text),
        "\(member)")
    }
    let page = try #require(site.page("questions/a/index.html"))
    #expect(page.contains("type=\"application/feed+json\" href=\"../../feed.json\""))
  }

  @Test func theNewestQuestionsAreGivenAsManyAsAreWanted() throws {
    var more = ["quaestio.yml": "base_url: \(Self.base)\nfeed: {entries: 3}\n"]
    for day in 10...29 {
      more["content/questions/q\(day).md"] = "---\ndate: 2026-01-\(day)\n---\n# Q\(day)\n\nText.\n"
    }
    let elements = try atom(try site(more))
    #expect(elements.filter { $0.name == "entry" }.count == 3)
    #expect(elements.filter { $0.name == "title" }.dropFirst().map(\.text) == ["Q29", "Q28", "Q27"])
  }

  @Test(arguments: ["0", "1001", "many"])
  func aLengthOutOfRangeIsRefused(length: String) throws {
    let site = try SiteFixture([
      "quaestio.yml": "feed: {entries: \(length)}\n", "content/questions/a.md": "# A\n",
    ])
    #expect(SiteFixture.summary(try site.build()) == ["config.invalid quaestio.yml:1:17"])
  }

  @Test(arguments: HostileTitleTests.titles.filter { $0.written.utf8.count < 1_000 })
  func aHostileTitleBreaksNoFeed(title: HostileTitleTests.Title) throws {
    let quoted = "'\(title.written.replacing("'", with: "''"))'"
    let frontMatter = """
      title: \(quoted)
      date: 2026-01-02
      authors: [\(quoted)]
      provenance: {kind: ai, generator: \(quoted)}
      """
    var site = try SiteFixture([
      "quaestio.yml":
        "title: \(quoted)\ndescription: \(quoted)\nlicense: \(quoted)\nbase_url: \(Self.base)\n",
      "content/questions/a.md": "---\n\(frontMatter)\n---\nText.\n",
    ])
    site.options.keepsGoing = true
    _ = try site.build()
    let elements = try atom(site).filter { $0.ancestors == ["feed", "entry"] }
    guard case .array(let items)? = try json(site)["items"] else {
      Issue.record("no items")
      return
    }
    #expect(elements.first { $0.name == "title" }?.text == title.shown)
    #expect(items.map { $0["title"]?.text } == [title.shown])
    let written = elements.first { $0.name == "provenance" }?.attributes["generator"]
    #expect(
      written
        == items[0]["_quaestio"]?["provenance"].flatMap { list in
          if case .array(let claims) = list { claims[0]["generator"]?.text } else { nil }
        })
    let lines = try #require(site.page("llms.txt")).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("- [") } == 4, "a title does not become a line of its own")
    #expect(lines[0].hasPrefix("# "))
  }

  @Test func charactersThatXMLHasNotAreReplaced() {
    var text = XMLText.fragment
    text.append("t", text: Array("a\u{0}\u{B}\u{1F}\u{FFFE}\u{FFFF}\u{FFFD}\u{85}]]>😀&\"".utf8))
    #expect(
      String(decoding: text.bytes, as: UTF8.self)
        == "<t>a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{85}]]&gt;😀&amp;&quot;</t>\n")
  }
}
