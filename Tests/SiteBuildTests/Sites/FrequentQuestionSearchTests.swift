import SearchIndex
import SourceText
import Testing

@testable import SiteBuild

/// Each short question of a FAQ page is found as one of its own.
@Suite struct FrequentQuestionSearchTests {
  private func site() throws -> SiteFixture {
    let site = try SiteFixture([
      "quaestio.yml": "title: 小站\nlanguage: zh-Hans\n",
      "content/faq/units.md": """
      ---
      title: 单位问答
      aliases: [度量]
      tags: [熵]
      date: 2024-09-07
      provenance: ai
      ---
      前言谈到海豚。

      ## 比特是什么？

      抛一次硬币的信息量。旁边有 $\\log_2 x$。

      ### 小节

      还有字节。

      ## What is a *nat*?

      The unit of the natural logarithm.

      ## 比特是什么？

      第二次问，谈到鲸鱼。

      ## 没有答案的
      """,
      "content/questions/a.md": "# 海豚\n\n与抛硬币无关。\n",
    ])
    #expect(try SiteFixture.summary(site.build()).filter { !$0.hasPrefix("link.duplicate") } == [])
    return site
  }

  private func search(_ query: String, in site: SiteFixture) throws -> [SearchResult] {
    let files = site.files
    var engine = try SearchEngine(manifest: files.read("/site/public/search/index.json"))
    engine.begin(Array(query.utf8), QueryOptions(limit: 10, summaries: true))
    while case let names = engine.needs(), !names.isEmpty {
      for name in names {
        let path = String(decoding: name, as: UTF8.self)
        let place = path.hasPrefix("../") ? String(path.dropFirst(3)) : "search/" + path
        engine.supply(
          name, IndexFileCoding.content(try files.read("/site/public/" + place), limit: 1 << 20))
      }
    }
    #expect(engine.problems.isEmpty)
    return engine.results()
  }

  private func paths(_ query: String, in site: SiteFixture) throws -> [String] {
    try search(query, in: site).map { String(decoding: $0.path, as: UTF8.self) }
  }

  @Test func aShortQuestionIsAResultAtItsHeading() throws {
    let site = try site()
    let found = try search("抛一次硬币", in: site)
    let first = try #require(found.first)
    let path = String(decoding: first.path, as: UTF8.self)
    #expect(path == "faq/units/#%E6%AF%94%E7%89%B9%E6%98%AF%E4%BB%80%E4%B9%88")
    #expect(String(decoding: first.title, as: UTF8.self) == "比特是什么？")
    #expect(String(decoding: first.summary, as: UTF8.self).hasPrefix("抛一次硬币的信息量。"))
    #expect(first.kind == Array("question".utf8))
    #expect(first.provenance == Array("ai".utf8))
    #expect(first.date == Array("2024-09-07".utf8))
    #expect(first.tags == [Array("熵".utf8)])
    // The place is there.
    let page = try #require(site.page("faq/units/index.html"))
    #expect(page.contains("id=\"比特是什么\""))
  }

  @Test func aSectionBelowBelongsToTheQuestion() throws {
    #expect(
      try paths("字节", in: site()) == ["faq/units/#%E6%AF%94%E7%89%B9%E6%98%AF%E4%BB%80%E4%B9%88"])
  }

  @Test func questionsOfOneWordingAreApart() throws {
    let found = try paths("鲸鱼", in: site())
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("-1") == true)
  }

  @Test func theRestOfThePageIsFoundAsThePage() throws {
    let site = try site()
    #expect(try paths("前言", in: site) == ["faq/units/"])
    #expect(try paths("度量", in: site) == ["faq/units/"])
    // A question without an answer is no result of its own.
    #expect(try paths("没有答案", in: site) == ["faq/units/"])
  }

  @Test func formulasAreThoseOfTheQuestion() throws {
    #expect(
      try paths("log_2", in: site()).first == "faq/units/#%E6%AF%94%E7%89%B9%E6%98%AF%E4%BB%80%E4%B9%88")
  }

  @Test func aPhraseIsLookedForInTheMarkdownOfThePage() throws {
    let site = try site()
    #expect(try paths("\"natural logarithm\"", in: site) == ["faq/units/#what-is-a-nat"])
    #expect(try paths("kind:question", in: site).count == 4)
  }
}
