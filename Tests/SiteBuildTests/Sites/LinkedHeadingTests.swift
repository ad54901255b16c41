import SourceText
import Testing

@testable import SiteBuild

@Suite("Links called by headings and by words with markup")
struct LinkedHeadingTests {
  @Test("Formulas and emphasis are shown on pages and kept in mirrors")
  func markup() throws {
    let site = try SiteFixture([
      "content/questions/a.md": "# A\n\nSee [[b#x]].\n\n![[b#x]]\n\nAlso [[b|the *mean* $2^{H}$]].\n",
      "content/questions/b.md": "# B\n\n## *What* is $2^{H}$ here? {#x}\n\nText.\n",
    ])
    #expect(SiteFixture.summary(try site.build()) == [])
    let page = try #require(site.page("questions/a/index.html"))
    #expect(page.contains("B › <em>What</em> is <math"))
    #expect(page.contains("the <em>mean</em> <math"))
    #expect(!page.contains("is $2^{H}$"))
    let mirror = try #require(site.page("questions/a/index.md"))
    #expect(mirror.contains("[B › *What* is $2^{H}$ here?]("))
    #expect(mirror.contains("[the *mean* $2^{H}$]("))
    let other = try #require(site.page("questions/b/index.html"))
    #expect(other.contains("See <mark>B › What is 2^H here</mark>."))
  }
}
