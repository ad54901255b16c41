import Testing

@testable import SiteBuild

@Suite struct OpenSearchTests {
  private func site(_ configuration: String, base: String? = nil) throws -> SiteFixture {
    var site = try SiteFixture([
      "quaestio.yml": configuration, "content/questions/a.md": "# A\n\nText.\n",
    ])
    site.options.baseURL = base
    #expect(try site.build().isPublished)
    return site
  }

  @Test func browsersAreToldOfTheSearchPage() throws {
    let site = try site("title: A & <B>\ndescription: D > E\n", base: "https://wiki.example/team/")
    let reader = MarkupReader(Array(try #require(site.page("opensearch.xml")).utf8), as: .xml)
    #expect(reader.faults == [])
    let root = try #require(reader.elements.first)
    #expect(root.name == "OpenSearchDescription")
    #expect(root.attributes == ["xmlns": "http://a9.com/-/spec/opensearch/1.1/"])
    let texts = reader.elements.filter { !["OpenSearchDescription", "Url", "Image"].contains($0.name) }
    #expect(texts.map(\.name) == ["ShortName", "Description", "InputEncoding"])
    #expect(texts.map(\.text) == ["A & <B>", "D > E", "UTF-8"])
    let addresses = reader.elements.filter { $0.name == "Url" }.map { $0.attributes["template"] }
    #expect(
      addresses == [
        "https://wiki.example/team/search/?q={searchTerms}", "https://wiki.example/team/opensearch.xml",
      ])
    let page = try #require(site.page("questions/a/index.html"))
    #expect(
      page.contains(
        ##"<link rel="search" type="application/opensearchdescription+xml" href="../../opensearch.xml" title="A &amp; &lt;B&gt;">"##
      ))
  }

  @Test func theIconIsAFileOfTheSite() throws {
    let site = try site("title: A\n", base: "https://wiki.example/")
    let reader = MarkupReader(Array(try #require(site.page("opensearch.xml")).utf8), as: .xml)
    let icon = try #require(reader.elements.first { $0.name == "Image" }?.text)
    #expect(icon.hasPrefix("https://wiki.example/assets/icon."))
    #expect(site.page(String(icon.dropFirst("https://wiki.example/".count))) != nil)
  }

  @Test func withoutAnAddressNothingIsDescribed() throws {
    let site = try site("title: A\n")
    #expect(site.page("opensearch.xml") == nil)
    #expect(try #require(site.page("index.html")).contains("opensearch") == false)
  }

  /// A short name has at most 16 characters, and no reader sees half of one.
  @Test(
    arguments: [
      ("Quaestio", "Quaestio"),
      ("0123456789abcdef", "0123456789abcdef"),
      ("0123456789abcdefg", "0123456789abcdef"),
      ("0123456789abcde fg", "0123456789abcde"),
      ("大语言模型的一切问题与答案都写在这里", "大语言模型的一切问题与答案都写在"),
      ("0123456789 👩‍👩‍👧‍👦", "0123456789"),
      ("0123456789abcde\u{65}\u{301}", "0123456789abcde"),
    ])
  func aNameIsCutBetweenCharacters(name: String, cut: String) {
    #expect(OpenSearchDescription.cut(Array(name.utf8), to: 16) == Array(cut.utf8))
  }
}
