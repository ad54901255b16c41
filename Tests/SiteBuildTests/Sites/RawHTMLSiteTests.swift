import SourceText
import Testing

@testable import SiteBuild

/// Raw HTML and images on their way through a whole build.
@Suite struct RawHTMLSiteTests {
  private static let picture: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 0x03, 0x20, 0, 0, 0x02, 0x58, 8, 6, 0, 0, 0]

  private func site(_ text: String, _ configuration: String = "") throws -> SiteFixture {
    let site = try SiteFixture([
      "quaestio.yml": configuration, "content/questions/a.md": "# A\n\n" + text,
      "content/questions/b.md": "# B\n\n## Part\n",
    ])
    try site.files.writeAtomically("/site/content/questions/曲线.png", Self.picture)
    try site.files.createDirectory("/site/content/static")
    try site.files.writeAtomically("/site/content/static/logo.png", Self.picture)
    return site
  }

  @Test func itsLinksAndImagesAreThoseOfTheSite() throws {
    let site = try site(
      """
      See <a href="b.md#part">B</a> and <a href='https://example.org/?a&amp;b'>E</a>.

      <p align="center">
        <img src="曲线.png" alt="曲线" width="400">
        <img src="/logo.png" alt="">
        <img src="https://example.org/c.png" alt="C">
      </p>

      ![](曲线.png)
      """)
    #expect(SiteFixture.summary(try site.build()) == [])
    let page = try #require(site.page("questions/a/index.html"))
    #expect(
      page.contains(
        ##"See <a href="../../questions/b/#part">B</a> and <a href="https://example.org/?a&amp;b">E</a>."##))
    #expect(page.contains(##"<p class="align-center">"##))
    #expect(page.contains(##"alt="曲线" width="400" height="300" loading="lazy" decoding="async">"##))
    #expect(
      page.contains(
        ##"<img src="../../logo.png" alt="" width="800" height="600" loading="lazy" decoding="async">"##))
    #expect(page.contains(##"<a href="https://example.org/c.png">C</a>"##))
    #expect(page.contains(##"alt="" width="800" height="600" loading="lazy" decoding="async"></p>"##))
    #expect(try site.published().keys.contains { $0.hasPrefix("assets/曲线.") && $0.hasSuffix(".png") })
    #expect(try #require(site.page("questions/b/index.html")).contains("../../questions/a/"), "a backlink")
  }

  @Test func aLinkOutsideOfSentencesHarmsNothing() throws {
    let site = try site("Text.\n\n<div><a href=b.md>B</a></div>\n\n> [!NOTE] See [[b]]\n> Text.\n")
    #expect(SiteFixture.summary(try site.build()) == [])
    #expect(try #require(site.page("questions/b/index.html")).contains("See <mark>B</mark>"))
  }

  @Test func whatIsRefusedIsReportedOnce() throws {
    let site = try site(
      """
      a <b>c</b> <a href="missing.md">d</a>

      <img src="javascript:x" alt="e" onerror="x">
      """)
    #expect(
      SiteFixture.summary(try site.build()) == [
        "html.not-allowed content/questions/a.md:3:3", "html.not-allowed content/questions/a.md:3:7",
        "link.unresolved content/questions/a.md:3:12", "link.unsafe content/questions/a.md:5:6",
        "html.not-allowed content/questions/a.md:5:33",
      ])
  }

  @Test func addressesInFrontMatterAreJudgedToo() throws {
    let site = try SiteFixture([
      "content/references/s.md":
        "---\nurl: https://example.org/a\narchived: \"java\\tscript:alert(1)\"\n---\n# S\n"
    ])
    #expect(SiteFixture.summary(try site.build()) == ["link.unsafe content/references/s.md:3:11"])
    let other = try SiteFixture(["content/references/s.md": "---\nurl: example.org\n---\n# S\n"])
    #expect(SiteFixture.summary(try other.build()) == ["link.unsafe content/references/s.md:2:6"])
  }

  @Test(arguments: [("escape", "<p>&lt;b onclick=x&gt;</p>"), ("all", "<b onclick=x>")])
  func theSettingIsHeeded(setting: String, expected: String) throws {
    let site = try site("<b onclick=x>\n", "raw_html: \(setting)\n")
    #expect(SiteFixture.summary(try site.build()) == [])
    let page = try #require(site.page("questions/a/index.html"))
    #expect(page.replacing("\n", with: "").contains(expected))
  }
}
