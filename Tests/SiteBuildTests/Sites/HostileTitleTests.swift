import SourceText
import Testing

@testable import SiteBuild

/// Titles, names and tags that try to leave their place: every page stays well formed and within the site, and shows
/// what the author wrote.
@Suite struct HostileTitleTests {
  /// A title in front matter, in code where Markdown would read it otherwise, and what readers see of it.
  struct Title: Sendable, CustomTestStringConvertible {
    var written: String
    var shown: String
    var testDescription: String { String(written.prefix(40)) }

    init(_ written: String, shown: String? = nil) {
      self.written = written
      self.shown = shown ?? written
    }
  }

  static let titles = [
    Title("`</script><script>alert(1)</script>`", shown: "</script><script>alert(1)</script>"),
    Title("`</title><img src=x onerror=alert(1)>`", shown: "</title><img src=x onerror=alert(1)>"),
    Title("\\\"><img onerror=x", shown: "\"><img onerror=x"),
    Title("../../etc/passwd"), Title("..\\..\\x", shown: "....\\x"), Title("."), Title(".."), Title("/"),
    Title("%2e%2e%2f"),
    Title("？！……"), Title("..."), Title("—"), Title("---"), Title("&amp;lt;", shown: "&lt;"),
    Title("{{page.root}}"),
    Title("]]>"), Title("-->"), Title("404"), Title("con"), Title("#"), Title("?q=1#x"),
    Title("أهلا بالعالم"), Title("a\u{301}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"),
    Title(String(repeating: "长", count: 20_000)),
  ]

  /// The site of a title: on a page of its own, as an alias, a tag and a heading, and linked to.
  private func build(_ title: Title) throws -> (report: BuildReport, site: SiteFixture) {
    // In single quotes nothing but the quote means something else.
    let quoted = "'\(title.written.replacing("'", with: "''"))'"
    let isLong = title.written.utf8.count > 1_000
    let names = isLong ? "" : "aliases: [\(quoted)]\ntags: [\(quoted)]\n"
    var site = try SiteFixture([
      "quaestio.yml": "base_url: https://wiki.example/\n",
      "content/questions/a.md":
        "---\ntitle: \(quoted)\n\(names)---\nText of a.\n\n### \(title.written)\n\nEnd of a.\n",
      "content/questions/b.md": "# B\n\nSee [[a]], and [[a|this]].\n",
      "content/references/r.md": "---\ntitle: \(quoted)\nauthor: \(quoted)\n---\nText of r.\n",
      "content/questions/c.md": "# C\n\nBy [@r]. ![[a]]\n\n![[a]]\n",
    ])
    site.options.keepsGoing = true
    return (try site.build(), site)
  }

  @Test(arguments: titles)
  func aHostileTitleStaysInItsPlace(title: Title) throws {
    let (report, site) = try build(title)
    #expect(report.isPublished)
    let published = try site.published()
    #expect(SiteLinks(published).faults == [])
    let page = MarkupReader(try #require(published["questions/a/index.html"]), as: .html).elements
    #expect(page.first { $0.name == "h1" }?.content == title.shown)
    #expect(page.first { $0.name == "title" }?.content.hasPrefix(title.shown.prefix(60)) == true)
    let text = page.first { $0.name == "main" }?.content ?? ""
    #expect(text.contains("Text of a.") && text.contains("End of a."))
    let other = MarkupReader(try #require(published["questions/b/index.html"]), as: .html).elements
    #expect(other.contains { $0.name == "a" && $0.content == title.shown })
    // Nothing runs, whatever a title says.
    for (path, bytes) in published where path.hasSuffix(".html") {
      let elements = MarkupReader(bytes, as: .html).elements
      #expect(
        !elements.contains {
          $0.name == "script" && $0.text.contains("alert") && $0.attributes["type"] == nil
        })
      #expect(!elements.contains { $0.attributes.keys.contains("onerror") })
    }
    for path in published.keys { #expect(!path.split(separator: "/").contains { $0 == "." || $0 == ".." }) }
  }

  /// Titles of a page, an alias, a tag and a short question that slugs have nothing of.
  @Test func namesOfPunctuationAloneHavePagesOfTheirOwn() throws {
    let names = ["？", "！", "……", "——", "、", "。。。", "《》", "?!", "***"]
    var sources = ["quaestio.yml": "base_url: https://wiki.example/\n"]
    for (number, name) in names.enumerated() {
      sources["content/questions/p\(number).md"] =
        "---\ntitle: '\(name)'\ntags: ['\(name)']\n---\nText \(number).\n"
    }
    sources["content/faq/f.md"] = "# F\n\n" + names.map { "## \($0)\n\nAbout \($0)\n\n" }.joined()
    let site = try SiteFixture(sources)
    let report = try site.build()
    #expect(report.diagnostics == [])
    #expect(SiteLinks(try site.published()).faults == [])
    let tags = try #require(site.page("tags/index.html"))
    for name in names { #expect(tags.contains(name == "***" ? "***" : name)) }
    let pages = try site.published().keys.filter { $0.hasPrefix("tags/") && $0.hasSuffix("index.html") }
    #expect(Set(pages).count == names.count + 1)
  }
}
