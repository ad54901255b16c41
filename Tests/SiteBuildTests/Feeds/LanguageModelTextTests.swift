import SourceText
import Testing

@testable import SiteBuild

/// `llms.txt`: a title, a summary, and sections with links to the Markdown of the pages.
@Suite struct LanguageModelTextTests {
  private func lines(_ site: SiteFixture) throws -> [Substring] {
    try #require(site.page("llms.txt")).split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static let wiki = [
    "quaestio.yml":
      "title: A wiki\nlanguage: en\ndescription: About entropy.\nbase_url: https://wiki.example/w/\n",
    "content/questions/entropy.md": "# What is $H$?\n\nIt is [mean] information [@shannon].\n",
    "content/questions/perplexity.md": "# Perplexity\n\nTwo to the [[entropy]].\n",
    "content/questions/twice.md": "---\nduplicate_of: entropy\n---\n# What is H?\n\nText.\n",
    "content/pages/about.md": "# About\n\nWho we are.\n",
    "content/references/shannon.md": "---\ntitle: A theory\n---\nA book.\n",
    "content/references/unread.md": "---\ntitle: Unread\n---\nA book.\n",
  ]

  @Test func aSmallWikiIsNamedWhole() throws {
    let site = try SiteFixture(Self.wiki)
    _ = try site.build()
    #expect(
      try lines(site).joined(separator: "\n") == """
        # A wiki

        > About entropy.

        ## Pages

        - [About](https://wiki.example/w/about/index.md): Who we are.

        ## Questions

        - [What is H?](https://wiki.example/w/questions/entropy/index.md): It is \\[mean\\] information.
        - [Perplexity](https://wiki.example/w/questions/perplexity/index.md): Two to the What is H.

        ## Optional

        - [A theory](https://wiki.example/w/references/shannon/index.md): A book.
        - [All questions](https://wiki.example/w/questions/index.md)
        - [Sitemap](https://wiki.example/w/sitemap.xml)
        - [Feed](https://wiki.example/w/feed.json)

        """)
  }

  @Test func withoutAnAddressLinksAreRelative() throws {
    var wiki = Self.wiki
    wiki["quaestio.yml"] = "title: A wiki\nlanguage: en\n"
    let site = try SiteFixture(wiki)
    _ = try site.build()
    let targets = try lines(site).compactMap { $0.firstMatch(of: /\]\(([^)]*)\)/).map { String($0.1) } }
    #expect(targets.count == 5)
    for target in targets {
      #expect(site.page(target) != nil || site.page(target + "index.html") != nil, "\(target)")
    }
  }

  @Test func aLargeWikiIsNamedByWhatMostLinkTo() throws {
    var sources = ["quaestio.yml": "language: en\n"]
    for number in 100..<400 {
      let link = number < 399 ? "See [[q399]]." : "The end."
      sources["content/questions/q\(number).md"] = "---\ndate: 2026-01-01\n---\n# Q\(number)\n\n\(link)\n"
    }
    let site = try SiteFixture(sources)
    _ = try site.build()
    let questions = try lines(site).filter { $0.hasPrefix("- [Q") }
    #expect(questions.count == 200)
    #expect(questions.first?.hasPrefix("- [Q399](") == true)
    #expect(try #require(site.page("llms.txt")).utf8.count < 40_000)
  }

  @Test func theSitesOwnFileIsLeftAsItIs() throws {
    var wiki = Self.wiki
    wiki["content/static/llms.txt"] = "# Mine\n"
    wiki["content/static/robots.txt"] = "User-agent: *\nDisallow: /\n"
    let site = try SiteFixture(wiki)
    #expect(SiteFixture.summary(try site.build()) == [])
    #expect(site.page("llms.txt") == "# Mine\n")
    #expect(site.page("robots.txt") == "User-agent: *\nDisallow: /\n")
  }
}
