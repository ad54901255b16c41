import KnowledgeBase
import Rendering
import SourceText
import Testing

@testable import SiteBuild

@Suite struct SitemapTests {
  private static let base = "https://wiki.example/"

  private func elements(_ bytes: [UInt8]) -> [MarkupReader.Element] {
    let reader = MarkupReader(bytes, as: .xml)
    #expect(reader.faults == [])
    return reader.elements
  }

  private func texts(_ name: String, _ elements: [MarkupReader.Element]) -> [String] {
    elements.filter { $0.name == name }.map(\.text)
  }

  @Test func itNamesEveryPageThatMayBeListedAndNoOther() throws {
    var sources = [
      "quaestio.yml": "base_url: \(Self.base)\n",
      "content/pages/about.md": "# About\n\nText.\n", "content/faq/f.md": "# F\n\n## Q?\n\nText.\n",
      "content/references/r.md": "---\ntitle: R\n---\nText.\n",
      "content/questions/dup.md": "---\nduplicate_of: q0\n---\n# D\n\nText.\n",
    ]
    for number in 0..<60 {
      sources["content/questions/q\(number).md"] = "---\ntags: [t]\n---\n# Q\(number)\n\nText [@r].\n"
    }
    let site = try SiteFixture(sources)
    #expect(SiteFixture.summary(try site.build()) == [])
    let listed = elements(Array(try #require(site.page("sitemap.xml")).utf8))
      .filter { $0.name == "loc" }.map { String($0.text.dropFirst(Self.base.count)) }
    #expect(Set(listed).count == listed.count)
    // What a page says of itself decides, but for the search, which is no content.
    let pages = try site.published().filter { $0.key.hasSuffix("index.html") }
    let open = pages.filter { !String(decoding: $0.value, as: UTF8.self).contains("noindex") }.keys
      .map { String($0.dropLast("index.html".count)) }
    #expect(Set(listed) == Set(open).subtracting(["search/"]))
    for path in [
      "questions/", "questions/page/2/", "references/", "tags/", "tags/t/page/2/", "faq/f/", "about/",
    ] {
      #expect(listed.contains(path), "\(path)")
    }
  }

  @Test func translationsNameOneAnother() throws {
    let site = try SiteFixture([
      "quaestio.yml": "language: zh-Hans\nbase_url: \(Self.base)\n",
      "content/questions/q.md": "# 问\n\n文。\n", "content/questions/q.en.md": "# Q\n\nText.\n",
    ])
    #expect(SiteFixture.summary(try site.build()) == [])
    let links = elements(Array(try #require(site.page("sitemap.xml")).utf8)).filter {
      $0.name == "xhtml:link"
    }
    let expected = [("zh-Hans", "q/"), ("en", "q.en/")].map {
      ["rel": "alternate", "hreflang": $0.0, "href": Self.base + "questions/" + $0.1]
    }
    #expect(links.map(\.attributes) == expected + expected)
  }

  @Test func aDayIsThatOfTheContent() throws {
    let site = try SiteFixture([
      "quaestio.yml": "base_url: \(Self.base)\n",
      "content/questions/a.md": "---\ndate: 2024-09-07\nupdated: 2025-02-18\ntags: [t]\n---\n# A\n\nText.\n",
      "content/questions/b.md": "---\ndate: 1948-07-01\n---\n# B\n\nText.\n",
      "content/pages/about.md": "# About\n\nText.\n",
    ])
    #expect(SiteFixture.summary(try site.build()) == [])
    var days: [String: String] = [:]
    var place = ""
    for element in elements(Array(try #require(site.page("sitemap.xml")).utf8)) {
      if element.name == "loc" { place = String(element.text.dropFirst(Self.base.count)) }
      if element.name == "lastmod" { days[place] = element.text }
    }
    #expect(
      days == [
        "": "2025-02-18", "questions/": "2025-02-18", "questions/a/": "2025-02-18",
        "questions/b/": "1948-07-01", "tags/t/": "2025-02-18",
      ])
  }

  @Test(arguments: [(addresses: 3, bytes: 1 << 20), (addresses: 100, bytes: 420)])
  func whatOneCannotHoldIsDivided(limits: (addresses: Int, bytes: Int)) {
    let pages = (0..<10).map {
      ListedPage(path: SitePath("questions/\($0)/"), changed: Array("2026-01-0\($0)".utf8))
    }
    let files = Sitemap(
      baseURL: Self.base, pages: pages,
      limits: Sitemap.Limits(addresses: limits.addresses, bytes: limits.bytes)
    ).files()
    #expect(files.count > 3)
    let index = elements(files[0].bytes)
    #expect(files[0].path == "sitemap.xml" && index[0].name == "sitemapindex")
    #expect(texts("loc", index) == files.dropFirst().map { Self.base + $0.path })
    var found: [String] = []
    for (number, file) in files.dropFirst().enumerated() {
      #expect(file.path == "sitemap-\(number + 1).xml")
      #expect(file.bytes.count <= limits.bytes)
      let part = elements(file.bytes)
      let places = texts("loc", part)
      #expect(places.count <= limits.addresses)
      #expect(texts("lastmod", index)[number] == texts("lastmod", part).max())
      found += places
    }
    #expect(found == pages.map { Self.base + $0.path.text })
  }

  /// However its author writes the site's path, addresses hold what addresses may.
  @Test(arguments: ["https://wiki.example/维基/", "https://wiki.example/%E7%BB%B4%E5%9F%BA"])
  func thePathOfTheSiteIsEncodedOnce(base: String) throws {
    let site = try SiteFixture([
      "quaestio.yml": "base_url: \(base)\n", "content/questions/a.md": "# A\n\nT.\n",
    ])
    #expect(SiteFixture.summary(try site.build()) == [])
    let places = texts("loc", elements(Array(try #require(site.page("sitemap.xml")).utf8)))
    #expect(places.first == "https://wiki.example/%E7%BB%B4%E5%9F%BA/")
    #expect(site.page("404.html")?.contains("href=\"/%E7%BB%B4%E5%9F%BA/\"") == true)
    #expect(site.page("feed.json")?.contains("https://wiki.example/%E7%BB%B4%E5%9F%BA/feed.json") == true)
  }

  @Test func oneIsEnoughForFiftyThousand() {
    let pages = (0..<50_001).map { ListedPage(path: SitePath("q/\($0)/")) }
    #expect(Sitemap(baseURL: Self.base, pages: Array(pages.dropLast())).files().count == 1)
    #expect(Sitemap(baseURL: Self.base, pages: pages).files().count == 3)
  }
}
