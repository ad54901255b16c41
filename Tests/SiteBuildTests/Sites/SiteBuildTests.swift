import SourceText
import Testing

@testable import SiteBuild

@Suite struct SiteBuildTests {
  private static let wiki: [String: String] = [
    "quaestio.yml": "title: 小站\nlanguage: zh-Hans\nbase_url: https://wiki.example/base/\n",
    "content/questions/熵/信息熵.md": """
    ---
    title: 什么是 $H(X)$？
    date: 2024-09-07
    tags: [信息论, 熵]
    provenance: ai
    generator: 样例
    ---
    细节。

    ## 答案
    熵是 $H = -\\sum p \\log_2 p$ [@shannon, §6]。参见 [[perplexity|困惑度]]与[相对链接](../perplexity.md#Numbers)。

    $$PPL = 2^H \\label{eq:ppl}$$

    由 \\eqref{eq:ppl} 可得。{calc: 2^4.7 = 25.99}

    ## 参考资料
    1. 一条自己的来源 [链接](https://example.org/)。
    """,
    "content/questions/perplexity.md": """
    # Perplexity

    Two to the entropy, see [[信息熵#eq:ppl]] and [@shannon].

    ## Numbers

    | bits | PPL |
    |-----:|:---:|
    | 4.7  | $2^{4.7}$ |
    """,
    "content/references/shannon.md":
      "---\ntitle: A Mathematical Theory of Communication\nurl: https://example.org/shannon\n---\n熵 $H$ 的定义。\n",
    "content/pages/about.md": "# About\n\nText.\n",
    "content/static/CNAME": "wiki.example\n",
  ]

  @Test func aSiteIsBuiltFromItsFiles() throws {
    let site = try SiteFixture(Self.wiki)
    let report = try site.build()
    #expect(SiteFixture.summary(report) == [])
    #expect(report.isPublished)
    #expect(report.questions == 2)
    #expect(report.references == 1)
    let page = try #require(site.page("questions/信息熵/index.html"))
    #expect(page.contains("<title>什么是 H(X)？ · 小站</title>"))
    #expect(page.contains(##"href="../../questions/perplexity/""##))
    #expect(page.contains(##"href="../../questions/perplexity/#numbers""##))
    #expect(page.contains(##"id="eq:ppl""##))
    #expect(page.contains("25.99"))
    #expect(page.contains("样例"))
    let other = try #require(site.page("questions/perplexity/index.html"))
    #expect(other.contains("%E4%BF%A1%E6%81%AF%E7%86%B5/#eq:ppl"))
    #expect(other.contains("<td class=\"align-center\"><math "))
    #expect(site.page("CNAME") == "wiki.example\n")
    #expect(site.page("about/index.html")?.contains("<h1>About</h1>") == true)
    #expect(site.page("404.html")?.contains("href=\"/base/\"") == true)
    #expect(site.page("sitemap.xml")?.contains("https://wiki.example/base/questions/perplexity/") == true)
    #expect(site.page("feed.xml")?.contains("<updated>2024-09-07T00:00:00Z</updated>") == true)
  }

  @Test func theOwnListComesBeforeFirstCitations() throws {
    let site = try SiteFixture(Self.wiki)
    _ = try site.build()
    let page = try #require(site.page("questions/信息熵/index.html"))
    #expect(page.contains(##"<a id="cite-2-1" href="#ref-2">2</a>, §6]"##))
    #expect(page.contains(##"<li id="ref-1" value="1">"##))
    #expect(page.contains(##"href="#cite-2-1""##))
    let source = try #require(site.page("references/shannon/index.html"))
    #expect(source.contains("%E4%BF%A1%E6%81%AF%E7%86%B5/#cite-2-1"))
  }

  @Test func outputDoesNotDependOnTheNumberOfJobs() throws {
    var expected: [String: [UInt8]]?
    for jobs in [1, 2, 7] {
      var site = try SiteFixture(Self.wiki)
      site.options.jobs = jobs
      _ = try site.build()
      let published = try site.published()
      if let expected { #expect(published == expected) } else { expected = published }
    }
  }

  @Test func aSecondBuildWritesNothing() throws {
    let site = try SiteFixture(Self.wiki)
    _ = try site.build()
    let report = try site.build()
    #expect(report.filesWritten == 0)
    #expect(report.filesRemoved == 0)
    #expect(report.isPublished)
  }

  @Test func aRemovedQuestionTakesItsPageAlong() throws {
    let site = try SiteFixture([
      "content/questions/a.md": "# A\n\nText.\n", "content/questions/b.md": "# B\n\nText.\n",
    ])
    _ = try site.build()
    #expect(site.page("questions/b/index.html") != nil)
    try site.files.removeFile("/site/content/questions/b.md")
    _ = try site.build()
    #expect(site.page("questions/b/index.html") == nil)
    #expect(site.page("questions/a/index.html") != nil)
  }

  @Test func anEmptyWikiIsASite() throws {
    let site = try SiteFixture(["content/pages/index.md": "Nothing here yet.\n"])
    let report = try site.build()
    #expect(report.isPublished)
    #expect(site.page("index.html")?.contains("Nothing here yet.") == true)
    #expect(site.page("search/index.json") != nil)
  }

  @Test func draftsStayHomeUnlessAsked() throws {
    var site = try SiteFixture(["content/questions/a.md": "---\ndraft: true\n---\n# A\n"])
    _ = try site.build()
    #expect(site.page("questions/a/index.html") == nil)
    site.options.includesDrafts = true
    _ = try site.build()
    #expect(site.page("questions/a/index.html") != nil)
  }

  @Test func aTemplateOfTheSiteReplacesTheThemes() throws {
    let site = try SiteFixture([
      "content/questions/a.md": "# A\n", "templates/footer.html": "<p>ICP 备案号</p>\n",
    ])
    let report = try site.build()
    #expect(SiteFixture.summary(report) == [])
    #expect(site.page("questions/a/index.html")?.contains("ICP 备案号") == true)
  }

  @Test func linkedFilesArePublishedUnderHashedNames() throws {
    let site = try SiteFixture([
      "content/questions/a.md": "# A\n\n![图](数据.svg) and [data](data.csv)\n",
      "content/questions/数据.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "content/questions/data.csv": "1,2\n", "content/questions/unused.csv": "3\n",
    ])
    let report = try site.build()
    #expect(SiteFixture.summary(report) == [])
    let names = try site.published().keys.filter { $0.hasSuffix(".csv") || $0.contains("数据") }
    #expect(names.count == 2)
    #expect(names.contains { $0.hasPrefix("assets/data.") })
  }
}
