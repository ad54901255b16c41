import Testing

@testable import SiteBuild

@Suite("Short questions as those who cite and link")
struct FrequentQuestionBacklinkTests {
  @Test(
    "What links to a page from a FAQ page is named with its question, above all questions with the page alone"
  )
  func names() throws {
    let fixture = try SiteFixture([
      "content/faq/visit.md": """
      # Before your visit

      See [[Parking]] first.

      ## May I eat, with $k > 0$?

      No. [@care]

      > ## A quoted heading

      ### In the morning

      Water only. [@care]

      ## Where do I park?

      See [[Parking]].
      """,
      "content/references/care.md": "# Care\n\nNothing to eat.\n",
      "content/questions/parking.md": "# Parking\n\nBehind the house.\n",
    ])
    #expect(SiteFixture.summary(try fixture.build()) == [])
    let source = try #require(fixture.page("references/care/index.html"))
    #expect(source.ranges(of: "Before your visit › May I eat, with").count == 2)
    #expect(source.contains("<mo>&gt;</mo>"))
    #expect(!source.contains("A quoted heading"))
    let question = try #require(fixture.page("questions/parking/index.html"))
    #expect(question.contains(">Before your visit</a>"))
  }
}
