import Testing

@testable import SiteBuild

/// What looks like a tag in a title is shown, as it is in the text.
@Suite struct TitleMarkupTests {
  @Test(
    arguments: [
      "vector<int> 是什么", "What does List<T> mean?", "</script><script>alert(1)</script>",
    ])
  func aTagInATitleIsNotLost(title: String) throws {
    let site = try SiteFixture([
      "quaestio.yml": "base_url: https://wiki.example/\n",
      "content/questions/a.md": "---\ntitle: '\(title)'\n---\nText.\n",
      "content/questions/b.md": "# \(title)\n\nText.\n",
    ])
    _ = try site.build()
    for name in ["a", "b"] {
      let page = MarkupReader(Array((site.page("questions/\(name)/index.html") ?? "").utf8), as: .html)
        .elements
      #expect(page.first { $0.name == "h1" }?.content == title)
      #expect(page.first { $0.name == "title" }?.content.hasPrefix(title) == true)
    }
  }
}
