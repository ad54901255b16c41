import SourceText
import Testing

@testable import SiteBuild

@Suite("The accepted answer speaks for its page")
struct AcceptedAnswerTests {
  @Test("Descriptions and lists show the accepted answer, wherever it stands in the file")
  func summary() throws {
    let site = try SiteFixture([
      "quaestio.yml": "base_url: https://a.example/\n",
      "content/questions/a.md": """
      ---
      date: 2024-05-06
      ---
      # What is entropy?

      ## Answer

      An older guess at perplexity.

      ## Answer {accepted author="Ada"}

      The mean surprise of perplexity.
      """,
      "content/questions/b.md": "# What is perplexity?\n\n## Answer\n\nPerplexity and entropy.\n",
    ])
    #expect(SiteFixture.summary(try site.build()) == [])
    for path in ["questions/a/index.html", "questions/index.html", "questions/b/index.html", "feed.xml"] {
      #expect(site.page(path)?.contains("The mean surprise") == true, "\(path)")
    }
    #expect(site.page("questions/b/index.html")?.contains("An older guess") == false)
    #expect(site.page("questions/a/index.html")?.contains("content=\"The mean surprise") == true)
  }
}
