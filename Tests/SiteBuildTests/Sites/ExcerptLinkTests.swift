import SourceText
import Testing

@testable import SiteBuild

/// Texts that stand on another page or in a feed lead back to their own.
@Suite struct ExcerptLinkTests {
  private static let sources: [String: String] = [
    "content/questions/a.md":
      "---\ndate: 2025-01-01\n---\n# A\n\nSee [[#here]] and [@s].\n\n$$x \\label{eq:x}$$\n\nBy \\eqref{eq:x}.\n\n### here\n",
    "content/references/s.md":
      "# S\n\n$$y \\label{eq:y}$$\n\nBy \\eqref{eq:y}, [below](#part).\n\n## Part\n\nText.\n",
  ]

  @Test func excerptsAndFeedsLeadBackToTheirPage() throws {
    var site = try SiteFixture(Self.sources)
    site.options.baseURL = "https://wiki.example/team/"
    #expect(SiteFixture.summary(try site.build()) == [])
    #expect(SiteLinks(try site.published(), basePath: "/team/").faults == [])
    let page = try #require(site.page("questions/a/index.html"))
    #expect(page.contains(##"<a href="#here">"##), "on its own page a fragment is enough")
    #expect(page.contains(##"<a href="../../references/s/#eq:y">"##))
    let feed = try #require(site.page("feed.xml"))
    #expect(feed.contains("href=&quot;https://wiki.example/team/questions/a/#eq:x&quot;"))
    #expect(feed.contains("href=&quot;https://wiki.example/team/questions/a/#here&quot;"))
    #expect(!feed.contains("href=&quot;#"))
  }

  @Test func frontMatterThatIsNotUTF8IsNamed() throws {
    let site = try SiteFixture(["content/questions/a.md": "# A\n"])
    try site.files.writeAtomically(
      "/site/content/questions/b.md", Array("---\ntitle: 熵".utf8) + [0xFF] + Array("\n---\nText.\n".utf8))
    let report = try site.build()
    #expect(SiteFixture.summary(report) == ["file.invalid-utf8 content/questions/b.md:2:9"])
    #expect(!report.isPublished)
  }
}
